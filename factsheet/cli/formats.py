"""Findings for programs: JSON with a stable shape, and annotations as GitHub's workflow commands."""

import json
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING

from factsheet.problems import Problem, Severity
from factsheet.tools.findings.words import Words, told

if TYPE_CHECKING:
    from factsheet.site.proof import Tally

FORMATS = ("text", "json", "github")
"""What `check --format` takes."""

VERSION = 1
"""Of the shape of the JSON: a key may be added, but none changes its meaning or goes away."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "notice"}


def as_json(problems: Iterable[Problem], words: Words, proven: "Tally | None") -> str:
    """Write findings as one JSON object: `version`, `problems`, `counts`, and `figures` by their proof."""
    listed = list(problems)
    counts = {severity.value: sum(one.severity is severity for one in listed) for severity in Severity}
    figures = proven and {"full": proven.full, "quote": proven.quote, "none": proven.none}
    report = {
        "version": VERSION,
        "problems": [_entry(problem, words) for problem in listed],
        "counts": counts,
        "figures": figures,
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def as_annotations(problems: Iterable[Problem], words: Words, *, folder: str = ".") -> Iterator[str]:
    """Write each finding as a workflow command, which GitHub shows beside the line in a pull request.

    `folder` is the site's, as seen from the folder of the repository in which the command runs.
    """
    for problem in problems:
        place, (message, fix) = problem.place, told(problem, words)
        file = (PurePath(folder) / place.path).as_posix()
        properties = {"file": file, "line": place.line, "col": place.column, "title": problem.code}
        written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
        text = _data(f"{message}\n{fix}")
        yield f"::{_COMMANDS[problem.severity]} {written}::{text}"


def _entry(problem: Problem, words: Words) -> dict[str, object]:
    message, fix = told(problem, words)
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "path": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "message": message,
        "fix": fix,
        "values": dict(problem.values),
    }


def _data(text: str) -> str:
    """Escape a message as the runner expects it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
