"""What a kind of value is: how it is read, shown in a language, said in a text, and written for machines."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from decimal import Decimal
from functools import partial

from factsheet.content.frontmatter import Scalar
from factsheet.content.kinds import quotes
from factsheet.content.kinds.declared import BadValue, read_number, read_whole
from factsheet.content.kinds.estimates import in_other_words, is_estimate, mismatch_beside, without_spread
from factsheet.content.kinds.quotes import Mismatch, QuoteReading, numerals
from factsheet.content.kinds.showing import Forms, machine_number, number_of, numeric_forms, phrase, worded
from factsheet.content.model import BOUNDS, UPPER_BOUNDS, Metric, Value
from factsheet.content.statements.grammar import grammar
from factsheet.core.records import dataclass
from factsheet.l10n import numbers
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.digits import Numeral
from factsheet.l10n.reading.shares import bound_before_article

__all__ = ["BadValue", "Details", "Kind", "Number", "read_number", "read_whole"]

UNIT_SNIPPET = 'unit: {one: "{n} ${5:noun}", few: "{n} ${6:nouns}", other: "{n} de ${6:nouns}"}'
PROOF_SNIPPET = ("    source: ${8:source}", '    quote: "${9:passage}"')
"""Lines of the snippets that editors offer, with the places to fill in."""

NUMBER_KEYS = frozenset(
    {"display", "scale", "digits", "round_to", "history", "change", "per", "interval", "margin", "confidence", "out_of"}
)
"""The keys that every number takes."""

_BELOW = (*UPPER_BOUNDS, "nearly")
"""Bounds that say of a number that the true one is less."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What else the metric says that bears on reading its value."""

    currency: str | None = None
    measure: str | None = None
    change: bool = False
    """Whether the number says by how much something has changed, and so has a sign."""
    is_rate: bool = False
    """Whether it is per something, or out of something: a count may then have decimals."""


