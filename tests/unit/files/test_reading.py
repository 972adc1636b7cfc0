"""Reading sources."""

import os
from pathlib import Path

import pytest

from factsheet.files.reading import Refusal, SourceFile, WhyNotRead, read_file, read_tree
from factsheet.files.scanning import MAX_DEPTH


def read(root: Path, *, max_bytes: int = 100, max_files: int = 10) -> tuple[dict[str, SourceFile], list[Refusal]]:
    """Read the folder `content`."""
    return read_tree(root, ["content"], max_bytes=max_bytes, max_files=max_files)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """An empty folder `content`."""
    folder = tmp_path / "content"
    folder.mkdir()
    return folder


def test_sorted(content: Path) -> None:
    """Files come sorted by path, with their bytes and stat."""
    for name in ("b.md", "a.md", "c/d.md"):
        (content / name).parent.mkdir(exist_ok=True)
        (content / name).write_text(name)
    files, refusals = read(content.parent)
    assert list(files) == ["content/a.md", "content/b.md", "content/c/d.md"]
    assert files["content/c/d.md"].data == b"c/d.md"
    assert files["content/a.md"].stat[3] == (content / "a.md").stat().st_ino
    assert refusals == []


def test_suffixes(content: Path) -> None:
    """Only the wanted endings are read; another one is told of, and a link is refused whatever its ending."""
    (content / "a.md").write_text("a")
    (content / "b.txt").write_text("b")
    (content / "c.txt").symlink_to("b.txt")
    files, refusals = read_tree(content.parent, ["content"], suffixes={"content": {".md"}}, max_bytes=9, max_files=9)
    assert list(files) == ["content/a.md"]
    told = {"content/b.txt": WhyNotRead.OTHER_KIND, "content/c.txt": WhyNotRead.LINK}
    assert {refusal.path: refusal.reason for refusal in refusals} == told


def test_at_most_so_large(content: Path) -> None:
    """A file of just the limit is read, one of a byte more is refused with both numbers."""
    (content / "a.md").write_bytes(b"x" * 100)
    (content / "b.md").write_bytes(b"x" * 101)
    files, refusals = read(content.parent)
    assert list(files) == ["content/a.md"]
    assert refusals == [
        Refusal(path="content/b.md", reason=WhyNotRead.TOO_LARGE, detail="it has 101 bytes; at most 100 are read")
    ]


def test_at_most_so_many(content: Path) -> None:
    """Reading stops at the limit of files and says so."""
    for number in range(12):
        (content / f"{number}.md").write_text("x")
    files, refusals = read(content.parent)
    assert len(files) == 10
    assert [refusal.reason for refusal in refusals] == [WhyNotRead.TOO_MANY]


def test_at_most_so_deep(content: Path) -> None:
    """A folder too deep is refused, and reading ends."""
    deep = content / "/".join(["d"] * (MAX_DEPTH + 1))
    deep.mkdir(parents=True)
    _, refusals = read(content.parent)
    assert [refusal.reason for refusal in refusals] == [WhyNotRead.TOO_DEEP]


def test_one_normal_form(content: Path) -> None:
    """A name is given in NFC whatever the disk's form, and its twin in another form is refused."""
    (content / "s\u0326.md").write_text("decomposed")
    files, _ = read(content.parent)
    assert list(files) == ["content/ș.md"]
    (content / "ș.md").write_text("composed")
    files, refusals = read(content.parent)
    assert len(files) == 1
    assert [refusal.reason for refusal in refusals] == [WhyNotRead.BAD_NAME]


def test_changed_once(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that changes while it is read is read again, whole."""
    path = content / "a.md"
    path.write_text("before")
    real, changes = os.read, iter([b"after, and longer"])

    def read_and_change(handle: int, size: int) -> bytes:
        data = real(handle, size)
        for change in changes:
            path.write_bytes(change)
        return data

    monkeypatch.setattr(os, "read", read_and_change)
    files, refusals = read(content.parent)
    assert files["content/a.md"].data == b"after, and longer"
    assert refusals == []


def test_never_still(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that keeps changing is refused after some tries."""
    path = content / "a.md"
    path.write_text("x")
    real = os.read

    def read_and_change(handle: int, size: int) -> bytes:
        data = real(handle, size)
        with path.open("ab") as file:
            file.write(b"x")
        return data

    monkeypatch.setattr(os, "read", read_and_change)
    _, refusals = read(content.parent)
    assert [refusal.reason for refusal in refusals] == [WhyNotRead.CHANGED]


def test_growing_without_end(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that grows while it is read is not read beyond the limit."""
    (content / "a.md").write_text("x")
    monkeypatch.setattr(os, "read", lambda _handle, size: b"x" * size)
    _, refusals = read(content.parent)
    assert [refusal.reason for refusal in refusals] == [WhyNotRead.TOO_LARGE]


def test_gone_meanwhile(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that goes away between listing and reading is a refusal, not a traceback."""
    (content / "a.md").write_text("x")
    real = os.open

    def open_late(path: str, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        if path == "a.md":
            (content / "a.md").unlink()
        return real(path, flags, mode, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", open_late)
    _, refusals = read(content.parent)
    assert [refusal.reason for refusal in refusals] == [WhyNotRead.CHANGED]


def test_disk_error(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that the disk cannot give is refused in the system's words."""
    (content / "a.md").write_text("x")

    def fail(_handle: int, _size: int) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "read", fail)
    _, refusals = read(content.parent)
    assert refusals == [Refusal(path="content/a.md", reason=WhyNotRead.UNREADABLE, detail="Input/output error")]


def test_unlistable(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that cannot be listed is refused."""

    def fail(_handle: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "scandir", fail)
    _, refusals = read(content.parent)
    assert [(refusal.path, refusal.reason) for refusal in refusals] == [("content", WhyNotRead.UNREADABLE)]


def test_no_handle_is_left_open(content: Path) -> None:
    """Reading closes all that it opens, refused or not."""
    (content / "a.md").write_text("x")
    (content / "l.md").symlink_to("a.md")
    (content / "big.md").write_text("x" * 200)
    before = len(list(Path("/dev/fd").iterdir()))
    read(content.parent)
    read_file(content.parent, "content/l.md", max_bytes=9)
    read_file(content.parent, "content/none/x.md", max_bytes=9)
    assert len(list(Path("/dev/fd").iterdir())) == before


def test_one_file(content: Path) -> None:
    """A single file is read, absent or refused under the same rules."""
    root = content.parent
    (content / "a.md").write_text("x")
    (content / "l").symlink_to(content)
    found = read_file(root, "content/a.md", max_bytes=9)
    assert isinstance(found, SourceFile)
    assert found.data == b"x"
    assert read_file(root, "content/b.md", max_bytes=9) is None
    assert read_file(root, "content/a.md/b", max_bytes=9) is not found
    refused = read_file(root, "content/l/a.md", max_bytes=9)
    assert isinstance(refused, Refusal)
    assert refused.reason is WhyNotRead.LINK
    large = read_file(root, "content/a.md", max_bytes=0)
    assert isinstance(large, Refusal)
    assert large.reason is WhyNotRead.TOO_LARGE


@pytest.mark.parametrize("path", ["../x", "/etc/passwd", "a//b", "", ".", "a/."])
def test_one_file_below_the_root(tmp_path: Path, path: str) -> None:
    """A path that leaves the root is no question that is answered."""
    with pytest.raises(ValueError, match="below the root"):
        read_file(tmp_path, path, max_bytes=9)
