"""Publishing a site in one step."""

import errno
import os
import stat
import time
from pathlib import Path

import pytest

from factsheet.files import system
from factsheet.files.marker import (
    MARKER,
    NotAsLeft,
    OutputRefused,
    PublishFailed,
    WhyFailed,
    WhyRefused,
    digest,
    read_marker,
)
from factsheet.files.publishing import publish
from tests.support import files_of

SITE = {"index.html": b"front", "ro/index.html": b"ro", "ro/a/index.html": b"a"}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A folder that is not there yet, in one that is not there either."""
    return tmp_path / "build/public"


@pytest.fixture(params=[True, False], ids=["kept", "not kept"])
def keep(request: pytest.FixtureRequest, tmp_path: Path) -> Path | None:
    """A private folder to keep things in, or none."""
    return tmp_path / "keep" if request.param else None


def stats_of(root: Path) -> dict[str, tuple[int, ...]]:
    """The inode and times of all entries, as they were without anybody writing."""
    found: dict[str, tuple[int, ...]] = {}
    for path in (root, *root.rglob("*")):
        seen = path.lstat()
        found[str(path)] = (seen.st_ino, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_nlink)
    return found


def test_first(output: Path, keep: Path | None) -> None:
    """The first publishing makes the folder, its parents, and nothing else beside it."""
    published = publish(output, SITE, keep=keep)
    assert files_of(output) == SITE
    assert published.written == tuple(sorted(SITE))
    assert (published.removed, published.kept) == ((), 0)
    assert list(output.parent.iterdir()) == [output]


def test_into_an_empty_folder(output: Path) -> None:
    """An empty folder is filled."""
    output.mkdir(parents=True)
    publish(output, SITE)
    assert files_of(output) == SITE


def test_again(output: Path, keep: Path | None) -> None:
    """Publishing the same again touches nothing, and says so."""
    first = publish(output, SITE, keep=keep)
    before = stats_of(output)
    time.sleep(0.05)
    for _ in range(3):
        again = publish(output, SITE, keep=keep)
        assert (again.written, again.removed, again.kept) == ((), (), 3)
        assert again.digest == first.digest
    assert stats_of(output) == before


def test_changes(output: Path, keep: Path | None) -> None:
    """What is written, removed and kept is what the caller is told."""
    publish(output, SITE, keep=keep)
    wanted = {"index.html": b"new", "ro/index.html": b"ro", "en/index.html": b"en"}
    published = publish(output, wanted, keep=keep)
    assert files_of(output) == wanted
    assert published.written == ("en/index.html", "index.html")
    assert published.removed == ("ro/a/index.html",)
    assert published.kept == 1
    assert not (output / "ro/a").exists()


def test_same_bytes(tmp_path: Path) -> None:
    """Equal sites are equal files with equal modes, the list included, whatever was there before."""
    publish(tmp_path / "one", SITE)
    publish(tmp_path / "two", {"x": b"x"}, keep=tmp_path / "keep")
    before = os.umask(0o077)
    try:
        publish(tmp_path / "two", dict(reversed(SITE.items())), keep=tmp_path / "keep")
    finally:
        os.umask(before)
    found = [
        {
            path.relative_to(root).as_posix(): (
                oct(path.stat().st_mode),
                path.read_bytes() if path.is_file() else b"",
            )
            for path in root.rglob("*")
        }
        for root in (tmp_path / "one", tmp_path / "two")
    ]
    assert found[0] == found[1]
    assert stat.S_IMODE((tmp_path / "two").stat().st_mode) == 0o755


def test_list_of_own_files(output: Path) -> None:
    """The list names all own files with their digests, and not itself."""
    publish(output, SITE)
    assert read_marker(str(output)) == {path: digest(data) for path, data in SITE.items()}


def test_unchanged(output: Path, keep: Path | None) -> None:
    """Files named by digest stay without their bytes being handed over."""
    publish(output, SITE, keep=keep)
    known = {path: digest(data) for path, data in SITE.items() if path != "index.html"}
    published = publish(output, {"index.html": b"new"}, unchanged=known, keep=keep)
    assert published.written == ("index.html",)
    assert files_of(output) == {**SITE, "index.html": b"new"}
    publish(output, {"index.html": b"new"}, keep=keep)
    assert files_of(output) == {"index.html": b"new"}


def test_not_as_left(output: Path, keep: Path | None) -> None:
    """Files named as unchanged that are missing, changed or unknown are all named, and nothing happens."""
    publish(output, SITE, keep=keep)
    (output / "ro/index.html").write_bytes(b"tampered")
    (output / "ro/a/index.html").unlink()
    known = {path: digest(data) for path, data in SITE.items()} | {"none.html": digest(b"")}
    before = stats_of(output)
    with pytest.raises(NotAsLeft) as told:
        publish(output, {}, unchanged=known, keep=keep)
    assert told.value.paths == ("none.html", "ro/a/index.html", "ro/index.html")
    assert "none.html" in str(told.value)
    assert stats_of(output) == before


def test_both_ways(output: Path) -> None:
    """A path cannot be written and unchanged at once."""
    with pytest.raises(ValueError, match=r"index\.html"):
        publish(output, SITE, unchanged={"index.html": digest(b"")})


@pytest.mark.parametrize("path", ["../x", "/x", "a\\b", "con", MARKER, MARKER.upper(), "a/../b", ""])
def test_unsafe_path(output: Path, path: str) -> None:
    """An unsafe path, and the name of the list, is refused before anything is written."""
    with pytest.raises(ValueError, match=r"path|name"):
        publish(output, {**SITE, path: b"x"})
    assert not output.exists()


@pytest.mark.parametrize("tampering", ["changed", "removed", "link", "mode"])
def test_own_files_are_mended(output: Path, keep: Path | None, tampering: str, tmp_path: Path) -> None:
    """An own file that was changed, removed or replaced is as it should be after the next publishing."""
    publish(output, SITE, keep=keep)
    path = output / "ro/a/index.html"
    path.unlink()
    if tampering == "changed":
        path.write_bytes(b"b")
    elif tampering == "link":
        (tmp_path / "victim").write_bytes(b"a")
        path.symlink_to(tmp_path / "victim")
    elif tampering == "mode":
        path.write_bytes(b"a")
        path.chmod(0o600)
    publish(output, SITE, keep=keep)
    assert files_of(output) == SITE
    assert not path.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


def test_a_folder_with_files_in_an_own_files_place(output: Path, keep: Path | None) -> None:
    """A file of others where a page must be is not deleted: publishing fails and names it."""
    publish(output, SITE, keep=keep)
    (output / "index.html").unlink()
    (output / "index.html").mkdir()
    (output / "index.html/notes").write_text("mine")
    with pytest.raises(PublishFailed, match=r"index\.html") as failed:
        publish(output, {**SITE, "x.html": b"x"}, keep=keep)
    assert failed.value.reason is WhyFailed.OCCUPIED
    assert (output / "index.html/notes").read_text() == "mine"


@pytest.mark.parametrize(("theirs", "ours"), [("CNAME", "CNAME"), ("en", "en/index.html"), ("x/y", "x/y/z")])
def test_occupied(output: Path, keep: Path | None, theirs: str, ours: str) -> None:
    """A page whose place a file of others has is refused, and that file and the old site stay."""
    publish(output, SITE, keep=keep)
    (output / theirs).parent.mkdir(exist_ok=True)
    (output / theirs).write_text("mine")
    before = stats_of(output)
    with pytest.raises(PublishFailed, match=theirs) as failed:
        publish(output, {**SITE, ours: b"ours"}, keep=keep)
    assert failed.value.reason is WhyFailed.OCCUPIED
    assert stats_of(output) == before


def test_own_files_in_a_folder_of_others(output: Path, keep: Path | None) -> None:
    """A page may come into a folder that others made, and go again, and their files stay."""
    publish(output, SITE, keep=keep)
    (output / "en/photos").mkdir(parents=True)
    (output / "en/photos/a.jpg").write_bytes(b"mine")
    for _ in range(2):
        publish(output, {**SITE, "en/index.html": b"en", "en/photos/index.html": b"p"}, keep=keep)
        assert files_of(output).keys() - SITE.keys() == {
            "en/index.html",
            "en/photos/a.jpg",
            "en/photos/index.html",
        }
        publish(output, SITE, keep=keep)
        assert files_of(output) == {**SITE, "en/photos/a.jpg": b"mine"}


@pytest.mark.parametrize("kind", ["foreign", "link", "file", "damaged"])
def test_refused(output: Path, tmp_path: Path, kind: str) -> None:
    """A folder not made by this tool, a link or a file in the output's place is refused and stays."""
    output.parent.mkdir()
    if kind == "link":
        publish(tmp_path / "other", SITE)
        output.symlink_to(tmp_path / "other")
    elif kind == "file":
        output.write_text("mine")
    else:
        output.mkdir()
        (output / (MARKER if kind == "damaged" else "notes")).write_text("mine")
    before = stats_of(output)
    with pytest.raises(OutputRefused) as refused:
        publish(output, {"index.html": b"x"})
    expected = {"link": WhyRefused.LINK, "file": WhyRefused.NOT_A_FOLDER}
    assert refused.value.reason is expected.get(kind, WhyRefused.FOREIGN)
    assert stats_of(output) == before