class Kind(ABC):
    """One kind of value, and all that is its own; a module of `factsheet.content.kinds` holds one instance.

    What stands here suits a kind that no numeral says, such as a date; `Number` is for those that one does.
    """

    name: str
    keys: frozenset[str] = frozenset()
    """The metric keys, besides those every metric has, that this kind takes."""
    implied_by: frozenset[str] = frozenset()
    """The keys that say the kind where `kind` is not written; of several, the kind registered first is meant."""
    results: frozenset[str] = frozenset()
    """The keys by which a figure of this kind is computed from others."""
    differences: frozenset[str] = frozenset()
    """The other kinds of which a difference is of this kind: percentages differ by percentage points."""
    has_unit: bool = False
    """Whether the kind takes `unit` phrases."""
    needs_unit: bool = False
    """Whether a language must give the phrases that the reference gives: nothing else says what is counted."""
    message: tuple[str, str] | None = None
    """The message of the catalogues, singular and plural with `%(number)s`, that stands in for a missing `unit`."""
    has_ordinals: bool = False
    """Whether it is shown by the messages of ordinals."""
    is_in_points: bool = False
    """Whether its numbers are percentage points."""
    is_number: bool = False
    """Whether it is shown as one number, which a word or a digit beside it would change."""
    bounds: frozenset[str] = frozenset({"exact", "about"})
    """The bounds that say something of such a value: a day has no more and no less."""
    is_relative: bool = False
    """Whether a word such as "more" or "No." beside it only names what it is."""
    is_spelled: bool = False
    """Whether house styles say its small numbers in words, as they do with what is counted."""
    is_time: bool = False
    """Whether it has a place in time, and so stands on a timeline; it has no length to compare."""
    is_drawn: bool = True
    """Whether a chart can show it: by its length, or by its place in time."""
    is_moment: bool = False
    """Whether it is a point in time: marked up as `<time>`, drawn as a dot."""
    whole: Decimal | None = None
    """What its shares are parts of, where that is the same for all: 100 for percentages."""
    called: str = ""
    """What a finding says that a quote should hold; the unit for machines where it is empty."""
    snippet: tuple[str, tuple[str, ...]] | None = None
    """For an editor's hints: what it is, and the lines that declare it."""

    @abstractmethod
    def read(self, scalar: Scalar, details: Details) -> Value:
        """Read the declared value; raises BadValue."""

    @abstractmethod
    def show(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Forms:
        """Show the value in a language; raises LosesDigits where the display asked for is not exact."""

    def machine(self, value: Value) -> str:
        """The value for machines, as it stands in the HTML attribute: the digits of a number."""
        return machine_number(number_of(value))

    @abstractmethod
    def read_quote(self, loc: NumberLocale, metric: Metric, text: str) -> QuoteReading:
        """Read a text of a language, such as a quote, for the figure; the text may say more."""

    def in_words(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Mapping[str, str]:
        """Give the value with its number in words, by the gender of its noun; nothing where it cannot be said so."""
        return {}

    def reads_back(self, loc: NumberLocale, text: str, value: str) -> bool | None:
        """Whether a published text says a machine value; None for kinds whose numbers and dates are read as any."""
        return None

    def is_typed(self, loc: NumberLocale, metric: Metric, numeral: Numeral) -> bool:
        """Whether a numeral of the same value that somebody typed may be this figure."""
        return False

    def is_html_time(self, value: Value) -> bool:
        """Whether the value stands in `<time datetime>`, which takes days and months (HTML, 4.5.14)."""
        return self.is_moment

    def takes(self, bound: str, value: Value) -> bool:
        """Whether a bound beside a value says something: "over 2020" and "nearly 0" do not."""
        return bound in self.bounds and (value != 0 or bound not in _BELOW)

    def unit_id(self, measure: str | None) -> str | None:
        """The id of the CLDR unit that its numerals are read in, by the declared `measure`; None without one."""
        return None

    def names(self, metric: Metric, loc: NumberLocale) -> Mapping[str, Mapping[str, str]]:
        """The names of its measure that a language has beside CLDR's, each with phrases by plural category."""
        return {}

    def unit_text(self, metric: Metric) -> str | None:
        """The unit for machines: an ISO 4217 code, a CLDR unit, a percent sign; none for what is counted."""
        return None

    def unit_name(self, metric: Metric) -> str:
        """What a finding says that a quote should hold: the unit for machines, or `a plain number`."""
        return self.called or self.unit_text(metric) or "a plain number"

    def dimension(self, metric: Metric, unit: Mapping[str, str] | None) -> tuple[str, ...]:
        """What a figure is measured in: equal only for figures whose lengths may be compared in a chart."""
        return (self.name,)


class Number(Kind):
    """A kind that one numeral says: as it stands here, a plain number without currency, percent or measure."""

    keys = NUMBER_KEYS
    results = frozenset({"sum_of", "difference_of", "change_of"})
    has_unit = True
    is_number = True
    bounds = frozenset(BOUNDS)

    def read(self, scalar: Scalar, details: Details) -> Value:
        """Read a decimal number, below zero too; raises BadValue."""
        return read_number(scalar, signed=details.change)

    def show(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Forms:
        """Show the number, in its unit's phrase where there is one."""
        plain = partial(numbers.decimal, loc, plus=metric.change)
        return numeric_forms(metric, unit, loc, number_of(metric.value), plain=plain, written=plain)

    def in_words(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Mapping[str, str]:
        """Put the number in words into the phrase of the unit."""
        return {gender: phrase(unit, one) for gender, one in worded(metric, loc).items()} if unit else {}

    def read_quote(self, loc: NumberLocale, metric: Metric, text: str) -> QuoteReading:
        """Look for a numeral that gives the value in its unit, with its bound."""
        found = self._closest(loc, metric, text)
        others = in_other_words(loc, metric, text) if found.mismatch else ()
        best = quotes.closest((found, *(self._closest(loc, one, other) for one, other in others)), ())
        return found if best.mismatch is Mismatch.VALUE else best

    def _closest(self, loc: NumberLocale, metric: Metric, text: str) -> QuoteReading:
        every = self.numerals(loc, metric, text)
        every = quotes.with_minus(loc, text, every) if number_of(metric.value) < 0 else every
        return quotes.closest((self._compared(loc, metric, one, text) for one in every), every)

    def numerals(self, loc: NumberLocale, metric: Metric, text: str) -> tuple[Numeral, ...]:
        """Read the numerals of a text; a kind that is also written in another way adds what it finds."""
        return numerals(loc, text, self.unit_id(metric.measure))

    def fits(self, loc: NumberLocale, metric: Metric, numeral: Numeral) -> bool:
        """Whether a numeral is in the unit of the figure; its value has been compared."""
        if numeral.currency and numeral.text.rpartition(" ")[2].lower() not in grammar(loc).own.homonyms:
            return False
        return not numeral.percent and not numeral.points

    def is_typed(self, loc: NumberLocale, metric: Metric, numeral: Numeral) -> bool:
        """Accept a numeral in the same unit, and one without a currency for money."""
        return self.fits(loc, metric, numeral)

    def _compared(self, loc: NumberLocale, metric: Metric, numeral: Numeral, text: str) -> QuoteReading:
        bound = numeral.bound or bound_before_article(loc, text, numeral.start) or "exact"
        value = number_of(metric.value)
        if not quotes.gives(metric, numeral, value):
            return QuoteReading(Mismatch.VALUE, numeral.text, bound)
        plain = without_spread(metric, text, numeral)
        alone = numeral if plain == text else self._at(loc, metric, plain, numeral)
        if not self.fits(loc, metric, alone):
            return QuoteReading(Mismatch.UNIT, quotes.with_next_word(text, numeral), bound)
        if metric.change and not quotes.says_sign(loc, text, numeral, value):
            return QuoteReading(Mismatch.SIGN, quotes.with_next_word(text, numeral), bound)
        if (mismatch := mismatch_beside(loc, metric, (plain, alone), (text, numeral))) is not None:
            return QuoteReading(mismatch, text[numeral.start :], bound)
        is_said = bound == metric.bound or (bound == "about" and metric.bound == "exact" and is_estimate(metric))
        return QuoteReading(None if is_said else Mismatch.BOUND, numeral.text, bound)

    def _at(self, loc: NumberLocale, metric: Metric, text: str, numeral: Numeral) -> Numeral:
        """The numeral as it is read where its interval is left out of the text."""
        every = self.numerals(loc, metric, text)
        return next((one for one in every if (one.start, one.value) == (numeral.start, numeral.value)), numeral)
