"""What a newcomer starts from."""

from pathlib import Path

import pytest

from factsheet.cli import main
from tests.support import settle


@pytest.fixture
def site(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Path:
    """A site that has just been begun, with an address and a publisher of its own."""
    folder = tmp_path / "site"
    assert main(["new", "site", str(folder)]) == 0
    settle(folder)
    capfd.readouterr()
    return folder
