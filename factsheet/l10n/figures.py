"""Digits of a number: rounding only when asked, grouping, and the language's own digits."""

import unicodedata
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import Final

from factsheet.core.problems import FactsheetError
from factsheet.core.records import dataclass, field
from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale

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


# Number patterns of UTS #35 (`¤#,##0.00;(¤#,##0.00)`), turned into the text before and after the digits.

_NUMBER: Final = frozenset("#0,.@123456789")
_SIGN: Final = "\ue000"
_PERCENT: Final = "\ue001"
_PLUS: Final = "\ue002"
_CURRENCY: Final = "\ue003"
_TOKENS: Final = {"-": _SIGN, "%": _PERCENT, "+": _PLUS, "¤": _CURRENCY}
_SPACE: Final = "\u00a0"


@dataclass(frozen=True, slots=True)
class Affixes:
    """What stands around the digits, for positive and for negative numbers, and for such as show a plus."""

    before: str
    after: str
    minus_before: str
    minus_after: str
    plus_before: str
    plus_after: str
    zeros: int
    """Digits the pattern has before its decimal point; 0 for a pattern that is a word ("mille")."""

    def around(self, number: Decimal, *, plus: bool = False) -> tuple[str, str]:
        """Give the text before and after a number; `plus` asks for a sign above zero too (UTS #35, "except zero")."""
        if number < 0:
            return self.minus_before, self.minus_after
        return (self.plus_before, self.plus_after) if plus and number else (self.before, self.after)


@lru_cache(maxsize=8192)
def affixes(loc: NumberLocale, pattern: str, symbol: str = "") -> Affixes:
    """Write a pattern's affixes with the signs of the language, `symbol` standing for the currency.

    A symbol whose edge is neither sign nor space is kept off the digits by a no-break space (CLDR's
    currencySpacing, one rule for all languages).
    """
    positive, _, negative = _split(pattern)
    before, number, after = _parts(positive)
    minus_before, minus_after = _SIGN + before, after
    if negative:
        minus_before, _, minus_after = _parts(negative)
    plus_before, plus_after = (part.replace(_SIGN, _PLUS) for part in (minus_before, minus_after))
    written = [
        _written(loc, part, symbol, leading=not place % 2)
        for place, part in enumerate((before, after, minus_before, minus_after, plus_before, plus_after))
    ]
    zeros = number.partition(".")[0].count("0")
    return Affixes(written[0], written[1], written[2], written[3], written[4], written[5], zeros)


def _split(pattern: str) -> tuple[str, str, str]:
    """Split at the first semicolon outside quotes."""
    quoted = False
    for place, char in enumerate(pattern):
        if char == "'":
            quoted = not quoted
        elif char == ";" and not quoted:
            return pattern[:place], char, pattern[place + 1 :]
    return pattern, "", ""


def _parts(pattern: str) -> tuple[str, str, str]:
    """Give prefix, digits and suffix of one half of a pattern; quotes resolved, signs made tokens."""
    before: list[str] = []
    number: list[str] = []
    after: list[str] = []
    quoted = False
    for place, char in enumerate(pattern):
        if char == "'":
            if pattern[place + 1 : place + 2] == "'":
                (after if number else before).append("'")
            quoted = not quoted
        elif not quoted and char in _NUMBER and not after:
            number.append(char)
        else:
            (after if number else before).append(char if quoted else _TOKENS.get(char, char))
    return "".join(before), "".join(number), "".join(after)


def _written(loc: NumberLocale, affix: str, symbol: str, *, leading: bool) -> str:
    signs = cldr.symbols(loc)
    currency = symbol
    if symbol and leading and affix.endswith(_CURRENCY) and _is_letter(symbol[-1]):
        currency = symbol + _SPACE
    elif symbol and not leading and affix.startswith(_CURRENCY) and _is_letter(symbol[0]):
        currency = _SPACE + symbol
    return (
        affix.replace(_SIGN, signs.minus)
        .replace(_PERCENT, signs.percent)
        .replace(_PLUS, signs.plus)
        .replace(_CURRENCY, currency)
    )


def _is_letter(char: str) -> bool:
    """Tell whether a symbol's edge is neither a sign (S) nor a space (Z)."""
    return unicodedata.category(char)[0] not in "SZ"


# A number as a page shows it, with what the words around it need to know.

Phrase = tuple[str, str, str]
"""A unit ("unit", id, width), or money in words ("money", code, "")."""


@dataclass(frozen=True, slots=True)
class FormattedNumber:
    """A number written in one language."""

    text: str
    """The text, no-break spaces and bidi marks included."""
    category: str
    """Plural category of a noun that follows; after a scale word it is that of the scale."""
    scale: int = 0
    """Power of ten of the scale word shown (3, 6, 9), 0 when there is none."""
    number: str = field(default="", repr=False, compare=False)
    """The digits alone: what a range repeats."""
    around: tuple[str, str] = field(default=("", ""), repr=False, compare=False)
    """Sign, scale word, percent or currency sign before and after the digits."""
    phrase: Phrase | None = field(default=None, repr=False, compare=False)
    """The unit or the money in words that the number stands in."""
