"""A given number is found in words, by the rules that every language counts with."""

from decimal import Decimal

import pytest

from factsheet.l10n.cldr import locale
from factsheet.l10n.reading.numerals import read
from factsheet.l10n.reading.words import spelled_out


@pytest.mark.parametrize(
    ("tag", "text", "value", "found"),
    [
        ("ro", "peste o arestare", 1, [("o", "over")]),
        ("ro", "o sută de arestări", 1, []),
        ("ro", "un milion de lei", 1, []),
        ("ro", "douăzeci şi una de arestări", 1, []),
        ("en", "one arrest", 1, [("one", None)]),
        ("en", "one and a half arrests", 1, []),
        ("en", "one or two arrests", 1, []),
        ("en", "not a single arrest", 0, [("not a single", None)]),
        ("de", "kein einziger Fall", 0, [("kein einziger", None)]),
        ("lt", "keturi darbuotojai", 4, [("keturi", None)]),
        ("pl", "co najmniej cztery operacje", 4, []),
        ("et", "neli inimest", 4, [("neli", None)]),
        ("en", "four arrests", 4, []),
    ],
)
def test_words_of_a_known_value(tag: str, text: str, value: int, found: list[tuple[str, str | None]]) -> None:
    """A word that is the value is found with its bound; a part of a larger number, and one that is read, are not."""
    loc = locale(tag)
    every = spelled_out(loc, text, Decimal(value), read(loc, text))
    assert [(one.text, one.bound) for one in every] == found


def test_offsets_are_those_of_the_text() -> None:
    """Decomposed letters do not shift what is found."""
    [found] = spelled_out(locale("ro"), "cafele\u0301, o arestare", Decimal(1), ())
    assert "cafele\u0301, o arestare"[found.start : found.end] == "o"
