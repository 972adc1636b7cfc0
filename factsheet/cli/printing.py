"""What the terminal shows: findings on standard output, the state of the build on standard error."""

import contextlib
import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import FrameType

from factsheet.cli.language import counted, seconds, spoken, words
from factsheet.core.problems import Problem, Severity


def show(problems: Iterable[Problem], root: Path, *, capped: bool = True) -> str:
    """Print findings, each with the way to correct it and its line in the file below `root`; give what was printed."""
    found = list(problems)
    if not found:
        return ""
    from factsheet.cli.formats import report_lines, wants_colour

    colour = wants_colour(sys.stdout, os.environ)
    text = "".join(f"{line}\n" for line in report_lines(root, found, words(), colour=colour, capped=capped))
    try:
        print(text, end="", flush=True)
    except BrokenPipeError:  # the reader has seen enough; what is to be published is published all the same
        fall_silent()
    return text


def fall_silent() -> None:
    """Let what is still printed go nowhere, once the reader of standard output has closed it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def tally(problems: Iterable[Problem]) -> str:
    """Count findings by their weight, as in `2 errors, 1 warning`."""
    counts = dict.fromkeys(Severity, 0)
    for problem in problems:
        counts[problem.severity] += 1
    parts = (
        counted("{count} error", "{count} errors", counts[Severity.ERROR]) if counts[Severity.ERROR] else "",
        counted("{count} warning", "{count} warnings", counts[Severity.WARNING]) if counts[Severity.WARNING] else "",
        counted("{count} notice", "{count} notices", counts[Severity.NOTICE]) if counts[Severity.NOTICE] else "",
    )
    return ", ".join(part for part in parts if part)


def say(text: str, /, **values: object) -> None:
    """Say how the build goes, on standard error, in the language chosen."""
    tell(spoken(text, **values))


def tell(text: str) -> None:
    """Print a line that is in the right language already, such as a path, on standard error."""
    print(text, file=sys.stderr)


def tell_count(one: str, many: str, /, count: int, **values: object) -> None:
    """Say a text that fits a count, as `counted` gives it, on standard error."""
    tell(counted(one, many, count, **values))


class Ended(Exception):
    """A command cannot go on, and has said why; carries its exit code."""

    def __init__(self, code: int) -> None:
        """Keep the code."""
        super().__init__(code)
        self.code = code


def complain(what: str, way_out: str, /, *, near: object = None, **values: object) -> int:
    """Say what is wrong with how the tool was called, and what to do; give the exit code of that, 2.

    Fields of both texts are filled. Where there is something `near` that was most likely meant, asking for it takes the
    place of the way out.
    """
    hint = spoken("did you mean {near}?", near=near) if near else spoken(way_out, **values)
    print(f"factsheet: {spoken(what, **values)}\n    {hint}", file=sys.stderr)
    return 2


# A line that says that a long work goes on: on a terminal only, and only after a moment.

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
