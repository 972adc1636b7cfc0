"""The files of charts: data as CSV, drawing as SVG."""

import csv
import io
import re
import xml.etree.ElementTree as ET

import pytest

from factsheet.checks.verify import read_back
from tests.exhibits import gallery

CHARTS = ("money", "yearly", "course", "both", "small", "grouped", "stacked", "change", "exact", "cases", "calendar")


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("tag", ["ro", "ar"])
def test_a_drawing_stands_alone(tag: str, name: str) -> None:
    """It is well-formed, knows no style sheet, has its title, and says the values and where it comes from."""
    drawn = gallery().text(f"{tag}/index/chart-{name}.svg")
    root = ET.fromstring(drawn)  # noqa: S314 - made here
    assert re.findall(r'<(?:line|rect|path|text) class=|style|\drem"', drawn) == []
    assert next(iter(root)).text
    assert f"/{tag}/#_chart-{name}" in drawn


def test_data_has_a_line_for_each_value() -> None:
    """The id, the words of its series, the time, the value for programs and that for readers."""
    rows = list(csv.reader(io.StringIO(gallery().text("ro/index/chart-both.csv").replace("\u00a0", " "))))
    assert rows[0] == ["id", "label", "at", "value", "text"]
    assert rows[1] == ["arrests@2021", "Arestări", "2021", "310", "310 arestări"]
    assert rows[-1] == ["released", "Eliberări dintre persoanele arestate", "1 iun. 2025", "310", "310 arestări"]


def test_each_chart_leads_to_its_files() -> None:
    """Below it, beside the source."""
    html = gallery().text("ro/index.html")
    assert '<a href="index/chart-money.csv" download aria-label="CSV: Bani">CSV</a>' in html
    assert '<a href="index/chart-money.svg" download aria-label="SVG: Bani">SVG</a>' in html


def test_a_chart_can_be_framed() -> None:
    """It has a page of its own, which looks as on the sheet, says its source and leads back to it."""
    html = gallery().text("ar/embed/chart.money/index.html")
    assert "<h1>الأموال</h1>" in html
    assert html.count("<h1") == 1
    assert 'href="https://facts.example/atlas/ar/#_chart-money"' in html
    assert "<cite" in html
    assert "/ar/embed/chart.money/" in gallery().text("ar/index.html")


def test_a_wrong_digit_in_the_data_is_found() -> None:
    """The data of a chart are held against all other files; a figure that these do not know is told."""
    path, files = "ro/index/chart-both.csv", gallery().files
    for old, new, code in ((b",640,", b",641,", "V905"), (b"arrests@2022", b"arrests@2027", "V909")):
        changed = {**files, path: files[path].replace(old, new)}
        assert changed[path] != files[path]
        assert code in {problem.code for problem in read_back(changed)}
