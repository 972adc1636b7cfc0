"""Conversion in a process of its own, which is stopped when it takes too long or too much memory.

Python cannot interrupt a regular expression that has run wild; ending its process is the one sure way. The
child is started isolated (`-I`), with the module search path of this process and nothing from the folder it
is run in, and is handed JSON and gives JSON.
"""

import json
import math
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from factsheet.core.records import asdict

if TYPE_CHECKING:
    from factsheet.content.markup.values import Prose, Typography

SECONDS: Final = 3.0
"""How long one text may take, in seconds of a processor: other work on the machine does not count."""

LONGEST: Final = 60.0
"""Seconds after which a child is ended whatever it does, and where the system counts no time of a processor."""

MEMORY: Final = 1_000_000_000
"""How many bytes of address space the child may use."""

MOST_SLOW: Final = 2
"""How many texts may use up their time within `MEMORY_OF_SLOW` seconds; others are then not tried."""

MEMORY_OF_SLOW: Final = 30.0
"""For how many seconds it is remembered that a text used up its time."""

_CHILD = (
    "import sys; limits = [int(word) for word in sys.argv[1:3]]; sys.path[:] = sys.argv[3:]; "
    "from factsheet.content.markup.apart import serve_one; serve_one(*limits)"
)
_HERE: Final = Path(__file__).resolve().parents[3]
"""The folder that holds this package."""

_OUT_OF_TIME: Final = frozenset({-getattr(signal, "SIGXCPU", 0), -getattr(signal, "SIGKILL", 0)} - {0})

_slow: deque[float] = deque(maxlen=MOST_SLOW)
_lock = threading.Lock()


class Stopped(Exception):
    """The text could not be converted in the time, memory or depth there is; says why."""

    def __init__(self, reason: str, *, is_certain: bool = True) -> None:
        """Keep whether the text was tried at all."""
        super().__init__(reason)
        self.is_certain = is_certain


def convert_apart(text: str, typography: "Typography") -> "Prose":
    """Convert Markdown in a child process; raises Stopped, and Unrenderable as the conversion does."""
    with _lock:
        if len(_slow) == MOST_SLOW and time.monotonic() - _slow[0] < MEMORY_OF_SLOW:
            raise Stopped("others before it took too long", is_certain=False)
    done = _in_a_child(json.dumps([asdict(typography), text]).encode("ascii"))
    if done is None or done.returncode in _OUT_OF_TIME:
        with _lock:
            _slow.append(time.monotonic())
        raise Stopped(f"it takes longer than {SECONDS:.0f} seconds")
    if done.returncode:
        raise Stopped("it is nested too deeply or takes too much memory")
    return _answer(json.loads(done.stdout))


def _in_a_child(given: bytes) -> subprocess.CompletedProcess[bytes] | None:
    """Run a child; None where it does not end by itself."""
    path = [str(_HERE), *(folder for folder in sys.path if folder)]
    command = [sys.executable, "-I", "-c", _CHILD, str(MEMORY), str(math.ceil(SECONDS)), *path]
    try:
        return subprocess.run(  # noqa: S603 - the command is our own interpreter
            command, input=given, capture_output=True, timeout=LONGEST, check=False
        )
    except subprocess.TimeoutExpired:
        return None


def serve_one(memory: int, seconds: int) -> None:
    """The child's whole life: read one text from standard input, write what it becomes to standard output."""
    _limit(memory, seconds)
    from factsheet.content.markup.prose import Unrenderable, prose_of
    from factsheet.content.markup.values import Typography

    settings, text = json.loads(sys.stdin.buffer.read())
    settings["alerts"] = tuple(settings["alerts"])
    try:
        told: object = {"prose": asdict(prose_of(text, Typography(**settings)))}
    except Unrenderable as fault:
        told = {"fault": [fault.code, fault.line, fault.values]}
    sys.stdout.buffer.write(json.dumps(told).encode("ascii"))


def _answer(told: dict[str, Any]) -> "Prose":
    """The values that a child has told of."""
    from factsheet.content.markup.prose import Unrenderable
    from factsheet.content.markup.values import Link, MarkupSlip, Prose, Reference, Run, RunSpan

    if "fault" in told:
        code, line, values = told["fault"]
        raise Unrenderable(code, line, **values)
    prose = told["prose"]
    return Prose(
        html=prose["html"],
        references=tuple(Reference(**one) for one in prose["references"]),
        links=tuple(Link(**one) for one in prose["links"]),
        ids=tuple(prose["ids"]),
        runs=tuple(
            Run(
                one["element"],
                one["text"],
                tuple(one["references"]),
                tuple((start, source) for start, source in one["origins"]),
                tuple(RunSpan(**span) for span in one["spans"]),
                one["marker"],
                tuple(one["cell"]) if one["cell"] else None,
            )
            for one in prose["runs"]
        ),
        code=tuple((start, end) for start, end in prose["code"]),
        slips=tuple(
            MarkupSlip(one["code"], one["offset"], tuple((key, value) for key, value in one["values"]), one["variant"])
            for one in prose["slips"]
        ),
    )


def _limit(memory: int, seconds: int) -> None:
    """Bound memory and processor time where the system can."""
    try:
        import resource
    except ImportError:  # not on Windows: time is still bounded there
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 2))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
