"""A date: one day of the Gregorian calendar."""

from collections.abc import Mapping
from datetime import date

from factsheet.content.frontmatter import Scalar
from factsheet.content.kinds.base import Details, Kind
from factsheet.content.kinds.calendar import read_day
from factsheet.content.kinds.saying import Reading, says_dates
from factsheet.content.kinds.showing import Forms
from factsheet.content.model import Metric, Value
from factsheet.l10n import dates
from factsheet.l10n.cldr import NumberLocale


class Day(Kind):
    """A day, declared as ISO 8601 writes it."""

    name = "date"
    is_time = True
    is_moment = True

    def read(self, scalar: Scalar, details: Details) -> Value:
        """Read YYYY-MM-DD; raises BadValue."""
        return read_day(scalar)

    def show(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Forms:
        """Show the date in the language's long form."""
        day = _day_of(metric.value)
        long = dates.date(loc, day, "long")
        return Forms(text=long, number=long, full=long, short=dates.date(loc, day, "medium"))

    def machine(self, value: Value) -> str:
        """Write the date as ISO 8601 does."""
        return _day_of(value).isoformat()

    def said(self, loc: NumberLocale, metric: Metric, text: str) -> Reading:
        """Look for the date, in whatever form the language writes it."""
        return says_dates(loc, text, [_day_of(metric.value)])


def _day_of(value: Value) -> date:
    if isinstance(value, date):
        return value
    raise TypeError(type(value).__name__)


KIND = Day()
