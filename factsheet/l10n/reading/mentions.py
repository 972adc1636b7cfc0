"""The dates that a text mentions: whole dates, months of a year, and years."""

from datetime import date
from functools import lru_cache

from factsheet.core.records import dataclass
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.calendar import days
from factsheet.l10n.reading.digits import is_year_like
from factsheet.l10n.reading.fold import fold
from factsheet.l10n.reading.numerals import read


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text. Offsets are those of the text given, half-open."""

    start: int
    end: int
    text: str
    """As written."""
    value: date | tuple[int, int] | int
    """A date; year and month; or a year."""


@lru_cache(maxsize=4_096)
def dates(loc: NumberLocale, text: str) -> tuple[DateMention, ...]:
    """Give the dates, months with a year, and years of a text, in order.

    A day without a year is left out unless it is joined to one that has ("28 August – 3 September 2025"), and
    so is a day that no month has. Every numeral that is year-like counts as a year.
    """
    if not any(map(str.isdigit, text)):
        return ()
    folded = fold(text, loc.code)
    found = [
        DateMention(start, end, text[start:end], day.value)
        for day in days(loc, folded)
        if day.value is not None
        for start, end in [(folded.start(day.start), folded.end(day.end))]
    ]
    years = (DateMention(one.start, one.end, one.text, int(one.value)) for one in read(loc, text) if is_year_like(one))
    return tuple(sorted([*found, *years], key=lambda mention: mention.start))
