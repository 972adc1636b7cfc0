"""A count: a whole number of things, not negative unless it is a change."""

from factsheet.content.frontmatter import Scalar
from factsheet.content.kinds.base import PROOF_SNIPPET, UNIT_SNIPPET, Details, read_number, read_whole
from factsheet.content.kinds.number import Plain
from factsheet.content.model import Value


class Count(Plain):
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


KIND = Count()
