"""A count: a whole number of things, never negative."""

from collections.abc import Mapping
from functools import partial

from factsheet.frontmatter import Scalar
from factsheet.kinds.base import Details, Forms, machine_number, number_of, numeric_forms, read_whole
from factsheet.l10n import numbers
from factsheet.l10n.cldr import NumberLocale
from factsheet.model import Metric, Value


class Count:
    """Whole and non-negative: people, arrests, countries. The default kind."""

    name = "count"
    keys = frozenset({"display", "digits", "history"})
    has_unit = True

    def read(self, scalar: Scalar, details: Details) -> Value:
        """Read a whole number; raises BadValue."""
        return read_whole(scalar)

    def show(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Forms:
        """Show the count, with its unit's phrase where there is one."""
        value = number_of(metric.value)
        plain = partial(numbers.decimal, loc, value)
        return numeric_forms(metric, unit, value, plain=plain, written=plain)

    def machine(self, value: Value) -> str:
        """Write the digits."""
        return machine_number(number_of(value))


KIND = Count()
