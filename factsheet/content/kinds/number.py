"""Bare numbers: a count, a plain number, a multiple and a rank."""

import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from functools import partial
from typing import Final

from factsheet.content.frontmatter import Scalar
from factsheet.content.kinds.base import PROOF_SNIPPET, UNIT_SNIPPET, Details, Kind, Number
from factsheet.content.kinds.declared import BadValue, read_number, read_whole
from factsheet.content.kinds.quotes import Mismatch, QuoteReading, closest, with_bound
from factsheet.content.kinds.showing import Forms, number_of, phrase, worded, worded_forms
from factsheet.content.model import Metric, Value
from factsheet.l10n import cldr, numbers
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.digits import Numeral
from factsheet.l10n.reading.shares import multiples, ranks
from factsheet.l10n.reading.words import in_figures, spelled_out

# A plain number: decimals and numbers below zero, such as an index of 0.828 or 1.5 children.


class Plain(Number):
    """Any decimal number; a `unit` phrase may say what of."""

    name = "number"
    is_spelled = True
    snippet = ("A plain number", ("    kind: number", "    value: ${2:0.828}", "    label: ${3:Label}", *PROOF_SNIPPET))

    def in_words(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Mapping[str, str]:
        """Put the number in words into the phrase of the unit, or let it stand alone."""
        return {gender: phrase(unit or {}, one) for gender, one in worded(metric, loc).items()}

    def numerals(self, loc: NumberLocale, metric: Metric, text: str) -> tuple[Numeral, ...]:
        """Read numerals, and the value in words that only the language's own rules know: "o arestare" is one."""
        every = super().numerals(loc, metric, text)
        value = metric.value
        if not isinstance(value, Decimal) or any(one.value == value for one in every):  # ends of ranges are no words
            return every
        return (*every, *spelled_out(loc, text, value, every))

    def dimension(self, metric: Metric, unit: Mapping[str, str] | None) -> tuple[str, ...]:
        """Numbers of the same phrase may be compared."""
        del metric
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
        return value if value and value > 0 else read_whole(scalar, signed=details.change)


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
        return worded_forms(metric, unit, loc, number_of(metric.value), partial(numbers.decimal, loc))

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
