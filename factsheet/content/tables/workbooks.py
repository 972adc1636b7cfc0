"""Tables that stand in a workbook, XLSX or ODS: the values of one sheet or range, as the sheet shows them.

A workbook says of each cell whether it is a number, a text, a date or an error, so nothing is guessed: formulas count
by the values that were saved with them, and a text that looks like a number is a finding.
"""

import io
import zipfile
from collections.abc import Mapping
from typing import Final, NamedTuple

from factsheet.content.model import ArchiveForm, Table
from factsheet.content.tables.dialect import MAX_TABLE_BYTES, MOST_CELLS, CsvField, Row, Unusable
from factsheet.content.tables.ods import read_ods
from factsheet.content.tables.sheets import MOST_HELD, Book, Damaged, Overfull, Sheet, column_number
from factsheet.content.tables.xlsx import read_xlsx
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Place
from factsheet.core.suggest import listed, nearest

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
    found = _RANGE.fullmatch(cells)
    if found is None:
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
    held = {number: cells for number, cells in held.items() if cells}
    if not held:
        return []
    first = next(iter(held.values()))
    start = min(column for cells in held.values() for column in cells)
    return [_row(number, cells, range(start, max((*first, *cells)) + 1)) for number, cells in held.items()]


def _row(number: int, cells: Mapping[int, CsvField], columns: range) -> Row:
    return [cells.get(column) or CsvField("", number, column) for column in columns]
