"""A date of the Gregorian calendar, as exact as it is known: a day, a month, a quarter."""

from collections.abc import Mapping
from datetime import date

from factsheet.content.frontmatter import Scalar
from factsheet.content.kinds.base import Details, Kind
from factsheet.content.kinds.dating import read_day, read_stretch, says_dates, says_stretches, show_stretch
from factsheet.content.kinds.quotes import QuoteReading
from factsheet.content.kinds.showing import Forms
from factsheet.content.model import Metric, Value
from factsheet.l10n import dates
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.iso8601 import Stretch


class Day(Kind):
    """A day, declared as ISO 8601 writes it, or a week, a month, a quarter, a half-year, a business year, a decade."""

    name = "date"
    is_time = True
    is_moment = True

    def read(self, scalar: Scalar, details: Details) -> Value:
        """Read YYYY-MM-DD, or a part of it; raises BadValue."""
        return read_stretch(scalar) or read_day(scalar)

    def show(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Forms:
        """Show the date in the language's long form."""
        if isinstance(metric.value, Stretch):
            return show_stretch(metric.value, loc)
        day = _day_of(metric.value)
        long = dates.date(loc, day, "long")
        return Forms(text=long, number=long, full=long, short=dates.date(loc, day, "medium"))

    def machine(self, value: Value) -> str:
        """Write the date as it is declared."""
        return value.isoformat() if isinstance(value, Stretch) else _day_of(value).isoformat()

    def is_html_time(self, value: Value) -> bool:
        """Days, weeks and months; HTML has no quarters."""
        return value.is_standard if isinstance(value, Stretch) else True

    def read_quote(self, loc: NumberLocale, metric: Metric, text: str) -> QuoteReading:
        """Look for the date, in whatever form the language writes it."""
        if isinstance(metric.value, Stretch):
            return says_stretches(loc, text, [metric.value])
        return says_dates(loc, text, [_day_of(metric.value)])


def _day_of(value: Value) -> date:
    if isinstance(value, date):
        return value
    raise TypeError(type(value).__name__)


KIND = Day()
