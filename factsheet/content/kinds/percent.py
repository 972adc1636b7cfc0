"""A percentage: 12.5 means 12.5 %, never 0.125."""

from collections.abc import Mapping
from decimal import Decimal
from functools import partial

from factsheet.content.kinds.base import PROOF_SNIPPET, Number
from factsheet.content.kinds.showing import Forms, number_of, numeric_forms
from factsheet.content.model import Metric
from factsheet.l10n import numbers
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.numbers import FormattedNumber
from factsheet.l10n.reading.digits import Numeral

PERCENT = "percent"
"""The `measure` of a range of percentages."""


class Percent(Number):
    """Parts of a hundred."""

    name = "percent"
    implied_by = frozenset({"share_of", "change_of"})
    results = Number.results | {"share_of"}
    whole = Decimal(100)
    snippet = (
        "A percentage",
        ("    kind: percent", "    value: ${2:12.5}", "    label: ${3:Label}", *PROOF_SNIPPET),
    )

    def show(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Forms:
        """Show the percentage with the language's sign, or in the unit's phrase."""
        value = number_of(metric.value)
        plain = partial(numbers.decimal, loc, plus=metric.change)
        return numeric_forms(
            metric, unit, loc, value, plain=plain, written=partial(write_percent, loc, plus=metric.change)
        )

    def fits(self, loc: NumberLocale, metric: Metric, numeral: Numeral) -> bool:
        """A percentage is called so."""
        del loc, metric
        return numeral.percent and not numeral.points

    def unit_text(self, metric: Metric) -> str | None:
        """Give the percent sign."""
        del metric
        return "%"

    def unit_name(self, metric: Metric) -> str:
        """Say it in words."""
        del metric
        return "per cent"


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


KIND = Percent()
