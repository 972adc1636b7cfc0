"""Units that are known beforehand."""

from factsheet.l10n import cldr
from factsheet.l10n.reading.units import glued_units, measure


def test_a_unit_ends_right_behind_the_digits_or_one_space_on() -> None:
    """All widths of the unit are known."""
    metres = measure(cldr.locale("en"), "length-meter")
    assert metres.ends("5m", 1) == 2
    assert metres.ends("5 meters", 1) == 8
    assert metres.ends("5 miles", 1) is None


def test_some_forms_say_the_number_themselves() -> None:
    """Arabic has a word for two days."""
    assert measure(cldr.locale("ar"), "duration-day").alone["يومان"] == 2
    assert measure(cldr.locale("en"), "duration-day").alone == {}


def test_common_signs_of_two_letters_may_be_glued() -> None:
    """One letter is no sign of a unit: 5G is no acceleration."""
    signs = set(glued_units(cldr.locale("en"), "en"))
    assert {"km", "°C"} <= signs
    assert "G" not in signs
