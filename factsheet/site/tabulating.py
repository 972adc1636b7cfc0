"""Tables whose cells stand in files: each cell as a metric, with the words of its row and column in every language."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from factsheet.content.kinds import kind_of
from factsheet.content.model import (
    HistoryPoint,
    Metric,
    Span,
    Table,
    TableWords,
)
from factsheet.content.tables import EMPTY, Grid, read_grid
from factsheet.content.tables.dialect import WORKBOOKS
from factsheet.content.targets import EVERY, CellTarget, Question
from factsheet.l10n import names
from factsheet.l10n.stretches import Stretch
from factsheet.problems import Place, Problem, Severity
from factsheet.problems.codes import report
from factsheet.problems.suggest import listed, nearest
from factsheet.records import dataclass, replace
from factsheet.site.claims import apart, number_in, strangers, wrong_intervals, wrong_total


@dataclass(frozen=True, slots=True, kw_only=True)
class DataTable:
    """A table as it is declared, its cells, and what was found wrong with them."""

    declared: Table
    grid: Grid
    problems: tuple[Problem, ...] = ()
    marks: tuple[str, ...] = ()
    """The marks that stand for a missing value."""

    @property
    def is_refused(self) -> bool:
        """Whether something in the file or in what is declared of it could not be read, and so is not there."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    def metric(self, cell: CellTarget) -> Metric | None:
        """A cell as a metric; None where there is no such cell, and where its value is missing."""
        found = self.grid.cells.get((cell.row, cell.column))
        if found is None or found.value is None or cell.column not in self.grid.columns:
            return None
        return replace(
            self.grid.columns[cell.column],
            id=str(cell),
            value=found.value,
            interval=self.interval(cell.row, cell.column),
            source=self.declared.source,
            place=Place(self.grid.file, found.line, found.column),
            places={},
            cell=cell,
        )

    def ends(self, column: str) -> tuple[str, ...]:
        """The columns of the file that hold the intervals of a column; none where it has none."""
        declared = self.declared.columns.get(column)
        return declared.ends if declared else ()

    def interval(self, row: str, column: str) -> Span | None:
        """The interval of an estimate, where the file has both its ends."""
        ends = [number_in(self.grid, row, end) for end in self.ends(column)]
        low, high = ends or (None, None)
        return Span(low, high) if low is not None and high is not None else None

    def has(self, asked: Question) -> bool:
        """Whether all rows and columns are there that a question names."""
        rows, columns = {*self.grid.rows, EVERY}, {*self.grid.columns, EVERY, ""}
        return asked.row in rows and columns.issuperset((asked.column, asked.other))

    def matching(self, wanted: CellTarget) -> list[CellTarget]:
        """The cells of a column or a row, in the order of the table, without missing values and its total."""
        grid, sort = self.grid, self.declared.sort
        total = self.declared.total.row if self.declared.total else None
        rows = [row for row in grid.rows if wanted.row in {row, EVERY} and (row != total or wanted.row == row)]
        if sort in grid.columns:
            rows.sort(key=lambda row: number_in(grid, row, sort) or Decimal(0), reverse=self.declared.descending)
        columns = [column for column in grid.columns if wanted.column in {column, EVERY}]
        every = [CellTarget(self.declared.id, row, column) for row in rows for column in columns]
        return [cell for cell in every if self.metric(cell) is not None]

    def metrics(self) -> Iterator[Metric]:
        """Every cell that has a value, column by column."""
        for row, column in self.grid.cells:
            metric = self.metric(CellTarget(self.declared.id, row, column))
            if metric is not None:
                yield metric


def read_table(table: Table, words: TableWords | None, files: Mapping[str, bytes]) -> DataTable:
    """Read the file of a table; one that is not there gives a table without cells, and a finding."""
    file = table.file or ""
    marks = tuple(words.missing) if words else ()
    if file not in files:
        return DataTable(declared=table, grid=Grid(file=file), problems=(_not_there(table, file, files),), marks=marks)
    grid, problems = read_grid(file, files[file], table, marks)
    is_read = grid.cells and not any(problem.severity is Severity.ERROR for problem in problems)
    read = DataTable(declared=table, grid=grid, marks=marks)
    if not is_read:
        return replace(read, problems=tuple(problems))
    found = (*problems, *strangers(table, words, grid), *wrong_total(table, grid), *wrong_intervals(table, grid))
    return replace(read, problems=(*found, *apart(table, words, grid)))


def _not_there(table: Table, file: str, files: Mapping[str, bytes]) -> Problem:
    is_spreadsheet = file.casefold().endswith((".xls", ".xlsb", ".numbers"))
    is_other = not is_spreadsheet and not file.endswith((".csv", ".tsv", *WORKBOOKS))
    variant = "spreadsheet" if is_spreadsheet else "ending" if is_other else "" if files else "none"
    near = None if is_spreadsheet or is_other else nearest(file, files)
    return report("D101", table.place_of("file"), variant=variant, near=near, file=file, known=listed(files))


def table_of_series(metric: Metric) -> Table | None:
    """The earlier values of a metric as a table of one column; None where they stand in no file."""
    series = metric.series
    if series is None:
        return None
    common = replace(metric, value=Decimal(0), history=(), series=None, bound="exact")
    source = series.source or metric.source
    return Table(
        id=metric.id,
        file=series.file,
        other=common,
        source=source,
        archive=series.archive,
        place=series.place,
        places={"file": series.place, **series.places},
    )


def points_of(table: DataTable) -> tuple[tuple[HistoryPoint, ...], list[Problem]]:
    """The values of a table of earlier ones, and what is wrong with their times."""
    grid, points, problems = table.grid, [], []
    if grid.cells and len(grid.columns) != 1:
        problems.append(report("D124", Place(grid.file), name=" ".join(grid.columns)[:60]))
    column = next(iter(grid.columns), "")
    for row, place in grid.rows.items():
        when, value = names.moment_of(row), number_in(grid, row, column)
        if when is None:
            problems.append(report("D124", place, variant="time", name=row))
        elif value is not None:
            year = Decimal(row) if isinstance(when, Stretch) and when.unit == "year" else when
            at = grid.place(row, column)
            points.append(HistoryPoint(when=year, value=value, source=table.declared.source, is_filed=True, place=at))
    return tuple(points), problems


def is_numeric(metric: Metric) -> bool:
    """Whether cells of a column are numbers, which stand on the right."""
    return kind_of(metric).is_number


__all__ = ["EMPTY", "DataTable", "is_numeric", "read_table"]
