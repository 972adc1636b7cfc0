"""Charts draw cells of tables: some that are named, or those of a whole column or row."""

import re
from pathlib import Path

import pytest

from factsheet.builder.options import Options
from factsheet.builder.pipeline import build, check
from factsheet.checks.verify import read_back
from tests.support import write_site
from tests.tabulated import ROMANIAN, TABLE_SITE

RO = "content/ro/index.md"
CHART = "charts:\n  - {id: c, type: bars, title: Pe țări, metrics: [CELLS]}\nsources:"


def site(root: Path, cells: str) -> Path:
    """The site with a chart of cells, in Romanian alone."""
    files = {path: text for path, text in TABLE_SITE.items() if not path.startswith("content/en/")}
    return write_site(root, {**files, RO: ROMANIAN.replace("sources:", CHART.replace("CELLS", cells))})


@pytest.mark.parametrize(
    ("cells", "labels"),
    [
        ('"hicp[*, 2024-08]"', ["România", "Germania"]),
        ('"hicp[ro, 2024-08]", "hicp[de, 2024-08]"', ["România", "Germania"]),
        ('"hicp[ro, 2024-08]", "hicp[ro, 2024-09]"', ["august 2024", "septembrie 2024"]),
    ],
)
def test_a_chart_draws_cells(tmp_path: Path, cells: str, labels: list[str]) -> None:
    """Rows have their own names alone; missing values and the total are left out; the drawing reads back."""
    result = build(site(tmp_path, cells), Options())
    assert [one.code for one in result.problems] == []
    page = result.artifacts["ro/index.html"].decode()
    data = page[page.index('id="_chart-c"') :]
    assert re.findall("<dt>(.*?)</dt>", data.partition("</figure>")[0]) == labels
    assert read_back(result.artifacts) == []


@pytest.mark.parametrize(
    ("cells", "codes"),
    [
        ('"hicp[*, 2024-07]"', ["R521"]),
        ('"hicp[xx, *]"', ["R521"]),
        ('"hcip[*, 2024-08]"', ["R520"]),
    ],
)
def test_a_chart_of_cells_that_are_not_there_is_told(tmp_path: Path, cells: str, codes: list[str]) -> None:
    """Unknown tables, rows and columns of a chart are told like those of a sentence."""
    problems = check(site(tmp_path, cells), Options()).problems
    assert [one.code for one in problems if one.code[0] == "R"] == codes
