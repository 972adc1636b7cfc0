"""Bare numbers: a count, a plain number, a multiple and a rank; and ranges from one to another."""

import unicodedata
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Final

from factsheet.content.frontmatter import Scalar
from factsheet.content.kinds import money, percent, quantity, showing
from factsheet.content.kinds.base import PROOF_SNIPPET, UNIT_SNIPPET, Details, Kind, Number
from factsheet.content.kinds.declared import TWO_ENDS, BadValue, read_number, read_whole
from factsheet.content.kinds.estimates import mismatch_of_rate, otherwise, sharing_scales
from factsheet.content.kinds.percent import PERCENT, write_percent
from factsheet.content.kinds.quotes import Mismatch, QuoteReading, closest, with_bound, with_next_word
from factsheet.content.kinds.showing import Forms, held, number_of, phrase
from factsheet.content.model import Metric, Span, Value
from factsheet.content.statements.grammar import grammar
from factsheet.content.statements.ranges import are_ends
from factsheet.core.patterns import LETTERS
from factsheet.core.suggest import listed
from factsheet.l10n import cldr, numbers
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.numbers import FormattedNumber
from factsheet.l10n.reading.digits import Numeral
from factsheet.l10n.reading.shares import multiples, ranks
from factsheet.l10n.reading.words import in_figures, spelled_out

# Bare numbers: a count, a plain number, a multiple and a rank.

# A plain number: decimals and numbers below zero, such as an index of 0.828 or 1.5 children.


