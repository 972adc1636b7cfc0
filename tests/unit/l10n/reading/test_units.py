"""The unit behind a number is known by its sign or its name, and the longest name counts."""

from decimal import Decimal

import pytest

from factsheet.l10n import numbers
from factsheet.l10n.cldr import locale
from factsheet.l10n.reading.language import languages
from factsheet.l10n.reading.numerals import read

UNITS = (
    "length-kilometer",
    "length-mile",
    "length-meter",
    "area-square-kilometer",
    "mass-tonne",
    "volume-cubic-meter",
    "temperature-celsius",
    "duration-day",
    "speed-kilometer-per-hour",
    "energy-kilowatt-hour",
)


def _is_measured(tag: str, text: str, unit: str) -> bool:
    return any(one.is_measured for one in read(locale(tag), text, unit=unit))


@pytest.mark.parametrize("tag", languages())
def test_each_unit_is_itself_and_no_other(tag: str) -> None:
    """In every language that is known, a quantity is in the unit in which it is written, and in none of the others."""
    loc = locale(tag)
    for value in (Decimal(1), Decimal(5)):
        for unit in UNITS:
            text = numbers.unit(loc, value, unit).text
            assert [other for other in UNITS if _is_measured(tag, text, other)] == [unit], text


@pytest.mark.parametrize(
    ("tag", "text", "unit"),
    [
        ("ro", "30 de milioane de kilometri", "length-kilometer"),
        ("pl", "w 12 kilometrach", "length-kilometer"),
        ("uk", "у 12 кілометрах", "length-kilometer"),
        ("en", "a 12-km road", "length-kilometer"),
        ("en", "3 litres", "volume-liter"),
        ("en", "twelve metres", "length-meter"),
        ("en", "5–10 km", "length-kilometer"),
        ("ro", "un kilowatt-oră", "energy-kilowatt-hour"),
        ("ar", "يومان", "duration-day"),
    ],
)
def test_prose_names_units_in_its_own_ways(tag: str, text: str, unit: str) -> None:
    """Scale words, hyphens, inflections and everyday names are no hindrance; what is said of a range holds for it."""
    assert all(one.is_measured for one in read(locale(tag), text, unit=unit))


@pytest.mark.parametrize(
    ("tag", "text", "unit"),
    [
        ("ro", "12 milioane", "length-mile"),
        ("en", "12 m²", "length-meter"),
        ("en", "12 square meters", "length-meter"),
        ("en", "5 miles per hour", "length-mile"),
        ("ro", "97 de milioane de euro", "length-kilometer"),
        ("en", "12 rooms, kilometers away", "length-kilometer"),
    ],
)
def test_what_only_looks_like_a_unit(tag: str, text: str, unit: str) -> None:
    """A longer name, money or another word in between makes it another thing."""
    assert not _is_measured(tag, text, unit)
