"""Files of tables: whatever is wrong is told once, at its line and column, with the way to correct it."""

from decimal import Decimal

import pytest

from factsheet.content.model import Column, Metric, Table
from factsheet.content.tables import Grid, read_grid
from factsheet.content.tables.dialect import MAX_TABLE_BYTES, MOST_CELLS
from factsheet.core.codes import fix, message
from factsheet.core.problems import Place, Problem

AT = Place("content/ro/index.md", 9)
FILE = "data/t.csv"
GOOD = "geo,a,b\nro,5.3,4.8\nde,2.0,1.8\n"


def metric(kind: str = "percent", **values: object) -> Metric:
    """What the cells of a column have in common."""
    return Metric(id="x", kind=kind, value=Decimal(0), place=AT, **values)  # type: ignore[arg-type]


def table(**values: object) -> Table:
    """A table of percentages."""
    return Table(id="t", place=AT, **{"file": FILE, "other": metric(), **values})  # type: ignore[arg-type]


def read(
    text: str | bytes, declared: Table | None = None, *, marks: tuple[str, ...] = (), file: str = FILE
) -> tuple[Grid, list[Problem]]:
    """Read a file."""
    data = text if isinstance(text, bytes) else text.encode()
    return read_grid(file, data, declared or table(), marks)


def cell(written: str) -> str:
    """A table in which one cell is as it is written; it stands at line 2, column 4."""
    return GOOD.replace("5.3", written, 1)


DAY = table(other=metric("date"))
COUNT = table(other=metric("count"))
COMMA = table(decimal=",", delimiter=";")
SHORT = table(columns={"a": Column(id="a", header="a", metric=metric(), place=AT)}, other=None)

