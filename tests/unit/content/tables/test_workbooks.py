"""Workbooks as input: values by their cells, one sheet or range, and what is wrong at its row and column."""

import io
import zipfile
from dataclasses import replace
from decimal import Decimal
from types import ModuleType

import pytest

from factsheet.content.model import Metric, Table
from factsheet.content.tables import Grid, cells, read_grid, workbooks
from factsheet.content.tables.cells import shown_day, shown_number
from factsheet.core.codes import fix
from factsheet.core.problems import Place, Problem

HERE = Place("content/ro/index.md", 1, 1)
NUMBER = Metric(id="t", kind="number", value=Decimal(0), place=HERE)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="mmm\\ yyyy"/>'
    '<numFmt numFmtId="165" formatCode="yyyy&quot;d&quot;"/><numFmt numFmtId="166" formatCode="h:mm"/></numFmts>'
    '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/>'
    '<xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>'
)
"""Styles 0 to 5: a number, a percentage, a day, a month, a year, a time of day."""


def text(words: str) -> str:
    """A cell that holds a text."""
    return f'<c t="inlineStr"><is><t>{words}</t></is></c>'


HEAD = f"<row>{text('key')}{text('2024')}</row>"


def xlsx(*sheets: str, more: str = "", shared: str = "") -> bytes:
    """A workbook with sheets called `S1`, `S2` and so on, made of their rows."""
    numbers = range(1, len(sheets) + 1)
    members = {
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}">{more}<sheets>'
        + "".join(f'<sheet name="S{number}" sheetId="{number}" r:id="r{number}"/>' for number in numbers)
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": "<Relationships>"
        + "".join(f'<Relationship Id="r{number}" Target="sheet{number}.xml"/>' for number in numbers)
        + "</Relationships>",
        "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{shared}</sst>',
    }
    for number, rows in zip(numbers, sheets, strict=True):
        members[f"xl/sheet{number}.xml"] = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    return packed(members)


def ods(rows: str, more: str = "") -> bytes:
    """A workbook of LibreOffice with one sheet `S1`."""
    spaces = " ".join(f'xmlns:{name}="urn:{name}"' for name in ("office", "table", "text"))
    body = f'<table:table table:name="S1">{rows}</table:table>{more}'
    return packed({"content.xml": f"<office:document-content {spaces}>{body}</office:document-content>"})


def cell(words: str, given: str = "") -> str:
    """A cell of LibreOffice with what it shows, and what is given of its value."""
    return f"<table:table-cell {given}><text:p>{words}</text:p></table:table-cell>"


def row(cells: str, given: str = "") -> str:
    """A row of LibreOffice."""
    return f"<table:table-row {given}>{cells}</table:table-row>"


