"""Values to places along an axis."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from factsheet.records import dataclass

_PLACES = Decimal("0.01")


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


def written(length: Decimal) -> str:
    """A length with at most two decimals and no trailing zeros."""
    text = format(length.quantize(_PLACES, ROUND_HALF_UP), "f")
    text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
