"""No save is lost: whenever and however it is made, and though the system tells nothing, the next look finds it.

The moments are reached by calls from inside the preview, so that nothing here hangs on time.
"""

import os
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

import pytest
from watchfiles.main import FileChange

from factsheet.builder.options import Options
from factsheet.builder.pipeline import Result, build
from factsheet.builder.state import BuildState
from factsheet.builder.workers import Demand
from factsheet.content.sources import Sources, read_sources
from factsheet.files import reading
from factsheet.files.names import Folder
from factsheet.files.scanning import Stat
from factsheet.preview import preview, rebuild, watching
from factsheet.preview.preview import _states
from factsheet.preview.rebuild import Rebuilder, State
from factsheet.preview.watching import Watcher
from tests.previewing import HANG, RO, RO_MORE, write_site

SHEET = "content/ro/index.md"
PAGE = "ro/index.html"
FIRST, SECOND, THIRD = (RO.replace("S-au", word) for word in ("S-au", "Vor-", "Le-a"))
BROKEN = RO.replace("{{ arrests }}", "{{ nothing }}")
UNREADABLE = RO.replace("title: Cifre", 'title: "Cifre')
MOST_LOOKS = 12

Save = Callable[[Path, str], None]


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")


def _rename(file: Path, text: str) -> None:
    beside = file.with_name(f".{file.name}.swp")
    _write(beside, text)
    beside.replace(file)


def _with_the_old_time(file: Path, text: str) -> None:
    found = file.stat()
    _write(file, text)
    os.utime(file, ns=(found.st_atime_ns, found.st_mtime_ns))


def _back_in_time(file: Path, text: str) -> None:
    _write(file, text)
    os.utime(file, ns=(1, 1))


def _through_a_backup(file: Path, text: str) -> None:
    file.replace(file.with_name(f"{file.name}~"))
    _write(file, text)


def _twice(file: Path, text: str) -> None:
    _write(file, THIRD)
    _write(file, text)


WAYS: tuple[Save, ...] = (_write, _rename, _with_the_old_time, _back_in_time, _through_a_backup, _twice)
"""How a sheet is saved. All texts have the same length."""


@dataclass
class _Moment:
    """Calls something once, at the moment that is named."""

    name: str
    act: Callable[[], None]
    reached: list[str] = field(default_factory=list)

    def __call__(self, name: str) -> None:
        if name == self.name and not self.reached:
            self.reached.append(name)
            self.act()


class _Moments(_Moment):
    """Some moments, each of which may be reached."""

    def __init__(self, *moments: _Moment) -> None:
        super().__init__("", lambda: None)
        self.moments = moments

    def __call__(self, name: str) -> None:
        for moment in self.moments:
            moment(name)
            self.reached += moment.reached


class _DeafWatcher:
    """Is told of nothing. Waiting takes no time; after so many looks it is stopped."""

    def __init__(self, moment: _Moment) -> None:
        self.moment = moment
        self.looks = 0

    @property
    def is_stopped(self) -> bool:
        return self.looks >= MOST_LOOKS

    def wait(self, _: float) -> bool:
        self.looks += 1
        self.moment(f"wait {self.looks}")
        return False


def _last_shown(root: Path, moment: _Moment) -> State:
    """Run the preview with somebody who acts at a moment; the state that is shown at last."""
    looks: list[int] = []
    builds: list[int] = []

    def look(folder: Path, known: reading.Known | None) -> Sources:
        looks.append(1)
        found = read_sources(folder, known)
        moment(f"read {len(looks)}")
        return found

    def read(name: str, folder: Folder, most: int) -> tuple[bytes, Stat]:
        got = _read(name, folder, most)
        if name == Path(SHEET).name:
            moment("between reading a file and noting its state")
        return got

    def building(folder: Path, options: Options, state: BuildState, demand: Demand | None, sources: Sources) -> Result:
        builds.append(1)
        moment(f"build {len(builds)} begins")
        result = build(folder, options, state=state, demand=demand, sources=sources)
        moment(f"build {len(builds)} ends")
        return result

    _read = reading._read  # noqa: SLF001 - watched
    bench = Rebuilder(root, Options(), build=building)
    bench.serve_first(lambda: (PAGE,), lambda _: moment("a page is shown early"))
    states: list[State] = []
    with patch.object(rebuild, "read_sources", look), patch.object(reading, "_read", read):
        for state in _states(bench, _DeafWatcher(moment)):  # type: ignore[arg-type]  # stands for the watcher
            states.append(state)
            moment(f"state {len(states)} is told")
    assert moment.reached
    return states[-1]


