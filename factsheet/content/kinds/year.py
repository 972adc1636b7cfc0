"""A year of the Gregorian calendar: never grouped, so 2025 and not 2.025."""

from collections.abc import Mapping

from factsheet.content.frontmatter import Scalar
from factsheet.content.kinds.base import PROOF_SNIPPET, Details, Kind
from factsheet.content.kinds.dating import read_any_year, says_dates
from factsheet.content.kinds.quotes import QuoteReading
from factsheet.content.kinds.showing import Forms, machine_number, number_of
from factsheet.content.model import Metric, Value
from factsheet.content.statements.comparing import Statement, StatementKind
from factsheet.content.statements.language import sentences
from factsheet.content.statements.reader import read
from factsheet.l10n import cldr, dates
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.language import language

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

    def read_quote(self, loc: NumberLocale, metric: Metric, text: str) -> QuoteReading:
        """Look for the year, alone or in a date; one before 1000 is a plain number that counts nothing."""
        year = number_of(metric.value)
        plain = (one for one in read(loc, text) if one.value == year and one.text.isdecimal())
        if year < _LIKE_YEARS and (first := next((one for one in plain if _is_year(loc, text, one)), None)) is not None:
            return QuoteReading(None, first.text)
        reading = says_dates(loc, text, [year])
        said = (one for one in read(loc, text) if one.kind is StatementKind.YEAR and one.value == year)
        return reading if reading.mismatch is None or not any(said) else QuoteReading(None)


def _is_year(loc: NumberLocale, text: str, one: Statement) -> bool:
    """Whether a number of three digits is a year: it counts nothing, or words or an era beside it say so."""
    lead, behind = text[: one.start].rstrip(" \u00a0").lower(), text[one.end :].lstrip(" \u00a0").lower()
    own, eras = sentences(loc.code), (cldr.eras(loc, width)[1].lower() for width in ("wide", "abbreviated"))
    if not one.nouns or behind.startswith((*eras, *map(str.lower, own.years_behind))):
        return True
    is_linked = behind.startswith(tuple(f"{link} " for link in language(loc.code).links))
    return not is_linked and any(lead == word or lead.endswith(f" {word}") for word in own.years_before)


KIND = Year()
