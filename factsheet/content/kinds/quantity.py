"""A quantity: a decimal number of a unit of measure that CLDR knows."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache, partial
from typing import Final

from factsheet.content.frontmatter import Scalar
from factsheet.content.kinds.base import NUMBER_KEYS, PROOF_SNIPPET, BadValue, Details, Number, read_number
from factsheet.content.kinds.estimates import YEARS
from factsheet.content.kinds.percent import PERCENT
from factsheet.content.kinds.quotes import parts_of_units, with_ages
from factsheet.content.kinds.showing import Forms, number_of, numeric_forms, phrase, worded
from factsheet.content.model import Metric, Value
from factsheet.core.patterns import regex
from factsheet.core.records import replace
from factsheet.l10n import amounts, numbers, supplement
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.ranges import in_phrase
from factsheet.l10n.reading.digits import Numeral
from factsheet.l10n.reading.fold import fold
from factsheet.l10n.reading.language import language
from factsheet.l10n.reading.numerals import read
from factsheet.l10n.reading.units import Units, units_at

_ITEMS = "concentr-item"


class Quantity(Number):
    """So many kilometres, tonnes or days; `measure` is the CLDR unit identifier (UTS #35, units)."""

    name = "quantity"
    keys = NUMBER_KEYS | {"measure"}
    implied_by = frozenset({"measure"})
    snippet = (
        "A measured quantity",
        ("    value: ${2:3.5}", "    measure: ${3:kilometer}", "    label: ${4:Label}", *PROOF_SNIPPET),
    )

    def read(self, scalar: Scalar, details: Details) -> Value:
        """Read a decimal number; raises BadValue."""
        if details.measure is None:
            raise BadValue("N118")
        return read_number(scalar, signed=details.change)

    def show(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Forms:
        """Show the quantity with its measure written out, or in the unit's phrase."""
        value, measure = number_of(metric.value), metric.measure or ""
        of_measure = ("unit", numbers.unit_id_of(measure) or "", "long")
        return numeric_forms(
            metric,
            unit,
            loc,
            value,
            plain=partial(numbers.decimal, loc, plus=metric.change),
            written=partial(numbers.unit, loc, unit_id=measure, width="long", plus=metric.change),
            measured=lambda number: in_phrase(loc, number, of_measure),
            abbreviated=partial(numbers.unit, loc, unit_id=measure, width="short", plus=metric.change),
        )

    def in_words(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Mapping[str, str]:
        """Put the number in words into the phrase of the unit, or into that of the measure."""
        of_measure = ("unit", numbers.unit_id_of(metric.measure or "") or "", "long")
        every = worded(metric, loc).items()
        return {gender: phrase(unit, one) if unit else in_phrase(loc, one, of_measure).text for gender, one in every}

    def fits(self, loc: NumberLocale, metric: Metric, numeral: Numeral) -> bool:
        """The measure stands beside the number, by its name or sign in the language; items are whatever is counted."""
        if self.unit_id(metric.measure) == _ITEMS:
            return super().fits(loc, metric, numeral)
        return numeral.is_measured or (numeral.percent and metric.measure == PERCENT)

    def numerals(self, loc: NumberLocale, metric: Metric, text: str) -> tuple[Numeral, ...]:
        """Read numerals, those in other units of the same quantity converted ("2.4 TWh" is 2,400 GWh).

        An age is in years without saying so ("aged 65 and over").
        """
        unit = self.unit_id(metric.measure)
        others = (*in_other_units(loc, text, unit), *parts_of_units(loc, text, unit)) if unit else ()
        every = _in_one(loc, text, (*super().numerals(loc, metric, text), *others), unit)
        return with_ages(loc, text, every) if unit == YEARS else every

    def is_typed(self, loc: NumberLocale, metric: Metric, numeral: Numeral) -> bool:
        """Whoever types a quantity may leave its measure out, or abbreviate it."""
        return not numeral.percent and numeral.currency is None

    def unit_id(self, measure: str | None) -> str | None:
        """Give the full id of the measure."""
        return numbers.unit_id_of(measure) if measure else None

    def names(self, metric: Metric, loc: NumberLocale) -> Mapping[str, Mapping[str, str]]:
        """Give those of the measure."""
        return supplement.unit_names(loc.cldr, self.unit_id(metric.measure) or "")

    def unit_text(self, metric: Metric) -> str | None:
        """Give the measure as it is declared."""
        return metric.measure

    def dimension(self, metric: Metric, unit: Mapping[str, str] | None) -> tuple[str, ...]:
        """Quantities of one measure may be compared."""
        return (self.name, metric.measure or "")


KIND = Quantity()


# Quantities that a text gives in other units than a figure has: "2.4 TWh" is 2,400 GWh, "3.200 kg" are 3,2 tonnes.

_UNIT_BEGINS: Final = regex(r"(?<=\d)[^\W\d_]|(?<![^\W_])[^\W\d_]|[°′″]")
"""Where the name or the sign of a unit may stand: where letters begin."""


@lru_cache(maxsize=1_024)
def in_other_units(loc: NumberLocale, text: str, unit: str) -> tuple[Numeral, ...]:
    """Give the numerals in other units of what a unit such as "energy-gigawatt-hour" measures, converted to it.

    Only what is exact counts: a number of miles is some number of kilometres, but seldom one that is printed.
    """
    sizes = amounts.convertible(unit)
    if not sizes or not any(map(str.isalnum, text)):
        return ()
    return tuple(
        replace(one, value=value, ulp=ulp)
        for other in sorted(_named(loc, text) & sizes.keys())
        for one in read(loc, text, unit=other)
        if one.is_measured
        and (value := amounts.multiplied(one.value, sizes[other])) is not None
        and (ulp := amounts.multiplied(one.ulp, sizes[other])) is not None
    )


_TWO: Final = 2
_FINE: Final = Decimal("0.01")
"""How exact a quantity in two units is at the least, for one that is about so much."""


def _in_one(loc: NumberLocale, text: str, every: tuple[Numeral, ...], unit: str | None) -> tuple[Numeral, ...]:
    """Give quantities in two units as one: "3 years and 6 months" says neither 3 years nor 6 months, but 3.5 years."""
    others = amounts.convertible(unit) if unit else {}
    named = sorted(_named(loc, text) & {unit, *others}) if others else []
    if unit is None or len(named) < _TWO:
        return every
    found = [(one, others.get(other, Fraction(1))) for other in named for one in read(loc, text, unit=other)]
    pairs = [
        (one, two, Fraction(one.value) * size + Fraction(two.value) * other)
        for one, size in found
        for two, other in found
        if one.is_measured and two.is_measured and size > other and one.end <= two.start  # "tons" may be two units
        if _is_joined(loc, text[one.end : two.start])
    ]
    taken = {part.start for one, two, _ in pairs for part in (one, two)}
    whole = (
        replace(one, end=two.end, text=text[one.start : two.end], value=value, ulp=_FINE)
        for one, two, sum_ in pairs
        if (value := amounts.multiplied(Decimal(1), sum_)) is not None
    )
    return (*(one for one in every if one.start not in taken), *whole)


def _is_joined(loc: NumberLocale, between: str) -> bool:
    """Whether what stands between two quantities makes one of them: a space, or the word for "and"."""
    words = between.split()
    joins = language(loc.code).joins[:1]
    return (not between or between[:1].isspace()) and (not words or tuple(one.lower() for one in words) == joins)


def _named(loc: NumberLocale, text: str) -> Units:
    """The units that a text names anywhere."""
    return frozenset(unit for units in _names(loc, text) for unit in units)


def _names(loc: NumberLocale, text: str) -> Iterator[Units]:
    plain = fold(text, loc.code).plain
    yield from (units_at(loc, plain, found.start()) for found in _UNIT_BEGINS.finditer(plain))