MALFORMED: tuple[tuple[str, str | bytes, Table, str, str, int, int], ...] = (
    ("nothing", "", table(), "D102", "empty", 1, 1),
    ("blank lines", "\n\n\n", table(), "D102", "empty", 1, 1),
    ("a workbook", b"PK\x03\x04\x14\0\x06\0", table(), "D102", "spreadsheet", 1, 1),
    ("an old workbook", b"\xd0\xcf\x11\xe0\xa1\xb1", table(), "D102", "spreadsheet", 1, 1),
    ("a PDF", b"%PDF-1.7\n", table(), "D102", "document", 1, 1),
    ("binary", b"geo,a\nro,\0\0\0", table(), "D102", "document", 1, 1),
    ("UTF-16", "geo,a\nro,5".encode("utf-16"), table(), "D102", "utf-16", 1, 1),
    ("UTF-16 without a mark", "geo,a\nro,5".encode("utf-16-le"), table(), "D102", "utf-16", 1, 1),
    ("an error page", "<!DOCTYPE html><title>404</title>", table(), "D102", "page", 1, 1),
    ("JSON", '[{"geo": "ro"}]', table(), "D102", "page", 1, 1),
    ("Windows-1250", "geo,a\nTulcea,1.2\nIași,5.3\n".encode("cp1250", "replace").replace(b"?", b"\xba"),
     table(), "D102", "legacy", 3, 3),
    ("an unseen character", "geo,a\nr\u200bo,5.3\n", table(), "F002", "", 2, 2),
    ("a second mark of UTF-8", b"\xef\xbb\xbf\xef\xbb\xbfgeo,a\nro,5.3\n", table(), "F002", "", 1, 1),
    ("a mark of UTF-8", b"\xef\xbb\xbf" + GOOD.encode(), table(), "D113", "", 1, 1),
    ("a short row", "geo,a,b\nro,5.3\nde,2.0,1.8\n", table(), "D103", "", 2, 4),
    ("a long row", "geo,a,b\nro,5.3,4.8,1.1\n", table(), "D103", "long", 2, 12),
    ("two rows on one line", "geo,a,b\nro,5.3,4.8 de,2.0,1.8\n", table(), "D103", "glued", 2, 8),
    ("decimal commas in a file of commas", "geo,a,b\nro,5,3,4,8\n", table(), "D103", "halves", 2, 8),
    ("semicolons and commas", "geo;a,b\nro;1;2\n", table(), "D105", "several", 1, 1),
    ("semicolons in a file of tabs", "geo;a\nro;5.3\n", table(), "D105", "", 1, 1),
    ("an open quotation mark", 'geo,a\n"ro,5.3\n', table(), "D106", "", 2, 1),
    ("a quotation mark in a cell", 'geo,a\nr"o,5.3\n', table(), "D106", "", 2, 2),
    ("text behind a quotation", 'geo,a\n"ro"x,5.3\n', table(), "D106", "", 2, 5),
    ("a column without a name", "geo,,b\nro,5.3,4.8\n", table(), "D107", "", 1, 5),
    ("a name with a space", "geo,a, b\nro,5.3,4.8\n", table(), "D107", "edges", 1, 7),
    ("two columns of one name", "geo,a,a\nro,5.3,4.8\n", table(), "D108", "", 1, 7),
    ("two columns that are nearly one", "geo,a b,A-b\nro,5.3,4.8\n", table(), "D108", "near", 1, 9),
    ("a bracket in a name", "geo,a [%]\nro,5.3\n", table(), "D109", "", 1, 5),
    ("a key that is not there", GOOD, table(key="goe"), "D114", "suggest", 9, 1),
    ("a column that is not there", GOOD, table(columns={"c": Column(id="c", header="c", metric=metric(), place=AT)}),
     "D115", "", 9, 1),
    ("a column of which nothing is said", GOOD, SHORT, "D116", "", 1, 7),
    ("a row without a name", "geo,a\n,5.3\n", table(), "D112", "", 2, 1),
    ("a row twice", "geo,a\nro,5.3\nde,2.0\nro,5.3\n", table(), "D112", "twice", 4, 1),
    ("two rows that are nearly one", "geo,a\nro,5.3\nRO,2.0\n", table(), "D112", "near", 3, 1),
    ("a row with a space", "geo,a\nro ,5.3\n", table(), "D112", "edges", 2, 1),
    ("a bracket in a row", "geo,a\nro[1],5.3\n", table(), "D109", "", 2, 1),
    ("an error of a formula", cell("#REF!"), table(), "D110", "error", 2, 4),
    ("a division by zero", cell("#DIV/0!"), table(), "D110", "error", 2, 4),
    ("a formula", cell("=A1+B1"), table(), "D110", "formula", 2, 4),
    ("a number as text", cell("'5.3"), table(), "D110", "apostrophe", 2, 4),
    ("a space", cell("5.3 "), table(), "D110", "edges", 2, 4),
    ("a no-break space", cell("\u00a05.3"), table(), "D110", "edges", 2, 4),
    ("a minus sign", cell("\u22125.3"), table(), "D110", "minus", 2, 4),
    ("a minus behind", cell("5.3-"), table(), "D110", "minus", 2, 4),
    ("brackets of bookkeepers", cell("(5.3)"), table(), "D110", "brackets", 2, 4),
    ("a sign of per cent", cell("5.3 %"), table(), "D110", "percent", 2, 4),
    ("a sign of money", cell("€5.3"), table(), "D110", "currency", 2, 4),
    ("a code of money", cell("5.3 RON"), table(), "D110", "currency", 2, 4),
    ("a date for a number", cell("5.mar"), table(), "D110", "dated", 2, 4),
    ("a whole date for a number", cell("2024-03-05"), table(), "D110", "dated", 2, 4),
    ("a mark of a note", cell("5.3p"), table(), "D110", "note", 2, 4),
    ("a star", cell("5.3*"), table(), "D110", "note", 2, 4),
    ("a bound", cell("<0.1"), table(), "D110", "comparison", 2, 4),
    ("an exponent", cell("1.2E+05"), table(), "D110", "exponent", 2, 4),
    ("digits of another script", cell("٥٫٣"), table(), "D110", "digits", 2, 4),
    ("a colon", cell(":"), table(), "D110", "missing", 2, 4),
    ("an ellipsis", cell("…"), table(), "D110", "missing", 2, 4),
    ("n/a", cell("n/a"), table(), "D110", "missing", 2, 4),
    ("an empty cell", cell(""), table(), "D110", "missing", 2, 4),
    ("a decimal comma", cell('"5,3"'), table(), "D110", "comma", 2, 4),
    ("a decimal point among commas", "geo;a\nro;5,3\nde;2.0\n", COMMA, "D110", "point", 3, 4),
    ("a comma that may be either", cell('"1,209"'), table(), "D110", "either", 2, 4),
    ("a point that may be either", "geo;a\nro;1.209\n", COMMA, "D110", "either", 2, 4),
    ("separators of thousands", cell('"1,209,345"'), table(), "D110", "thousands", 2, 4),
    ("spaces of thousands", cell("1 209"), table(), "D110", "thousands", 2, 4),
    ("apostrophes of thousands", cell("1'209"), table(), "D110", "thousands", 2, 4),
    ("words", cell("five"), table(), "D110", "missing", 2, 4),
    ("both signs", cell('"1.350,5"'), table(), "D110", "written", 2, 4),
    ("a zero in front", cell("05.3"), table(), "D110", "", 2, 4),
    ("decimals of a count", "geo,a\nro,5.3\n", COUNT, "N103", "", 2, 4),
    ("money without a currency", GOOD, table(other=metric("money")), "N116", "", 9, 1),
    ("the number of a day", "geo,a\nro,45748\n", DAY, "D111", "serial", 2, 4),
    ("a date of unknown order", "geo,a\nro,03/04/2024\n", DAY, "D111", "order", 2, 4),
    ("the day before all days", "geo,a\nro,1900-01-01\n", DAY, "D111", "epoch", 2, 4),
    ("no day of the calendar", "geo,a\nro,2024-02-30\n", DAY, "D111", "", 2, 4),
    ("too many cells", "geo,a\n" + "r,1\n" * (MOST_CELLS + 1), table(), "D104", "", 1, 1),
    ("a head alone", "geo,a,b\n", table(), "D102", "empty", 1, 1),
    ("a title above the head", "Inflation\n" + GOOD, table(), "D130", "", 1, 1),
    ("a title of an empty-celled line", "Inflation,,\n" + GOOD, table(), "D130", "", 1, 1),
    ("a line for spreadsheets", "sep=;\n" + GOOD.replace(",", ";"), table(), "D130", "", 1, 1),
    ("a comment above the head", "# from the office\n" + GOOD, table(), "D130", "", 1, 1),
    ("a name of a column that is missing", GOOD.replace("geo,", ""), table(), "D130", "", 1, 1),
    ("commas of decimals in every row", "geo,a,b\nro,5,3,4,8\nde,2,0,1,8\n", table(), "D103", "halves", 2, 8),
    ("a comma of thousands in one row", GOOD.replace("5.3", "1,104"), table(), "D103", "thousands", 2, 4),
    ("a note below the rows", GOOD + "Source: office\n", table(), "D103", "note", 4, 1),
    ("a note in a line of cells", GOOD + "Source: office,,\n", table(), "D103", "note", 4, 1),
    ("a heading between rows", GOOD.replace("de,", "Euro area,,\nde,"), table(), "D103", "note", 3, 1),
    ("spaces between the cells", GOOD.replace(",", " "), table(), "D105", "one", 1, 1),
    ("columns of fixed width", "geo   a    b\nro    5.3  4.8\n", table(), "D105", "one", 1, 1),
    ("a pointer to a large file", "version https://git-lfs.example/v1\noid sha256:4d\n", table(), "D105", "one", 1, 1),
    ("a list of values", "geo,when,a\nro,2024,5\nro,2025,4\nde,2024,2\nde,2025,1\n", table(), "D112", "list", 2, 1),
    ("two versions that were not merged", GOOD + "<<<<<<< HEAD\nfr,1,2\n=======\n", table(), "F022", "", 4, 1),
    ("a packed file", b"\x1f\x8b\x08\0\0\0", table(), "D102", "packed", 1, 1),
    ("columns of no name at the end", GOOD.replace("\n", ",,\n"), table(), "D107", "", 1, 9),
    ("no name above the rows", GOOD.replace("geo", ""), table(), "D107", "", 1, 1),
    ("spaces before everything", GOOD.replace(",", ", "), table(), "D107", "edges", 1, 5),
    ("a plus sign", cell("+5.3"), table(), "D110", "plus", 2, 4),
    ("no digit before the point", cell(".3"), table(), "D110", "bare", 2, 4),
    ("no digit behind the point", cell("5."), table(), "D110", "bare", 2, 4),
    ("a code before the number", cell("RON 5.3"), table(), "D110", "currency", 2, 4),
    ("a colon with a mark", cell(": u"), table(), "D110", "missing", 2, 4),
    ("wide digits", cell("５.３"), table(), "D110", "digits", 2, 4),
    ("a mark of direction", cell("\u200e5.3"), table(), "D110", "edges", 2, 4),
    ("a fraction", cell("5 1/2"), table(), "D110", "", 2, 4),
    ("a range", cell("5-6"), table(), "D110", "", 2, 4),
    ("more digits than anybody measures", cell("5." + "3" * 40), table(), "N114", "", 2, 4),
    ("too many bytes", b"geo,a\n" + b"x" * MAX_TABLE_BYTES, table(), "D104", "bytes", 1, 1),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "declared", "code", "variant", "line", "column"),
    [case[1:] for case in MALFORMED],
    ids=[case[0] for case in MALFORMED],
)
def test_what_is_wrong_is_told_once_at_its_place(
    text: str | bytes, declared: Table, code: str, variant: str, line: int, column: int
) -> None:
    """A malformed file gives one finding, at the cell that is wrong, whose words are filled in."""
    file = "data/t.tsv" if (code, variant) == ("D105", "") else FILE
    _, problems = read(text, declared, file=file)
    assert [(one.code, one.variant, one.place.line, one.place.column) for one in problems] == [
        (code, variant, line, column)
    ]
    assert "{" not in message(problems[0]).replace("{{", "")
    assert fix(problems[0])


