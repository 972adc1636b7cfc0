"""Quantities that a text gives in other units than a figure has."""

import pytest

from factsheet.content.kinds.quantity import in_other_units
from factsheet.l10n import cldr


@pytest.mark.parametrize(
    ("tag", "text", "unit", "expected"),
    [
        ("en", "2.4 TWh", "energy-gigawatt-hour", [("2400", "100", "2.4 TWh")]),
        ("en", "about 2.4 billion kWh", "energy-gigawatt-hour", [("2400", "100", "2.4 billion kWh")]),
        ("en", "12,500 m long", "length-kilometer", [("12.5", "0.001", "12,500 m")]),
        ("ro", "3.200 de kilograme", "mass-tonne", [("3.2", "0.001", "3.200 de kilograme")]),
        ("ro", "2,5 kmp", "area-hectare", [("250", "10", "2,5 kmp")]),
        ("de", "2,4 Terawattstunden", "energy-gigawatt-hour", [("2400", "100", "2,4 Terawattstunden")]),
        ("en", "12 kilometres", "length-kilometer", []),
        ("en", "20 °F", "temperature-celsius", []),
        ("en", "12 people", "length-kilometer", []),
        ("en", "", "length-kilometer", []),
    ],
)
def test_other_units_are_converted(tag: str, text: str, unit: str, expected: list[tuple[str, str, str]]) -> None:
    """The value and its last digit are those in the unit that is asked for."""
    found = in_other_units(cldr.locale(tag), text, unit)
    assert [(f"{one.value:f}", f"{one.ulp:f}", one.text) for one in found if one.is_measured] == expected
