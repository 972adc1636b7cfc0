"""What an entry is."""

import os
from pathlib import Path

import pytest

from factsheet.files.names import is_folder, is_there, mode, unlink


def test_kinds(tmp_path: Path) -> None:
    """Files, folders, links and nothing are told apart, links not followed."""
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("folder")
    (tmp_path / "dangling").symlink_to("none")
    names = ("file", "folder", "link", "dangling", "none", "file/below")
    assert [is_there(str(tmp_path / name)) for name in names] == [True, True, True, True, False, False]
    assert [is_folder(str(tmp_path / name)) for name in names] == [False, True, False, False, False, False]


def test_a_failing_disk_is_no_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of the disk is raised, and is not taken for absence."""

    def fail(_path: str) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "lstat", fail)
    for question in (mode, is_there, is_folder, unlink):
        with pytest.raises(OSError, match="Input/output"):
            question(str(tmp_path))


def test_unlink(tmp_path: Path) -> None:
    """Files, folders and links are deleted, what a link points to is not, and nothing is no error."""
    (tmp_path / "folder/inner").mkdir(parents=True)
    (tmp_path / "link").symlink_to("folder")
    unlink(str(tmp_path / "link"))
    assert (tmp_path / "folder/inner").is_dir()
    unlink(str(tmp_path / "folder"))
    unlink(str(tmp_path / "folder"))
    assert list(tmp_path.iterdir()) == []
