"""Tables with intervals, groups of columns and many rows: on the page, in the data files, and read back."""

import csv
import io
import json
import re

import pytest

from factsheet.builder.options import Options
from factsheet.builder.pipeline import build, check
from factsheet.checks.verify import read_back
from tests.support import SETTINGS, write_site

SHEET = """---
title: Estimări
sources:
  stat: {title: Institutul de statistică, lang: ro}
tables:
  rates:
    file: data/rates.csv
    title: Rata pe ani
    kind: number
    columns:
      2023: {low: 2023 low, high: 2023 high}
      2024: {low: 2024 low, high: 2024 high}
      plan: Plan
    groups:
      - {id: seen, title: Estimate, columns: [2023, 2024]}
    source: stat
    archive: sources/rates.csv
---
În nord rata a fost de {{ rates[r1, 2024] }}.

{{ table rates }}
"""

ENGLISH = """---
title: Estimates
tables:
  rates:
    title: Rate by year
    columns: {plan: Plan}
    groups: [{id: seen, title: Estimated}]
---
In the north the rate was {{ rates[r1, 2024] }}.

{{ table rates }}
"""

HEAD = "area,2023,2023 low,2023 high,2024,2024 low,2024 high,plan\n"
DATA = HEAD + "".join(f"r{row},3.4,3.1,3.9,{row}.5,{row}.25,{row}.75,{row}\n" for row in range(1, 21))

SITE = {
    "site.toml": SETTINGS,
    "content/ro/index.md": SHEET,
    "content/en/index.md": ENGLISH,
    "data/rates.csv": DATA,
    "sources/rates.csv": DATA,
}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of the site."""
    result = build(write_site(tmp_path_factory.mktemp("site"), SITE), Options())
    assert not result.has_errors, [str(one) for one in result.problems]
    return dict(result.artifacts)


def test_an_estimate_is_shown_with_its_interval(published: dict[str, bytes]) -> None:
    """The ends stand behind the value, in the table and in the sentence; they are no columns of the page."""
    page = published["ro/index.html"].decode().replace("\u00a0", " ")
    assert page.count("1,5 [1,25–1,75]") >= 2
    assert "2024 low" not in page


def test_machines_are_told_the_interval(published: dict[str, bytes]) -> None:
    """The CSV has the ends in columns beside their value, the JSON with the cell; all descriptions name them."""
    rows = list(csv.reader(io.StringIO(published["en/index/table-rates.csv"].decode(), newline="")))
    assert rows[0] == ["area", "name", *HEAD.strip().split(",")[1:]]
    assert rows[1] == ["r1", "r1", "3.4", "3.1", "3.9", "1.5", "1.25", "1.75", "1"]
    told = json.loads(published["en/index/table-rates.json"])
    assert told["rows"][0]["cells"]["2024"]["interval"] == {"low": 1.25, "high": 1.75}
    assert told["groups"] == [{"id": "seen", "title": "Estimated", "columns": ["2023", "2024"]}]
    described = json.loads(published["en/index/table-rates.csv-metadata.json"])["tableSchema"]["columns"]
    assert [one["titles"][0] for one in described] == rows[0]
    package = json.loads(published["en/datapackage.json"])["resources"][1]
    assert [one["name"] for one in package["schema"]["fields"]] == rows[0]


def test_a_group_stands_above_its_columns(published: dict[str, bytes]) -> None:
    """Its heading is as wide as its columns, in the words of each language."""
    head = re.findall(r"<thead><tr>.*?</tr>", published["en/index.html"].decode())
    assert head == ['<thead><tr><td></td><th scope="colgroup" colspan="2">Estimated</th><td></td></tr>']


def test_a_long_table_can_be_folded(published: dict[str, bytes]) -> None:
    """All rows stand on the page; the button that script folds them with is hidden without script."""
    page = published["en/index.html"].decode()
    assert page.count('<tr id="rates.r') == 20
    assert "data-long" in page
    assert '<p class="unfold" hidden><button type="button">Show all rows</button></p>' in page


def test_a_row_has_an_address(published: dict[str, bytes]) -> None:
    """Links may lead to each row, and script makes its name such a link."""
    page = published["en/index.html"].decode()
    assert '<tr id="rates.r2"><th scope="row"><a href="#rates.r2">r2</a></th>' in page


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("en/index/table-rates.csv", "1.25,1.75", "1.25,1.85"),
        ("en/index/table-rates.json", '"low": 1.25', '"low": 1.2'),
        ("en/index.html", "1.5 [1.25–1.75]", "1.5 [1.25–1.85]"),
    ],
)
def test_a_wrong_end_is_found(published: dict[str, bytes], path: str, old: str, new: str) -> None:
    """One digit of an interval that differs is told in its file."""
    text = published[path].decode().replace("\u00a0", " ")
    assert old in text
    assert read_back(published) == []
    assert path in {one.place.path for one in read_back({**published, path: text.replace(old, new, 1).encode()})}


def test_faults_of_intervals_and_groups_have_their_place(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Ends that do not hold the value, columns that are not there, an archive that differs, groups that stand apart."""
    found = {}
    for name, path, old, new in (
        ("outside", "data/rates.csv", "r1,3.4,3.1", "r1,3.4,3.5"),
        ("one end", "data/rates.csv", "r1,3.4,3.1", "r1,3.4,:"),
        ("column", "content/ro/index.md", "low: 2024 low", "low: 2024 lo"),
        ("archive", "sources/rates.csv", "r1,3.4,3.1", "r1,3.4,3.2"),
        ("apart", "content/ro/index.md", "[2023, 2024]", "[2023, plan]"),
        ("strange", "content/ro/index.md", "[2023, 2024]", "[2023, 2025]"),
    ):
        text = SITE[path].replace(old, new)
        assert text != SITE[path]
        mark = 'title: Rata pe ani\n    missing: {":": fără}'
        files = {**SITE, path: text}
        files["content/ro/index.md"] = files["content/ro/index.md"].replace("title: Rata pe ani", mark)
        if name in {"outside", "one end"}:
            files["sources/rates.csv"] = text
        root = write_site(tmp_path_factory.mktemp("faulty"), files)
        found[name] = sorted(
            {
                f"{one.code} {one.place}"
                for one in check(root, Options()).problems
                if one.code[0] == "D" and one.code != "D120"
            }
        )
    assert found == {
        "outside": ["D125 data/rates.csv:2:8"],
        "one end": ["D125 data/rates.csv:2:8"],
        "column": ["D115 content/ro/index.md:13:19"],
        "archive": ["D121 data/rates.csv:2:8"],
        "apart": ["D126 content/ro/index.md:16:46"],
        "strange": ["D118 content/ro/index.md:16:46"],
    }
