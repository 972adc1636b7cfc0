"""A year of the Gregorian calendar: never grouped, so 2025 and not 2.025."""

from collections.abc import Mapping

from factsheet.content.frontmatter import Scalar
from factsheet.content.kinds.base import PROOF_SNIPPET, Details, Kind, machine_number
from factsheet.content.kinds.calendar import read_year
from factsheet.content.kinds.saying import Reading, says_dates
from factsheet.content.kinds.showing import Forms, number_of
from factsheet.content.model import Metric, Value
from factsheet.l10n import dates
from factsheet.l10n.cldr import NumberLocale


class Year(Kind):
    """Four digits, 1000 to 9999."""

    name = "year"
    is_time = True
    snippet = ("A year", ("    kind: year", "    value: ${2:2025}", "    label: ${3:Label}", *PROOF_SNIPPET))

    def read(self, scalar: Scalar, details: Details) -> Value:
        """Read four digits; raises BadValue."""
        return read_year(scalar)

    def show(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Forms:
        """Show the year in the language's digits."""
        text = dates.year(loc, int(number_of(metric.value)))
        return Forms(text=text, number=text, full=text, short=text)

    def machine(self, value: Value) -> str:
        """Write the four digits."""
        return machine_number(number_of(value))

    def said(self, loc: NumberLocale, metric: Metric, text: str) -> Reading:
        """Look for the year, alone or in a date."""
        return says_dates(loc, text, [number_of(metric.value)])


KIND = Year()
