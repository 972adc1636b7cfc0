"""The line of a file that a finding is about, made safe to show, with the column to put a caret under."""

import unicodedata

from factsheet.problems import Place
from factsheet.records import dataclass

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
