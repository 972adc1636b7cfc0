"""The values that the engine passes on: sheets, metrics, tables and sources, frozen as they were read."""

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from factsheet.content.metric import (
    BOUNDS,
    DISPLAYS,
    FORMS,
    LOWER_BOUNDS,
    OPERATIONS,
    SELECTIONS,
    UPPER_BOUNDS,
    Confirmation,
    Declaration,
    Derivation,
    HistoryPoint,
    Metric,
    Moment,
    Ratio,
    Series,
    Span,
    Value,
)
from factsheet.content.table import ArchiveForm, Column, ColumnGroup, ColumnWords, Table, TableWords, Total, Wording
from factsheet.content.texts import REPEATED, SheetText, as_text, optional_text, section, texts_in
from factsheet.core.problems import Place
from factsheet.core.records import dataclass, field
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.iso8601 import Stretch

CHART_TYPES = ("bars", "columns", "line", "share", "timeline", "grouped", "stacked", "change", "multiples")

CHART_SERIES = ("row", "column")
"""What one line, one group of bars or the like may be of a table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Declaration):
    """Where a figure comes from. `file` is a private copy of the text, never published."""

    id: str
    title: str = field(metadata=as_text("The title of the source.", translatable=False, is_exempt=True))
    publisher: str | None = optional_text("Who published it.", translatable=False, is_exempt=True)
    date: dt.date | Stretch | None = None
    accessed: dt.date | None = None
    url: str | None = None
    lang: str | None = None
    file: str | None = None
    sha256: str | None = None

    @property
    def archive(self) -> str:
        """What the private copy is known by: its path and its digest, `path#digest`; empty without both."""
        return f"{self.file or ''}#{self.sha256 or ''}" if self.file or self.sha256 else ""


@dataclass(frozen=True, slots=True)
class Restated:
    """A value key as it is written, to be read when more is known: where a translation repeats it, for one."""

    key: str
    text: str
    quoted: bool
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived(Declaration):
    """A metric that is computed from others, as it is declared: its value is known with those of its parts."""

    id: str
    derivation: Derivation
    kind: str | None
    """The kind of the result; None where it is that of the parts."""
    value: Restated | None
    """The value that the sheet expects, if it says one."""
    bound: str | None
    """The bound that is declared; None where it follows from the parts."""
    rest: Mapping[str, Any] = field(default_factory=dict)
    """What else is declared, by the fields of `Metric`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricWords(Declaration):
    """The words of a metric in one language: all that a translation says of it."""

    id: str
    label: str | None = optional_text("The figure's name on cards and in tables.")
    unit: Mapping[str, str] | None = optional_text(
        "The noun that is counted: a phrase with {n} for each plural form of the language."
    )
    note: str | None = optional_text("What a reader should know about the figure, in a sentence.")
    translation: str | None = optional_text("The quoted passage in the words of this language.", is_exempt=True)
    name: str | None = None
    """What this language calls the measure, where it is another name than that of CLDR."""
    gender: str | None = None
    """The grammatical gender of the noun in this language, where its numbers in words depend on it."""
    nouns: tuple[str, ...] = ()
    """Other nouns with which the texts of this language count the same: "suspects" beside "arrests"."""
    two: str | None = None
    """Two of what is counted, in words, as `unit` may say it: it tells the gender where that is not declared."""
    restated: tuple[Restated, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart(Declaration):
    """A drawing of metrics. A translation repeats only its `id`."""

    id: str = field(metadata=REPEATED)
    type: str | None = None
    title: str | None = optional_text("What it shows, in a few words.")
    summary: str | None = optional_text("What a reader should see in it, for those who cannot.")
    metrics: tuple[str, ...] = ()
    """The figures; those of a table are named here too, once its file has been read."""
    table: str | None = None
    """The table whose cells are drawn."""
    series: str | None = None
    """Whether each row or each column of the table is a line, a group of bars or the like; None to have it follow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Declaration):
    """Key figures that stand together under a heading. A translation repeats only its `id`."""

    id: str = field(metadata=REPEATED)
    title: str | None = optional_text("The heading above the cards of the group.")
    metrics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction(Declaration):
    """A dated note about a corrected mistake."""

    date: dt.date = field(metadata=REPEATED)
    text: str = field(metadata=as_text("What was wrong, and what is right.", filled=True, is_exempt=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One Markdown file: a fact sheet in one language."""

    path: str
    """The sheet's name in every language: its file below `content/<tag>/` without `.md`."""
    language: str
    file: str
    title: str = field(
        metadata=as_text(
            "The sheet's title, in the language of its folder. It is the only key that must be there.", filled=True
        )
    )
    short_title: str | None = optional_text(
        "What the menu and the way back call the sheet, where its title is long.", filled=True
    )
    summary: str | None = optional_text(
        "One or two sentences for readers in a hurry, and for search engines.", filled=True
    )
    slug: str | None = None
    date: dt.date | None = None
    updated: dt.date | None = None
    draft: bool = False
    order: Decimal | None = None
    layout: str | None = None
    highlight: tuple[str, ...] | None = None
    groups: tuple[Group, ...] = field(default=(), metadata=section("groups"))
    metrics: Mapping[str, Metric] = field(default_factory=dict)
    """The values, declared in the reference language; a translation has none."""
    derived: Mapping[str, Derived] = field(default_factory=dict)
    """The metrics of the reference language that are computed from others: `Site.original` gives their values."""
    words: Mapping[str, MetricWords] = field(default_factory=dict, metadata=section("metrics"))
    needs_files: bool = False
    """Whether earlier values of a metric, or what a chart draws, are told by files alone."""
    tables: Mapping[str, Table] = field(default_factory=dict)
    """The tables that the reference language declares; `Site.table` gives their cells."""
    table_words: Mapping[str, TableWords] = field(default_factory=dict, metadata=section("tables"))
    sources: Mapping[str, Source] = field(default_factory=dict, metadata=section("sources"))
    literals: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    """Names with digits, as literals are; a star is any ending."""
    classes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Classes of age or size by their ids, each in the words of this language."""
    aliases: tuple[str, ...] = ()
    charts: tuple[Chart, ...] = field(default=(), metadata=section("charts"))
    corrections: tuple[Correction, ...] = field(default=(), metadata=section("corrections"))
    body: str = ""
    body_line: int = 1
    """The line of the file on which the body begins."""
    places: Mapping[str, Place] = field(default_factory=dict)

    _texts: list[tuple[SheetText, ...]] = field(default_factory=list, init=False, repr=False, compare=False)
    """The texts, gathered when they are first asked for."""

    def place_of(self, key: str) -> Place:
        """Where the front-matter key is written, or the top of the file where it is not."""
        return self.places.get(key, Place(self.file))

    def texts(self) -> Iterator[SheetText]:
        """Every text of the front matter that a reader sees, in the order of the page."""
        if not self._texts:
            self._texts.append(tuple(texts_in(self, self.language)))
        return iter(self._texts[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language of the site: how it names itself, which way it runs, how it writes numbers."""

    tag: str
    name: str
    dir: str
    numbers: NumberLocale


__all__ = [
    "BOUNDS", "CHART_SERIES", "CHART_TYPES", "DISPLAYS", "FORMS", "LOWER_BOUNDS", "OPERATIONS",
    "SELECTIONS", "UPPER_BOUNDS", "ArchiveForm", "Chart", "Column", "ColumnGroup", "ColumnWords", "Confirmation",
    "Correction", "Declaration", "Derivation", "Derived", "Group", "HistoryPoint", "Language", "Metric",
    "MetricWords", "Moment", "Ratio", "Restated", "Series", "Sheet", "Source", "Span", "Table", "TableWords",
    "Total", "Value", "Wording",
]  # fmt: skip
