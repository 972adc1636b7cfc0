"""Every generator gets the same facts in its own form."""

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.corpus import pages, with_new_figure, with_new_sentence
from benchmarks.goals import CORPORA
from benchmarks.tools import TOOLS, Tool
from benchmarks.tools.eleventy import Eleventy
from benchmarks.tools.hugo import Hugo
from benchmarks.tools.mkdocs import MkDocs
from benchmarks.tools.ours import BUILD, Ours
from benchmarks.tools.pelican import Pelican
from benchmarks.tools.sheets import body

CORPUS = pages(3)


def site(folder: Path, tool: Tool) -> str:
    """Write a site, and give all text in its folder of content."""
    tool.write_site(folder, CORPUS)
    return "\n".join(path.read_text("utf-8") for path in sorted((folder / "content").rglob("*.md")))


@pytest.mark.parametrize("tool", [Hugo(), Eleventy(), Pelican(), MkDocs()], ids=lambda tool: str(tool.name))
def test_same_facts(tool: Tool, tmp_path: Path) -> None:
    """Quotes, values and sentences of every sheet are in what another generator reads."""
    text = site(tmp_path, tool)
    for page in CORPUS:
        assert all(f"{fact.value}" in text and fact.quote in text for fact in page.facts)
        assert page.titles["en"] in text
    assert "{{ " not in text.replace("{{< ", "")


@pytest.mark.parametrize("names", CORPORA)
def test_no_findings(names: int, tmp_path: Path) -> None:
    """Our own check finds nothing in either corpus, not even a warning."""
    Ours().write_site(tmp_path, pages(3, names=names))
    command = [*BUILD, "check", "--strict", "--root", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr


def test_edits_have_no_errors(tmp_path: Path) -> None:
    """After an edit of a body, a figure, a catalogue entry and a template, our check finds no error."""
    tool = Ours()
    tool.write_site(tmp_path, CORPUS)
    tool.write_page(tmp_path, with_new_sentence(CORPUS[1], 1).page)
    tool.write_page(tmp_path, with_new_figure(CORPUS[2], 1).page)
    shown = [tool.write_entry(tmp_path, 1), tool.write_template(tmp_path, 1)]
    command = [*tool.command(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
    page = tool.output(tmp_path, "ro", "index").read_text("utf-8")
    assert all(text in page for text in shown)


@pytest.mark.parametrize("make", TOOLS)
def test_edits_show(make: type[Tool], tmp_path: Path) -> None:
    """A changed entry and a changed template are in the files that the generator reads."""
    tool = make()
    tool.write_site(tmp_path, CORPUS)
    shown = [tool.write_entry(tmp_path, 41), tool.write_template(tmp_path, 42)]
    text = "".join(
        path.read_text("utf-8")
        for path in tmp_path.rglob("*")
        if path.suffix in {".html", ".njk", ".yaml", ".json", ".po"} and "node_modules" not in path.parts
    )
    assert all(each in text for each in shown)


@pytest.mark.parametrize("make", TOOLS)
def test_clean(make: type[Tool], tmp_path: Path) -> None:
    """Cleaning removes the output, and leaves what was written."""
    tool = make()
    tool.write_site(tmp_path, CORPUS)
    before = sorted(tmp_path.rglob("*.md"))
    page = tool.output(tmp_path, "ro", CORPUS[1].path)
    page.parent.mkdir(parents=True)
    page.write_text("old", "utf-8")
    tool.clean(tmp_path)
    assert not page.exists()
    assert sorted(tmp_path.rglob("*.md")) == before


def test_links_become_addresses() -> None:
    """Links to sheets become addresses on the site, in the language of the text."""
    text = body(CORPUS[0], "en", lambda figure: f"<{figure}>")
    assert ".md)" not in text
    assert "](/en/" in text
    assert f"<{CORPUS[0].facts[0].id}>" in text


def test_interpreter() -> None:
    """Our builds run in the interpreter that measures."""
    assert BUILD[0] == sys.executable
