"""Cells of tables against the publisher's own file: compared by the names of row and column, never by position."""

from collections.abc import Collection, Iterator
from typing import Final

from factsheet.content.archives import Archive
from factsheet.content.frontmatter import Scalar
from factsheet.content.kinds import BadValue, Details, kind_of
from factsheet.content.model import ArchiveForm, Metric, Source, Table, Value
from factsheet.content.tables import Cell
from factsheet.content.tables.cells import (
    PERCENT,
    decimal_sign,
    is_ambiguous,
    is_like_missing,
    published_number,
    published_text,
)
from factsheet.content.tables.dialect import WORKBOOKS, CsvField, Unusable
from factsheet.content.tables.published import Names, PublishedCells, read_published
from factsheet.content.targets import CellTarget as Name
from factsheet.core.codes import report
from factsheet.core.problems import Problem
from factsheet.core.records import dataclass
from factsheet.core.suggest import listed
from factsheet.l10n import cldr, names
from factsheet.l10n.cldr import NumberLocale, UnknownLocale
from factsheet.site.proof.quotes import stands_in
from factsheet.site.proof.rows import read_rows, said_cells, unsaid
from factsheet.site.site import Site
from factsheet.site.tabulating import DataTable


def source_language(site: Site, source: Source | None) -> NumberLocale:
    """The language a quote is read in: its source's, or the reference language."""
    tag = source.lang if source else None
    if tag is None or tag == site.reference.tag:
        return site.reference.numbers
    if tag in site.by_tag:
        return site.by_tag[tag].numbers
    try:
        return cldr.locale(tag)
    except UnknownLocale:
        return site.reference.numbers


_NO_WHOLE: Final = "0.5"
"""A number that kinds of whole numbers refuse."""

_MOST: Final = 50
"""How many cells that differ are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What comparing a table with its archive gave."""

    file: str = ""
    """The archive; empty where none is at hand."""
    quote: str = ""
    """The rows that the source prints, where the cells are compared with these."""
    is_archived: bool = False
    """Whether the quoted rows stand in the archived text of the source."""
    agreed: int = 0
    cells: int = 0
    """How many cells have a value."""
    differing: frozenset[tuple[str, str]] = frozenset()
    problems: tuple[Problem, ...] = ()

    @property
    def is_proven(self) -> bool:
        """Whether every cell agrees with the archive."""
        return self.is_compared and self.agreed == self.cells

    @property
    def is_compared(self) -> bool:
        """Whether there is anything that the cells are compared with."""
        return bool(self.file or self.quote)


def compared(site: Site, path: str, name: str) -> Comparison:
    """Compare a table of the sheet `path` with its archive; raises KeyError where there is no such table."""
    if (table := site.table(path, name)) is None:
        raise KeyError(name)
    if table.declared.quote and not table.declared.archive:
        return site.once(path, ("compared", name), lambda: _quoted(site, path, table))
    archive = site.archives.get(_key(table.declared)) if table.declared.archive else None

    def compare() -> Comparison:
        source = site.original(path).sources.get(table.declared.source or "")
        loc = source_language(site, source)
        return _compare(table, archive, _names(site, path, table, loc), _heads(site, path, table, loc))

    return site.once(path, ("compared", name), compare)


def _quoted(site: Site, path: str, table: DataTable) -> Comparison:
    """Compare the cells with the rows that the source prints; each of these stands in its text, if that is at hand."""
    declared, grid = table.declared, table.grid
    quote, place = declared.quote or "", declared.place_of("quote")
    source = site.original(path).sources.get(declared.source or "")
    loc = source_language(site, source)
    rows = read_rows(quote, _names(site, path, table, loc), _heads(site, path, table, loc))
    archive = site.archives.get(source.archive) if source else None
    known = archive and source and source.sha256 in {None, archive.sha256}  # the one that is pinned, if any is
    lost = [row for row, line in rows.lines.items() if archive and not (known and stands_in(line.text, archive.text))]
    said = frozenset(cell for cell in said_cells(rows, table, loc) if cell[0] not in lost)
    valued = [name for name, cell in grid.cells.items() if cell.value is not None and name[1] in grid.columns]
    told = [report("D127", place, variant="text", cell=row, line=rows.lines[row].text) for row in lost]
    told += unsaid(rows, table, said | {name for name in valued if name[0] in lost}, place)
    return Comparison(
        quote=quote,
        is_archived=archive is not None,
        agreed=len(said),
        cells=len(valued),
        differing=frozenset(name for name in valued if name not in said),
        problems=tuple(told[:_MOST]),
    )


def _names(site: Site, path: str, table: DataTable, loc: NumberLocale) -> dict[str, tuple[str, ...]]:
    """What the rows may be called in a passage: by their key, in the reference language, in that of the source."""
    words, kind = site.wordings(site.settings.reference, path, table.declared.id), table.declared.names
    said = {row: words.row(row).text for row in table.grid.rows} if words else {}
    known = {row: names.name(kind, row, loc) if kind else names.moment(row, loc) for row in table.grid.rows}
    return {row: (row, said.get(row, row), common or row) for row, common in known.items()}


def _heads(site: Site, path: str, table: DataTable, loc: NumberLocale) -> dict[str, tuple[str, ...]]:
    """What the columns may be called in a passage: as in the reference language, and times as in that of the source."""
    words = site.wordings(site.settings.reference, path, table.declared.id)
    found: dict[str, tuple[str, ...]] = {}
    for column in table.grid.every_column:
        times = (names.moment(column, loc, short=short) for short in (False, True))
        found[column] = (column, *filter(None, (words.column(column).text if words else None, *times)))
    return found


