"""A period: from one year or day to another, both included."""

import re
from collections.abc import Mapping
from datetime import date

from factsheet.content.frontmatter import Scalar
from factsheet.content.kinds.base import PROOF_SNIPPET, BadValue, Details, Kind, span_of
from factsheet.content.kinds.calendar import read_day, read_year
from factsheet.content.kinds.saying import Reading, says_dates
from factsheet.content.kinds.showing import Forms
from factsheet.content.model import Metric, Span, Value
from factsheet.l10n import dates
from factsheet.l10n.cldr import NumberLocale

_YEARS = re.compile(r"([0-9]{4})[ ]*[-\u2013/][ ]*([0-9]{4})")
_DAYS = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ ]*(?:\u2013|/|[ ]-[ ]|--)[ ]*([0-9]{4}-[0-9]{2}-[0-9]{2})")
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
        """Read two years or two days; raises BadValue."""
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
        span = span_of(metric.value)
        if isinstance(span.low, date) and isinstance(span.high, date):
            text = dates.date_range(loc, span.low, span.high, "long")
            short = dates.date_range(loc, span.low, span.high, "medium")
            return Forms(text=text, number=text, full=text, short=short)
        first, last = (date(int(str(end)), 1, 1) for end in (span.low, span.high))
        text = dates.date_range(loc, first, last, "year").replace(_SPACED_DASH, "\u2013")
        return Forms(text=text, number=text, full=text, short=text)

    def machine(self, value: Value) -> str:
        """Write the period as an ISO 8601 interval."""
        span = span_of(value)
        return "/".join(str(end) for end in (span.low, span.high))

    def said(self, loc: NumberLocale, metric: Metric, text: str) -> Reading:
        """Look for both ends."""
        span = span_of(metric.value)
        return says_dates(loc, text, [span.low, span.high])


KIND = Period()
