"""What the preview lays over a page."""

import re
from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, build
from factsheet.core.codes import report
from factsheet.core.problems import Place
from factsheet.preview.overlay import Desk, page_notes, panel, waiting_page
from factsheet.preview.rebuild import State
from factsheet.tools.findings import words_of
from tests.support import SMALL_SITE, write_site

EVIL = '<img src=x onerror="alert(1)">'


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk with a faulty line to show."""
    (tmp_path / "content/ro").mkdir(parents=True)
    (tmp_path / "content/ro/index.md").write_text(f"---\nvalue: {EVIL}\n---\n", encoding="utf-8")
    return Desk(root=tmp_path, words=words_of("en"), editor="code://file{path}:{line}:{column}")


def test_everything_is_escaped(desk: Desk) -> None:
    """Values, lines and paths in findings make no element and no attribute."""
    problem = report("N101", Place("content/ro/index.md", 2, 8), metric="a", value=EVIL)
    other = report("F003", Place(f"content/{EVIL}.md"))
    html = panel(desk, State(problems=(problem, other), has_errors=True), "")
    assert EVIL not in html
    assert "<img" not in html
    assert "<mark>&lt;</mark>img src=x" in html


def test_errors_are_open_and_warnings_are_a_button(desk: Desk) -> None:
    """Errors lie over the page at once; warnings wait behind a button."""
    problem = report("F003", Place("content/ro/index.md"))
    assert "<dialog open" in panel(desk, State(problems=(problem,), has_errors=True), "")
    html = panel(desk, State(problems=(problem,)), "")
    assert "<dialog aria" in html
    assert 'class="warning" data-show' in html
    assert "<dialog" not in panel(desk, State(), "")


def test_the_caret_stands_under_its_letter(desk: Desk) -> None:
    """The caret of an excerpt stands in the column of the finding."""
    problem = report("F003", Place("content/ro/index.md", 2, 8))
    html = panel(desk, State(problems=(problem,), has_errors=True), "")
    (excerpt,) = re.findall(r"<pre>(.*?)</pre>", html, re.DOTALL)
    line, caret = re.sub(r"<[^>]*>", "", excerpt).split("\n")
    assert caret.index("^") == line.index("&lt;")


def test_a_crash_is_said(desk: Desk) -> None:
    """A fault of the tool is named as one."""
    html = panel(desk, State(crash="KeyError: <b>"), "")
    assert "its fault, not yours: KeyError: &lt;b&gt;" in html


def test_the_bar_tells_of_a_page(tmp_path: Path) -> None:
    """Of a page is said that it is a draft, and which translation is missing."""
    draft = "---\ntitle: Nou\ndraft: true\n---\nText.\n"
    root = write_site(tmp_path, {**SMALL_SITE, "content/ro/nou.md": draft})
    site = build(root, Options(drafts=True)).site
    assert page_notes(site, "ro/nou/index.html", words_of("en")) == [
        "Draft: not published",
        "English: not translated yet",
    ]
    assert page_notes(site, "ro/none/index.html", words_of("en")) == page_notes(None, "", words_of("en")) == []


def test_the_waiting_page_is_a_page() -> None:
    """Until there is a first site, a whole page in the editor's language stands in."""
    assert b'<html lang="ro">' in waiting_page("ro", words_of("ro"))
