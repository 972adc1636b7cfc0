"""Two statements compared: how what is read stands to what is declared."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import IntEnum, StrEnum
from typing import Final

from factsheet.content.statements.grammar import grammar
from factsheet.core.records import NamedTuple, dataclass, field
from factsheet.l10n import numbers
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.currencies import is_in, named_by, names_other
from factsheet.l10n.reading.fold import shared

# What a reading gives: a statement is what a passage says with one number or date, as a reader takes it.

PERCENT: Final = "percent"
POINTS: Final = "points"
SHARES: Final = frozenset((PERCENT, POINTS))
"""The units that CLDR has no name for: per cent, and percentage points."""

SHORT_UNITS: Final = {PERCENT: "%", POINTS: "% pt"}
"""The signs by which messages name them."""

PartialDate = tuple[int | None, int | None, int | None]
"""Year, month and day; None for what is not said."""


class StatementKind(StrEnum):
    """What a number is in its sentence."""

    COUNT = "count"
    """A number of things, an amount, a share: a figure."""
    DOUBT = "doubt"
    """A year, part of a name or a count: the sentence does not tell."""
    YEAR = "year"
    DATE = "date"
    TIME = "time"
    NAME = "name"
    """Part of a name: "Article 12", "COVID-19", a telephone number."""
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    ROMAN = "roman"
    MULTIPLE = "multiple"
    """A multiple in one word: "twice", "s-a dublat"."""
    AGE = "age"
    DURATION = "duration"
    RATE = "rate"
    """What a rate is per: the 100,000 of "9.6 per 100,000"."""

    @property
    def is_time(self) -> bool:
        """Whether it is a place in time."""
        return self in {StatementKind.YEAR, StatementKind.DATE, StatementKind.TIME}


OF_TIME: Final = frozenset((StatementKind.AGE, StatementKind.DURATION))
OPEN: Final = frozenset((StatementKind.COUNT, StatementKind.DOUBT))
"""What a number is that may still turn out to be a name, an age or an hour."""


class FigureSpan(NamedTuple):
    """Where a figure's element stands in a text, half-open, and the CLDR unit its figure is in, if any."""

    start: int
    end: int
    unit: str | None = None


_MUCH: Final = 1000
"""From this, a number in words is no way of speaking."""


@dataclass(slots=True)
class Statement:
    """A number in a text. Offsets are those of the text that was read, half-open.

    The span holds all that makes the value (sign, money, digits, scale word, percent, unit), not the bound.
    """

    start: int
    end: int
    digits: tuple[int, int]
    """Where the digits or the number words stand."""
    kind: StatementKind = StatementKind.COUNT
    value: Decimal | None = None
    """12.5 for "12.5%"; 97000000 for "97 million"; None where the digits make no number ("1.2.3")."""
    ulp: Decimal = Decimal(1)
    """Unit of the last digit shown: 1000000 for "97 million"."""
    bound: str | None = None
    """`over`, `at-least`, `about`, `nearly`, `under` or `up-to`."""
    soft: bool = False
    """Whether a verb says the bound ("exceeded"), which may be about a change."""
    second_bound: str | None = None
    """A further bound that the words say: "below over 17,000"."""
    currency: str | None = None
    """ISO 4217 code."""
    unit: str | None = None
    """`percent`, `points` or a unit of CLDR without its family: `kilometer`."""
    conflict: str = ""
    """A further currency or unit beside the first: "€97 million dollars"."""
    changes: tuple[str, ...] = ()
    """Words beside it that say another number than it: "half of", "ten times", "no"."""
    beside: str = ""
    """Words beside it that make a difference, a rate or a place in a row of it: "fewer", "a day", "No."."""
    odd: bool = False
    """Whether letters, superscripts or other signs are glued to the digits."""
    is_end: bool = False
    """Whether it is one end of a range: "13–20", "between 13 and 20"."""
    lone: bool = False
    """Whether nothing in its sentence tells what it is: "41", "on the 747", "it was 28"."""
    word: bool = False
    """Written in words: "four", "o mie"."""
    nouns: tuple[str, ...] = ()
    """The words behind it, up to the end of its phrase."""
    counted: frozenset[str] = frozenset()
    """The ids of the metrics whose noun is among those words."""
    dates: tuple[PartialDate, ...] = ()
    """The days, months or years that a date or a span of years names."""
    text: str = field(default="", compare=False)
    """As written."""
    figure: int | None = None
    """The number of the figure's element it stands in; None for what is typed."""

    @property
    def is_bare(self) -> bool:
        """Whether it is a typed number of nothing: beside it are no noun of a metric, unit, money, letters or words."""
        is_of_something = self.counted or self.odd or self.word or self.currency or self.unit
        return self.figure is None and self.value is not None and not is_of_something

    @property
    def is_much(self) -> bool:
        """Whether it is a thousand or more in words, a figure whatever it counts: "two million bees"."""
        is_amount = self.word and self.kind is StatementKind.COUNT and not self.changes and " " in self.text
        return is_amount and self.value is not None and self.value >= _MUCH

    def overlaps(self, spans: Iterable[tuple[int, int]]) -> bool:
        """Whether part of it stands in one of some stretches of its text, half-open."""
        return any(shared((self.start, self.end), span) for span in spans)


