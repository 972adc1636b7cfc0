"""Days, months and years that a text names, and longer and shorter stretches of time."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final

from factsheet.core.patterns import either, regex
from factsheet.core.records import dataclass
from factsheet.l10n import cldr, dates, supplement
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.iso8601 import Stretch, Unit, week_of
from factsheet.l10n.numbers import in_words
from factsheet.l10n.reading.calendar import days
from factsheet.l10n.reading.digits import is_year_like
from factsheet.l10n.reading.fold import fold
from factsheet.l10n.reading.numerals import read

_YEAR: Final = r"(?P<{name}>[12][0-9]{{3}})(?![0-9])"
_BETWEEN: Final = r"(?:[ ,(]+(?![0-9])\w{1,7}){0,2}[ ,(/:-]+"
"""What may stand between a quarter and its year: "of", "din anul", a comma."""

_JOINT: Final = r"[ ]*(?:[-–—~～]|[^\W\d]{1,6})[ ]*"
"""What may stand between the ends of a span: a dash, a short word such as "to"."""
_ROMAN: Final = ("I", "II", "III", "IV")
_FISCAL: Final = regex(r"(?<![\d/-])(?P<year>[12]\d{3})[/–-](?P<next>\d{2}|\d{4})(?![\d/-])")
_SHORT: Final = regex(
    r"(?<!\w)(?:(?P<unit>[QTHS])(?P<number>[1-4])'|(?P<first>[1-4])(?P<last>[QTHS])'?)(?P<year>(?:20)?\d\d)(?!\w)"
)
_CONTEXTS: Final = ("format", "stand-alone")
_SOME_YEAR: Final = 2222
_SOME_WEEK: Final = Stretch("week", _SOME_YEAR, 34)
_CENTURY: Final = 100
_YEAR_DIGITS: Final = 4


def stretches(loc: NumberLocale, text: str) -> frozenset[Stretch]:
    """Give the weeks, quarters, half-years, business years and decades that a text names."""
    plain = fold(text, loc.code).plain
    return frozenset((*_parts(loc, plain), *_short(plain), *_fiscal(plain), *_decades(loc, plain), *_weeks(loc, plain)))


def names_months(loc: NumberLocale, text: str, first: date, last: date) -> bool:
    """Tell whether a text names a span of months of one year, which stands behind the second: "July–September 2024"."""
    shape = rf"(?<!\w)(?:{_month(loc, first)})\.?{_JOINT}(?:{_month(loc, last)})(?!\w)(?:{_BETWEEN}){first.year}(?!\d)"
    return first.year == last.year and _says(loc, text, shape)


def names_month(loc: NumberLocale, text: str, first: date) -> bool:
    """Tell whether a text names a month in figures or with words before its year: "03/2024", "martie a anului 2024"."""
    in_figures = rf"(?<![\d./-])0?{first.month}[./]{first.year}(?![\d./-])|(?<!\w){first.year}M0?{first.month}(?!\w)"
    shape = rf"{in_figures}|(?<!\w)(?:{_month(loc, first)})(?!\w)(?:{_BETWEEN}){first.year}(?!\d)"
    return _says(loc, text, shape)


def names_years(text: str, first: int, last: int) -> bool:
    """Tell whether a text names a span of years whose last has two digits: "2023–25"."""
    shape = rf"(?<![\d/-]){first}[ ]?[-–/][ ]?{last % _CENTURY:02}(?![\d/.,–-])"
    return first // _CENTURY == last // _CENTURY and re.search(shape, fold(text).plain) is not None


def names_first_months(loc: NumberLocale, text: str, last: date) -> bool:
    """Tell whether a text names the first months of a year by how many they are: "the first nine months of 2024"."""
    said = "|".join((str(last.month), *map(re.escape, in_words(loc, Decimal(last.month)).values())))
    quarters = "|".join((str(last.month // 3), *map(re.escape, in_words(loc, Decimal(last.month // 3)).values())))
    shapes = [
        shape.replace("{months}", said).replace("{quarters}", quarters if last.month % 3 == 0 else "(?!)")
        for shape in (*_words(loc).get("first_months", ()), "(?:{months})M")
    ]
    pattern = rf"(?<!\w)(?:{'|'.join(shapes)})(?!\w)(?:{_BETWEEN}){last.year}(?!\d)"
    return _says(loc, text, pattern)


def names_days(loc: NumberLocale, text: str, first: date, last: date) -> bool:
    """Tell whether a text names days of one year, which stands behind: "3 and 14 March 2025", "28.02-14.03.2025"."""
    one, other = (rf"0?{day.day}\.0?{day.month}" for day in (first, last))
    short = one if first.month != last.month else rf"0?{first.day}(?:\.0?{first.month})?"
    figures = rf"(?<![\d.,/-]){short}\.?[ ]?[-–][ ]?{other}\.{last.year}(?!\d)"
    if first.year == last.year and _says(loc, text, figures):
        return True
    shape = (
        rf"(?<![\d.,]){first.day}(?!\d)[^\W\d]{{0,2}}{_JOINT}{last.day}(?!\d)[^\W\d]{{0,2}}\.?[ ](?:[^\W\d]{{1,3}}[ ])?"
        rf"(?:{_month(loc, last)})(?!\w)(?:{_BETWEEN}){last.year}(?!\d)"
    )
    is_one_month = (first.year, first.month) == (last.year, last.month)
    return is_one_month and _says(loc, text, shape)


def names_end(loc: NumberLocale, text: str, day: date) -> bool:
    """Tell whether a text names the last day of a year or a month as its end: "at the end of 2023", "end-June 2025"."""
    following, words = day + timedelta(1), _words(loc).get("ends", ())
    if following.day != 1 or not words:
        return False
    year = rf"|{day.year}" if following.month == 1 else ""
    shape = rf"(?<!\w)(?:{'|'.join(words)})[ -]?(?:(?:{_month(loc, day)})(?:{_BETWEEN}){day.year}{year})(?!\d)"
    return _says(loc, text, shape)


def names_weeks(loc: NumberLocale, text: str, first: Stretch, last: Stretch) -> bool:
    """Tell whether a text names a span of weeks of one year, which stands behind the second: "weeks 23–26 of 2024"."""
    nouns = "|".join(_words(loc).get("weeks", ())) or "(?!)"
    weeks = rf"0?{first.number}(?!\d)[^.,;\d]{{1,24}}0?{last.number}(?!\d)"
    shape = rf"(?<!\w)(?:{nouns})[ ]?{weeks}(?:{_BETWEEN}){last.year}(?!\d)"
    return first.year == last.year and _says(loc, text, shape)


def names_year_to(loc: NumberLocale, text: str, first: date, last: date) -> bool:
    """Tell whether a text names twelve months by the last of them: "12 months to June 2025"."""
    words, following = _words(loc).get("year_to", ()), last + timedelta(1)
    if not words or (following.year - 1, following.month) != (first.year, first.month):
        return False
    shape = rf"(?<!\w)(?:{'|'.join(words)})[ ](?:{_month(loc, last)})(?!\w)(?:{_BETWEEN}){last.year}(?!\d)"
    return _says(loc, text, shape)


def _says(loc: NumberLocale, text: str, shape: str) -> bool:
    return re.search(shape, fold(text, loc.code).plain, re.IGNORECASE) is not None


def _month(loc: NumberLocale, day: date) -> str:
    names = {cldr.months(loc, width, context)[day.month] for width in ("wide", "abbreviated") for context in _CONTEXTS}
    return either(names)


def _parts(loc: NumberLocale, plain: str) -> Iterator[Stretch]:
    for (unit, number), pattern in _patterns(loc).items():
        for found in pattern.finditer(plain):
            yield Stretch(unit, int(found["after"] or found["before"]), number)


def _short(plain: str) -> Iterator[Stretch]:
    """Quarters and half-years right beside their year, mostly of two digits: "3Q25", "H1'25", "3T2025"."""
    for found in _SHORT.finditer(plain):
        number, year = int(found["number"] or found["first"]), 2000 + int(found["year"]) % _CENTURY
        if (found["unit"] or found["last"]) in "QT":
            yield Stretch("quarter", year, number)
        elif number in {1, 2}:
            yield Stretch("half", year, number)


def _fiscal(plain: str) -> Iterator[Stretch]:
    for found in _FISCAL.finditer(plain):
        year, following = int(found["year"]), int(found["next"])
        last = year + 1 if len(found["next"]) == _YEAR_DIGITS else (year + 1) % _CENTURY
        if following == last:
            yield Stretch("fiscal", year)


def _decades(loc: NumberLocale, plain: str) -> Iterator[Stretch]:
    for shape in _words(loc).get("decades", ()):
        for found in re.finditer(shape, plain, re.IGNORECASE):
            year = int(found["year"])
            yield Stretch("decade", year if year >= _CENTURY else 1900 + year)
    for tens, pattern in _decades_in_words(loc).items():
        if pattern.search(plain):
            yield Stretch("decade", 1900 + tens)


@lru_cache(maxsize=64)
def _decades_in_words(loc: NumberLocale) -> Mapping[int, re.Pattern[str]]:
    """A pattern for each number of tens in words: "the nineties", "anii nouăzeci"."""
    found: dict[int, re.Pattern[str]] = {}
    for tens in range(20, _CENTURY, 10):
        words = {fold(word, loc.code).plain for word in in_words(loc, Decimal(tens)).values()}
        forms = (sorted(every, key=len, reverse=True) for every in (words, {word[:-1] for word in words}))
        either, stems = (f"(?:{'|'.join(map(re.escape, every))})" for every in forms)
        shapes = "|".join(_words(loc).get("decades_in_words", ()))
        if words and shapes:
            shape = shapes.replace("{tens}", either).replace("{stem}", stems)
            found[tens] = re.compile(shape, re.IGNORECASE)
    return found


def _weeks(loc: NumberLocale, plain: str) -> Iterator[Stretch]:
    for pattern in _week_patterns(loc):
        for found in pattern.finditer(plain):
            week = week_of(int(found["year"]), int(found["week"]))
            if week is not None:
                yield week


@lru_cache(maxsize=64)
def _week_patterns(loc: NumberLocale) -> tuple[re.Pattern[str], ...]:
    """Patterns for the weeks of a language: as CLDR writes them, with its other nouns, and as ISO 8601 does."""
    year, week = _YEAR.format(name="year"), r"(?P<week>[0-9]{1,2})(?![0-9])"
    shapes = [r"(?<![0-9])(?P<year>[12][0-9]{3})-?[WS](?P<week>[0-9]{2})(?!\w)", _shown_week(loc)]
    if nouns := "|".join(_words(loc).get("weeks", ())):
        nouns = rf"(?<!\w)(?:{nouns})"
        shapes += [
            rf"{nouns}[ ]?(?:[^\W\d_]+[ ])?{week}(?:{_BETWEEN}){year}",
            rf"(?<![\w.,]){week}(?:\.?[ªº°]|\.|-?[^\W\d_]{{1,2}})[ ]?{nouns}(?!\w)(?:{_BETWEEN}){year}",
            rf"(?<!\w){year}[.]?[ ,/-]*{nouns}[ ]?{week}",
            rf"(?<!\w){year}[.]?[ ]{week}[.][ ]{nouns}",
        ]
    return tuple(re.compile(shape, re.IGNORECASE) for shape in shapes)


def _shown_week(loc: NumberLocale) -> str:
    """A week as the language shows it, as a regular expression."""
    text = fold(dates.stretch(loc, _SOME_WEEK), loc.code).plain
    shape = re.escape(text).replace(str(_SOME_YEAR), _YEAR.format(name="year"))
    return shape.replace(str(_SOME_WEEK.number), r"(?<![0-9])(?P<week>[0-9]{1,2})(?![0-9])")


@lru_cache(maxsize=128)
def _patterns(loc: NumberLocale) -> Mapping[tuple[Unit, int], re.Pattern[str]]:
    """A pattern for each quarter and each half-year of a language: its names before or behind a year."""
    halves = _words(loc).get("halves", [[], []])
    names: dict[tuple[Unit, int], list[str]] = {("quarter", number): _quarters(loc, number) for number in range(1, 5)}
    for number in (1, 2):
        names["half", number] = [*halves[number - 1], f"H{number}", f"S{number}", f"{number}H", f"{number}S"]
    return {key: re.compile(_around(listed), re.IGNORECASE) for key, listed in names.items()}


def _quarters(loc: NumberLocale, number: int) -> list[str]:
    """The names of a quarter: those of CLDR, the noun of these with another way to count it, and `Q3`."""
    wide = cldr.quarters(loc, "wide")
    own = [cldr.quarters(loc, width, context)[number] for width in ("wide", "abbreviated") for context in _CONTEXTS]
    noun = next((word for word in wide[1].split() if all(word in name.split() for name in wide.values())), "")
    roman = _ROMAN[number - 1]
    others = [f"{noun} {roman}", f"{noun} {number}", f"{roman} {noun}", f"{number} {noun}"] if noun else []
    more = _words(loc).get("quarters", [[]] * 4)[number - 1]
    return [*own, *_shown(loc, number), *others, *more, f"Q{number}", f"T{number}", f"{number}Q", f"{number}T"]


def _shown(loc: NumberLocale, number: int) -> list[str]:
    """A quarter as it is written beside a year, without the year: patterns of CLDR may count it in another way."""
    quarter = Stretch("quarter", _SOME_YEAR, number)
    texts = [fold(dates.stretch(loc, quarter, short=short), loc.code).plain for short in (False, True)]
    return [text.replace(str(_SOME_YEAR), "").strip(" ./-年") for text in texts]


def _around(names: list[str]) -> str:
    name = "|".join(sorted({re.escape(name).replace(r"\ ", "[ ]") for name in names}, key=len, reverse=True))
    before, after = _YEAR.format(name="before"), _YEAR.format(name="after")
    return rf"(?<!\w)(?:{before}[^\W\d]?[ ,./:-]*)?(?:{name})(?!\w)(?:{_BETWEEN}{after})?(?(before)|(?(after)|(?!)))"


def _words(loc: NumberLocale) -> Mapping[str, Any]:
    return supplement.stretches(loc.code)


# The dates that a text mentions: whole dates, months of a year, and years.


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
def written_dates(loc: NumberLocale, text: str) -> tuple[DateMention, ...]:
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
