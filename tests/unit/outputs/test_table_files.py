"""The files of a table: CSV, JSON, CSVW and the data package tell the same, in every language."""

import csv
import io
import json
import re
import zipfile
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
    assert [one["titles"][1:] for one in columns] == [["Țara"], [], ["august 2024"], ["septembrie 2024"], ["Pondere"]]
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


def test_the_workbook_has_numbers_as_numbers(published: dict[str, bytes]) -> None:
    """Heads and names are in the language, each value is a number of the workbook, a missing one an empty cell."""
    with zipfile.ZipFile(io.BytesIO(published["ro/index/table-hicp.xlsx"])) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert re.findall(r"<t [^>]*>(.*?)</t>", sheet)[:4] == ["Țara", "august 2024", "septembrie 2024", "Pondere"]
    assert re.findall(r"<v>(.*?)</v>", sheet) == ["5.3", "4.8", "40", "2", "1.8", "60", "3.1", "0", "3.3", "3", "100"]
    assert sheet.count("<c/>") == 1


def test_a_table_is_a_data_set_for_search_engines(published: dict[str, bytes]) -> None:
    """The graph of the page names the table, what its columns measure, its source and its files."""
    script = re.search(
        r'<script type="application/ld\+json">(.*?)</script>', published["en/index.html"].decode(), re.DOTALL
    )
    assert script is not None
    nodes = {node["@id"]: node for node in json.loads(script[1])["@graph"]}
    told = nodes["https://facts.example/en/#hicp"]
    assert (told["@type"], told["name"]) == ("Dataset", "Annual rate of inflation")
    assert told["variableMeasured"][0] == {"@type": "PropertyValue", "name": "August 2024", "unitText": "%"}
    assert told["isBasedOn"] == {"@id": "https://facts.example/en/#_source-1"}
    assert [one["contentUrl"].rpartition("/")[2] for one in told["distribution"]] == [
        "table-hicp.xlsx",
        "table-hicp.csv",
        "table-hicp.json",
    ]
    assert {path.rpartition("/")[2] for path in published} >= {"table-hicp.xlsx", "table-hicp.csv", "table-hicp.json"}


def test_a_table_can_be_framed(published: dict[str, bytes]) -> None:
    """It has a page of its own with a way back, and the sheet has the code to copy."""
    frame = published["en/embed/table.hicp/index.html"].decode()
    assert "<h1>Annual rate of inflation</h1>" in frame
    assert 'data-metric="hicp[de, 2024-09]" data-form="number" value="1.8">1.8<' in frame
    assert 'href="https://facts.example/en/#hicp"' in frame
    assert " id=" not in frame.partition("<table>")[2]
    assert "&lt;iframe src=&#34;https://facts.example/en/embed/table.hicp/" in published["en/index.html"].decode()
