"""A rank: the 3rd of many, “locul 3”."""

import unicodedata
from collections.abc import Mapping

from factsheet.content.frontmatter import Scalar
from factsheet.content.kinds.base import PROOF_SNIPPET, BadValue, Details, Kind, read_whole
from factsheet.content.kinds.quotes import Mismatch, QuoteReading, closest
from factsheet.content.kinds.showing import Forms, machine_number, number_of
from factsheet.content.model import Metric, Value
from factsheet.l10n import cldr, numbers
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.ranks import ranks
from factsheet.l10n.reading.words import in_figures


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

    def machine(self, value: Value) -> str:
        """Write the digits."""
        return machine_number(number_of(value))

    def reads_back(self, loc: NumberLocale, text: str, value: str) -> bool | None:
        """Read the only digits of the text: languages mark an ordinal before them, behind them or not at all."""
        return "".join(str(unicodedata.digit(one)) for one in text if one.isdecimal()) == value

    def read_quote(self, loc: NumberLocale, metric: Metric, text: str) -> QuoteReading:
        """Look for the rank, in figures or in words."""
        every, others = ranks(loc, text), ranks(loc, in_figures(loc, text, numbers=False))  # "the leading cause"
        mismatch = None if metric.bound == "exact" else Mismatch.BOUND
        found = (one for one in (*every, *others) if one.value == metric.value)
        return closest((QuoteReading(mismatch, one.text) for one in found), every)


KIND = RankKind()
