"""Earlier versions of a file come from git, where there is one."""

import shutil
import subprocess
from pathlib import Path

import pytest

from factsheet.files.writing import earlier_versions
from tests.programs import MISSING
from tests.translating import in_git


def test_versions_are_the_newest_first(tmp_path: Path) -> None:
    """Every committed version of the file is given, also where the site is a folder of the repository."""
    if shutil.which("git") is None:
        pytest.skip(f"{MISSING} git")
    git = in_git(tmp_path)
    subprocess.run([*git, "init", "-q"], check=True)
    root = tmp_path / "site"
    (root / "content").mkdir(parents=True)
    for text in (b"one", b"two", b"three"):
        (root / "content/a.md").write_bytes(text)
        (tmp_path / "other").write_bytes(text)
        subprocess.run([*git, "add", "."], check=True)
        subprocess.run([*git, "commit", "-q", "-m", "x"], check=True)
    assert list(earlier_versions(root, "content/a.md")) == [b"three", b"two", b"one"]
    assert list(earlier_versions(root, "content/none.md")) == []


def test_no_history_is_no_version(tmp_path: Path) -> None:
    """Outside of git there is nothing, and no fault."""
    (tmp_path / "a.md").write_bytes(b"x")
    assert list(earlier_versions(tmp_path, "a.md")) == []


def test_a_machine_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where git is not installed there is no history either."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert list(earlier_versions(tmp_path, "a.md")) == []
