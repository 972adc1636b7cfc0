"""Ctrl-C while a command begins: it ends, and nothing that looks like a failure is printed.

Time tells nothing of how far a command has come; so the signal is sent at a chosen import, and not after a while.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.previewing import HANG, ROOT, write_site

CHILD = """
import os, signal, sys

at, seen = int(sys.argv[1]), []

def hook(event, given):
    if event == "import":
        seen.append(given[0])
        if len(seen) == at:
            os.kill(os.getpid(), signal.SIGINT)

sys.argv = ["factsheet", "serve", "--port", "0", "--root", sys.argv[2]]
sys.path.insert(0, os.getcwd())
import factsheet
with open(os.path.join(os.path.dirname(factsheet.__file__), "__main__.py")) as file:
    entry = compile(file.read(), file.name, "exec")
sys.addaudithook(hook)
exec(entry, {"__name__": "__main__"})
"""

POINTS = (1, 2, 5, 13, 34, 89, 233, 377)
"""Which import is interrupted: there are some five hundred until the preview listens."""


@pytest.mark.parametrize("at", POINTS)
def test_a_preview_that_is_interrupted_as_it_begins_ends_quietly(tmp_path: Path, at: int) -> None:
    """Ctrl-C at any point of the start ends the preview, without a traceback."""
    command = [sys.executable, "-c", CHILD, str(at), str(write_site(tmp_path))]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=HANG, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    assert "Exception ignored" not in done.stderr, done.stderr
    assert done.returncode in {0, 130}
