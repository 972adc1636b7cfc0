"""A figure as it is declared: its value, what qualifies it, and where it stands in the file."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from factsheet.content.targets import CellTarget, Question, anchor_of
from factsheet.core.problems import Place
from factsheet.core.records import dataclass, field, replace
from factsheet.l10n.iso8601 import Duration, Stretch, TimeOfDay

BOUNDS = ("exact", "over", "at-least", "about", "nearly", "up-to", "under")
"""How a declared value stands to the true one; all but `exact` are words of the catalogue."""

LOWER_BOUNDS = ("over", "at-least")
"""The bounds that make the value the least it can be."""

UPPER_BOUNDS = ("up-to", "under")
"""The bounds that make the value the most it can be."""

DISPLAYS = ("auto", "standard", "compact-long", "compact-short", "scientific")
"""How a number is written: with all its digits, with a scale word or its abbreviation, or as a power of ten."""

FORMS = ("text", "number", "full", "short", "label", "size", "rounded", "words", "row")
"""What a reference may ask of a metric; `text` has no suffix, and `row` is of the greatest or least of a table."""

_NOT_OF_POINTS: Mapping[str, Any] = dict.fromkeys(("interval", "margin", "confidence", "round_to", "as_of"))
"""What a figure says of its present value alone."""


@dataclass(frozen=True, slots=True)
class Span:
    """The value of a range or a period: both ends are included."""

    low: Decimal | dt.date | Stretch
    high: Decimal | dt.date | Stretch


@dataclass(frozen=True, slots=True)
class Ratio:
    """The value of "1 in 5": a part of a whole, as declared; 2/10 is another way to say it."""

    part: Decimal
    whole: Decimal


Value = Decimal | dt.date | Stretch | TimeOfDay | Duration | Span | Ratio

Moment = Decimal | dt.date | Stretch
"""When something held: a year, a day, or what lies between, such as a month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """Something that front matter declares, with the places of its keys."""

    place: Place
    places: Mapping[str, Place] = field(default_factory=dict)

    def place_of(self, key: str) -> Place:
        """Where `key` is written, or the entry itself where it is not."""
        return self.places.get(key, self.place)


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryPoint(Declaration):
    """An earlier value of a metric: `when` is a year, a day or what lies between; one quote may hold several."""

    when: Moment
    value: Decimal
    bound: str = "exact"
    source: str | None = None
    """Its own source or that of the whole history; None where it is that of the metric."""
    quote: str | None = None
    is_filed: bool = False
    """Whether it stands in a file, and so is proven by the publisher's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series(Declaration):
    """A file of earlier values, two columns: the time and the value; `archive` is the publisher's own."""

    file: str
    source: str | None = None
    archive: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation(Declaration):
    """A passage of another source that gives the same figure."""

    source: str
    quote: str


OPERATIONS = ("sum_of", "difference_of", "share_of", "change_of", "times_of")
"""The keys that have a figure computed from others."""

SELECTIONS = ("rank_of", "max_of", "min_of", "count_of")
"""What is answered from whole columns of a table; the last part of the derivation names all their cells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation(Declaration):
    """How a figure is computed from others; the place of a part stands under its position: `0`, `1`."""

    operation: str
    parts: tuple[str, ...]
    """The figures it is computed from: an id of the same sheet, or `path/id`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric(Declaration):
    """A number, declared once, in the reference language, for all languages."""

    id: str
    kind: str
    value: Value
    bound: str = "exact"
    currency: str | None = None
    measure: str | None = None
    change: bool = False
    """Whether it says by how much something has changed: it is shown with its sign."""
    per: Decimal | str | None = None
    """What a rate is per: a number (100000), a unit of CLDR without its family (`day`), or `person`."""
    interval: Span | None = None
    """The interval of an estimate: two numbers in the unit of the value."""
    margin: Decimal | None = None
    """How far an estimate may be off on either side."""
    confidence: Decimal | None = None
    """How sure the interval or the margin is, in per cent."""
    out_of: Decimal | None = None
    """The most that a score can be."""
    display: str = "auto"
    digits: int | None = None
    round_to: Decimal | None = None
    """What `.rounded` shows multiples of."""
    as_of: dt.date | Stretch | None = None
    recheck_by: dt.date | None = None
    source: str | None = None
    quote: str | None = None
    confirmed_by: Confirmation | None = None
    history: tuple[HistoryPoint, ...] = ()
    series: Series | None = None
    derivation: Derivation | None = None
    cell: CellTarget | None = None
    """The cell of a table that it is; None for a metric of its own."""
    asked: Question | None = None
    """What it answers of a table; None for a metric of its own."""

    @property
    def anchor(self) -> str:
        """The id of its element, at which links point."""
        return anchor_of(self.id) if self.cell or self.asked else self.id

    @property
    def confirmed(self) -> "Metric | None":
        """The metric as a second source gives it; None where none does."""
        second = self.confirmed_by
        return self._told(second, second.source, second.source, second.quote) if second else None

    def at(self, point: HistoryPoint) -> "Metric":
        """The metric as it was: a figure with the value, the bound and the evidence of the point."""
        then = self._told(point, point.when, point.source or self.source, point.quote or self.quote)
        display = "auto" if self.display in DISPLAYS else self.display
        return replace(then, value=point.value, bound=point.bound, display=display, **_NOT_OF_POINTS)

    def _told(self, where: Declaration, name: object, source: str | None, quote: str | None) -> "Metric":
        """The metric with other evidence, known by its id and `name`."""
        alone = replace(self, id=f"{self.id}@{name}", confirmed_by=None, history=(), series=None, derivation=None)
        return replace(alone, source=source, quote=quote, place=where.place, places=where.places)
