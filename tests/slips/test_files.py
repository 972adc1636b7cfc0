"""Slips with files and folders: renamed, moved, saved as something else, or lost. Each is told where it is corrected.

`files.toml` has a good site, and what is done to its files.
"""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from factsheet import library
from factsheet.tools.findings import told, words_of
from tests.slips.changing import Change, changed
from tests.support import write_site

TABLE: dict[str, Any] = tomllib.loads(Path(__file__).with_name("files.toml").read_text("utf-8"))
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
GOOD: dict[str, str | bytes] = {**TABLE["good"], "content/ro/creasta.png": PNG}
DOCUMENTS = {"letter.docx": b"PK\x03\x04\x14\x00\x06\x00\x80\xff"}
"""What may be moved into the site."""


def _changed(changes: Iterable[Change]) -> dict[str, str | bytes]:
    files = dict(GOOD)
    for path, old, new in changes:
        before = files.pop(path, DOCUMENTS.get(path, ""))
        if old != "->":
            files[path] = changed(str(before), old, new)
        elif new:
            files[new] = before
    return files


@pytest.mark.parametrize("name", TABLE["slips"])
def test_a_slip_with_a_file_is_told_where_it_is_mended(tmp_path: Path, name: str) -> None:
    """Nothing is told but what is to be done, each with its way out."""
    row = TABLE["slips"][name]
    problems = library.check(write_site(tmp_path, _changed(row["files"]))).problems
    found = [one for one in problems if one.code not in {"T620", "T621", "D123"}]
    assert [(one.code, one.place.path) for one in found] == [(code, path) for code, path, _ in row["told"]]
    for problem, (_, _, words) in zip(found, row["told"], strict=True):
        assert words in told(problem, words_of("en"))[1]


def test_an_original_that_is_removed_is_told_once_in_several_languages(tmp_path: Path) -> None:
    """The first of its translations is told, and a page that was never translated stays a warning of its own."""
    hungarian = {f"content/hu/{name}.md": "---\ntitle: A\n---\nSzöveg.\n" for name in ("index", "echipe/index")}
    files = {**_changed(TABLE["slips"]["original removed"]["files"]), **hungarian}
    problems = library.check(write_site(tmp_path, files)).problems
    assert [one.place.path for one in problems if one.code == "T603"] == ["content/en/echipe/index.md"]


def test_the_site_itself_is_good(tmp_path: Path) -> None:
    """What the rows change has no finding."""
    assert {one.code for one in library.check(write_site(tmp_path, GOOD)).problems} == {"D123", "T621"}
