"""A quantity: a decimal number of a unit of measure that CLDR knows."""

from collections.abc import Mapping
from functools import partial

from factsheet.frontmatter import Scalar
from factsheet.kinds.base import (
    BadValue,
    Details,
    Forms,
    machine_number,
    number_of,
    numeric_forms,
    read_number,
)
from factsheet.l10n import numbers
from factsheet.l10n.cldr import NumberLocale
from factsheet.model import Metric, Value


class Quantity:
    """So many kilometres, tonnes or days; `measure` is the CLDR unit identifier (UTS #35, units)."""

    name = "quantity"
    keys = frozenset({"measure", "display", "digits", "history"})
    has_unit = True

    def read(self, scalar: Scalar, details: Details) -> Value:
        """Read a decimal number; raises BadValue."""
        if details.measure is None:
            raise BadValue("N118")
        return read_number(scalar)

    def show(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Forms:
        """Show the quantity with its measure written out, or in the unit's phrase."""
        value, measure = number_of(metric.value), metric.measure or ""
        return numeric_forms(
            metric,
            unit,
            value,
            plain=partial(numbers.decimal, loc, value),
            written=partial(numbers.unit, loc, value, measure, width="long"),
            abbreviated=partial(numbers.unit, loc, value, measure, width="short"),
        )

    def machine(self, value: Value) -> str:
        """Write the number, in the declared measure."""
        return machine_number(number_of(value))


KIND = Quantity()