def compared_series(site: Site, path: str, name: str) -> Comparison:
    """Compare the file of a metric's earlier values with its archive; raises KeyError where there is no such file."""
    if (table := site.series(path, name)) is None:
        raise KeyError(name)
    archive = site.archives.get(_key(table.declared)) if table.declared.archive else None
    return site.once(path, ("compared series", name), lambda: _compare(table, archive, {}, {}))


def _key(table: Table) -> str:
    """What the archive is known by, as `Source.archive`."""
    return f"{table.archive}#"


def _compare(table: DataTable, archive: Archive | None, rows: Names, columns: Names) -> Comparison:
    """Compare the cells with an archive, in which rows and columns may have other names than in the table."""
    grid, declared = table.grid, table.declared
    valued = [name for name, cell in grid.cells.items() if cell.value is not None]
    if archive is None:
        return Comparison(cells=len(valued))
    file = declared.archive or ""
    form = declared.archive_form or ArchiveForm(place=declared.place_of("archive"))
    named = {row: rows.get(row, ()) for row in grid.rows}
    heads = {column: (_header(table, column), *columns.get(column, ())) for column in grid.every_column}
    told: list[Problem] = []
    wrong = frozenset(grid.cells)
    try:
        data = archive.data or archive.text.encode()
        there = read_published(file, data, form, key=grid.key, rows=named, columns=heads)
    except Unusable as unusable:
        told = [unusable.problem]
    else:
        sign = "." if file.endswith(WORKBOOKS) else form.decimal or _decimal(table, there)
        wrong -= frozenset(_agreed(table, there, sign))
        told = [*(() if table.is_refused else _lacking(table, there)), *_differing(table, there, wrong, sign)]
    agreed, problems = sum(name not in wrong for name in valued), tuple(told[:_MOST])
    return Comparison(file=file, agreed=agreed, cells=len(valued), differing=wrong, problems=problems)


def _header(table: DataTable, column: str) -> str:
    """What stands above a column in the file of the table."""
    declared = table.declared.columns.get(column)
    return declared.header if declared else column


def _decimal(table: DataTable, there: PublishedCells) -> str:
    """The sign before decimals that the numbers of an archive show."""
    numeric = {column for column, metric in table.grid.every_column.items() if kind_of(metric).is_number}
    return decimal_sign(published_text(at.text) for (_, column), at in there.cells.items() if column in numeric)


def _agreed(table: DataTable, there: PublishedCells, decimal: str) -> Iterator[tuple[str, str]]:
    """The cells of which the archive has the same value, or as well none."""
    for name, cell in table.grid.cells.items():
        at, metric = there.cells.get(name), table.grid.every_column[name[1]]
        if at is None or name[0] in there.twice:
            continue
        if cell.value is None:
            if at.text.strip() in {cell.mark, *table.marks} or is_like_missing(at.text):
                yield name
        elif cell.value == _value(metric, at, decimal):
            yield name


def _value(metric: Metric, at: CsvField, decimal: str) -> Value | None:
    """What a cell of the archive says; None where it cannot be told."""
    kind, text = kind_of(metric), published_text(at.text)
    if kind.is_number:
        if kind.whole is not None:
            text = published_text(text.removesuffix("%"))
        elif at.marked == PERCENT:
            return None
        text = published_number(text, decimal, is_whole=_read(metric, _NO_WHOLE) is None)
    return _read(metric, text)


def _read(metric: Metric, text: str) -> Value | None:
    is_rate = metric.per is not None or metric.out_of is not None
    details = Details(currency=metric.currency, measure=metric.measure, change=metric.change, is_rate=is_rate)
    try:
        return kind_of(metric).read(Scalar(text, metric.place), details)
    except BadValue:
        return None


def _lacking(table: DataTable, there: PublishedCells) -> Iterator[Problem]:
    """Report rows and columns that the archive does not have, or has more than once."""
    grid, declared = table.grid, table.declared
    rows = [row for row in grid.rows if row not in there.rows]
    columns = [column for column in grid.every_column if column not in there.columns]
    first = next((grid.rows[row] for row in rows), None)
    for place, lacking in ((first, rows), (declared.place_of("archive"), columns)):
        if place is not None and lacking:
            yield report("D122", place, file=there.file, name=listed(lacking, most=5))
    for row, (one, other) in there.twice.items():
        yield report("D133", grid.rows[row], name=row, file=there.file, first=one.line, second=other.line)


def _differing(
    table: DataTable, there: PublishedCells, wrong: Collection[tuple[str, str]], decimal: str
) -> Iterator[Problem]:
    """Report each cell of a row and a column that the archive has, in which it says something else."""
    for name, cell in table.grid.cells.items():
        row, column = name
        if name not in wrong or row not in there.rows or row in there.twice or column not in there.columns:
            continue
        at = there.cells.get(name)
        is_either = at is not None and cell.value is not None and is_ambiguous(published_text(at.text))
        place, variant = table.grid.place(row, column), "either" if is_either and not decimal else ""
        text, line = (at.text.strip(), at.line) if at else ("", there.rows[row].line)
        said = {"cell": str(Name(table.declared.id, row, column)), "value": _said(table, column, cell)}
        yield report("D121", place, variant=variant, **said, there=text or "nothing", file=there.file, line=line)


def _said(table: DataTable, column: str, cell: Cell) -> str:
    metric = table.grid.every_column[column]
    return cell.mark if cell.value is None else kind_of(metric).machine(cell.value)