class Plain(Number):
    """Any decimal number; a `unit` phrase may say what of."""

    name = "number"
    is_spelled = True
    snippet = ("A plain number", ("    kind: number", "    value: ${2:0.828}", "    label: ${3:Label}", *PROOF_SNIPPET))

    def in_words(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Mapping[str, str]:
        """Put the number in words into the phrase of the unit, or let it stand alone."""
        return {gender: phrase(unit or {}, one) for gender, one in showing.worded(metric, loc).items()}

    def numerals(self, loc: NumberLocale, metric: Metric, text: str) -> tuple[Numeral, ...]:
        """Read numerals, and the value in words that only the language's own rules know: "o arestare" is one."""
        every = super().numerals(loc, metric, text)
        value = metric.value
        if not isinstance(value, Decimal) or any(one.value == value for one in every):  # ends of ranges are no words
            return every
        return (*every, *spelled_out(loc, text, value, every))

    def dimension(self, metric: Metric, unit: Mapping[str, str] | None) -> tuple[str, ...]:
        """Numbers of the same phrase may be compared."""
        return (self.name, (unit or {}).get("other", ""))


NUMBER = Plain()


# A count: a whole number of things, not negative unless it is a change.


class Count(Plain):
    """Whole and non-negative: people, arrests, countries. The default kind."""

    name = "count"
    needs_unit = True
    snippet = (
        "A number that is counted",
        ("    value: ${2:1209}", "    label: ${3:Label}", f"    {UNIT_SNIPPET}", *PROOF_SNIPPET),
    )

    dimension = Kind.dimension  # things that are counted may be compared: women with men, births with deaths

    def read(self, scalar: Scalar, details: Details) -> Value:
        """Read a whole number, or a decimal one per something; raises BadValue."""
        value = read_number(scalar, signed=details.change) if details.is_rate else None
        return value if value is not None and value > 0 else read_whole(scalar, signed=details.change)


COUNT = Count()


# A multiple: twice as many, three times.

TIMES_MESSAGES: Final = (("%(number)s time", "%(number)s times"),)


class Times(Number):
    """How many times as many, or as much."""

    name = called = "times"
    keys = frozenset({"display", "digits"})
    message = TIMES_MESSAGES[0]
    is_relative = True
    implied_by = frozenset({"times_of"})
    results = frozenset({"times_of"})
    snippet = ("A multiple", ("    kind: times", "    value: ${2:2}", "    label: ${3:Label}", *PROOF_SNIPPET))

    def read(self, scalar: Scalar, details: Details) -> Value:
        """Read a decimal number; raises BadValue."""
        return read_number(scalar)

    def show(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Forms:
        """Show the number in the phrase for it, in all forms."""
        return showing.worded_forms(metric, unit, loc, number_of(metric.value), partial(numbers.decimal, loc))

    def read_quote(self, loc: NumberLocale, metric: Metric, text: str) -> QuoteReading:
        """Look for the multiple, in figures ("3 times") or in words ("twice", "s-a dublat"), with its bound."""
        every, others = multiples(loc, text), multiples(loc, in_figures(loc, text))
        value = number_of(metric.value)
        return closest((with_bound(metric, one) for one in (*every, *others) if one.part == value), every or others)


TIMES = Times()


# A rank: the 3rd of many, “locul 3”.


class RankKind(Kind):
    """A place in an order, from 1; `unit` phrases are those of the ordinal categories of the language."""

    name = "rank"
    has_ordinals = True
    is_relative = True
    snippet = ("A rank", ("    kind: rank", "    value: ${2:3}", "    label: ${3:Label}", *PROOF_SNIPPET))

    def read(self, scalar: Scalar, details: Details) -> Value:
        """Read a whole number above zero; raises BadValue."""
        value = read_whole(scalar)
        if value < 1:
            raise BadValue("N136", value=scalar.text)
        return value

    def show(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Forms:
        """Show the number as an ordinal."""
        value = number_of(metric.value)
        number = numbers.decimal(loc, value).text
        phrases = unit or {}
        phrase = phrases.get(cldr.ordinal_category(loc, value)) or phrases.get("other", "{n}")
        text = phrase.replace("{n}", number)
        return Forms(text=text, number=number, full=text, short=text)

    def reads_back(self, loc: NumberLocale, text: str, value: str) -> bool | None:
        """Read the only digits of the text: languages mark an ordinal before them, behind them or not at all."""
        return "".join(str(unicodedata.digit(one)) for one in text if one.isdecimal()) == value

    def read_quote(self, loc: NumberLocale, metric: Metric, text: str) -> QuoteReading:
        """Look for the rank, in figures or in words."""
        every, others = ranks(loc, text), ranks(loc, in_figures(loc, text, numbers=False))  # "the leading cause"
        mismatch = None if metric.bound == "exact" else Mismatch.BOUND
        found = (one for one in (*every, *others) if one.value == metric.value)
        return closest((QuoteReading(mismatch, one.text) for one in found), every)


RANK = RankKind()


# A range: from a low to a high number of another kind, both included.


class Range(Kind):
    """10–20: of money with `currency`, of a quantity with `measure` (or `percent`), else of counts."""

    name = "range"
    keys = frozenset({"currency", "measure", "display", "scale", "digits", "per"})
    has_unit = True

    def read(self, scalar: Scalar, details: Details) -> Value:
        """Read two numbers with a dash between them; raises BadValue."""
        match = None if scalar.quoted else TWO_ENDS.fullmatch(scalar.text)
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

        def both(write: showing.Make) -> showing.Make:
            def make(
                _value: Decimal, /, *, display: str = "standard", digits: int | None = None, exact: bool = True
            ) -> FormattedNumber:
                ends = [write(end, display=display, digits=digits, exact=exact) for end in (low, high)]
                if len({end.scale for end in ends}) > 1:  # "5–20 million" would read as if both were millions
                    ends = [write(end, digits=digits, exact=exact) for end in (low, high)]
                return numbers.number_range(loc, *ends, pattern=numbers.printed_pattern(loc))

            return make

        plain = both(partial(numbers.decimal, loc))
        return showing.numeric_forms(metric, unit, loc, high, plain=plain, written=both(_writer(metric, loc)))

    def machine(self, value: Value) -> str:
        """Write both ends with a slash between them."""
        span = held(Span, value)
        return "/".join(showing.machine_number(number_of(end)) for end in (span.low, span.high))

    def read_quote(self, loc: NumberLocale, metric: Metric, text: str) -> QuoteReading:
        """Look for both ends; where their unit is said once, it holds for both."""
        found = self._both(loc, metric, text)
        others = dict.fromkeys(otherwise(loc, metric, text)) if found.mismatch is not None else ()
        return closest((found, *(self._both(loc, metric, other) for other in others)), ()) if others else found

    def _both(self, loc: NumberLocale, metric: Metric, text: str) -> QuoteReading:
        span, ends = held(Span, metric.value), _kind_of_ends(metric)
        every = sharing_scales(loc, ends.numerals(loc, metric, text))
        lows, highs = ([one for one in every if one.value == end] for end in (span.low, span.high))
        pairs = ((low, high) for low in lows for high in highs if are_ends(loc, text, low, high, every))
        found = next(pairs, None)
        if found is None:
            return QuoteReading(Mismatch.VALUE, listed(one.text for one in every))
        is_said = _says_unit(loc, ends, metric, text, found)
        bound = found[0].bound or "exact"
        mismatch = mismatch_of_rate(loc, metric, text, found[1]) if is_said else Mismatch.UNIT
        mismatch = mismatch or (None if bound == metric.bound else Mismatch.BOUND)
        return QuoteReading(mismatch, with_next_word(text, *found), bound)

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
    low, high = found
    first, second = (ends.fits(loc, metric, one) for one in found)
    if any(one.currency is not None and not ends.fits(loc, metric, one) for one in found):
        return False
    gap = text[low.end : high.start].strip()
    is_bare = len(LETTERS.findall(gap)) <= 1 or gap.lower() in grammar(loc).to  # "5 până la 6 %"
    return (first or is_bare) and (second or (first and metric.currency is not None))


def _kind_of_ends(metric: Metric) -> Number:
    """The kind of both ends, as the keys of the metric imply it."""
    if metric.currency is not None:
        return money.KIND
    if metric.measure == PERCENT:
        return percent.PERCENTAGE
    return COUNT if metric.measure is None else quantity.KIND


def _writer(metric: Metric, loc: NumberLocale) -> showing.Make:
    """How one end is written with the currency or the measure of the range."""
    currency, measure = metric.currency, metric.measure
    if currency is not None:
        return partial(numbers.currency, loc, code=currency)
    if measure == PERCENT:
        return partial(write_percent, loc)
    if measure is not None:
        return partial(numbers.unit, loc, unit_id=measure)
    return partial(numbers.decimal, loc)


RANGE = Range()
