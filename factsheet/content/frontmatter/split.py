"""The two parts of a sheet: front matter between `---` lines, and the Markdown after it."""

import re
from dataclasses import dataclass

from factsheet.problems import Place, Problem
from factsheet.problems.codes import report

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A sheet's text in its parts; joining `opening + head + closing + body` gives the text back."""

    opening: str
    head: str
    closing: str
    body: str
    body_line: int
    head_line: int = 2


def split(path: str, text: str) -> tuple[Split | None, list[Problem]]:
    """Find the front matter of `text`; it must open on the first line and be closed."""
    first = _FENCE.match(text)
    if first is None:
        return None, [report("F003", Place(path))]
    start = first.end() + 1
    second = _FENCE.search(text, start) if start <= len(text) else None
    if second is None:
        return None, [report("F004", Place(path))]
    end = min(second.end() + 1, len(text))
    return Split(
        opening=text[:start],
        head=text[start : second.start()],
        closing=text[second.start() : end],
        body=text[end:],
        body_line=text.count("\n", 0, end) + 1,
    ), []
