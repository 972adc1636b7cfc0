"""Nothing breaks when whoever reads the output has seen enough."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import ROOT, SMALL_SITE, write_site


@pytest.mark.parametrize("words", [("explain", "N103"), ("build",), ("check",)])
def test_a_reader_that_goes_away(tmp_path: Path, words: tuple[str, ...]) -> None:
    """A closed pipe brings no traceback, and a build is published all the same."""
    write_site(tmp_path, SMALL_SITE)
    root = [] if words[0] == "explain" else ["--root", str(tmp_path)]
    command = [sys.executable, str(ROOT / "build.py"), *words, *root]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        said = running.stderr.read().decode()
        running.wait(timeout=600)
    assert "Traceback" not in said
    assert "BrokenPipe" not in said
    assert words[0] != "build" or (tmp_path / "public" / "ro" / "index.html").exists()
