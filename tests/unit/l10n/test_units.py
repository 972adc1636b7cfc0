"""Quantities in units."""

from decimal import Decimal
from typing import get_args

import pytest

from factsheet.l10n import cldr
from factsheet.l10n.amounts import UnitWidth, is_unit, per, unit, unit_names
from factsheet.l10n.decimals import decimal
from factsheet.l10n.reading.language import languages


@pytest.mark.parametrize(
    ("tag", "value", "name", "text"),
    [
        ("ro", "20", "duration-day", "20 de zile"),
        ("ro", "2", "duration-day", "2 zile"),
        ("ro", "1.5", "length-kilometer", "1,5 kilometri"),
        ("it", "20", "duration-day", "20 giorni"),
        ("tr", "20", "duration-day", "20 gün"),
        ("ar", "1", "duration-day", "1 يوم"),
        ("ar", "2", "duration-day", "2 يوم"),
        ("he", "2", "duration-hour", "2 שעות"),
        ("ro", "1", "energy-kilowatt-hour", "1 kilowatt-oră"),
        ("sk", "1", "pressure-pascal", "1 pascal"),
        ("ar", "20", "duration-day", "20 يومًا"),
        ("ja", "20", "duration-day", "20 日"),
        ("en", "1.0", "duration-day", "1.0 days"),
        ("en", "-3", "temperature-celsius", "-3 degrees Celsius"),
    ],
)
def test_long(tag: str, value: str, name: str, text: str) -> None:
    """A quantity takes the unit's form for its plural category, which may hold no number at all."""
    assert unit(cldr.locale(tag), Decimal(value), name).text == text


@pytest.mark.parametrize(
    ("tag", "width", "text"),
    [
        ("ro", "short", "20 km"),
        ("ro", "narrow", "20 km"),
        ("en", "narrow", "20km"),
        ("fr", "long", "20\u00a0kilomètres"),
    ],
)
def test_width(tag: str, width: UnitWidth, text: str) -> None:
    """A width that a language lacks is taken from the next."""
    assert unit(cldr.locale(tag), Decimal(20), "length-kilometer", width=width).text == text


def test_compact() -> None:
    """A unit after a scale word agrees with the scale."""
    shown = unit(cldr.locale("ro"), Decimal(17_000), "length-kilometer", display="compact-long")
    assert shown.text == "17 mii de kilometri"


def test_names() -> None:
    """A unit goes by its id, with or without its kind of quantity; anything else is none."""
    assert unit(cldr.locale("ro"), Decimal(1), "kilometer").text == "1 kilometru"
    assert [is_unit(name) for name in ("length-kilometer", "kilometer", "kilometru", "")] == [
        True,
        True,
        False,
        False,
    ]
    assert "length-kilometer" in unit_names()
    with pytest.raises(KeyError, match="furlongs"):
        unit(cldr.locale("ro"), Decimal(1), "furlongs")


@pytest.mark.parametrize("tag", languages())
def test_a_figure_always_shows_its_number(tag: str) -> None:
    """CLDR has patterns that are words alone; a quantity written by them would have lost its number."""
    loc = cldr.locale(tag)
    shown = [
        (decimal(loc, Decimal(value)).text, unit(loc, Decimal(value), name, width=width).text)
        for name in unit_names()
        for width in get_args(UnitWidth)
        for value in range(4)
    ]
    assert [text for number, text in shown if number not in text] == []
    assert len(shown) > 1000


@pytest.mark.parametrize(
    ("tag", "unit_id", "width", "shown"),
    [
        ("en", "day", "long", "9 per day"),
        ("en", "length-kilometer", "short", "9/km"),
        ("ro", "deciliter", "long", "9 pe decilitru"),
        ("en", "deciliter", "short", "9/dL"),
    ],
)
def test_rates(tag: str, unit_id: str, width: UnitWidth, shown: str) -> None:
    """A unit's own pattern for rates, else the common one with its name (UTS #35, compound units)."""
    assert per(cldr.locale(tag), "9", unit_id, width=width) == shown


def test_a_rate_of_an_unknown_unit() -> None:
    """It is refused as an unknown unit is."""
    with pytest.raises(KeyError):
        per(cldr.locale("en"), "9", "cubit")


@pytest.mark.parametrize(
    ("tag", "long", "short"),
    [
        ("ro", "12 gigawați-oră", "12 GWh"),
        ("en", "12 gigawatt-hours", "12 GWh"),
        ("fr", "12 gigawatt-heures", "12 GWh"),
        ("ru", "12 гигаватт-часов", "12 ГВт⋅ч"),
        ("sw", "12 GWh", "12 GWh"),
    ],
)
def test_prefixes_that_cldr_composes(tag: str, long: str, short: str) -> None:
    """A unit takes the prefix of the language in the place of kilo, or else the international sign."""
    loc = cldr.locale(tag)
    shown = [unit(loc, Decimal(12), "gigawatt-hour", width=width).text for width in ("long", "short")]
    assert [text.replace("\u00a0", " ").replace("\u202f", " ") for text in shown] == [long, short]