MOMENTS = (
    "between reading a file and noting its state",
    "read 1",
    "build 1 begins",
    "build 1 ends",
    "state 1 is told",
    "wait 1",
    "read 2",
    "read 3",
    "wait 5",
)


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("save", WAYS)
def test_a_save_at_any_moment_is_shown(tmp_path: Path, moment: str, save: Save) -> None:
    """A save in the first build, between two steps of a look or while nobody looks is on the page at last."""
    sheet = write_site(tmp_path) / SHEET
    shown = _last_shown(tmp_path, _Moment(moment, lambda: save(sheet, SECOND)))
    assert b"Vor-" in shown.files[PAGE]


@pytest.mark.parametrize("moment", ["build 2 begins", "build 2 ends", "state 2 is told"])
@pytest.mark.parametrize("first", [SECOND, BROKEN, UNREADABLE], ids=["good", "broken", "unreadable"])
def test_a_save_in_a_rebuild_is_shown(tmp_path: Path, moment: str, first: str) -> None:
    """A save while the save before is built, also where that one has errors, is on the page at last."""
    sheet = write_site(tmp_path) / SHEET
    last = _Moment(moment, lambda: _write(sheet, THIRD))
    earlier = _Moment("state 1 is told", lambda: _write(sheet, first))
    shown = _last_shown(tmp_path, _Moments(earlier, last))
    assert last.reached
    assert b"Le-a" in shown.files[PAGE]
    assert not shown.has_errors


def test_hundreds_of_files_in_a_rebuild_are_one_rebuild_more(tmp_path: Path) -> None:
    """What is saved while a build goes on, much as it may be, is built once; so is a save while that is shown early."""
    sheet = write_site(tmp_path) / SHEET

    def switch() -> None:
        for number in range(150):
            _write(tmp_path / f"content/ro/sheet-{number}.md", RO_MORE)
        _write(sheet, SECOND)

    early = _Moment("a page is shown early", lambda: _write(sheet, THIRD))
    fourth = _Moment("build 4 begins", lambda: None)
    shown = _last_shown(tmp_path, _Moments(_Moment("build 1 begins", switch), early, fourth))
    assert b"Le-a" in shown.files[PAGE]
    assert "ro/sheet-149/index.html" in shown.files
    assert early.reached
    assert not fourth.reached


def test_a_private_copy_that_changes_is_seen(tmp_path: Path) -> None:
    """A copy of a source lies outside of what is published; the proof follows it all the same."""
    settings = RO.replace("lang: ro}", "lang: ro, file: sources/presa.txt}")
    sheet = write_site(tmp_path) / SHEET
    _write(sheet, settings)
    (tmp_path / "sources").mkdir()
    copy = tmp_path / "sources/presa.txt"
    _write(copy, "Au fost 1.209 arestări.")
    shown = _last_shown(tmp_path, _Moment("state 1 is told", lambda: _write(copy, "Au fost 1.210 arestări.")))
    assert [problem.place.path for problem in shown.problems if problem.place.path == SHEET]


def test_events_that_the_system_drops_lose_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a watcher whose system never tells of a change, a save is shown all the same."""

    def deaf(*_: Path, stop_event: threading.Event, **__: object) -> Iterator[set[FileChange]]:
        stop_event.wait()
        yield set()

    monkeypatch.setattr(watching, "watch", deaf)
    monkeypatch.setattr(preview, "PAUSE", 0.01)
    sheet = write_site(tmp_path) / SHEET
    watcher = Watcher(tmp_path, complain=pytest.fail)
    watcher.start()
    guard = threading.Timer(HANG, watcher.stop)
    guard.start()
    shown: list[Mapping[str, bytes]] = []
    try:
        for state in _states(Rebuilder(tmp_path, Options()), watcher):
            shown.append(state.files)
            if b"Vor-" in state.files[PAGE]:
                break
            _write(sheet, SECOND)
    finally:
        guard.cancel()
        watcher.stop()
    assert b"Vor-" in shown[-1][PAGE]
