"""A time of day: 19:45, which English writes as 7:45 PM."""

from collections.abc import Mapping

from factsheet.content.frontmatter import Scalar
from factsheet.content.kinds.base import PROOF_SNIPPET, BadValue, Details, Kind
from factsheet.content.kinds.quotes import QuoteReading, closest, with_bound
from factsheet.content.kinds.showing import Forms
from factsheet.content.model import Metric, Value
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.dates import time_of_day
from factsheet.l10n.iso8601 import TimeOfDay, parse_time
from factsheet.l10n.reading.times import times


class Clock(Kind):
    """A time of day, declared as ISO 8601 writes it: 07:45, 19:45, 04:21:16."""

    name = "time"
    is_drawn = False
    snippet = ("A time of day", ("    kind: time", "    value: ${2:19:45}", "    label: ${3:Label}", *PROOF_SNIPPET))

    def read(self, scalar: Scalar, details: Details) -> Value:
        """Read hours and minutes, in quotation marks too, which YAML of other tools needs; raises BadValue."""
        found = parse_time(scalar.text)
        if found is None:
            raise BadValue("N155", value=scalar.text[:80])
        return found

    def show(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Forms:
        """Show the time as the language writes it."""
        text = time_of_day(loc, time_of(metric.value))
        return Forms(text=text, number=text, full=text, short=text)

    def machine(self, value: Value) -> str:
        """Write the time as it is declared."""
        return time_of(value).isoformat()

    def is_html_time(self, value: Value) -> bool:
        """HTML has times (HTML, 2.3.5.4)."""
        return True

    def read_quote(self, loc: NumberLocale, metric: Metric, text: str) -> QuoteReading:
        """Look for the time, in twelve hours or twenty-four, with its bound."""
        every = times(loc, text)
        return closest(
            (with_bound(metric, one) for one in every if one.value.seconds == time_of(metric.value).seconds), every
        )

    def reads_back(self, loc: NumberLocale, text: str, value: str) -> bool | None:
        """Read the times of the text, which may also be the very words of the language for the value."""
        declared = parse_time(value)
        if declared is None:
            return False
        is_shown = time_of_day(loc, declared) in text
        return is_shown or declared.seconds in [one.value.seconds for one in times(loc, text)]

    def unit_name(self, metric: Metric) -> str:
        """Say it in words."""
        del metric
        return "a time of day"


def time_of(value: Value) -> TimeOfDay:
    """Give the value as a time of day; raises TypeError where the kind has mixed up its values."""
    if isinstance(value, TimeOfDay):
        return value
    raise TypeError(type(value).__name__)


KIND = Clock()
