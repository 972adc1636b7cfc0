"""What a reading gives: a statement is what a passage says with one number or date, as a reader takes it."""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple

from factsheet.records import dataclass, field

PERCENT: Final = "percent"
POINTS: Final = "points"
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


class FigureSpan(NamedTuple):
    """Where a figure's element stands in a text, half-open, and the CLDR unit its figure is in, if any."""

    start: int
    end: int
    unit: str | None = None


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

    def overlaps(self, spans: Iterable[tuple[int, int]]) -> bool:
        """Whether part of it stands in one of some stretches of its text, half-open."""
        return any(self.start < end and start < self.end for start, end in spans)
