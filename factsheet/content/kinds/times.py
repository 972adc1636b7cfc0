"""A multiple: twice as many, three times."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from factsheet.content.frontmatter import Scalar
from factsheet.content.kinds.base import PROOF_SNIPPET, Details, Number, read_number
from factsheet.content.kinds.quotes import QuoteReading, closest, with_bound
from factsheet.content.kinds.showing import Forms, number_of, worded_forms
from factsheet.content.model import Metric, Value
from factsheet.l10n import numbers
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.shares import multiples
from factsheet.l10n.reading.words import in_figures

TIMES_MESSAGES: Final = (("%(number)s time", "%(number)s times"),)


class Times(Number):
    """How many times as many, or as much."""

    name = "times"
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

    def unit_name(self, metric: Metric) -> str:
        """Say it in words."""
        del metric
        return "times"


KIND = Times()
