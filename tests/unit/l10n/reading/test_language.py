"""The words of prose around numbers, one file per language."""

import tomllib
from dataclasses import fields
from decimal import Decimal
from importlib import resources

import pytest

from factsheet.content.config import SETTINGS
from factsheet.content.kinds import KIND_BY_NAME
from factsheet.content.metric import DISPLAYS
from factsheet.content.model import CHART_TYPES
from factsheet.content.sheets import metrics, tables
from factsheet.content.sheets import read as sheets
from factsheet.content.theme import Theme
from factsheet.l10n import cldr
from factsheet.l10n.cldr.notation import CATEGORIES
from factsheet.l10n.reading.language import ReadingRules, language, languages
from factsheet.l10n.reading.numerals import read
from factsheet.l10n.reading.qualifiers import direction
from factsheet.l10n.reading.rates import denominators, is_margin, is_out_of
from factsheet.l10n.reading.shares import multiples, ranks, shares
from factsheet.l10n.reading.synonyms import name_meant

FILES = sorted(
    file.name
    for file in resources.files("factsheet.l10n.reading").joinpath("data").iterdir()
    if file.name.endswith(".toml")
)
BOUNDS = {"over", "at-least", "about", "nearly", "under", "up-to"}
NAMES = {
    *(
        *sheets.KEYS,
        *sheets.SOURCE_KEYS,
        *sheets.CHART_KEYS,
        *sheets.CORRECTION_KEYS,
        *metrics.KEYS,
        *tables.TABLE_KEYS,
    ),
    *(*KIND_BY_NAME, *CHART_TYPES, *tables.WAYS),
    *("tip", "important", "warning", "caution"),
    *("true", "false", *CATEGORIES, *DISPLAYS),
    *(setting.name for setting in (*SETTINGS, *fields(Theme))),
    *("nothing", "host", "asset"),
}
"""What front matter and site.toml have names for; what other tools write stands below `nothing`, `host` and `asset`."""
KEYS = {"accented", *(one.name for one in fields(ReadingRules))}


@pytest.mark.parametrize("name", FILES)
def test_a_file_holds_known_keys_of_a_known_language(name: str) -> None:
    """A misspelt key or bound would be ignored silently, so it is refused here."""
    text = resources.files("factsheet.l10n.reading").joinpath("data", name).read_text("utf-8")
    table = tomllib.loads(text)
    assert set(table) <= KEYS
    for key in ("bounds", "bounds_after"):
        assert set(table.get(key, {})) <= BOUNDS
    assert set(table.get("currencies", {})) <= cldr.currency_codes()
    assert set(table.get("units", {})) <= cldr.unit_ids()
    if name != "any.toml":
        assert cldr.locale(name.removesuffix(".toml")).cldr.startswith(name.removesuffix(".toml"))


def test_a_language_adds_to_what_holds_everywhere() -> None:
    """Romanian has its own words and the common signs."""
    romanian = language("ro")
    assert "peste" in romanian.bounds["over"]
    assert ">" in romanian.bounds["over"]
    assert romanian.numbers.tens["douăzeci"] == 20


def test_a_language_without_a_file_has_the_common_signs() -> None:
    """Any language is read, with CLDR's data alone if need be."""
    unknown = language("lv")
    assert unknown.bounds["about"] == ("~", "≈", "∼")
    assert unknown.numbers.small == {}


def _having(*keys: str) -> list[str]:
    """The languages that have an entry of a key."""
    return [code for code in languages() if any(getattr(language(code), key) for key in keys)]


def _words(code: str, *keys: str) -> list[str]:
    """All entries of keys. A test looks at those of a language together, since a test of its own costs more."""
    return [word for key in keys for word in getattr(language(code), key)]


@pytest.mark.parametrize("code", _having("points"))
def test_points_are_read(code: str) -> None:
    """Each makes percentage points of the number before it."""
    found = {word: read(cldr.locale(code), f"7 {word}") for word in _words(code, "points")}
    assert [word for word, numerals in found.items() if [one.points for one in numerals] != [True]] == []


@pytest.mark.parametrize(("key", "sign"), [("rises", 1), ("falls", -1)])
@pytest.mark.parametrize("code", _having("rises", "falls"))
def test_directions_before_a_number_are_read(code: str, key: str, sign: int) -> None:
    """Each says which way the number behind it goes."""
    loc = cldr.locale(code)
    found = {word: direction(loc, f"{word} 7", len(word) + 1, len(word) + 2) for word in _words(code, key)}
    assert found == dict.fromkeys(_words(code, key), sign)


@pytest.mark.parametrize(("key", "sign"), [("more", 1), ("fewer", -1)])
@pytest.mark.parametrize("code", _having("more", "fewer"))
def test_directions_behind_a_number_are_read(code: str, key: str, sign: int) -> None:
    """Each says which way the number before it goes."""
    found = {word: direction(cldr.locale(code), f"7 {word}", 0, 1) for word in _words(code, key)}
    assert found == dict.fromkeys(_words(code, key), sign)


@pytest.mark.parametrize(("key", "sign"), [("rise_stems", 1), ("fall_stems", -1)])
@pytest.mark.parametrize("code", _having("rise_stems", "fall_stems"))
def test_beginnings_of_directions_are_read(code: str, key: str, sign: int) -> None:
    """Whatever ends the word, it says which way the number behind it goes."""
    loc = cldr.locale(code)
    found = {stem: direction(loc, f"{stem}abc 7", len(stem) + 4, len(stem) + 5) for stem in _words(code, key)}
    assert found == dict.fromkeys(_words(code, key), sign)


