"""Whole sites, compared with what is expected of them; README.md beside this file says how they are kept."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, build
from tests.publications import DIGEST, MAIN, digest_of, for_machines
from tests.rich_site import rich_site
from tests.support import ROOT, run_here

HERE = Path(__file__).parent
CASES = sorted(folder.parent.name for folder in HERE.glob("*/input"))
SPOILED = ("problems", "settings")
"""The cases that must not be published."""

_TELLING = re.compile(r"<html |<title>|<link rel=\"(?:canonical|alternate)\"|<meta name=\"robots\"")
_MACHINES = re.compile(
    r"[^/]*\.(?:txt|webmanifest|schema\.json)|_headers|ro/(?:index/)?[^/]*\.(?:csv|json|svg|xml|webmanifest)"
    r"|ar/index/chart-[a-z]*\.svg|(?:ro|ar)/embed/(?:cases|table\.prices|chart\.both)/index\.html"
    r"|ar/(?:dosar/second/)?index\.html|ro/index\.html"
)
"""What is read of a site: all of its data in one language, drawings in both directions, pages to embed, whole pages."""
_RICH = re.compile(
    r"en/.*\.(?:html|csv|json|xlsx|xml|webmanifest)|[^/]*\.(?:xml|html)|build-info\.json|\.well-known/.*"
)

_SETTLED = re.compile(
    r"(?:de/|about/|about-us/|en/|older/)?index\.html|de/city/index\.html|old\.html|index/chart-[a-z]*\.svg"
    r"|embed/chart\.poll/index\.html|de/[^/]*\.(?:csv|json|xml)|[^/]*\.(?:xml|txt)|_headers|\.well-known/.*"
)
_TABLES = re.compile(r"(?:en|ro)/index\.html|en/index/.*\.(?:csv|json|xlsx)|en/embed/.*index\.html|en/.*\.json")
_KEPT = re.compile(r"(?:(?!embed/).)*index\.html|[^/]*/?figures\.csv|sitemap\.xml")


def gallery() -> Mapping[str, bytes]:
    """The files of the site that shows every kind of chart."""
    return build(ROOT / "tests/browser/gallery", Options(today=date(2025, 11, 23))).artifacts


def settled() -> Mapping[str, bytes]:
    """The files of a site that sets whatever can be set."""
    result = build(HERE / "settled/site", Options(today=date(2025, 2, 5)))
    assert not result.has_errors, [str(problem) for problem in result.problems]
    return result.artifacts


def tables() -> Mapping[str, bytes]:
    """The files of a site with tables that have whatever a table may have."""
    result = build(HERE / "tables/site", Options(today=date(2025, 11, 23)))
    assert not result.problems, [str(problem) for problem in result.problems]
    return result.artifacts


_SEEN = {
    "machines": (gallery, _MACHINES),
    "rich": (lambda: rich_site().files, _RICH),
    "settled": (settled, _SETTLED),
    "tables": (tables, _TABLES),
}
"""Sites of which more is compared than the pages, with the files that are."""


_READ = re.compile(r".*\.(?:html|csv|json|webmanifest|svg|xml|txt|xlsx)|_headers|\.well-known/.*")


def sums(files: Mapping[str, bytes], shown: re.Pattern[str]) -> str:
    """A digest of each file that is not shown: much the same as one that is, so that a difference is read there."""
    rest = ((path, data) for path, data in sorted(files.items()) if _READ.fullmatch(path) and not shown.fullmatch(path))
    lines = (f"{digest_of(for_machines(path, data).encode())} {path}" for path, data in rest)
    return "".join(f"{DIGEST.sub('.', line)}\n" for line in lines)


def published(case: str) -> dict[str, str]:
    """Build a case, and give the telling parts of its files by path."""
    options = HERE / case / "options.toml"
    asked = tomllib.loads(options.read_text("utf-8")) if options.exists() else {}
    result = build(HERE / case / "input", Options(**asked))
    assert not result.has_errors, [str(problem) for problem in result.problems]
    files = result.artifacts
    listed = "".join(f"{DIGEST.sub('.', path)}\n" for path in sorted(files))
    return {"files.txt": listed, "sums.txt": sums(files, _KEPT)} | {
        path: telling(path, data.decode()) for path, data in files.items() if _KEPT.fullmatch(path)
    }


def telling(path: str, text: str) -> str:
    """What is worth comparing of a file."""
    text = DIGEST.sub(".", text.replace("\r\n", "\n"))
    if not path.endswith(".html"):
        return text
    head = [line for line in text.partition("</head>")[0].split("\n") if _TELLING.search(line)]
    found = MAIN.search(text)
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


@pytest.mark.parametrize("name", _SEEN)
def test_all_of_a_site(name: str, *, rewrite_golden: bool) -> None:
    """Data, tables, charts, feeds and pages are made as expected of sites that have every kind of them."""
    folder = HERE / name / "expected"
    made, (site, seen) = {}, _SEEN[name]
    files = site()
    for path, data in files.items():
        if seen.fullmatch(path):
            made[path.replace("index.html", "index.txt").replace(".xlsx", ".xlsx.txt")] = for_machines(path, data)
    made["sums.txt"] = sums(files, seen)
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
