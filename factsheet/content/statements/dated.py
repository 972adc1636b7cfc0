"""Dates, spans of years and addresses in a text: what is read before any number is."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from factsheet.content.statements.comparing import Statement, StatementKind
from factsheet.content.statements.grammar import Grammar
from factsheet.content.statements.nouns import Nouns
from factsheet.content.statements.text import FoldedText, nouns_behind
from factsheet.core.patterns import regex
from factsheet.core.records import replace
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading import exclusions
from factsheet.l10n.reading.calendar import days
from factsheet.l10n.reading.digits import Digits
from factsheet.l10n.reading.fold import Folded, shared
from factsheet.l10n.reading.numeric_dates import ROMAN_MONTHS, WrittenDate
from factsheet.l10n.reading.phrases import joins, skip_space

_EARLIER_DAY: Final = regex(r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|-?[ae]|er|\.)?\Z")
_LATER_DAY: Final = regex(r"\d{1,2}(?!\d|[.,:]\d|%| ?h(?!\w))")
_LONGEST_DAY: Final = 5
_LONGEST_WORD: Final = 24
_MOST_DAYS: Final = 31
_YEAR_DIGITS: Final = 4
_SPAN: Final = regex(r"(?P<first>1[5-9]\d\d|20\d\d)[-–/](?P<next>\d{2}|\d{4})(?!\d|[.,]\d)")
_CENTURY: Final = 100
_MOST_YEARS: Final = 130
_DAY: Final = regex(r"\d{1,2}")
_ROMAN_MONTH: Final = regex(
    r"(?P<day>\d(?<![\d.]\d)\d?)\.(?P<month>I{1,3}|IV|VI{0,3}|IX|XI{0,2})(?!\w|[. ]\d{4}(?!\d))"
)
"""A day and a month without their year, as where it stands behind the second of two."""


def is_named(own: Grammar, lower: str, start: int, end: int) -> bool:
    """Tell the name of a day or month that is another word too: "luni" that nothing counts, "mai" as in "în mai"."""
    before = (lower[:start][-_LONGEST_WORD:].split() or [""])[-1]
    stems = own.lex.language.not_after_months.get(lower[start:end])
    if stems is not None:
        return before in own.places and not lower[skip_space(lower, end) :].startswith(tuple(stems))
    is_counted = before[-1:].isdigit() or before in own.quantifiers or before in own.skipped
    return not (is_counted or own.frames.before(lower, start - 1))


def dates(loc: NumberLocale, folded: Folded, text: FoldedText, nouns: Nouns) -> Iterator[Statement]:
    """Give the dates of a folded text, days joined to them included, and its addresses."""
    done = 0
    every = days(loc, folded)
    begins = frozenset(day.start for day in every)
    for day in every:
        start, end = _joined_days(text, nouns, (day.start, day.end), done) if day.day else (day.start, day.end)
        if end > day.end and not begins.isdisjoint(range(day.end, end)):
            end = day.end  # the day behind it has a month of its own: "3 March to 14 April"
        earlier, later = (
            [replace(day, day=int(one)) for one in _DAY.findall(text.plain[first:last])]
            for first, last in ((start, day.start), (day.end, end))
        )
        yield _date(text, start, end, *earlier, day, *later)
        done = end
    is_roman = any(text.plain.startswith((".I", ".V", ".X"), end) for _, end in folded.digits)
    for found in _ROMAN_MONTH.finditer(text.plain) if is_roman else ():
        if not any(shared(found.span(), (day.start, day.end)) for day in every):
            month = ROMAN_MONTHS.index(found["month"]) + 1
            yield _date(text, *found.span(), WrittenDate(0, 0, None, month, int(found["day"])))
    for span in exclusions.addresses(folded.text):
        yield Statement(*span, span, StatementKind.NAME)


def years(text: str, start: int) -> tuple[int, int, int] | None:
    """Give the end of a season or a span of years that starts here, and both years: "2023–24", "1950-53"."""
    found = _SPAN.match(text, start)
    if found is None:
        return None
    first, following = int(found["first"]), int(found["next"])
    if len(found["next"]) < _YEAR_DIGITS:
        last = first // _CENTURY * _CENTURY + following
        last += _CENTURY if following == (first + 1) % _CENTURY == 0 else 0
        is_short = first < last <= first + (1 if "/" in found[0] else _CENTURY // 2)  # "2008/98" is a directive
        return (found.end(), first, last) if is_short else None
    return (found.end(), first, following) if first < following <= first + _MOST_YEARS else None


def _date(text: FoldedText, start: int, end: int, *days: WrittenDate) -> Statement:
    named = tuple((day.year, day.month, day.day) for day in days)
    return Statement(start, end, (start, end), StatementKind.DATE, dates=named, nouns=nouns_behind(text, end))


def _joined_days(text: FoldedText, nouns: Nouns, span: tuple[int, int], floor: int) -> tuple[int, int]:
    """Take in the days that are joined to a date: "27 and 29 May", "August 13 to 15"."""
    start, end = span
    while (earlier := _earlier(text, start, floor)) is not None:
        start = earlier
    later = _later(text, nouns, end)
    return start, end if later is None else later


def _earlier(text: FoldedText, start: int, floor: int) -> int | None:
    lower = text.lower
    if not lower[start : start + 1].isdigit():
        return None
    for joint in text.grammar.to | text.grammar.joins:
        commas = (f"{joint} ",) if joint == "," else ()
        gaps = (f" {joint} ", f" {joint}", *commas, *(f" {joint} {one} " for one in text.grammar.own.singles))
        for gap in gaps:  # Arabic writes "27 و29" without the second space; Spanish "el 25 y el 26"
            at = start - len(gap)
            if lower.endswith(gap, floor, start):
                found = _EARLIER_DAY.search(lower, max(floor, at - _LONGEST_DAY), at)
                is_named = found and text.grammar.lex.labels.before(text.plain, max(0, found.start() - 1))
                return found.start() if found and int(found["day"]) <= _MOST_DAYS and not is_named else None
    return None


def _later(text: FoldedText, nouns: Nouns, end: int) -> int | None:
    lower = text.lower
    if lower[end - _YEAR_DIGITS : end].isdigit():
        return None
    sign = lower[end - 1] if is_unspaced(lower[end - 1]) else ""  # "3日から5日"
    for joint in text.grammar.to | text.grammar.joins:
        for gap in (f" {joint} ", joint) if sign or joint in "-–" else (f" {joint} ",):
            found = _LATER_DAY.match(lower, end + len(gap)) if lower.startswith(gap, end) else None
            last = found.end() + len(sign) if found and int(found[0]) <= _MOST_DAYS else 0
            length = text.grammar.units.after(lower, last - 1) if sign and last else None
            is_day = last and lower.endswith(sign, end, last) and (length is None or length[1] == last)  # not "5日間"
            if found and is_day and not nouns.metrics_of(nouns_behind(text, found.end())):
                return last
    return None


# Shapes of digits and of what stands beside them: clocks, parts, clauses of laws, ordinals with a full stop.

CLAUSE: Final = regex(r"\d{1,5}(?:\([^\W_]{1,4}\)){1,6}")
"""A number with letters or numbers in brackets: 501(c)(3)."""

_CLOCK: Final = regex(r"\d{1,2}[:.]\d{2}")
_PARTS: Final = regex(r"(?P<part>\d{1,2})/(?P<whole>\d{1,2})")


def of_shape(text: FoldedText, start: int, end: int, value: Decimal | None) -> tuple[StatementKind, Decimal | None]:
    """Tell digits with signs between, the first of `value`: a time, a part ("3/4"), or else a name."""
    shape = text.plain[start:end]
    if _CLOCK.fullmatch(shape):
        return StatementKind.TIME, value
    parts = _PARTS.fullmatch(shape)
    is_glued = text.plain[start - 1 : start] == "-" and text.plain[start - 2 : start - 1].isalpha()  # "post-9/11"
    if not parts or is_glued or not 0 < int(parts["part"]) < int(parts["whole"]):
        return StatementKind.NAME, value
    part = Decimal(parts["part"]) / Decimal(parts["whole"])
    return StatementKind.COUNT if _is_part_of(text, start, end) else StatementKind.FRACTION, part


def _is_part_of(text: FoldedText, start: int, end: int) -> bool:
    """Tell a part of something from the number of a law: "4/5 of homes"."""
    whole = text.behind(text.grammar.parts_of, end)
    is_named = text.before(text.grammar.labels, start) and not text.before(
        text.grammar.articles, start
    )  # "les 2/3 des"
    is_named = is_named or text.grammar.lex.labels.before(text.plain, max(0, start - 1)) is not None
    return whole is not None and not is_named and text.lower[whole[1] + 1 : whole[1] + 2].isalpha()


def of_glued(text: FoldedText, at: int, end: int) -> tuple[StatementKind, int]:
    """Tell what letters that end at `end` make of digits that end at `at`, and where all of it ends."""
    lex = text.grammar.lex
    ordinal = lex.ordinals.after(text.plain, end)
    if ordinal is not None and end == at:
        return StatementKind.ORDINAL, ordinal[1]
    is_time = lex.time_after.after(text.plain, skip_space(text.plain, at)) is not None
    return StatementKind.TIME if is_time else StatementKind.NAME, end


def is_dot_ordinal(text: FoldedText, digits: Digits) -> bool:
    """Tell whether a full stop makes an ordinal of digits, behind a word that calls for one: "im 21. Jahrhundert"."""
    grammar = text.grammar
    is_dotted = grammar.lex.language.ordinal_dot and text.plain.startswith(". ", digits.end)
    return is_dotted and text.before(grammar.ordinals_before, digits.start) is not None


def is_unspaced(char: str) -> bool:
    """Tell a letter of a script that does not part its words by spaces."""
    return char.isalpha() and not joins(char)
