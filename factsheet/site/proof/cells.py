"""Cells of tables against the publisher's own file: compared by the names of row and column, never by position."""

from collections.abc import Iterator
from typing import Final

from factsheet.content.archives import Archive
from factsheet.content.kinds import kind_of
from factsheet.content.model import Source, Table
from factsheet.content.tables import Cell, Grid, read_grid
from factsheet.content.targets import CellTarget as Name
from factsheet.l10n import names
from factsheet.l10n.cldr import NumberLocale
from factsheet.problems import Problem
from factsheet.problems.codes import report
from factsheet.problems.suggest import nearest
from factsheet.records import dataclass
from factsheet.site.proof.quotes import stands_in
from factsheet.site.proof.rows import read_rows, said_cells, unsaid
from factsheet.site.proof.sources import source_language
from factsheet.site.site import Site
from factsheet.site.tabulating import DataTable

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
    table = site.table(path, name)
    if table is None:
        raise KeyError(name)
    if table.declared.quote and not table.declared.archive:
        return site.once(path, ("compared", name), lambda: _quoted(site, path, table))
    archive = site.archives.get(_key(table.declared)) if table.declared.archive else None
    return site.once(path, ("compared", name), lambda: _compare(table, archive))


def _quoted(site: Site, path: str, table: DataTable) -> Comparison:
    """Compare the cells with the rows that the source prints; each of these stands in its text, if that is at hand."""
    declared, grid = table.declared, table.grid
    quote, place = declared.quote or "", declared.place_of("quote")
    source = site.original(path).sources.get(declared.source or "")
    loc = source_language(site, source)
    rows = read_rows(quote, _names(site, path, table, loc), len(grid.columns))
    archive = site.archives.get(source.archive) if source else None
    lost = [row for row, line in rows.lines.items() if archive and source and not _holds(archive, source, line.text)]
    said = frozenset(cell for cell in said_cells(rows, table, loc) if cell[0] not in lost)
    valued = [name for name, cell in grid.cells.items() if cell.value is not None and name[1] in grid.columns]
    told = [report("D127", place, variant="text", cell=row, line=rows.lines[row].text[:120]) for row in lost]
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
    return {row: (row, said.get(row, row), names.name(kind, row, loc) or row) for row in table.grid.rows}


def _holds(archive: Archive, source: Source, line: str) -> bool:
    """Whether a line stands in the archived text of the source, which is the one that is pinned, if any is."""
    return source.sha256 in {None, archive.sha256} and stands_in(line, archive.text)


def compared_series(site: Site, path: str, name: str) -> Comparison:
    """Compare the file of a metric's earlier values with its archive; raises KeyError where there is no such file."""
    table = site.series(path, name)
    if table is None:
        raise KeyError(name)
    archive = site.archives.get(_key(table.declared)) if table.declared.archive else None
    return site.once(path, ("compared series", name), lambda: _compare(table, archive))


def _key(table: Table) -> str:
    """What the archive is known by, as `Source.archive`."""
    return f"{table.archive}#"


def _compare(table: DataTable, archive: Archive | None) -> Comparison:
    cells = sum(cell.value is not None for cell in table.grid.cells.values())
    if archive is None:
        return Comparison(cells=cells)
    file = table.declared.archive or ""
    there, problems = read_grid(file, archive.text.encode(), table.declared, table.marks, like=table.grid)
    found = problems or list(_lacking(table, there, file))
    differing = list(table.grid.cells if found else _differing(table, there))
    told = found or [_differs(table, there, file, *one) for one in differing[:_MOST]]
    wrong = frozenset(differing)
    valued = [name for name, cell in table.grid.cells.items() if cell.value is not None]
    return Comparison(
        file=file,
        agreed=sum(name not in wrong for name in valued),
        cells=cells,
        differing=wrong,
        problems=tuple(told),
    )


def _lacking(table: DataTable, there: Grid, file: str) -> Iterator[Problem]:
    """Report rows and columns that the archive does not have."""
    grid = table.grid
    for row, place in grid.rows.items():
        if row not in there.rows:
            yield report("D122", place, near=nearest(row, there.rows), file=file, name=row)
    for column in grid.every_column:
        if column not in there.every_column:
            place = table.declared.place_of("archive")
            yield report("D122", place, near=nearest(column, there.every_column), file=file, name=column)


def _differing(table: DataTable, there: Grid) -> Iterator[tuple[str, str]]:
    for name, cell in table.grid.cells.items():
        other = there.cells.get(name)
        if other is None or cell.value != other.value:
            yield name


def _differs(table: DataTable, there: Grid, file: str, row: str, column: str) -> Problem:
    other = there.cells.get((row, column))
    return report(
        "D121",
        table.grid.place(row, column),
        cell=str(Name(table.declared.id, row, column)),
        value=_said(table, column, table.grid.cells[row, column]),
        there=_said(table, column, other) if other else "nothing",
        file=file,
        line=other.line if other else there.rows[row].line,
    )


def _said(table: DataTable, column: str, cell: Cell) -> str:
    metric = table.grid.every_column[column]
    return cell.mark if cell.value is None else kind_of(metric).machine(cell.value)
