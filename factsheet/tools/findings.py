"""Findings as people are shown them: in their language, with the faulty line and a caret, grouped by file."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import groupby
from pathlib import Path

from factsheet.content.catalogs import Catalog, read_catalog
from factsheet.content.text import MAX_BYTES
from factsheet.core.codes import CODES
from factsheet.core.patterns import regex
from factsheet.core.problems import LANGUAGES, Place, Problem, Severity, Words, filled
from factsheet.core.records import dataclass
from factsheet.files.reading import SourceFile, read_file

# The language in which findings are told: the English of the table, or a catalogue of the tool.

FOLDER = Path(__file__).resolve().parents[1] / "messages"
"""Where the tool's own catalogues lie."""

PLURALS: Mapping[str, Callable[[int], int]] = {
    "ro": lambda count: 0 if count == 1 else 1 if count == 0 or 0 < count % 100 < 20 else 2  # noqa: PLR2004 - 2 to 19
}
"""Which of its plural forms a language takes for a whole number, as CLDR has it, without CLDR's data."""

_MAX_BYTES = 2_000_000
_NUMBER = regex(r"[0-9]+")

CONTEXT = "value"
"""The context, in a catalogue, of texts that fill a field: there `error` is a setting or a word of an editor."""

_MARK = f"{CONTEXT}\x04"  # as gettext joins a context and a text


def words_of(language: str) -> Words:
    """Choose the language of the tool's texts; one that it does not speak gives English."""
    catalog = _catalog(language) if language in LANGUAGES[1:] else None

    def translated(text: str) -> str:
        is_value = text.startswith(_MARK)
        found = catalog.find(text.removeprefix(_MARK), CONTEXT if is_value else "") if catalog else None
        return found.strings[0] if found else text

    return translated


@cache
def _catalog(language: str) -> Catalog:
    file = read_file(FOLDER, f"{language}.po", max_bytes=_MAX_BYTES)
    data = file.data if isinstance(file, SourceFile) else b""
    return read_catalog(language, f"{language}.po", data)[0]


def plural_of(language: str, one: str, many: str, count: int) -> str:
    """The form of a text that fits a count; English where the catalogue does not have it."""
    catalog = _catalog(language) if language in LANGUAGES[1:] else None
    found = catalog.find(one) if catalog else None
    if found is None or len(found.strings) == 1:
        return one if count == 1 else many
    return found.strings[PLURALS[language](count)]


def told(problem: Problem, words: Words) -> tuple[str, str]:
    """Say what was found, and how to correct it."""
    code = CODES[problem.code]
    values = {name: told_value(value, words) for name, value in problem.values}
    return filled(words(code.message), values), filled(words(code.way_out(problem.variant)), values)


def told_value(value: str, words: Words) -> str:
    """What fills a field: a text of the tool in the language chosen, anything else as it is.

    A text with whole numbers in it stands in the catalogue with `{1}`, `{2}` in their places.
    """
    numbers = _NUMBER.findall(value)
    places = iter(range(1, len(numbers) + 1))
    key = _NUMBER.sub(lambda _: f"{{{next(places)}}}", value)
    found = words(f"{_MARK}{key}")
    if found == f"{_MARK}{key}":
        return value
    return filled(found, {str(place): number for place, number in enumerate(numbers, start=1)})


# The report: findings grouped by file, each with its line; a file with very many is cut, with a count.

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

    groups: tuple[FileProblems, ...]
    hidden: int
    hidden_files: int


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
