"""Tables whose cells stand in files: each cell as a metric, with the words of its row and column in every language."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from factsheet.content.calculations import is_right, rounded
from factsheet.content.kinds import kind_of
from factsheet.content.kinds.showing import machine_number
from factsheet.content.model import HistoryPoint, Metric, Span, Table, TableWords, Total
from factsheet.content.tables import Grid, read_grid
from factsheet.content.tables.dialect import WORKBOOKS
from factsheet.content.targets import EVERY, CellTarget, Question
from factsheet.core.codes import report
from factsheet.core.problems import Place, Problem, Severity
from factsheet.core.records import dataclass, replace
from factsheet.core.suggest import counterpart, listed, nearest
from factsheet.l10n import names
from factsheet.l10n.iso8601 import Stretch


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
            if (metric := self.metric(CellTarget(self.declared.id, row, column))) is not None:
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
    near = None if is_spreadsheet or is_other else nearest(file.replace("\\", "/"), files)
    near = f"data/{file}" if f"data/{file}" in files else near
    return report("D101", table.place_of("file"), variant=variant, near=near, file=file, known=listed(files))


def table_of_series(metric: Metric) -> Table | None:
    """The earlier values of a metric as a table of one column; None where they stand in no file."""
    if (series := metric.series) is None:
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
        problems.append(report("D124", Place(grid.file), name=" ".join(grid.columns)))
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


# What is declared of a table against its cells: names that are there, groups, intervals, totals.


def strangers(table: Table, words: TableWords | None, grid: Grid) -> Iterator[Problem]:
    """Report rows and columns that are named and not there."""
    place, total = table.place_of, table.total
    called = words.rows if words else {}
    rows = [(row, one.place) for row, one in called.items()]
    rows += [(row, place("highlight")) for row in table.highlight]
    columns = [(table.sort, place("sort"))] if table.sort and table.sort != grid.key else []
    if total is not None:
        rows += [(row, total.place) for row in (total.row, *total.of)]
        columns += [(column, total.place) for column in (*total.columns, total.weight) if column]
    for known, named in ((grid.rows, rows), (grid.columns, columns)):
        for name, at in named:
            if name not in known:
                values = {"table": table.id, "name": name, "known": listed(known), "file": grid.file}
                labels = (row for row, one in called.items() if row in known and one.words == name)
                of = next((one for one in known if one in name.split() or f"-{one}" == name), "")
                meant = f"{of} descending" if of and at == place("sort") else nearest(name, known)
                near = next(labels, None) or meant
                other = None if near else counterpart(name, known, [one for one, _ in named])
                said = {"variant": "other", "other": other} if other else {}
                yield report("D118", at, near=near, **values, **said)


def apart(table: Table, words: TableWords | None, grid: Grid) -> Iterator[Problem]:
    """Report groups whose columns are not there, stand apart, or stand in another group as well."""
    columns, taken = list(grid.columns), set[str]()
    for group in words.groups if words else ():
        place = group.place_of("columns")
        strange = next((one for one in group.columns if one not in columns), None)
        if strange is not None:
            values = {"table": table.id, "name": strange, "known": listed(columns)}
            yield report("D118", place, near=nearest(strange, columns), **values)
            continue
        at = sorted(columns.index(one) for one in set(group.columns))
        if not at or at != list(range(at[0], at[0] + len(at))) or taken & set(group.columns):
            yield report("D126", place, group=group.id)
        taken.update(group.columns)


def wrong_intervals(table: Table, grid: Grid) -> Iterator[Problem]:
    """Report intervals of which one end is missing, and such as do not hold their value."""
    for column in grid.columns:
        ends = table.columns[column].ends if column in table.columns else ()
        for row in grid.rows if ends and set(ends) <= grid.every_column.keys() else ():
            low, high = (number_in(grid, row, end) for end in ends)
            value = number_in(grid, row, column)
            if low is None and high is None:
                continue
            if low is not None and high is not None and low <= (low if value is None else value) <= high and low < high:
                continue
            at = ends[0] if (row, ends[0]) in grid.cells else column
            said = [machine_number(end) if end is not None else "?" for end in (low, high)]
            cell = str(CellTarget(table.id, row, column))
            yield report("D125", grid.place(row, at), cell=cell, low=said[0], high=said[1])


def wrong_total(table: Table, grid: Grid) -> Iterator[Problem]:
    """Report cells of the total that do not follow from the rows it is made of."""
    if (total := table.total) is None:
        yield from _undeclared_total(table, grid)
    if total is None or total.row not in grid.rows:
        return
    rows = total.of or tuple(row for row in grid.rows if row != total.row)
    for column, metric in grid.columns.items():
        if column == total.weight or (total.columns and column not in total.columns):
            continue
        declared, exact = number_in(grid, total.row, column), _aggregate(grid, total, rows, column)
        if declared is not None and exact is not None and not is_right(declared, metric.bound, exact, ()):
            digits = max(0, -int(declared.as_tuple().exponent))
            right = machine_number(rounded(exact, digits))
            cell = str(CellTarget(table.id, total.row, column))
            yield report("D117", grid.place(total.row, column), cell=cell, value=machine_number(declared), right=right)


_LEAST_ROWS, _LEAST_SUM = 3, 1000
"""How many rows a sum is of, and how great one is in a single column: it might be one by chance."""


def _undeclared_total(table: Table, grid: Grid) -> Iterator[Problem]:
    """Report a last row that is the sum of those above it in each column, and would pass for one of them."""
    *rows, last = grid.rows if len(grid.rows) > _LEAST_ROWS else ("",)
    sums = Total(row=last, place=table.place)
    found = [(number_in(grid, last, column), _aggregate(grid, sums, tuple(rows), column)) for column in grid.columns]
    is_sure = len(found) > 1 or any(own and own >= _LEAST_SUM for own, _ in found)
    if rows and is_sure and all(own and own == exact for own, exact in found):
        yield report("D135", grid.rows[last], table=table.id, row=last)


def _aggregate(grid: Grid, total: Total, rows: tuple[str, ...], column: str) -> Fraction | None:
    """What the rows give together; None where one of them has no number."""
    values = [number_in(grid, row, column) for row in rows]
    weights = [number_in(grid, row, total.weight) if total.weight else Decimal(1) for row in rows]
    both = [(value, weight) for value, weight in zip(values, weights, strict=True) if value is not None]
    pairs = [(Fraction(value), Fraction(weight)) for value, weight in both if weight is not None]
    if len(pairs) < len(rows) or not pairs:
        return None
    amount = sum((value * weight for value, weight in pairs), Fraction(0))
    whole = sum((weight for _, weight in pairs), Fraction(0))
    return amount if total.aggregate == "sum" else amount / whole if whole else None


def number_in(grid: Grid, row: str, column: str) -> Decimal | None:
    """Give the number in a cell; None where there is none."""
    cell = grid.cells.get((row, column))
    return cell.value if cell and isinstance(cell.value, Decimal) else None
