"""Two statements compared: how what is read stands to what is declared."""

from collections.abc import Iterator
from decimal import Decimal
from enum import IntEnum

from factsheet.content.statements.grammar import grammar
from factsheet.content.statements.values import PERCENT, POINTS, Statement, StatementKind
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading import shared
from factsheet.records import dataclass


class Relation(IntEnum):
    """How what is read stands to a figure, from the best to the worst."""

    EQUAL = 0
    WEAKER = 1
    """It follows from the figure, but says less: "over 100,000" of over 120,000."""
    DOUBTFUL = 2
    """Words beside it may make it say something else: "half of", "no", a bound left out, another noun."""
    CONTRADICTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricFacts:
    """What a metric declares, which a text may say in words where its figure does not: "{{ n.number }} dollars"."""

    id: str
    bound: str | None = None
    currency: str | None = None
    unit: str | None = None
    """`percent`, or a unit of CLDR without its family."""
    is_counted: bool = False
    """Whether the nouns that it counts are known."""
    is_relative: bool = False
    """Whether it is a change, a rate or a rank, which a word such as "fewer", "a day" or "No." only names."""


_LOWER = frozenset(("over", "at-least"))
_UPPER = frozenset(("under", "nearly", "up-to"))


def says(loc: NumberLocale, read: Statement | None, own: Statement, declared: MetricFacts) -> Relation:
    """Compare what a text is read as with what the figure says alone; None is a text that says no number."""
    if read is None:
        return Relation.CONTRADICTS
    return max(_relations(loc, read, own, declared), default=Relation.EQUAL)


def _relations(loc: NumberLocale, read: Statement, own: Statement, declared: MetricFacts) -> Iterator[Relation]:
    if (
        (read.odd and not own.odd)
        or read.kind not in {own.kind, StatementKind.RATE, StatementKind.COUNT}
        or read.conflict != own.conflict
    ):
        yield Relation.CONTRADICTS
    if not _same_money(loc, read, own, declared) or read.unit not in {own.unit, declared.unit}:
        yield Relation.CONTRADICTS
    yield _values(read, own)
    yield _bounds(read, own, declared)
    is_other = bool(read.counted - own.counted) and declared.is_counted and declared.id not in read.counted
    is_free = read.unit is None and read.currency is None
    is_share = declared.unit in {PERCENT, POINTS} and not declared.is_relative
    if is_share and is_free and read.nouns and not own.nouns and grammar(loc).spaced:
        yield Relation.DOUBTFUL  # "12.5 degrees" of a percentage: something else is counted
    is_relative = read.beside != own.beside and not declared.is_relative
    if read.changes != own.changes or is_relative or (is_other and is_free):
        yield Relation.DOUBTFUL


def _same_money(loc: NumberLocale, read: Statement, own: Statement, declared: MetricFacts) -> bool:
    if read.currency in {own.currency, declared.currency}:
        return True
    return declared.currency is not None and is_currency(loc, read, declared.currency)


def is_currency(loc: NumberLocale, read: Statement, wanted: str) -> bool:
    """Tell whether a statement is in a currency; "dollars", which several share, is each of them."""
    return shared.is_in(loc, read.text, read.currency, wanted)


def _values(read: Statement, own: Statement) -> Relation:
    if read.value == own.value:
        return Relation.EQUAL
    if read.value is None or own.value is None or own.bound is None:
        return Relation.CONTRADICTS
    return Relation.WEAKER if follows(own.value, own.bound, read.value, read.bound) else Relation.CONTRADICTS


def follows(value: Decimal, bound: str, weaker: Decimal, its_bound: str | None) -> bool:
    """Tell whether "over 100,000" follows from "over 120,000": a bound may only move to the weaker side."""
    if bound in _LOWER and its_bound in _LOWER:
        return weaker < value
    return bound in _UPPER and its_bound in _UPPER and weaker > value


def _bounds(read: Statement, own: Statement, declared: MetricFacts) -> Relation:
    if read.second_bound != own.second_bound:
        return Relation.CONTRADICTS
    if read.bound == declared.bound or (read.bound == own.bound is not None):
        return Relation.EQUAL
    if read.soft and read.bound == "about":
        return Relation.EQUAL  # "estimated at": where the figure comes from, not how exact it is
    if read.bound is None or read.soft:
        return Relation.DOUBTFUL
    return Relation.CONTRADICTS
