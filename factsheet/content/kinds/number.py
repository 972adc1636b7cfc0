"""A plain number: decimals and numbers below zero, such as an index of 0.828 or 1.5 children."""

from collections.abc import Mapping

from factsheet.content.kinds.base import PROOF_SNIPPET, Number
from factsheet.content.model import Metric


class Plain(Number):
    """Any decimal number; a `unit` phrase may say what of."""

    name = "number"
    snippet = ("A plain number", ("    kind: number", "    value: ${2:0.828}", "    label: ${3:Label}", *PROOF_SNIPPET))

    def dimension(self, metric: Metric, unit: Mapping[str, str] | None) -> tuple[str, ...]:
        """Numbers of the same phrase may be compared."""
        del metric
        return (self.name, (unit or {}).get("other", ""))


KIND = Plain()
