"""Tables as they are declared: the file of the cells, what its columns mean, and the words of each language."""

from collections.abc import Mapping

from factsheet.content.metric import Declaration, Metric
from factsheet.content.texts import REPEATED, as_text, optional_text, section
from factsheet.core.records import dataclass, field

DATA_ENDINGS = (".csv", ".tsv", ".xlsx", ".ods")
"""The endings of the files in `data/` that are read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Declaration):
    """A column of a table: how the values in it are read and shown."""

    id: str
    header: str
    """What stands above it in the file."""
    metric: Metric
    """All that its cells have in common; the value is theirs."""
    low: str = ""
    """What stands in the file above the lower ends of the intervals of its estimates; empty without such a column."""
    high: str = ""
    """The same for the upper ends."""

    @property
    def ends(self) -> tuple[str, ...]:
        """The columns of the file that hold the intervals; none where there are not both."""
        return (self.low, self.high) if self.low and self.high else ()


AGGREGATES = ("sum", "mean", "weighted")
"""What the row of a total may be of the others; `weighted` takes a column of weights."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Total(Declaration):
    """What one row must be of others, to the digits shown."""

    row: str
    of: tuple[str, ...] = ()
    """The rows it is made of; all others where none is named."""
    aggregate: str = "sum"
    weight: str = ""
    """The column of the weights of a weighted mean."""
    columns: tuple[str, ...] = ()
    """The columns it is checked in; all that hold numbers where none is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveForm(Declaration):
    """How the publisher's own file is written, as far as it is declared; the file itself shows the rest."""

    key: str = ""
    decimal: str = ""
    delimiter: str = ""
    sheet: str = ""
    range: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Declaration):
    """A table whose cells are figures: which file holds them, and what its columns mean."""

    id: str
    file: str | None = None
    key: str = ""
    """The column that names the rows; the first one where it is empty."""
    names: str = ""
    """Whence rows without words of their own get their names: `territory`, `month` and so on, in each language."""
    columns: Mapping[str, Column] = field(default_factory=dict)
    other: Metric | None = None
    """What all columns have in common that are not named; None where all must be."""
    decimal: str = "."
    delimiter: str = ""
    """What stands between the cells; as the file shows where it is empty."""
    sheet: str = ""
    """The sheet of a workbook; empty where that has one alone."""
    range: str = ""
    """The cells of a workbook that are read, as `A1:F30` or by their name; all where it is empty."""
    source: str | None = None
    archive: str | None = None
    """The publisher's own file, which each cell is compared with; private."""
    archive_form: ArchiveForm | None = None
    """How that file is written, where it is declared."""
    quote: str | None = None
    """The rows as the source prints them, each on a line, below the heading that says their units."""
    sort: str = ""
    """The column by which rows are ordered; as in the file where it is empty."""
    descending: bool = False
    highlight: tuple[str, ...] = ()
    """Rows that are set off."""
    total: Total | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording(Declaration):
    """What a row is called in one language, or what a mark for a missing value means."""

    words: str = field(metadata=as_text("The name in this language.", is_whole=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnWords(Declaration):
    """The words of a column in one language."""

    id: str
    label: str | None = optional_text("What stands above the column.")
    unit: Mapping[str, str] | None = optional_text(
        "The noun that is counted, for a cell that a sentence mentions: as for a metric."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnGroup(Declaration):
    """Columns that stand side by side below one heading. A translation repeats only its `id`."""

    id: str = field(metadata=REPEATED)
    title: str | None = optional_text("What stands above the columns of the group.")
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TableWords(Declaration):
    """The words of a table in one language."""

    id: str
    title: str | None = optional_text("What the table shows, in a few words.")
    summary: str | None = optional_text("What a reader should know about it, in a sentence.")
    label: str | None = optional_text("What the rows are, above their names: Country.")
    rows: Mapping[str, Wording] = field(default_factory=dict, metadata=section("rows"))
    missing: Mapping[str, Wording] = field(default_factory=dict, metadata=section("missing"))
    """What each mark for a missing value means; `empty` stands for a cell without one."""
    groups: tuple[ColumnGroup, ...] = field(default=(), metadata=section("groups"))
    unit: Mapping[str, str] | None = optional_text(
        "The noun that the rows are counted by, for `.count`: as for a metric."
    )
    columns: Mapping[str, ColumnWords] = field(default_factory=dict, metadata=section("columns"))
