"""Digits of a number: rounding only when asked, grouping, and the language's own digits."""

from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import Final

from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale
from factsheet.problems import FactsheetError
from factsheet.records import dataclass

CONTEXT: Final = Context(prec=400, rounding=ROUND_HALF_UP, Emax=9999, Emin=-9999)
"""Arithmetic that never rounds by itself: numbers on a page are far shorter than its precision."""

_THOUSAND: Final = 3
_MOST_DIGITS: Final = 60


class LosesDigits(FactsheetError, ValueError):
    """The display asked for would lose a significant digit of the value."""

    def __init__(self, value: Decimal, digits: int) -> None:
        """Keep the value and the decimals that were to be shown."""
        super().__init__(f"{value} needs more than {digits} decimals in the form asked for")
        self.value = value
        self.digits = digits


@lru_cache(maxsize=64)
def _step(digits: int) -> Decimal:
    if not 0 <= digits <= _MOST_DIGITS:
        raise ValueError(f"{digits} is no number of decimals")
    return Decimal(1).scaleb(-digits)


def with_digits(value: Decimal, digits: int, *, exact: bool) -> Decimal:
    """Give the value with that many decimals, rounded half up.

    Raises `LosesDigits` where `exact` and the rounding would change the value, and `ValueError` for a
    number of decimals that no page has.
    """
    rounded = value.quantize(_step(digits), context=CONTEXT)
    if exact and rounded != value:
        raise LosesDigits(value, digits)
    return rounded


def at_most(value: Decimal, digits: int, *, exact: bool) -> Decimal:
    """Give the value with the decimals it needs, at most that many; raises as `with_digits`."""
    rounded = value
    if -int(value.as_tuple().exponent) > digits:
        rounded = with_digits(value, digits, exact=exact)
    return plain(rounded)


def plain(value: Decimal) -> Decimal:
    """Give the value without trailing zeros after the point and without an exponent."""
    short = value.normalize(CONTEXT)
    return short.quantize(_step(0), context=CONTEXT) if int(short.as_tuple().exponent) > 0 else short


def shifted(value: Decimal, power: int) -> Decimal:
    """Give the value divided by a power of ten, exactly."""
    return value.scaleb(-power, context=CONTEXT)


@dataclass(frozen=True, slots=True)
class Writer:
    """How a language writes the digits of a number."""

    decimal: str
    group: str
    primary: int
    secondary: int
    minimum: int
    digits: dict[int, str] | None
    """Table for `str.translate`; None where the digits are the Latin ones."""

    def write(self, value: Decimal, *, minimum: int = 1) -> str:
        """Write the number without its sign; a group separator only after `minimum` digits or more."""
        whole, _, part = format(value.copy_abs(), "f").partition(".")
        if len(whole) - self.primary >= max(minimum, self.minimum) and self.primary:
            whole = self._grouped(whole)
        text = f"{whole}{self.decimal}{part}" if part else whole
        return text if self.digits is None else text.translate(self.digits)

    def _grouped(self, whole: str) -> str:
        if self.primary == self.secondary == _THOUSAND:
            return f"{int(whole):,}".replace(",", self.group)
        groups = [whole[-self.primary :]]
        rest = whole[: -self.primary]
        while rest:
            groups.append(rest[-self.secondary :])
            rest = rest[: -self.secondary]
        return self.group.join(reversed(groups))


@lru_cache(maxsize=512)
def writer(loc: NumberLocale, kind: cldr.Kind = "decimal", *, money: bool = False) -> Writer:
    """Give how the language writes digits: grouped as in numbers, percentages or money.

    `money` takes the separators of money, which differ in a few countries (Austria, Switzerland).
    """
    signs = cldr.symbols(loc)
    decimal, group = signs.decimal, signs.group
    if money:
        decimal, group = signs.currency_decimal, signs.currency_group
    primary, secondary = cldr.grouping(loc, kind)
    own = cldr.digits(loc)
    table = None if own == "0123456789" else {ord("0") + value: digit for value, digit in enumerate(own)}
    return Writer(decimal, group, primary, secondary, cldr.minimum_grouping(loc), table)
