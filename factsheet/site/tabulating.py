"""Tables whose cells stand in files: each cell as a metric, with the words of its row and column in every language."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final

from factsheet.content.calculations import is_right, rounded
from factsheet.content.kinds import kind_of
from factsheet.content.kinds.base import machine_number
from factsheet.content.model import (
    ColumnGroup,
    HistoryPoint,
    Language,
    Metric,
    MetricWords,
    Span,
    Table,
    TableWords,
    Total,
)
from factsheet.content.tables import EMPTY, Grid, read_grid
from factsheet.content.targets import EVERY, Cell, Question
from factsheet.l10n import cldr, names, numbers
from factsheet.l10n.stretches import Stretch
from factsheet.problems import Place, Problem, Severity
from factsheet.problems.codes import report
from factsheet.problems.suggest import listed, nearest
from factsheet.records import dataclass, field, replace

_CODE: Final = 3
"""How many letters a code has at the most."""

_SHOWN: Final = {">=": "\u2265", "<=": "\u2264", "!=": "\u2260"}
"""The signs of a condition as readers know them."""


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

    def metric(self, cell: Cell) -> Metric | None:
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
        return (declared.low, declared.high) if declared and declared.low and declared.high else ()

    def interval(self, row: str, column: str) -> Span | None:
        """The interval of an estimate, where the file has both its ends."""
        ends = [_number(self.grid, row, end) for end in self.ends(column)]
        low, high = ends or (None, None)
        return Span(low, high) if low is not None and high is not None else None

    def has(self, asked: Question) -> bool:
        """Whether all rows and columns are there that a question names."""
        rows, columns = {*self.grid.rows, EVERY}, {*self.grid.columns, EVERY, ""}
        return asked.row in rows and columns.issuperset((asked.column, asked.other))

    def matching(self, wanted: Cell) -> list[Cell]:
        """The cells of a column or a row, in the order of the table, without missing values and its total."""
        grid, sort = self.grid, self.declared.sort
        total = self.declared.total.row if self.declared.total else None
        rows = [row for row in grid.rows if wanted.row in {row, EVERY} and (row != total or wanted.row == row)]
        if sort in grid.columns:
            rows.sort(key=lambda row: _number(grid, row, sort) or Decimal(0), reverse=self.declared.descending)
        columns = [column for column in grid.columns if wanted.column in {column, EVERY}]
        every = [Cell(self.declared.id, row, column) for row in rows for column in columns]
        return [cell for cell in every if self.metric(cell) is not None]

    def metrics(self) -> Iterator[Metric]:
        """Every cell that has a value, column by column."""
        for row, column in self.grid.cells:
            metric = self.metric(Cell(self.declared.id, row, column))
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
    found = (*problems, *_strangers(table, words, grid), *_wrong_total(table, grid), *_wrong_intervals(read))
    return replace(read, problems=(*found, *_apart(table, words, grid)))


def _not_there(table: Table, file: str, files: Mapping[str, bytes]) -> Problem:
    is_spreadsheet = file.endswith((".xls", ".xlsb", ".numbers"))
    variant = "spreadsheet" if is_spreadsheet else "" if files else "none"
    near = None if is_spreadsheet else nearest(file, files)
    return report("D101", table.place_of("file"), variant=variant, near=near, file=file, known=listed(files))


def _strangers(table: Table, words: TableWords | None, grid: Grid) -> Iterator[Problem]:
    """Report rows and columns that are named and not there."""
    place, total = table.place_of, table.total
    rows = [(row, one.place) for row, one in (words.rows if words else {}).items()]
    rows += [(row, place("highlight")) for row in table.highlight]
    columns = [(table.sort, place("sort"))] if table.sort and table.sort != grid.key else []
    if total is not None:
        rows += [(row, total.place) for row in (total.row, *total.of)]
        columns += [(column, total.place) for column in (*total.columns, total.weight) if column]
    for known, named in ((grid.rows, rows), (grid.columns, columns)):
        for name, at in named:
            if name not in known:
                values = {"table": table.id, "name": name[:60], "known": listed(known)}
                yield report("D118", at, near=nearest(name, known), **values)


def _apart(table: Table, words: TableWords | None, grid: Grid) -> Iterator[Problem]:
    """Report groups whose columns are not there, stand apart, or stand in another group as well."""
    columns, taken = list(grid.columns), set[str]()
    for group in words.groups if words else ():
        place = group.place_of("columns")
        strange = next((one for one in group.columns if one not in columns), None)
        if strange is not None:
            values = {"table": table.id, "name": strange[:60], "known": listed(columns)}
            yield report("D118", place, near=nearest(strange, columns), **values)
            continue
        at = sorted(columns.index(one) for one in set(group.columns))
        if not at or at != list(range(at[0], at[0] + len(at))) or taken & set(group.columns):
            yield report("D126", place, group=group.id)
        taken.update(group.columns)


def _wrong_intervals(table: DataTable) -> Iterator[Problem]:
    """Report intervals of which one end is missing, and such as do not hold their value."""
    grid = table.grid
    for column in grid.columns:
        ends = table.ends(column)
        for row in grid.rows if ends and set(ends) <= grid.every_column.keys() else ():
            low, high = (_number(grid, row, end) for end in ends)
            value = _number(grid, row, column)
            if low is None and high is None:
                continue
            if low is not None and high is not None and low <= (low if value is None else value) <= high and low < high:
                continue
            at = ends[0] if (row, ends[0]) in grid.cells else column
            said = [machine_number(end) if end is not None else "?" for end in (low, high)]
            cell = str(Cell(table.declared.id, row, column))
            yield report("D125", grid.place(row, at), cell=cell, low=said[0], high=said[1])


def _wrong_total(table: Table, grid: Grid) -> Iterator[Problem]:
    """Report cells of the total that do not follow from the rows it is made of."""
    total = table.total
    if total is None or total.row not in grid.rows:
        return
    rows = total.of or tuple(row for row in grid.rows if row != total.row)
    for column, metric in grid.columns.items():
        if column == total.weight or (total.columns and column not in total.columns):
            continue
        declared, exact = _number(grid, total.row, column), _aggregate(grid, total, rows, column)
        if declared is not None and exact is not None and not is_right(declared, metric.bound, exact, ()):
            digits = max(0, -int(declared.as_tuple().exponent))
            right = machine_number(rounded(exact, digits))
            cell = str(Cell(table.id, total.row, column))
            yield report("D117", grid.place(total.row, column), cell=cell, value=machine_number(declared), right=right)


def _aggregate(grid: Grid, total: Total, rows: tuple[str, ...], column: str) -> Fraction | None:
    """What the rows give together; None where one of them has no number."""
    values = [_number(grid, row, column) for row in rows]
    weights = [_number(grid, row, total.weight) if total.weight else Decimal(1) for row in rows]
    both = [(value, weight) for value, weight in zip(values, weights, strict=True) if value is not None]
    pairs = [(Fraction(value), Fraction(weight)) for value, weight in both if weight is not None]
    if len(pairs) < len(rows) or not pairs:
        return None
    amount = sum((value * weight for value, weight in pairs), Fraction(0))
    whole = sum((weight for _, weight in pairs), Fraction(0))
    return amount if total.aggregate == "sum" else amount / whole if whole else None


def _number(grid: Grid, row: str, column: str) -> Decimal | None:
    cell = grid.cells.get((row, column))
    return cell.value if cell and isinstance(cell.value, Decimal) else None


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
        when, value = names.moment_of(row), _number(grid, row, column)
        if when is None:
            problems.append(report("D124", place, variant="time", name=row))
        elif value is not None:
            year = Decimal(row) if isinstance(when, Stretch) and when.unit == "year" else when
            at = grid.place(row, column)
            points.append(HistoryPoint(when=year, value=value, source=table.declared.source, is_filed=True, place=at))
    return tuple(points), problems


@dataclass(frozen=True, slots=True)
class Said:
    """A text, and the language that it is in."""

    text: str
    language: str


@dataclass(frozen=True)
class Wordings:
    """What a table and its rows and columns are called in one language; the reference's words where it has none."""

    table: DataTable
    language: Language
    own: TableWords | None
    fallback: TableWords | None
    reference: str
    _known: dict[tuple[str, str], Said] = field(default_factory=dict)

    def text(self, key: str) -> Said | None:
        """The title, the summary or the label of the table."""
        for words, tag in ((self.own, self.language.tag), (self.fallback, self.reference)):
            found = getattr(words, key) if words else None
            if found:
                return Said(found, tag)
        return None

    def row(self, key: str) -> Said:
        """The name of a row: its own, CLDR's, that of the reference, or what the file calls it."""
        return self._once("row", key)

    def column(self, key: str) -> Said:
        """What stands above a column."""
        return self._once("column", key)

    @property
    def groups(self) -> tuple[ColumnGroup, ...]:
        """The groups of columns, as the reference language declares them."""
        return self.fallback.groups if self.fallback else ()

    def group(self, group: ColumnGroup) -> Said:
        """What stands above a group of columns."""
        own = next((one.title for one in self.own.groups if one.id == group.id), None) if self.own else None
        return Said(own, self.language.tag) if own else Said(group.title or group.id, self.reference)

    def mark(self, mark: str) -> Said | None:
        """What a mark for a missing value means."""
        return self._entry("missing", mark, "words")

    def of(self, one: Cell | Question) -> MetricWords:
        """The words of a cell or of an answer, as of a metric."""
        title, condition = self.text("title"), one.condition if isinstance(one, Question) else None
        parts = [title.text] if title else []
        parts += [self.row(one.row).text] if one.row != EVERY else []
        columns = [one.other, one.column] if isinstance(one, Question) and one.other else [one.column]
        parts += [" \u2013 ".join(self.column(column).text for column in columns)] if one.column != EVERY else []
        label, unit = " \u00b7 ".join(parts), self._unit(self.own, one.column)
        if condition is not None:
            number = numbers.decimal(self.language.numbers, condition.number).text
            label = f"{label} {_SHOWN.get(condition.sign, condition.sign)} {number}"
            unit = self.own.unit if self.own else None
        elif isinstance(one, Question) and one.name not in {"max", "min"}:
            unit = None
        return MetricWords(id=str(one), label=label, unit=unit, place=self.table.declared.place)

    def unit(self, column: str) -> Mapping[str, str] | None:
        """The phrases of a column in the language."""
        return self._unit(self.own, column)

    def _unit(self, words: TableWords | None, column: str) -> Mapping[str, str] | None:
        found = words.columns.get(column) if words else None
        return found.unit if found else None

    def _once(self, what: str, key: str) -> Said:
        found = self._known.get((what, key))
        if found is None:
            found = self._known[what, key] = self._row(key) if what == "row" else self._column(key)
        return found

    def _row(self, key: str) -> Said:
        tag, loc, kind = self.language.tag, self.language.numbers, self.table.declared.names
        own = self.own.rows.get(key) if self.own else None
        if own is not None:
            return Said(own.words, tag)
        common = names.name(kind, key, loc) if kind else names.moment(key, loc)
        if common:
            return Said(cldr.capitalised(loc, common), tag)
        return self._entry("rows", key, "words") or Said(key, tag)

    def _column(self, key: str) -> Said:
        tag, loc = self.language.tag, self.language.numbers
        own = self.own.columns.get(key) if self.own else None
        if own is not None and own.label:
            return Said(own.label, tag)
        common = names.moment(key, loc)
        if common:
            return Said(common, tag)
        return self._entry("columns", key, "label") or Said(key, tag)

    def _entry(self, section: str, key: str, word: str) -> Said | None:
        for words, tag in ((self.own, self.language.tag), (self.fallback, self.reference)):
            entry = getattr(words, section).get(key) if words else None
            found = getattr(entry, word) if entry else None
            if found:
                return Said(found, tag)
        return None


def unnamed_rows(table: DataTable, words: TableWords | None, language: Language) -> Iterator[Problem]:
    """Report rows that CLDR has no name for, where their names are to come from there."""
    kind, loc = table.declared.names, language.numbers
    for key, place in table.grid.rows.items() if kind else ():
        if names.name(kind, key, loc) is None and not (words and key in words.rows):
            near = nearest(key, names.known(kind)) if len(key) > _CODE else None  # codes are one letter from another
            yield report("D119", place, near=near, name=key, table=table.declared.id, names=kind)


def needs_names(table: DataTable) -> bool:
    """Whether the names of the rows are words of one language, which others must give too."""
    return not table.declared.names and any(
        names.moment_of(key) is None and any(map(str.isalpha, key)) for key in table.grid.rows
    )


def is_numeric(metric: Metric) -> bool:
    """Whether cells of a column are numbers, which stand on the right."""
    return kind_of(metric).is_number


__all__ = [
    "EMPTY",
    "DataTable",
    "Said",
    "Wordings",
    "is_numeric",
    "needs_names",
    "read_table",
    "unnamed_rows",
]
