"""Workbooks: what stands in their XML, and that numbers are numbers in it."""

import io
import zipfile
from xml.etree import ElementTree as ET

from factsheet.outputs.data import rows_xml, workbook

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


def _parts(data: bytes) -> dict[str, ET.Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: ET.fromstring(archive.read(name)) for name in archive.namelist()}  # noqa: S314 - it was made here


def test_programs_find_the_parts_of_a_workbook() -> None:
    """Each part has the type, and each relation leads to the part, that ECMA-376 gives them."""
    parts = _parts(made(["a", "1"]))
    office = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    assert {
        one.get("PartName") or one.get("Extension"): one.get("ContentType") for one in parts.pop("[Content_Types].xml")
    } == {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "/xl/workbook.xml": f"{office}.sheet.main+xml",
        "/xl/worksheets/sheet1.xml": f"{office}.worksheet+xml",
        "/xl/styles.xml": f"{office}.styles+xml",
    }
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    found = {
        (name, one.get("Id"), one.get("Type"), one.get("Target"))
        for name in ("_rels/.rels", "xl/_rels/workbook.xml.rels")
        for one in parts.pop(name)
    }
    assert found == {
        ("_rels/.rels", "rId1", f"{relations}/officeDocument", "xl/workbook.xml"),
        ("xl/_rels/workbook.xml.rels", "rId1", f"{relations}/worksheet", "worksheets/sheet1.xml"),
        ("xl/_rels/workbook.xml.rels", "rId2", f"{relations}/styles", "styles.xml"),
    }
    assert {one.tag.partition("}")[0] for part in parts.values() for one in part.iter()} == {MAIN[:-1]}
    ids = [one.attrib for one in parts["xl/workbook.xml"].iter(f"{MAIN}sheet")]
    assert ids == [{"name": "figures", "sheetId": "1", f"{{{relations}}}id": "rId1"}]


def test_no_text_stands_where_spreadsheets_expect_none() -> None:
    """Only cells hold words; every style that is named is there."""
    parts = _parts(made(["a", "1"]))
    assert {
        one.tag
        for part in parts.values()
        for one in part.iter()
        if (one.text or "").strip() or (one.tail or "").strip()
    } <= {f"{MAIN}t", f"{MAIN}v"}
    styles, sheet = parts["xl/styles.xml"], parts["xl/worksheets/sheet1.xml"]
    counts = {one.tag.removeprefix(MAIN): (one.get("count"), len(one)) for one in styles}
    assert counts == {
        name: (str(count), count)
        for name, count in (
            ("numFmts", 9),
            ("fonts", 2),
            ("fills", 2),
            ("borders", 1),
            ("cellStyleXfs", 1),
            ("cellXfs", 11),
            ("cellStyles", 1),
        )
    }
    used = {cell.get("s", "0") for cell in sheet.iter(f"{MAIN}c")}
    assert used == {"0", "1"}
    bold = styles[1][int(styles[5][1].attrib["fontId"])]
    assert [one.tag for one in bold if one.tag == f"{MAIN}b"] == [f"{MAIN}b"]
    (pane,) = sheet.iter(f"{MAIN}pane")
    assert pane.attrib == {"ySplit": "1", "topLeftCell": "A2", "activePane": "bottomLeft", "state": "frozen"}


def test_the_numbers_of_a_column_are_shown_alike() -> None:
    """In a table, a column has as many decimals as the number with most of them; whole numbers have none."""
    rows = [["a", "6.0", "12"], ["b", "5.35", ""], ["c", "x", "1.0123456789"]]
    text = rows_xml(rows, numbers={1, 2}, is_table=True)
    assert text.count('<c s="3"><v>') == len(["6.0", "5.35"])
    assert "<c><v>12</v></c>" in text
    parts = _parts(workbook("t", ["n", "a", "b"], [text.encode()]))
    formats = {one.get("numFmtId"): one.get("formatCode") for one in parts["xl/styles.xml"][0]}
    assert formats[parts["xl/styles.xml"][5][3].get("numFmtId")] == "0.00"
