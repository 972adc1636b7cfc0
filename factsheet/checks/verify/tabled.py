"""What the data files of tables tell: each cell as a figure, from `table-*.json` and from the CSV beside it."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from decimal import Decimal
from html import unescape
from typing import Final

from factsheet.checks.verify.records import KEYS, RecordsUnreadable, Told, as_fact, as_list, as_text, refuse
from factsheet.content.targets import CellTarget
from factsheet.patterns import regex
from factsheet.problems import Place, Problem
from factsheet.problems.codes import report
from factsheet.records import dataclass, replace

PREFIX: Final = "table-"
_FORMS: Final = ("text", "number")
_SHARED: Final = ("kind", "currency", "measure", "change", "per", "out_of", "bound")
"""What is told of a whole column."""

_LINE: Final = regex(r"<row>(.*?)</row>")
_ENTRY: Final = regex(r"<c/>|<c[^>]*>(?:<v>([^<]*)</v>|<is><t[^>]*>([^<]*)</t></is>)</c>")

_NOTHING: Final = dict.fromkeys(KEYS, "")


@dataclass(frozen=True, slots=True)
class _Table:
    """What the JSON of a table tells, by its row and its column."""

    key: str
    cells: Mapping[tuple[str, str], Told | None]
    """The figure of each cell; None where its value is missing."""
    columns: Mapping[str, Mapping[str, str]]
    """What is told of each column, in their order."""
    ends: Mapping[str, tuple[str, str]]
    """The columns of the CSV that hold the ends of intervals, by the column of their values."""


def read_tables(files: Mapping[str, bytes], problems: list[Problem]) -> list[Told]:
    """Read the tables; those that cannot be read are reported."""
    found: list[Told] = []
    for path in sorted(files):
        name = path.rpartition("/")[2]
        if name.startswith(PREFIX) and name.endswith(".json") and not name.endswith("-metadata.json"):
            other, book = (f"{path.removesuffix('.json')}.{ending}" for ending in ("csv", "xlsx"))
            at = path
            try:
                table = _json(path, files[path])
                found.extend(one for one in table.cells.values() if one)
                at = other
                found.extend(_csv(other, files[other], table) if other in files else ())
                at = book
                found.extend(_workbook(book, files[book], table) if book in files else ())
            except (RecordsUnreadable, ValueError, KeyError, RecursionError, csv.Error, zipfile.BadZipFile) as error:
                problems.append(report("V907", Place(at), reason=str(error)[:200]))
    return found


def _json(path: str, data: bytes) -> _Table:
    text = data.decode("utf-8")
    read = json.loads(text, parse_float=Decimal, parse_int=Decimal, parse_constant=refuse)
    columns = {as_text(one, "id"): {key: as_fact(one.get(key)) for key in _SHARED} for one in as_list(read, "columns")}
    total = as_fact(read.get("total"))
    known = _Known(path, as_text(read, "language"), as_text(read, "sheet"), as_text(read, "id"), total)
    cells: dict[tuple[str, str], Told | None] = {}
    position = text.find('"rows": [')
    for row in as_list(read, "rows"):
        name = as_text(row, "id")
        position = max(text.find(f'\n{{"id": {json.dumps(name, ensure_ascii=False)}', position), position)
        line = text.count("\n", 0, position) + 2
        label, held = as_text(row, "label"), row.get("cells")
        for column, cell in held.items() if isinstance(held, dict) else ():
            facts = columns.get(column)
            if facts is None or not isinstance(cell, dict):
                raise RecordsUnreadable(f"`{name}` has a cell in a column that is not described: {column[:40]}")
            has_value = "value" in cell
            cells[name, column] = known.told(line, (name, label), column, facts, cell) if has_value else None
    spans = [one for one in as_list(read, "columns") if "low" in one]
    ends = {as_text(one, "id"): (as_text(one, "low"), as_text(one, "high")) for one in spans}
    return _Table(as_text(read, "key"), cells, columns, ends)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is the same for all cells of one file."""

    path: str
    lang: str
    sheet: str
    table: str
    total: str

    def told(
        self, line: int, named: tuple[str, str], column: str, facts: Mapping[str, str], cell: Mapping[str, object]
    ) -> Told:
        row, label = named
        return Told(
            file=self.path,
            line=line,
            lang=self.lang,
            sheet=self.sheet,
            id=str(CellTarget(self.table, row, column)),
            url="",
            facts={**_NOTHING, **facts, "value": as_fact(cell.get("value")), "interval": as_fact(cell.get("interval"))},
            forms={form: as_text(cell, form) for form in _FORMS},
            row=label,
            is_total=row == self.total,
        )


def _csv(path: str, data: bytes, table: _Table) -> Iterator[Told]:
    """The values of the CSV; whatever else is told of them stands in the JSON."""
    reader = csv.DictReader(io.StringIO(data.decode("utf-8"), newline=""), strict=True)
    seen: dict[tuple[str, str], tuple[int, str]] = {}
    spans: dict[tuple[str, str], str] = {}
    for row in reader:
        name = row.get(table.key) or ""
        seen.update({(name, column): (reader.line_num, value) for column, value in row.items()})
        for column, (low, high) in table.ends.items():
            ends = row.get(low) or "", row.get(high) or ""
            spans[name, column] = "/".join(ends) if any(ends) else ""
    for cell, told in table.cells.items():
        if cell not in seen:
            raise RecordsUnreadable(f"the cell of `{cell[0][:40]}` and `{cell[1][:40]}` is missing")
        line, value = seen[cell]
        if told is None:
            if value:
                raise RecordsUnreadable(f"line {line} has {value[:40]} where a value is missing")
            continue
        yield Told(
            file=path,
            line=line,
            lang=told.lang,
            sheet=told.sheet,
            id=told.id,
            url="",
            facts={**told.facts, "value": value, "interval": spans.get(cell, "")},
            forms={},
            row=told.row,
            is_total=told.is_total,
        )


def _workbook(path: str, data: bytes, table: _Table) -> Iterator[Told]:
    """The values of the workbook, whose rows and columns stand in the order of the JSON."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        text = archive.read("xl/worksheets/sheet1.xml").decode("utf-8")
    lines = [[unescape(one[1] or one[2] or "") for one in _ENTRY.finditer(line[1])] for line in _LINE.finditer(text)]
    names = list(dict.fromkeys(row for row, _ in table.cells))
    width = 1 + sum(1 + len(table.ends.get(column, ())) for column in table.columns)
    if [len(line) for line in lines] != [width] * (1 + len(names)):
        raise RecordsUnreadable(f"it should have {1 + len(names)} rows of {width} cells")
    for number, (row, line) in enumerate(zip(names, lines[1:], strict=True), start=2):
        values = iter(line[1:])
        for column in table.columns:
            value = next(values)
            interval = "/".join(next(values) for _ in table.ends.get(column, ()))
            told = table.cells.get((row, column))
            if told is not None:
                facts = {**told.facts, "value": value, "interval": interval.strip("/")}
                yield replace(told, file=path, line=number, facts=facts, forms={})
            elif value:
                raise RecordsUnreadable(f"row {number} has {value[:40]} where a value is missing")
