"""Shares: percentages, percentage points and ratios."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import partial
from typing import Final

from factsheet.content.frontmatter import Scalar
from factsheet.content.kinds.base import PROOF_SNIPPET, BadValue, Details, Kind, Number, read_number
from factsheet.content.kinds.quotes import QuoteReading, closest, numerals, with_bound
from factsheet.content.kinds.showing import Forms, held, machine_number, number_of, numeric_forms, phrase, worded_forms
from factsheet.content.model import BOUNDS, Metric, Ratio, Value
from factsheet.content.statements.comparing import StatementKind as Sort
from factsheet.content.statements.reader import read
from factsheet.core.patterns import regex
from factsheet.core.records import replace
from factsheet.l10n import numbers
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.numbers import FormattedNumber
from factsheet.l10n.reading.digits import Numeral
from factsheet.l10n.reading.shares import WrittenShare, bound_before_article, shares
from factsheet.l10n.reading.words import in_figures

# A percentage: 12.5 means 12.5 %, never 0.125.

PERCENT = "percent"
"""The `measure` of a range of percentages."""


class Percent(Number):
    """Parts of a hundred."""

    name = "percent"
    called = "per cent"
    implied_by = frozenset({"share_of", "change_of"})
    results = Number.results | {"share_of"}
    whole = Decimal(100)
    snippet = ("A percentage", ("    kind: percent", "    value: ${2:12.5}", "    label: ${3:Label}", *PROOF_SNIPPET))

    def show(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Forms:
        """Show the percentage with the language's sign, or in the unit's phrase."""
        value = number_of(metric.value)
        plain = partial(numbers.decimal, loc, plus=metric.change)
        written = partial(write_percent, loc, plus=metric.change)
        return numeric_forms(metric, unit, loc, value, plain=plain, written=written)

    def fits(self, loc: NumberLocale, metric: Metric, numeral: Numeral) -> bool:
        """A percentage is called so."""
        return numeral.percent and not numeral.points

    def unit_text(self, metric: Metric) -> str | None:
        """Give the percent sign."""
        return "%"


def write_percent(
    loc: NumberLocale,
    value: Decimal,
    *,
    display: str = "standard",
    digits: int | None = None,
    exact: bool = True,
    plus: bool = False,
) -> FormattedNumber:
    """Write a percentage with the language's sign; it has no compact form, whatever `display` says."""
    del display
    return numbers.percent(loc, value, digits=digits, exact=exact, plus=plus)


PERCENTAGE = Percent()


# Percentage points: by how much one percentage differs from another, and never a percentage itself.

_BASIS_POINTS: Final = "concentr-permyriad"

POINTS_MESSAGES: Final = (("%(number)s percentage point", "%(number)s percentage points"),)


class Points(Number):
    """A number of percentage points; every form of it says so."""

    name = "points"
    called = "percentage points"
    message = POINTS_MESSAGES[0]
    is_in_points = True
    differences = frozenset({"percent"})
    snippet = (
        "Percentage points",
        ("    kind: points", "    value: ${2:-0.74}", "    change: true", "    label: ${3:Label}", *PROOF_SNIPPET),
    )

    def show(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Forms:
        """Show the number in the phrase of the unit, in its full and its short form too."""
        plain = partial(numbers.decimal, loc, plus=metric.change)
        return worded_forms(metric, unit, loc, number_of(metric.value), plain)

    def numerals(self, loc: NumberLocale, metric: Metric, text: str) -> tuple[Numeral, ...]:
        """Read numerals; a hundred basis points are one percentage point."""
        of_bases = (one for one in numerals(loc, text, _BASIS_POINTS) if one.is_measured)
        whole = [replace(one, value=one.value.scaleb(-2), ulp=one.ulp.scaleb(-2), points=True) for one in of_bases]
        taken = {one.start for one in whole}
        return (*whole, *(one for one in super().numerals(loc, metric, text) if one.start not in taken))

    def fits(self, loc: NumberLocale, metric: Metric, numeral: Numeral) -> bool:
        """Percentage points are called so."""
        return numeral.points

    def unit_text(self, metric: Metric) -> str | None:
        """Name them for machines, which have no sign for them."""
        return "percentage point"


POINTS = Points()


# A ratio: one in five, a part of a whole that is not shown as a percentage.

RATIO_MESSAGES: Final = ("%(part)s in %(number)s",)

_RATIO = regex(r"([0-9.]+)[ ]*/[ ]*([0-9.]+)")
_CLOSE = Decimal("0.0001")
"""How near a fraction in words comes: a third is a third."""


class PartOfWhole(Kind):
    """1/5 is shown as “1 in 5”."""

    name = "ratio"
    bounds = frozenset(BOUNDS)
    has_unit = True
    message = (RATIO_MESSAGES[0], RATIO_MESSAGES[0])
    snippet = ("A ratio", ("    kind: ratio", "    value: ${2:1/5}", "    label: ${3:Label}", *PROOF_SNIPPET))

    def read(self, scalar: Scalar, details: Details) -> Value:
        """Read two whole numbers with a slash between them, the part the smaller; raises BadValue."""
        match = None if scalar.quoted else _RATIO.fullmatch(scalar.text)
        if match is None:
            raise BadValue("N135", value=scalar.text)
        part, whole = (read_number(Scalar(one, scalar.place)) for one in match.groups())
        if not 0 < part < whole or part % 1 or whole % 1:
            raise BadValue("N135", value=scalar.text)
        return Ratio(part, whole)

    def show(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Forms:
        """Show the part and the whole in the phrase for them."""
        ratio = held(Ratio, metric.value)
        whole = numbers.decimal(loc, ratio.whole)
        text = phrase(unit or {}, whole).replace("{part}", numbers.decimal(loc, ratio.part).text)
        return Forms(text=text, number=text, full=text, short=text)

    def machine(self, value: Value) -> str:
        """Write both with a slash between them."""
        ratio = held(Ratio, value)
        return f"{machine_number(ratio.part)}/{machine_number(ratio.whole)}"

    def read_quote(self, loc: NumberLocale, metric: Metric, text: str) -> QuoteReading:
        """Look for the ratio, in figures ("1 in 5") or in words ("a fifth"), with its bound."""
        ratio = held(Ratio, metric.value)
        every = [*shares(loc, text), *_fractions(loc, text)]
        said = [*every, *shares(loc, in_figures(loc, text, numbers=False))]  # "la quinta parte"
        part = ratio.part / ratio.whole
        equal = (one for one in said if abs(one.part / one.whole - part) < _CLOSE)
        return closest((with_bound(metric, one) for one in equal), every or said)


def _fractions(loc: NumberLocale, text: str) -> Iterator[WrittenShare]:
    """The parts in words: "half", "two thirds", "un sfert"."""
    for one in read(loc, text):
        if one.kind is Sort.FRACTION and one.value is not None:
            bound = one.bound or bound_before_article(loc, text, one.start)
            yield WrittenShare(one.start, one.end, one.text, one.value, Decimal(1), bound)


RATIO = PartOfWhole()
