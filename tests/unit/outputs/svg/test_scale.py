"""Values to places."""

from decimal import Decimal

import pytest

from factsheet.outputs.svg.drawing import Scale, from_zero, written


def test_ends_and_middle() -> None:
    """The ends of the values stand at the ends of the stretch, the middle in the middle."""
    scale = Scale(Decimal(10), Decimal(30), Decimal(0), Decimal(90))
    assert [scale(Decimal(value)) for value in (10, 20, 30)] == [0, 45, 90]


def test_equal_values_stay_at_the_start() -> None:
    """Where all values are equal there is no proportion: nothing has a length, and nothing is divided by zero."""
    assert Scale(Decimal(0), Decimal(0))(Decimal(0)) == 0


def test_lengths_begin_at_zero() -> None:
    """Of 25 and 100 the first is a quarter as long, also beside a negative value."""
    scale = from_zero([Decimal(25), Decimal(100)], Decimal(0), Decimal(80))
    assert scale(Decimal(25)) == 20
    both = from_zero([Decimal(-50), Decimal(50)], Decimal(0), Decimal(100))
    assert both(Decimal(0)) == 50


@pytest.mark.parametrize(
    ("length", "text"),
    [
        ("12.5", "12.5"),
        ("33.333333", "33.33"),
        ("0.005", "0.01"),
        ("-0.001", "0"),
        ("100", "100"),
        ("-1", "-1"),
    ],
)
def test_lengths_are_written_short(length: str, text: str) -> None:
    """At most two decimals, no trailing zeros, no minus zero."""
    assert written(Decimal(length)) == text
