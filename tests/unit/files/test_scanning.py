"""The scan by stats."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factsheet.files.reading import read_tree
from factsheet.files.scanning import MAX_DEPTH, is_ignored, scan_tree


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A root with a sheet, a picture, and files to be ignored."""
    (tmp_path / "content/ro").mkdir(parents=True)
    (tmp_path / "content/ro/index.md").write_text("text")
    (tmp_path / "content/ro/photo.jpg").write_text("picture")
    (tmp_path / "content/ro/.index.md.swp").write_text("draft")
    (tmp_path / "static").mkdir()
    (tmp_path / "static/style.css").write_text("css")
    return tmp_path


def test_same_as_reading(root: Path) -> None:
    """The scan lists the paths and stats that reading gives."""
    suffixes = {"content": (".md",)}
    files, _ = read_tree(root, ["content", "static"], suffixes=suffixes, max_bytes=100, max_files=10)
    scanned = scan_tree(root, ["content", "static"], suffixes=suffixes)
    assert scanned == {path: file.stat for path, file in files.items()}
    assert set(scanned) == {"content/ro/index.md", "static/style.css"}


@pytest.mark.parametrize("name", [".git", ".DS_Store", "a.md~", "#a.md#", ".a.swp"])
def test_ignored(name: str) -> None:
    """Hidden files and what editors leave behind are ignored."""
    assert is_ignored(name)


@pytest.mark.parametrize("name", [".well-known", ".nojekyll", "a.md", "#a"])
def test_not_ignored(name: str) -> None:
    """Dot names that belong to a site are not ignored."""
    assert not is_ignored(name)


def test_links_are_seen(root: Path) -> None:
    """A link that comes, in the place of a file or of a folder, changes the scan."""
    before = scan_tree(root, ["content", "locales"], suffixes={"content": (".md",)})
    (root / "content/ro/link.txt").symlink_to("/etc/passwd")
    (root / "locales").symlink_to("/etc")
    after = scan_tree(root, ["content", "locales"], suffixes={"content": (".md",)})
    assert after.keys() - before.keys() == {"content/ro/link.txt", "locales"}


def test_absent_folder(tmp_path: Path) -> None:
    """A folder that is not there is empty."""
    assert scan_tree(tmp_path, ["content"]) == {}


def test_bounds(root: Path) -> None:
    """The scan ends soon after its bound, and does not go below the deepest folder that is read."""
    deep = root / "static" / "/".join(["d"] * (MAX_DEPTH + 2))
    deep.mkdir(parents=True)
    (deep / "x").write_text("x")
    assert scan_tree(root, ["static"]).keys() == {"static/style.css"}
    for number in range(10):
        (root / f"static/{number}").write_text("x")
    assert len(scan_tree(root, ["static"], max_files=3)) == 4


def test_same_size_and_time(root: Path) -> None:
    """A file changed to another of the same size and time of modification is still seen to have changed."""
    path = root / "content/ro/index.md"
    before, seen = scan_tree(root, ["content"]), path.stat()
    path.write_text("tent")
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert scan_tree(root, ["content"]) != before


def test_a_light_start() -> None:
    """What a build with nothing to do needs is imported without any heavy module."""
    code = "import sys, factsheet.builder.up_to_date\nprint(*sorted(sys.modules))"
    ran = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True)
    heavy = {
        "collections",
        "dataclasses",
        "functools",
        "enum",
        "pathlib",
        "json",
        "re",
        "hashlib",
        "typing",
        "ctypes",
        "shutil",
        "contextlib",
    }
    assert heavy & set(ran.stdout.split()) == set()
