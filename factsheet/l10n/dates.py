"""Dates, ranges of dates, times of day and durations in each language; the Gregorian calendar everywhere."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from typing import Final, Literal

from factsheet.core.patterns import regex
from factsheet.l10n import amounts, cldr, decimals, ranges, supplement
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.iso8601 import CLOCK_SIGNS, Duration, Stretch, TimeOfDay

DateWidth = Literal["full", "long", "medium", "short", "month-year", "medium-month-year", "year"]

_MONTHS: Final = {"month-year": "yMMMM", "medium-month-year": "yMMM", "year": "y"}
_SKELETONS: Final[Mapping[str, str]] = {**_MONTHS, "week": "yw", "quarter": "yQQQQ", "medium-quarter": "yQQQ"}
_RANGES: Final[Mapping[str, str]] = {
    **_MONTHS, "full": "yMMMMd", "long": "yMMMMd", "medium": "yMMMd", "short": "yMd",
}  # fmt: skip
"""Skeleton of the ranges of each width."""

_SPACED_DASH: Final = "\u2009\u2013\u2009"
"""CLDR puts thin spaces around the dash of some languages; bare years read better without."""

_Form = Callable[[NumberLocale, dt.date, int], str]
"""How a field of a pattern is written, by its length."""

_FIELDS: Final = regex(r"'((?:[^']|'')*)'|([A-Za-z])\2*")


def date(loc: NumberLocale, value: dt.date, width: DateWidth = "long") -> str:
    """Write a date ("13 noiembrie 2025"), or its month and year, or its year as the language names years."""
    return _written(loc, _pattern(loc, width), value)


def year(loc: NumberLocale, number: int) -> str:
    """Write a year: the language's digits, never grouped."""
    return in_digits(loc, str(number))


def date_range(loc: NumberLocale, first: dt.date, last: dt.date, width: DateWidth = "long") -> str:
    """Write "3–20 septembrie 2025": what both dates share stands once; one date where they are equal."""
    skeleton = _range_skeleton(loc, width)
    if (field := _first_difference(first, last, skeleton)) is None:
        return date(loc, first, width)
    if (halves := _halves(loc, skeleton, field)) is None:
        glue = cldr.interval_fallback(loc)
        ends = {"{0}": date(loc, first, width), "{1}": date(loc, last, width)}
        return re.sub(r"\{[01]\}", lambda found: ends[found.group()], glue)
    return _written(loc, halves[0], first) + _written(loc, halves[1], last)


def stretch(loc: NumberLocale, value: Stretch, *, short: bool = False) -> str:
    """Write a week, a month, a quarter, a year; what CLDR cannot name, half-years and most decades, as ranges."""
    if value.unit == "week":
        return _written(loc, _pattern(loc, "week"), value.first)
    if value.unit in {"month", "quarter"}:
        width = "month-year" if value.unit == "month" else "quarter"
        return _written(loc, _pattern(loc, f"medium-{width}" if short else width), value.first)
    if value.unit == "half":
        return date_range(loc, value.first, value.last, "medium-month-year" if short else "month-year")
    if value.unit == "decade":
        if named := supplement.stretches(loc.code).get("decade"):
            return str(named).replace("{0}", in_digits(loc, str(value.year)))
        return date_range(loc, value.first, value.last, "year").replace(_SPACED_DASH, "\u2013")
    return in_digits(loc, value.isoformat())


def stretches(loc: NumberLocale, first: Stretch, last: Stretch, *, short: bool = False) -> str:
    """Write a range of two months, quarters or half-years; of months, the year stands once where it is the same."""
    if first.unit in {"month", "half"} and first.unit == last.unit:
        return date_range(loc, first.first, last.last, "medium-month-year" if short else "month-year")
    ends = {"{0}": stretch(loc, first, short=short), "{1}": stretch(loc, last, short=short)}
    return re.sub(r"\{[01]\}", lambda found: ends[found.group()], cldr.interval_fallback(loc))


def _first_difference(first: dt.date, last: dt.date, skeleton: str) -> str | None:
    """Give the largest part of the skeleton in which the dates differ."""
    parts = (("y", first.year, last.year), ("M", first.month, last.month), ("d", first.day, last.day))
    return next((name for name, one, other in parts if one != other and name in skeleton), None)


@lru_cache(maxsize=1024)
def _pattern(loc: NumberLocale, width: str) -> str:
    skeleton = _SKELETONS.get(width)
    return cldr.date_pattern(loc, width) if skeleton is None else cldr.date_skeletons(loc)[skeleton]


def _range_skeleton(loc: NumberLocale, width: str) -> str:
    """Give the skeleton of a range: with months in figures where the dates of that width have them so."""
    in_figures = width == "medium" and not re.search("MMM|LLL", cldr.date_pattern(loc, width))
    return "yMd" if in_figures else _RANGES[width]


@lru_cache(maxsize=1024)
def _halves(loc: NumberLocale, skeleton: str, field: str) -> tuple[str, str] | None:
    """Give both halves of a range: the language's own, or its short one with the month in full."""
    found = cldr.interval_pattern(loc, skeleton, field)
    if found or "MMMM" not in skeleton:
        return found
    short = cldr.interval_pattern(loc, skeleton.replace("MMMM", "MMM"), field)
    return short and (_widened(short[0]), _widened(short[1]))


def _widened(pattern: str) -> str:
    """Write the month in full where the pattern abbreviates it."""
    return re.sub(r"(?<![ML])(MMM|LLL)(?![ML])", lambda found: found[1] + found[1][0], pattern)


