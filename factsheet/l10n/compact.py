"""Compact forms: which power of ten, how many decimals, which of the language's words for it."""

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal

from factsheet.l10n import cldr, figures
from factsheet.l10n.cldr import NumberLocale
from factsheet.records import dataclass

MAX_DIGITS: Final = 2
"""Decimals of a compact number where none are asked for."""

SCALES: Final[Mapping[str, int]] = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
"""The scales that may be asked for, by their names in English, with their powers of ten."""

Kind = Literal["decimal", "currency"]


@dataclass(frozen=True, slots=True)
class Compacted:
    """A number cut by a power of ten."""

    mantissa: Decimal
    power: int
    """The power of ten that the words stand for; 0 where there are none."""
    pattern: str | None
    """The pattern of UTS #35 for it; None where the number stays as it is."""


@dataclass(frozen=True, slots=True)
class _Scale:
    """What a language calls the numbers of one magnitude."""

    power: int
    patterns: Mapping[str, str]


@lru_cache(maxsize=512)
def _scales(loc: NumberLocale, kind: Kind, width: cldr.Width) -> Mapping[int, _Scale]:
    """Give the scales by magnitude; a language without long words has its short ones."""
    table = cldr.compact(loc, kind, width) or cldr.compact(loc, kind, "short")
    found: dict[int, _Scale] = {}
    for magnitude, pattern in table.get("other", {}).items():
        zeros = pattern.split(";")[0].count("0")
        own = {category: row[magnitude] for category, row in table.items() if magnitude in row}
        if pattern.strip("0"):
            found[magnitude] = _Scale(magnitude - zeros + 1, own)
    return found


@lru_cache(maxsize=512)
def _largest(loc: NumberLocale, kind: Kind, width: cldr.Width) -> int:
    return max(_scales(loc, kind, width), default=-1)


def compacted(
    loc: NumberLocale, value: Decimal, kind: Kind, width: cldr.Width, *, digits: int | None, exact: bool
) -> Compacted:
    """Cut a number by the power of ten that the language has a word for.

    `digits` are the decimals shown (None: those needed, at most two). Raises `LosesDigits` where `exact` and
    they do not hold the value; else it is rounded half up, and the power chosen again if that gains a digit.
    """
    scales, largest = _scales(loc, kind, width), _largest(loc, kind, width)
    magnitude = value.adjusted() if value else 0
    scale = scales.get(min(magnitude, largest))
    mantissa = _mantissa(value, scale, digits, exact=exact)
    if mantissa and mantissa.adjusted() + (scale.power if scale else 0) > magnitude:
        scale = scales.get(min(magnitude + 1, largest))
        mantissa = _mantissa(value, scale, digits, exact=exact)
    if scale is None:
        return Compacted(mantissa, 0, None)
    return Compacted(mantissa, scale.power, _pattern(loc, scale, mantissa))


def scaled(loc: NumberLocale, value: Decimal, power: int, *, digits: int | None, exact: bool) -> Compacted | None:
    """Cut a number by a given power of ten, with all the digits it needs; None where the language has no word for it.

    Raises `LosesDigits` where `exact` and the `digits` asked for do not hold the value.
    """
    found = [scale for scale in _scales(loc, "decimal", "long").values() if scale.power == power]
    if not found:
        return None
    cut = figures.shifted(value, power)
    mantissa = figures.plain(cut) if digits is None else figures.with_digits(cut, digits, exact=exact)
    most = _scales(loc, "decimal", "long").get(mantissa.adjusted() + power if mantissa else power)
    return Compacted(mantissa, power, _pattern(loc, most if most in found else found[-1], mantissa))


def _mantissa(value: Decimal, scale: _Scale | None, digits: int | None, *, exact: bool) -> Decimal:
    cut = figures.shifted(value, scale.power) if scale else value
    if digits is None:
        return figures.at_most(cut, MAX_DIGITS, exact=exact)
    return figures.with_digits(cut, digits, exact=exact)


def _pattern(loc: NumberLocale, scale: _Scale, mantissa: Decimal) -> str:
    """Choose by the number shown: its own word ("mille"), its plural category's, or the common one."""
    size = mantissa.copy_abs()
    exactly = scale.patterns.get(str(mantissa)) if mantissa in (0, 1) else None
    if exactly is not None:
        return exactly
    category = cldr.plural_category(loc, size)
    return scale.patterns.get(category) or scale.patterns["other"]
