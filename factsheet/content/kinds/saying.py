"""What a text says of a figure: the numerals and dates in it, and which of them give the declared value."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Final

from factsheet.content import statements
from factsheet.content.model import LOWER_BOUNDS, UPPER_BOUNDS, Metric, Ratio, Value
from factsheet.content.statements import Statement
from factsheet.l10n import reading
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading import (
    DateMention,
    Numeral,
    Rank,
    TimeMention,
    WrittenDuration,
    WrittenShare,
    direction,
    is_year_like,
)
from factsheet.l10n.reading.currencies import is_in
from factsheet.l10n.stretches import Stretch
from factsheet.patterns import regex
from factsheet.problems.suggest import listed
from factsheet.records import dataclass, replace

Said = date | tuple[int, int] | int
"""What a date in a text says: a day, a year and month, or a year."""

_SIGN_APART: Final = regex(r"(?:\A|[(\[])([-\u2212\u2013+])[ \u00a0]\Z")
"""A sign that a space parts from its number, at the beginning or behind a bracket: elsewhere it may be a dash."""

_ONE_SIDED: Final = frozenset((*LOWER_BOUNDS, *UPPER_BOUNDS, "nearly"))
"""Bounds that say that the number is more, or less, and never that it is about so many."""


class Lack(StrEnum):
    """What a text fails to say."""

    VALUE = "value"
    UNIT = "unit"
    """The value stands there in another unit, or in none: currency, percent, measure."""
    SIGN = "sign"
    """The value stands there as a rise where a fall is declared, or the other way round."""
    PER = "per"
    """What the rate is per is not said, or is something else."""
    BESIDE = "beside"
    """The interval, the margin or the most of a score is not said, or is another."""
    BOUND = "bound"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says of a figure: what is lacking, if anything, and the words that come closest."""

    lack: Lack | None
    found: str = ""
    """The numeral as it is written, or all numerals of the text where none fits."""
    bound: str = "exact"
    """The bound that the text puts on it."""


@lru_cache(maxsize=4_096)
def numerals(loc: NumberLocale, text: str, unit: str | None = None) -> tuple[Numeral, ...]:
    """Read the numerals of a text, sought in a `unit` of CLDR; each text is read once per language.

    Words that say a number together ("two dozen", "half a million") are one numeral, and no part of them is another.
    """
    found = reading.read(loc, text, unit=unit)
    for one in statements.read(loc, text) if statements.may_say_words(loc, text) else ():
        if one.kind is statements.StatementKind.FRACTION:
            found = (*found, *_of_percent(loc, text, one))
        inside = [numeral for numeral in found if numeral.start < one.end and one.start < numeral.end]
        if (
            one.word
            and one.kind is statements.StatementKind.COUNT
            and all(numeral.value != one.value for numeral in inside)
        ):
            found = (*(numeral for numeral in found if numeral not in inside), *_in_words(one))
    ordered = tuple(sorted(found, key=lambda numeral: numeral.start))
    return reading.with_powers(loc, text, ordered, unit) if reading.may_have_powers(text) else ordered


def with_ages(loc: NumberLocale, text: str, every: Iterable[Numeral]) -> tuple[Numeral, ...]:
    """Take the numbers that words such as "aged" make ages of for numbers of years."""
    ages = [one.digits for one in statements.read(loc, text) if one.kind is statements.StatementKind.AGE]
    return tuple(replace(one, is_measured=one.is_measured or _is_age(loc, text, one, ages)) for one in every)


def _is_age(loc: NumberLocale, text: str, one: Numeral, ages: Collection[tuple[int, int]]) -> bool:
    return (one.start, one.end) in ages and not reading.names_unit(loc, text, one.end)


def _of_percent(loc: NumberLocale, text: str, one: Statement) -> Iterator[Numeral]:
    """The number that a part of a per cent or of a percentage point is: "half a percentage point"."""
    taken = one.unit in {statements.PERCENT, statements.POINTS}
    unit = (one.unit == statements.POINTS, one.end) if taken else reading.unit_of_part(loc, text, one.end)
    if unit is not None and one.value is not None:
        is_points, end = unit
        bound = one.bound or reading.bound_before_article(loc, text, one.start)
        whole = Numeral(one.start, end, text[one.start : end], one.value, one.ulp, bound=bound, word=True)
        yield replace(whole, points=is_points, percent=not is_points)


