"""Earlier values of a metric from a file: a table of two columns, proven by the publisher's own."""

from pathlib import Path

import pytest

from factsheet.builder.options import Options
from factsheet.builder.pipeline import build, check
from factsheet.checks.verify import read_back
from tests.support import SETTINGS, write_site

SHEET = """---
title: Seri
sources: {s: {title: Raport, lang: ro}}
metrics:
  x:
    value: 24
    as_of: 2025
    label: Seri
    source: s
    quote: "24 de seri"
    history: HISTORY
charts:
  - {id: c, type: line, title: Seri pe ani, metrics: [x]}
---
{{ x }}.
"""
DATA = "an,seri\n2022,18\n2023,20\n2024-Q3,22\n"
FILED = "{file: data/x.csv, archive: sources/x.csv}"


def site(root: Path, history: str = FILED, data: str = DATA, archive: str = DATA) -> Path:
    """A site with the history of one metric."""
    files = {"data/x.csv": data, "sources/x.csv": archive, "content/ro/index.md": SHEET.replace("HISTORY", history)}
    return write_site(root, {"site.toml": SETTINGS, **files})


def test_a_file_holds_the_history_of_a_figure(tmp_path: Path) -> None:
    """Its values are drawn, published and read back like those of front matter, and count as proven."""
    result = build(site(tmp_path), Options())
    assert [one.code for one in result.problems] == []
    assert (result.proofs.full, result.proofs.none) == (3, 0)
    told = result.artifacts["ro/index/history.csv"].decode()
    assert [line.split(",")[2] for line in told.splitlines()[1:]] == ["2022", "2023", "2024-Q3"]
    assert read_back(result.artifacts) == []


@pytest.mark.parametrize(
    ("history", "data", "archive", "expected"),
    [
        ("data/x.csv", DATA, DATA, ["D123 content"]),
        (FILED, DATA, DATA.replace("20\n", "21\n"), ["D121 data"]),
        (FILED, DATA.replace("2023", "anul 2023"), DATA, ["D124 data"]),
        (FILED, DATA.replace(",20\n", ",2O\n"), DATA, ["D110 data"]),
        (FILED, "an,a,b\n2022,1,2\n", "an,a,b\n2022,1,2\n", ["D124 data"]),
        ("{file: data/y.csv}", DATA, DATA, ["D101 content"]),
        ("{file: data/x.csv, archiv: sources/x.csv}", DATA, DATA, ["F007 content"]),
        ("x.csv", DATA, DATA, ["D101 content"]),
        (FILED, DATA.replace("2024-Q3,22", "2025,25"), DATA.replace("2024-Q3,22", "2025,25"), ["D132 data"]),
        (FILED, DATA.replace("2024-Q3,22", "2025,24"), "Jahr;Anzahl\n2023;20\n2022;18\n2025;24\n", []),
    ],
)
def test_what_is_wrong_with_a_file_of_values_is_told(
    tmp_path: Path, history: str, data: str, archive: str, expected: list[str]
) -> None:
    """Files without an archive, other values in it, cells that are no numbers, times that are none, more columns."""
    problems = check(site(tmp_path, history, data, archive), Options()).problems
    found = [f"{one.code} {one.place.path.partition('/')[0]}" for one in problems if one.code[0] in "DF"]
    assert sorted(found) == expected
