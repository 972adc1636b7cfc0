"""A range: from a low to a high number of another kind, both included."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import partial

from factsheet.content.frontmatter import Scalar
from factsheet.content.kinds import money, number, percent, quantity
from factsheet.content.kinds.base import BadValue, Details, Kind, Number, read_number
from factsheet.content.kinds.estimates import mismatch_of_rate, otherwise, sharing_scales
from factsheet.content.kinds.percent import PERCENT, write_percent
from factsheet.content.kinds.quotes import Mismatch, QuoteReading, closest, with_next_word
from factsheet.content.kinds.showing import Forms, Make, held, machine_number, number_of, numeric_forms
from factsheet.content.model import Metric, Span, Value
from factsheet.content.statements.ranges import are_ends
from factsheet.core.patterns import LETTERS, regex
from factsheet.core.suggest import listed
from factsheet.l10n import numbers
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.numbers import FormattedNumber
from factsheet.l10n.reading.digits import Numeral

_RANGE = regex(r"(-?[0-9.]+)[ ]*(?:\u2013|\.\.|-)[ ]*(-?[0-9.]+)")


class Range(Kind):
    """10–20: of money with `currency`, of a quantity with `measure` (or `percent`), else of counts."""

    name = "range"
    keys = frozenset({"currency", "measure", "display", "scale", "digits", "per"})
    has_unit = True

    def read(self, scalar: Scalar, details: Details) -> Value:
        """Read two numbers with a dash between them; raises BadValue."""
        match = None if scalar.quoted else _RANGE.fullmatch(scalar.text)
        if not match:
            raise BadValue("N121", value=scalar.text)
        low, high = (read_number(Scalar(part, scalar.place)) for part in match.groups())
        if not low < high:
            raise BadValue("N112", low=match[1], high=match[2])
        return Span(low, high)

    def show(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Forms:
        """Show both ends, written once where the language lets the currency, sign or measure be shared."""
        span = held(Span, metric.value)
        low, high = number_of(span.low), number_of(span.high)

        def both(write: Make) -> Make:
            def make(
                _value: Decimal, /, *, display: str = "standard", digits: int | None = None, exact: bool = True
            ) -> FormattedNumber:
                ends = [write(end, display=display, digits=digits, exact=exact) for end in (low, high)]
                if len({end.scale for end in ends}) > 1:  # "5–20 million" would read as if both were millions
                    ends = [write(end, digits=digits, exact=exact) for end in (low, high)]
                return numbers.number_range(loc, *ends, pattern=numbers.printed_pattern(loc))

            return make

        plain = both(partial(numbers.decimal, loc))
        return numeric_forms(metric, unit, loc, high, plain=plain, written=both(_writer(metric, loc)))

    def machine(self, value: Value) -> str:
        """Write both ends with a slash between them."""
        span = held(Span, value)
        return "/".join(machine_number(number_of(end)) for end in (span.low, span.high))

    def read_quote(self, loc: NumberLocale, metric: Metric, text: str) -> QuoteReading:
        """Look for both ends; where their unit is said once, it holds for both."""
        found = self._both(loc, metric, text)
        others = dict.fromkeys(otherwise(loc, metric, text)) if found.mismatch is not None else ()
        return closest((found, *(self._both(loc, metric, other) for other in others)), ()) if others else found

    def _both(self, loc: NumberLocale, metric: Metric, text: str) -> QuoteReading:
        span, ends = held(Span, metric.value), _kind_of_ends(metric)
        every = sharing_scales(loc, ends.numerals(loc, metric, text))
        found = [one for end in (span.low, span.high) for one in every if one.value == end]
        if {one.value for one in found} != {span.low, span.high} or not are_ends(loc, text, found[0], found[-1]):
            return QuoteReading(Mismatch.VALUE, listed(one.text for one in every))
        is_said = _says_unit(loc, ends, metric, text, found)
        bound = found[0].bound or "exact"
        mismatch = mismatch_of_rate(loc, metric, text, found[-1]) if is_said else Mismatch.UNIT
        mismatch = mismatch or (None if bound == metric.bound else Mismatch.BOUND)
        return QuoteReading(mismatch, with_next_word(text, found[0], found[-1]), bound)

    def unit_id(self, measure: str | None) -> str | None:
        """Give that of its ends."""
        return quantity.KIND.unit_id(measure)

    def unit_text(self, metric: Metric) -> str | None:
        """Give that of its ends."""
        return _kind_of_ends(metric).unit_text(metric)

    def unit_name(self, metric: Metric) -> str:
        """Give that of its ends."""
        return _kind_of_ends(metric).unit_name(metric)

    def dimension(self, metric: Metric, unit: Mapping[str, str] | None) -> tuple[str, ...]:
        """Give that of its ends, beside which it may stand."""
        return _kind_of_ends(metric).dimension(metric, unit)


def _says_unit(loc: NumberLocale, ends: Number, metric: Metric, text: str, found: Sequence[Numeral]) -> bool:
    """Whether the unit stands behind the second number, or a currency at the first; nothing else parts the two."""
    low, high = found[0], found[-1]
    first, second = (ends.fits(loc, metric, one) for one in (low, high))
    if any(one.currency is not None and not ends.fits(loc, metric, one) for one in found):
        return False
    is_bare = len(LETTERS.findall(text[low.end : high.start])) <= 1
    return (first or is_bare) and (second or (first and metric.currency is not None))


def _kind_of_ends(metric: Metric) -> Number:
    """The kind of both ends, as the keys of the metric imply it."""
    if metric.currency is not None:
        return money.KIND
    if metric.measure == PERCENT:
        return percent.PERCENTAGE
    return number.COUNT if metric.measure is None else quantity.KIND


def _writer(metric: Metric, loc: NumberLocale) -> Make:
    """How one end is written with the currency or the measure of the range."""
    currency, measure = metric.currency, metric.measure
    if currency is not None:
        return partial(numbers.currency, loc, code=currency)
    if measure == PERCENT:
        return partial(write_percent, loc)
    if measure is not None:
        return partial(numbers.unit, loc, unit_id=measure)
    return partial(numbers.decimal, loc)


KIND = Range()
