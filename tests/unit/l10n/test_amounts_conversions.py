"""How large the units of CLDR are beside each other."""

from decimal import Decimal
from fractions import Fraction

import pytest

from factsheet.l10n import amounts, numbers


@pytest.mark.parametrize(
    ("unit", "other", "many"),
    [
        ("energy-gigawatt-hour", "energy-terawatt-hour", Fraction(1000)),
        ("energy-kilowatt-hour", "energy-megajoule", Fraction(5, 18)),
        ("length-kilometer", "length-meter", Fraction(1, 1000)),
        ("length-kilometer", "length-mile", Fraction(1609344, 1000000)),
        ("mass-tonne", "mass-kilogram", Fraction(1, 1000)),
        ("mass-megatonne", "mass-tonne", Fraction(1, 1000000)),
        ("area-hectare", "area-square-kilometer", Fraction(100)),
        ("volume-liter", "volume-cubic-meter", Fraction(1000)),
        ("speed-kilometer-per-hour", "speed-meter-per-second", Fraction(18, 5)),
        ("duration-minute", "duration-hour", Fraction(60)),
        ("duration-month", "duration-year", Fraction(12)),
        ("power-megawatt", "power-terawatt", Fraction(1000000)),
        ("digital-megabyte", "digital-gigabit", Fraction(125)),
    ],
)
def test_units_of_one_quantity_are_converted(unit: str, other: str, many: Fraction) -> None:
    """One of the other unit is exactly so many of the first."""
    assert amounts.convertible(unit)[other] == many


@pytest.mark.parametrize(
    ("unit", "other"),
    [
        ("temperature-celsius", "temperature-fahrenheit"),
        ("duration-day", "duration-month"),
        ("length-meter", "area-square-meter"),
        ("area-square-meter", "consumption-liter-per-100-kilometer"),
        ("speed-beaufort", "speed-knot"),
        ("mass-gram", "mass-dalton"),
        ("angle-degree", "angle-radian"),
        ("mass-gram", "mass-gram"),
    ],
)
def test_units_that_are_no_exact_multiples_are_left_out(unit: str, other: str) -> None:
    """Another zero, another quantity, months of any length, approximations, and the unit itself."""
    assert other not in amounts.convertible(unit)


def test_every_unit_is_one_of_the_engine() -> None:
    """The data name no unit that figures cannot have."""
    every = {unit for one in numbers.UNITS for unit in amounts.convertible(one)}
    assert every <= set(numbers.UNITS)
    assert len(every) > 150


@pytest.mark.parametrize(
    ("value", "factor", "expected"),
    [
        ("2.4", Fraction(1000), "2400"),
        ("3200", Fraction(1, 1000), "3.2"),
        ("1", Fraction(1, 3), None),
        ("0", Fraction(5, 18), "0"),
        ("0.1", Fraction(1609344, 1000000), "0.1609344"),
        ("-12", Fraction(1, 100), "-0.12"),
    ],
)
def test_products_are_exact_or_none(value: str, factor: Fraction, expected: str | None) -> None:
    """A third has no decimal number, so nothing is said of it."""
    found = amounts.multiplied(Decimal(value), factor)
    assert found == (None if expected is None else Decimal(expected))


@pytest.mark.parametrize(
    ("many", "one", "times"),
    [
        (Decimal(1_000_000), Decimal(100_000), Fraction(10)),
        ("megawatt-hour", "kilowatt-hour", Fraction(1000)),
        ("100-kilowatt-hour", "kilowatt-hour", Fraction(100)),
        ("hour", "day", Fraction(1, 24)),
        (Decimal(1001), Decimal(1000), None),
        (Decimal(100), "day", None),
        ("hour", "kilometer", None),
        ("month", "day", None),
        ("person", "day", None),
    ],
)
def test_denominators_are_converted(many: Decimal | str, one: Decimal | str, times: Fraction | None) -> None:
    """What a rate is per is so many times something else; numbers are powers of ten of each other, or misprints."""
    assert amounts.times_as_large(many, one) == times
