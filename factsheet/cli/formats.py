"""Findings for programs: JSON with a stable shape, and annotations as GitHub's workflow commands."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, TextIO

from factsheet.cli.printing import number
from factsheet.core.problems import Problem, Severity
from factsheet.tools.findings import Excerpt, FileProblems, Finding, Words, make_report, told

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


def as_annotations(problems: Iterable[Problem], words: Words, *, folder: str) -> Iterator[str]:
    """Write each finding as a workflow command, which GitHub shows beside the line in a pull request.

    `folder` is the site's, as seen from the folder of the repository in which the command runs.
    """
    for problem in problems:
        place, (message, fix) = problem.place, told(problem, words)
        file = (PurePath(folder) / place.path).as_posix()
        properties = {"file": file, "line": place.line, "col": place.column, "title": problem.code}
        safe = {name: _data(str(value)).replace(":", "%3A").replace(",", "%2C") for name, value in properties.items()}
        written = ",".join(f"{name}={value}" for name, value in safe.items())
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


# How findings look in a terminal: place, code and message, the fix, the line with a caret; by file.

_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTICE: "1;36"}
_PLACE, _QUIET = "1", "2"

Paint = Callable[[str, str], str]
"""Colours a text, or leaves it plain."""

MORE_IN_FILE = "… and {count} more in {file}"
MORE_FILES = "… and {count} more in {files} other files"


def report_lines(
    root: Path, problems: Iterable[Problem], words: Words, *, colour: bool, capped: bool = True
) -> Iterator[str]:
    """Give the lines of a report: for each finding `path:line:column: CODE message`, the fix, the excerpt."""
    paint = _painted if colour else _plain
    report = make_report(root, problems, words, capped=capped)
    for index, group in enumerate(report.groups):
        if index:
            yield ""
        yield from _group_lines(group, words, paint)
    if report.hidden:
        text = words(MORE_FILES).replace("{count}", number(report.hidden))
        yield paint(text.replace("{files}", number(report.hidden_files)), _QUIET)


def wants_colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Tell whether to colour: on a terminal that can, unless NO_COLOR is set (no-color.org), or if forced."""
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR") or environment.get("CLICOLOR_FORCE", "0") != "0":
        return True
    return stream.isatty() and environment.get("TERM") != "dumb"


def _group_lines(group: FileProblems, words: Words, paint: Paint) -> Iterator[str]:
    for finding in group.findings:
        yield from _finding_lines(finding, paint)
    if group.hidden:
        text = words(MORE_IN_FILE).replace("{count}", number(group.hidden))
        yield paint(text.replace("{file}", group.path), _QUIET)


def _finding_lines(finding: Finding, paint: Paint) -> Iterator[str]:
    code = paint(finding.code, _COLOURS[finding.severity])
    yield f"{paint(f'{finding.place}:', _PLACE)} {code} {finding.message}"
    yield f"    {finding.fix}"
    if finding.excerpt is not None and finding.excerpt.text.strip(" "):
        yield from _excerpt_lines(finding.excerpt, paint, _COLOURS[finding.severity])


def _excerpt_lines(excerpt: Excerpt, paint: Paint, colour: str) -> Iterator[str]:
    number = f"{excerpt.line:>7}"
    yield f"{paint(f'{number} |', _QUIET)} {excerpt.text}"
    yield f"{paint(' ' * len(number) + ' |', _QUIET)} {' ' * excerpt.indent}{paint('^', colour)}"


def _painted(text: str, colour: str) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m"


def _plain(text: str, colour: str) -> str:  # noqa: ARG001 - the same signature as its twin
    return text
