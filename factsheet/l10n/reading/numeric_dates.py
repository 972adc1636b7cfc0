"""Dates in figures: "13.11.2025", "28.02-14.03.2025", "2025-11-13", "31 XII 2024"."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from factsheet.core.patterns import regex
from factsheet.core.records import dataclass
from factsheet.l10n.reading.fold import Folded

_MONTHS: Final = 12
_CENTURY: Final = 100
_NUMERIC: Final = regex(
    r"(?<![\d.,/])(?:(?<!-)|(?<=\d{4}-)|(?<=\.\d\d-))(?:"
    r"(?P<y1>\d{4})(?:-(?P<m1>\d{2})-(?P<d1>\d{2})|/(?P<m2>\d{1,2})/(?P<d2>\d{1,2})"
    r"|\. ?(?P<m3>\d{1,2})\. ?(?P<d3>\d{1,2})\.?)(?![\d/])(?!-\d)"
    r"|(?P<a>\d{1,2})(?P<sep>\. ?|[/-])(?P<b>\d{1,2})(?P=sep)(?P<y2>\d{4})(?![\d/])"
    r"(?!-(?!\d{1,2}\.\d{1,2}\.\d{4})\d)"
    r"|(?P<y4>[12]\d{3})-(?P<m4>0[1-9]|1[0-2])(?![\d-]))"
)
ROMAN_MONTHS: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ROMAN: Final = regex(r"(?<![\d.,/])(?P<d>\d{1,2})(?:\. ?| )(?P<m>[IVX]{1,4})(?:\. ?| )(?P<y>[12]\d{3})(?!\d)")
_EARLIER_ROMAN: Final = regex(r"(?<![\d.,])(?P<d>\d{1,2})[. ] ?(?P<m>[IVX]{1,4})\.?(?=[ ]?[-–][ ]?\Z)")
_EARLIER_DAY: Final = regex(r"(?<![\d.,])(?P<d>\d{1,2})\.(?:[ ]?(?P<m>\d{1,2})\.?)?(?=[ ]?[-–][ ]?\Z)")
_EARLIER: Final = 12
_NEXT_NUMERIC: Final = regex(r"[./-] ?[0-9]")
_NEXT_ROMAN: Final = regex(r"(?:\. ?| )[IVX]")
_YEAR_DIGITS: Final = 4


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as found, in offsets of the folded text; a part that the text does not say is None."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None

    @property
    def value(self) -> date | tuple[int, int] | None:
        """The date, or year and month; None without a year, or when there is no such day."""
        if self.year is None:
            return None
        try:
            whole = date(self.year, self.month, self.day or 1)
        except ValueError:
            return None
        return whole if self.day else (self.year, self.month)


def in_figures(folded: Folded, *, day_first: bool) -> Iterator[WrittenDate]:
    """Give the dates of a folded text that are written in figures, in no order.

    `day_first` is how the language writes dates with slashes; those with full stops have the day first everywhere.
    """
    plain = folded.plain
    if any(_NEXT_ROMAN.match(plain, end) for _, end in folded.digits):
        yield from _roman(plain)
    for found in _numeric_matches(folded):
        parts = {name[0]: int(text) for name, text in found.groupdict().items() if text and name != "sep"}
        if found["y4"] and (parts["y"] + 1) % _CENTURY == parts["m"]:
            continue  # the budget of 2004-05, and no May
        earlier = _EARLIER_DAY.search(plain, found.start() - _EARLIER, found.start())
        if "a" in parts:
            first, second = parts["a"], parts["b"]
            is_dotted = found["sep"].startswith(".")
            is_day_first = second <= _MONTHS and (day_first or is_dotted or first > _MONTHS)
            parts["m"], parts["d"] = (second, first) if is_day_first else (first, second)
        if earlier:
            month = int(earlier["m"] or parts["m"])
            yield WrittenDate(*earlier.span(), parts["y"], month, int(earlier["d"]))
        yield WrittenDate(*found.span(), parts["y"], parts["m"], parts.get("d"))


def _roman(plain: str) -> Iterator[WrittenDate]:
    """Give the dates with the month as a Roman numeral: "31 XII 2024"."""
    for found in _ROMAN.finditer(plain):
        if found["m"] not in ROMAN_MONTHS:
            continue
        year, earlier = int(found["y"]), _EARLIER_ROMAN.search(plain, found.start() - _EARLIER, found.start())
        if earlier and earlier["m"] in ROMAN_MONTHS:
            month = ROMAN_MONTHS.index(earlier["m"]) + 1
            yield WrittenDate(*earlier.span(), year, month, int(earlier["d"]))
        yield WrittenDate(*found.span(), year, ROMAN_MONTHS.index(found["m"]) + 1, int(found["d"]))


def _numeric_matches(folded: Folded) -> Iterator[re.Match[str]]:
    """Try each place where digits and a sign of dates meet: far quicker than trying every character."""
    done = taken = 0
    for begin, end in folded.digits:
        near = _NEXT_NUMERIC.match(folded.plain, end) if end > taken else None
        if near is None:
            continue
        taken = near.end()
        found = _NUMERIC.match(folded.plain, max(begin, end - _YEAR_DIGITS - 1, done))
        if found:
            yield found
            done = taken = found.end()  # its last digits begin no other: of "1.2.2024-3.4.2024" the next do
