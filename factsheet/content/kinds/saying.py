"""What a text says of a figure: the numerals and dates in it, and which of them give the declared value."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from factsheet.content.model import Metric
from factsheet.l10n import cldr, reading
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading import DateMention, Numeral, direction, is_year_like


class Lack(StrEnum):
    """What a text fails to say."""

    VALUE = "value"
    UNIT = "unit"
    """The value stands there in another unit, or in none: currency, percent, measure."""
    SIGN = "sign"
    """The value stands there as a rise where a fall is declared, or the other way round."""
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
    """Read the numerals of a text, sought in a `unit` of CLDR; each text is read once per language."""
    return reading.read(loc, text, unit=unit)


@lru_cache(maxsize=4_096)
def dates(loc: NumberLocale, text: str) -> tuple[DateMention, ...]:
    """Read the dates of a text; each text is read once per language."""
    return reading.dates(loc, text) if any(map(str.isdigit, text)) else ()


def gives(metric: Metric, numeral: Numeral, value: Decimal) -> bool:
    """Tell whether a numeral gives the value: to the digit, or rounded as shown where it is not exact."""
    said = numeral.value
    if metric.change:
        said, value = abs(said), abs(value)
    if metric.bound == "exact":
        return said == value
    return abs(said - value) * 2 <= numeral.ulp


def says_sign(loc: NumberLocale, text: str, numeral: Numeral, value: Decimal) -> bool:
    """Tell whether a text gives a change the sign of the value, by a sign or by words: "fell by 6 %".

    A number without either is a rise, as a number without a minus is above zero. A sign and a word that say the
    opposite ("rose by −6 %") say nothing.
    """
    words = direction(loc, text, numeral.start, numeral.end)
    sign = -1 if numeral.value < 0 else int(numeral.text.startswith("+"))
    if sign and words and sign != words:
        return False
    return value == 0 or (sign or words or 1) == (1 if value > 0 else -1)


def same_currency(loc: NumberLocale, declared: str | None, numeral: Numeral) -> bool:
    """Tell whether a numeral is in the currency; "dollars", which several share, fits each of them."""
    if numeral.currency == declared:
        return True
    if declared is None or numeral.currency is None or numeral.currency in numeral.text:
        return False
    return cldr.currency_narrow(loc, numeral.currency) == cldr.currency_narrow(loc, declared)


def closest(readings: Iterable[Reading], every: Sequence[Numeral]) -> Reading:
    """Give the reading that lacks least: nothing, else the bound, and so on."""
    order = {None: 0, Lack.BOUND: 1, Lack.SIGN: 2, Lack.UNIT: 3, Lack.VALUE: 4}
    best = min(readings, key=lambda reading: order[reading.lack], default=Reading(Lack.VALUE))
    if best.lack is Lack.VALUE:
        return Reading(Lack.VALUE, ", ".join(one.text for one in every))
    return best


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
    found = all(end in said if isinstance(end, date) else int(end) in years for end in wanted)
    return Reading(None if found else Lack.VALUE, ", ".join(mention.text for mention in mentions))


def _year(said: date | tuple[int, int] | int) -> int:
    if isinstance(said, date):
        return said.year
    return said if isinstance(said, int) else said[0]
