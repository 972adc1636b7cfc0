"""A year of the Gregorian calendar: never grouped, so 2025 and not 2.025."""

from collections.abc import Mapping

from factsheet.content import statements
from factsheet.content.frontmatter import Scalar
from factsheet.content.kinds.base import PROOF_SNIPPET, Details, Kind
from factsheet.content.kinds.calendar import read_any_year
from factsheet.content.kinds.saying import Reading, numerals, says_dates
from factsheet.content.kinds.showing import Forms, machine_number, number_of
from factsheet.content.model import Metric, Value
from factsheet.l10n import dates
from factsheet.l10n.cldr import NumberLocale

_LIKE_YEARS = 1000
"""From this one on, digits alone look like a year."""


class Year(Kind):
    """A year of our era, in four digits or three."""

    name = "year"
    is_time = True
    snippet = ("A year", ("    kind: year", "    value: ${2:2025}", "    label: ${3:Label}", *PROOF_SNIPPET))

    def read(self, scalar: Scalar, details: Details) -> Value:
        """Read four digits, or three; raises BadValue."""
        return read_any_year(scalar)

    def show(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Forms:
        """Show the year in the language's digits."""
        text = dates.year(loc, int(number_of(metric.value)))
        return Forms(text=text, number=text, full=text, short=text)

    def machine(self, value: Value) -> str:
        """Write the digits."""
        return machine_number(number_of(value))

    def said(self, loc: NumberLocale, metric: Metric, text: str) -> Reading:
        """Look for the year, alone or in a date; one before 1000 is a plain number."""
        year = number_of(metric.value)
        plain = (one for one in numerals(loc, text) if one.value == year and one.text.isdecimal())
        if year < _LIKE_YEARS and (first := next(plain, None)) is not None:
            return Reading(None, first.text)
        reading = says_dates(loc, text, [year])
        said = (
            one for one in statements.read(loc, text) if one.kind is statements.StatementKind.YEAR and one.value == year
        )
        return reading if reading.lack is None or not any(said) else Reading(None)


KIND = Year()