def is_one_day(one: PartialDate, two: PartialDate) -> bool:
    """Tell whether two dates contradict each other in no part."""
    return all(here == there or None in {here, there} for here, there in zip(one, two, strict=True))


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
    is_of_kind = read.kind in {own.kind, StatementKind.RATE, StatementKind.COUNT} and (own.odd or not read.odd)
    is_in_it = read.conflict == own.conflict and read.unit in {own.unit, declared.unit}
    is_money = _same_money(loc, read, own, declared) and not _is_other_money(loc, read, declared)
    if not (is_of_kind and is_in_it and is_money):
        yield Relation.CONTRADICTS
    yield _values(read, own)
    yield _bounds(read, own, declared)
    is_other = bool(read.counted - own.counted) and declared.is_counted and declared.id not in read.counted
    is_free = read.unit is None and read.currency is None
    is_share = declared.unit in SHARES and not declared.is_relative
    if is_share and is_free and read.nouns and not own.nouns and grammar(loc).spaced:
        yield Relation.DOUBTFUL  # "12.5 degrees" of a percentage: something else is counted
    is_relative = read.beside != own.beside and not declared.is_relative
    if declared.unit == PERCENT and read.unit is None and read.nouns and read.nouns[0] in grammar(loc).bare_points:
        yield Relation.CONTRADICTS
    if read.changes != own.changes or is_relative or (is_other and is_free):
        yield Relation.DOUBTFUL


def _same_money(loc: NumberLocale, read: Statement, own: Statement, declared: MetricFacts) -> bool:
    if read.currency in {own.currency, declared.currency}:
        return True
    if own.currency is None and declared.currency is None:  # French "1 209 livres" are books
        return read.text.rpartition(" ")[2].lower() in grammar(loc).own.homonyms
    return declared.currency is not None and is_currency(loc, read, declared.currency)


def _is_other_money(loc: NumberLocale, read: Statement, declared: MetricFacts) -> bool:
    """Tell whether an amount without a currency stands before the name of another one: "97 million yen" of dollars."""
    is_free = read.currency is None and read.unit is None and bool(read.nouns)
    return is_free and declared.currency is not None and names_other(loc, read.nouns[0], declared.currency)


def is_currency(loc: NumberLocale, read: Statement, wanted: str) -> bool:
    """Tell whether a statement is in a currency; "dollars" or "rupees", which several share, is each of them."""
    if read.currency is None and read.nouns:
        return wanted in named_by(loc, read.nouns[0])
    return is_in(loc, read.text, read.currency, wanted)


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


# A statement in short, for messages: signs in place of words, so that it needs no translation.

SIGNS: Final = {"over": ">", "at-least": "≥", "about": "≈", "nearly": "≲", "under": "<", "up-to": "≤"}

_MOST_DIGITS: Final = 40


def in_short(loc: NumberLocale, found: Statement | None, bound: str | None = None) -> str:
    """Write "over 97 million dollars" as "> 97,000,000 USD"; "—" where no number is read."""
    if found is None or found.value is None:
        return "—"
    units = (one for one in (found.currency, SHORT_UNITS.get(found.unit or "", found.unit), found.conflict) if one)
    words = (SIGNS.get(found.second_bound or ""), SIGNS.get(bound or found.bound or ""))
    plain = format(found.value, "f")
    number = plain if len(plain) > _MOST_DIGITS else numbers.decimal(loc, found.value).text
    beside, per = ("", found.beside) if found.beside.startswith("/") else (found.beside, "")
    return " ".join((*filter(None, (*found.changes, beside, *words)), number, *units)) + per
