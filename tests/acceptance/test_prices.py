"""A table of 243 cells in four languages, each cell proven, and wrong digits found wherever they stand."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from factsheet.builder.options import Options
from factsheet.builder.pipeline import check
from factsheet.checks.verify import read_back
from factsheet.checks.verify.pages import PublishedFigure, read_page
from tests.exhibits import example
from tests.support import write_site

ROOT = Path(__file__).resolve().parents[2] / "examples/prices"
LANGUAGES = ("ro", "en", "ar", "ja")


def cells(language: str) -> Iterator[PublishedFigure]:
    """The cells of the table as a reader of the language sees them."""
    page = read_page(example("prices").files[f"{language}/index.html"].decode())
    return (mark for mark in page.marks if mark.metric.startswith("inflation[") and mark.form == "number")


def of_language(language: str) -> dict[str, bytes]:
    """The published files of one language, and those of none."""
    every = example("prices").files.items()
    return {path: data for path, data in every if path.startswith(f"{language}/") or "/" not in path}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cell_stands_in_every_language(language: str) -> None:
    """All 243 cells are on the page, in the CSV with the same values, and proven."""
    shown = {mark.metric: mark.value for mark in cells(language)}
    data = example("prices").files[f"{language}/index/table-inflation.csv"].decode()
    rows = list(csv.DictReader(io.StringIO(data, newline="")))
    told = {
        f"inflation[{row['territory']}, {column}]": value
        for row in rows
        for column, value in row.items()
        if column not in {"territory", "name"}
    }
    assert len(shown) == len(told) == 27 * 9
    assert shown == told
    assert b">243/243<" in example("prices").files[f"{language}/index.html"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ro", ("-0,2 puncte procentuale", "locul 9", "6,0 %", "Bulgaria", "-0,1 %", "Cipru")),
        ("en", ("-0.2 percentage points", "9th", "6.0%", "Bulgaria", "-0.1%", "Cyprus")),
        ("ar", ("-0.2 نقطة مئوية", "المرتبة 9", "6.0%", "بلغاريا", "-0.1%", "قبرص")),
        ("ja", ("-0.2パーセントポイント", "9位", "6.0%", "ブルガリア", "-0.1%", "キプロス")),
    ],
)
def test_the_table_answers_in_every_language(language: str, said: tuple[str, ...]) -> None:
    """The change since January, the rank, the greatest and the least rate are computed from the cells, and named."""
    text = re.sub(r"<[^>]*>|[\u200e\u200f\u061c]", "", example("prices").files[f"{language}/index.html"].decode())
    assert [one for one in said if one not in text.replace("\u00a0", " ").replace("\u2060", "")] == []


def test_names_come_from_cldr() -> None:
    """No sheet gives a name of a country, and each language has its own."""
    pages = [example("prices").files[f"{language}/index.html"].decode() for language in LANGUAGES]
    for page, name in zip(pages, ("Țările de Jos", "Netherlands", "هولندا", "オランダ"), strict=True):
        assert f">{name}</a></th>" in page
    texts = [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("content/*/index.md"))]
    assert all("rows:" not in text.partition("\ntables:")[2] for text in texts)


def test_a_table_takes_few_lines() -> None:
    """Ten lines of front matter declare the table, and fewer give its words in another language."""
    lengths = {path.parent.name: path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("content/*/index.md"))}
    declared = {tag: text.partition("tables:\n")[2].partition("---")[0].count("\n") for tag, text in lengths.items()}
    assert declared["ro"] == 11  # with the line of the id
    assert {declared[tag] for tag in ("en", "ar", "ja")} == {4}


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        ("data/inflation.csv", "5.3", "5.4", "D121"),
        ("sources/inflation-2025.csv", "5.3", "5.4", "D121"),
    ],
)
def test_a_wrong_digit_in_the_file_or_the_archive_is_found(
    tmp_path: Path, path: str, old: str, new: str, code: str
) -> None:
    """A digit that differs between the table and the publisher's file stops publication, at its line and column."""
    files = {
        file.relative_to(ROOT).as_posix(): file.read_bytes()
        for folder in ("content/ro", "data", "sources")
        for file in sorted((ROOT / folder).iterdir())
    }
    settings = (ROOT / "site.toml").read_bytes().partition(b"\n[title]")[0]
    changed = {**files, "site.toml": settings, path: files[path].replace(old.encode(), new.encode(), 1)}
    problems = check(write_site(tmp_path, changed), Options()).problems
    found = [one for one in problems if one.code == code]
    assert [one.place.path for one in found] == ["data/inflation.csv"]


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        ("ro/index.html", ">217<", ">317<", "V904"),
        ("ar/index.html", ">217<", ">317<", "V904"),
        ("en/embed/table.inflation/index.html", ">217<", ">317<", "V904"),
        ("en/index/table-inflation.csv", ",217,", ",317,", "V905"),
        ("ja/index/table-inflation.json", '"text": "217"', '"text": "317"', "V904"),
        ("en/index/chart-course.csv", ",1.7,", ",1.8,", "V905"),
        ("ro/index/chart-august.svg", ">2,5", ">2,6", "V904"),
        ("ja/index/chart-course.svg", ">4%<", ">5%<", "V904"),
    ],
)
def test_a_wrong_digit_in_what_is_published_is_found(path: str, old: str, new: str, code: str) -> None:
    """A digit changed in a page, a frame, the CSV, the JSON or a drawing of any language is told of there."""
    files = of_language(path.partition("/")[0])
    text = files[path].decode()
    assert old in text
    changed = {**files, path: text.replace(old, new, 1).encode()}
    assert code in {one.code for one in read_back(changed) if one.place.path == path}


@pytest.mark.parametrize(("path", "old"), [("en/index/table-inflation.xlsx", "217"), ("ja/figures.xlsx", "5.3")])
def test_a_wrong_digit_in_a_workbook_is_found(path: str, old: str) -> None:
    """A number changed in the workbook of a table or of all figures differs from the data beside it."""
    files = of_language(path.partition("/")[0])
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(files[path])) as book, zipfile.ZipFile(changed, "w") as other:
        for name in book.namelist():
            other.writestr(name, book.read(name).replace(f"<v>{old}</v>".encode(), b"<v>9.9</v>", 1))
    assert {one.code for one in read_back({**files, path: changed.getvalue()})} == {"V905"}
