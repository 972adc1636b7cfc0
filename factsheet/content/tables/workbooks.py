"""Tables that stand in a workbook, XLSX or ODS: the values of one sheet or range, as the sheet shows them.

A workbook says of each cell whether it is a number, a text, a date or an error, so nothing is guessed: formulas count
by the values that were saved with them, and a text that looks like a number is a finding.
"""

import io
import zipfile
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from factsheet.content.model import ArchiveForm, Table
from factsheet.content.tables.cells import (
    MOST_HELD,
    PERCENT,
    TEXT,
    Book,
    Damaged,
    Overfull,
    Sheet,
    column_number,
    local,
    parse,
    shown_number,
)
from factsheet.content.tables.dialect import MAX_TABLE_BYTES, MOST_CELLS, CsvField, Row, Unusable
from factsheet.content.tables.xlsx import read_xlsx
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Given, Place
from factsheet.core.records import NamedTuple
from factsheet.core.suggest import listed, nearest

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

MOST_UNPACKED: Final = 100_000_000
"""How many bytes a workbook may unpack to."""

_RANGE: Final = regex(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6}):\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")
_EVERYTHING: Final = (1, 1, 1 << 20, 1 << 14)


class _Part(NamedTuple):
    """What is read of a workbook: a sheet, and the first and the last row and column."""

    sheet: str
    bounds: tuple[int, int, int, int]


def workbook_lines(file: str, data: bytes, table: Table | ArchiveForm) -> list[Row]:
    """Read what stands in a sheet or range, line by line; raises Unusable."""
    book = _book(file, data)
    part = _part(file, table, book)
    try:
        rows = _rows(book.sheet(part.sheet), part.bounds)
    except (Damaged, KeyError, ValueError) as error:
        raise Unusable(report("D102", Place(file), variant="damaged")) from error
    except Overfull as error:
        raise Unusable(report("D104", Place(file), cells=f"over {MOST_HELD}", most=MOST_CELLS)) from error
    if not rows:
        raise Unusable(report("D102", Place(file), variant="empty"))
    return rows


