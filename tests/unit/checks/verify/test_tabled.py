"""A table is read back from its page, its CSV and its JSON, cell by cell."""

import io
import zipfile
from pathlib import Path

import pytest

from factsheet.builder.options import Options
from factsheet.builder.pipeline import build
from factsheet.checks.verify import read_back
from tests.support import write_site
from tests.tabulated import COMPUTED, TABLE_SITE


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of the site with a table."""
    return dict(build(write_site(tmp_path_factory.mktemp("site"), TABLE_SITE), Options()).artifacts)


def test_a_table_as_it_was_published_reads_back(published: dict[str, bytes]) -> None:
    """Nothing is told of the page and the data files as they were made."""
    assert read_back(published) == []
    assert "ro/index/table-hicp.csv" in published


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        ("ro/index.html", 'data-metric="hicp[de, 2024-09]" data-form="number" value="1.8">1,8<',
         'data-metric="hicp[de, 2024-09]" data-form="number" value="1.8">1,9<', "V904"),
        ("en/index.html", 'value="1.8">1.8<', 'value="1.9">1.9<', "V905"),
        ("en/index.html", 'data-metric="hicp[de, 2024-09]"', 'data-metric="hicp[de, 2024-10]"', "V909"),
        ("en/index.html", ">11</data>", ">12</data>", "V904"),
        ("ro/index/table-hicp.csv", "1.8,60", "1.9,60", "V905"),
        ("ro/index/table-hicp.csv", "gr,Grecia,,", "gr,Grecia,2.9,", "V907"),
        ("ro/index/table-hicp.csv", "de,", "at,", "V907"),
        ("en/index/table-hicp.csv", "2024-09", "2024-10", "V907"),
        ("en/index/table-hicp.json", '"value": 1.8', '"value": 1.9', "V905"),
        ("ro/index/table-hicp.json", '"text": "1,8\u00a0%"', '"text": "1,9\u00a0%"', "V904"),
        ("ro/index/table-hicp.json", '"kind": "percent"', '"kind": "points"', "V905"),
        ("ro/index/table-hicp.json", '"id": "2024-09"', '"id": "2024-10"', "V907"),
        ("ro/index/table-hicp.json", '"value": 1.8', '"value": NaN', "V907"),
        ("ro/index/table-hicp.json", '"agreed": ', '"agreed": 1', "V905"),
        ("ro/index/table-hicp.json", '"cells": ', '"cells": 1', "V905"),
        ("en/index.html", 'data-form="number"', 'data-form="numbeq"', "V905"),
    ],
)  # fmt: skip
def test_a_wrong_digit_is_found(published: dict[str, bytes], path: str, old: str, new: str, code: str) -> None:
    """A digit, a name or a kind that differs in one page, CSV or JSON is told of in that file."""
    text = published[path].decode()
    assert old in text
    problems = read_back({**published, path: text.replace(old, new, 1).encode()})
    assert code in {one.code for one in problems}
    assert path in {one.place.path for one in problems}


def test_a_wrong_number_in_a_workbook_is_found(published: dict[str, bytes]) -> None:
    """Each number of the workbook is compared, and a value where none is, is told."""
    path = "ro/index/table-hicp.xlsx"
    for old, new, code in ((b"<v>1.8</v>", b"<v>1.9</v>", "V905"), (b"<c/>", b"<c><v>7</v></c>", "V907")):
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(published[path])) as book, zipfile.ZipFile(out, "w") as other:
            for name in book.namelist():
                other.writestr(name, book.read(name).replace(old, new))
        assert {(one.code, one.place.path) for one in read_back({**published, path: out.getvalue()})} == {(code, path)}
    cut = published[path].replace(b"<c/>", b"    ")
    assert {one.code for one in read_back({**published, path: cut})} == {"V907"}


def test_the_line_of_a_cell_is_that_of_its_row(published: dict[str, bytes]) -> None:
    """What differs in a data file is told at the line of its row."""
    path = "ro/index/table-hicp.json"
    text = published[path].decode().replace('"value": 1.8', '"value": 1.9', 1)
    lines = [one.place.line for one in read_back({**published, path: text.encode()}) if one.place.path == path]
    row = next(number for number, line in enumerate(text.split("\n"), start=1) if line.startswith('{"id": "de"'))
    assert lines
    assert set(lines) == {row}


def test_a_figure_is_computed_from_cells(tmp_path: Path) -> None:
    """What follows from cells is computed like any figure, proven by them, and computed again by `verify`."""
    files = {path: text for path, text in TABLE_SITE.items() if not path.startswith("content/en/")}
    result = build(write_site(tmp_path, {**files, "content/ro/index.md": COMPUTED}), Options())
    assert [one.code for one in result.problems] == []
    assert result.proofs.none == 0
    page = result.artifacts["ro/index.html"].decode()
    assert 'value="-0.5"' in page
    assert 'href="#hicp.ro.2024-09"' in page
    data = result.artifacts["ro/index/figures.csv"].decode()
    assert "index/hicp.ro.2024-09 index/hicp.ro.2024-08" in data
    assert read_back(result.artifacts) == []
