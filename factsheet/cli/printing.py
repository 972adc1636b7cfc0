"""What the terminal shows: findings on standard output, the state of the build on standard error."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from factsheet.problems import Problem, Severity


def show(problems: Iterable[Problem], root: Path, *, language: str | None = None, capped: bool = True) -> str:
    """Print findings, each with the way to mend it and its line in the file below `root`; give what was printed."""
    found = list(problems)
    if not found:
        return ""
    from factsheet.cli.report import report_lines, wants_colour
    from factsheet.findings.words import chosen_language, words_of

    words = words_of(chosen_language(language, os.environ))
    colour = wants_colour(sys.stdout, os.environ)
    text = "".join(f"{line}\n" for line in report_lines(root, found, words, colour=colour, capped=capped))
    try:
        print(text, end="", flush=True)
    except BrokenPipeError:  # the reader has seen enough; what is to be published is published all the same
        fall_silent()
    return text


ONE = {
    Severity.ERROR: "{count} error",
    Severity.WARNING: "{count} warning",
    Severity.NOTICE: "{count} notice",
}
MANY = {
    Severity.ERROR: "{count} errors",
    Severity.WARNING: "{count} warnings",
    Severity.NOTICE: "{count} notices",
}


def fall_silent() -> None:
    """Let what is still printed go nowhere, once the reader of standard output has closed it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def tally(problems: Iterable[Problem], *, language: str | None = None) -> str:
    """Count findings by their weight, as in `2 errors, 1 warning`."""
    counts = dict.fromkeys(Severity, 0)
    for problem in problems:
        counts[problem.severity] += 1
    found = {weight: count for weight, count in counts.items() if count}
    return ", ".join(
        spoken((ONE if count == 1 else MANY)[weight], language, count=count) for weight, count in found.items()
    )


def spoken(text: str, language: str | None, **values: object) -> str:
    """Give a text of the tool in the language asked for, else in the system's, its `{name}` fields filled."""
    from factsheet.findings.words import chosen_language, words_of

    filled = words_of(chosen_language(language, os.environ))(text)
    for name, value in values.items():
        filled = filled.replace(f"{{{name}}}", str(value))
    return filled


def say(text: str, language: str | None, **values: object) -> None:
    """Say how the build goes, on standard error, in the language asked for."""
    tell(spoken(text, language, **values))


def tell(text: str) -> None:
    """Say how the build goes, on standard error."""
    print(text, file=sys.stderr)


def complain(what: str, way_out: str) -> None:
    """Say what is wrong with how the tool was called, and what to do."""
    print(f"factsheet: {what}\n    {way_out}", file=sys.stderr)
