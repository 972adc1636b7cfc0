"""A date: one day of the Gregorian calendar."""

import re
from collections.abc import Mapping
from datetime import date

from factsheet.frontmatter import Scalar
from factsheet.kinds.base import BadValue, Details, Forms
from factsheet.l10n import dates
from factsheet.l10n.cldr import NumberLocale
from factsheet.model import Metric, Value

_ISO = re.compile(r"[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}")


class Day:
    """A day, declared as ISO 8601 writes it."""

    name = "date"
    keys = frozenset[str]()
    has_unit = False

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


def _day_of(value: Value) -> date:
    if isinstance(value, date):
        return value
    raise TypeError(type(value).__name__)


def read_day(scalar: Scalar) -> date:
    """Read YYYY-MM-DD as a date, from the year 1000 on: earlier ones are read as no date; raises BadValue."""
    try:
        if _ISO.fullmatch(scalar.text):
            return date.fromisoformat(scalar.text)
    except ValueError:
        pass
    raise BadValue("N119", value=scalar.text[:80])


KIND = Day()
