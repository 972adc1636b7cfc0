"""Days, years and periods, times of day and durations."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from factsheet.content.frontmatter import Scalar
from factsheet.content.kinds import dating
from factsheet.content.kinds.base import PROOF_SNIPPET, BadValue, Details, Kind
from factsheet.content.kinds.quotes import Mismatch, QuoteReading, closest, with_bound
from factsheet.content.kinds.showing import Forms, held, number_of
from factsheet.content.model import BOUNDS, Metric, Span, Value
from factsheet.content.statements.comparing import Statement, StatementKind
from factsheet.content.statements.grammar import grammar
from factsheet.content.statements.language import sentences
from factsheet.content.statements.reader import read
from factsheet.core.patterns import regex
from factsheet.l10n import cldr, dates
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.iso8601 import Duration, Stretch, TimeOfDay, parse_duration, parse_stretch, parse_time
from factsheet.l10n.reading.language import language
from factsheet.l10n.reading.stretches import names_weeks, names_years
from factsheet.l10n.reading.times import durations, times

# A date of the Gregorian calendar, as exact as it is known: a day, a month, a quarter.


class Day(Kind):
    """A day, declared as ISO 8601 writes it, or a week, a month, a quarter, a half-year, a business year, a decade."""

    name = "date"
    is_time = True
    is_moment = True

    def read(self, scalar: Scalar, details: Details) -> Value:
        """Read YYYY-MM-DD, or a part of it; raises BadValue."""
        return dating.read_stretch(scalar) or dating.read_day(scalar)

    def show(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Forms:
        """Show the date in the language's long form."""
        if isinstance(metric.value, Stretch):
            return dating.show_stretch(metric.value, loc)
        day = held(date, metric.value)
        long = dates.date(loc, day, "long")
        return Forms(text=long, number=long, full=long, short=dates.date(loc, day, "medium"))

    def machine(self, value: Value) -> str:
        """Write the date as it is declared."""
        return value.isoformat() if isinstance(value, Stretch) else held(date, value).isoformat()

    def is_html_time(self, value: Value) -> bool:
        """Days, weeks and months; HTML has no quarters."""
        return value.is_standard if isinstance(value, Stretch) else True

    def read_quote(self, loc: NumberLocale, metric: Metric, text: str) -> QuoteReading:
        """Look for the date, in whatever form the language writes it."""
        if isinstance(metric.value, Stretch):
            return dating.says_stretches(loc, text, [metric.value])
        return dating.says_dates(loc, text, [held(date, metric.value)])


DAY = Day()


# A year of the Gregorian calendar: never grouped, so 2025 and not 2.025.

_LIKE_YEARS = 1000
"""From this one on, digits alone look like a year."""


