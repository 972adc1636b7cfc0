"""Slips outside of sheets, by those who translate and those who keep a site: each is told once, with its answer.

Each table in `sites/` has rows that change the smallest site: the file, what stands in it, what is written instead,
and of the finding the code and words of the way out. `^` is the beginning of the file and `$` its end; where nothing
stands in it, the text is the whole file. `¦` stands where the caret is to be; where that is none of the words written,
the place stands at the end. `beside` holds what else the site of a row has, `around` what every site of a table has.
"""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from factsheet import library
from factsheet.builder.options import Options
from factsheet.content.sources import default_file
from factsheet.core.problems import Problem
from factsheet.tools.findings import told, words_of
from tests.slips.changing import Change, changed
from tests.support import SMALL_SITE, run_here, write_site

TABLES = [tomllib.loads(file.read_text("utf-8")) for file in sorted(Path(__file__).with_name("sites").iterdir())]
ROWS = {name: (table, row) for table in TABLES for name, row in table["slips"].items()}
RIGHT = {name: (table, rows) for table in TABLES for name, rows in table.get("right", {}).items()}
CARET = "¦"
UNTRANSLATED = {"T601", "T606", "T621"}


def _changed(file: str, old: str, new: str) -> str:
    return changed(SMALL_SITE.get(file) or (default_file(file) or b"").decode(), old, new)


def _site(table: Mapping[str, Any], changes: Iterable[Change]) -> dict[str, str]:
    written = {file: _changed(file, old, new) for file, old, new in changes}
    return {**SMALL_SITE, **table.get("around", {}), **written}


def _found(root: Path, files: Mapping[str, str | bytes]) -> list[Problem]:
    problems = library.check(write_site(root, files), Options(today=date(2026, 1, 1))).problems
    return [problem for problem in problems if problem.code not in UNTRANSLATED]


@pytest.mark.parametrize("name", ROWS)
def test_a_slip_is_told_once_where_it_was_made(tmp_path: Path, name: str) -> None:
    """One finding, with the code, line and column of the slip, and the way out."""
    table, (file, old, new, code, words, *place) = ROWS[name]
    before, _, after = _changed(file, old, new).partition(CARET)
    files = _site(table, [*table.get("beside", {}).get(name, ()), (file, "", before + after)])
    encoding = table.get("encodings", {}).get(name, "utf-8")
    (problem,) = _found(tmp_path, {**files, file: files[file].encode(encoding)})
    at = (place or [f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"])[0]
    assert (problem.code, str(problem.place)) == (code, at if at.count(":") > 1 else f"{file}:{at}")
    assert words in told(problem, words_of("en"))[1]


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_right_is_silent(tmp_path: Path, name: str) -> None:
    """No finding where nothing is wrong."""
    found = _found(tmp_path, _site(*RIGHT[name]))
    assert [f"{one.place} {one.code}" for one in found if one.code not in {"T607", "T622"}] == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("build --format json", "it belongs to other commands: check, export"),
        ("check --json", "did you mean --format json?"),
        ("build --langs hu", "did you mean --locale?"),
        ("build --lang hu", "--locale names a language of the site"),
        ("status --locale hu", "it belongs to other commands: build, check, serve, read"),
        ("new locale ua", "did you mean uk?"),
        ("hosting nginx --folder srv/facts", "did you mean --folder /srv/facts?"),
        ("hosting nginx --folder /srv/my;site", "did you mean --folder /srv/my-site?"),
        ("hosting netlify", "for hosts such as Netlify or Cloudflare see `factsheet docs hosting`"),
        ("export content/en/index.md", "did you mean en?"),
    ],
)
def test_an_option_is_told_with_its_answer(tmp_path: Path, line: str, words: str) -> None:
    """An option of another command, its value without its name, and the language of pages for that of messages."""
    done = run_here(*line.split(), cwd=write_site(tmp_path, SMALL_SITE))
    assert done.returncode == 2
    assert words in done.stderr


def test_a_day_that_is_no_number_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the environment says of the day is told where it says nothing."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    done = run_here("check", cwd=write_site(tmp_path, SMALL_SITE))
    assert (done.returncode, "give SOURCE_DATE_EPOCH the seconds since 1970" in done.stderr) == (2, True)
