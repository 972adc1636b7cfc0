"""The watching of the sources. What it tells is a hint: that nothing hangs on it is tested in `test_saves.py`."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from watchfiles import Change, watch
from watchfiles.main import FileChange

from factsheet.preview import watching
from factsheet.preview.watching import Watcher
from tests.previewing import HANG


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with one sheet."""
    (tmp_path / "content/ro").mkdir(parents=True)
    (tmp_path / "content/ro/index.md").write_text("x", encoding="utf-8")
    return tmp_path


@pytest.fixture
def watcher(root: Path) -> Iterator[Watcher]:
    """A watcher of the folder that has begun."""
    watcher = Watcher(root, complain=pytest.fail)
    watcher.start()
    assert watcher.wait(HANG)
    yield watcher
    watcher.stop()


def test_a_save_is_told(watcher: Watcher, root: Path) -> None:
    """A file that is written, and one that is renamed into its place, are told of."""
    (root / "content/ro/index.md").write_text("y", encoding="utf-8")
    assert watcher.wait(HANG)
    (root / "content/ro/.new.md.swp").write_text("z", encoding="utf-8")
    (root / "content/ro/.new.md.swp").rename(root / "content/ro/new.md")
    assert watcher.wait(HANG)


def test_the_settings_are_watched(watcher: Watcher, root: Path) -> None:
    """The settings are told of, also where they come late."""
    (root / "site.toml").write_text("x", encoding="utf-8")
    assert watcher.wait(HANG)


def test_a_folder_that_is_replaced_is_found_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a folder was taken away and put back it is watched as before; so is one that is new."""
    begun: list[frozenset[str]] = []
    again = threading.Semaphore(0)

    def noting(*paths: Path, **options: bool) -> Iterator[set[FileChange]]:
        for found in watch(*paths, **options):  # type: ignore[arg-type]  # handed on as they are
            names = frozenset(path.name for path in paths)
            if options["recursive"] and (not begun or begun[-1] != names or "templates" in names):
                begun.append(names)
                again.release()
            yield found

    monkeypatch.setattr(watching, "watch", noting)
    watcher = Watcher(root, complain=pytest.fail)
    watcher.start()
    try:
        assert again.acquire(timeout=HANG)
        shutil.move(root / "content", root / "old")
        shutil.copytree(root / "old", root / "content")
        (root / "templates").mkdir()
        while begun[-1] != {"content", "templates"}:
            assert again.acquire(timeout=HANG)
        watcher.wait(0)
        (root / "templates/sheet.html").write_text("again", encoding="utf-8")
        assert watcher.wait(HANG)
    finally:
        watcher.stop()


class _Prepared:
    """Stands for the system: tells of prepared paths one after the other, and then stops the watcher."""

    def __init__(self, watcher: Watcher, *paths: Path) -> None:
        self.watcher = watcher
        self.paths = paths
        self.told: list[bool] = []

    def __call__(self, *_: Path, **__: object) -> Iterator[set[FileChange]]:
        for path in self.paths:
            yield {(Change.modified, str(path))}
            self.told.append(self.watcher.wait(0))
        self.watcher.stop()


def test_what_is_no_source_is_not_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the site's own folder only sources count: a build that is published beside them, or Git, wakes nobody."""
    watcher = Watcher(root, complain=pytest.fail)
    prepared = _Prepared(watcher, *(root / name for name in ("public", ".git", "notes.txt", "site.toml", "static")))
    monkeypatch.setattr(watching, "watch", prepared)
    watcher._watch_top()  # noqa: SLF001 - in this thread, so that there is nothing to wait for
    assert prepared.told == [False, False, False, True, True]


def test_where_the_system_tells_nothing_it_is_said_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system's notification is not to be had this is said, once, and files are looked at instead."""
    said: list[str] = []
    watcher = Watcher(root, complain=lambda text, **_: said.append(text))
    prepared = _Prepared(watcher, root / "site.toml")

    def failing(*paths: Path, force_polling: bool, **_: object) -> Iterator[set[FileChange]]:
        if not force_polling:
            raise OSError(28, "no watches left")
        return prepared(*paths)

    monkeypatch.setattr(watching, "watch", failing)
    watcher._watch_top()  # noqa: SLF001 - as above
    assert prepared.told == [True]
    assert len(said) == 1
    assert "looking again and again" in said[0]


def test_a_folder_that_has_just_gone_is_no_fault(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a folder goes between being found and being watched, nothing is said, and it is looked for again."""
    watcher = Watcher(root, complain=pytest.fail)
    prepared = _Prepared(watcher, root / "site.toml")
    tries: list[int] = []

    def gone_at_first(*paths: Path, **_: object) -> Iterator[set[FileChange]]:
        tries.append(1)
        if len(tries) == 1:
            raise FileNotFoundError
        return prepared(*paths)

    monkeypatch.setattr(watching, "watch", gone_at_first)
    monkeypatch.setattr(watching, "LOOK", 1)
    watcher._watch_top()  # noqa: SLF001 - as above
    assert prepared.told == [True]


def test_a_watcher_that_is_stopped_as_it_begins_ends(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stop that comes before anything is watched is not forgotten."""
    monkeypatch.setattr(watching, "watch", lambda *_, **__: pytest.fail("it watches"))
    watcher = Watcher(root, complain=pytest.fail)
    watcher.stop()
    watcher._watch_folders()  # noqa: SLF001 - as above
    watcher._watch_top()  # noqa: SLF001 - as above


def test_no_thread_is_left(root: Path) -> None:
    """Once it has been told to stop, a watcher has no thread any more."""
    watcher = Watcher(root, complain=pytest.fail)
    before = set(threading.enumerate())
    watcher.start()
    threads = set(threading.enumerate()) - before
    assert len(threads) == 2
    watcher.stop()
    for thread in threads:
        thread.join(HANG)
    assert set(threading.enumerate()) <= before
    assert watcher.is_stopped
