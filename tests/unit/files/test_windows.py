"""Publishing, locks and sources on Windows; here over a layer that does to files what Windows does."""

import os
import stat
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from factsheet.files import survey, system
from factsheet.files.locking import locked
from factsheet.files.marker import MARKER, OutputRefused, PublishFailed, WhyFailed
from factsheet.files.names import Folder
from factsheet.files.publishing import publish
from factsheet.files.reading import WhyNotRead, read_file, read_tree
from factsheet.files.scanning import Ledger, load, save
from factsheet.files.writing import write_sources
from tests.support import ENGLISH, SMALL_SITE, run_here, tree, write_site
from tests.windows import IS_WINDOWS, windows

__all__ = ["windows"]
pytestmark = pytest.mark.usefixtures("windows")

SITE = {"index.html": b"one\nline\n", "ro/a/index.html": b"a\r\n\x1ab", "ro/b.txt": b"b"}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A site that is published."""
    folder = tmp_path / "public"
    publish(folder, SITE, keep=tmp_path / "keep")
    return folder


def files_of(folder: Path) -> dict[str, bytes]:
    """The published files, without the tool's own list."""
    return {path: data for path, data in tree(folder).items() if path != MARKER}


def beside(folder: Path) -> list[str]:
    """What lies beside the output."""
    return sorted(path.name for path in folder.parent.iterdir() if path != folder and path.name != "keep")


def test_a_site_is_published_to_the_byte(output: Path) -> None:
    """Line ends stay as they are, and neither lock nor stage is left."""
    assert files_of(output) == SITE
    assert beside(output) == []


def test_a_site_takes_the_place_of_the_last(output: Path, tmp_path: Path) -> None:
    """Files come, change and go; what others have put there stays, also what may only be read."""
    (output / "CNAME").write_text("facts.example")
    (output / "CNAME").chmod(0o444)
    for body in (b"two", b"three"):
        publish(output, {"index.html": body, "ro/b.txt": b"b"}, keep=tmp_path / "keep")
        assert files_of(output) == {"index.html": body, "ro/b.txt": b"b", "CNAME": b"facts.example"}
        assert beside(output) == []
    assert survey.intact(output, tmp_path / "keep") is not None


def test_an_empty_folder_is_no_hindrance(tmp_path: Path) -> None:
    """Windows replaces no folder, but an empty one may be made way for."""
    (tmp_path / "public").mkdir()
    publish(tmp_path / "public", SITE)
    assert files_of(tmp_path / "public") == SITE


def test_what_is_held_is_not_torn(output: Path) -> None:
    """While a program has a page open, publishing says so after a while, and the old site is whole."""
    with (output / "index.html").open("rb"), pytest.raises(PublishFailed, match="close it there") as failed:
        publish(output, {"index.html": b"new"})
    assert failed.value.reason is WhyFailed.HELD
    assert files_of(output) == SITE
    publish(output, {"index.html": b"new"})
    assert files_of(output) == {"index.html": b"new"}
    assert beside(output) == []


