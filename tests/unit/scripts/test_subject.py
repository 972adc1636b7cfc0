"""What the hook says of a commit's message."""

import subprocess
import sys
from pathlib import Path

import pytest

from scripts.subject import faults
from tests.support import ROOT

GOOD = "Read a table once\n\nIt was read for each language.\n"


@pytest.mark.parametrize(
    "message",
    [
        GOOD,
        f"# what git says\n{GOOD}# and more\n",
        f"{'ă' * 36}\n\nWhy.\n",
        "Merge branch 'other'\n",
        'Revert "Read a table once"\n',
    ],
)
def test_a_good_message(message: str) -> None:
    """A subject of at most 72 bytes with a body is right, whatever git writes around it or by itself."""
    assert list(faults(message)) == []


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("", ["the subject has 0 bytes; write 1 to 72", "there is no body; say why the change is made"]),
        (f"{'ă' * 37}\n\nWhy.\n", ["the subject has 74 bytes; write 1 to 72"]),
        ("Read a table once.\n\nWhy.\n", ["the subject ends with a full stop; leave it out"]),
        ("Read a table once\n", ["there is no body; say why the change is made"]),
        ("Read it\nonce\n", ["the second line is not empty; leave it so, and write the body below"]),
        ("Read it\n# ------------------------ >8 ---\n\ndiff\n", ["there is no body; say why the change is made"]),
    ],
)
def test_what_is_told(message: str, told: list[str]) -> None:
    """Each thing that a message lacks is told once, with what to write."""
    assert list(faults(message)) == told


def test_the_hook_refuses(tmp_path: Path) -> None:
    """Run as git's hook, it takes the file of the message, and ends with an error where something is told."""
    path = tmp_path / "message"
    for message, code in ((GOOD, 0), ("Read it\n", 1)):
        path.write_text(message, "utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "scripts.subject", path], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == code
        assert bool(done.stderr.strip()) is bool(code)
