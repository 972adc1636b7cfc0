"""The words of prose around numbers, one file per language."""

import tomllib
from decimal import Decimal
from importlib import resources

import pytest

from factsheet.l10n import cldr
from factsheet.l10n.reading import (
    denominators,
    direction,
    is_margin,
    is_out_of,
    multiples,
    ranks,
    read,
    shares,
)
from factsheet.l10n.reading.language import language, languages

FILES = sorted(
    file.name
    for file in resources.files("factsheet.l10n.reading").joinpath("data").iterdir()
    if file.name.endswith(".toml")
)
BOUNDS = {"over", "at-least", "about", "nearly", "under", "up-to"}
KEYS = {
    "accented", "articles", "below_zero", "bounds", "bounds_after", "currencies", "fall_stems", "falls", "fewer",
    "glued_scales", "half", "halves_of_day", "joins", "labels", "links", "long_labels", "margins", "months", "more",
    "multiples", "not_after_months", "not_codes", "not_labels", "not_money", "not_percent", "nots", "numbers",
    "one_in", "ordinal_dot", "ordinal_words", "ordinals", "out_of", "per", "per_numbers", "per_person", "per_units",
    "percent", "points", "rank_labels", "rise_stems", "rises", "scales", "scores", "time_after", "time_before",
    "times", "to", "units",
}  # fmt: skip


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


def _entries(key: str) -> list[tuple[str, str]]:
    """Every entry of a key, with its language."""
    return [(code, word) for code in languages() for word in getattr(language(code), key)]


@pytest.mark.parametrize(("code", "word"), _entries("points"))
def test_points_are_read(code: str, word: str) -> None:
    """Each makes percentage points of the number before it."""
    [one] = read(cldr.locale(code), f"7 {word}")
    assert one.points


@pytest.mark.parametrize(
    ("code", "word", "sign"),
    [(*entry, sign) for key, sign in (("rises", 1), ("falls", -1)) for entry in _entries(key)],
)
def test_directions_before_a_number_are_read(code: str, word: str, sign: int) -> None:
    """Each says which way the number behind it goes."""
    assert direction(cldr.locale(code), f"{word} 7", len(word) + 1, len(word) + 2) == sign


@pytest.mark.parametrize(
    ("code", "word", "sign"),
    [(*entry, sign) for key, sign in (("more", 1), ("fewer", -1)) for entry in _entries(key)],
)
def test_directions_behind_a_number_are_read(code: str, word: str, sign: int) -> None:
    """Each says which way the number before it goes."""
    assert direction(cldr.locale(code), f"7 {word}", 0, 1) == sign


@pytest.mark.parametrize(("code", "word"), _entries("per"))
def test_denominators_are_read(code: str, word: str) -> None:
    """Each stands before a number that a rate is per."""
    assert Decimal(1000) in denominators(cldr.locale(code), f"7 {word} 1000", 1)


@pytest.mark.parametrize(
    ("code", "word"), [entry for key in ("per_numbers", "per_person", "per_units") for entry in _entries(key)]
)
def test_phrases_of_denominators_are_read(code: str, word: str) -> None:
    """Each says what the rate is per by itself."""
    own = language(code)
    expected = own.per_units.get(word) or own.per_numbers.get(word) or "person"
    assert expected in denominators(cldr.locale(code), f"7 {word}", 1)


@pytest.mark.parametrize(("code", "word"), _entries("one_in"))
def test_shares_are_read(code: str, word: str) -> None:
    """Each joins a part to its whole."""
    assert len(shares(cldr.locale(code), f"2 {word} 7")) == 1


@pytest.mark.parametrize(("code", "word"), _entries("times"))
def test_words_for_times_are_read(code: str, word: str) -> None:
    """Each makes a multiple of the number before it."""
    assert [one.part for one in multiples(cldr.locale(code), f"7 {word}")] == [7]


@pytest.mark.parametrize(("code", "word"), _entries("multiples"))
def test_multiples_are_read(code: str, word: str) -> None:
    """Each is a multiple by itself."""
    assert [one.part for one in multiples(cldr.locale(code), word)] == [language(code).multiples[word]]


@pytest.mark.parametrize(("code", "word"), _entries("ordinal_words"))
def test_ordinals_in_words_are_read(code: str, word: str) -> None:
    """Each is a rank."""
    assert [one.value for one in ranks(cldr.locale(code), word)] == [language(code).ordinal_words[word]]


@pytest.mark.parametrize(("code", "word"), _entries("rank_labels"))
def test_labels_of_ranks_are_read(code: str, word: str) -> None:
    """Each makes a rank of the number behind it."""
    assert [one.value for one in ranks(cldr.locale(code), f"{word} 7")] == [7]


@pytest.mark.parametrize(("code", "word"), [*_entries("margins"), *_entries("out_of")])
def test_margins_and_scores_are_read(code: str, word: str) -> None:
    """Each says that the number behind it is a margin, or the most of a score."""
    loc, text = cldr.locale(code), f"7 {word} 2"
    assert is_margin(loc, text, len(text) - 1) or is_out_of(loc, text, len(text) - 1)
