"""What a table was asked stands on the page in each language, and is answered again from the published cells."""

import json
import re

import pytest

from factsheet.builder.options import Options
from factsheet.builder.pipeline import build
from factsheet.checks.verify import read_back
from tests.support import write_site
from tests.tabulated import ASKED


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of the site whose table is asked."""
    return dict(build(write_site(tmp_path_factory.mktemp("site"), ASKED), Options()).artifacts)


def text(page: bytes) -> str:
    """What a reader sees of a page, with plain spaces."""
    return re.sub(r"<[^>]+>", "", page.decode()).replace("\u00a0", " ")


def test_each_language_says_the_answers(published: dict[str, bytes]) -> None:
    """Ranks, changes, names of rows and counted nouns are those of the language."""
    assert (
        "România este pe locul 1, schimbarea este de -0,5 puncte procentuale, maximul este 4,8 % în România, "
        "peste doi: 2 țări." in text(published["ro/index.html"])
    )
    assert (
        "Romania is 1st, the change is -0.5 percentage points, the most is 4.8% in Romania, above two: 2 countries."
        in text(published["en/index.html"])
    )


def test_machines_are_told_what_was_asked(published: dict[str, bytes]) -> None:
    """The id is the question, the parts are the cells it was answered from."""
    figures = json.loads(published["en/figures.json"])["sheets"][0]["figures"]
    told = {one["id"]: (one["value"], one["operation"], one["parts"]) for one in figures}
    assert told["hicp[ro, 2024-09].rank"] == (1, "rank_of", ["index/hicp.ro.2024-09", "index/hicp.*.2024-09"])
    assert told["hicp.count(2024-09 > 2)"] == (2, "count_of", ["index/hicp.*.2024-09"])
    assert told["hicp[ro, 2024-09].change(2024-08)"][1] == "difference_of"


def test_the_page_shows_whence_an_answer_comes(published: dict[str, bytes]) -> None:
    """The greatest leads to its cell, a rank and a count say of how many."""
    page = published["en/index.html"].decode()
    assert 'max = <a href="#hicp.ro.2024-09" title="Annual rate of inflation · Romania · September 2024">' in page
    assert '<data value="1">1</data>\u00a0/\u00a0<data value="3">3</data>' in page
    assert '<data value="2">2</data>\u00a0/\u00a0<data value="3">3</data>' in page
    assert "Annual rate of inflation · Romania · August 2024 – September 2024" in page


def test_answers_read_back(published: dict[str, bytes]) -> None:
    """Nothing is told of the site as it was made."""
    assert read_back(published) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("figures.json", '"id": "hicp.max(2024-09)", "kind": "percent", "value": 4.8',
         '"id": "hicp.max(2024-09)", "kind": "percent", "value": 4.7', "V910"),
        ("figures.json", '"id": "hicp[ro, 2024-09].rank", "kind": "rank", "value": 1',
         '"id": "hicp[ro, 2024-09].rank", "kind": "rank", "value": 2', "V910"),
        ("figures.json", '"operation": "count_of"', '"operation": "max_of"', "V910"),
        ("index.html", 'data-form="row" value="ro">Rom', 'data-form="row" value="de">Rom', "V904"),
        ("index.html", 'data-metric="hicp.max(2024-09)" data-form="row"',
         'data-metric="hicp.max(2024-08)" data-form="row"', "V909"),
    ],
)  # fmt: skip
def test_a_wrong_answer_is_found(published: dict[str, bytes], name: str, old: str, new: str, code: str) -> None:
    """A value, an operation or the name of a row that does not follow from the published cells is told."""
    changed = {
        path: data.decode().replace(old, new).encode() for path, data in published.items() if path.endswith(name)
    }
    assert old in published[f"ro/{name}"].decode()
    assert code in {one.code for one in read_back({**published, **changed})}


def test_a_cell_that_was_changed_everywhere_contradicts_the_answers(published: dict[str, bytes]) -> None:
    """Whoever makes another value the greatest in all files of the table has the answers against them."""
    changed = {
        path: data.replace(b'"value": 1.8,', b'"value": 5.8,').replace(b",1.8,60", b",5.8,60")
        for path, data in published.items()
        if "/table-hicp." in path
    }
    assert "V910" in {one.code for one in read_back({**published, **changed})}
