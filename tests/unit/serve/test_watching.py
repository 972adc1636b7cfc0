"""The watching of the sources."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from factsheet.serve.watching import Watcher, is_temporary
from tests.previewing import wait_for


class _Seen:
    """Collects what a watcher tells."""

    def __init__(self, watcher: Watcher) -> None:
        self.bursts: list[frozenset[str]] = []
        self.watcher = watcher

    def collect(self) -> None:
        self.bursts.extend(self.watcher.changes())

    def has(self, path: str) -> bool:
        return any(path in burst for burst in self.bursts)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with one sheet."""
    (tmp_path / "content/ro").mkdir(parents=True)
    (tmp_path / "content/ro/index.md").write_text("x", encoding="utf-8")
    return tmp_path


@pytest.fixture
def seen(root: Path) -> Iterator[_Seen]:
    """What is told of the folder, once the watching has begun."""
    watcher = Watcher(root, complain=lambda _: None)
    collected = _Seen(watcher)
    thread = threading.Thread(target=collected.collect, daemon=True)
    watcher.start()
    thread.start()
    assert wait_for(lambda: collected.bursts)
    collected.bursts.clear()
    yield collected
    watcher.stop()
    thread.join(timeout=5)
    assert not thread.is_alive()


def test_a_save_is_told(seen: _Seen, root: Path) -> None:
    """A file that is written, and one that is renamed into its place, are told by their paths."""
    (root / "content/ro/index.md").write_text("y", encoding="utf-8")
    assert wait_for(lambda: seen.has("content/ro/index.md"))
    (root / "content/ro/.new.md.swp").write_text("z", encoding="utf-8")
    (root / "content/ro/.new.md.swp").rename(root / "content/ro/new.md")
    assert wait_for(lambda: seen.has("content/ro/new.md"))
    assert not seen.has("content/ro/.new.md.swp")


def test_the_settings_are_watched(seen: _Seen, root: Path) -> None:
    """The settings are told of, also where they come late; other files of the folder are not."""
    (root / "notes.txt").write_text("x", encoding="utf-8")
    (root / "site.toml").write_text("x", encoding="utf-8")
    assert wait_for(lambda: seen.has("site.toml"))
    assert not seen.has("notes.txt")


def test_a_folder_that_is_replaced_is_found_again(seen: _Seen, root: Path) -> None:
    """After a folder was taken away and put back, changes in it are told as before; so is one that is new."""
    shutil.move(root / "content", root / "old")
    shutil.copytree(root / "old", root / "content")
    (root / "templates").mkdir()
    assert wait_for(lambda: seen.has("content"))
    assert wait_for(lambda: _is_told(seen, root / "content/ro/index.md", "content/ro/index.md"))
    assert wait_for(lambda: _is_told(seen, root / "templates/sheet.html", "templates/sheet.html"))


def _is_told(seen: _Seen, file: Path, path: str) -> bool:
    file.write_text("again", encoding="utf-8")
    return wait_for(lambda: seen.has(path), seconds=0.5)


def test_a_burst_is_told_at_once(seen: _Seen, root: Path) -> None:
    """Three hundred files that come together are told in a few bursts, and none is left out."""
    for number in range(300):
        (root / f"content/ro/{number}.md").write_text("x", encoding="utf-8")
    assert wait_for(lambda: seen.has("content/ro/299.md"))
    assert all(seen.has(f"content/ro/{number}.md") for number in range(300))
    assert len(seen.bursts) <= 3


@pytest.mark.parametrize("name", [".index.md.swp", "index.md~", "#index.md#", "4913", "index.md.tmp", ".DS_Store"])
def test_what_editors_keep_for_themselves_is_left_out(name: str) -> None:
    """Temporary files of editors are no change of a sheet."""
    assert is_temporary(f"content/ro/{name}")
    assert not is_temporary("content/ro/index.md")


def test_no_thread_is_left(root: Path) -> None:
    """Once it has been told to stop, a watcher has no thread any more."""
    watcher = Watcher(root, complain=lambda _: None)
    before = set(threading.enumerate())
    watcher.start()
    assert len(set(threading.enumerate()) - before) == 2
    watcher.stop()
    assert set(threading.enumerate()) <= before
    assert list(watcher.changes()) == []
