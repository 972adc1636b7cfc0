"""The file that tells what fuzzing found, and how each find becomes a test that every run repeats."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

NAME: Final = "finds.md"

_CASE: Final = re.compile(
    r"^E +(?:Failing test case|Falsifying example): (?P<law>\w+)\((?P<arguments>.*?)^E +\)", re.DOTALL | re.MULTILINE
)
_GUTTER: Final = re.compile(r"^E +", re.MULTILINE)
_REMARK: Final = re.compile(r" *# or any other generated value$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Find:
    """One fault found by chance."""

    where: str
    """The target, or the test by its file and name."""
    what: str
    """What was said."""
    commit: str
    """What to add to the tests, and where."""


def in_report(path: str, report: str, repeat: str) -> list[Find]:
    """Give the finds of a report of pytest about one file; `repeat` is the command that gives it again.

    A law that does not hold gives its example; any other failure is repeated by the seed.
    """
    laws = [
        Find(f"{path}::{case['law']}", _said(report[: case.start()]), _example(case["law"], case["arguments"]))
        for case in _CASE.finditer(report)
    ]
    if laws:
        return laws
    return [
        Find(
            path, _said(report), f"Repeat it with the command below, and write a test of what it shows.\n\n    {repeat}"
        )
    ]


def write(folder: Path, find: Find) -> Path:
    """Add a find to the file, once; give the path of the file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / NAME
    before = path.read_text(encoding="utf-8") if path.exists() else "# What fuzzing found\n"
    entry = f"\n## {find.where}\n\n{find.what}\n\n{find.commit}\n"
    if entry not in before:
        path.write_text(before + entry, encoding="utf-8")
    return path


def _example(law: str, arguments: str) -> str:
    plain = _REMARK.sub("", _GUTTER.sub("    ", arguments)).strip("\n ")
    lines = "\n".join(f"        {line.strip(' ')}" for line in plain.splitlines())
    return f"Put this right below the `@given` of `{law}`, and correct the fault:\n\n    @example(\n{lines}\n    )"


def _said(report: str) -> str:
    """Give the last lines of an assertion, indented."""
    lines = [_GUTTER.sub("", line) for line in report.splitlines() if line.startswith("E ")]
    return "\n".join(f"    {line}" for line in lines[-8:]) or "    (nothing was said)"
