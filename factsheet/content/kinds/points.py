"""Percentage points: by how much one percentage differs from another, and never a percentage itself."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from factsheet.content.kinds.base import PROOF_SNIPPET, Number
from factsheet.content.kinds.quotes import numerals
from factsheet.content.kinds.showing import Forms, number_of, worded_forms
from factsheet.content.model import Metric
from factsheet.core.records import replace
from factsheet.l10n import numbers
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.digits import Numeral

_BASIS_POINTS: Final = "concentr-permyriad"

POINTS_MESSAGES: Final = (("%(number)s percentage point", "%(number)s percentage points"),)


class Points(Number):
    """A number of percentage points; every form of it says so."""

    name = "points"
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
        del loc, metric
        return numeral.points

    def unit_text(self, metric: Metric) -> str | None:
        """Name them for machines, which have no sign for them."""
        del metric
        return "percentage point"

    def unit_name(self, metric: Metric) -> str:
        """Say it in words."""
        del metric
        return "percentage points"


KIND = Points()
