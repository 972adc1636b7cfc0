"""What is known about the sentences of each language is well-formed, and every entry is read."""

import inspect
import tomllib
from dataclasses import fields
from importlib import resources

import pytest

from factsheet.content.statements.grammar import grammar
from factsheet.content.statements.language import FOLDER, Sentences, sentences
from factsheet.content.statements.reader import read
from factsheet.l10n import cldr
from factsheet.l10n.reading.language import NumberWords, ReadingRules, language, languages, table

FILES = (*languages(FOLDER), "any")
BOUNDS = {"over", "at-least", "about", "nearly", "under", "up-to"}
COMPLETE = ("ro", "en", "de", "fr", "ar", "ja", "it", "es", "pt", "nl", "pl")


@pytest.mark.parametrize("code", FILES)
def test_a_file_holds_known_keys_of_the_right_type(code: str) -> None:
    """Lists are lists of words, tables give each phrase what its key says."""
    types = {one.name: str(one.type) for one in fields(Sentences)}
    for key, value in table(FOLDER, code).items():
        assert key in types, key
        if types[key].startswith("tuple"):
            assert isinstance(value, list), key
            assert all(isinstance(word, str) and word for word in value), key
            assert len(set(value)) == len(value), key
        elif "Mapping" in types[key]:
            assert isinstance(value, dict), key
    assert set(table(FOLDER, code).get("behind", {}).values()) <= BOUNDS


@pytest.mark.parametrize("kind", [Sentences, ReadingRules, NumberWords])
def test_every_key_is_explained_where_it_is_read(kind: type) -> None:
    """Below each field of the rules, which is a key of the files, stands what it holds."""
    lines = inspect.getsource(kind).splitlines()
    below = {one.name: lines[_line_of(one.name, lines) + 1] for one in fields(kind)}
    assert below
    assert [name for name, line in below.items() if not line.startswith('    """')] == []


def _line_of(name: str, lines: list[str]) -> int:
    return next(at for at, line in enumerate(lines) if line.startswith(f"    {name}:"))


@pytest.mark.parametrize("code", FILES)
def test_phrases_are_in_small_letters(code: str) -> None:
    """They are looked up in a text of small letters, so that a capital would never be found."""
    for key, value in table(FOLDER, code).items():
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
    assert all(cldr.locale(code) for code in languages(FOLDER))


def _words(code: str, *keys: str) -> list[str]:
    """All entries of keys. A test looks at those of a language together, since a test of its own costs more."""
    return list(dict.fromkeys(word for key in keys for word in getattr(sentences(code), key)))


def _having(*keys: str) -> list[str]:
    """The languages that have an entry of a key."""
    return [code for code in COMPLETE if _words(code, *keys)]


def _gap(code: str) -> str:
    return "" if code == "ja" else " "


@pytest.mark.parametrize("code", COMPLETE)
def test_points_are_read(code: str) -> None:
    """Each phrase for percentage points behind a number makes points of it."""
    words = language(code).points
    found = {word: [one.unit for one in read(cldr.locale(code), f"7{_gap(code)}{word}")] for word in words}
    assert words
    assert found == {word: ["points"] for word in words}


@pytest.mark.parametrize("code", _having("behind"))
def test_bounds_behind_are_read(code: str) -> None:
    """Each bound behind a number is the bound that the table says."""
    for word in _words(code, "behind"):
        gap = "" if word == "+" else _gap(code)
        found = [one.bound for one in read(cldr.locale(code), f"7{gap}{word}") if not one.word]
        assert found == [sentences(code).behind[word]], word


@pytest.mark.parametrize("code", _having("multiples"))
def test_multiples_are_read(code: str) -> None:
    """Each word that multiplies the number before it does."""
    words = sentences(code).multiples
    found = {word: [one.value for one in read(cldr.locale(code), f"7{_gap(code)}{word}")] for word in words}
    assert found == {word: [7 * times] for word, times in words.items()}


@pytest.mark.parametrize("code", _having("multipliers", "negations"))
def test_words_that_change_a_number_are_read(code: str) -> None:
    """Each stands beside the number as a change of it."""
    for word in _words(code, "multipliers", "negations"):
        one = read(cldr.locale(code), f"{word} 1234567")[-1]
        assert one.changes != () or one.value != 1_234_567 or one.bound is not None, word


@pytest.mark.parametrize("code", _having("years_before"))
def test_four_digits_behind_a_year_word_are_a_year(code: str) -> None:
    """Each word of the list makes a year of them, whatever follows."""
    for word in _words(code, "years_before"):
        phrase = word if word.endswith("-") else f"{word} "
        found = read(cldr.locale(code), f"{phrase}2024 xyzw")
        assert [one.kind.value for one in found][-1] in {"year", "date"}, word


@pytest.mark.parametrize("code", _having("labels"))
def test_a_label_makes_a_name(code: str) -> None:
    """The number behind each label is no figure."""
    for word in _words(code, "labels"):
        found = read(cldr.locale(code), f"{word}{_gap(code)}37")[-1]
        assert found.kind.value in {"name", "date", "time", "age"}, word


@pytest.mark.parametrize("code", _having("stops"))
def test_no_number_counts_a_stop_word(code: str) -> None:
    """The phrase of a number ends before each."""
    found = {word: read(cldr.locale(code), f"37{_gap(code)}{word}")[0].nouns for word in _words(code, "stops")}
    assert found == dict.fromkeys(found, ())


@pytest.mark.parametrize("code", COMPLETE)
def test_lists_are_indexed_once(code: str) -> None:
    """The grammar of a language is made once."""
    assert grammar(cldr.locale(code)) is grammar(cldr.locale(code))
