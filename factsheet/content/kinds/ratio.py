"""A ratio: one in five, a part of a whole that is not shown as a percentage."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from factsheet.content.frontmatter import Scalar
from factsheet.content.kinds.base import PROOF_SNIPPET, BadValue, Details, Kind, read_number
from factsheet.content.kinds.quotes import QuoteReading, closest, ratio_of, with_bound
from factsheet.content.kinds.showing import Forms, machine_number, phrase
from factsheet.content.model import BOUNDS, Metric, Ratio, Value
from factsheet.content.statements.comparing import StatementKind as Sort
from factsheet.content.statements.reader import read
from factsheet.core.patterns import regex
from factsheet.l10n import numbers
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.shares import WrittenShare, bound_before_article, shares

RATIO_MESSAGES: Final = ("%(part)s in %(number)s",)

_RATIO = regex(r"([0-9.]+)[ ]*/[ ]*([0-9.]+)")
_CLOSE = Decimal("0.0001")
"""How near a fraction in words comes: a third is a third."""


class PartOfWhole(Kind):
    """1/5 is shown as “1 in 5”."""

    name = "ratio"
    bounds = frozenset(BOUNDS)
    has_unit = True
    message = (RATIO_MESSAGES[0], RATIO_MESSAGES[0])
    snippet = ("A ratio", ("    kind: ratio", "    value: ${2:1/5}", "    label: ${3:Label}", *PROOF_SNIPPET))

    def read(self, scalar: Scalar, details: Details) -> Value:
        """Read two whole numbers with a slash between them, the part the smaller; raises BadValue."""
        match = None if scalar.quoted else _RATIO.fullmatch(scalar.text)
        if match is None:
            raise BadValue("N135", value=scalar.text[:80])
        part, whole = (read_number(Scalar(one, scalar.place)) for one in match.groups())
        if not 0 < part < whole or part % 1 or whole % 1:
            raise BadValue("N135", value=scalar.text[:80])
        return Ratio(part, whole)

    def show(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Forms:
        """Show the part and the whole in the phrase for them."""
        ratio = ratio_of(metric.value)
        whole = numbers.decimal(loc, ratio.whole)
        text = phrase(unit or {}, whole).replace("{part}", numbers.decimal(loc, ratio.part).text)
        return Forms(text=text, number=text, full=text, short=text)

    def machine(self, value: Value) -> str:
        """Write both with a slash between them."""
        ratio = ratio_of(value)
        return f"{machine_number(ratio.part)}/{machine_number(ratio.whole)}"

    def read_quote(self, loc: NumberLocale, metric: Metric, text: str) -> QuoteReading:
        """Look for the ratio, in figures ("1 in 5") or in words ("a fifth"), with its bound."""
        ratio = ratio_of(metric.value)
        every = [*shares(loc, text), *_fractions(loc, text)]
        return closest((with_bound(metric, one) for one in every if _is(one, ratio)), every)


def _is(share: WrittenShare, ratio: Ratio) -> bool:
    return abs(share.part / share.whole - ratio.part / ratio.whole) < _CLOSE


def _fractions(loc: NumberLocale, text: str) -> Iterator[WrittenShare]:
    """The parts in words: "half", "two thirds", "un sfert"."""
    for one in read(loc, text):
        if one.kind is Sort.FRACTION and one.value is not None:
            bound = one.bound or bound_before_article(loc, text, one.start)
            yield WrittenShare(one.start, one.end, one.text, one.value, Decimal(1), bound)


KIND = PartOfWhole()
