"""The cells of a table, read by the kinds of its columns; each keeps its place in the file."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from factsheet.content.frontmatter import Scalar
from factsheet.content.kinds import BadValue, Details, Kind, kind_of
from factsheet.content.model import Column, Metric, Table, Value
from factsheet.content.tables.cells import PERCENT, TEXT, is_like_missing, is_plain, machine_form, plainly, shape_of
from factsheet.content.tables.dialect import MOST_FINDINGS, WORKBOOKS, CsvField, Row, Unusable, checked, rows_of
from factsheet.content.targets import CellTarget as Name
from factsheet.content.targets import anchor_part
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Problem
from factsheet.core.records import dataclass, field, replace
from factsheet.core.suggest import counterpart, listed, nearest

EMPTY: Final = "empty"
"""What a cell in which nothing stands is called under `missing`."""

_SYSTEMATIC = frozenset({"comma", "point", "either", "thousands", "percent", "currency", "edges", "missing", "text"})
"""What is mostly wrong in a whole file: the first cell is told, with how many others are like it."""

_NAME: Final = regex(r"[^\[\]{},\n\t]{1,60}")
"""The name of a row or a column, which stands in references."""
_YEAR = regex(r"(?:1[5-9]|20)[0-9]{2}")
"""A number that often names a column."""
_SERIAL: Final = regex(r"[1-6][0-9]{4}(?:[.,][0-9]+)?")
_ORDER: Final = regex(r"[0-9]{1,2}[./-][0-9]{1,2}[./-](?:[0-9]{4}|[0-9]{2})")
_EPOCHS: Final = frozenset((date(1899, 12, 30), date(1899, 12, 31), date(1900, 1, 1), date(1904, 1, 1)))
"""The days that spreadsheets count from: where one stands, a cell was empty or held a number."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its value, or the mark that says why there is none; and where it stands in the file."""

    value: Value | None
    mark: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table as it was read: names of rows and columns in the order of the file, and the cells between them."""

    file: str
    key: str = ""
    """The head of the column that names the rows."""
    columns: Mapping[str, Metric] = field(default_factory=dict)
    """What the cells of each column have in common, by its id."""
    ends: Mapping[str, Metric] = field(default_factory=dict)
    """The columns that hold the ends of intervals, and are not shown on their own."""
    rows: Mapping[str, Place] = field(default_factory=dict)
    """Where the name of each row stands."""
    cells: Mapping[tuple[str, str], Cell] = field(default_factory=dict)

    @property
    def every_column(self) -> dict[str, Metric]:
        """All columns that are read."""
        return {**self.columns, **self.ends}

    def place(self, row: str, column: str) -> Place:
        """Where a cell stands in the file."""
        cell = self.cells[row, column]
        return Place(self.file, cell.line, cell.column)


def read_grid(file: str, data: bytes, table: Table, missing: Sequence[str]) -> tuple[Grid, list[Problem]]:
    """Read the cells of a table; what is wrong is reported at its line and column, and left out.

    `missing` are the marks that stand for a missing value.
    """
    try:
        rows, found = read_rows(file, data, table)
    except Unusable as unusable:
        return Grid(file=file), [unusable.problem]
    table = replace(table, decimal=".") if file.endswith(WORKBOOKS) else table
    reading = _Reading(file, rows, table, missing, found)
    try:
        return reading.grid(), reading.problems
    except Unusable as unusable:
        return Grid(file=file), [*reading.problems, unusable.problem]


def read_rows(file: str, data: bytes, table: Table) -> tuple[list[Row], list[Problem]]:
    """Read the rows of a table from a text or a workbook, the first being the head, with what is wrong.

    Raises Unusable where no cell can be trusted.
    """
    if file.endswith(WORKBOOKS):
        from factsheet.content.tables.workbooks import workbook_lines

        return checked(file, workbook_lines(file, data, table))
    return rows_of(file, data, table.delimiter)


class _Reading:
    """What is asked of one file, step by step; `problems` begins with what was found so far, and grows."""

    def __init__(
        self, file: str, rows: Sequence[Row], table: Table, missing: Sequence[str], problems: Sequence[Problem]
    ) -> None:
        self._file = file
        self._head, self._rows = rows[0], rows[1:]
        self._table = table
        self._missing = {"" if mark == EMPTY else mark for mark in missing}
        self.problems = list(problems)
        declared = {column.header for column in table.columns.values()}
        ends = ((end, column) for column in table.columns.values() for end in (column.low, column.high))
        self._ends = {end: column for end, column in ends if end and end not in declared}
        self._alike: dict[str, tuple[Place, dict[str, str]]] = {}
        self._counts: Counter[str] = Counter()
        self._has_edges = False

    def grid(self) -> Grid:
        """Read head, names of rows and cells."""
        self._check_head()
        key = self._key_column()
        columns = dict(self._columns(key))
        self._check_declared(columns)
        names = dict(self._names(key))
        cells = dict(self._cells(columns, names))
        for shape, (place, values) in self._alike.items():
            self.problems.append(report("D110", place, variant=shape, count=self._counts[shape], **values))
        return Grid(
            file=self._file,
            key=self._head[key].text,
            columns={column.id: column.metric for column in columns.values() if column.id not in self._ends},
            ends={column.id: column.metric for column in columns.values() if column.id in self._ends},
            rows={name: self._place(row[key]) for name, row in names.items()},
            cells=cells,
        )

    def _place(self, at: CsvField) -> Place:
        return Place(self._file, at.line, at.column)

    def _check_head(self) -> None:
        seen: dict[str, str] = {}
        if (unnamed := next((at for at in self._head if not at.text.strip()), None)) is not None:
            self.problems.append(report("D107", self._place(unnamed), name=""))
        for at in self._head:
            name, plain = at.text, anchor_part(at.text)
            if name != name.strip():
                if not self._has_edges:
                    self.problems.append(report("D107", self._place(at), variant="edges", name=name.strip()))
                self._has_edges = True
            elif name and plain in seen:
                variant = "" if seen[plain] == name else "near"
                self.problems.append(report("D108", self._place(at), variant=variant, name=name, other=seen[plain]))
            seen.setdefault(plain, name)

    def _key_column(self) -> int:
        heads = [at.text for at in self._head]
        key = self._table.key
        if not heads[0].strip() and key not in heads:
            raise Unusable(self.problems.pop())
        if key and key in heads:
            return heads.index(key)
        if key and key != self._table.names:
            place = self._table.place_of("key")
            variant = "heads" if any(is_plain(one) and not _YEAR.fullmatch(one) for one in heads) else ""
            values = {"key": key, "file": self._file, "known": listed(heads)}
            raise Unusable(report("D114", place, variant=variant, near=nearest(key, heads), **values))
        return 0

    def _columns(self, key: int) -> Iterator[tuple[int, Column]]:
        """The columns of the file that are shown, by their position."""
        declared = {column.header: column for column in self._table.columns.values()}
        known: set[str] = set()
        for position, at in enumerate(self._head):
            name = at.text
            if position == key or not name.strip() or name in known:
                continue
            known.add(name)
            if name in declared:
                yield position, declared[name]
            elif name in self._ends:
                yield position, Column(id=name, header=name, metric=self._ends[name].metric, place=self._place(at))
            elif not _NAME.fullmatch(name):
                self.problems.append(report("D109", self._place(at), name=name))
            elif self._table.other is None:
                near = nearest(name, declared)
                self.problems.append(report("D116", self._place(at), name=name, near=near, table=self._table.id))
            else:
                yield position, Column(id=name, header=name, metric=self._table.other, place=self._place(at))

    def _check_declared(self, columns: Mapping[int, Column]) -> None:
        there, heads = {column.id for column in columns.values()}, [at.text for at in self._head]
        dated = iter([at for at in self._head if shape_of(at.text, ".") == "dated"])
        for column in self._table.columns.values():
            lacking = [(column.header, column.place)] if column.id not in there else []
            ends = ((getattr(column, end), column.place_of(end)) for end in ("low", "high"))
            values = {"name": column.header, "file": self._file, "known": listed(heads)}
            if lacking and (at := next(dated, None)):
                self.problems.append(report("D115", self._place(at), variant="dated", suggestion=at.text, **values))
                continue
            for header, place in (*lacking, *((end, place) for end, place in ends if end and end not in heads)):
                spare = {one.header for one in columns.values()} - {one.header for one in self._table.columns.values()}
                near = counterpart(header, spare, (header,)) or nearest(header, heads)
                self.problems.append(report("D115", place, near=near, **{**values, "name": header}))

    def _names(self, key: int) -> Iterator[tuple[str, Row]]:
        seen: dict[str, str] = {}
        self._refuse_long(key)
        for row in self._rows:
            at = row[key]
            name, plain = at.text, anchor_part(at.text)
            if not any(cell.text.strip() for cell in row):  # spreadsheets leave such rows at the end
                continue
            if name.strip() and self._is_note(row):
                self._tell(report("D103", self._place(at), variant="note", found=1, wanted=len(row)))
                continue
            if name.strip() and not _NAME.fullmatch(name):
                self._tell(report("D109", self._place(at), name=name))
            elif not name.strip() or name != name.strip():
                self._tell(report("D112", self._place(at), variant="edges" if name.strip() else "", name=name.strip()))
            elif plain in seen:
                variant = "twice" if seen[plain] == name else "near"
                self._tell(report("D112", self._place(at), variant=variant, name=name, other=seen[plain]))
            else:
                seen[plain] = name
                yield name, row

    def _is_note(self, row: Row) -> bool:
        """Whether a row of several columns has nothing but one cell, although an empty one means nothing."""
        has_columns = len(row) > len(("name", "value"))
        return has_columns and "" not in self._missing and sum(bool(at.text.strip()) for at in row) == 1

    def _refuse_long(self, key: int) -> None:
        """Raise Unusable for a file with a line for each value, where most names of rows stand several times."""
        counts = Counter(row[key].text for row in self._rows if row[key].text.strip())
        several = [name for name, number in counts.items() if number > 1]
        is_list = sum(counts[name] for name in several) > len(self._rows) / 2
        if is_list and (len(several) > 1 or counts[several[0]] > len(("one", "its double"))):
            at = next(row[key] for row in self._rows if row[key].text == several[0])
            raise Unusable(report("D112", self._place(at), variant="list", name=at.text))

    def _cells(self, columns: Mapping[int, Column], names: Mapping[str, Row]) -> Iterator[tuple[tuple[str, str], Cell]]:
        for position, column in columns.items():
            kind, metric = kind_of(column.metric), column.metric
            is_rate = metric.per is not None or metric.out_of is not None
            details = Details(currency=metric.currency, measure=metric.measure, change=metric.change, is_rate=is_rate)
            for name, row in names.items():
                if (cell := self._cell(row[position], name, column, kind, details)) is not None:
                    yield (name, column.id), cell

    def _cell(self, at: CsvField, row: str, column: Column, kind: Kind, details: Details) -> Cell | None:
        text = at.text.strip() if self._has_edges else at.text
        if text in self._missing:
            return Cell(None, text or EMPTY, at.line, at.column)
        name = str(Name(self._table.id, row, column.id))
        decimal = self._table.decimal
        if (is_number := kind.is_number) and (at.marked == TEXT or (at.marked == PERCENT and kind.whole is None)):
            self._no_number(at, name, at.marked if is_plain(text) else "")
            return None
        if is_number and decimal == "," and "." in text:
            self._no_number(at, name)
            return None
        try:
            scalar = Scalar(machine_form(text, decimal) if is_number else text, Place(self._file, at.line, at.column))
            value = kind.read(scalar, details)
        except BadValue as bad:
            self._refused(at, name, column, kind, bad)
            return None
        if isinstance(value, date) and value in _EPOCHS:
            self.problems.append(report("D111", self._place(at), variant="epoch", cell=name, value=text))
        return Cell(value, "", at.line, at.column)

    def _refused(self, at: CsvField, name: str, column: Column, kind: Kind, bad: BadValue) -> None:
        if bad.code in {"N116", "N118"}:  # nothing is wrong with the cell
            self._tell(report(bad.code, column.metric.place, metric=column.metric.id))
        elif kind.is_time and not is_like_missing(at.text):
            variant = "serial" if _SERIAL.fullmatch(at.text) else "order" if _ORDER.fullmatch(at.text) else ""
            self._tell(report("D111", self._place(at), variant=variant, cell=name, value=at.text))
        elif bad.code == "N101" or is_like_missing(at.text):
            self._no_number(at, name)
        else:
            self._tell(report(bad.code, self._place(at), variant=bad.variant, **{"metric": name, **bad.values}))

    def _no_number(self, at: CsvField, name: str, shape: str = "") -> None:
        shape = shape or shape_of(at.text, self._table.decimal)
        values = {"cell": name, "value": at.text, "mark": at.text.strip() or EMPTY, "better": plainly(at.text)}
        shape = shape or ("written" if values["better"] else "")
        if shape not in _SYSTEMATIC:
            self._tell(report("D110", self._place(at), variant=shape, count=1, **values))
            return
        self._counts[shape] += 1
        self._alike.setdefault(shape, (self._place(at), values))

    def _tell(self, problem: Problem) -> None:
        if len(self.problems) < MOST_FINDINGS and problem not in self.problems:
            self.problems.append(problem)
