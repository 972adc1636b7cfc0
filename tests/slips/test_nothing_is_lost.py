"""What an editor puts into `content/` is published, or told of with the way to correct it."""

from pathlib import Path

import pytest

from factsheet.builder.pipeline import Options, check
from factsheet.core.problems import Severity
from factsheet.tools.findings import told, words_of
from tests.support import SMALL_SITE, write_site

SHEET = "---\ntitle: Nou\n---\nText.\n"


def _told(root: Path, files: dict[str, str]) -> list[tuple[str, str, str]]:
    """Code, place and way out of each error."""
    english = words_of("en")
    problems = check(write_site(root, {**SMALL_SITE, **files}), Options()).problems
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    return [(problem.code, str(problem.place), told(problem, english)[1]) for problem in errors]


@pytest.mark.parametrize("name", ["nou.MD", "nou.Md", "nou.markdown", "nou.txt", "nou.md.txt", "nou.mdx", "nou"])
def test_a_sheet_with_another_ending(tmp_path: Path, name: str) -> None:
    """A text whose name does not end in `.md` is told of, with the name it should have."""
    found = _told(tmp_path, {f"content/ro/{name}": SHEET})
    assert found == [("F023", f"content/ro/{name}:1:1", "rename it to `content/ro/nou.md`")]


@pytest.mark.parametrize("name", ["nou.docx", "nou.odt", "nou.pdf", "nou.HTML"])
def test_a_document_of_a_word_processor(tmp_path: Path, name: str) -> None:
    """A document is no sheet; its text can be one."""
    ((code, place, fix),) = _told(tmp_path, {f"content/ro/{name}": "PK"})
    assert (code, place) == ("F023", f"content/ro/{name}:1:1")
    assert fix.startswith("save its text as `content/ro/nou.md`")


def test_any_other_file(tmp_path: Path) -> None:
    """A film beside a sheet would not be published: it belongs into `static/`."""
    found = _told(tmp_path, {"content/ro/sala.mp4": "x"})
    assert found == [("F023", "content/ro/sala.mp4:1:1", "move it to `static/`, or out of `content/`")]


@pytest.mark.parametrize("name", ["Thumbs.db", "desktop.ini", "~$nou.docx", ".DS_Store", "nou.md~"])
def test_what_systems_and_editors_leave_behind(tmp_path: Path, name: str) -> None:
    """Nobody has typed these files, so nobody is told of them."""
    assert _told(tmp_path, {f"content/ro/{name}": "x"}) == []


@pytest.mark.parametrize(("folder", "better"), [("RO", "ro"), ("Ro", "ro"), ("RO-MD", "ro-MD")])
def test_a_folder_of_a_language_in_capitals(tmp_path: Path, folder: str, better: str) -> None:
    """It is told at the folder, with the name it should have."""
    files = {**SMALL_SITE, f"content/{folder}/index.md": SHEET}
    del files["content/ro/index.md"]
    result = check(write_site(tmp_path, files), Options())
    (problem,) = (one for one in result.problems if one.severity is Severity.ERROR)
    assert (problem.code, problem.place.path) == ("C808", f"content/{folder}")
    assert f"`content/{better}`" in told(problem, words_of("en"))[1]


@pytest.mark.parametrize(
    ("line", "key"), [('slug: ""', "slug"), ("summary: ''", "summary"), ('slug: " "', "slug"), ('layout: ""', "layout")]
)
def test_an_empty_text(tmp_path: Path, line: str, key: str) -> None:
    """A key whose text is empty is told of at the quotation marks."""
    found = _told(tmp_path, {"content/ro/nou.md": f"---\ntitle: Nou\n{line}\n---\nText.\n"})
    way_out = "write a text between the quotation marks, or remove the line"
    assert found == [("F024", f"content/ro/nou.md:3:{len(key) + 3}", way_out)]


def test_a_slug_of_the_front_page(tmp_path: Path) -> None:
    """The front page stands at the address of its language, whatever `slug` says; so it may say nothing."""
    found = _told(tmp_path, {"content/en/index.md": "---\ntitle: Home\nslug: home\n---\n{{ arrests }}\n"})
    assert [(code, place) for code, place, _ in found] == [("O706", "content/en/index.md:3:7")]
    below = {f"content/{tag}/scoli/index.md": f"---\ntitle: S\nslug: {tag}-s\n---\nText.\n" for tag in ("ro", "en")}
    assert _told(tmp_path / "below", below) == []
