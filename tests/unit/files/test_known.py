"""A process that reads a tree again reads only what may have changed."""

import os
import time
from pathlib import Path

import pytest

from factsheet.files import reading as module
from factsheet.files.names import Folder
from factsheet.files.reading import Known, read_tree
from factsheet.files.scanning import Stat

LONG_AGO = 1_700_000_000_000_000_000


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Two files, which have been as they are for years."""
    (tmp_path / "content").mkdir()
    for name in ("a.md", "b.md"):
        (tmp_path / "content" / name).write_text(name)
    return tmp_path


def texts(tree: Path, known: Known) -> dict[str, bytes]:
    """The bytes of all files."""
    files, _ = read_tree(tree, ("content",), max_bytes=1000, max_files=10, known=known)
    return {path: file.data for path, file in files.items()}


def read_names(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Where the names of files that are opened and read are noted."""
    names: list[str] = []
    read = module._read  # noqa: SLF001 - watched

    def noting(name: str, folder: Folder, most: int) -> tuple[bytes, Stat]:
        names.append(name)
        return read(name, folder, most)

    monkeypatch.setattr(module, "_read", noting)
    return names


def let_time_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    """Move the clock a minute on."""
    later = time.time_ns() + 60_000_000_000
    monkeypatch.setattr(time, "time_ns", lambda: later)


def test_what_has_not_changed_is_not_read_again(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two files only the changed one is opened, and both are as they are on disk."""
    known: Known = {}
    let_time_pass(monkeypatch)
    names = read_names(monkeypatch)
    first = texts(tree, known)
    (tree / "content/b.md").write_text("other")
    assert texts(tree, known) == {**first, "content/b.md": b"other"}
    assert names == ["a.md", "b.md", "b.md"]


def test_what_changed_a_moment_ago_is_read_again(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The times of a fresh file do not tell whether it has changed since: file systems count in steps."""
    known: Known = {}
    names = read_names(monkeypatch)
    texts(tree, known)
    texts(tree, known)
    assert names == ["a.md", "b.md"] * 2


def test_an_edit_that_puts_the_time_back_is_seen(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Size and time of modification may be as before: the time of change is not."""
    known: Known = {}
    path = tree / "content/a.md"
    os.utime(path, ns=(LONG_AGO, LONG_AGO))
    let_time_pass(monkeypatch)
    texts(tree, known)
    path.write_text("b.md")
    os.utime(path, ns=(LONG_AGO, LONG_AGO))
    assert texts(tree, known)["content/a.md"] == b"b.md"


def test_files_that_go_and_links_that_come(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is gone is not remembered, and one that became a link is refused as ever."""
    known: Known = {}
    let_time_pass(monkeypatch)
    texts(tree, known)
    (tree / "content/a.md").unlink()
    (tree / "content/b.md").unlink()
    (tree / "content/b.md").symlink_to(tree / "content/a.md")
    files, refused = read_tree(tree, ("content",), max_bytes=1000, max_files=10, known=known)
    assert files == {}
    assert [one.path for one in refused] == ["content/b.md"]