def _written(loc: NumberLocale, pattern: str, value: dt.date) -> str:
    """Fill a pattern with a date."""
    return _filled(pattern, lambda field, length: _FORMS[field](loc, value, length))


def _filled(pattern: str, give: Callable[[str, int], str]) -> str:
    """Fill a pattern of UTS #35, part 4: quoted text stays, `give` writes a field by its letter and length."""

    def part(found: re.Match[str]) -> str:
        if found[2] is None:
            return found[1].replace("''", "'") or "'"
        return give(found[2], len(found[0]))

    return _FIELDS.sub(part, pattern)


def in_digits(loc: NumberLocale, text: str) -> str:
    """Write the digits of a text as the language does."""
    own = cldr.digits(loc)
    return text if own[0] == "0" else "".join(own[int(char)] if char.isdecimal() else char for char in text)


def _year(loc: NumberLocale, value: dt.date, length: int) -> str:
    text = str(value.year)
    return in_digits(loc, text[-2:].zfill(2) if length == 2 else text.zfill(length))  # noqa: PLR2004 (yy)


def _part(names: Callable[[NumberLocale, str, str], Mapping[int, str]], months: int, context: str) -> _Form:
    """Write a part of the year that has so many months, by its name or its number."""
    widths = {3: "abbreviated", 4: "wide", 5: "narrow"}

    def written(loc: NumberLocale, value: dt.date, length: int) -> str:
        number = (value.month - 1) // months + 1
        if length in widths:
            return names(loc, widths[length], context)[number]
        return in_digits(loc, str(number).zfill(length))

    return written


def _weekday(context: str) -> _Form:
    def written(loc: NumberLocale, value: dt.date, length: int) -> str:
        width = {4: "wide", 5: "narrow"}.get(length, "abbreviated")
        return cldr.weekdays(loc, width, context)[value.weekday()]

    return written


_FORMS: Final[Mapping[str, _Form]] = {
    "y": _year,
    "Y": lambda loc, day, length: in_digits(loc, str(day.isocalendar().year).zfill(length)),
    "w": lambda loc, day, length: in_digits(loc, str(day.isocalendar().week).zfill(length)),
    "d": lambda loc, day, length: in_digits(loc, str(day.day).zfill(length)),
    "Q": _part(cldr.quarters, 3, "format"), "q": _part(cldr.quarters, 3, "stand-alone"),
    "M": _part(cldr.months, 1, "format"), "L": _part(cldr.months, 1, "stand-alone"),
    "E": _weekday("format"), "c": _weekday("stand-alone"),
    "G": lambda loc, _, length: cldr.eras(loc, {4: "wide", 5: "narrow"}.get(length, "abbreviated"))[1],
}  # fmt: skip


# Times of day, in twelve hours or twenty-four.

_HALF_DAY: Final = 12
_HOURS: Final = 24


def time_of_day(loc: NumberLocale, value: TimeOfDay) -> str:
    """Write a time in the short pattern of CLDR, or in the medium one where it has seconds (UTS #35, part 4)."""
    pattern = cldr.time_pattern(loc, "short" if value.second is None else "medium")
    return _filled(pattern, partial(_time_field, loc, value))


def period_of(loc: NumberLocale, value: TimeOfDay) -> str | None:
    """Give the part of the day that a time is in, by its name in CLDR: `morning1`; None where CLDR lists none."""
    spans = cldr.day_periods(loc).items()
    return next((name for name, span in spans if not is_moment(span) and is_within(value.seconds, span)), None)


def is_moment(span: tuple[int, int]) -> bool:
    """Tell whether a part of the day is one moment, such as noon."""
    return span[1] - span[0] == 1


def is_within(seconds: int, span: tuple[int, int]) -> bool:
    """Tell whether a second of the day is in a part of it, which may go beyond midnight."""
    first, end = span
    return first <= seconds < end if first < end else seconds >= first or seconds < end


def _time_field(loc: NumberLocale, value: TimeOfDay, letter: str, length: int) -> str:
    half = "am" if value.hour < _HALF_DAY else "pm"
    if letter == "a":  # ICU writes the wide names, whatever the length of the field
        return cldr.day_period_names(loc)[half]
    if letter == "B":
        names = cldr.day_period_names(loc, "abbreviated")
        return names.get(period_of(loc, value) or half, names[half])
    number = {
        "H": value.hour, "h": value.hour % _HALF_DAY or _HALF_DAY, "K": value.hour % _HALF_DAY,
        "k": value.hour or _HOURS, "m": value.minute, "s": value.second or 0,
    }[letter]  # fmt: skip
    return in_digits(loc, str(number).zfill(length))


# Durations, with the names of their units or with signs.


def in_words(loc: NumberLocale, value: Duration) -> str:
    """Write a duration with the names of its units: "2 hours and 30 minutes"."""
    return ranges.join(loc, [amounts.unit(loc, number, unit).text for unit, number in value.parts])


def in_short(loc: NumberLocale, value: Duration) -> str:
    """Write hours, minutes and seconds with their signs: "2 h 30 min"; other units with CLDR's abbreviations."""
    has_signs = all(unit in CLOCK_SIGNS for unit, _ in value.parts) and cldr.script(loc) == "Latn"
    if not has_signs:
        return ranges.join(loc, [amounts.unit(loc, number, unit, width="short").text for unit, number in value.parts])
    parts = (f"{decimals.decimal(loc, number).text}\u00a0{CLOCK_SIGNS[unit]}" for unit, number in value.parts)
    return "\u00a0".join(parts)
