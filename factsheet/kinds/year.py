"""A year of the Gregorian calendar: never grouped, so 2025 and not 2.025."""

import re
from collections.abc import Mapping
from decimal import Decimal

from factsheet.frontmatter import Scalar
from factsheet.kinds.base import BadValue, Details, Forms, machine_number, number_of
from factsheet.l10n import dates
from factsheet.l10n.cldr import NumberLocale
from factsheet.model import Metric, Value

_YEAR = re.compile(r"[1-9][0-9]{3}")


class Year:
    """Four digits, 1000 to 9999."""

    name = "year"
    keys = frozenset[str]()
    has_unit = False

    def read(self, scalar: Scalar, details: Details) -> Value:
        """Read four digits; raises BadValue."""
        return read_year(scalar)

    def show(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Forms:
        """Show the year in the language's digits."""
        text = dates.year(loc, int(number_of(metric.value)))
        return Forms(text=text, number=text, full=text, short=text)

    def machine(self, value: Value) -> str:
        """Write the four digits."""
        return machine_number(number_of(value))


def read_year(scalar: Scalar) -> Decimal:
    """Read four digits as a year; raises BadValue."""
    if scalar.quoted or not _YEAR.fullmatch(scalar.text):
        raise BadValue("N113", value=scalar.text[:80])
    return Decimal(scalar.text)


KIND = Year()
