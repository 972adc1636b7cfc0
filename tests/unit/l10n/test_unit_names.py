"""What units are called beside the names of CLDR."""

import tomllib
from importlib import resources

import pytest

from factsheet.l10n import cldr, supplement
from factsheet.l10n.cldr import plural_categories, unit_ids
from factsheet.l10n.reading.numerals import read

NAMES = tomllib.loads((resources.files("factsheet.l10n") / "data/unit_names.toml").read_text("utf-8"))


@pytest.mark.parametrize("tag", NAMES)
def test_each_name_is_whole_and_read(tag: str) -> None:
    """Each has a phrase for every plural form of its language, and is read as the unit that it names."""
    loc = cldr.locale(tag)
    for unit, names in NAMES[tag].items():
        assert unit in unit_ids()
        for phrases in names.values():
            assert set(phrases) == set(plural_categories(loc))
            for phrase in phrases.values():
                assert [one.is_measured for one in read(loc, phrase.replace("{n}", "20"), unit=unit)] == [True]


def test_a_language_without_such_names() -> None:
    """Nothing is known there, nor of other units."""
    assert supplement.unit_names("fr", "mass-tonne") == {}
    assert supplement.unit_names("ro", "mass-gram") == {}
    assert "tone" in supplement.unit_names("ro_MD", "mass-tonne")