class Year(Kind):
    """A year of our era, in four digits or three."""

    name = "year"
    is_time = True
    snippet = ("A year", ("    kind: year", "    value: ${2:2025}", "    label: ${3:Label}", *PROOF_SNIPPET))

    def read(self, scalar: Scalar, details: Details) -> Value:
        """Read four digits, or three; raises BadValue."""
        return dating.read_year(scalar, is_early=True)

    def show(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Forms:
        """Show the year in the language's digits."""
        text = dates.year(loc, int(number_of(metric.value)))
        return Forms(text=text, number=text, full=text, short=text)

    def read_quote(self, loc: NumberLocale, metric: Metric, text: str) -> QuoteReading:
        """Look for the year, alone or in a date; one before 1000 is a plain number that counts nothing."""
        year = number_of(metric.value)
        every = [one for one in read(loc, text) if one.value == year]
        general = grammar(loc).own.general  # "1997 people came", but not "the 1997 census"
        counts = [one for one in every if one.kind is StatementKind.COUNT or {*general}.intersection(one.nouns[:1])]
        are_counted = all(one in counts and one.nouns and one.kind is not StatementKind.YEAR for one in every)
        if every and are_counted and year >= _LIKE_YEARS:
            return QuoteReading(Mismatch.UNIT, every[0].text)
        plain = (one for one in read(loc, text) if one.value == year and one.text.isdecimal())
        if year < _LIKE_YEARS and (first := next((one for one in plain if _is_year(loc, text, one)), None)) is not None:
            return QuoteReading(None, first.text)
        reading = dating.says_dates(loc, text, [year])
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


YEAR = Year()


# A period: from one year, month, quarter or day to another, both included; or one that has a name, as `2024-Q3`.

_YEARS = regex(r"([0-9]{4})[ ]*[-\u2013/][ ]*([0-9]{4})")
_STRETCHES = regex(r"([0-9]{4}-[^ \u2013]{2,3})[ ]*(?:\u2013|[ ]-[ ]|--)[ ]*([0-9]{4}-[^ \u2013]{2,3})")
_DAYS = regex(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ ]*(?:\u2013|/|[ ]-[ ]|--)[ ]*([0-9]{4}-[0-9]{2}-[0-9]{2})")
_SPACED_DASH = "\u2009\u2013\u2009"
"""CLDR puts thin spaces around the dash of some languages; bare years read better without."""


class Period(Kind):
    """2024–2025, or 2024-06-01–2024-08-31."""

    name = "period"
    is_time = True
    snippet = ("A period", ("    kind: period", "    value: ${2:2024–2025}", "    label: ${3:Label}", *PROOF_SNIPPET))

    def read(self, scalar: Scalar, details: Details) -> Value:
        """Read two years, two days, two months or the like, or one that has a name; raises BadValue."""
        if (named := dating.read_stretch(scalar)) is not None:
            return named
        if (two := _STRETCHES.fullmatch(scalar.text)) is not None and (span := _span(*two.groups())):
            return span
        for pattern, read_end in ((_YEARS, dating.read_year), (_DAYS, dating.read_day)):
            if match := pattern.fullmatch(scalar.text):
                low, high = (read_end(Scalar(part, scalar.place)) for part in match.groups())
                if str(low) >= str(high):
                    raise BadValue("N112", low=match[1], high=match[2])
                return Span(low, high)
        raise BadValue("N120", value=scalar.text)

    def show(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Forms:
        """Show both ends in the language's form."""
        if isinstance(metric.value, Stretch):
            return dating.show_stretch(metric.value, loc)
        span = held(Span, metric.value)
        low, high = span.low, span.high
        if isinstance(low, Stretch) and isinstance(high, Stretch):
            text, short = (dates.stretches(loc, low, high, short=short) for short in (False, True))
        elif isinstance(low, date) and isinstance(high, date):
            text, short = (dates.date_range(loc, low, high, length) for length in ("long", "medium"))
        else:
            first, last = (date(int(str(end)), 1, 1) for end in (low, high))
            text = short = dates.date_range(loc, first, last, "year").replace(_SPACED_DASH, "\u2013")
        return Forms(text=text, number=text, full=text, short=short)

    def machine(self, value: Value) -> str:
        """Write the period as an ISO 8601 interval."""
        if isinstance(value, Stretch):
            return value.isoformat()
        span = held(Span, value)
        return "/".join(str(end) for end in (span.low, span.high))

    def read_quote(self, loc: NumberLocale, metric: Metric, text: str) -> QuoteReading:
        """Look for both ends."""
        if isinstance(metric.value, Stretch):
            return dating.says_stretches(loc, text, [metric.value])
        span = held(Span, metric.value)
        low, high = span.low, span.high
        if isinstance(low, Stretch) and isinstance(high, Stretch):
            is_named = low.unit == "week" and names_weeks(loc, text, low, high)
            if is_named or dating.says_span(loc, text, low.first, high.last):
                return QuoteReading(None)
            return dating.says_months(loc, text, low, high)
        if isinstance(low, date) and isinstance(high, date) and dating.says_span(loc, text, low, high):
            return QuoteReading(None)
        if isinstance(low, Decimal) and isinstance(high, Decimal) and names_years(text, int(low), int(high)):
            return QuoteReading(None)
        return dating.says_dates(loc, text, [end for end in (low, high) if not isinstance(end, Stretch)])


def _span(first: str, last: str) -> Span | None:
    """Two months, quarters or half-years; None where they are not, raises BadValue where they do not go upwards."""
    ends = [parse_stretch(end) for end in (first, last)]
    low, high = ends
    if low is None or high is None or low.unit != high.unit:
        return None
    if low.first >= high.first:
        raise BadValue("N112", low=first, high=last)
    return Span(low, high)


PERIOD = Period()


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
        text = dates.time_of_day(loc, held(TimeOfDay, metric.value))
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
        is_shown = dates.time_of_day(loc, declared) in text
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
        words, short = dates.in_words(loc, value), dates.in_short(loc, value)
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
        is_shown = text in {dates.in_words(loc, declared), dates.in_short(loc, declared)}
        return is_shown or declared.length in [one.value.length for one in durations(loc, text)]

    def dimension(self, metric: Metric, unit: Mapping[str, str] | None) -> tuple[str, ...]:
        """Hours may be compared with days, but not with months."""
        months, seconds = held(Duration, metric.value).length
        return (self.name, "months" if months and not seconds else "seconds" if not months else metric.id)


DURATION = DurationKind()
