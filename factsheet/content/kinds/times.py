"""A multiple: twice as many, three times."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from factsheet.content.frontmatter import Scalar
from factsheet.content.kinds.base import PROOF_SNIPPET, Details, Number, read_number
from factsheet.content.kinds.saying import Lack, Reading
from factsheet.content.kinds.showing import Forms, number_of, numeric_forms, phrase
from factsheet.content.model import Metric, Value
from factsheet.l10n import numbers
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading import Share, multiples

TIMES_MESSAGES: Final = (("%(number)s time", "%(number)s times"),)


class Times(Number):
    """How many times as many, or as much."""

    name = "times"
    keys = frozenset({"display", "digits"})
    message = TIMES_MESSAGES[0]
    implied_by = frozenset({"times_of"})
    results = frozenset({"times_of"})
    snippet = ("A multiple", ("    kind: times", "    value: ${2:2}", "    label: ${3:Label}", *PROOF_SNIPPET))

    def read(self, scalar: Scalar, details: Details) -> Value:
        """Read a decimal number; raises BadValue."""
        return read_number(scalar)

    def show(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Forms:
        """Show the number in the phrase for it, in all forms."""
        value = number_of(metric.value)
        plain = partial(numbers.decimal, loc)
        made = numeric_forms(metric, unit, loc, value, plain=plain, written=plain)
        whole = phrase(unit or {}, plain(value))
        return Forms(text=made.text, number=made.number, full=whole, short=whole)

    def said(self, loc: NumberLocale, metric: Metric, text: str) -> Reading:
        """Look for the multiple, in figures ("3 times") or in words ("twice", "s-a dublat"), with its bound."""
        every = multiples(loc, text)
        found = [one for one in every if _gives(metric, one)]
        if not found:
            return Reading(Lack.VALUE, ", ".join(one.text for one in every))
        good = [one for one in found if (one.bound or "exact") == metric.bound]
        best = good[0] if good else found[0]
        return Reading(None if good else Lack.BOUND, best.text, best.bound or "exact")

    def unit_name(self, metric: Metric) -> str:
        """Say it in words."""
        del metric
        return "times"


def _gives(metric: Metric, share: Share) -> bool:
    return share.part == number_of(metric.value)


KIND = Times()
