"""Cells of tables against the publisher's own file: compared by the names of row and column, never by position."""

from collections.abc import Iterator
from typing import Final

from factsheet.content.archives import Archive
from factsheet.content.kinds import kind_of
from factsheet.content.model import Table
from factsheet.content.tables import Cell, Grid, read_grid
from factsheet.content.targets import Cell as Name
from factsheet.problems import Problem
from factsheet.problems.codes import report
from factsheet.problems.suggest import nearest
from factsheet.records import dataclass
from factsheet.site.site import Site
from factsheet.site.tabulating import DataTable

_MOST: Final = 50
"""How many cells that differ are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What comparing a table with its archive gave."""

    file: str = ""
    """The archive; empty where none is at hand."""
    agreed: int = 0
    cells: int = 0
    """How many cells have a value."""
    differing: frozenset[tuple[str, str]] = frozenset()
    problems: tuple[Problem, ...] = ()

    @property
    def is_proven(self) -> bool:
        """Whether every cell agrees with the archive."""
        return bool(self.file) and self.agreed == self.cells


def compared(site: Site, path: str, name: str) -> Comparison:
    """Compare a table of the sheet `path` with its archive; raises KeyError where there is no such table."""
    table = site.table(path, name)
    if table is None:
        raise KeyError(name)
    archive = site.archives.get(_key(table.declared)) if table.declared.archive else None
    return site.once(path, ("compared", name), lambda: _compare(table, archive))


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
