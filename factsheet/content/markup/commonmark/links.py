"""Links: where they lead, their titles, their definitions and what follows their brackets (sections 4.7 and 6.3)."""

import re
from typing import Final
from urllib.parse import quote

from factsheet.content.markup.commonmark.cursor import Content
from factsheet.content.markup.commonmark.grammar import FIGURE, unescaped
from factsheet.content.markup.commonmark.nodes import Bracket, LinkNode, References
from factsheet.core.patterns import regex
from factsheet.core.records import dataclass

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


# Link reference definitions, `[label]: destination "title"`: section 4.7.

LABEL: Final = regex(r"\[((?:[^\\\[\]]|\\.){0,999})\]", re.DOTALL)
"""A label: at most 999 characters, no bracket that is not escaped."""

_SPACE: Final = regex(r"[ \t]*(?:\n[ \t]*)?")
_BLANKS: Final = regex(r"[ \t]*")
_END: Final = regex(r"[ \t]*(?:\n|\Z)")


def label_key(label: str) -> str:
    """What labels that match have in common: case and space do not count."""
    return " ".join(label.split()).casefold().upper().lower()


def definitions_of(text: Content, references: References) -> int:
    """Read the definitions with which a paragraph begins; give how many of its lines they take."""
    position = start = 0
    while text.startswith("[", start):
        end = _definition(text, start, references)
        if end is None:
            break
        blanks = _BLANKS.match(text, end)
        position, start = end, blanks.end() if blanks else end
    return text.count("\n", 0, position) + (position == len(text))


def _definition(text: Content, position: int, references: References) -> int | None:
    """Read one definition; give where it ends, which is the beginning of a line."""
    label = LABEL.match(text, position)
    if label is None or not label[1].strip() or not text.startswith(":", label.end()):
        return None
    found = DESTINATION.match(text, after_space(text, label.end() + 1))
    if found is None or not (found[1] is not None or is_balanced(found[2])):
        return None
    end, title = _title(text, found.end())
    if end is None:
        return None
    group = 1 if found[1] is not None else 2
    place = text.source(min(found.start(group), len(text) - 1))
    references.define(label[1], label_key(label[1]), (unescaped(found[group]), title, place))
    return end


def _title(text: str, position: int) -> tuple[int | None, str | None]:
    """Where a definition ends whose destination ends at `position`, and its title."""
    start = after_space(text, position)
    found = TITLE.match(text, start) if start > position else None
    if found is not None:
        end = _END.match(text, found.end())
        if end is not None:
            return end.end(), title_of(found)
    end = _END.match(text, position)
    return (end.end() if end else None), None


def after_space(text: str, position: int) -> int:
    """Where what follows spaces and at most one line end begins."""
    found = _SPACE.match(text, position)
    return found.end() if found else position


# What follows the brackets of a link or a picture: section 6.3.

_LONGEST_LABEL: Final = 999


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads, its title, where both stand in the body, and where the link ends in its block."""

    address: str
    title: str | None
    source: int
    title_source: int
    end: int

    def link(self, bracket: Bracket, address: str) -> LinkNode:
        """The link or picture that begins with a bracket."""
        tag = "img" if bracket.is_image else "a"
        return LinkNode(tag, address, self.title, bracket.source, self.source, self.title_source)


def target_of(text: Content, bracket: Bracket, end: int, references: References) -> Target | None:
    """Read what follows the brackets, which end at `end`: an address, or a label that is defined."""
    return inline_target(text, end) or reference_target(text, bracket, end, references)


def inline_target(text: Content, position: int) -> Target | None:
    """Read `(destination "title")`."""
    if not text.startswith("(", position):
        return None
    position = after_space(text, position + 1)
    if text.startswith("<", position):
        found = DESTINATION.match(text, position)
        if found is None or found[1] is None:
            return None
        start, destination, end = position + 1, found[1], found.end()
    else:
        bare = bare_end(text, position)
        if bare is None:
            return None
        start, destination, end = position, text[position:bare], bare
    gap = after_space(text, end)
    title = TITLE.match(text, gap) if gap > end else None
    close = after_space(text, title.end()) if title else gap
    if not text.startswith(")", close):
        return None
    return Target(
        unescaped(destination),
        title_of(title) if title else None,
        text.source(start),
        text.source(title.start() + 1) if title else 0,
        close + 1,
    )


def reference_target(text: Content, bracket: Bracket, end: int, references: References) -> Target | None:
    """Find the definition that `[text][label]`, `[label][]` or `[label]` names; `end` is after the first `]`."""
    label = LABEL.match(text, end)
    if label is not None and label[1].strip():
        end, key = label.end(), label[1]
    elif bracket.holds_bracket or end - bracket.after > _LONGEST_LABEL:
        return None
    else:
        key = text[bracket.after : end - 1]
        end = label.end() if label is not None and not label[1] else end
    found = references.asked_for(label_key(key)) if key.strip() else None
    return None if found is None else Target(found[0], found[1], found[2], 0, end)
