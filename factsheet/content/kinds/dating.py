"""Days, years and other stretches of time: what a text says of them, and how front matter declares them."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from factsheet.content.frontmatter import Scalar
from factsheet.content.frontmatter.meant import way_out
from factsheet.content.kinds.base import BadValue
from factsheet.content.kinds.quotes import Mismatch, QuoteReading, numerals
from factsheet.content.kinds.showing import Forms
from factsheet.core.patterns import regex
from factsheet.core.suggest import listed
from factsheet.l10n import dates as dates_of
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.iso8601 import Stretch, parse_stretch
from factsheet.l10n.reading.digits import is_year_like
from factsheet.l10n.reading.fold import fold
from factsheet.l10n.reading.phrases import stands_in
from factsheet.l10n.reading.stretches import (
    names_days,
    names_end,
    names_first_months,
    names_month,
    names_months,
    names_year_to,
    stretches,
    written_dates,
)

Said = date | tuple[int, int] | int
"""What a date in a text says: a day, a year and month, or a year."""


def says_dates(loc: NumberLocale, text: str, wanted: Iterable[date | Decimal]) -> QuoteReading:
    """Tell whether a text names all of some days and years; a year may be that of a day."""
    mentions = written_dates(loc, text)
    said = {mention.value for mention in mentions}
    years = {year_said(one) for one in said} | {int(one.value) for one in numerals(loc, text) if is_year_like(one)}
    found = all(_says_day(loc, text, said, end) if isinstance(end, date) else int(end) in years for end in wanted)
    return QuoteReading(None if found else Mismatch.VALUE, listed(mention.text for mention in mentions))


def _says_day(loc: NumberLocale, text: str, said: Collection[Said], day: date) -> bool:
    later = (one for one in said if isinstance(one, date) and one > day)
    is_said = day in said or names_end(loc, text, day) or any(names_days(loc, text, day, one) for one in later)
    return is_said or is_written(loc, text, (dates_of.date(loc, day, "long"), dates_of.date(loc, day, "medium")))


def is_written(loc: NumberLocale, text: str, forms: Iterable[str]) -> bool:
    """Tell whether one of the forms in which the language itself writes a value stands in a text."""
    plain = fold(text, loc.code).plain
    return any(stands_in(plain, fold(form, loc.code).plain) for form in forms)


def says_stretches(loc: NumberLocale, text: str, wanted: Iterable[Stretch]) -> QuoteReading:
    """Tell whether a text names all of some months, quarters, half-years, business years and decades."""
    mentions = written_dates(loc, text)
    found = all(says_stretch(loc, text, stretch) for stretch in wanted)
    return QuoteReading(None if found else Mismatch.VALUE, listed(mention.text for mention in mentions))


def says_months(loc: NumberLocale, text: str, low: Stretch, high: Stretch) -> QuoteReading:
    """Tell whether a text names two stretches as the ends of a span: "2 March – 30 June 2025" is no March to June."""
    days = {mention.value for mention in written_dates(loc, text) if isinstance(mention.value, date)}
    found = says_stretches(loc, text, [low, high])
    return found if days <= {low.first, high.last} else QuoteReading(Mismatch.VALUE, found.found)


@lru_cache(maxsize=4_096)
def says_stretch(loc: NumberLocale, text: str, stretch: Stretch) -> bool:
    """Tell whether a text names a stretch of time, by its name or by where it begins and ends."""
    years = {year_said(mention.value) for mention in written_dates(loc, text)}
    if stretch.unit == "year":
        return stretch.year in years
    if stretch.unit == "decade" and {stretch.first.year, stretch.last.year} <= years:
        return True
    forms = (dates_of.stretch(loc, stretch, short=short) for short in (False, True))
    return _is_named(loc, text, stretch) or is_written(loc, text, forms)


def _is_named(loc: NumberLocale, text: str, stretch: Stretch) -> bool:
    said = {mention.value for mention in written_dates(loc, text)}
    first, last = stretch.first, stretch.last
    if stretch.unit == "month":
        return (first.year, first.month) in {_month(one) for one in said} or names_month(loc, text, first)
    if stretch.unit in {"quarter", "half"} and _names_both(loc, text, said, first, last):
        return True
    if first.month == 1 and names_first_months(loc, text, last):
        return True
    return stretch in stretches(loc, text) or (stretch.unit == "week" and says_span(loc, text, first, last))


def says_span(loc: NumberLocale, text: str, first: date, last: date) -> bool:
    """Tell whether a text names two days, or the whole months that they begin and end."""
    said = {mention.value for mention in written_dates(loc, text)}
    is_whole = first.day == 1 and (last + timedelta(1)).day == 1
    return (
        {first, last} <= said
        or names_days(loc, text, first, last)
        or (is_whole and _names_both(loc, text, said, first, last))
        or (is_whole and any((one.first, one.last) == (first, last) for one in stretches(loc, text)))
        or (is_whole and names_year_to(loc, text, first, last))
        or (is_whole and first.month == 1 and names_first_months(loc, text, last))
        or is_written(loc, text, _forms_of_span(loc, first, last, is_whole=is_whole))
    )


def _forms_of_span(loc: NumberLocale, first: date, last: date, *, is_whole: bool) -> Iterator[str]:
    yield from (dates_of.date_range(loc, first, last, width) for width in ("long", "medium"))
    if is_whole:
        low, high = (Stretch("month", day.year, day.month) for day in (first, last))
        yield from (dates_of.stretches(loc, low, high, short=short) for short in (False, True))


def _names_both(loc: NumberLocale, text: str, said: Collection[Said], first: date, last: date) -> bool:
    return (_names(said, first) and _names(said, last)) or names_months(loc, text, first, last)


def _names(said: Collection[Said], day: date) -> bool:
    return day in said or (day.year, day.month) in said


def _month(said: Said) -> tuple[int, int] | None:
    if isinstance(said, date):
        return said.year, said.month
    return None if isinstance(said, int) else said


def year_said(said: date | tuple[int, int] | int) -> int:
    """The year of what a text says: a day, a month with its year, or a year."""
    if isinstance(said, date):
        return said.year
    return said if isinstance(said, int) else said[0]


# As front matter declares them, for the kinds that hold them and for `history`.

_YEAR = regex(r"[1-9][0-9]{3}")
_ANY_YEAR = regex(r"[1-9][0-9]{2,3}")
_ISO = regex(r"[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}")


def read_year(scalar: Scalar, *, is_early: bool = False) -> Decimal:
    """Read four digits as a year, or three too: two are too easily half a year; raises BadValue."""
    if scalar.quoted or not (_ANY_YEAR if is_early else _YEAR).fullmatch(scalar.text):
        raise BadValue("N113", value=scalar.text)
    return Decimal(scalar.text)


def read_stretch(scalar: Scalar) -> Stretch | None:
    """Read a month, a quarter, a half-year, a business year or a decade; None for a day, a year and anything else."""
    found = parse_stretch(scalar.text)
    return None if found is None or found.unit == "year" else found


def show_stretch(stretch: Stretch, loc: NumberLocale) -> Forms:
    """Show a month, a quarter and the like by their names."""
    text = dates_of.stretch(loc, stretch)
    return Forms(text=text, number=text, full=text, short=dates_of.stretch(loc, stretch, short=True))


def read_day(scalar: Scalar) -> date:
    """Read YYYY-MM-DD as a date, from the year 1000 on: earlier ones are read as no date; raises BadValue."""
    try:
        if _ISO.fullmatch(scalar.text):
            return date.fromisoformat(scalar.text)
    except ValueError:
        pass
    variant, better = way_out(scalar, "")
    raise BadValue("N119", variant="days" if variant == "days" else "", value=scalar.text, better=better)
