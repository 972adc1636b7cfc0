"""Whole sites, compared with what is expected of them; README.md beside this file says how they are kept."""

import json
import re
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, build
from tests.support import ROOT, run_here

HERE = Path(__file__).parent
CASES = sorted(folder.parent.name for folder in HERE.glob("*/input"))
SPOILED = ("problems", "settings")
"""The cases that must not be published."""

_DIGEST = re.compile(r"\.[0-9a-f]{10}\.")
_HASH = re.compile(r"(?<='sha256-)[A-Za-z0-9+/=]+")
_TELLING = re.compile(r"<html |<title>|<link rel=\"(?:canonical|alternate)\"|<meta name=\"robots\"")
_MAIN = re.compile(r"<main.*</main>", re.DOTALL)
_MACHINES = re.compile(
    r"[^/]*\.(?:txt|webmanifest|schema\.json)|_headers|ro/(?:index/)?[^/]*\.(?:csv|json|svg|xml|webmanifest)"
    r"|ar/index/chart-[a-z]*\.svg|(?:ro|ar)/embed/cases/index\.html|ro/index\.html"
)
"""What machines read of a site: all of its data in one language, drawings in both directions, a page to embed."""

_LINKED_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_STYLE = re.compile(r"(?<=<style>).*?(?=</style>)|(?<=<script>).*?(?=</script>)", re.DOTALL)
_KEPT = re.compile(r"(?:(?!embed/).)*index\.html|[^/]*/?figures\.csv|sitemap\.xml")


def published(case: str) -> dict[str, str]:
    """Build a case, and give the telling parts of its files by path."""
    options = HERE / case / "options.toml"
    asked = tomllib.loads(options.read_text("utf-8")) if options.exists() else {}
    result = build(HERE / case / "input", Options(**asked))
    assert not result.has_errors, [str(problem) for problem in result.problems]
    files = result.artifacts
    listed = "".join(f"{_DIGEST.sub('.', path)}\n" for path in sorted(files))
    return {"files.txt": listed} | {
        path: telling(path, data.decode()) for path, data in files.items() if _KEPT.fullmatch(path)
    }


def telling(path: str, text: str) -> str:
    """What is worth comparing of a file."""
    text = _DIGEST.sub(".", text.replace("\r\n", "\n"))
    if not path.endswith(".html"):
        return text
    head = [line for line in text.partition("</head>")[0].split("\n") if _TELLING.search(line)]
    found = _MAIN.search(text)
    assert found, path
    lines = [line.rstrip(" ") for line in found[0].split("\n")]
    return "\n".join([*head, *(line for line in lines if line), ""])


def reported(case: str) -> str:
    """All that `check` says of a case, and how it ends."""
    done = run_here("check", "--root", HERE / case / "input", "--all", "--today", "2025-11-23")
    return f"{done.stdout}{done.stderr}exit code {done.returncode}\n"


@pytest.mark.parametrize("case", [case for case in CASES if case not in SPOILED])
def test_site(case: str, *, rewrite_golden: bool) -> None:
    """The site is made as expected: its files, its pages, its figures."""
    made, folder = published(case), HERE / case / "expected"
    if rewrite_golden:
        rewrite(folder, made)
    assert expected(folder) == made


def for_machines(path: str, text: str) -> str:
    """A file that machines read, in lines: data of a page, data, a drawing, or whatever else as it is."""
    text = text.replace("\r\n", "\n")
    if path == "ro/index.html":
        head, found = text.partition("</head>")[0], _LINKED_DATA.search(text)
        assert found, path
        others = _STYLE.sub("", _DIGEST.sub(".", head.replace(found[0], "")))
        return f"{others}\n{for_machines('linked.json', found[1])}"
    if path.endswith(("json", "webmanifest")):
        return json.dumps(json.loads(text), ensure_ascii=False, indent=1) + "\n"
    return _HASH.sub("", _DIGEST.sub(".", text.replace("><", ">\n<")))


def test_files_for_machines(*, rewrite_golden: bool) -> None:
    """Data, tables, charts, feeds and pages to embed are made as expected of a site that has every kind of them."""
    made, folder = {}, HERE / "machines/expected"
    result = build(ROOT / "tests/browser/gallery", Options(today=date(2025, 11, 23)))
    for path, data in result.artifacts.items():
        if _MACHINES.fullmatch(path):
            made[path.replace("index.html", "index.txt")] = for_machines(path, data.decode())
    if rewrite_golden:
        rewrite(folder, made)
    assert expected(folder) == made


@pytest.mark.parametrize("case", SPOILED)
def test_problems(case: str, *, rewrite_golden: bool) -> None:
    """All faults are told, each at its place with its way out."""
    said, file = reported(case), HERE / case / "problems.txt"
    if rewrite_golden:
        file.write_text(said, "utf-8")
    assert file.read_text("utf-8") == said


def expected(folder: Path) -> dict[str, str]:
    """The files of a folder by path."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


def rewrite(folder: Path, files: Mapping[str, str]) -> None:
    """Make a folder hold these files and no others."""
    for path in expected(folder).keys() - files.keys():
        (folder / path).unlink()
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
