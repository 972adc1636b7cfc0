"""A line that says that a long work goes on: on a terminal only, and only after a moment."""

import contextlib
import signal
import sys
import time
from collections.abc import Iterator, Mapping
from types import FrameType

from factsheet.cli.language import seconds

AFTER = 1
"""Seconds after which a work counts as long; the line is renewed as often."""

_CLEAR = "\r\x1b[K"


@contextlib.contextmanager
def progress(text: str, environment: Mapping[str, str], *, quiet: bool = False) -> Iterator[None]:
    """Show `text` and the seconds so far while the block runs, and take the line away at its end.

    A timer of the system shows it, not a thread, for the build may fork. It counts the time that is computed, and
    leaves the other timer to the bounds of templates. Where there is no such timer, nothing is shown.
    """
    stream = sys.stderr
    if quiet or not stream.isatty() or environment.get("TERM") == "dumb" or not hasattr(signal, "setitimer"):
        yield
        return
    started = time.monotonic()
    shown = False

    def show(_number: int, _frame: FrameType | None) -> None:
        nonlocal shown
        shown = True
        stream.write(f"{_CLEAR}{text} {seconds(time.monotonic() - started, 0)} s")
        stream.flush()

    before = signal.signal(signal.SIGVTALRM, show)
    signal.setitimer(signal.ITIMER_VIRTUAL, AFTER, AFTER)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
        if shown:
            stream.write(_CLEAR)
            stream.flush()