def test_what_is_held_for_a_moment_is_waited_for(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A virus scanner that lets go in time costs a pause and nothing else."""
    held = (output / "index.html").open("rb")
    monkeypatch.setattr(system, "PATIENCE", 60)
    monkeypatch.setattr(time, "sleep", lambda _seconds: held.close())
    publish(output, {"index.html": b"new"})
    assert files_of(output) == {"index.html": b"new"}


def test_the_old_site_comes_back(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the new site cannot take the free name, the old one takes it again."""
    real, names = system.rename, []

    def rename(old: str, new: str) -> None:
        names.append(new)
        if "stage" in old:
            raise PermissionError(13, "Access is denied")
        real(old, new)

    monkeypatch.setattr(system, "rename", rename)
    with pytest.raises(PublishFailed):
        publish(output, {"index.html": b"new"})
    assert files_of(output) == SITE
    assert [Path(name).name for name in names] == [".public.previous", "public", "public"]


def test_what_a_killed_publisher_left_is_healed(output: Path) -> None:
    """Between the two renamings there is no site; the next publisher begins by putting the old one back."""
    output.rename(output.parent / ".public.previous")
    publish(output, {"index.html": b"new"})
    assert files_of(output) == {"index.html": b"new"}
    assert beside(output) == []


def test_one_publisher_at_a_time(output: Path) -> None:
    """A second one is told the process of the first, and the lock is gone afterwards."""
    with locked(str(output), wait=0):
        with pytest.raises(PublishFailed, match=f"process {os.getpid()} "), locked(str(output), wait=0):
            pass
        assert beside(output) == [".public.lock"]
    assert beside(output) == []


def test_sources_are_read_to_the_byte(tmp_path: Path) -> None:
    """What Windows takes for the end of a text, and its line ends, are bytes as any other."""
    write_site(tmp_path, {"content/ro/a.md": b"a\r\n\x1ab\n", "site.toml": b"x\r\n"})
    files, refused = read_tree(tmp_path, ["content", "none"], max_bytes=99, max_files=9)
    assert ([file.data for file in files.values()], refused) == ([b"a\r\n\x1ab\n"], [])
    found = read_file(tmp_path, "site.toml", max_bytes=99)
    assert getattr(found, "data", None) == b"x\r\n"
    assert read_file(tmp_path, "content", max_bytes=99) != found


@pytest.mark.skipif(IS_WINDOWS, reason="making a link needs rights there")
def test_links_and_junctions_are_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link is refused, and so is a junction, which Python takes for a folder: as a source and as the output."""
    write_site(tmp_path, {"secret/a.md": "x", "content/b.md": "x"})
    (tmp_path / "content/link.md").symlink_to(tmp_path / "secret/a.md")
    (tmp_path / "content/folder").mkdir()
    real = os.lstat

    def lstat(path: str) -> object:
        found = real(path)
        tag = 0xA0000003 if str(path).endswith("folder") else 0
        return SimpleNamespace(st_mode=found.st_mode, st_reparse_tag=tag) if tag else found

    monkeypatch.setattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", 0xA0000003, raising=False)
    monkeypatch.setattr(os, "lstat", lstat)
    files, refused = read_tree(tmp_path, ["content"], max_bytes=99, max_files=9)
    assert list(files) == ["content/b.md"]
    assert [(one.path, one.reason) for one in refused] == [
        ("content/folder", WhyNotRead.LINK),
        ("content/link.md", WhyNotRead.LINK),
    ]
    with pytest.raises(OutputRefused, match="link"):
        publish(tmp_path / "content/folder", SITE)


def test_a_file_that_is_exchanged_while_it_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that means another file after opening than before is no name of a source."""
    write_site(tmp_path, {"content/a.md": "x", "content/b.md": "y"})
    folder, looks = Folder.root(tmp_path / "content"), iter(("a.md", "b.md"))
    monkeypatch.setattr(folder, "stat", lambda _name: os.lstat(tmp_path / "content" / next(looks)))
    with pytest.raises(OSError, match="link"):
        folder.open("a.md")


def test_sources_are_written(tmp_path: Path) -> None:
    """New files and folders are made and replaced; a name in other capitals is the same file."""
    write_sources(tmp_path, {"content/ro/a.md": b"one\n", "site.toml": b"x"})
    write_sources(tmp_path, {"content/ro/a.md": b"two\n"})
    assert (tmp_path / "content/ro/a.md").read_bytes() == b"two\n"
    with pytest.raises(FileExistsError):
        write_sources(tmp_path, {"content/ro/A.md": b"three"}, replace=False)
    assert [path.name for path in (tmp_path / "content/ro").iterdir()] == ["a.md"]


def test_a_root_that_is_no_folder(tmp_path: Path) -> None:
    """A file is no folder, as a root and below one."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(NotADirectoryError):
        Folder.root(tmp_path / "file")
    with pytest.raises(NotADirectoryError):
        Folder.root(tmp_path).enter("file")


def test_long_numbers_of_files_are_not_kept(tmp_path: Path) -> None:
    """A disk that numbers its files with 128 bits has no ledger, and is looked at each time."""
    path = str(tmp_path / "ledger")
    save(path, Ledger(digests={"a": "b"}, stats={"a": (1, 1, 1, 1 << 100)}, folders={}, foreign=(), taken=1))
    assert load(path) is None


def test_a_site_is_built_edited_and_verified(tmp_path: Path, windows: list[str]) -> None:
    """A build, another, an edit, which gives what a clean build gives, and `verify`: nothing stands in its own way."""
    site = write_site(tmp_path / "site", SMALL_SITE)
    for _ in range(2):
        done = run_here("build", "--root", site, "-q")
        assert (done.returncode, done.stderr) == (0, ""), done.stdout
    write_site(site, {"content/en/index.md": ENGLISH.replace("operations", "long operations")})
    assert run_here("build", "--root", site, "-q").returncode == 0
    assert run_here("build", "--root", site, "-q", "--no-cache", "-o", tmp_path / "clean").returncode == 0
    assert tree(site / "public") == tree(tmp_path / "clean")
    assert b"long operations" in (site / "public/en/index.html").read_bytes()
    assert run_here("verify", site / "public").returncode == 0
    assert run_here("new", "sheet", "about", "--root", site).returncode == 0
    assert (site / "content/en/about.md").exists()
    assert windows == []