def _in_words(one: Statement) -> Iterator[Numeral]:
    if one.value is not None:
        yield Numeral(
            start=one.start,
            end=one.end,
            text=one.text,
            value=one.value,
            ulp=one.ulp,
            currency=one.currency,
            percent=one.unit == statements.PERCENT,
            points=one.unit == statements.POINTS,
            bound=one.bound,
            word=True,
        )


@lru_cache(maxsize=4_096)
def dates(loc: NumberLocale, text: str) -> tuple[DateMention, ...]:
    """Read the dates of a text; each text is read once per language."""
    return reading.dates(loc, text) if any(map(str.isdigit, text)) else ()


def with_minus(loc: NumberLocale, text: str, every: Iterable[Numeral]) -> tuple[Numeral, ...]:
    """Take the numbers that words make less than nought for such: "minus 3.1 per cent", "12 degrees below zero"."""
    below = {(one.digits[0], one.value) for one in statements.read(loc, text) if one.value is not None}
    return tuple(
        replace(one, value=-one.value)
        if not reading.is_margin(loc, text, one.start)
        and ((one.start, -one.value) in below or reading.is_below_zero(loc, text, one.end))
        else one
        for one in every
    )


def gives(metric: Metric, numeral: Numeral, value: Decimal) -> bool:
    """Tell whether a numeral gives the value: to the digit, or rounded as shown where it is not exact.

    "Over 678 million" proves no "over 678,499,999": a bound is rounded only to where it says less.
    """
    said = numeral.value
    if metric.change:
        said, value = abs(said), abs(value)
    if metric.bound == "exact" or said == value:
        return said == value
    is_stronger = value > said if metric.bound in LOWER_BOUNDS else value < said
    return abs(said - value) * 2 <= numeral.ulp and not (is_stronger and metric.bound in _ONE_SIDED)


def says_sign(loc: NumberLocale, text: str, numeral: Numeral, value: Decimal) -> bool:
    """Tell whether a text gives a change the sign of the value, by a sign or by words: "fell by 6 %".

    A number without either is a rise, as a number without a minus is above zero. A sign and a word that say the
    opposite ("rose by −6 %") say nothing.
    """
    words = direction(loc, text, numeral.start, numeral.end)
    apart = _SIGN_APART.search(text[: numeral.start])
    sign = -1 if numeral.value < 0 else int(numeral.text.startswith("+"))
    sign = sign or ((1 if apart[1] == "+" else -1) if apart else 0)
    if sign and words and sign != words:
        return False
    return value == 0 or (sign or words or 1) == (1 if value > 0 else -1)


def same_currency(loc: NumberLocale, declared: str | None, numeral: Numeral) -> bool:
    """Tell whether a numeral is in the currency; "dollars", which several share, fits each of them."""
    return is_in(loc, numeral.text, numeral.currency, declared)


def closest(
    readings: Iterable[Reading], every: Sequence[Numeral | WrittenShare | Rank | WrittenDuration | TimeMention]
) -> Reading:
    """Give the reading that lacks least: nothing, else the bound, and so on."""
    order = {None: 0, Lack.BOUND: 1, Lack.BESIDE: 2, Lack.PER: 3, Lack.SIGN: 4, Lack.UNIT: 5, Lack.VALUE: 6}
    best = min(readings, key=lambda reading: order[reading.lack], default=Reading(Lack.VALUE))
    if best.lack is Lack.VALUE:
        return Reading(Lack.VALUE, listed(one.text for one in every))
    return best


def said_share(metric: Metric, share: WrittenShare) -> Reading:
    """What a part or a multiple of the figure's value says: the figure, if it has its bound."""
    bound = share.bound or "exact"
    return Reading(None if bound == metric.bound else Lack.BOUND, share.text, bound)


