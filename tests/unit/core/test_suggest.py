"""Near misses are found, far ones are not."""

import pytest

from factsheet.core.suggest import counterpart, listed, nearest, nearest_passage

KEYS = ("label", "unit", "value", "source")


@pytest.mark.parametrize(
    ("word", "found"), [("lable", "label"), ("LABEL", "label"), ("sources", "source"), ("colour", None), ("", None)]
)
def test_nearest(word: str, found: str | None) -> None:
    """The closest known word is offered, whatever its case, and none where none is close."""
    assert nearest(word, KEYS) == found


@pytest.mark.parametrize(("word", "known"), [("many", "margin"), ("small", "scale")])
def test_words_with_little_in_common_are_far(word: str, known: str) -> None:
    """Three letters in the same order make no near miss of a longer word."""
    assert nearest(word, [known]) is None


@pytest.mark.parametrize(
    ("file", "known", "found"),
    [
        ("fonts.css", "print.css", None),
        ("static/fonts.css", "static/print.css", None),
        ("static/lgo.png", "static/logo.png", "static/logo.png"),
        ("img/logo.png", "pictures/logo.png", "pictures/logo.png"),
    ],
)
def test_a_folder_and_an_ending_make_no_near_miss(file: str, known: str, found: str | None) -> None:
    """Files are near by their names, not by what stands around all of them."""
    assert nearest(file, [known]) == found


@pytest.mark.parametrize(
    ("word", "used", "found"),
    [
        ("lable", ("unit", "lable"), "label"),
        ("eticheta", ("unit", "value", "source", "eticheta"), "label"),
        ("eticheta", ("unit", "value", "eticheta"), None),
        ("eticheta", ("unit", "value", "source", "eticheta", "suma"), None),
    ],
)
def test_counterpart(word: str, used: tuple[str, ...], found: str | None) -> None:
    """The closest known word is offered, or the only one that is left where only one word is not known."""
    assert counterpart(word, KEYS, used) == found


def test_a_word_without_end_is_looked_at_in_part() -> None:
    """A text of a million letters costs no more than one of a hundred."""
    assert nearest("x" * 1_000_000, KEYS) is None


def test_the_answer_does_not_depend_on_the_order() -> None:
    """Of words that are equally near the first by the alphabet is offered."""
    assert nearest("cat", ["cats", "bats"]) == nearest("cat", ["bats", "cats"]) == "cats"


def test_listed() -> None:
    """A long list is cut, and the rest is counted."""
    assert listed(["a", "b"]) == "a, b"
    assert listed(str(number) for number in range(5)) == "0, 1, 2, 3, 4"
    assert listed(["a", "b", "c", "d"], most=2) == "a, b and 2 more"
    assert listed([]) == ""


SOURCE = "În 2025 au fost făcute 48.210 călătorii, cu 620 de biciclete. Întreținerea a costat 1,2 milioane de lei."


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("au fost facute 48.210 calatorii", "au fost făcute 48.210 călătorii"),
        ("au fost făcute 48.201 călătorii", "au fost făcute 48.210 călătorii"),
        ("intretinerea a costat 1,2 milioane de lei", "Întreținerea a costat 1,2 milioane de lei."),
        ("s-au construit trei piste noi", None),
        ("", None),
        (f"{SOURCE} {SOURCE}", None),
    ],
)
def test_nearest_passage(quote: str, found: str | None) -> None:
    """The passage that was miscopied is given as the source has it; none where the text has no such words."""
    assert nearest_passage(quote, SOURCE) == found
