"""Every line that records what work depends on is needed: without it an edit goes unnoticed by a build that remembers.

The edits stand in tests/edits.py; this file alone knows how the engine records.
"""

import ast
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from factsheet.content.tracing import Tracer
from tests.edits import EDITS, outcomes
from tests.support import ROOT

ENGINE: Final = ROOT / "factsheet"
RECORDING: Final = frozenset({"note", "note_all"})
"""Calls that do nothing but record. `task` records too, but nobody can leave it out: it gives the value."""


@dataclass(frozen=True, slots=True)
class Line:
    """A call that records: its file, its lines, and a name that stays when it moves."""

    file: Path
    first: int
    last: int
    name: str

    def is_running(self, depth: int) -> bool:
        """Whether the function `depth` calls up runs this line."""
        frame = sys._getframe(depth + 1)  # noqa: SLF001 - the caller is the point
        return frame.f_code.co_filename == str(self.file) and self.first <= frame.f_lineno <= self.last


@cache
def lines() -> Mapping[str, Line]:
    """All calls that record, by name."""
    found: dict[str, Line] = {}
    for file in sorted(ENGINE.rglob("*.py")):
        for function, call in _calls(ast.parse(file.read_bytes()), ""):
            name = f"{file.relative_to(ENGINE).as_posix()} {function}: {_what(call)}"
            assert name not in found, name
            found[name] = Line(file, call.lineno, call.end_lineno or call.lineno, name)
    return found


def _calls(node: ast.AST, function: str) -> Iterator[tuple[str, ast.Call]]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        function = f"{function}.{node.name}".strip(".")
    if isinstance(node, ast.Call) and _records(node.func):
        yield function, node
    for child in ast.iter_child_nodes(node):
        yield from _calls(child, function)


def _records(function: ast.expr) -> bool:
    """Whether it is a method that records; the shelf of published files notes something else."""
    is_named = isinstance(function, ast.Attribute) and function.attr in RECORDING
    return is_named and "shelf" not in ast.unparse(function)


def _what(call: ast.Call) -> str:
    """How it is recorded, and what: the first word of its name, or the variable that holds it."""
    name = call.args[0]
    text = (
        ast.unparse(name)[2:-1].partition(" ")[0] if isinstance(name, ast.JoinedStr) else ast.unparse(name).strip("'")
    )
    return f"{ast.unparse(call.func).rpartition('.')[2]} {text}"


NEEDED_FOR: Final[Mapping[str, str]] = {
    "content/archives.py Archives.__getitem__: note archive": "the archived source says another number",
    "builder/assembly.py _noted.get: note noted": "a setting",
    "builder/assembly.py _noting.ask: note names[key]": "a message of all pages",
    "checks/__init__.py of_catalogs: note interface": "a catalogue with a fault",
    "checks/__init__.py of_words: note catalogues": "a bound that reads as another",
    "checks/typed.py the_foot_says_the_figures: note catalogues": (
        "a word of all pages says money in which nothing is"
    ),
    "outputs/navigation.py Navigation._order: note shown": "a sheet is added",
    "outputs/running.py Whole.render: note template": "a template",
    "outputs/jinja.py Sandbox._load_template: note template": "a template of the site's own",
    "builder/kept_pages.py KeptPages.take: note_all asked": "a word of a page with a chart",
    "builder/kept_pages.py KeptPages.take.keep: note_all asked": "a message of the text's typography",
    "content/sheets/store.py Sheets.__getitem__: note front": "a figure that another sheet mentions has another value",
    "content/sheets/store.py Sheets.__iter__: note files": "a sheet is added",
    "content/sheets/store.py Sheets.is_written: note front": (
        "a translation is added of a sheet that is linked and not there"
    ),
    "content/sheets/store.py Sheets.make_head: note front": "a sheet has another address",
    "content/sheets/store.py Texts.__getitem__: note file": "a heading has another address",
    "content/sheets/store.py Texts.__getitem__: note typography": "a message of the text's typography",
    "content/sheets/store.py Sheets._known: note drafts": "drafts are shown",
    "builder/status.py _sheets: note file": "a translation says the words of the original",
    "site/site.py Site.today: note today": "the day passes on which a figure must be checked again",
    "site/site.py Site.every_path: note paths": "a sheet is added",
    "site/site.py Site.everywhere: note everything": "a figure of another sheet makes a typed number one of ours",
    "site/cells.py SheetFigures.once: note_all found[1]": "a message of a bound",
    "content/tracing.py Noted.__getitem__: note {self.kind}": "a picture",
    "content/tracing.py Noted.__contains__: note is-{self.kind}": "a picture is deleted",
    "content/tracing.py Noted.__iter__: note {self.kind}s": "a file that no page names",
    "builder/tasks.py Tasks._compare: note compared": "the last mention of a figure is deleted",
    "builder/tasks.py Tasks._own: note file": "a translation that cannot be read is added",
    "builder/tasks.py Tasks._render: note name": "a message of all pages",
    "builder/tasks.py Tasks._combine: note gathered": "a title has other words",
}
"""For each line that records, an edit that goes unnoticed without it."""


def is_noticed(root: Path, edit: str) -> bool:
    """Whether both builds come to the same; one that fails over what it remembers has not noticed the edit."""
    try:
        again, clean = outcomes(root, EDITS[edit])
    except KeyError:
        return False
    return again == clean


@pytest.mark.parametrize("edit", EDITS)
def test_each_edit_is_noticed(tmp_path: Path, edit: str) -> None:
    """A build that remembers finds what a clean one finds, and makes the same files."""
    assert is_noticed(tmp_path, edit)


def test_every_line_that_records_is_needed_for_an_edit() -> None:
    """A new line that records comes with an edit that shows what it is for."""
    assert set(NEEDED_FOR) == set(lines())


@pytest.mark.parametrize("name", NEEDED_FOR)
def test_without_the_line_the_edit_is_not_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Where one line does not record, the build that remembers gives something else than the clean one."""
    line = lines()[name]
    note, note_all = Tracer.note, Tracer.note_all

    def quiet_note(self: Tracer, name: str) -> None:
        if not line.is_running(1):
            note(self, name)

    def quiet_note_all(self: Tracer, names: Mapping[str, None]) -> None:
        if not line.is_running(1):
            note_all(self, names)

    monkeypatch.setattr(Tracer, "note", quiet_note)
    monkeypatch.setattr(Tracer, "note_all", quiet_note_all)
    assert not is_noticed(tmp_path, NEEDED_FOR[name])
