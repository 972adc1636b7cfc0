"""What reading gives: a numeral with its place, its value and what the text says about it."""

from decimal import Decimal
from typing import Final

from factsheet.records import dataclass

_YEARS: Final = (1000, 2199)
_LIKELY_YEARS: Final = (1500, 2100)
_YEAR_DIGITS: Final = 4


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number found in running text. Offsets are those of the text given, half-open.

    The span holds all that makes the value (sign, money, digits, scale word, percent), not the bound.
    """

    start: int
    end: int
    text: str
    """As written."""
    value: Decimal
    """12.5 for "12,5 %"; 97000000 for "97 million"."""
    ulp: Decimal
    """Unit of the last digit shown: 1000000 for "97 million", 100000 for "97.5 million"."""
    currency: str | None = None
    """ISO 4217 code when a sign, code or name of money is attached."""
    percent: bool = False
    points: bool = False
    """Whether it is a number of percentage points."""
    bound: str | None = None
    """"over", "at-least", "about", "nearly", "up-to" or "under" when the words around say so."""
    word: bool = False
    """Written in words: "four", "o mie"."""
    is_measured: bool = False
    """Whether it is in the unit that was asked for: that unit stands beside it, and no longer name of another."""


def is_year_like(numeral: Numeral) -> bool:
    """Tell whether a numeral may be a year: four digits from 1000 to 2199, ungrouped, nothing attached."""
    plain = numeral.text.isdecimal() and len(numeral.text) == _YEAR_DIGITS
    attached = numeral.percent or numeral.points or numeral.currency is not None
    return plain and not attached and _YEARS[0] <= numeral.value <= _YEARS[1]


def is_likely_year(numeral: Numeral) -> bool:
    """Tell whether a numeral is taken for a year where nothing says that it counts: year-like, from 1500 to 2100."""
    return is_year_like(numeral) and _LIKELY_YEARS[0] <= numeral.value <= _LIKELY_YEARS[1]
