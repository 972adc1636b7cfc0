"""Tests that draw by chance, run with chance let loose: other draws each time, until the time is up."""

import random
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.fuzz.finds import Find, in_report

ROOT: Final = Path(__file__).resolve().parent.parent.parent
WELL: Final = (0, 5)
"""The exit codes of pytest when all tests passed, or none was chosen."""

_DRAWS: Final = re.compile(
    r"^from hypothesis import |^@pytest\.mark\.chance$|^pytestmark = pytest\.mark\.chance$", re.MULTILINE
)


def files_that_draw(folder: Path) -> list[Path]:
    """Give the test files below a folder that hold laws of Hypothesis, or tests marked `chance`."""
    return [path for path in sorted(folder.rglob("test_*.py")) if _DRAWS.search(path.read_text(encoding="utf-8"))]


def hunt(files: list[Path], seconds: float, dice: random.Random) -> Iterator[Find]:
    """Run the files in rounds, each time with another seed, and give the finds.

    A run that the time ends gives none; Hypothesis keeps its examples, and the next hunt begins with them.
    """
    until = time.monotonic() + seconds
    waiting: list[Path] = []
    while files and (left := until - time.monotonic()) > 0:
        waiting = waiting or dice.sample(files, len(files))
        path = waiting.pop()
        command = _command(path, dice.randrange(2**32))
        try:
            ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=left)
        except subprocess.TimeoutExpired:
            return
        if ran.returncode not in WELL:
            yield from in_report(_name(path), ran.stdout + ran.stderr, " ".join(["python", *command[1:]]))


def _command(path: Path, seed: int) -> list[str]:
    options = ["-n", "0", "-q", "--tb=short", "-p", "no:cacheprovider", "-m", "hypothesis or chance"]
    chance = ["--hypothesis-profile=fuzz", f"--hypothesis-seed={seed}", f"--randomly-seed={seed}"]
    return [sys.executable, "-m", "pytest", *options, *chance, _name(path)]


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else str(path)
