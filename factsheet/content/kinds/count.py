"""A count: a whole number of things, not negative unless it is a change."""

from collections.abc import Mapping
from functools import partial

from factsheet.content.frontmatter import Scalar
from factsheet.content.kinds.base import PROOF_SNIPPET, UNIT_SNIPPET, Details, Number, read_number, read_whole
from factsheet.content.kinds.showing import Forms, number_of, numeric_forms
from factsheet.content.model import Metric, Value
from factsheet.l10n import numbers
from factsheet.l10n.cldr import NumberLocale


class Count(Number):
    """Whole and non-negative: people, arrests, countries. The default kind."""

    name = "count"
    needs_unit = True
    snippet = (
        "A number that is counted",
        ("    value: ${2:1209}", "    label: ${3:Label}", f"    {UNIT_SNIPPET}", *PROOF_SNIPPET),
    )

    def read(self, scalar: Scalar, details: Details) -> Value:
        """Read a whole number, or a decimal one per something; raises BadValue."""
        value = read_number(scalar, signed=details.change) if details.is_rate else None
        return value if value and value > 0 else read_whole(scalar, signed=details.change)

    def show(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Forms:
        """Show the count, with its unit's phrase where there is one."""
        value = number_of(metric.value)
        plain = partial(numbers.decimal, loc, plus=metric.change)
        return numeric_forms(metric, unit, loc, value, plain=plain, written=plain)

    def dimension(self, metric: Metric, unit: Mapping[str, str] | None) -> tuple[str, ...]:
        """Things of the same name may be compared."""
        del metric
        return (self.name, (unit or {}).get("other", ""))


KIND = Count()