def test_without_exchange(output: Path, keep: Path | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where folders cannot be exchanged they are renamed, with the same result."""
    monkeypatch.setattr(system, "exchange", lambda _one, _other: False)
    publish(output, SITE, keep=keep)
    (output / "CNAME").write_bytes(b"mine")
    publish(output, {"index.html": b"new"}, keep=keep)
    assert files_of(output) == {"index.html": b"new", "CNAME": b"mine"}
    assert list(output.parent.iterdir()) == [output]


def test_without_exchange_the_second_name_fails(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where folders cannot be exchanged and the second renaming fails, the old site is moved back."""
    monkeypatch.setattr(system, "exchange", lambda _one, _other: False)
    publish(output, SITE)
    real = os.rename

    def fail(one: str, other: str) -> None:
        if ".stage-" in one:
            raise OSError(errno.EIO, "Input/output error")
        real(one, other)

    monkeypatch.setattr(os, "rename", fail)
    with pytest.raises(PublishFailed):
        publish(output, {"index.html": b"new"})
    assert files_of(output) == SITE
    assert list(output.parent.iterdir()) == [output]


@pytest.mark.parametrize(
    ("number", "reason", "said"),
    [
        (errno.ENOSPC, WhyFailed.DISK_FULL, "make room"),
        (errno.EDQUOT, WhyFailed.DISK_FULL, "make room"),
        (errno.EACCES, WhyFailed.NOT_WRITABLE, "writable"),
        (errno.EROFS, WhyFailed.NOT_WRITABLE, "writable"),
        (errno.EIO, WhyFailed.INPUT_OUTPUT, "disk"),
        (errno.EBUSY, WhyFailed.FIXED, "mount point"),
    ],
)
def test_failures(output: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: WhyFailed, said: str) -> None:
    """An error of the system is told with its place and what to do, and the old site is as it was."""
    publish(output, SITE)

    def fail(one: str, other: str) -> bool:
        raise OSError(number, os.strerror(number), one, None, other)

    monkeypatch.setattr(system, "exchange", fail)
    before = stats_of(output / "ro/a/index.html")
    with pytest.raises(PublishFailed, match=said) as failed:
        publish(output, {"index.html": b"new"})
    assert failed.value.reason is reason
    assert os.strerror(number) in str(failed.value)
    assert files_of(output) == SITE
    assert stats_of(output / "ro/a/index.html") == before
    assert list(output.parent.iterdir()) == [output]


def test_not_sure_to_be_on_the_disk(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the disk may still know the old name, the old tree is left to the next publishing."""
    publish(output, SITE)
    real = system.fsync

    def fail(path: str) -> None:
        if path == str(output.parent):
            raise OSError(errno.EIO, "Input/output error")
        real(path)

    with monkeypatch.context() as patch:
        patch.setattr(system, "fsync", fail)
        publish(output, {"index.html": b"new"})
    assert files_of(output) == {"index.html": b"new"}
    assert len(list(output.parent.iterdir())) == 2
    publish(output, {"index.html": b"newer"})
    assert list(output.parent.iterdir()) == [output]


def test_a_file_changed_between_look_and_link(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that is changed under the publisher's hands is written anew from the bytes it was given."""
    publish(output, SITE)
    real = os.link

    def change_then_link(source: str, target: str, *, follow_symlinks: bool = True) -> None:
        if source.endswith("/ro/index.html"):
            Path(source).write_bytes(b"changed")
        real(source, target, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(os, "link", change_then_link)
    publish(output, {**SITE, "index.html": b"new"})
    assert files_of(output) == {**SITE, "index.html": b"new"}


def test_unchanged_file_changed_between_look_and_link(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page named as unchanged that is changed under the publisher's hands is asked for again."""
    publish(output, SITE)
    known = {"ro/index.html": digest(b"ro")}

    def change_and_fail(source: str, _target: str, **_: object) -> None:
        Path(source).write_bytes(b"changed")
        raise OSError(errno.EPERM, "not permitted")

    monkeypatch.setattr(os, "link", change_and_fail)
    with pytest.raises(NotAsLeft) as told:
        publish(output, {"index.html": b"new"}, unchanged=known)
    assert told.value.paths == ("ro/index.html",)
    assert list(output.parent.iterdir()) == [output]


def test_unchanged_without_links(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where files cannot be linked, those named as unchanged are copied."""
    publish(output, SITE)

    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "not permitted")

    monkeypatch.setattr(os, "link", fail)
    publish(output, {"index.html": b"new"}, unchanged={"ro/index.html": digest(b"ro")})
    assert files_of(output) == {"index.html": b"new", "ro/index.html": b"ro"}


def test_digests_that_are_known_are_not_worked_out(output: Path) -> None:
    """The list of files has them as they were handed over, and the others beside them."""
    publish(output, SITE, digests={"index.html": "0" * 64})
    assert read_marker(str(output)) == {**{path: digest(data) for path, data in SITE.items()}, "index.html": "0" * 64}
