"""A quote stands in a text, word for word and digit for digit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.site.proof.quotes import stands_in, to_noun

TEXT = "Operaţiunile au dus la 1.209  arestări şi\n97 milioane de dolari; „peste” 16 181 de cazuri — în 2024-2025…"


def test_a_word_parted_at_the_end_of_a_line_is_one() -> None:
    """A hyphen at the end of a line parts a word, or belongs to it; one between digits is never taken away."""
    text = "peste 120 de opera-\nțiuni anti-\n  fraudă în 2024-\n2025"
    assert stands_in("120 de operațiuni", text)
    assert stands_in("anti-fraudă în", text)
    assert not stands_in("20242025", text)


@pytest.mark.parametrize(
    "quote",
    [
        "1.209 arestări",
        "au dus la 1.209 arestări și 97 milioane",
        "«peste» 16\u00a0181 de cazuri",
        '"peste" 16 181 de cazuri - în 2024-2025...',
        "Operațiunile […] 97 milioane",
        "Operațiunile [...] dolari (…) cazuri",
        "în 2024-2025",
    ],
)
def test_signs_that_carry_no_meaning_are_folded(quote: str) -> None:
    """Spaces, line ends, quotation marks, dashes between words, old letters and `[…]` make no difference."""
    assert stands_in(quote, TEXT)


@pytest.mark.parametrize(
    "quote",
    [
        "209 arestări",
        "1209 arestări",
        "1,209 arestări",
        "7 milioane",
        "au dus la 1",
        "au dus la 1.2",
        "181 de cazuri",
        "peste” 16",
        "97 milioane […] Operațiunile",
        "în 2024–2025",
        "restări",
        "dolar",
        "97 de milioane",
        "",
        "[…]",
    ],
)
def test_numbers_and_words_are_whole(quote: str) -> None:
    """A part of a number or of a word, other signs in a number, or another order do not stand in the text."""
    assert not stands_in(quote, TEXT)


def test_a_year_stands_in_a_range_of_years() -> None:
    """A dash ends a number: the first year of a range is a number of its own."""
    assert stands_in("în 2024", TEXT)


@given(st.integers(10, 10**9), st.integers(10, 10**9))
def test_a_number_stands_in_a_text_only_as_a_whole(one: int, other: int) -> None:
    """A number is found in a sentence exactly if it is the number there."""
    assert stands_in(f"{one} de cazuri", f"Au fost {other} de cazuri.") is (one == other)


@given(st.text(alphabet="aă1.,  […]„”-–\n", max_size=30))
def test_a_quote_stands_in_itself(quote: str) -> None:
    """Whatever is quoted stands in its own text, unless nothing but joints and spaces is quoted."""
    assert stands_in(quote, quote) is any(part.strip(" \n") for part in quote.split("[…]"))


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("generated 13 intelligence packages", (10, 25), "13 intelligence packages"),
        ("more than 10,000 concrete data points on networks", (0, 25), "more than 10,000 concrete data points"),
        ("13 packages of intelligence", (0, 11), "13 packages"),
        ("13 entirely new and other packages", (0, 11), "13 entirely"),
        ("13 entirely; packages", (0, 11), "13 entirely"),
    ],
)
def test_a_mark_goes_on_to_the_noun(text: str, span: tuple[int, int], expected: str) -> None:
    """The words that give a figure end with the noun of its unit, if at most two words further there is one."""
    start, end = to_noun(text, span, ["{n} package", "{n} intelligence packages", "{n} data points"])
    assert text[start:end] == expected
