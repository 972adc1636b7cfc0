"""What is known about the sentences of each language is well-formed, and every entry is read."""

import tomllib
from dataclasses import fields
from importlib import resources

import pytest

from factsheet.content.statements import read
from factsheet.content.statements.grammar import grammar
from factsheet.content.statements.language import Sentences, languages, sentences, table
from factsheet.l10n import cldr
from factsheet.l10n.reading.language import language

FILES = (*languages(), "any")
BOUNDS = {"over", "at-least", "about", "nearly", "under", "up-to"}
COMPLETE = ("ro", "en", "de", "fr", "ar", "ja")


@pytest.mark.parametrize("code", FILES)
def test_a_file_holds_known_keys_of_the_right_type(code: str) -> None:
    """Lists are lists of words, tables give each phrase what its key says."""
    types = {one.name: str(one.type) for one in fields(Sentences)}
    for key, value in table(code).items():
        assert key in types, key
        if types[key].startswith("tuple"):
            assert isinstance(value, list), key
            assert all(isinstance(word, str) and word for word in value), key
            assert len(set(value)) == len(value), key
        elif "Mapping" in types[key]:
            assert isinstance(value, dict), key
    assert set(table(code).get("behind", {}).values()) <= BOUNDS


@pytest.mark.parametrize("code", FILES)
def test_phrases_are_in_small_letters(code: str) -> None:
    """They are looked up in a text of small letters, so that a capital would never be found."""
    for key, value in table(code).items():
        if isinstance(value, list | dict) and key != "compound":
            assert [word for word in value if word != word.lower()] == [], key


def test_a_language_without_a_file_is_read_all_the_same() -> None:
    """It has what holds in every language, and nothing else."""
    assert "km" in sentences("lv").units
    assert sentences("lv").negations == ()
    [one] = read(cldr.locale("lv"), "Tur ir 2450 km.")
    assert one.unit == "kilometer"


def test_files_are_read_once_and_lie_in_the_package() -> None:
    """Every file of the folder is a language that CLDR knows."""
    folder = resources.files("factsheet.content.statements").joinpath("data")
    for file in folder.iterdir():
        assert tomllib.loads(file.read_text("utf-8"))
    assert all(cldr.locale(code) for code in languages())


def _entries(*keys: str) -> list[tuple[str, str]]:
    found = ((code, word) for key in keys for code in COMPLETE for word in getattr(sentences(code), key))
    return list(dict.fromkeys(found))


def _points() -> list[tuple[str, str]]:
    return [(code, word) for code in COMPLETE for word in language(code).points]


@pytest.mark.parametrize(("code", "word"), _points())
def test_points_are_read(code: str, word: str) -> None:
    """Each phrase for percentage points behind a number makes points of it."""
    gap = "" if code == "ja" else " "
    [one] = read(cldr.locale(code), f"7{gap}{word}")
    assert one.unit == "points"


@pytest.mark.parametrize(("code", "word"), _entries("behind"))
def test_bounds_behind_are_read(code: str, word: str) -> None:
    """Each bound behind a number is the bound that the table says."""
    gap = "" if word == "+" or code == "ja" else " "
    [one] = [one for one in read(cldr.locale(code), f"7{gap}{word}") if not one.word]
    assert one.bound == sentences(code).behind[word]


@pytest.mark.parametrize(("code", "word"), _entries("multiples"))
def test_multiples_are_read(code: str, word: str) -> None:
    """Each word that multiplies the number before it does."""
    gap = "" if code == "ja" else " "
    [one] = read(cldr.locale(code), f"7{gap}{word}")
    assert one.value == 7 * sentences(code).multiples[word]


@pytest.mark.parametrize(("code", "word"), _entries("multipliers", "negations"))
def test_words_that_change_a_number_are_read(code: str, word: str) -> None:
    """Each stands beside the number as a change of it."""
    one = read(cldr.locale(code), f"{word} 1234567")[-1]
    assert one.changes != () or one.value != 1_234_567 or one.bound is not None


@pytest.mark.parametrize(("code", "word"), _entries("years_before"))
def test_four_digits_behind_a_year_word_are_a_year(code: str, word: str) -> None:
    """Each word of the list makes a year of them, whatever follows."""
    phrase = word if word.endswith("-") else f"{word} "
    found = read(cldr.locale(code), f"{phrase}2024 xyzw")
    assert [one.kind.value for one in found][-1] in {"year", "date"}


@pytest.mark.parametrize(("code", "word"), _entries("labels"))
def test_a_label_makes_a_name(code: str, word: str) -> None:
    """The number behind each label is no figure."""
    gap = "" if code == "ja" else " "
    found = read(cldr.locale(code), f"{word}{gap}37")[-1]
    assert found.kind.value in {"name", "date", "time", "age"}


@pytest.mark.parametrize(("code", "word"), _entries("stops"))
def test_no_number_counts_a_stop_word(code: str, word: str) -> None:
    """The phrase of a number ends before each."""
    gap = "" if code == "ja" else " "
    one = read(cldr.locale(code), f"37{gap}{word}")[0]
    assert one.nouns == ()


@pytest.mark.parametrize("code", COMPLETE)
def test_lists_are_indexed_once(code: str) -> None:
    """The grammar of a language is made once."""
    assert grammar(cldr.locale(code)) is grammar(cldr.locale(code))