def test_many_faults_of_one_kind_are_one_finding() -> None:
    """A file whose numbers all have commas is told of once, with how many there are."""
    _, problems = read('geo,a,b\nro,"5,3","4,8"\nde,"2,0","1,8"\n')
    assert [one.code for one in problems] == ["D110"]
    assert "cells like this one: 4" in message(problems[0])


def test_a_good_file_is_read_cell_by_cell() -> None:
    """Quotations, line ends in them, a final line end and blank lines leave each cell at its place."""
    text = 'geo,"a","b ""x"""\r\n"ro",5.3,-4.8\r\n\r\n"d\u0065",2.0,1.80\r\n'
    grid, problems = read(text)
    assert problems == []
    assert grid.key == "geo"
    assert list(grid.columns) == ["a", 'b "x"']
    assert {name: one.value for name, one in grid.cells.items()} == {
        ("ro", "a"): Decimal("5.3"),
        ("ro", 'b "x"'): Decimal("-4.8"),
        ("de", "a"): Decimal("2.0"),
        ("de", 'b "x"'): Decimal("1.80"),
    }
    assert grid.place("de", "a") == Place(FILE, 4, 6)


def test_rows_of_nothing_are_passed_over() -> None:
    """Spreadsheets leave rows without a single cell behind: they are no rows."""
    grid, problems = read(f"{GOOD},,\n,,\n")
    assert not problems
    assert list(grid.rows) == ["ro", "de"]


