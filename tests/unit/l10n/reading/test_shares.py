"""Parts and multiples in running text."""

from decimal import Decimal

import pytest

from factsheet.l10n import cldr
from factsheet.l10n.reading.shares import bound_before_article, multiples, shares, unit_of_part


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "almost 1 in 10 adults", ("1", "10", "nearly")),
        ("en", "two out of three", ("2", "3", None)),
        ("ro", "unul din cinci", ("1", "5", None)),
        ("fr", "une personne sur trois", ("1", "3", None)),
        ("de", "fast 1 von 5", ("1", "5", "nearly")),
        ("ja", "10人に3人", ("3", "10", None)),
        ("ja", "3分の1", ("1", "3", None)),
        ("ja", "3人に10個", None),
        ("ar", "1 من كل 5 أشخاص", ("1", "5", None)),
        ("ar", "واحد من كل خمسة", ("1", "5", None)),
        ("en", "1 in 10%", None),
        ("en", "5 in 2", None),
        ("en", "5 and 10", None),
    ],
)
def test_shares(tag: str, text: str, expected: tuple[str, str, str | None] | None) -> None:
    """A part, what joins it to its whole, and the bound before both."""
    found = [(str(one.part), str(one.whole), one.bound) for one in shares(cldr.locale(tag), text)]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "3 times and twice", ["3", "2"]),
        ("en", "a 3-fold rise", ["3"]),
        ("ro", "de 3 ori, apoi s-a dublat", ["3", "2"]),
        ("en", "$3 times", []),
        ("ja", "2・4倍", ["2.4"]),
    ],
)
def test_multiples(tag: str, text: str, expected: list[str]) -> None:
    """In figures and in words."""
    assert [str(one.part) for one in multiples(cldr.locale(tag), text)] == expected


def test_the_offsets_are_those_of_the_text() -> None:
    """Unseen marks in the text make no difference."""
    [found] = multiples(cldr.locale("ro"), "s\u00ada dublat")
    assert found.part == Decimal(2)


def test_a_bound_before_an_article() -> None:
    """About a quarter is about 1 in 4."""
    en = cldr.locale("en")
    assert bound_before_article(en, "about a quarter", 8) == "about"
    assert bound_before_article(en, "about quarter", 6) is None


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "half a percentage point", (True, 23)),
        ("en", "half a percent", (False, 14)),
        ("en", "half percent", (False, 12)),
        ("en", "half an apple", None),
        ("ro", "jumătate de procent", (False, 19)),
        ("ro", "jumătate de punct procentual", (True, 28)),
    ],
)
def test_what_a_part_in_words_is_of(tag: str, text: str, expected: tuple[bool, int] | None) -> None:
    """Points or per cent, with their end, behind an article or a link or by themselves."""
    assert unit_of_part(cldr.locale(tag), text, text.index(" ")) == expected
