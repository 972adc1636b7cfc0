"""Does a quote say the declared value? It is read in its own language: number, currency and bound."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading import Numeral, is_year_like
from factsheet.model import Metric, Span
from factsheet.passages import numerals
from factsheet.passages.numerals import dates

_DATED: Final = frozenset({"date", "year", "period"})


class Lack(StrEnum):
    """What a quote fails to say."""

    VALUE = "value"
    CURRENCY = "currency"
    PERCENT = "percent"
    BOUND = "bound"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a quote says of a metric: what is lacking, if anything, and the words that come closest."""

    lack: Lack | None
    found: str = ""
    """The numeral as it is written, or all numerals of the quote where none fits."""
    bound: str = "exact"
    """The bound that the quote puts on it."""


def read_quote(loc: NumberLocale, metric: Metric, quote: str) -> Reading:
    """Read a quote for the value of a metric."""
    if metric.kind in _DATED:
        return _read_dates(loc, metric, quote)
    every = numerals(loc, quote)
    if isinstance(metric.value, Span):
        return _read_range(metric, every, metric.value)
    value = metric.value
    readings = [_compared(loc, metric, one, value) for one in every if isinstance(value, Decimal)]
    return _closest(readings, every)


def fits(metric: Metric, numeral: Numeral, value: Decimal) -> bool:
    """Tell whether a numeral gives the value: to the digit, or rounded as shown where it is not exact."""
    if metric.bound == "exact":
        return numeral.value == value
    return abs(numeral.value - value) * 2 <= numeral.ulp


def same_currency(loc: NumberLocale, declared: str, numeral: Numeral) -> bool:
    """Tell whether a numeral is in the currency; "dollars", which several share, fits each of them."""
    if numeral.currency == declared:
        return True
    if numeral.currency is None or numeral.currency in numeral.text:
        return False
    return cldr.currency_narrow(loc, numeral.currency) == cldr.currency_narrow(loc, declared)


def _compared(loc: NumberLocale, metric: Metric, numeral: Numeral, value: Decimal) -> Reading:
    bound = numeral.bound or "exact"
    if not fits(metric, numeral, value):
        return Reading(Lack.VALUE, numeral.text, bound)
    if metric.currency and not same_currency(loc, metric.currency, numeral):
        return Reading(Lack.CURRENCY, numeral.text, bound)
    if metric.kind == "percent" and not numeral.percent:
        return Reading(Lack.PERCENT, numeral.text, bound)
    if bound != metric.bound:
        return Reading(Lack.BOUND, numeral.text, bound)
    return Reading(None, numeral.text, bound)


def _closest(readings: list[Reading], every: tuple[Numeral, ...]) -> Reading:
    """Give the reading that lacks least: nothing, else the bound, and so on."""
    order = {None: 0, Lack.BOUND: 1, Lack.PERCENT: 2, Lack.CURRENCY: 3, Lack.VALUE: 4}
    best = min(readings, key=lambda reading: order[reading.lack], default=Reading(Lack.VALUE))
    if best.lack is Lack.VALUE:
        return Reading(Lack.VALUE, ", ".join(one.text for one in every))
    return best


def _read_range(metric: Metric, every: tuple[Numeral, ...], span: Span) -> Reading:
    ends = [one for end in (span.low, span.high) for one in every if isinstance(end, Decimal) and one.value == end]
    if {one.value for one in ends} != {span.low, span.high}:
        return Reading(Lack.VALUE, ", ".join(one.text for one in every))
    if metric.currency and not any(one.currency == metric.currency for one in ends):
        return Reading(Lack.CURRENCY, ends[-1].text)
    return Reading(None, ends[-1].text)


def _read_dates(loc: NumberLocale, metric: Metric, quote: str) -> Reading:
    value = metric.value
    wanted = {value.low, value.high} if isinstance(value, Span) else {value}
    said = {mention.value for mention in dates(loc, quote)}
    years = {_year(one) for one in said} | {int(one.value) for one in numerals(loc, quote) if is_year_like(one)}
    found = all(end in said if isinstance(end, date) else int(end) in years for end in wanted)
    return Reading(None if found else Lack.VALUE, ", ".join(mention.text for mention in dates(loc, quote)))


def _year(said: date | tuple[int, int] | int) -> int:
    if isinstance(said, date):
        return said.year
    return said if isinstance(said, int) else said[0]
