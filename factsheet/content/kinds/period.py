"""A period: from one year, month, quarter or day to another, both included; or one that has a name, as `2024-Q3`."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from factsheet.content.frontmatter import Scalar
from factsheet.content.kinds.base import PROOF_SNIPPET, BadValue, Details, Kind
from factsheet.content.kinds.dating import (
    read_day,
    read_stretch,
    read_year,
    says_dates,
    says_months,
    says_span,
    says_stretches,
    show_stretch,
)
from factsheet.content.kinds.quotes import QuoteReading
from factsheet.content.kinds.showing import Forms, span_of
from factsheet.content.model import Metric, Span, Value
from factsheet.core.patterns import regex
from factsheet.l10n import dates
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.iso8601 import Stretch, parse_stretch
from factsheet.l10n.reading.stretches import names_weeks, names_years

_YEARS = regex(r"([0-9]{4})[ ]*[-\u2013/][ ]*([0-9]{4})")
_STRETCHES = regex(r"([0-9]{4}-[^ \u2013]{2,3})[ ]*(?:\u2013|[ ]-[ ]|--)[ ]*([0-9]{4}-[^ \u2013]{2,3})")
_DAYS = regex(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ ]*(?:\u2013|/|[ ]-[ ]|--)[ ]*([0-9]{4}-[0-9]{2}-[0-9]{2})")
_SPACED_DASH = "\u2009\u2013\u2009"
"""CLDR puts thin spaces around the dash of some languages; bare years read better without."""


class Period(Kind):
    """2024–2025, or 2024-06-01–2024-08-31."""

    name = "period"
    is_time = True
    snippet = (
        "A period",
        ("    kind: period", "    value: ${2:2024–2025}", "    label: ${3:Label}", *PROOF_SNIPPET),
    )

    def read(self, scalar: Scalar, details: Details) -> Value:
        """Read two years, two days, two months or the like, or one that has a name; raises BadValue."""
        if (named := read_stretch(scalar)) is not None:
            return named
        if (two := _STRETCHES.fullmatch(scalar.text)) is not None and (span := _span(*two.groups())):
            return span
        for pattern, read in ((_YEARS, read_year), (_DAYS, read_day)):
            match = pattern.fullmatch(scalar.text)
            if match:
                low, high = (read(Scalar(part, scalar.place)) for part in match.groups())
                if str(low) >= str(high):
                    raise BadValue("N112", low=match[1], high=match[2])
                return Span(low, high)
        raise BadValue("N120", value=scalar.text[:80])

    def show(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Forms:
        """Show both ends in the language's form."""
        if isinstance(metric.value, Stretch):
            return show_stretch(metric.value, loc)
        span = span_of(metric.value)
        if isinstance(span.low, Stretch) and isinstance(span.high, Stretch):
            text, short = (dates.stretches(loc, span.low, span.high, short=short) for short in (False, True))
            return Forms(text=text, number=text, full=text, short=short)
        if isinstance(span.low, date) and isinstance(span.high, date):
            text = dates.date_range(loc, span.low, span.high, "long")
            short = dates.date_range(loc, span.low, span.high, "medium")
            return Forms(text=text, number=text, full=text, short=short)
        first, last = (date(int(str(end)), 1, 1) for end in (span.low, span.high))
        text = dates.date_range(loc, first, last, "year").replace(_SPACED_DASH, "\u2013")
        return Forms(text=text, number=text, full=text, short=text)

    def machine(self, value: Value) -> str:
        """Write the period as an ISO 8601 interval."""
        if isinstance(value, Stretch):
            return value.isoformat()
        span = span_of(value)
        return "/".join(str(end) for end in (span.low, span.high))

    def read_quote(self, loc: NumberLocale, metric: Metric, text: str) -> QuoteReading:
        """Look for both ends."""
        if isinstance(metric.value, Stretch):
            return says_stretches(loc, text, [metric.value])
        span = span_of(metric.value)
        low, high = span.low, span.high
        if isinstance(low, Stretch) and isinstance(high, Stretch):
            if says_span(loc, text, low.first, high.last) or (low.unit == "week" and names_weeks(loc, text, low, high)):
                return QuoteReading(None)
            return says_months(loc, text, low, high)
        if isinstance(low, date) and isinstance(high, date) and says_span(loc, text, low, high):
            return QuoteReading(None)
        if isinstance(low, Decimal) and isinstance(high, Decimal) and names_years(text, int(low), int(high)):
            return QuoteReading(None)
        return says_dates(loc, text, [end for end in (low, high) if not isinstance(end, Stretch)])


def _span(first: str, last: str) -> Span | None:
    """Two months, quarters or half-years; None where they are not, raises BadValue where they do not go upwards."""
    ends = [parse_stretch(end) for end in (first, last)]
    low, high = ends
    if low is None or high is None or low.unit != high.unit:
        return None
    if low.first >= high.first:
        raise BadValue("N112", low=first, high=last)
    return Span(low, high)


KIND = Period()
