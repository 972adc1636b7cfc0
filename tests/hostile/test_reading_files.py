"""Nothing outside the root is read, nothing that is no regular file, and nothing hangs."""

import os
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from factsheet.files.reading import WhyNotRead, read_file, read_tree

CANARY = b"canary-outside-the-root"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site with one sheet, beside a folder that is none of its business."""
    (tmp_path / "site/content/ro").mkdir(parents=True)
    (tmp_path / "site/content/ro/index.md").write_text("text")
    (tmp_path / "outside/ro").mkdir(parents=True)
    (tmp_path / "outside/secret.md").write_bytes(CANARY)
    (tmp_path / "outside/ro/index.md").write_bytes(CANARY)
    return tmp_path / "site"


def refused(root: Path, folder: str = "content") -> dict[str, WhyNotRead]:
    """Read, and give what was refused; no byte from outside may have been read."""
    files, refusals = read_tree(root, [folder], max_bytes=10**6, max_files=1000)
    assert CANARY not in b"".join(file.data for file in files.values())
    return {refusal.path: refusal.reason for refusal in refusals}


@pytest.mark.parametrize("target", ["../../../outside/secret.md", "/etc/passwd", "nowhere", "link.md", ".", "index.md"])
def test_links_to_files(root: Path, target: str) -> None:
    """A link is refused by name wherever it points: out, in, to nothing, to itself."""
    (root / "content/ro/link.md").symlink_to(target)
    assert refused(root) == {"content/ro/link.md": WhyNotRead.LINK}


def test_links_to_folders(root: Path) -> None:
    """A link in the place of a folder is refused, deep in the tree and at its top."""
    (root / "content/en").symlink_to("../../outside/ro")
    (root / "static").symlink_to("../outside")
    assert refused(root) == {"content/en": WhyNotRead.LINK}
    assert refused(root, "static") == {"static": WhyNotRead.LINK}


def test_a_root_behind_a_link(root: Path, tmp_path: Path) -> None:
    """The root itself may be reached through a link: that is the user's own choice."""
    (tmp_path / "short").symlink_to(root)
    files, refusals = read_tree(tmp_path / "short", ["content"], max_bytes=100, max_files=9)
    assert list(files) == ["content/ro/index.md"]
    assert refusals == []


def test_a_root_that_is_not_there(tmp_path: Path) -> None:
    """A root that is no folder is an error of the caller, not an empty site."""
    with pytest.raises(FileNotFoundError):
        read_tree(tmp_path / "none", ["content"], max_bytes=9, max_files=9)


def test_special_files(root: Path) -> None:
    """Pipes, sockets and devices are refused at once, though opening one could wait for ever."""
    os.mkfifo(root / "content/pipe.md")
    with socket.socket(socket.AF_UNIX) as server:
        here = Path.cwd()
        os.chdir(root / "content")  # a socket's path must be short
        try:
            server.bind("socket.md")
        finally:
            os.chdir(here)
        expected = {"content/pipe.md": WhyNotRead.SPECIAL, "content/socket.md": WhyNotRead.SPECIAL}
        if os.geteuid() == 0:
            os.mknod(root / "content/zero.md", 0o20644, os.makedev(1, 5))
            expected["content/zero.md"] = WhyNotRead.SPECIAL
        assert refused(root) == expected


def test_a_pipe_as_a_single_file(root: Path) -> None:
    """A pipe named as a sheet's source is refused at once."""
    os.mkfifo(root / "source.txt")
    found = read_file(root, "source.txt", max_bytes=9)
    assert getattr(found, "reason", None) is WhyNotRead.SPECIAL


def test_a_sparse_giant(root: Path) -> None:
    """A file of a terabyte that occupies nothing is refused without being read."""
    with (root / "content/giant.md").open("wb") as file:
        file.truncate(2**40)
    assert refused(root) == {"content/giant.md": WhyNotRead.TOO_LARGE}


def test_files_without_an_end(root: Path) -> None:
    """Files of the system that claim to be empty and never end are bounded as well."""
    found = read_file(Path("/proc/self"), "mem", max_bytes=100) if Path("/proc/self/mem").exists() else None
    assert found is None or getattr(found, "reason", None) in {WhyNotRead.UNREADABLE, WhyNotRead.TOO_LARGE}
    assert refused(root) == {}


