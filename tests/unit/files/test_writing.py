"""Sources are written whole, in place, and never through a link."""

from pathlib import Path

import pytest

from factsheet.files.writing import write_sources
from tests.support import tree


def test_files_and_their_folders_are_made(tmp_path: Path) -> None:
    """New folders appear as needed, existing files are replaced, nothing else stays behind."""
    (tmp_path / "a.txt").write_bytes(b"old")
    write_sources(tmp_path, {"a.txt": b"new", "b/c/d.txt": b"deep"})
    assert tree(tmp_path) == {"a.txt": b"new", "b/c/d.txt": b"deep"}


def test_existing_files_may_be_protected(tmp_path: Path) -> None:
    """Without leave to replace, one file that is there means that none is written."""
    (tmp_path / "b.txt").write_bytes(b"old")
    with pytest.raises(FileExistsError):
        write_sources(tmp_path, {"a.txt": b"x", "b.txt": b"y"}, replace=False)
    assert tree(tmp_path) == {"b.txt": b"old"}


@pytest.mark.parametrize("path", ["../a", "/a", "a/../b", "", "a//b", "a\\b"])
def test_paths_stay_below_the_root(tmp_path: Path, path: str) -> None:
    """A path that leaves the root is refused before anything is written."""
    with pytest.raises(ValueError, match=r"\w"):
        write_sources(tmp_path / "site", {path: b"x"})


def test_links_on_the_way_are_not_followed(tmp_path: Path) -> None:
    """A folder that is a link, inside the root, is refused."""
    outside = tmp_path / "outside"
    outside.mkdir()
    root = tmp_path / "site"
    root.mkdir()
    (root / "content").symlink_to(outside)
    with pytest.raises(OSError, match=r"\w"):
        write_sources(root, {"a.txt": b"x", "content/a.md": b"x"})
    assert list(outside.iterdir()) == []
    assert [path.name for path in root.iterdir()] == ["content"]


def test_a_link_in_the_place_of_a_file_is_replaced(tmp_path: Path) -> None:
    """What a link points at is left alone."""
    target = tmp_path / "target"
    target.write_bytes(b"precious")
    root = tmp_path / "site"
    root.mkdir()
    (root / "a.txt").symlink_to(target)
    write_sources(root, {"a.txt": b"x"})
    assert target.read_bytes() == b"precious"
    assert (root / "a.txt").read_bytes() == b"x"
    assert not (root / "a.txt").is_symlink()
