"""Telling quickly that a text, or a place in it, holds no phrase of some lists."""

import pytest

from factsheet.l10n import cldr
from factsheet.l10n.reading.phrases import (
    Phrases,
    Presence,
    Telling,
    beginnings,
    by_longest_word,
    endings,
    first_words,
    longest_words,
    may_begin,
    may_end,
)
from factsheet.l10n.reading.qualifiers import direction

BOUNDS = Phrases([("at least", True), ("+", True)])
MONEY = Phrases([("lei", True), ("$", True), ("US dollars", True)])


def test_lists_that_a_text_cannot_hold_are_told_at_once() -> None:
    """A list is absent when none of its first words and none of its signs is in the text."""
    presence = Presence((BOUNDS, MONEY), first_words((BOUNDS, MONEY)))
    bounds, money = presence.bits[BOUNDS], presence.bits[MONEY]
    assert bounds & money == 0
    assert presence.within("over 5 of them", frozenset({"over", "of", "them"})) == 0
    assert presence.within("at 5", frozenset({"at"})) == bounds
    assert presence.within("5+ lei", frozenset({"lei"})) == bounds | money
    assert presence.within("$5", frozenset()) == money
    places = {"5 lei": money, "lei": money, "ei at $": 0, "at $5+": bounds, "$5+": money, "+": bounds, "": 0}
    assert {text: presence.at(f"x{text}", 1) for text in places} == places


def test_what_may_begin_is_told_by_the_first_letters() -> None:
    """No phrase begins where the letters are others; a longer word may be said to begin one, never the contrary."""
    heads = beginnings((BOUNDS, MONEY))
    assert all(may_begin(heads, f"5 {phrase}", 2) for phrase in ("at least", "+", "lei", "$", "US dollars", "US do"))
    assert not any(may_begin(heads, text, 2) for text in ("5 le", "5 of", "5 US", "5 ", "5 at last"))


def test_what_may_end_is_told_by_the_last_letters() -> None:
    """No phrase ends where the letters are others."""
    tails = endings((BOUNDS, MONEY))
    assert all(may_end(tails, f"{phrase}5", len(phrase)) for phrase in ("at least", "+", "lei", "$", "US dollars"))
    assert not may_end(tails, "of 5", 2)
    assert not may_end(tails, "5", 0)


def test_words_are_judged_once() -> None:
    """A word that tells something is found in each text, a dull one asked for once."""
    asked: list[str] = []

    def judge(word: str) -> bool:
        asked.append(word)
        return word == "fell"

    telling = Telling(judge)
    for words in (frozenset(("prices", "fell")), frozenset(("prices", "rose")), frozenset(("fell",))):
        assert telling.among(words) == words & {"fell"}
    assert sorted(asked) == ["fell", "prices", "rose"]


def test_dull_words_are_forgotten_at_last(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is remembered of other sheets does not grow without end, and nothing is missed for it."""
    monkeypatch.setattr("factsheet.l10n.reading.phrases._MOST_DULL", 2)
    telling = Telling(str.isupper)
    assert telling.among(frozenset(("a", "b", "c", "d", "E"))) == {"E"}
    assert telling.among(frozenset(("a", "F"))) == {"F"}


def test_longest_words_of_phrases() -> None:
    """Each phrase stands for its longest word; one without letters for none."""
    assert longest_words(("at the most", "fell", "100 %")) == {"most", "fell"}
    begun = by_longest_word(("at the most", "fell", "the most", "100 %", "fell to", "the end", "(the) end"))
    assert begun == {"most": (4, 7), "fell": (0,), "end": (4, 5)}


@pytest.mark.parametrize(
    ("text", "number", "way"),
    [
        pytest.param("The register was kept by 12 of us", "12", 0, id="no word of change"),
        pytest.param("Prices fell by 12 of us", "12", -1, id="a word of change"),
        pytest.param("xfewer accidents", "x", -1, id="a word of change behind a number that ends in a letter"),
    ],
)
def test_texts_without_words_of_change_say_none(text: str, number: str, way: int) -> None:
    """A text is looked at closely where one of its words says a change, or where a number ends within a word."""
    start = text.index(number)
    assert direction(cldr.locale("en"), text, start, start + len(number)) == way
