"""A percentage: 12.5 means 12.5 %, never 0.125."""

from collections.abc import Mapping
from decimal import Decimal
from functools import partial

from factsheet.frontmatter import Scalar
from factsheet.kinds.base import Details, Forms, machine_number, number_of, numeric_forms, read_number
from factsheet.l10n import numbers
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.numbers import Shown
from factsheet.model import Metric, Value

PERCENT = "percent"
"""The `measure` of a range of percentages."""


class Percent:
    """Parts of a hundred."""

    name = "percent"
    keys = frozenset({"display", "digits", "history"})
    has_unit = True

    def read(self, scalar: Scalar, details: Details) -> Value:
        """Read the number before the percent sign; raises BadValue."""
        return read_number(scalar)

    def show(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Forms:
        """Show the percentage with the language's sign, or in the unit's phrase."""
        value = number_of(metric.value)
        plain = partial(numbers.decimal, loc, value)
        return numeric_forms(metric, unit, value, plain=plain, written=partial(write_percent, loc, value))

    def machine(self, value: Value) -> str:
        """Write the number before the percent sign."""
        return machine_number(number_of(value))


def write_percent(
    loc: NumberLocale,
    value: Decimal,
    *,
    display: str = "standard",
    digits: int | None = None,
    exact: bool = True,
) -> Shown:
    """Write a percentage with the language's sign; it has no compact form, whatever `display` says."""
    del display
    return numbers.percent(loc, value, digits=digits, exact=exact)


KIND = Percent()