def packed(members: dict[str, str]) -> bytes:
    """Members as a zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, member in members.items():
            archive.writestr(name, member)
    return out.getvalue()


def read(
    data: bytes, *, kind: str = "number", ending: str = "xlsx", sheet: str = "", cells: str = ""
) -> tuple[Grid, list[Problem]]:
    """Read a workbook whose columns are of one kind."""
    file = f"data/t.{ending}"
    common = replace(NUMBER, kind=kind)
    declared = Table(id="t", file=file, sheet=sheet, range=cells, other=common, place=HERE)
    return read_grid(file, data, declared, [":"])


def values(data: bytes, **more: str) -> dict[str, str]:
    """The cells of the first column as text, by their rows."""
    grid, problems = read(data, **more)
    assert not problems
    return {row: str(cell.value) if cell.value is not None else cell.mark for (row, _), cell in grid.cells.items()}


@pytest.mark.parametrize(
    ("written", "kind", "expected"),
    [
        ("<c><v>5.2999999999999998</v></c>", "number", "5.3"),
        ("<c><v>1209</v></c>", "number", "1209"),
        ("<c><v>1E-3</v></c>", "number", "0.001"),
        ('<c s="1"><v>5.2999999999999999E-2</v></c>', "percent", "5.3"),
        ("<c><f>1+1</f><v>2</v></c>", "number", "2"),
        ('<c t="str"><f>A1</f><v>:</v></c>', "number", ":"),
        ('<c s="2"><v>45352</v></c>', "date", "2024-03-01"),
        ('<c s="3"><v>45352</v></c>', "date", "2024-03"),
        ('<c t="d"><v>2024-03-01T00:00:00</v></c>', "date", "2024-03-01"),
    ],
)
def test_cells_count_by_their_values(written: str, kind: str, expected: str) -> None:
    """Numbers have the digits that are shown, percentages and days what their format shows, formulas their result."""
    assert values(xlsx(f"{HEAD}<row>{text('ro')}{written}</row>"), kind=kind) == {"ro": expected}


@pytest.mark.parametrize(
    ("written", "code", "variant"),
    [
        (text("5.3"), "D110", "text"),
        (text("5,3"), "D110", "text"),
        (text("5.3 p"), "D110", "note"),
        ('<c s="1"><v>0.053</v></c>', "D110", "percent"),
        ('<c t="e"><v>#REF!</v></c>', "D110", "error"),
        ("<c><f>1+1</f></c>", "D110", "formula"),
        ("<c/>", "D110", "missing"),
        ('<c s="2"><v>45352</v></c>', "D110", "dated"),
    ],
)
def test_what_is_no_number_is_told_at_its_row_and_column(written: str, code: str, variant: str) -> None:
    """Texts, errors, formulas without a result, dates and percentages among numbers: one finding, at the cell."""
    _, problems = read(xlsx(f"{HEAD}<row>{text('ro')}{written}</row>"))
    assert [(one.code, one.variant, one.place) for one in problems] == [(code, variant, Place("data/t.xlsx", 2, 2))]


def test_texts_may_be_shared_and_rows_may_be_left_out() -> None:
    """Shared texts are found by their number, without their pronunciation; blank rows and columns are skipped."""
    shared = "<si><t>key</t></si><si><r><t>Rom</t></r><r><t>ânia</t></r><rPh><t>x</t></rPh></si><si><t>2024</t></si>"
    rows = (
        '<row r="3"><c r="B3" t="s"><v>0</v></c><c r="C3" t="s"><v>2</v></c></row>'
        '<row r="7"><c r="B7" t="s"><v>1</v></c><c r="C7"><v>4</v></c></row>'
    )
    grid, problems = read(xlsx(rows, shared=shared))
    assert not problems
    assert grid.place("România", "2024") == Place("data/t.xlsx", 7, 3)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"sheet": "S2"}, "2"),
        ({"sheet": "S1", "cells": "A1:B2"}, "1"),
        ({"cells": "Rates"}, "2"),
    ],
)
def test_a_sheet_or_a_range_is_named(more: dict[str, str], expected: str) -> None:
    """One of several sheets, cells of it, or a range that has a name in the workbook."""
    sheets = [f"{HEAD}<row>{text('ro')}<c><v>{number}</v></c></row><row>{text('note')}</row>" for number in (1, 2)]
    sheets[1] = sheets[1].replace(f"<row>{text('note')}</row>", "")
    names = "<definedNames><definedName name='Rates'>'S2'!$A$1:$B$2</definedName></definedNames>"
    assert values(xlsx(*sheets, more=names), **more) == {"ro": expected}


@pytest.mark.parametrize(
    ("more", "told", "meant"),
    [
        ({}, "D129", "S1"),
        ({"sheet": "Prices"}, "D128", "S1"),
        ({"sheet": "S1", "cells": "A1-B2"}, "D128 range", "A1:F30"),
    ],
)
def test_a_sheet_that_is_not_there_is_told(more: dict[str, str], told: str, meant: str) -> None:
    """Several sheets, an unknown one, and cells that are no range each have a finding that names what there is."""
    _, (problem,) = read(xlsx(HEAD, HEAD), **more)
    assert f"{problem.code} {problem.variant}".strip() == told
    assert meant in fix(problem)


def test_a_workbook_of_libreoffice_is_read() -> None:
    """Numbers, percentages, days, repeated cells and rows; notes and errors are no values."""
    number = cell("5,3", 'office:value-type="float" office:value="5.3"')
    name = cell("ro").replace(">", "><office:annotation><text:p>!</text:p></office:annotation>", 1)
    blank = row('<table:table-cell table:number-columns-repeated="9"/>', 'table:number-rows-repeated="1048000"')
    rows = row(cell("key") + cell("2024")) + row(name + number) + blank
    assert values(ods(rows), ending="ods") == {"ro": "5.3"}
    share = number.replace("float", "percentage").replace('"5.3"', '"0.053"')
    assert values(ods(rows.replace(number, share)), ending="ods", kind="percent") == {"ro": "5.3"}
    day = cell("1.3.24", 'office:value-type="date" office:date-value="2024-03-01"')
    assert values(ods(rows.replace(number, day)), ending="ods", kind="date") == {"ro": "2024-03-01"}
    for wrong, variant in (("#REF!", "error"), ("Err:502", "error"), ("5<text:s/>3", "")):
        _, problems = read(ods(rows.replace(number, cell(wrong, 'office:value-type="string"'))), ending="ods")
        assert [(one.code, one.place) for one in problems] == [("D110", Place("data/t.ods", 2, 2))]
        assert not variant or problems[0].variant == variant


def test_a_named_range_of_libreoffice() -> None:
    """A range that has a name in the workbook is found by it."""
    rows = row(cell("Title")) + row(cell("key") + cell("2024"))
    rows += row(cell("ro") + '<table:table-cell office:value-type="float" office:value="7"/>')
    more = '<table:named-range table:name="Rates" table:cell-range-address="$S1.$A$2:.$B$3"/>'
    assert values(ods(rows, more), ending="ods", cells="Rates") == {"ro": "7"}


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_a_damaged_workbook_is_told(ending: str) -> None:
    """What is no zip file, has no sheet, is no XML, or declares entities is refused in one finding."""
    bomb = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    for data in (
        b"key,2024\n",
        packed({"a.xml": "<a/>"}),
        packed(dict.fromkeys(("content.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"), "<a>")),
        packed(dict.fromkeys(("content.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"), bomb)),
    ):
        _, problems = read(data, ending=ending)
        assert [(one.code, one.variant) for one in problems] == [("D102", "damaged")]


def test_a_sheet_may_not_be_endless() -> None:
    """A row that is repeated a million times, and a table of too many cells, are refused."""
    for repeated in ("1000000", "100"):
        rows = row(cell("1", 'table:number-columns-repeated="300"'), f'table:number-rows-repeated="{repeated}"')
        assert [one.code for one in read(ods(rows), ending="ods")[1]] == ["D104"]
    assert [one.code for one in read(xlsx())[1]] == ["D129"]
    assert [one.code for one in read(xlsx("<row/>"))[1]] == ["D102"]


@pytest.mark.parametrize(
    ("stored", "form", "shown"),
    [
        ("1", "d", "1900-01-01"),
        ("60", "d", "1900-02-29"),
        ("61", "m", "1900-03"),
        ("45352", "y", "2024"),
        ("0.5", "d", "0.5"),
    ],
)
def test_days_are_counted_from_1900(stored: str, form: str, shown: str) -> None:
    """Day 60 never was, days before it are counted from one day later, and a time of day is no day."""
    assert shown_day(stored, form, from_1904=False) == shown


def test_days_may_be_counted_from_1904() -> None:
    """Old workbooks of the Macintosh count from 1904."""
    rows = f'{HEAD}<row>{text("ro")}<c s="2"><v>43890</v></c></row>'
    assert values(xlsx(rows, more='<workbookPr date1904="1"/>'), kind="date") == {"ro": "2024-03-01"}


def test_numbers_have_fifteen_digits() -> None:
    """What lies behind the fifteenth digit comes from the binary form."""
    assert shown_number("0.30000000000000004") == "0.3"
    assert shown_number("123456789012345678") == "123456789012346000"


@pytest.mark.parametrize(
    ("module", "bound", "over"),
    [
        (workbooks, "MAX_TABLE_BYTES", ("D104", "bytes", {"cells": "{size}", "most": "{most}"})),
        (workbooks, "MOST_UNPACKED", ("D102", "damaged", {})),
        (cells, "MOST_HELD", ("D104", "", {"cells": "over 200000", "most": "20000"})),
    ],
)
def test_a_workbook_is_bounded(
    monkeypatch: pytest.MonkeyPatch, module: ModuleType, bound: str, over: tuple[str, str, dict[str, str]]
) -> None:
    """In bytes, in bytes once it is unpacked, and in cells that hold anything; what is just as large is read."""
    data = xlsx(f"{HEAD}<row>{text('ro')}<c><v>5.3</v></c></row>")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        unpacked = sum(member.file_size for member in archive.infolist())
    most = {"MAX_TABLE_BYTES": len(data), "MOST_UNPACKED": unpacked, "MOST_HELD": 4}[bound]
    monkeypatch.setattr(module, bound, most)
    assert values(data) == {"ro": "5.3"}
    monkeypatch.setattr(module, bound, most - 1)
    _, problems = read(data)
    code, variant, held = over
    said = [(one.code, one.variant, one.place) for one in problems]
    assert said == [(code, variant, Place("data/t.xlsx"))]
    assert dict(problems[0].values) == {key: one.format(size=len(data), most=most - 1) for key, one in held.items()}


@pytest.mark.parametrize("written", ['<c t="s"><v>1</v></c>', '<c t="s"><v>x</v></c>', '<c s="x"><v>1</v></c>', "<c"])
def test_a_damaged_sheet_is_told(written: str) -> None:
    """A text that is not among the shared ones, a style that is none, and what is no XML."""
    _, problems = read(xlsx(f"{HEAD}<row>{text('ro')}{written}</row>", shared="<si><t>a</t></si>"))
    assert [(one.code, one.variant, one.place) for one in problems] == [("D102", "damaged", Place("data/t.xlsx"))]


def test_paragraphs_of_a_cell_are_parted_by_a_space() -> None:
    """LibreOffice keeps each line of a cell as a paragraph; spaces at its ends are none of the text."""
    parts = (" north", "west", "<text:s text:c='2'/>")
    name = f"<table:table-cell>{''.join(f'<text:p>{part}</text:p>' for part in parts)}</table:table-cell>"
    number = cell("7", 'office:value-type="float" office:value="7"')
    rows = row(cell("key") + cell("2024")) + row(name + number)
    assert values(ods(rows), ending="ods") == {"north west": "7"}
