"""A table as a workbook (ECMA-376), which Excel and LibreOffice open rightly in every language: numbers are numbers.

A CSV file is opened by the rules of the machine: where decimals have a comma, `12.5` becomes a date or a text. In a
workbook the type of each cell is written down. It is made here with the standard library; its members are stored as
they are and dated 1980, so that every machine makes the same bytes.
"""

import io
import zipfile
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from html import escape
from pathlib import Path
from typing import Final

from factsheet.core.patterns import regex
from factsheet.outputs.cells import Shown, machine_cells
from factsheet.site.tabulating import is_numeric
from factsheet.site.wordings import Wordings

MOST_DIGITS: Final = 15
"""How many digits a number of a workbook keeps; a longer one is written as a text, which loses none."""

MOST_DECIMALS: Final = 9
"""To how many decimals a column of numbers is shown alike; more of them are shown as each number has them."""

_NUMBER: Final = regex(r"-?[0-9]+(?:\.[0-9]+)?")
_DAY: Final = (1980, 1, 1, 0, 0, 0)
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BOLD: Final = ' s="1"'
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_OPENING: Final = (
    f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>'
).encode()
_CLOSING: Final = b"</sheetData></worksheet>\n"


@cache
def _members() -> Sequence[str]:
    """The members that are the same in every workbook, each with its name before it: what it is made of, and styles.

    The first two styles are the plain one and that of the first row; then come numbers with one decimal, with two, up
    to `MOST_DECIMALS`.
    """
    return (Path(__file__).parent / "data/workbook.txt").read_text("utf-8").splitlines()


def workbook(name: str, columns: Sequence[str], rows: Iterable[bytes]) -> bytes:
    """A workbook with one sheet of this name: the names of its columns, then rows as `rows_xml` gives them."""
    out = io.BytesIO()
    sheet = f'<sheets><sheet name="{escape(name, quote=False)}" sheetId="1" r:id="rId1"/></sheets>'
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for member, _, text in (one.partition(" ") for one in _members()):
            _write(archive, member, f"{_HEAD}{text}\n".encode())
        book = f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">{sheet}</workbook>'
        _write(archive, "xl/workbook.xml", f"{_HEAD}{book}\n".encode())
        head = f"<row>{''.join(_text(column, _BOLD) for column in columns)}</row>"
        _write(archive, "xl/worksheets/sheet1.xml", b"".join([_OPENING, head.encode(), *rows, _CLOSING]))
    return out.getvalue()


def rows_xml(rows: Iterable[Sequence[object]], *, numbers: Collection[int], is_table: bool = False) -> str:
    """Rows for a workbook; in the columns of `numbers`, counted from 0, what looks like a number is one.

    Cells name no place, so that the rows of many sheets can be joined: each stands behind the one before it. In the
    columns of a table all numbers are shown with as many decimals as the one that has most: 6.0 above 5.3.
    """
    every = [["" if cell is None else str(cell) for cell in row] for row in rows]
    styles = {at: _style([row[at] for row in every if at < len(row)]) for at in numbers} if is_table else {}
    return "".join(
        f"<row>{''.join(_cell(text, styles.get(at, ''), is_number=at in numbers) for at, text in enumerate(row))}</row>"
        for row in every
    )


def _style(column: Sequence[str]) -> str:
    """The attribute of the style with as many decimals as the numbers of a column have."""
    decimals = max((len(text.partition(".")[2]) for text in column if _is_number(text)), default=0)
    return f' s="{1 + decimals}"' if 0 < decimals <= MOST_DECIMALS else ""


def _cell(text: str, style: str, *, is_number: bool) -> str:
    if is_number and _is_number(text):
        return f"<c{style}><v>{text}</v></c>"
    return _text(text) if text else "<c/>"


def _text(text: str, style: str = "") -> str:
    return f'<c t="inlineStr"{style}><is><t xml:space="preserve">{escape(text, quote=False)}</t></is></c>'


def _is_number(cell: str) -> bool:
    return _NUMBER.fullmatch(cell) is not None and sum(character.isdigit() for character in cell) <= MOST_DIGITS


def _write(archive: zipfile.ZipFile, member: str, data: bytes) -> None:
    info = zipfile.ZipInfo(member, _DAY)
    info.create_system = 0  # else the machine's own is named
    archive.writestr(info, data)


# A table as a workbook: its heads and rows in the words of the language, its numbers as numbers.

_LONGEST: Final = 31
"""How long the name of a sheet in a workbook may be."""


def table_workbook(words: Wordings, rows: list[str], shown: Shown) -> bytes:
    """Give a workbook with the rows in their order on the page; a missing value is an empty cell."""
    table = words.table
    label = words.text("label")
    columns = table.grid.columns
    named = (head for column in columns for head in (words.column(column).text, *table.ends(column)))
    heads = [label.text if label else table.grid.key, *named]
    lines = [
        [words.row(row).text, *(one for name in columns for one in machine_cells(table, shown.get((row, name)), name))]
        for row in rows
    ]
    numeric = [is_numeric(metric) for name, metric in columns.items() for _ in (name, *table.ends(name))]
    numbers = frozenset(position for position, is_number in enumerate(numeric, start=1) if is_number)
    return workbook(table.declared.id[:_LONGEST], heads, [rows_xml(lines, numbers=numbers, is_table=True).encode()])
