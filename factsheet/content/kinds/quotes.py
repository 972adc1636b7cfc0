"""What a text says of a figure: the numerals and dates in it, and which of them give the declared value."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import Final

from factsheet.content.model import LOWER_BOUNDS, UPPER_BOUNDS, Metric
from factsheet.content.statements.comparing import PERCENT, POINTS, Statement, StatementKind
from factsheet.content.statements.reader import read
from factsheet.content.statements.spelled import may_say_words
from factsheet.core.patterns import regex
from factsheet.core.records import dataclass, replace
from factsheet.core.suggest import listed
from factsheet.l10n import amounts
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.numbers import unit_id_of
from factsheet.l10n.reading import shares
from factsheet.l10n.reading.currencies import is_in
from factsheet.l10n.reading.digits import Numeral
from factsheet.l10n.reading.fold import shared
from factsheet.l10n.reading.numerals import read as read_numerals
from factsheet.l10n.reading.qualifiers import direction
from factsheet.l10n.reading.rates import is_margin, side_of_zero
from factsheet.l10n.reading.times import TimeMention, WrittenDuration
from factsheet.l10n.reading.units import names_unit, units_of

_FROM_AGE: Final = regex(r"\+(?:[)\].,;:!?]|\Z)")
_OLDEST: Final = 120
_SIGN_APART: Final = regex(r"(?:\A|[(\[])([-\u2212\u2013+])[ \u00a0]\Z")
"""A sign that a space parts from its number, at the beginning or behind a bracket: elsewhere it may be a dash."""

_ONE_SIDED: Final = frozenset((*LOWER_BOUNDS, *UPPER_BOUNDS, "nearly"))
"""Bounds that say that the number is more, or less, and never that it is about so many."""


class Mismatch(StrEnum):
    """What of a figure a text does not say, the worst first."""

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
class QuoteReading:
    """What a text says of a figure: what is lacking, if anything, and the words that come closest."""

    mismatch: Mismatch | None
    found: str = ""
    """The numeral as it is written, or all numerals of the text where none fits."""
    bound: str = "exact"
    """The bound that the text puts on it."""


@lru_cache(maxsize=4_096)
def numerals(loc: NumberLocale, text: str, unit: str | None = None) -> tuple[Numeral, ...]:
    """Read the numerals of a text, sought in a `unit` of CLDR; each text is read once per language.

    Words that say a number together ("two dozen", "half a million") are one numeral, and no part of them is another.
    """
    found = read_numerals(loc, text, unit=unit)
    for one in read(loc, text) if may_say_words(loc, text) else ():
        if one.kind is StatementKind.FRACTION:
            found = (*found, *_of_percent(loc, text, one))
        inside = [numeral for numeral in found if shared((numeral.start, numeral.end), (one.start, one.end))]
        is_of_unit = any(numeral.is_measured and numeral.start < one.start for numeral in inside)  # "2,5 por mil"
        is_whole = one.kind is StatementKind.FRACTION and one.value is not None and one.value >= 1  # "half a dozen"
        is_count = one.word and (one.kind is StatementKind.COUNT or is_whole) and not is_of_unit
        if is_count and all(numeral.value != one.value for numeral in inside):
            found = (*(numeral for numeral in found if numeral not in inside), *_in_words(one))
    ordered = tuple(sorted(found, key=lambda numeral: numeral.start))
    return shares.with_powers(loc, text, ordered, unit) if shares.may_have_powers(text) else ordered


def with_ages(loc: NumberLocale, text: str, every: Iterable[Numeral]) -> tuple[Numeral, ...]:
    """Take the numbers that words such as "aged" make ages of for numbers of years."""
    ages = [one.digits for one in read(loc, text) if one.kind is StatementKind.AGE]
    return tuple(
        replace(
            one,
            is_measured=one.is_measured
            or ((one.start, one.end) in ages and not names_unit(loc, text, one.end))
            or (one.value <= _OLDEST and _FROM_AGE.match(text, one.end) is not None),  # "65+", "(18+)"
        )
        for one in every
    )


def _of_percent(loc: NumberLocale, text: str, one: Statement) -> Iterator[Numeral]:
    """The number that a part of a per cent or of a percentage point is: "half a percentage point"."""
    taken = one.unit in {PERCENT, POINTS}
    unit = (one.unit == POINTS, one.end) if taken else shares.unit_of_part(loc, text, one.end)
    if unit is not None and one.value is not None:
        is_points, end = unit
        bound = one.bound or shares.bound_before_article(loc, text, one.start)
        whole = Numeral(one.start, end, text[one.start : end], one.value, one.ulp, bound=bound, word=True)
        yield replace(whole, points=is_points, percent=not is_points)


def parts_of_units(loc: NumberLocale, text: str, unit: str) -> Iterator[Numeral]:
    """The numbers of a unit that parts of it, or of another of its quantity, are: "half a litre", "un sfert de kg"."""
    sizes = {unit: Fraction(1), **amounts.convertible(unit)}
    for one in read(loc, text) if may_say_words(loc, text) else ():
        if one.kind is StatementKind.FRACTION and one.value is not None:
            behind = units_of(loc, text, shares.behind_part(loc, text, one.end))
            named = {unit_id_of(one.unit)} if one.unit else behind
            bound = one.bound or shares.bound_before_article(loc, text, one.start)
            for value in (amounts.multiplied(one.value, sizes[name]) for name in named if name in sizes):
                if value is not None:
                    yield Numeral(one.start, one.end, one.text, value, value, bound=bound, word=True, is_measured=True)


def _in_words(one: Statement) -> Iterator[Numeral]:
    if one.value is not None:
        whole = Numeral(one.start, one.end, one.text, one.value, one.ulp, one.currency, bound=one.bound, word=True)
        yield replace(whole, percent=one.unit == PERCENT, points=one.unit == POINTS)


def with_minus(loc: NumberLocale, text: str, every: Iterable[Numeral]) -> tuple[Numeral, ...]:
    """Take the numbers that words make less than nought for such: "minus 3.1 per cent", "12 degrees below zero"."""
    below = {(one.digits[0], one.value) for one in read(loc, text) if one.value is not None}

    def is_less(one: Numeral) -> bool:
        is_said = (one.start, -one.value) in below or side_of_zero(loc, text, one.end) < 0
        return is_said and not is_margin(loc, text, one.start)

    return tuple(replace(one, value=-one.value) if is_less(one) else one for one in every)


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
    readings: Iterable[QuoteReading],
    every: Sequence[Numeral | shares.WrittenShare | shares.Rank | WrittenDuration | TimeMention],
) -> QuoteReading:
    """Give the reading with the least mismatch: none, else that of the bound, and so on."""
    order = (None, *reversed(Mismatch))
    best = min(readings, key=lambda reading: order.index(reading.mismatch), default=QuoteReading(Mismatch.VALUE))
    if best.mismatch is Mismatch.VALUE:
        return QuoteReading(Mismatch.VALUE, listed(one.text for one in every))
    return best


def with_bound(metric: Metric, one: shares.WrittenShare | WrittenDuration | TimeMention) -> QuoteReading:
    """What a share, a duration or a time of the figure's value says: the figure, if it has its bound."""
    bound = one.bound or "exact"
    return QuoteReading(None if bound == metric.bound else Mismatch.BOUND, one.text, bound)


def with_next_word(text: str, first: Numeral, last: Numeral | None = None) -> str:
    """Give a numeral, or a range of two, with what stands behind it, as a reader would name it: "12 mile"."""
    end = (last or first).end
    words = text[end : end + 40].split()
    more = 2 if words[:1] and len(words[0]) <= 2 else 1  # noqa: PLR2004 - "de", "of" and the like
    return " ".join([text[first.start : end], *words[:more]]).rstrip(".,;:!?)")