@pytest.mark.parametrize(
    "name",
    [
        b"a\nb.md",
        b"a\x1b[31m.md",
        b"\xff.md",
        "a\u202egnp.md".encode(),
        b"a\\b.md",
        b"c:x.md",
        b"\xe2\x80\x8b.md",
    ],
)
def test_names(root: Path, name: bytes) -> None:
    """A name that hides something is refused, and shown with what it hides."""
    try:
        with open(os.fsencode(root / "content") + b"/" + name, "wb"):  # noqa: PTH123 (a name in bytes)
            pass
    except OSError:
        pytest.skip("this file system takes no such name")
    (path,) = found = refused(root)
    assert found[path] is WhyNotRead.BAD_NAME
    assert path.isprintable()
    assert not set(path) & set("\u202e\u200b")


@pytest.mark.parametrize(
    "name", ["CON", "nul.txt", "com1.css", "a<b", 'a"b', "a|b", "a?b", "a*b", "a.", "a ", " a", "x" * 250]
)
def test_names_that_some_systems_do_not_take(root: Path, name: str) -> None:
    """A file that is published under its name is refused where another system could not store it."""
    (root / "static").mkdir(exist_ok=True)
    (root / "static" / name).write_text("x")
    assert list(refused(root, "static").values()) == [WhyNotRead.BAD_NAME]


@pytest.mark.parametrize(("one", "other"), [("A.txt", "a.txt"), ("ﬁ.txt", "fi.txt"), ("x/A.txt", "X/a.txt")])
def test_published_names_that_collide(root: Path, one: str, other: str) -> None:
    """Two files of one name where case is ignored are refused, though their contents are the same."""
    for name in (one, other):
        (root / "static" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "static" / name).write_text("x")
    assert list(refused(root, "static").values()) == [WhyNotRead.BAD_NAME]


def test_a_folder_with_a_bad_name(root: Path) -> None:
    """A folder with a name that hides something is refused once, with all that is in it."""
    (root / "content/a\u202eb").mkdir()
    (root / "content/a\u202eb/index.md").write_text("x")
    assert refused(root) == {"content/a\\u202eb": WhyNotRead.BAD_NAME}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_without_permission(root: Path) -> None:
    """A file that may not be read is refused in the system's words."""
    (root / "content/ro/index.md").chmod(0)
    assert refused(root) == {"content/ro/index.md": WhyNotRead.UNREADABLE}


@pytest.mark.parametrize("what", ["file", "folder"])
def test_swapped_between_check_and_use(root: Path, tmp_path: Path, what: str) -> None:
    """While somebody swaps a file or a folder for a link and back, no byte from outside is ever read."""
    victim = root / "content/ro/index.md" if what == "file" else root / "content/ro"
    link, aside = tmp_path / "link", tmp_path / "aside"
    target = tmp_path / ("outside/secret.md" if what == "file" else "outside/ro")
    stop = threading.Event()

    def swap() -> None:
        while not stop.is_set():
            link.symlink_to(target)
            victim.rename(aside)
            link.rename(victim)
            victim.unlink()
            aside.rename(victim)

    swapper = threading.Thread(target=swap)
    swapper.start()
    reasons = set()
    try:
        for _ in range(1500):
            reasons |= set(refused(root).values())
    finally:
        stop.set()
        swapper.join()
    assert reasons <= {WhyNotRead.LINK, WhyNotRead.CHANGED, WhyNotRead.SPECIAL}
    assert refused(root) == {}


def test_a_file_that_is_rewritten_all_the_time(root: Path) -> None:
    """A file that is written all the time is read or refused, with no other ending and no waiting for it."""
    path = root / "content/ro/index.md"
    code = (
        "import sys\n"
        "while True:\n"
        "    for letter in b'ab':\n"
        "        with open(sys.argv[1], 'r+b') as file: file.write(bytes([letter]) * 50_000)\n"
    )
    path.write_bytes(b"a" * 50_000)
    with subprocess.Popen([sys.executable, "-c", code, str(path)]) as writer:
        try:
            for _ in range(300):
                files, refusals = read_tree(root, ["content"], max_bytes=10**6, max_files=9)
                assert len(files) + len(refusals) == 1
                assert {refusal.reason for refusal in refusals} <= {WhyNotRead.CHANGED}
        finally:
            writer.kill()
