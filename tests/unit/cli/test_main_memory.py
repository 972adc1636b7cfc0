"""The bound on the memory of a command."""

import subprocess
import sys
from pathlib import Path

import pytest

from factsheet.cli.main import MOST, SHARE, USUAL, most_for

CHILD = """
from factsheet.cli.main import bound_memory
bound_memory(1_000_000_000)
try:
    bytes(2_000_000_000)
except MemoryError:
    print("bounded")
"""


def test_the_bound_grows_with_the_site(tmp_path: Path) -> None:
    """A site of usual size has the usual bound; one with more to read may use more, in proportion."""
    assert most_for(str(tmp_path)) == MOST
    folder = tmp_path / "content" / "ro"
    folder.mkdir(parents=True)
    (folder / "index.md").write_text("x" * 1000)
    assert most_for(str(tmp_path)) == MOST
    with (folder / "large.md").open("wb") as file:
        file.truncate(USUAL + 1_000_000)
    assert most_for(str(tmp_path)) == MOST + SHARE * 1_001_000 == 2_024_024_000


def test_a_folder_that_cannot_be_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the sheets cannot be listed, the usual bound holds, and the build says why."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr("factsheet.files.scanning.scan_tree", refuse)
    assert most_for(str(tmp_path)) == MOST


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such bound")
def test_memory_is_bounded() -> None:
    """A process that asks for more than its bound fails with MemoryError."""
    done = subprocess.run([sys.executable, "-c", CHILD], capture_output=True, text=True, check=True, timeout=600)
    assert done.stdout == "bounded\n"
