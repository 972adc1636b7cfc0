"""The bound on the memory of a command."""

import subprocess
import sys

import pytest

CHILD = """
from factsheet.cli.memory import bound_memory
bound_memory(1_000_000_000)
try:
    bytes(2_000_000_000)
except MemoryError:
    print("bounded")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such bound")
def test_memory_is_bounded() -> None:
    """A process that asks for more than its bound fails with MemoryError."""
    done = subprocess.run([sys.executable, "-c", CHILD], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "bounded\n"
