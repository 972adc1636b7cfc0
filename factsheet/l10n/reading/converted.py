"""Quantities that a text gives in other units than a figure has: "2.4 TWh" is 2,400 GWh, "3.200 kg" are 3,2 tonnes."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from factsheet.l10n import conversions
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.digits import Numeral
from factsheet.l10n.reading.fold import fold
from factsheet.l10n.reading.numerals import read
from factsheet.l10n.reading.units import Units, units_at
from factsheet.patterns import regex
from factsheet.records import replace

_UNIT_BEGINS: Final = regex(r"(?<=\d)[^\W\d_]|(?<![^\W_])[^\W\d_]|[°′″]")
"""Where the name or the sign of a unit may stand: where letters begin."""


@lru_cache(maxsize=1_024)
def in_other_units(loc: NumberLocale, text: str, unit: str) -> tuple[Numeral, ...]:
    """Give the numerals in other units of what a unit such as "energy-gigawatt-hour" measures, converted to it.

    Only what is exact counts: a number of miles is some number of kilometres, but seldom one that is printed.
    """
    sizes = conversions.others(unit)
    if not sizes or not any(map(str.isalnum, text)):
        return ()
    return tuple(
        replace(one, value=value, ulp=ulp)
        for other in sorted(_named(loc, text) & sizes.keys())
        for one in read(loc, text, unit=other)
        if one.is_measured
        and (value := conversions.times(one.value, sizes[other])) is not None
        and (ulp := conversions.times(one.ulp, sizes[other])) is not None
    )


def _named(loc: NumberLocale, text: str) -> Units:
    """The units that a text names anywhere."""
    return frozenset(unit for units in _names(loc, text) for unit in units)


def _names(loc: NumberLocale, text: str) -> Iterator[Units]:
    plain = fold(text, loc.cldr.partition("_")[0]).plain
    yield from (units_at(loc, plain, found.start()) for found in _UNIT_BEGINS.finditer(plain))
