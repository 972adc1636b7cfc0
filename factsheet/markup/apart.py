"""Conversion in a process of its own, which is stopped when it takes too long or too much memory.

Python cannot interrupt a regular expression that has run wild; ending its process is the one sure way. The
child is started isolated (`-I`), with the module search path of this process and nothing from the folder it
is run in, and is handed text and gives text.
"""

import subprocess
import sys
import threading
import time
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from factsheet.markup.prose import Typography

SECONDS: Final = 3.0
"""How long one text may take."""

MEMORY: Final = 1_000_000_000
"""How many bytes of address space the child may use."""

MOST_SLOW: Final = 2
"""How many texts may use up their time within `MEMORY_OF_SLOW` seconds; others are then not tried."""

MEMORY_OF_SLOW: Final = 30.0

_CHILD = (
    "import sys; count = int(sys.argv[1]); sys.path[:] = sys.argv[2:]; "
    "from factsheet.markup.apart import serve_one; serve_one(count)"
)
_HERE: Final = Path(__file__).resolve().parents[2]
"""The folder that holds this package."""

_slow: deque[float] = deque(maxlen=MOST_SLOW)
_lock = threading.Lock()


class Stopped(Exception):
    """The text could not be converted in the time, memory or depth there is; says why."""

    def __init__(self, reason: str, *, is_certain: bool = True) -> None:
        """Keep whether the text was tried at all."""
        super().__init__(reason)
        self.is_certain = is_certain


def convert_apart(text: str, typography: "Typography") -> str:
    """Convert Markdown to safe HTML in a child process; raises Stopped."""
    with _lock:
        if len(_slow) == MOST_SLOW and time.monotonic() - _slow[0] < MEMORY_OF_SLOW:
            raise Stopped("others before it took too long", is_certain=False)
    quotes = (typography.open, typography.close, typography.back_to_text)
    given = "\x1f".join((*quotes, text)).encode("utf-8", "surrogatepass")
    path = [str(_HERE), *(folder for folder in sys.path if folder)]
    command = [sys.executable, "-I", "-c", _CHILD, str(MEMORY), *path]
    try:
        done = subprocess.run(  # noqa: S603 - the command is our own interpreter
            command, input=given, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        with _lock:
            _slow.append(time.monotonic())
        raise Stopped(f"it takes longer than {SECONDS:.0f} seconds") from None
    if done.returncode:
        raise Stopped("it is nested too deeply or takes too much memory")
    return done.stdout.decode("utf-8", "replace")


def serve_one(memory: int) -> None:
    """The child's whole life: read one text from standard input, write its HTML to standard output."""
    _limit(memory)
    from factsheet.markup.guard import safe_html
    from factsheet.markup.prose import Typography

    opening, closing, back, text = sys.stdin.buffer.read().decode("utf-8", "surrogatepass").split("\x1f", 3)
    html = safe_html(text, Typography(open=opening, close=closing, back_to_text=back))
    sys.stdout.buffer.write(html.encode("utf-8", "replace"))


def _limit(memory: int) -> None:
    """Bound memory and processor time where the system can."""
    try:
        import resource
    except ImportError:  # not on Windows: time is still bounded there
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (int(SECONDS) + 2, int(SECONDS) + 2))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