def _book(file: str, data: bytes) -> Book:
    if len(data) > MAX_TABLE_BYTES:
        raise Unusable(report("D104", Place(file), variant="bytes", cells=len(data), most=MAX_TABLE_BYTES))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(member.file_size for member in archive.infolist()) > MOST_UNPACKED:
                raise Unusable(report("D102", Place(file), variant="damaged"))
            members = {name: archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels"))}
        return (read_xlsx if file.endswith(".xlsx") else read_ods)(members)
    except Overfull as error:
        raise Unusable(report("D104", Place(file), cells=f"over {MOST_HELD}", most=MOST_CELLS)) from error
    except (zipfile.BadZipFile, Damaged, KeyError, ValueError, RuntimeError, NotImplementedError, OSError) as error:
        raise Unusable(report("D102", Place(file), variant="damaged")) from error


def _part(file: str, table: Table | ArchiveForm, book: Book) -> _Part:
    """The sheet and the cells that are meant; raises Unusable where there are several, or none of that name."""
    wanted, cells = table.sheet, table.range
    if cells in book.ranges:
        wanted, cells = book.ranges[cells]
    names = list(book.names)
    if not wanted and len(names) != 1:
        raise Unusable(report("D129", table.place, file=file, known=listed(names)))
    if wanted and wanted not in names:
        place = table.place_of("sheet")
        raise Unusable(report("D128", place, file=file, name=wanted, known=listed(names), near=nearest(wanted, names)))
    bounds = _bounds(cells) if cells else _EVERYTHING
    if bounds is None:
        known = listed(book.ranges) or "A1:F30"
        raise Unusable(report("D128", table.place_of("range"), variant="range", file=file, name=cells, known=known))
    return _Part(wanted or names[0], bounds)


def _bounds(cells: str) -> tuple[int, int, int, int] | None:
    if (found := _RANGE.fullmatch(cells)) is None:
        return None
    left, top, right, bottom = found.groups()
    return int(top), column_number(left), int(bottom), column_number(right)


def _rows(sheet: Sheet, bounds: tuple[int, int, int, int]) -> list[Row]:
    """The rows that hold anything, from the first column to the last with a head, or further where one is longer."""
    top, left, bottom, right = bounds
    held = {
        number: {column: cell for column, cell in cells.items() if left <= column <= right and cell.text.strip()}
        for number, cells in sorted(sheet.items())
        if top <= number <= bottom
    }
    if not (held := {number: cells for number, cells in held.items() if cells}):
        return []
    first = next(iter(held.values()))
    start = min(column for cells in held.values() for column in cells)
    return [_row(number, cells, range(start, max((*first, *cells)) + 1)) for number, cells in held.items()]


def _row(number: int, cells: Mapping[int, CsvField], columns: range) -> Row:
    return [cells.get(column) or CsvField("", number, column) for column in columns]


# Workbooks of LibreOffice (ODF 1.3, part 3): values as they were saved.

_NAMED: Final = regex(r"\$?(?:'((?:[^']|'')+)'|([^'.]+))\.(\$?[A-Z]{1,3}\$?[0-9]+):\.?(\$?[A-Z]{1,3}\$?[0-9]+)")
_MIDNIGHT: Final = "T00:00:00"
_NUMBERS: Final = frozenset(("float", "currency", "percentage"))


def read_ods(members: Mapping[str, bytes]) -> Book:
    """Read a workbook from its members; raises Damaged and KeyError."""
    reading = _Reading()
    parse(members["content.xml"], reading.set_up)
    return Book(names=tuple(reading.sheets), ranges=reading.ranges, sheet=reading.sheets.__getitem__)


class _Reading:
    """One pass over the content of a workbook."""

    def __init__(self) -> None:
        self.sheets: dict[str, Sheet] = {}
        self.ranges: dict[str, tuple[str, str]] = {}
        self._rows: dict[int, dict[int, CsvField]] = {}
        self._row = self._column = self._repeated = self._paragraphs = 0
        self._given = Given()
        self._text: list[str] = []
        self._is_cell, self._notes, self._held = False, 0, 0

    def set_up(self, parser: "XMLParserType") -> None:
        """Have the parser tell of elements and texts."""
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        tag, given = local(tag), Given({local(key): value for key, value in attributes.items()})
        if tag == "table":
            self._rows = {}
            self.sheets[given["name"]] = self._rows
            self._row = 0
        elif tag == "table-row":
            self._repeated = int(given.get("number-rows-repeated", "1"))
            self._row, self._column = self._row + 1, 0
        elif tag in {"table-cell", "covered-table-cell"}:
            self._given, self._is_cell, self._text, self._paragraphs = given, True, [], 0
        elif tag == "annotation":
            self._notes += 1
        elif tag == "p" and self._is_cell and not self._notes:
            self._paragraphs += 1
            if self._paragraphs > 1:
                self._text.append(" ")
        elif tag == "s" and self._is_cell:
            self._text.append(" " * min(int(given.get("c", "1")), 100))
        elif tag == "named-range" and (found := _NAMED.fullmatch(given["cell-range-address"])):
            sheet = (found[1] or found[2]).replace("''", "'")
            self.ranges[given["name"]] = sheet, f"{found[3]}:{found[4]}".replace("$", "")

    def _data(self, data: str) -> None:
        if self._is_cell and self._paragraphs and not self._notes:
            self._text.append(data)

    def _end(self, tag: str) -> None:
        tag = local(tag)
        if tag == "annotation":
            self._notes -= 1
        elif tag in {"table-cell", "covered-table-cell"}:
            self._is_cell = False
            repeated = int(self._given.get("number-columns-repeated", "1"))
            text, marked = self._cell()
            if text:
                self._count(repeated)
                cells = self._rows.setdefault(self._row, {})
                places = range(self._column + 1, self._column + 1 + repeated)
                cells.update({at: CsvField(text, self._row, at, marked=marked) for at in places})
            self._column += repeated
        elif tag == "table-row":
            self._repeat()

    def _repeat(self) -> None:
        """A row that stands there several times; such are mostly empty, and there are a million of them."""
        held = self._rows.get(self._row)
        for row in range(self._row + 1, self._row + self._repeated) if held else ():
            self._count(len(held or ()))
            self._rows[row] = {at: CsvField(one.text, row, at, marked=one.marked) for at, one in (held or {}).items()}
        self._row += self._repeated - 1

    def _count(self, more: int) -> None:
        self._held += more
        if self._held > MOST_HELD:
            raise Overfull

    def _cell(self) -> tuple[str, str]:
        """What a cell shows, and what marks it."""
        text, value_type = "".join(self._text).strip(" "), self._given["value-type"]
        value = self._given.get("value")
        if value_type in _NUMBERS and value is not None and not text.startswith(("#", "Err:")):
            is_percent = value_type == "percentage"
            return shown_number(value, is_percent=is_percent), PERCENT if is_percent else ""
        if value_type == "date":
            return self._given["date-value"].removesuffix(_MIDNIGHT), ""
        is_error = text.startswith(("#", "Err:"))
        return text, TEXT if value_type == "string" and not is_error else ""
