"""What the terminal shows: findings on standard output, the state of the build on standard error."""

import sys
from collections.abc import Iterable

from factsheet.codes import fix, message
from factsheet.problems import Problem, Severity


def show(problems: Iterable[Problem]) -> None:
    """Print findings, each with the way to mend it."""
    for problem in problems:
        print(f"{problem.place}: {problem.code} {message(problem)}")
        print(f"    {fix(problem)}")


def tally(problems: Iterable[Problem]) -> str:
    """Count findings by their weight, as in `2 errors, 1 warning`."""
    counts = dict.fromkeys(Severity, 0)
    for problem in problems:
        counts[problem.severity] += 1
    return ", ".join(f"{count} {name}{'' if count == 1 else 's'}" for name, count in counts.items() if count)


def tell(text: str) -> None:
    """Say how the build goes, on standard error."""
    print(text, file=sys.stderr)


def complain(what: str, way_out: str) -> None:
    """Say what is wrong with how the tool was called, and what to do."""
    print(f"factsheet: {what}\n    {way_out}", file=sys.stderr)
