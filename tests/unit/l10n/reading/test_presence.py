"""Telling quickly that a text, or a place in it, holds no phrase of some lists."""

from factsheet.l10n.reading.phrases import Phrases, Presence, beginnings, endings, first_words, may_begin, may_end

BOUNDS = Phrases([("at least", True), ("+", True)])
MONEY = Phrases([("lei", True), ("$", True), ("US dollars", True)])


def test_lists_that_a_text_cannot_hold_are_told_at_once() -> None:
    """A list is absent when none of its first words and none of its signs is in the text."""
    presence = Presence((BOUNDS, MONEY), first_words((BOUNDS, MONEY)))
    bounds, money = presence.bits[id(BOUNDS)], presence.bits[id(MONEY)]
    assert bounds & money == 0
    assert presence.within("over 5 of them", frozenset({"over", "of", "them"})) == 0
    assert presence.within("at 5", frozenset({"at"})) == bounds
    assert presence.within("5+ lei", frozenset({"lei"})) == bounds | money
    assert presence.within("$5", frozenset()) == money


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
