"""Years and days as front matter declares them, for the kinds that hold them and for `history`."""

from datetime import date
from decimal import Decimal

from factsheet.content.frontmatter import Scalar
from factsheet.content.kinds.base import BadValue
from factsheet.content.kinds.showing import Forms
from factsheet.l10n import dates
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.stretches import Stretch, parse
from factsheet.patterns import regex

_YEAR = regex(r"[1-9][0-9]{3}")
_ANY_YEAR = regex(r"[1-9][0-9]{2,3}")
_ISO = regex(r"[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}")


def read_year(scalar: Scalar) -> Decimal:
    """Read four digits as a year; raises BadValue."""
    if scalar.quoted or not _YEAR.fullmatch(scalar.text):
        raise BadValue("N113", value=scalar.text[:80])
    return Decimal(scalar.text)


def read_any_year(scalar: Scalar) -> Decimal:
    """Read three or four digits as a year of our era; two are too easily half a year; raises BadValue."""
    if scalar.quoted or not _ANY_YEAR.fullmatch(scalar.text):
        raise BadValue("N113", value=scalar.text[:80])
    return Decimal(scalar.text)


def read_stretch(scalar: Scalar) -> Stretch | None:
    """Read a month, a quarter, a half-year, a business year or a decade; None for a day, a year and anything else."""
    found = parse(scalar.text)
    return None if found is None or found.unit == "year" else found


def show_stretch(stretch: Stretch, loc: NumberLocale) -> Forms:
    """Show a month, a quarter and the like by their names."""
    text = dates.stretch(loc, stretch)
    return Forms(text=text, number=text, full=text, short=dates.stretch(loc, stretch, short=True))


def read_day(scalar: Scalar) -> date:
    """Read YYYY-MM-DD as a date, from the year 1000 on: earlier ones are read as no date; raises BadValue."""
    try:
        if _ISO.fullmatch(scalar.text):
            return date.fromisoformat(scalar.text)
    except ValueError:
        pass
    raise BadValue("N119", value=scalar.text[:80])
