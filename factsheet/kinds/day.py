"""A date: one day of the Gregorian calendar."""

from collections.abc import Mapping
from datetime import date

from factsheet.frontmatter import Scalar
from factsheet.kinds.base import BadValue, Details, Forms
from factsheet.l10n import dates
from factsheet.l10n.cldr import NumberLocale
from factsheet.model import Metric, Value


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
        assert isinstance(metric.value, date)
        long = dates.date(loc, metric.value, "long")
        return Forms(text=long, number=long, full=long, short=dates.date(loc, metric.value, "medium"))

    def machine(self, value: Value) -> str:
        """Write the date as ISO 8601 does."""
        assert isinstance(value, date)
        return value.isoformat()


def read_day(scalar: Scalar) -> date:
    """Read YYYY-MM-DD as a date; raises BadValue."""
    try:
        if len(scalar.text) == 10:
            return date.fromisoformat(scalar.text)
    except ValueError:
        pass
    raise BadValue("N119", value=scalar.text[:80])


KIND = Day()
