"""The words of prose around numbers, one file per language."""

import tomllib
from importlib import resources

import pytest

from factsheet.l10n import cldr
from factsheet.l10n.reading.language import language

FILES = sorted(
    file.name
    for file in resources.files("factsheet.l10n.reading").joinpath("data").iterdir()
    if file.name.endswith(".toml")
)
BOUNDS = {"over", "at-least", "about", "nearly", "under", "up-to"}
KEYS = {
    "articles", "bounds", "bounds_after", "currencies", "glued_scales", "half", "joins", "labels", "links",
    "long_labels", "months", "not_after_months", "not_codes", "not_money", "numbers", "ordinal_dot",
    "ordinals", "percent", "scales", "time_after", "time_before", "to", "units",
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
