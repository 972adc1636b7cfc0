"""Putting away old trees, with nothing of others lost."""

import os
import shutil
import time
from pathlib import Path

import pytest

from factsheet.files.locking import recover, retire, tidy
from factsheet.files.marker import MARKER, digest, marker_bytes


def site(folder: Path, **files: str) -> Path:
    """Make a site of this tool; `__` in a name stands for a slash."""
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    own = {name.replace("__", "/"): digest(text.encode()) for name, text in files.items()}
    (folder / MARKER).write_bytes(marker_bytes(own))
    return folder


@pytest.fixture
def live(tmp_path: Path) -> Path:
    """The site that is published now."""
    return site(tmp_path / "public", index="new", ro__page="new", taken="new")


@pytest.fixture
def old(tmp_path: Path, live: Path) -> Path:
    """The site that was published before."""
    del live
    return site(tmp_path / ".public.stage-1", index="old", ro__page="old", gone__page="old")


def files_of(folder: Path) -> dict[str, str]:
    """All files and their texts, the list left out."""
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MARKER
    }


NEW = {"index": "new", "ro/page": "new", "taken": "new"}


def test_own_files_go(live: Path, old: Path) -> None:
    """What this tool made is deleted with its folder, and the published site is not touched."""
    retire(str(old), str(live))
    assert not old.exists()
    assert files_of(live) == NEW


def test_what_others_added_is_moved(live: Path, old: Path) -> None:
    """A file or folder that somebody added to the old tree is found in the new one, at the same place."""
    (old / "notes").write_text("mine")
    (old / "gone/notes").write_text("mine")
    (old / "photos/one").mkdir(parents=True)
    (old / "photos/one/a").write_text("picture")
    (old / "link").symlink_to("/etc/passwd")
    retire(str(old), str(live))
    assert not old.exists()
    assert files_of(live) == {**NEW, "notes": "mine", "gone/notes": "mine", "photos/one/a": "picture"} | {
        "link": Path("/etc/passwd").read_text()
    }
    assert (live / "link").is_symlink()


def test_what_was_carried_is_let_go(live: Path, old: Path) -> None:
    """An entry that was linked or copied into the new tree is there once and as it was."""
    (old / "photos").mkdir()
    (live / "photos").mkdir()
    (old / "photos/linked").write_text("x")
    (live / "photos/linked").hardlink_to(old / "photos/linked")
    (old / "photos/copied").write_text("y")
    time.sleep(0.02)
    shutil.copy2(old / "photos/copied", live / "photos/copied")
    retire(str(old), str(live))
    assert files_of(live) == {**NEW, "photos/linked": "x", "photos/copied": "y"}
    assert (live / "photos/linked").stat().st_nlink == 1


def test_the_newer_state_stays(live: Path, old: Path) -> None:
    """Of two states of a file of others the newer stays, whichever tree it is in."""
    (old / "one").write_text("older")
    time.sleep(0.02)
    (live / "one").write_text("newer")
    (live / "two").write_text("older")
    time.sleep(0.02)
    (old / "two").write_text("newer")
    retire(str(old), str(live))
    assert files_of(live) == {**NEW, "one": "newer", "two": "newer"}


def test_a_place_that_is_taken(live: Path, old: Path) -> None:
    """A file of others whose place the new site took gets a free name beside it."""
    (old / "taken").write_text("mine")
    (live / "taken.found-1").write_text("also mine")
    (live / "folder").mkdir()
    (old / "folder").write_text("mine too")
    retire(str(old), str(live))
    assert files_of(live) == {
        **NEW,
        "taken.found-1": "also mine",
        "taken.found-2": "mine",
        "folder.found-1": "mine too",
    }


def test_a_way_that_is_blocked(live: Path, old: Path, tmp_path: Path) -> None:
    """Nothing is moved through a link or a file that took a folder's place."""
    (tmp_path / "outside").mkdir()
    (live / "photos").symlink_to(tmp_path / "outside")
    (old / "photos").mkdir()
    (old / "photos/a").write_text("picture")
    (old / "taken").mkdir()
    (old / "taken/b").write_text("mine")
    retire(str(old), str(live))
    assert list((tmp_path / "outside").iterdir()) == []
    assert files_of(live) == {**NEW, "photos-a.found-1": "picture", "taken-b.found-1": "mine"}


def test_without_a_list(live: Path, old: Path) -> None:
    """A stage without its list was never published, and holds nothing that is not elsewhere."""
    (old / MARKER).unlink()
    (old / "linked").write_text("x")
    retire(str(old), str(live))
    assert not old.exists()
    assert files_of(live) == NEW


def test_a_link_in_its_place(live: Path, tmp_path: Path) -> None:
    """A link with the name of a stage is deleted, and what it points to is not."""
    target = site(tmp_path / "elsewhere", index="mine")
    (tmp_path / ".public.stage-2").symlink_to(target)
    retire(str(tmp_path / ".public.stage-2"), str(live))
    assert files_of(target) == {"index": "mine"}
    assert not (tmp_path / ".public.stage-2").is_symlink()


def test_cut_short(live: Path, old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A retirement that was cut short at any of its deletions is taken up by the next one."""
    (old / "notes").write_text("mine")
    real = os.unlink
    left = 0

    def fail_after_some(path: str, *arguments: object, **named: int) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise OSError(5, "Input/output error")
        del arguments
        real(path, **named)

    tries = 0
    while old.exists():
        with monkeypatch.context() as patch:
            patch.setattr(os, "unlink", fail_after_some)
            left = 1
            tidy([str(old)], str(live))
        tries += 1
        assert files_of(live) == {**NEW, "notes": "mine"}
        assert tries < 20
    assert tries > 1


def test_recover(live: Path, old: Path, tmp_path: Path) -> None:
    """Stages of killed publishers go, and neighbours whose names only resemble theirs stay."""
    (tmp_path / ".public.stage-x").mkdir()
    (tmp_path / ".publics.stage-1").mkdir()
    (old / "notes").write_text("mine")
    recover(str(live))
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".public.stage-x",
        ".publics.stage-1",
        "public",
    ]
    assert files_of(live) == {**NEW, "notes": "mine"}


def test_recover_in_the_gap(live: Path, tmp_path: Path) -> None:
    """Where folders cannot be exchanged, a site that was moved out of the way is moved back."""
    live.rename(tmp_path / ".public.previous")
    recover(str(live))
    assert files_of(live) == NEW


def test_recover_after_the_gap(live: Path, tmp_path: Path) -> None:
    """Where folders cannot be exchanged, the old site beside a new one is put away."""
    site(tmp_path / ".public.previous", index="old")
    (tmp_path / ".public.previous/notes").write_text("mine")
    recover(str(live))
    assert files_of(live) == {**NEW, "notes": "mine"}
    assert not (tmp_path / ".public.previous").exists()
