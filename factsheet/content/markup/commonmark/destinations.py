"""Where links lead, and the titles of links: section 6.3."""

import re
from typing import Final
from urllib.parse import quote

from factsheet.content.markup.commonmark.grammar import FIGURE, unescaped
from factsheet.patterns import regex

MOST_PARENTHESES: Final = 32
"""How deeply parentheses may stand in each other in a destination, as in the reference implementation."""

DESTINATION: Final = regex(rf"<((?:[^<>\n\\]|\\.)*)>|((?!<)(?:{FIGURE}|[^\x00-\x20\x7f])+)")
"""A destination between angle brackets, or one without spaces; a figure counts as one character."""

TITLE: Final = regex(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'|\(((?:[^()\\]|\\.)*)\)", re.DOTALL)
_PIECE: Final = regex(rf"{FIGURE}|\\[!-/:-@\[-`{{-~]|[()]|[^\\()\x00-\x20\x7f{{]+|[\\{{]")
_PARENTHESES: Final = regex(r"\\.|[()]")
_ODD: Final = regex("[^%!#$&'()*+,/:;=?@_.~A-Za-z0-9\ue000-\uf8ff-]+")


def bare_end(text: str, position: int) -> int | None:
    """Where a destination without angle brackets ends; None where its parentheses do not match."""
    depth = 0
    while found := _PIECE.match(text, position):
        piece = found[0]
        if piece == "(":
            depth += 1
            if depth > MOST_PARENTHESES:
                return None
        elif piece == ")":
            if not depth:
                break
            depth -= 1
        position = found.end()
    return None if depth else position


def is_balanced(destination: str) -> bool:
    """Whether all parentheses of a destination match."""
    depth = 0
    for found in _PARENTHESES.finditer(destination):
        depth += {"(": 1, ")": -1}.get(found[0], 0)
        if not 0 <= depth <= MOST_PARENTHESES:
            return False
    return depth == 0


def title_of(found: re.Match[str]) -> str:
    """The title that `TITLE` found."""
    return unescaped(next(group for group in found.groups() if group is not None))


def percent_encoded(address: str) -> str:
    """An address in which what an address may not hold is written as bytes; marks of figures stay."""
    return _ODD.sub(lambda found: quote(found[0], safe=""), address)