def with_next_word(text: str, first: Numeral, last: Numeral | None = None) -> str:
    """Give a numeral, or a range of two, with what stands behind it, as a reader would name it: "12 mile"."""
    end = (last or first).end
    words = text[end : end + 40].split()
    more = 2 if words[:1] and len(words[0]) <= 2 else 1  # noqa: PLR2004 - "de", "of" and the like
    return " ".join([text[first.start : end], *words[:more]]).rstrip(".,;:!?)")


def says_dates(loc: NumberLocale, text: str, wanted: Iterable[date | Decimal]) -> Reading:
    """Tell whether a text names all of some days and years; a year may be that of a day."""
    mentions = dates(loc, text)
    said = {mention.value for mention in mentions}
    years = {_year(one) for one in said} | {int(one.value) for one in numerals(loc, text) if is_year_like(one)}
    found = all(
        end in said or reading.names_end(loc, text, end) if isinstance(end, date) else int(end) in years
        for end in wanted
    )
    return Reading(None if found else Lack.VALUE, listed(mention.text for mention in mentions))


def says_stretches(loc: NumberLocale, text: str, wanted: Iterable[Stretch]) -> Reading:
    """Tell whether a text names all of some months, quarters, half-years, business years and decades."""
    mentions = dates(loc, text)
    found = all(says_stretch(loc, text, stretch) for stretch in wanted)
    return Reading(None if found else Lack.VALUE, listed(mention.text for mention in mentions))


@lru_cache(maxsize=4_096)
def says_stretch(loc: NumberLocale, text: str, stretch: Stretch) -> bool:
    """Tell whether a text names a stretch of time, by its name or by where it begins and ends."""
    said = {mention.value for mention in dates(loc, text)}
    if stretch.unit == "year":
        return stretch.year in {_year(one) for one in said}
    first, last = stretch.first, stretch.last
    if stretch.unit == "month":
        return (first.year, first.month) in {_month(one) for one in said} or reading.names_month(loc, text, first)
    if stretch.unit == "decade" and {first.year, last.year} <= {_year(one) for one in said}:
        return True
    if stretch.unit in {"quarter", "half"} and _names_both(loc, text, said, first, last):
        return True
    if first.month == 1 and reading.names_first_months(loc, text, last):
        return True
    return stretch in reading.stretches(loc, text) or (stretch.unit == "week" and says_span(loc, text, first, last))


def says_span(loc: NumberLocale, text: str, first: date, last: date) -> bool:
    """Tell whether a text names two days, or the whole months that they begin and end."""
    said = {mention.value for mention in dates(loc, text)}
    is_whole = first.day == 1 and (last + timedelta(1)).day == 1
    return (
        {first, last} <= said
        or reading.names_days(loc, text, first, last)
        or (is_whole and _names_both(loc, text, said, first, last))
        or (is_whole and _is_named(loc, text, first, last))
        or (is_whole and reading.names_year_to(loc, text, first, last))
        or (is_whole and first.month == 1 and reading.names_first_months(loc, text, last))
    )


def _is_named(loc: NumberLocale, text: str, first: date, last: date) -> bool:
    """Whether a text names two days by the name of the quarter or the half-year that they begin and end."""
    return any((one.first, one.last) == (first, last) for one in reading.stretches(loc, text))


def _names_both(loc: NumberLocale, text: str, said: Collection[Said], first: date, last: date) -> bool:
    return (_names(said, first) and _names(said, last)) or reading.names_months(loc, text, first, last)


def _names(said: Collection[Said], day: date) -> bool:
    return day in said or (day.year, day.month) in said


def _month(said: Said) -> tuple[int, int] | None:
    if isinstance(said, date):
        return said.year, said.month
    return None if isinstance(said, int) else said


def _year(said: date | tuple[int, int] | int) -> int:
    if isinstance(said, date):
        return said.year
    return said if isinstance(said, int) else said[0]


def ratio_of(value: Value) -> Ratio:
    """Give the value as a ratio; raises TypeError where the kind has mixed up its values."""
    if isinstance(value, Ratio):
        return value
    raise TypeError(type(value).__name__)
