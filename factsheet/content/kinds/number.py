"""A plain number: decimals and numbers below zero, such as an index of 0.828 or 1.5 children."""

from collections.abc import Mapping
from decimal import Decimal

from factsheet.content.kinds.base import PROOF_SNIPPET, Number
from factsheet.content.kinds.showing import phrase, worded
from factsheet.content.model import Metric
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.digits import Numeral
from factsheet.l10n.reading.words import spelled_out


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


KIND = Plain()
