"""Replacing words at known places of a file, byte for byte the same everywhere else."""

import difflib
from collections.abc import Iterable, Iterator
from typing import Final

from factsheet.patterns import regex
from factsheet.problems import Place
from factsheet.records import dataclass

_LINE_END: Final = regex(r"\r\n|\r|\n")
_MARK: Final = "\ufeff"


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """At a place, `old` becomes `new`; where `old` is empty, the whole line goes."""

    place: Place
    old: str
    new: str


def mended(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Apply edits to a UTF-8 file.

    An edit whose words are not at its place, or that overlaps another, is left out. Line ends and a mark of
    the byte order stay as they are.
    """
    text = data.decode("utf-8")
    offset = len(_MARK) if text.startswith(_MARK) else 0
    starts = [offset, *(match.end() for match in _LINE_END.finditer(text))]
    least = len(text)
    for start, end, new in sorted(_spans(text, starts, edits), reverse=True):
        if end <= least:
            text = text[:start] + new + text[end:]
            least = start
    return text.encode("utf-8")


def diff(path: str, before: bytes, after: bytes) -> Iterator[str]:
    """Give the lines of a unified diff."""
    lines = [data.decode("utf-8").splitlines() for data in (before, after)]
    return difflib.unified_diff(lines[0], lines[1], f"a/{path}", f"b/{path}", lineterm="")


def _spans(text: str, starts: list[int], edits: Iterable[Edit]) -> Iterator[tuple[int, int, str]]:
    for edit in set(edits):
        if edit.place.line > len(starts):
            continue
        line = starts[edit.place.line - 1]
        if not edit.old:
            following = starts[edit.place.line] if edit.place.line < len(starts) else len(text)
            yield line, following, ""
            continue
        start = line + edit.place.column - 1
        if text.startswith(edit.old, start):
            yield start, start + len(edit.old), edit.new
