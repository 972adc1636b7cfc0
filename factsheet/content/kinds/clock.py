"""Times of day and durations."""

from collections.abc import Mapping

from factsheet.content.frontmatter import Scalar
from factsheet.content.kinds.base import PROOF_SNIPPET, BadValue, Details, Kind
from factsheet.content.kinds.quotes import QuoteReading, closest, with_bound
from factsheet.content.kinds.showing import Forms, held
from factsheet.content.model import BOUNDS, Metric, Value
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.dates import in_short, in_words, time_of_day
from factsheet.l10n.iso8601 import Duration, TimeOfDay, parse_duration, parse_time
from factsheet.l10n.reading.times import durations, times

# A time of day: 19:45, which English writes as 7:45 PM.


class Clock(Kind):
    """A time of day, declared as ISO 8601 writes it: 07:45, 19:45, 04:21:16."""

    name = "time"
    is_drawn = False
    called = "a time of day"
    snippet = ("A time of day", ("    kind: time", "    value: ${2:19:45}", "    label: ${3:Label}", *PROOF_SNIPPET))

    def read(self, scalar: Scalar, details: Details) -> Value:
        """Read hours and minutes, in quotation marks too, which YAML of other tools needs; raises BadValue."""
        if (found := parse_time(scalar.text)) is None:
            raise BadValue("N155", value=scalar.text)
        return found

    def show(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Forms:
        """Show the time as the language writes it."""
        text = time_of_day(loc, held(TimeOfDay, metric.value))
        return Forms(text=text, number=text, full=text, short=text)

    def machine(self, value: Value) -> str:
        """Write the time as it is declared."""
        return held(TimeOfDay, value).isoformat()

    def is_html_time(self, value: Value) -> bool:
        """HTML has times (HTML, 2.3.5.4)."""
        return True

    def read_quote(self, loc: NumberLocale, metric: Metric, text: str) -> QuoteReading:
        """Look for the time, in twelve hours or twenty-four, with its bound."""
        every, seconds = times(loc, text), held(TimeOfDay, metric.value).seconds
        return closest((with_bound(metric, one) for one in every if one.value.seconds == seconds), every)

    def reads_back(self, loc: NumberLocale, text: str, value: str) -> bool | None:
        """Read the times of the text, which may also be the very words of the language for the value."""
        if (declared := parse_time(value)) is None:
            return False
        is_shown = time_of_day(loc, declared) in text
        return is_shown or declared.seconds in [one.value.seconds for one in times(loc, text)]


CLOCK = Clock()


# A duration: two and a half hours, a year and six months.


class DurationKind(Kind):
    """How long something lasts, declared as ISO 8601 writes it: PT2H30M, P10D, P1Y6M."""

    name = "duration"
    bounds = frozenset(BOUNDS)
    snippet = ("A duration", ("    kind: duration", "    value: ${2:PT2H30M}", "    label: ${3:Label}", *PROOF_SNIPPET))

    def read(self, scalar: Scalar, details: Details) -> Value:
        """Read an ISO 8601 duration; raises BadValue."""
        if (found := parse_duration(scalar.text)) is None:
            raise BadValue("N153", value=scalar.text)
        return found

    def show(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Forms:
        """Show one unit by its name, several by their signs."""
        value = held(Duration, metric.value)
        words, short = in_words(loc, value), in_short(loc, value)
        is_clock = len(value.parts) > 1 and not value.length[0]
        return Forms(text=short if is_clock else words, number=short, full=words, short=short)

    def machine(self, value: Value) -> str:
        """Write it as ISO 8601 does."""
        return held(Duration, value).isoformat()

    def is_html_time(self, value: Value) -> bool:
        """Days and what is shorter; HTML has no months, which last longer or shorter (HTML, 2.3.5.10)."""
        return all(unit in {"day", "hour", "minute", "second"} for unit, _ in held(Duration, value).parts)

    def read_quote(self, loc: NumberLocale, metric: Metric, text: str) -> QuoteReading:
        """Look for a duration of the same length, in whatever units, with its bound."""
        length = held(Duration, metric.value).length
        every = durations(loc, text)
        return closest((with_bound(metric, one) for one in every if one.value.length == length), every)

    def reads_back(self, loc: NumberLocale, text: str, value: str) -> bool | None:
        """Read the durations of the text, which may also be the very words of the language for the value."""
        if (declared := parse_duration(value)) is None:
            return False
        is_shown = text in {in_words(loc, declared), in_short(loc, declared)}
        return is_shown or declared.length in [one.value.length for one in durations(loc, text)]

    def dimension(self, metric: Metric, unit: Mapping[str, str] | None) -> tuple[str, ...]:
        """Hours may be compared with days, but not with months."""
        months, seconds = held(Duration, metric.value).length
        return (self.name, "months" if months and not seconds else "seconds" if not months else metric.id)


DURATION = DurationKind()
