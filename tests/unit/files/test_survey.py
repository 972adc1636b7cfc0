"""What is in a published folder."""

import os
import time
from pathlib import Path

import pytest

from factsheet.files.marker import MARKER, digest
from factsheet.files.publishing import publish
from factsheet.files.scanning import Ledger, load
from factsheet.files.survey import folders_of, intact, ledger_path, parent, shelf, survey

SITE = {"index.html": b"front", "ro/index.html": b"ro", "ro/a/index.html": b"a"}
OWN = {path: digest(data) for path, data in SITE.items()}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A folder with a site's files and none of its list."""
    tree = tmp_path / "public"
    for path, data in SITE.items():
        (tree / path).parent.mkdir(parents=True, exist_ok=True)
        (tree / path).write_bytes(data)
    return tree


def aged(ledger: Ledger) -> Ledger:
    """The same ledger as if taken later, so that its stamps are trusted."""
    return Ledger(
        digests=ledger.digests,
        stats=ledger.stats,
        folders=ledger.folders,
        foreign=ledger.foreign,
        taken=ledger.taken + 10 * 10**9,
    )


def test_all_there(tree: Path) -> None:
    """Own files with their contents are sound, and nothing is of others."""
    found = survey(str(tree), OWN)
    assert found.sound == OWN
    assert found.foreign == []
    assert set(found.folders) == {"", "ro", "ro/a"}


def test_what_differs(tree: Path) -> None:
    """A changed, a missing and a replaced file are not sound; what others added is found, folders once."""
    (tree / "index.html").write_text("changed")
    (tree / "ro/index.html").unlink()
    (tree / "ro/index.html").symlink_to("a/index.html")
    (tree / "ro/a/index.html").unlink()
    (tree / "ro/a/index.html").mkdir()
    (tree / "photos/one").mkdir(parents=True)
    (tree / "photos/one/x.jpg").write_text("x")
    (tree / "ro/notes.txt").write_text("mine")
    found = survey(str(tree), OWN)
    assert found.sound == {}
    assert sorted(found.foreign) == ["photos", "ro/a/index.html", "ro/notes.txt"]


def test_known_by_stat(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a ledger that is old enough no file is read and no folder listed."""
    ledger = aged(survey(str(tree), OWN).ledger())
    monkeypatch.setattr(os, "open", None)
    monkeypatch.setattr(os, "scandir", None)
    found = survey(str(tree), OWN, ledger)
    assert found.sound == OWN
    assert not found.had_to_look


def test_recent_is_read(tree: Path) -> None:
    """With a ledger as young as the files, all is read, and found sound all the same."""
    found = survey(str(tree), OWN, survey(str(tree), OWN).ledger())
    assert found.sound == OWN
    assert found.had_to_look


def test_every_change_is_seen_with_a_ledger(tree: Path) -> None:
    """With a ledger, the same differences are found as without."""
    (tree / "CNAME").write_text("x")
    ledger = aged(survey(str(tree), OWN).ledger())
    (tree / "index.html").write_text("FRONT")
    (tree / "ro/notes.txt").write_text("mine")
    (tree / "ro/a/more").mkdir()
    with_ledger, without = survey(str(tree), OWN, ledger), survey(str(tree), OWN)
    assert with_ledger.sound == without.sound
    assert sorted(with_ledger.foreign) == sorted(without.foreign) == ["CNAME", "ro/a/more", "ro/notes.txt"]
    assert with_ledger.folders == without.folders


def test_a_folder_turned_into_a_link(tree: Path, tmp_path: Path) -> None:
    """Files behind a link that took a folder's place are not sound, with a ledger or without."""
    ledger = aged(survey(str(tree), OWN).ledger())
    (tree / "ro").rename(tmp_path / "elsewhere")
    (tree / "ro").symlink_to(tmp_path / "elsewhere")
    for found in (survey(str(tree), OWN, ledger), survey(str(tree), OWN)):
        assert set(found.sound) == {"index.html"}
        assert found.foreign == ["ro"]


def test_of_use(tree: Path) -> None:
    """A file that would be replaced anyway is not read."""
    found = survey(str(tree), OWN, of_use={"index.html": OWN["index.html"], "ro/index.html": "other"})
    assert set(found.sound) == {"index.html"}


def test_absent(tmp_path: Path) -> None:
    """In a folder that is not there nothing is found."""
    found = survey(str(tmp_path / "none"), OWN)
    assert (found.sound, found.folders, found.foreign) == ({}, {}, [])


def test_mode_is_mended(tree: Path) -> None:
    """A file of the right content gets back the mode of a published one."""
    (tree / "index.html").chmod(0o600)
    assert "index.html" in survey(str(tree), OWN).sound
    assert (tree / "index.html").stat().st_mode & 0o777 == 0o644


def test_intact(tmp_path: Path) -> None:
    """A site is intact as published, and is not after any change to a file of its own."""
    output, keep = tmp_path / "public", tmp_path / "keep"
    assert intact(output, keep) is None
    published = publish(output, SITE, keep=keep)
    assert intact(output, keep) == published.digest == digest((output / MARKER).read_bytes())
    (output / "notes.txt").write_text("of others")
    assert intact(output, keep) == published.digest
    for path in (*SITE, MARKER):
        data = (output / path).read_bytes()
        (output / path).write_bytes(data[:-1] + b"?")
        assert intact(output, keep) is None
        (output / path).write_bytes(data)
        assert intact(output, keep) == published.digest
    (output / "ro/index.html").unlink()
    assert intact(output, keep) is None


def test_intact_settles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site just published is read once more to be sure, and from then on known by its stats."""
    output, keep = tmp_path / "public", tmp_path / "keep"
    publish(output, SITE, keep=keep)
    path = ledger_path(shelf(keep, str(output)))
    before = load(path)
    time.sleep(0.1)
    assert intact(output, keep)
    after = load(path)
    assert before is not None
    assert after is not None
    assert after.taken > before.taken
    monkeypatch.setattr(os, "scandir", None)
    assert intact(output, keep)


def test_paths() -> None:
    """Folders are those of the paths, all the way up."""
    assert parent("a/b/c") == "a/b"
    assert parent("a") == ""
    assert folders_of(["a/b/c", "a/d", "e"]) == {"", "a", "a/b"}


def test_a_failing_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a disk that fails a site is not known to be intact, and a folder is not taken for absent."""
    output, keep = tmp_path / "public", tmp_path / "keep"
    publish(output, SITE, keep=keep)

    def fail(_path: str) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "lstat", fail)
    assert intact(output, keep) is None
    with pytest.raises(OSError, match="Input/output"):
        survey(str(output), OWN)
