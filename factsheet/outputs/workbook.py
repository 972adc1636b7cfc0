"""A table as a workbook (ECMA-376), which Excel and LibreOffice open rightly in every language: numbers are numbers.

A CSV file is opened by the rules of the machine: where decimals have a comma, `12.5` becomes a date or a text. In a
workbook the type of each cell is written down. It is made here with the standard library; its members are stored as
they are and dated 1980, so that every machine makes the same bytes.
"""

import io
import zipfile
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from factsheet.files.xml_text import escape
from factsheet.patterns import regex

MOST_DIGITS: Final = 15
"""How many digits a number of a workbook keeps; a longer one is written as a text, which loses none."""

_NUMBER: Final = regex(r"-?[0-9]+(?:\.[0-9]+)?")
_DAY: Final = (1980, 1, 1, 0, 0, 0)
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BOLD: Final = ' s="1"'
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml."

_OPENING: Final = (
    f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>'
).encode()
_CLOSING: Final = b"</sheetData></worksheet>\n"

_MEMBERS: Final = (
    (
        "[Content_Types].xml",
        (
            f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}worksheet+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}styles+xml"/></Types>'
        ),
    ),
    (
        "_rels/.rels",
        (
            f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
    ),
    (
        "xl/_rels/workbook.xml.rels",
        (
            f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
        ),
    ),
    (
        "xl/styles.xml",
        (
            f'<styleSheet xmlns="{_MAIN}">'
            '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
            '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
            '<fills count="2"><fill><patternFill patternType="none"/></fill>'
            '<fill><patternFill patternType="gray125"/></fill></fills>'
            '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
            '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
            '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
            '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>'
            '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
        ),
    ),
)
"""The members that are the same in every workbook: what it is made of, and a bold style for its first row."""


def workbook(name: str, columns: Sequence[str], rows: Iterable[bytes]) -> bytes:
    """A workbook with one sheet of this name: the names of its columns, then rows as `rows_xml` gives them."""
    out = io.BytesIO()
    sheet = f'<sheets><sheet name="{escape(name)}" sheetId="1" r:id="rId1"/></sheets>'
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for member, text in _MEMBERS:
            _write(archive, member, f"{_HEAD}{text}\n".encode())
        book = f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">{sheet}</workbook>'
        _write(archive, "xl/workbook.xml", f"{_HEAD}{book}\n".encode())
        head = f"<row>{''.join(_text(column, _BOLD) for column in columns)}</row>"
        _write(archive, "xl/worksheets/sheet1.xml", b"".join([_OPENING, head.encode(), *rows, _CLOSING]))
    return out.getvalue()


def rows_xml(rows: Iterable[Sequence[object]], *, numbers: Collection[int]) -> str:
    """Rows for a workbook; in the columns of `numbers`, counted from 0, what looks like a number is one.

    Cells name no place, so that the rows of many sheets can be joined: each stands behind the one before it.
    """
    return "".join(
        f"<row>{''.join(_cell(cell, is_number=at in numbers) for at, cell in enumerate(row))}</row>" for row in rows
    )


def _cell(cell: object, *, is_number: bool) -> str:
    text = "" if cell is None else str(cell)
    if is_number and _is_number(text):
        return f"<c><v>{text}</v></c>"
    return _text(text) if text else "<c/>"


def _text(text: str, style: str = "") -> str:
    return f'<c t="inlineStr"{style}><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def _is_number(cell: str) -> bool:
    return _NUMBER.fullmatch(cell) is not None and sum(character.isdigit() for character in cell) <= MOST_DIGITS


def _write(archive: zipfile.ZipFile, member: str, data: bytes) -> None:
    info = zipfile.ZipInfo(member, _DAY)
    info.create_system = 0  # else the machine's own is named
    archive.writestr(info, data)
