"""Plain numbers and percentages, in full and in compact form."""

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal

from factsheet.core.records import dataclass
from factsheet.l10n import cldr, figures
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.figures import Affixes, FormattedNumber

# Compact forms: which power of ten, how many decimals, which of the language's words for it.

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


Display = Literal[
    "standard", "compact-long", "compact-short", "thousand", "million", "billion", "trillion", "scientific"
]
"""How a number is written: with all digits, with the scale word or abbreviation that fits, with a given scale word, or
as a power of ten."""

_SUPERSCRIPTS: Final = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")

_COMPACT_GROUPING: Final = 2
"""In compact forms ICU writes four digits ungrouped in every language."""


def decimal(
    loc: NumberLocale,
    value: Decimal,
    *,
    display: Display = "standard",
    digits: int | None = None,
    exact: bool = True,
    plus: bool = False,
) -> FormattedNumber:
    """Write a number, above zero with its `plus` where that is asked for.

    `digits` are the decimals shown; None stands for those of the value (standard) or those needed, at most
    two (compact). Raises `LosesDigits` where `exact` and they do not hold the value.
    """
    if display == "scientific" and value:
        return _scientific(loc, value, digits=digits, exact=exact, plus=plus)
    if (cut := cut_by(loc, value, display, digits=digits, exact=exact)) is not None:
        return shorten(loc, cut, compact_affixes(loc, cut), figures.writer(loc), display=display, plus=plus)
    number = value if digits is None else figures.with_digits(value, digits, exact=exact)
    return around(loc, number, affixes(loc, "decimal"), figures.writer(loc).write(number), plus=plus)


def percent(
    loc: NumberLocale, value: Decimal, *, digits: int | None = None, exact: bool = True, plus: bool = False
) -> FormattedNumber:
    """Write a percentage: 12.5 means 12.5 %. The other arguments are those of `decimal`."""
    number = value if digits is None else figures.with_digits(value, digits, exact=exact)
    return around(loc, number, affixes(loc, "percent"), figures.writer(loc, "percent").write(number), plus=plus)


def _scientific(loc: NumberLocale, value: Decimal, *, digits: int | None, exact: bool, plus: bool) -> FormattedNumber:
    """Write a number as a power of ten, as print does: "6.02 × 10²³" (UTS #35, superscripting exponent)."""
    power = value.adjusted()
    cut = figures.shifted(value, power)
    mantissa = figures.plain(cut) if digits is None else figures.with_digits(cut, digits, exact=exact)
    exponent = str(power).translate(_SUPERSCRIPTS)
    written = f"{figures.writer(loc).write(mantissa)}\u00a0{cldr.symbols(loc).times}\u00a010{exponent}"
    before, after = affixes(loc, "decimal").around(value, plus=plus)
    category = cldr.plural_category(loc, value.copy_abs())
    return FormattedNumber(f"{before}{written}{after}", category, 0, written, (before, after))


def cut_by(loc: NumberLocale, value: Decimal, display: Display, *, digits: int | None, exact: bool) -> Compacted | None:
    """Cut a number as a display asks; None for all digits, also where the language has no word for the scale."""
    if display in {"standard", "scientific"}:
        return None
    if display in SCALES:
        return scaled(loc, value, SCALES[display], digits=digits, exact=exact)
    return compacted(loc, value, "decimal", words(display), digits=digits, exact=exact)


def words(display: Display) -> cldr.Width:
    """Give the width of the words a compact display uses."""
    return "short" if display == "compact-short" else "long"


@lru_cache(maxsize=512)
def affixes(loc: NumberLocale, kind: Literal["decimal", "percent"]) -> Affixes:
    """Give what stands around a number or percentage written in full."""
    return figures.affixes(loc, cldr.pattern(loc, kind))


def compact_affixes(loc: NumberLocale, cut: Compacted) -> Affixes:
    """Give what stands around a compact number that is no money."""
    return affixes(loc, "decimal") if cut.pattern is None else figures.affixes(loc, cut.pattern)


def shorten(
    loc: NumberLocale, cut: Compacted, sides: Affixes, writer: figures.Writer, *, display: Display, plus: bool
) -> FormattedNumber:
    """Write a compact number; a word by itself ("mille") shows no digits, a scale that was asked for groups them."""
    minimum = 1 if display in SCALES else _COMPACT_GROUPING
    written = writer.write(cut.mantissa, minimum=minimum) if sides.zeros else ""
    return around(loc, cut.mantissa, sides, written, scale=cut.power, plus=plus)


def around(
    loc: NumberLocale, number: Decimal, sides: Affixes, written: str, *, scale: int = 0, plus: bool
) -> FormattedNumber:
    """Put digits between their affixes; a noun after a scale word agrees with the scale."""
    before, after = sides.around(number, plus=plus)
    noun = Decimal(1).scaleb(scale) if scale else number.copy_abs()
    category = cldr.plural_category(loc, noun)
    return FormattedNumber(f"{before}{written}{after}", category, scale, written, (before, after))
