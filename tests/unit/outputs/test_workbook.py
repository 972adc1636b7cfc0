"""Workbooks: what stands in their XML, and that numbers are numbers in it."""

import io
import zipfile
from xml.etree import ElementTree as ET

from factsheet.outputs.workbook import rows_xml, workbook

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def cells(data: bytes) -> list[list[tuple[str, str]]]:
    """The rows of the only sheet: the type and the text of each cell."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            ET.fromstring(archive.read(name))  # noqa: S314 - it was made here
        sheet = ET.fromstring(archive.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - the same
    return [[(cell.attrib.get("t", "n"), "".join(cell.itertext())) for cell in row] for row in sheet.iter(f"{MAIN}row")]


def made(*rows: list[str | None]) -> bytes:
    """A workbook with a column of texts and one of numbers."""
    return workbook("figures", ("text", "value"), [rows_xml([row], numbers={1}).encode() for row in rows])


def test_numbers_are_numbers_and_texts_are_texts() -> None:
    """A number has a point and no sign of a language; what looks like one in a column of texts stays a text."""
    head, *rows = cells(made(["1.209 arestări", "1209"], ["12", "-12.5"], ["=1+1", "2025-11-13"], ["", None]))
    assert head == [("inlineStr", "text"), ("inlineStr", "value")]
    assert rows == [
        [("inlineStr", "1.209 arestări"), ("n", "1209")],
        [("inlineStr", "12"), ("n", "-12.5")],
        [("inlineStr", "=1+1"), ("inlineStr", "2025-11-13")],
        [("n", ""), ("n", "")],
    ]


def test_a_number_too_long_for_a_spreadsheet_is_a_text() -> None:
    """Spreadsheets keep fifteen digits: what has more would be rounded without a word."""
    _, (_, kept), (_, longer) = cells(made(["", "123456789012345"], ["", "1234567890123456"]))
    assert kept == ("n", "123456789012345")
    assert longer == ("inlineStr", "1234567890123456")


def test_every_machine_makes_the_same_bytes() -> None:
    """The members are stored, dated 1980, and name no system."""
    assert made(["a", "1"]) == made(["a", "1"])
    with zipfile.ZipFile(io.BytesIO(made())) as archive:
        assert archive.namelist()[0] == "[Content_Types].xml"
        found = {(info.date_time, info.create_system, info.compress_type) for info in archive.infolist()}
    assert found == {((1980, 1, 1, 0, 0, 0), 0, zipfile.ZIP_STORED)}


def test_marks_of_xml() -> None:
    """`<`, `&` and spaces at the ends survive."""
    assert cells(made([" <b> & c ", ""]))[1][0] == ("inlineStr", " <b> & c ")
