"""The two parts of a sheet: front matter between `---` lines, and the Markdown after it."""

import re

from factsheet.content.text import place_at
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Problem
from factsheet.core.records import dataclass

_FENCE = regex(r"^---[ \t]*$", re.MULTILINE)
_NEARLY = regex(r"^[ \t]*(?P<signs>[-=+_~*\u2010-\u2015\u2212]{1,12})[ \t]*$", re.MULTILINE)
"""A line that was most likely meant as a fence: word processors make one dash of three hyphens."""
_BEHIND = regex(r"^---[ \t]*\n(?=(?:#.*\n)*[a-z_]+:(?: |$))", re.MULTILINE)
"""A fence with a key below it: what stands above, such as the words of a program that wrote the sheet, is no part."""
_MOST_ABOVE = 4_000
"""How far down it is looked for, in characters."""
_CITED = regex(r"> ?---[ \t]*$", re.MULTILINE)


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
        return None, [_unopened(path, text)]
    start = first.end() + 1
    second = _FENCE.search(text, start) if start <= len(text) else None
    if second is None:
        return None, [_unclosed(path, text, start)]
    end = min(second.end() + 1, len(text))
    return Split(
        opening=text[:start],
        head=text[start : second.start()],
        closing=text[second.start() : end],
        body=text[end:],
        body_line=text.count("\n", 0, end) + 1,
    ), []


def _unopened(path: str, text: str) -> Problem:
    """The finding for a sheet that does not begin with a fence, with the way out that fits what it begins with."""
    nearly = _NEARLY.match(text)
    if nearly is not None:
        return report("F003", Place(path), variant="fence", written=nearly["signs"])
    is_fenced = _FENCE.match(text.lstrip())
    above = _BEHIND.search(text[:_MOST_ABOVE])
    if above is not None and not is_fenced:
        line = text.count("\n", 0, above.start()) + 1
        return report("F003", Place(path), variant="code" if text.startswith("```") else "above", line=line)
    variant = "blank" if is_fenced else "cited" if _CITED.match(text) else "" if text.strip() else "empty"
    return report("F003", Place(path), variant=variant)


_LIKE_KEY = regex(r"(?m)^ *(?:- )?[a-z][\w-]*:(?: .*)?$")
"""A line that looks like front matter."""


def _unclosed(path: str, text: str, start: int) -> Problem:
    """The finding for front matter without an end, at the line that was most likely meant as one."""
    nearly = _NEARLY.search(text, start)
    if nearly is None:
        last = [*_LIKE_KEY.finditer(text, start)][-1:]
        return report(
            "F004", place_at(path, text, last[0].start()) if last else Place(path), variant="after" if last else ""
        )
    place = place_at(path, text, nearly.start("signs"))
    return report("F004", place, variant="fence", written=nearly["signs"])
