"""What the terminal shows: findings on standard output, the state of the build on standard error."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from factsheet.cli.language import counted, spoken, words
from factsheet.problems import Problem, Severity


def show(problems: Iterable[Problem], root: Path, *, capped: bool = True) -> str:
    """Print findings, each with the way to mend it and its line in the file below `root`; give what was printed."""
    found = list(problems)
    if not found:
        return ""
    from factsheet.cli.report import report_lines, wants_colour

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


def complain(what: str, way_out: str, /, **values: object) -> None:
    """Say what is wrong with how the tool was called, and what to do; fields of both texts are filled."""
    print(f"factsheet: {spoken(what, **values)}\n    {spoken(way_out, **values)}", file=sys.stderr)
