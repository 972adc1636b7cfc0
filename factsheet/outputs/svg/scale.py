"""Values to places along an axis."""

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from factsheet.records import dataclass

_PLACES = Decimal("0.01")
_DIVISIONS = 5


@dataclass(frozen=True, slots=True)
class Scale:
    """Maps the values from `low` to `high` onto the stretch from `start` to `end`, in percent or `rem`."""

    low: Decimal
    high: Decimal
    start: Decimal = Decimal(0)
    end: Decimal = Decimal(100)

    def __call__(self, value: Decimal) -> Decimal:
        """The place of a value; where all values are equal, the start of the stretch."""
        if self.high == self.low:
            return self.start
        return self.start + (self.end - self.start) * (value - self.low) / (self.high - self.low)


def from_zero(values: Iterable[Decimal], start: Decimal, end: Decimal) -> Scale:
    """A scale that shows zero, so that lengths are in the proportion of the values."""
    listed = [Decimal(0), *values]
    return Scale(min(listed), max(listed), start, end)


def divided(values: Iterable[Decimal], *, zero: bool) -> list[Decimal]:
    """The round numbers that divide an axis on which all values lie: four to seven, the outermost at its ends.

    Zero is among them where it is asked for, and where the values are not close together beside it.
    """
    listed = list(values)
    low, high = min(listed), max(listed)
    if zero or low * 2 < high - low or low <= 0:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    if low == high:
        low, high = low - 1, high + 1
    step = _step((high - low) / _DIVISIONS)
    first, last = (low / step).to_integral_value(ROUND_FLOOR), (high / step).to_integral_value(ROUND_CEILING)
    return [step * number for number in range(int(first), int(last) + 1)]


def _step(least: Decimal) -> Decimal:
    """The least of 1, 2, 5, 10, 20, 50 ... that is not below `least`."""
    power = Decimal(1).scaleb(least.adjusted())
    return next(power * digit for digit in (1, 2, 5, 10) if power * digit >= least)


def written(length: Decimal) -> str:
    """A length with at most two decimals and no trailing zeros."""
    text = format(length.quantize(_PLACES, ROUND_HALF_UP), "f")
    text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
