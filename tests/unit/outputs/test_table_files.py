"""The files of a table: CSV, JSON, CSVW and the data package tell the same, in every language."""

import csv
import io
import json
from pathlib import Path

import pytest

from factsheet.builder.options import Options
from factsheet.builder.pipeline import build
from tests.support import write_site
from tests.tabulated import TABLE_SITE


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of the site with a table."""
    return dict(build(write_site(tmp_path_factory.mktemp("site"), TABLE_SITE), Options()).artifacts)


def test_the_csv_holds_machine_numbers(published: dict[str, bytes]) -> None:
    """Each row has its key, its name in the language and plain numbers; a missing value is an empty cell."""
    rows = list(csv.reader(io.StringIO(published["ro/index/table-hicp.csv"].decode(), newline="")))
    assert rows == [
        ["geo", "name", "2024-08", "2024-09", "weight"],
        ["ro", "România", "5.3", "4.8", "40"],
        ["de", "Germania", "2", "1.8", "60"],
        ["gr", "Grecia", "", "3.1", "0"],
        ["eu", "Uniunea Europeană", "3.3", "3", "100"],
    ]


def test_the_json_says_each_cell_as_the_language_does(published: dict[str, bytes]) -> None:
    """Values are numbers, texts those of the language, and a missing value says what its mark means."""
    told = json.loads(published["en/index/table-hicp.json"])
    assert (told["sheet"], told["id"], told["title"]) == ("index", "hicp", "Annual rate of inflation")
    assert told["compared"] == {"cells": 11, "agreed": 11}
    assert [one["label"] for one in told["columns"]] == ["August 2024", "September 2024", "Weight"]
    assert told["rows"][0]["cells"]["2024-09"] == {"value": 4.8, "text": "4.8%", "number": "4.8"}
    assert told["rows"][2]["cells"]["2024-08"] == {"missing": "no data"}


def test_metadata_describe_the_columns(published: dict[str, bytes]) -> None:
    """CSVW knows each column by its head in the file and by its words; the package lists the table."""
    described = json.loads(published["ro/index/table-hicp.csv-metadata.json"])
    columns = described["tableSchema"]["columns"]
    assert [one["titles"][0] for one in columns] == ["geo", "name", "2024-08", "2024-09", "weight"]
    assert columns[2]["titles"][1] == "august 2024"
    assert columns[2]["dc:description"] == "%"
    package = json.loads(published["ro/datapackage.json"])
    assert [one["path"] for one in package["resources"]] == ["figures.csv", "index/table-hicp.csv", "figures.json"]


def test_a_sheet_without_tables_has_no_such_files(tmp_path: Path) -> None:
    """Nothing is made of a sheet that declares no table."""
    files = {path: text for path, text in TABLE_SITE.items() if path == "site.toml"}
    plain = "---\ntitle: Un titlu\n---\nText.\n"
    made = build(write_site(tmp_path, {**files, "content/ro/index.md": plain}), Options()).artifacts
    assert made
    assert not [path for path in made if "table-" in path]
