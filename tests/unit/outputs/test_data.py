"""Figures to take away, as CSV and JSON."""

import csv
import io
import json
import re
from decimal import Decimal
from typing import Any

import jsonschema
import pytest

from factsheet.content.model import BOUNDS, OPERATIONS, SELECTIONS
from factsheet.outputs.data import COLUMNS, READ_BY_PEOPLE
from tests.rich_site import INDEX, build_rich, rich_site
from tests.unit.outputs.test_data_workbook import cells as workbook_cells


def read_json(path: str) -> dict[str, Any]:
    """A JSON file of the site, its numbers exact."""
    read: dict[str, Any] = json.loads(rich_site().files[path], parse_float=Decimal)
    return read


def read_csv(data: bytes) -> list[list[str]]:
    """A table, header included."""
    return list(csv.reader(io.StringIO(data.decode(), newline="")))


def test_every_file_keeps_the_published_schema() -> None:
    """The JSON of each language and sheet is valid by the schema that is published beside it."""
    published = read_json("figures.schema.json")
    jsonschema.Draft202012Validator.check_schema(published)
    figure = published["properties"]["sheets"]["items"]["properties"]["figures"]["items"]["properties"]
    assert figure["bound"]["enum"] == list(BOUNDS)
    assert figure["operation"]["enum"] == [None, *OPERATIONS, *SELECTIONS]
    paths = [path for path in rich_site().files if path.endswith("figures.json")]
    assert len(paths) == 12
    for path in paths:
        jsonschema.validate(json.loads(rich_site().files[path]), published)


def test_values_are_plain_numbers_and_dates() -> None:
    """A count is a number, a share has its point, a period its two ends, a date is written as ISO 8601 has it."""
    (index, about, more) = read_json("ro/figures.json")["sheets"]
    values = {figure["id"]: figure["value"] for figure in index["figures"]}
    assert values == {
        "arrests": 1209,
        "victims": 120000,
        "lost": Decimal("12.5"),
        "paid": 97000000,
        "years": {"low": 2024, "high": 2025},
        "founded": "2023-05-01",
    }
    assert [more["path"], about["path"]] == ["more", "about"]
    assert about["figures"] == []


def test_words_are_those_of_the_language_and_values_those_of_all() -> None:
    """Languages differ in text, label and address, and in nothing else that is told of a figure."""
    told = {tag: read_json(f"{tag}/figures.json")["sheets"][0]["figures"] for tag in ("ro", "en", "ar")}
    own = {"text", "number", "full", "short", "label", "url"}
    same = [
        [{key: value for key, value in figure.items() if key not in own} for figure in figures]
        for figures in told.values()
    ]
    assert same[0] == same[1] == same[2]
    assert told["en"][0]["text"] == "1,209 arrests"
    assert told["en"][0]["url"] == "https://facts.example/atlas/en/#arrests"


def test_the_table_is_csv_as_rfc_4180_has_it() -> None:
    """UTF-8 without a byte-order mark, lines that end in CR LF, a header, as many cells in each row."""
    for path in ("ro/figures.csv", "ar/figures.csv", "en/more/figures.csv"):
        data = rich_site().files[path]
        assert data.startswith(b"sheet,id,")
        assert data.endswith(b"\r\n")
        assert b"\n" not in data.replace(b"\r\n", b"")
        rows = read_csv(data)
        assert rows[0] == list(COLUMNS)
        assert {len(row) for row in rows} == {len(COLUMNS)}


def test_table_and_tree_say_the_same() -> None:
    """Each row of the CSV has what the JSON has, in order; a span stands in two columns."""
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in read_csv(rich_site().files["ro/figures.csv"])[1:]]
    figures = [figure for sheet in read_json("ro/figures.json")["sheets"] for figure in sheet["figures"]]
    assert len(rows) == len(figures) == 7
    for row, figure in zip(rows, figures, strict=True):
        for key in ("id", "kind", "bound", "text", "number", "full", "short", "label", "url"):
            assert row[key] == figure[key]
        ends = figure["value"] if isinstance(figure["value"], dict) else {"low": "", "high": ""}
        assert (row["low"], row["high"]) == (str(ends["low"]), str(ends["high"]))
        assert row["value"] == ("" if isinstance(figure["value"], dict) else str(figure["value"]))
        assert row["source_title"] == figure["source"]["title"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_cell_is_a_formula(start: str) -> None:
    """Text that a spreadsheet would take for a formula gains an apostrophe; the JSON keeps it as it is."""
    text = INDEX.replace("label: Pierderi", f"label: '{start}cmd|x'")
    site = build_rich({"content/ro/index.md": text})
    (row,) = [row for row in read_csv(site.files["ro/figures.csv"]) if row[1] == "lost"]
    assert row[COLUMNS.index("label")] == f"'{start}cmd|x"
    assert f'"label": "{start}cmd|x"'.encode() in site.files["ro/figures.json"]


def test_a_negative_number_is_no_formula() -> None:
    """The minus sign of a value is kept as it is."""
    text = INDEX.replace("kind: percent\n    bound: up-to", "kind: percent").replace("value: 12.5", "value: -12.5")
    site = build_rich({"content/ro/index.md": text.replace("până la 12,5 %", "-12,5 %")})
    (row,) = [row for row in read_csv(site.files["en/figures.csv"]) if row[1] == "lost"]
    assert row[COLUMNS.index("value")] == "-12.5"


def test_the_workbook_has_the_figures_of_the_table() -> None:
    """Each figure of a language stands in its workbook, in the order of the CSV file, and plain numbers are numbers."""
    head, *rows = read_csv(rich_site().files["ro/figures.csv"])
    (names, *cells) = workbook_cells(rich_site().files["ro/figures.xlsx"])
    assert [text for _, text in names] == list(READ_BY_PEOPLE)
    place = READ_BY_PEOPLE.index("value")
    assert [row[place][1] for row in cells] == [row[head.index("value")] for row in rows]
    assert {kind for kind, text in (row[place] for row in cells) if re.fullmatch(r"-?[0-9.]+", text)} == {"n"}
