"""A publisher's own file is read as it is: whatever stands around the table, and however its numbers are written."""

import pytest

from factsheet.content.model import ArchiveForm
from factsheet.content.tables.dialect import Unusable
from factsheet.content.tables.published import PublishedCells, read_published
from factsheet.core.problems import Place

AT = Place("content/ro/index.md", 15, 5)
ROWS = {"ro": ("România", "Romania"), "de": ("Germania", "Germany")}
COLUMNS = {"2024-08": ("august 2024",), "2024-09": ("sept. 2024",)}
CELLS = {("ro", "2024-08"): "5.3", ("ro", "2024-09"): "4.8", ("de", "2024-08"): "2.0", ("de", "2024-09"): "1.8"}


def read(text: str, file: str = "sources/t.csv", **form: str) -> PublishedCells:
    """Read a file."""
    declared = ArchiveForm(place=AT, **form)  # type: ignore[arg-type]
    return read_published(file, text.encode(), declared, key="geo", rows=ROWS, columns=COLUMNS)


def cells(text: str, file: str = "sources/t.csv", **form: str) -> dict[tuple[str, str], str]:
    """What stands in the cells of the table, without spaces."""
    return {name: at.text.strip() for name, at in read(text, file, **form).cells.items()}


@pytest.mark.parametrize(
    ("text", "file"),
    [
        ("geo,2024-08,2024-09\nro,5.3,4.8\nde,2.0,1.8\n", "sources/t.csv"),
        ("2024-09;note;geo;2024-08\n1.8;a;de;2.0\n4.8;b;ro;5.3\n3.0;c;fr;2.2\n", "sources/t.csv"),
        ("Inflation, by country\n\ngeo;2024-08;2024-09\nro;5.3;4.8\nde;2.0;1.8\nSource: office\n", "sources/t.csv"),
        ("geo\\TIME_PERIOD\t2024-08 \t2024-09 \nM,CP00,RO\t5.3 \t4.8 \nM,CP00,DE\t2.0 \t1.8 \n", "sources/t.tsv"),
        ("Țara,AUGUST 2024 (%),Sept. 2024\nRomânia,5.3,4.8\nGERMANIA,2.0,1.8\n", "sources/t.csv"),
        ('"geo","2024-08","2024-09"\n"ro","5.3","4.8"\n"de","2.0","1.8"\n', "sources/t.csv"),
    ],
    ids=["same", "other order, more in it", "title and notes", "Eurostat", "names", "quoted"],
)
def test_rows_and_columns_are_found_by_their_names(text: str, file: str) -> None:
    """Order, separators, titles, notes and names that readers know them by make no difference."""
    assert cells(text, file) == CELLS


def test_what_is_not_there_is_left_out() -> None:
    """Rows and columns that the file does not have, and cells behind the end of a line."""
    found = read("geo,2024-09,2024-08\nro,4.8\n")
    assert (set(found.rows), set(found.columns)) == ({"ro"}, {"2024-08", "2024-09"})
    assert set(found.cells) == {("ro", "2024-09")}


def test_a_row_that_stands_twice_is_told() -> None:
    """Nobody can tell which of two rows of one name is meant."""
    found = read("unit,geo,2024-08,2024-09\nrate,ro,5.3,4.8\nindex,ro,105.3,104.8\n")
    assert found.twice == {"ro": (Place("sources/t.csv", 2, 6), Place("sources/t.csv", 3, 7))}


def test_what_is_declared_of_the_file_goes_before_what_it_shows() -> None:
    """The column of the names and the separator may be declared where the file has several that could be meant."""
    text = "geo;partner;2024-08;2024-09\nro;de;2.0;1.8\nde;ro;5.3;4.8\n"
    assert cells(text, key="partner") == CELLS
    assert cells(text, delimiter=";")["ro", "2024-08"] == "2.0"
    with pytest.raises(Unusable) as refused:
        read(text, key="partners")
    assert (refused.value.problem.code, refused.value.problem.place) == ("D114", AT)


def test_the_only_values_need_no_heading() -> None:
    """In a file of two columns, what stands above the values is no question."""
    found = read_published(
        "t.csv", b"Jahr;Anzahl\n2022;18\n", ArchiveForm(place=AT), key="an", rows={"2022": ()}, columns={"seri": ()}
    )
    assert found.cells["2022", "seri"].text == "18"


@pytest.mark.parametrize(
    ("text", "code", "variant"),
    [
        ("", "D102", "empty"),
        ("geo,2024-08,2024-09\nro,5,3,4,8\n", "D103", "halves"),
        ('geo,2024-08\n"ro,5.3\n', "D106", ""),
        ("<!doctype html><p>404", "D102", "page"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(text: str, code: str, variant: str) -> None:
    """Nothing is compared with a file in which no cell can be trusted."""
    with pytest.raises(Unusable) as refused:
        read(text)
    assert (refused.value.problem.code, refused.value.problem.variant) == (code, variant)
