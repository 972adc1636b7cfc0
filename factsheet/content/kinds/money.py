"""Money: an amount in a currency of ISO 4217."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache, partial

from factsheet.content.frontmatter import Scalar
from factsheet.content.kinds.base import NUMBER_KEYS, PROOF_SNIPPET, UNIT_SNIPPET, Details, Number
from factsheet.content.kinds.declared import BadValue, read_number
from factsheet.content.kinds.quotes import same_currency
from factsheet.content.kinds.showing import Forms, number_of, numeric_forms
from factsheet.content.model import Metric, Value
from factsheet.content.statements.comparing import Statement
from factsheet.content.statements.grammar import grammar
from factsheet.content.statements.reader import read
from factsheet.core.patterns import regex
from factsheet.core.records import replace
from factsheet.l10n import cldr, numbers
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.currencies import calls_other, named_by
from factsheet.l10n.reading.digits import Numeral
from factsheet.l10n.reading.fold import fold

_GAP = regex(r"[ \u00a0]?(?:[,&]|[^\W\d_]{1,3})?[ \u00a0]")
"""What stands between an amount and its hundredths: "and", "și", a comma."""

_NOUN = regex(r"[ \u00a0]\(?(?:[^\W\d_]{2}[ \u00a0])?([^\W\d_]{3,})")
"""The word behind an amount, a linking word or a bracket between them."""

_HUNDREDTH = "/100"
_OF_A_PRICE = 4
"""So many decimals are those of an exchange rate or a price per unit, whatever the currency has."""

_THOUSANDS = 3
"""So many digits after a point look like a group of thousands."""


class Money(Number):
    """An amount; without a `unit` phrase it is written as CLDR writes the currency."""

    name = "money"
    keys = NUMBER_KEYS | {"currency"}
    implied_by = frozenset({"currency"})
    snippet = (
        "An amount of money",
        (
            "    value: ${2:97000000}",
            "    currency: ${3:USD}",
            "    label: ${4:Label}",
            f"    {UNIT_SNIPPET}",
            *PROOF_SNIPPET,
        ),
    )

    def read(self, scalar: Scalar, details: Details) -> Value:
        """Read an amount with no more decimals than the currency has; raises BadValue."""
        value = read_number(scalar, signed=details.change)
        if details.currency is None:
            raise BadValue("N116")
        allowed = cldr.currency_digits(details.currency)
        written = max(0, -int(value.as_tuple().exponent))
        if written > allowed and written < _OF_A_PRICE:
            variant = "thousands" if scalar.text.count(".") == 1 and written == _THOUSANDS else ""
            said = {"value": scalar.text, "currency": details.currency, "allowed": str(allowed)}
            raise BadValue("N117", variant=variant, **said, joined=scalar.text.replace(".", ""))
        return value

    def show(self, metric: Metric, unit: Mapping[str, str] | None, loc: NumberLocale) -> Forms:
        """Show the amount in the unit's phrase, or with the currency's symbol."""
        value, code = number_of(metric.value), metric.currency or ""
        plain = partial(numbers.amount, loc, code=code, plus=metric.change)
        written = partial(numbers.currency, loc, code=code, plus=metric.change)
        return numeric_forms(metric, unit, loc, value, plain=plain, written=written)

    def numerals(self, loc: NumberLocale, metric: Metric, text: str) -> tuple[Numeral, ...]:
        """Read numerals, and hundredths of the currency alone or behind it: "28 cents", "28 de lei și 72 de bani"."""
        every = tuple(_named(loc, text, one, metric.currency) for one in super().numerals(loc, metric, text))
        lower = fold(text, grammar(loc).code).plain.lower()
        if not any(phrase in lower for phrase in _hundredths(loc)):
            return every
        said = [one for one in read(loc, text) if (one.currency or "").endswith(_HUNDREDTH)]
        return tuple(_with_hundredths(loc, text, metric.currency or "", every, said))

    def fits(self, loc: NumberLocale, metric: Metric, numeral: Numeral) -> bool:
        """An amount means nothing without its currency."""
        return not numeral.percent and not numeral.points and same_currency(loc, metric.currency, numeral)

    def is_typed(self, loc: NumberLocale, metric: Metric, numeral: Numeral) -> bool:
        """Whoever types an amount may leave the currency out."""
        return not numeral.percent and (numeral.currency is None or self.fits(loc, metric, numeral))

    def unit_text(self, metric: Metric) -> str | None:
        """Give the code of the currency."""
        return metric.currency

    def dimension(self, metric: Metric, unit: Mapping[str, str] | None) -> tuple[str, ...]:
        """Amounts of one currency may be compared."""
        return (self.name, metric.currency or "")


@lru_cache(maxsize=64)
def _hundredths(loc: NumberLocale) -> tuple[str, ...]:
    """What a language calls hundredths of currencies, in small letters."""
    return tuple({phrase.lower() for phrase, code in grammar(loc).money.table.items() if code.endswith(_HUNDREDTH)})


def _with_hundredths(
    loc: NumberLocale, text: str, currency: str, every: Sequence[Numeral], said: Sequence[Statement]
) -> Iterator[Numeral]:
    """Give amounts with the hundredths behind them as one: "28 de lei și 72 de bani" says neither 28 nor 0.72 lei."""
    parts = {one.digits[0]: _of_hundredths(one, currency) for one in said}
    taken = set[int]()
    for one in every:
        part = next((part for part in parts.values() if _GAP.fullmatch(text, one.end, part.start)), None)
        if part and one.value % 1 == 0 and part.value < 1 and same_currency(loc, currency, one):
            taken.add(part.start)
            end, value = part.end, one.value + part.value
            yield replace(one, end=end, text=text[one.start : end], value=value, ulp=part.ulp)
        elif any(one.start in range(other.start, other.end) for other in said):
            yield replace(one, currency=f"{currency}{_HUNDREDTH}")  # "100 euro cents" are no 100 euros
        else:
            yield one
    for other in said:
        if other.currency == f"{currency}{_HUNDREDTH}" and other.digits[0] not in taken:
            yield parts[other.digits[0]]


def _named(loc: NumberLocale, text: str, one: Numeral, currency: str | None) -> Numeral:
    """The amount in the currency that the word behind it says, be it one of several: "rupees", "$100 Canadian"."""
    noun = None if one.percent or one.points else _NOUN.match(text, one.end)
    if noun and one.currency and currency and calls_other(loc, noun[1], one.currency):
        return replace(one, currency=currency if calls_other(loc, noun[1], one.currency, currency) else None)
    if noun is None or one.currency or currency not in named_by(loc, noun[1].lower()):
        return one
    said = replace(one, end=noun.end(), text=text[one.start : noun.end()], currency=currency)
    return _named(loc, text, said, currency)


def _of_hundredths(one: Statement, currency: str | None) -> Numeral:
    value, ulp = (one.value or Decimal(0)) / 100, one.ulp / 100
    return Numeral(one.digits[0], one.end, one.text, value, ulp, currency, bound=one.bound, word=one.word)


KIND = Money()
