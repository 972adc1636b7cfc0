"""Whole numbers in words, as each language counts with them."""

from decimal import Decimal

import pytest

from factsheet.l10n import numbers
from factsheet.l10n.cldr import locale
from factsheet.l10n.numbers import LAST


@pytest.mark.parametrize(
    ("tag", "number", "expected"),
    [
        ("ro", 1, {"masculine": "un", "feminine": "o", "neuter": "un"}),
        ("ro", 21, {"masculine": "douăzeci și unu", "feminine": "douăzeci și una", "neuter": "douăzeci și unu"}),
        ("en", 21, {"": "twenty-one"}),
        ("de", 1, {"masculine": "ein", "feminine": "eine", "neuter": "ein"}),
        ("hu", 12, {"": "tizenkét"}),
        ("pt-AO", 2, {"masculine": "dois", "feminine": "duas"}),
        ("nb", 7, {"masculine": "sju", "feminine": "sju", "neuter": "sju"}),
        ("pl", 2, {"masculine": "dwa", "feminine": "dwie", "neuter": "dwa", "personal": "dwaj"}),
        ("th", 21, {"": "ยี่สิบเอ็ด"}),
        ("zu", 4, {}),
        ("en", 101, {}),
    ],
)
def test_words_before_a_noun(tag: str, number: int, expected: dict[str, str]) -> None:
    """Each gender has its word; a locale inherits them, and there are none beyond a hundred or without rules."""
    assert numbers.in_words(locale(tag), Decimal(number)) == expected


def test_only_whole_numbers_have_words() -> None:
    """Neither decimals nor numbers below zero are written in words."""
    assert [numbers.in_words(locale("en"), Decimal(text)) for text in ("1.5", "-4")] == [{}, {}]


@pytest.mark.parametrize("tag", ["ar", "bg", "de", "el", "en", "fr", "hu", "ja", "pl", "pt", "ro", "sr_Latn", "th"])
def test_each_word_is_read_back(tag: str) -> None:
    """Every language reads each of its words back to the number, and to no other."""
    loc = locale(tag.replace("_", "-"))
    for number in range(LAST + 1):
        for word in numbers.in_words(loc, Decimal(number)).values():
            assert [value for _, _, value in numbers.found_in(loc, word)] == [number]


def test_a_word_of_another_word_is_no_number() -> None:
    """Words count where they stand alone, in whatever case."""
    loc = locale("en")
    assert [value for _, _, value in numbers.found_in(loc, "Someone had Ten or twenty-two; tenfold.")] == [10, 22]


def test_genders() -> None:
    """A language that counts all nouns alike has no genders."""
    assert numbers.genders(locale("sv")) == ("masculine", "feminine", "neuter", "common")
    assert numbers.genders(locale("en")) == ()


def test_two_tells_the_gender() -> None:
    """Romanian says two in one way for feminine and neuter nouns; what says no two tells nothing."""
    assert numbers.genders_of(locale("ro"), "Două operațiuni") == ("feminine", "neuter")
    assert numbers.genders_of(locale("ro"), "doi oameni") == ("masculine",)
    assert numbers.genders_of(locale("pt"), "duas operações") == ("feminine",)
    assert numbers.genders_of(locale("ro"), "trei oameni") == ()


def test_turkish_letters_i_are_found_in_both_cases() -> None:
    """The small letter of İ is two signs, that of I is none of the words': each finds its word all the same."""
    found = [(start, end, int(value)) for start, end, value in numbers.found_in(locale("tr"), "İki, ALTI, altı, iki")]
    assert found == [(0, 3, 2), (5, 9, 6), (11, 15, 6), (17, 20, 2)]
