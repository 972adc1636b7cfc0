"""Private copies of sources: how each is found, and what is said of one that is not."""

import hashlib
import re
from pathlib import Path

import pytest

from factsheet.content.archives import ArchiveFolder, Archives
from tests.support import write_site

FILES = {"sources/a.txt": "Unu.", "sources/b.txt": "Două.", "c.txt": "Trei.", "sources/d.xlsx": "PK"}


def sha256(text: str) -> str:
    """The digest of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.fixture
def beside(tmp_path: Path) -> Archives:
    """The copies beside a site."""
    return Archives(ArchiveFolder(write_site(tmp_path, FILES), is_named=False))


@pytest.fixture
def named(tmp_path: Path) -> Archives:
    """The copies in a folder that was named."""
    return Archives(ArchiveFolder(write_site(tmp_path, FILES) / "sources", is_named=True))


@pytest.mark.parametrize(
    ("key", "found_beside", "found_named"),
    [
        ("sources/a.txt#", "Unu.", "Unu."),
        ("elsewhere/a.txt#", None, "Unu."),
        (f"sources/none.txt#{sha256('Două.')}", None, "Două."),
        (f"#{sha256('Două.')}", None, "Două."),
        ("sources/none.txt#", None, None),
        ("#", None, None),
        ("c.txt#", "Trei.", None),
        ("../c.txt#", None, None),
    ],
)
def test_a_copy_is_found(
    beside: Archives, named: Archives, key: str, found_beside: str | None, found_named: str | None
) -> None:
    """Beside the site by its path; in a folder that was named by its last name, else by its digest."""
    for archives, expected in ((beside, found_beside), (named, found_named)):
        found = archives.find(key)
        assert (found.text if found else None) == expected
        assert archives.digest(key) == (sha256(expected) if expected else "")
        if found:
            assert archives[key] is found
        else:
            with pytest.raises(KeyError, match=re.escape(key)):
                archives[key]
        assert list(archives) == [key]
        assert len(archives) == 1


def test_the_only_text_stands_in(tmp_path: Path) -> None:
    """Where the folder has one text alone, it is the copy whose name is not there; a workbook is no text."""
    root = write_site(tmp_path, {"copies/a.txt": "Unu.", "copies/b.xlsx": "PK"})
    found = ArchiveFolder(root / "copies", is_named=True).find("none.txt", "")
    assert found is not None
    assert (found.text, found.data) == ("Unu.", b"")
    workbook = ArchiveFolder(root / "copies", is_named=True).find("b.xlsx", "")
    assert workbook is not None
    assert workbook.data == b"PK"


def test_a_name_that_is_misspelt(beside: Archives, named: Archives) -> None:
    """It is lost where its folder is there, and the names of that folder are given as its own is written."""
    keys = ("sources/none.txt#", "elsewhere/none.txt#", "none.txt#", "sources/a.txt#", "#")
    assert [key for key in keys if beside.is_lost(key)] == ["sources/none.txt#"]
    assert [key for key in keys if named.is_lost(key)] == ["sources/none.txt#", "elsewhere/none.txt#", "none.txt#"]
    assert beside.folder.beside("sources/none.txt") == ("sources/a.txt", "sources/b.txt", "sources/d.xlsx")
    assert named.folder.beside("x/none.txt") == ("x/a.txt", "x/b.txt", "x/d.xlsx")


def test_what_decides_which_copies_are_found(beside: Archives, named: Archives) -> None:
    """The paths of the copies, and of a folder that was named the whole."""
    keys = ("sources/a.txt#", "sources/a.txt#1", "#1")
    root = beside.folder.folder
    assert beside.folder.looked_at(keys) == (str(root / "sources/a.txt"),)
    assert named.folder.looked_at(keys) == (str(root / "sources"), str(root / "sources/a.txt"))


def test_a_copy_that_changes_is_noticed(beside: Archives) -> None:
    """Also one that comes or goes after it was asked for; what nobody asked for is nobody's business."""
    assert beside.digest("sources/a.txt#") != ""
    assert beside.digest("sources/new.txt#") == ""
    write_site(beside.folder.folder, {"sources/b.txt": "Altceva."})
    assert beside.are_current()
    write_site(beside.folder.folder, {"sources/new.txt": "Nou."})
    assert not beside.are_current()


def test_a_copy_that_is_not_read(beside: Archives) -> None:
    """Why it is not; nothing is said of one that is read, is not there, or lies outside."""
    (beside.folder.folder / "sources/folder.txt").mkdir()
    assert beside.refusal("sources/folder.txt#") is not None
    assert [beside.refusal(key) for key in ("sources/a.txt#", "sources/none.txt#", "../x.txt#", "#")] == [None] * 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    """A text is read as its first bytes say, UTF-8 where they say nothing."""
    root = write_site(tmp_path, {"a.txt": "Ștefan".encode(encoding)})
    found = ArchiveFolder(root, is_named=False).find("a.txt", "")
    assert found is not None
    assert found.text == "Ștefan"
