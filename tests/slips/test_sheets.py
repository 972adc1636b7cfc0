"""Slips in sheets, each told once: with its code, its line and column, and the way out.

Each table in `sheets/` has a good sheet in one language or in two, what stands around it, and rows that change it: the
language, what stands in the good sheet, what an editor wrote, and of the finding the code and words of the way out. `¦`
stands where its caret is to be; where that is none of the words written, its line and column stand at the end.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from factsheet import library
from factsheet.core.problems import Problem
from factsheet.tools.findings import told, words_of
from tests.slips.changing import changed
from tests.support import write_site

SHEETS = Path(__file__).with_name("sheets")
CARET = "¦"

Table = Mapping[str, Mapping[str, Any]]


def _table(name: str) -> Table:
    return tomllib.loads((SHEETS / f"{name}.toml").read_text("utf-8"))


def _found(root: Path, table: Table) -> dict[str, list[Problem]]:
    """What is told of each row, each in sheets of its own, all of them in one site."""
    good, rows = table["good"], {**table["slips"], **table.get("right", {})}
    files = dict(table["around"])
    for index, (tag, old, new, *_) in enumerate(rows.values()):
        sheets = {**good, tag: changed(good[tag], old, new.replace(CARET, ""))}
        files |= {f"content/{language}/m{index}.md": text for language, text in sheets.items()}
    problems = [one for one in library.check(write_site(root, files)).problems if one.code != "T621"]
    return {
        name: [one for one in problems if one.place.path.endswith(f"/m{index}.md")] for index, name in enumerate(rows)
    }


def _caret(text: str) -> str:
    """The line and column of the caret."""
    before = text.partition(CARET)[0]
    return f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


@pytest.mark.parametrize("name", sorted(file.stem for file in SHEETS.iterdir()))
def test_a_slip_is_told_once_where_it_was_made(tmp_path: Path, name: str) -> None:
    """One finding, with the code, line and column of the slip, and the way out; what is right is silent."""
    table = _table(name)
    found = _found(tmp_path, table)
    assert [right for right in table.get("right", {}) if found[right]] == []
    for slip, (tag, old, new, code, words, *place) in table["slips"].items():
        at = (place or [_caret(changed(table["good"][tag], old, new))])[0]
        assert [f"{one.place.path[8:10]} {one.code} {one.place.line}:{one.place.column}" for one in found[slip]] == [
            f"{tag} {code} {at}"
        ], slip
        assert words in told(found[slip][0], words_of("en"))[1], slip


@pytest.mark.parametrize("name", sorted(file.stem for file in SHEETS.iterdir()))
def test_the_sheets_themselves_are_good(tmp_path: Path, name: str) -> None:
    """What the rows change has no finding, whatever the encoding of its source and the ends of its lines."""
    table = _table(name)
    good = {f"content/{tag}/fisa.md": text.replace("\n", "\r\n") for tag, text in table["good"].items()}
    root = write_site(tmp_path, {**table["around"], **good})
    assert {problem.code for problem in library.check(root).problems} <= {"T621"}
    for source in root.glob("sources/*.txt"):
        source.write_bytes(source.read_text("utf-8").encode("utf-16"))
    assert {problem.code for problem in library.check(root).problems} <= {"T621"}