def test_a_column_that_stands_twice_is_read_once() -> None:
    """Of two columns of one name the first is shown; a finding tells of the other."""
    grid, problems = read("geo,a,a\nro,5.3,9.9\n")
    assert list(grid.columns) == ["a"]
    assert [one.value for one in grid.cells.values()] == [Decimal("5.3")]
    assert {one.code for one in problems} == {"D108"}


def test_a_line_end_in_a_quotation_counts_as_a_line() -> None:
    """What follows a cell of two lines stands on the line where a text editor shows it."""
    grid, problems = read('geo,a\n"ro\nmd",5.3\n"de",x\n')
    assert [(one.code, one.place.line) for one in problems] == [("D109", 2), ("D110", 4)]
    assert grid.cells == {}


@pytest.mark.parametrize(("sign", "name"), [(";", "data/t.csv"), ("\t", "data/t.tsv"), ("\t", "data/t.csv")])
def test_the_first_line_shows_what_parts_the_cells(sign: str, name: str) -> None:
    """Commas, semicolons and tabs are told apart; a file of tabs may be named either way."""
    grid, problems = read(GOOD.replace(",", sign), file=name)
    assert (len(grid.cells), problems) == (4, [])


def test_decimal_commas_are_read_where_they_are_declared() -> None:
    """With `decimal: ","` numbers are those of the language of the file, and whole numbers stay what they are."""
    grid, problems = read("geo;a\nro;5,3\nde;-12\n", COMMA)
    assert problems == []
    assert [one.value for one in grid.cells.values()] == [Decimal("5.3"), Decimal(-12)]


def test_declared_marks_stand_for_missing_values() -> None:
    """A mark and an empty cell are no numbers where they are declared; each keeps its mark."""
    grid, problems = read("geo,a,b\nro,:,\n", marks=(":", "empty"))
    assert problems == []
    assert [(one.value, one.mark) for one in grid.cells.values()] == [(None, ":"), (None, "empty")]


def test_the_details_of_a_column_reach_its_kind() -> None:
    """A count per something may have decimals, and a change a sign."""
    rate, changed = table(other=metric("count", per=Decimal(1000))), table(other=metric("count", change=True))
    assert read("geo,a\nro,9.6\n", rate)[1] == []
    assert read("geo,a\nro,-3\n", changed)[1] == []
    assert [one.code for one in read("geo,a\nro,-3\n", COUNT)[1]] == ["N103"]
