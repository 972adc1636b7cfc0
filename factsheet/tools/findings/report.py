"""Findings grouped by file, each with its words and its line; a file with very many is cut, with a count."""

import unicodedata
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from factsheet.content.text import MAX_BYTES
from factsheet.files import SourceFile, read_file
from factsheet.problems import Place, Problem, Severity
from factsheet.records import dataclass
from factsheet.tools.findings.words import Words, told

WIDTH = 96
"""How many characters of a long line are shown."""

_BEFORE = 40
_CUT = "…"
_WIDE = frozenset("WF")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One line of a source: its number, its text with nothing unseen in it, and where the caret stands.

    `offset` counts characters of `text` from 0; `indent` counts the columns of a terminal before the caret.
    """

    line: int
    text: str
    offset: int

    @property
    def indent(self) -> int:
        """How many columns of a terminal stand before the caret: a wide letter takes two, an accent none."""
        return sum(_columns(character) for character in self.text[: self.offset])


def excerpt(text: str, place: Place) -> Excerpt | None:
    """Cut out the line of a place; None where the text has no such line."""
    lines = text.split("\n")
    if not 1 <= place.line <= len(lines):
        return None
    line = lines[place.line - 1].removesuffix("\r")
    offset = min(max(place.column - 1, 0), len(line))
    start = offset - _BEFORE if offset > WIDTH - _BEFORE else 0
    cut = line[start : start + WIDTH]
    before, after = (_CUT if start else ""), (_CUT if start + WIDTH < len(line) else "")
    shown = "".join(visible(character) for character in cut[: offset - start])
    rest = "".join(visible(character) for character in cut[offset - start :])
    return Excerpt(place.line, f"{before}{shown}{rest}{after}", len(before) + len(shown))


def visible(character: str) -> str:
    """Give a character as it is, a tab as spaces, and one that cannot be seen as its number."""
    if character == "\t":
        return "    "
    category = unicodedata.category(character)
    if category in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}:
        return f"<U+{ord(character):04X}>"
    return character


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


PER_FILE = 50
"""How many findings of one file are shown."""

IN_ALL = 500
"""How many findings are shown."""

_CAUSES = "CFN"
"""Families of findings that make others elsewhere: settings, front matter, numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A finding in the words of whoever reads it."""

    code: str
    severity: Severity
    place: Place
    message: str
    fix: str
    excerpt: Excerpt | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileProblems:
    """The findings of one file; `hidden` more are not shown."""

    path: str
    findings: tuple[Finding, ...]
    hidden: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All findings, by file. `hidden` findings are in files that are not shown."""

    groups: tuple[FileProblems, ...] = ()
    hidden: int = 0
    hidden_files: int = 0


def make_report(root: Path, problems: Iterable[Problem], words: Words, *, capped: bool = True) -> Report:
    """Put findings into words, and read the lines that they are about."""
    by_file = _causes_first(sorted(problems, key=lambda problem: problem.sort_key))
    groups: list[FileProblems] = []
    shown = hidden = hidden_files = 0
    for path, found in groupby(by_file, key=lambda problem: problem.place.path):
        listed = list(found)
        if capped and shown >= IN_ALL:
            hidden += len(listed)
            hidden_files += 1
            continue
        most = min(PER_FILE, IN_ALL - shown) if capped else len(listed)
        kept = _heaviest(listed, most)
        text = _text(root, path)
        findings = tuple(_finding(problem, text, words) for problem in kept)
        groups.append(FileProblems(path=path, findings=findings, hidden=len(listed) - len(kept)))
        shown += len(kept)
    return Report(groups=tuple(groups), hidden=hidden, hidden_files=hidden_files)


def _causes_first(problems: list[Problem]) -> list[Problem]:
    """Put files that could not be read as they are meant before those that only suffer from it."""
    causes = {
        problem.place.path for problem in problems if problem.severity is Severity.ERROR and problem.code[0] in _CAUSES
    }
    return sorted(problems, key=lambda problem: problem.place.path not in causes)


def _heaviest(problems: list[Problem], most: int) -> list[Problem]:
    """Keep errors rather than warnings where not all can be kept, in the order of the file."""
    if len(problems) <= most:
        return problems
    weights = list(Severity)
    kept = sorted(problems, key=lambda problem: (weights.index(problem.severity), problem.sort_key))[:most]
    return sorted(kept, key=lambda problem: problem.sort_key)


def _finding(problem: Problem, text: str | None, words: Words) -> Finding:
    message, fix = told(problem, words)
    return Finding(
        code=problem.code,
        severity=problem.severity,
        place=problem.place,
        message=message,
        fix=fix,
        excerpt=None if text is None else excerpt(text, problem.place),
    )


def _text(root: Path, path: str) -> str | None:
    """Read the file that findings are about, if it is a text that can be read; lines of others are not shown."""
    try:
        file = read_file(root, path, max_bytes=MAX_BYTES)
    except (OSError, ValueError):
        return None
    if not isinstance(file, SourceFile) or b"\0" in file.data:
        return None
    return file.data.decode("utf-8-sig", errors="replace")