@pytest.mark.parametrize(("key", "sign"), [("rises_apart", 1), ("falls_apart", -1)])
@pytest.mark.parametrize("code", _having("rises_apart", "falls_apart"))
def test_verbs_in_two_words_are_read(code: str, key: str, sign: int) -> None:
    """The number stands between the two, or behind both."""
    loc = cldr.locale(code)
    for verb in _words(code, key):
        first, last = verb.split()
        assert direction(loc, f"{first} 7 {last}", len(first) + 1, len(first) + 2) == sign, verb
        assert direction(loc, f"{verb} 7", len(verb) + 1, len(verb) + 2) == sign, verb


@pytest.mark.parametrize("name", FILES)
def test_words_between_a_bound_and_its_number_are_read(name: str) -> None:
    """A bound is read across each, by itself or contracted with it."""
    table = tomllib.loads(resources.files("factsheet.l10n.reading").joinpath("data", name).read_text("utf-8"))
    code = name.removesuffix(".toml")
    for word in table.get("between", ()):
        first = language(code).bounds["at-least"][0]
        assert [one.bound for one in read(cldr.locale(code), f"{first} {word} 7 %")] == ["at-least"], word


@pytest.mark.parametrize("code", _having("every_nth"))
def test_words_before_an_ordinal_make_a_part_of_it(code: str) -> None:
    """Each makes one in three of the third."""
    third = next(nth for nth, value in language(code).ordinal_words.items() if value == 3)
    for word in _words(code, "every_nth"):
        [one] = shares(cldr.locale(code), f"{word} {third}")
        assert (one.part, one.whole) == (Decimal(1), Decimal(3)), word


@pytest.mark.parametrize("code", _having("times_before"))
def test_words_before_a_multiple_are_read(code: str) -> None:
    """Each makes a multiple of the number behind it."""
    found = {
        word: [one.part for one in multiples(cldr.locale(code), f"{word} 7")] for word in _words(code, "times_before")
    }
    assert found == {word: [Decimal(7)] for word in found}


@pytest.mark.parametrize("code", languages())
def test_scale_words_alone_are_numbers(code: str) -> None:
    """Each says its power of ten where no number stands before it."""
    bare = language(code).numbers.bare
    found = {word: [one.value for one in read(cldr.locale(code), f"{word} x")] for word in bare}
    assert found == {word: [Decimal(10) ** power] for word, power in bare.items()}


@pytest.mark.parametrize("code", _having("per"))
def test_denominators_are_read(code: str) -> None:
    """Each stands before a number that a rate is per."""
    found = {word: denominators(cldr.locale(code), f"7 {word} 1000", 1) for word in _words(code, "per")}
    assert [word for word, numbers in found.items() if Decimal(1000) not in numbers] == []


@pytest.mark.parametrize("code", _having("per_numbers", "per_person", "per_units"))
def test_phrases_of_denominators_are_read(code: str) -> None:
    """Each says what the rate is per by itself."""
    own = language(code)
    for word in _words(code, "per_numbers", "per_person", "per_units"):
        expected = own.per_units.get(word) or own.per_numbers.get(word) or "person"
        assert expected in denominators(cldr.locale(code), f"7 {word}", 1), word


@pytest.mark.parametrize("code", _having("one_in"))
def test_shares_are_read(code: str) -> None:
    """Each joins a part to its whole."""
    found = {word: shares(cldr.locale(code), f"2 {word} 7") for word in _words(code, "one_in")}
    assert [word for word, read_as in found.items() if len(read_as) != 1] == []


@pytest.mark.parametrize("code", _having("times"))
def test_words_for_times_are_read(code: str) -> None:
    """Each makes a multiple of the number before it."""
    found = {word: [one.part for one in multiples(cldr.locale(code), f"7 {word}")] for word in _words(code, "times")}
    assert found == {word: [7] for word in found}


@pytest.mark.parametrize("code", _having("multiples"))
def test_multiples_are_read(code: str) -> None:
    """Each is a multiple by itself."""
    found = {word: [one.part for one in multiples(cldr.locale(code), word)] for word in _words(code, "multiples")}
    assert found == {word: [part] for word, part in language(code).multiples.items()}


@pytest.mark.parametrize("code", _having("ordinal_words"))
def test_ordinals_in_words_are_read(code: str) -> None:
    """Each is a rank."""
    found = {word: [one.value for one in ranks(cldr.locale(code), word)] for word in _words(code, "ordinal_words")}
    assert found == {word: [rank] for word, rank in language(code).ordinal_words.items()}


@pytest.mark.parametrize("code", _having("rank_labels"))
def test_labels_of_ranks_are_read(code: str) -> None:
    """Each makes a rank of the number behind it."""
    loc = cldr.locale(code)
    found = {word: [one.value for one in ranks(loc, f"{word} 7")] for word in _words(code, "rank_labels")}
    assert found == {word: [7] for word in found}


@pytest.mark.parametrize("code", _having("margins", "out_of"))
def test_margins_and_scores_are_read(code: str) -> None:
    """Each says that the number behind it is a margin, or the most of a score."""
    loc = cldr.locale(code)
    for word in _words(code, "margins", "out_of"):
        text = f"7 {word} 2"
        assert is_margin(loc, text, len(text) - 1) or is_out_of(loc, text, len(text) - 1), word


@pytest.mark.parametrize("code", _having("names"))
def test_names_of_front_matter_are_known_in_the_language(code: str) -> None:
    """Each word stands for a name that there is."""
    for name, words in language(code).names.items():
        assert name in NAMES
        assert [name_meant(word.title(), (name,)) for word in words] == [name] * len(words)
