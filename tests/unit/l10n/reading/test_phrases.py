"""Looking up phrases beside a place in a text."""

import pytest

from factsheet.l10n.reading.phrases import Phrases, back_over_space, joins, skip_space, stands_in

SCALES = Phrases([("mil", 6), ("milioane", 6), ("de milioane", 6), ("mil.", 6), ("K", 3), ("万", 4), ("", 0)])


def test_the_longest_phrase_wins() -> None:
    """A short word does not hide a longer one that begins with it."""
    assert SCALES.after("97 milioane", 3) == (6, 11)
    assert SCALES.after("97 mil. lei", 3) == (6, 7)
    assert SCALES.before("de milioane", 11) == (6, 0)


def test_a_phrase_ends_where_a_word_ends() -> None:
    """A phrase is not found inside a word, unless asked for."""
    assert SCALES.after("97 milenii", 3) is None
    assert SCALES.after("97Kg", 2) is None
    assert SCALES.after("97 milenii", 3, whole=False) == (6, 6)
    assert SCALES.before("xmil", 4) is None
    assert SCALES.before("xmil", 4, whole=False) == (6, 1)


def test_scripts_without_spaces_need_no_end_of_word() -> None:
    """Chinese and Japanese write the next word right behind."""
    assert SCALES.after("9700万人", 4) == (4, 5)


def test_one_character_is_found_beside_longer_phrases() -> None:
    """A sign of one character is found though longer phrases begin with it."""
    signs = Phrases([("$", "USD"), ("$b", "BOB"), ("R$", "BRL")])
    assert signs.after("$b5", 0) == ("BOB", 2)
    assert signs.after("$x5", 0) == ("USD", 1)
    assert signs.after("$", 0) == ("USD", 1)
    assert signs.before("R$", 2) == ("BRL", 0)
    assert signs.before("x$", 2) == ("USD", 1)
    assert signs.before("$", 1) == ("USD", 0)


def test_every_phrase_that_fits_is_given() -> None:
    """All phrases that start at a place are given, the longest first, those that end inside a word too."""
    assert list(SCALES.every_after("97 milioane", 3)) == [(6, 11), (6, 6)]
    assert list(SCALES.every_after("97 miei", 3)) == []


def test_nothing_is_found_below_the_floor_or_outside() -> None:
    """What belongs to the number before is not taken twice."""
    assert SCALES.before("de milioane", 11, floor=2) == (6, 3)
    assert SCALES.before("mil", 3, floor=1) is None
    assert SCALES.before("", 0) is None
    assert SCALES.after("", 0) is None


def test_long_words_are_found_in_capitals() -> None:
    """Headings are written in capitals, sentences begin with one."""
    assert SCALES.after("MILIOANE", 0) == (6, 8)
    assert SCALES.after("Milioane", 0) == (6, 8)
    assert SCALES.after("MIL", 0) is None


def test_lists_of_small_letters_hold_no_capitals() -> None:
    """Where texts in small letters alone are asked of, no other form of a phrase is kept, and none is missed."""
    words = [("Straße", 1), ("street", 2), ("UN", 3), ("no.", 4), ("شارع", 5)]
    small, every = Phrases(words, is_lower=True), Phrases(words)
    assert set(small.table) == {"straße", "street", "no.", "شارع"}
    for text in (phrase.lower() for phrase, _ in words):
        assert small.after(text, 0) == every.after(text, 0)
        assert small.before(text, len(text)) == every.before(text, len(text))


def test_phrases_may_be_none() -> None:
    """A language without such words has an empty set of them."""
    assert not Phrases[int]([])
    assert SCALES


@pytest.mark.parametrize(
    ("char", "goes_on"),
    [
        ("a", True),
        ("ș", True),
        ("5", False),
        ("\u094d", True),
        ("\u200c", True),
        ("万", False),
        ("만", False),
    ],
)
def test_letters_of_spaced_scripts_join(char: str, goes_on: bool) -> None:  # noqa: FBT001
    """Letters and marks go on a word; ideographs and signs do not."""
    assert joins(char) is goes_on


def test_one_space_is_stepped_over() -> None:
    """At most one space stands between a number and its words."""
    assert (skip_space("a b", 1), skip_space("ab", 1)) == (2, 1)
    assert (back_over_space("a b", 2), back_over_space("ab", 1), back_over_space("a", 0)) == (1, 1, 0)


def test_long_phrases_are_told_apart_by_more_letters() -> None:
    """Of many phrases that begin or end alike, the longest that stands there is found, a short one behind it."""
    money = Phrases([("US dollars", 1), ("US dollar", 2), ("US dimes", 3), ("US", 4), ("U", 5), ("AU dollars", 6)])
    assert money.after("US dollars", 0) == (1, 10)
    assert money.after("US dollar!", 0) == (2, 9)
    assert money.after("US dinars", 0) == (4, 2)
    assert money.after("U", 0) == (5, 1)
    assert money.before("5 US dollars", 12) == (1, 2)
    assert money.before("5 AU dollars", 12) == (6, 2)
    assert money.before("of US", 5) == (4, 3)
    assert money.before("U", 1) == (5, 0)
    assert Phrases([("d", 1), ("ed", 2), ("closed", 3)]).before("x ed", 4) == (2, 2)


@pytest.mark.parametrize(
    ("text", "stands"),
    [("in 3/2024, it", True), ("13/2024", False), ("12/3/2024", False), ("3/2024/25", False), ("3/20245", False)],
)
def test_a_phrase_stands_in_a_text_as_it_is(text: str, stands: bool) -> None:  # noqa: FBT001
    """It is no part of a longer number or date."""
    assert stands_in(text, "3/2024") is stands
    assert not stands_in("Marches", "March")
    assert not stands_in(text, "")
