"""What a newcomer starts from."""

from pathlib import Path

import pytest

from factsheet.cli import main


@pytest.fixture
def site(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Path:
    """A site that has just been begun."""
    folder = tmp_path / "site"
    assert main(["new", "site", str(folder)]) == 0
    capfd.readouterr()
    return folder
