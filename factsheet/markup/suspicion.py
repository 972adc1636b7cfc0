"""Signs that a text might keep the Markdown converter busy for ever, found cheaply before it is converted.

Python-Markdown takes more than linear time over some constructs: nesting, brackets and tags that are never
closed, runs of backticks of many lengths. The thresholds lie far above what people write, and below what takes
a noticeable time. A text with a sign is not refused: it is converted where it can be stopped.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

MOST_CHARACTERS = 40_000
"""How long a text may be before it is converted apart."""

MOST_LINES = 2_000
MOST_OPEN_BRACKETS = 60

_BRACKETS = re.compile(r"[\[\]()]|\n[ \t]*\n")
_NESTING = re.compile(
    r"^(?:(?: {0,3}\t| {4}){10}|(?:[ \t]*(?:[-+*>]|[0-9]{1,9}[.)])(?=[ \t>])){25}|>{25})", re.MULTILINE
)
_RUNS = re.compile(r"(`|~)\1{3,}")


@dataclass(frozen=True, slots=True)
class Sign:
    """What is suspicious, in words, and the offset in the text at which it stands."""

    what: str
    offset: int


_COUNTED = (
    ("<", 500, "tags or angle brackets"),
    ("<!", 60, "comments or declarations"),
    ("[^", 200, "footnotes"),
    ("***", 300, "runs of asterisks"),
    ("___", 300, "runs of underscores"),
    ("\n#", 200, "headings"),
    ("\n===", 200, "headings"),
    ("\n---", 200, "headings or rules"),
    ("|", 3000, "cells of tables"),
    ("`", 4000, "code marks"),
    ("\\", 3000, "backslashes"),
    ("&", 3000, "entities"),
    ("{", 1000, "braces"),
)
"""What is simply counted, and how many of it a text may have before it is converted apart."""


def first_sign(text: str) -> Sign | None:
    """The first sign of a text that may be slow to convert; None for what people write."""
    return next(_signs(text), None)


def _signs(text: str) -> Iterator[Sign]:
    nested = _NESTING.search(text)
    if nested:
        yield Sign("lists or quotations nested too deeply", nested.start())
    for what, most, name in _COUNTED:
        if text.count(what) > most:
            yield Sign(f"more than {most} {name}", text.find(what))
    if text.count("[") + text.count("(") > MOST_OPEN_BRACKETS:
        yield from _open_brackets(text)
    if text.count("````") + text.count("~~~~") > MOST_OPEN_BRACKETS // 3:
        yield from (Sign("runs of backticks or tildes", run.start()) for run in _RUNS.finditer(text))
    if len(text) > MOST_CHARACTERS or text.count("\n") > MOST_LINES:
        yield Sign("a text as long as this", 0)


def _open_brackets(text: str) -> Iterator[Sign]:
    """Brackets that are not closed in their own paragraph."""
    depth = 0
    for match in _BRACKETS.finditer(text):
        bracket = match[0]
        if bracket in "[(":
            depth += 1
            if depth > MOST_OPEN_BRACKETS:
                yield Sign("brackets that are not closed", match.start())
                return
        else:
            depth = 0 if bracket[0] == "\n" else max(0, depth - 1)
