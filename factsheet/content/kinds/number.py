"""A plain number: decimals and numbers below zero, such as an index of 0.828 or 1.5 children."""

from collections.abc import Mapping
from functools import partial

from factsheet.content.frontmatter import Scalar
from factsheet.content.kinds.base import PROOF_SNIPPET, Details, Number, read_number
from factsheet.content.kinds.showing import Forms, number_of, numeric_forms
from factsheet.content.model import Metric, Value
from factsheet.l10n import numbers
from factsheet.l10n.cldr import NumberLocale


class Plain(Number):
    """Any decimal number; a `unit` phrase may say what of."""

    name = "number"
    snippet = ("A plain number", ("    kind: number", "    value: ${2:0.828}", "    label: ${3:Label}", *PROOF_SNIPPET))

    def read(self, scalar: Scalar, details: Details) -> Value:
        """Read a decimal number, below zero too; raises BadValue."""
        return read_number(scalar, signed=details.change)

    def show(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Forms:
        """Show the number, in its unit's phrase where there is one."""
        value = number_of(metric.value)
        plain = partial(numbers.decimal, loc, plus=metric.change)
        return numeric_forms(metric, unit, loc, value, plain=plain, written=plain)

    def dimension(self, metric: Metric, unit: Mapping[str, str] | None) -> tuple[str, ...]:
        """Numbers of the same phrase may be compared."""
        del metric
        return (self.name, (unit or {}).get("other", ""))


KIND = Plain()
