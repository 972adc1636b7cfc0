"""The earlier values of figures, published."""

import csv
import io
import json
from collections.abc import Mapping

import pytest

from factsheet.checks.verify import read_back
from factsheet.outputs.histories import COLUMNS
from tests.exhibits import Exhibit, example


@pytest.fixture(scope="module")
def library() -> Exhibit:
    """The example of a library, which has a figure with a history."""
    return example("library")


def _rows(library: Exhibit, path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(library.text(path), newline="")))


def test_tables_hold_each_value_with_its_passage(library: Exhibit) -> None:
    """The table of the sheet and that of the language hold the same rows; a sheet without earlier values has none."""
    rows = _rows(library, "en/history.csv")
    assert tuple(rows[0]) == COLUMNS
    assert [(row["id"], row["when"], row["value"], row["text"]) for row in rows] == [
        ("events", "2023", "18", "18 reading evenings"),
        ("events", "2024", "24", "24 reading evenings"),
    ]
    assert all("24 în 2024" in row["quote"] and row["source_title"] for row in rows)
    assert library.text("en/index/history.csv") == library.text("en/history.csv")
    assert "en/bani/history.csv" not in library.files


def test_the_package_and_its_description_name_the_table(library: Exhibit) -> None:
    """Tools that load the package or follow CSVW find the table and its key."""
    package = json.loads(library.text("ro/datapackage.json"))
    resource = next(one for one in package["resources"] if one["name"] == "history")
    assert resource["schema"]["primaryKey"] == ["sheet", "id", "when"]
    assert [field["name"] for field in resource["schema"]["fields"]] == list(COLUMNS)
    described = json.loads(library.text("ro/history.csv-metadata.json"))
    assert described["url"] == "history.csv"


def _tampered(library: Exhibit, path: str, old: str, new: str) -> Mapping[str, bytes]:
    text = library.text(path)
    assert old in text
    return {**library.files, path: text.replace(old, new).encode()}


@pytest.mark.parametrize(
    ("path", "old", "new", "codes"),
    [
        ("en/history.csv", "count,18,", "count,81,", {"V904", "V905"}),
        ("ro/figures.json", '"when": "2023", "value": 18', '"when": "2023", "value": 81', {"V904", "V905"}),
        (
            "ro/index.html",
            'events@2023" value="18"',
            'events@2023" value="81"',
            {"V904", "V905"},
        ),
        ("ro/index.html", "events@2023", "events@2022", {"V909"}),
        ("en/history.csv", "sheet,id,when", "sheet,id,since", {"V907"}),
    ],
)
def test_published_values_are_verified(library: Exhibit, path: str, old: str, new: str, codes: set[str]) -> None:
    """A value that differs between page, CSV and JSON, or from its own text, is found."""
    assert codes <= {problem.code for problem in read_back(_tampered(library, path, old, new))}
