"""Filling the new site."""

import errno
import os
from pathlib import Path

import pytest

from factsheet.files.marker import MARKER, PublishFailed, WhyFailed, digest
from factsheet.files.scanning import stat_key
from factsheet.files.staging import Stage
from factsheet.files.survey import survey

OWN = {"index.html": digest(b"front"), "ro/index.html": digest(b"ro")}


@pytest.fixture
def live(tmp_path: Path) -> Path:
    """A published folder."""
    (tmp_path / "live/ro").mkdir(parents=True)
    (tmp_path / "live/index.html").write_bytes(b"front")
    (tmp_path / "live/ro/index.html").write_bytes(b"ro")
    return tmp_path / "live"


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """An empty stage."""
    return Stage(str(tmp_path / "stage"), None)


def test_write(stage: Stage, tmp_path: Path) -> None:
    """A new file has its bytes and its stat is noted."""
    stage.add_folders(["ro/a/index.html"])
    stage.write("ro/a/index.html", b"data", digest(b"data"))
    path = tmp_path / "stage/ro/a/index.html"
    assert path.read_bytes() == b"data"
    assert stage.found.stats["ro/a/index.html"] == stat_key(path.stat())
    assert stage.written == ["ro/a/index.html"]


def test_short_writes(stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is written whole though the system takes a byte at a time."""
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: real(handle, data[:1]))
    stage.write("x", b"several bytes", "d")
    assert (tmp_path / "stage/x").read_bytes() == b"several bytes"


def test_nothing_is_overwritten(stage: Stage, tmp_path: Path) -> None:
    """A file that is in the way, or a link, is an error and stays."""
    (tmp_path / "stage/x").symlink_to("/etc/passwd")
    with pytest.raises(FileExistsError):
        stage.write("x", b"data", "d")
    assert (tmp_path / "stage/x").is_symlink()


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o777])
def test_modes(tmp_path: Path, umask: int) -> None:
    """Files are 0644 and folders 0755 under any umask, which stays as it was."""
    before = os.umask(umask)
    try:
        stage = Stage(str(tmp_path / "stage"), None)
        stage.add_folders(["a/b/c"])
        stage.write("a/b/c", b"", "d")
        assert os.umask(umask) == umask
    finally:
        os.umask(before)
    modes = [(tmp_path / "stage" / name).stat().st_mode & 0o7777 for name in ("", "a", "a/b", "a/b/c")]
    assert modes == [0o755, 0o755, 0o755, 0o644]


def test_link(stage: Stage, live: Path) -> None:
    """An unchanged file is the same inode in both trees."""
    seen = stat_key((live / "index.html").stat())
    assert stage.link("index.html", str(live), seen, OWN["index.html"])
    assert stage.found.stats["index.html"][3] == seen[3]
    assert stage.linked == ["index.html"]


def test_link_of_what_changed_since(stage: Stage, live: Path, tmp_path: Path) -> None:
    """A file that is no longer as it was seen, or is gone, is not linked."""
    seen = stat_key((live / "index.html").stat())
    (live / "index.html").write_bytes(b"changed meanwhile")
    assert not stage.link("index.html", str(live), seen, OWN["index.html"])
    assert not (tmp_path / "stage/index.html").exists()
    (live / "index.html").unlink()
    assert not stage.link("index.html", str(live), seen, OWN["index.html"])


@pytest.mark.parametrize(("number", "can_go_on"), [(errno.EXDEV, True), (errno.EMLINK, True), (errno.EIO, False)])
def test_link_refused(
    stage: Stage,
    live: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    can_go_on: bool,  # noqa: FBT001
) -> None:
    """A file system that cannot link is no failure, a failing disk is one."""

    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "link", fail)
    seen = stat_key((live / "index.html").stat())
    if can_go_on:
        assert not stage.link("index.html", str(live), seen, "d")
    else:
        with pytest.raises(OSError, match=os.strerror(number)):
            stage.link("index.html", str(live), seen, "d")


@pytest.mark.parametrize("can_link", [True, False])
def test_carry(
    stage: Stage,
    live: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    can_link: bool,  # noqa: FBT001
) -> None:
    """Files, links and folders of others are carried as they are, with mode and time, linked or copied."""
    (live / "photos/inner").mkdir(parents=True)
    (live / "photos/inner/a.jpg").write_bytes(b"picture")
    (live / "photos/inner/a.jpg").chmod(0o600)
    os.utime(live / "photos/inner/a.jpg", (1, 2))
    (live / "photos/link").symlink_to("/etc/passwd")
    (live / "photos").chmod(0o711)
    if not can_link:

        def fail(*_: object, **__: object) -> None:
            raise OSError(errno.EPERM, "not permitted")

        monkeypatch.setattr(os, "link", fail)
    stage.carry("photos", str(live))
    photos = tmp_path / "stage/photos"
    found = (photos / "inner/a.jpg").stat()
    assert (found.st_mode & 0o777, found.st_mtime) == (0o600, 2)
    assert (found.st_nlink == 2) is can_link
    assert (photos / "link").readlink() == Path("/etc/passwd")
    assert photos.stat().st_mode & 0o777 == 0o711


def test_carry_of_a_pipe(stage: Stage, live: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe of others is carried where it can be linked, and else refused by name, never opened."""
    os.mkfifo(live / "pipe")
    stage.carry("pipe", str(live))
    assert (tmp_path / "stage/pipe").is_fifo()
    (tmp_path / "stage/pipe").unlink()

    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "not permitted")

    monkeypatch.setattr(os, "link", fail)
    with pytest.raises(PublishFailed, match="pipe") as failed:
        stage.carry("pipe", str(live))
    assert failed.value.reason is WhyFailed.OCCUPIED


def test_from_a_spare(live: Path) -> None:
    """Out of another site's folder all goes that is not wanted, strangers, useless folders and the list."""
    (live / MARKER).write_text("old list")
    (live / "stranger").write_text("x")
    (live / "strangers/in").mkdir(parents=True)
    base = survey(str(live), OWN)
    assert sorted(base.foreign) == [MARKER, "stranger", "strangers"]
    stage = Stage(str(live), base)
    assert not (live / MARKER).exists()
    stage.keep_only({"index.html": OWN["index.html"]}, OWN, ["index.html"])
    assert [path.name for path in live.rglob("*")] == ["index.html"]
    assert set(stage.found.folders) == {""}
    assert stage.found.sound == {"index.html": OWN["index.html"]}


def test_settled(stage: Stage, tmp_path: Path) -> None:
    """When all is in, folders are noted with their final stats, parents first."""
    stage.add_folders(["b/c/x", "a/x"])
    stage.write("b/c/x", b"", "d")
    stage.settle()
    assert list(stage.found.folders) == ["", "a", "b", "b/c"]
    seen = (tmp_path / "stage/b/c").stat()
    assert stage.found.folders["b/c"] == (seen.st_mtime_ns, seen.st_ino)
