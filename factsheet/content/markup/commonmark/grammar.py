"""What several parts of the grammar share: escapes, character references, tags of HTML, figures."""

import html
import re
from typing import Final

from factsheet.content.markup.tokens import REFERENCE
from factsheet.core.patterns import regex
from factsheet.core.records import dataclass

FIGURE: Final = REFERENCE.pattern.replace("(", "(?:", 1)
"""A reference to a figure, `{{ ... }}`: one unit wherever text may stand."""

ESCAPE: Final = regex(r"\\([!-/:-@\[-`{-~])")
"""A backslash escape: section 2.4."""

CHARACTER_REFERENCE: Final = regex(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
"""An entity or a number that stands for a character: section 2.5."""

_SPACE: Final = r"[ \t]*(?:\n[ \t]*)?"
_GAP: Final = r"(?:[ \t]+(?:\n[ \t]*)?|\n[ \t]*)"
_NAME: Final = r"[A-Za-z][A-Za-z0-9-]*"
_VALUE: Final = r"(?:[^\s\"'=<>`]+|'[^']*'|\"[^\"]*\")"
_ATTRIBUTE: Final = rf"{_GAP}[A-Za-z_:][\w.:-]*(?:{_SPACE}={_SPACE}{_VALUE})?"
OPEN_TAG: Final = rf"<{_NAME}(?:{_ATTRIBUTE})*{_SPACE}/?>"
CLOSING_TAG: Final = rf"</{_NAME}{_SPACE}>"

_LAST_CODE: Final = 0x10FFFF
_REPLACEMENT: Final = "\ufffd"
_UNSEEN: Final = regex(r"[\x02\x03\ue000-\uf8ff]")
"""Characters that carry marks."""


def character(reference: str) -> str | None:
    """What a character reference stands for; None where there is no entity of the name."""
    if reference[1] != "#":
        found = html.unescape(reference)
        return None if found == reference or found.endswith(";") else _UNSEEN.sub(_REPLACEMENT, found)
    code = int(reference[3:-1], 16) if reference[2] in "xX" else int(reference[2:-1])
    is_character = 0 < code <= _LAST_CODE and not 0xD800 <= code < 0xE000  # noqa: PLR2004 - the surrogates
    return _UNSEEN.sub(_REPLACEMENT, chr(code)) if is_character else _REPLACEMENT


def unescaped(text: str) -> str:
    """A destination, title or info string with its escapes and character references resolved."""
    if "\\" not in text and "&" not in text:
        return text
    return _ESCAPED.sub(lambda match: match[1] or character(match[0]) or match[0], text)


_ESCAPED: Final = regex(f"{ESCAPE.pattern}|{CHARACTER_REFERENCE.pattern}")


# Text in which nothing is special, which is passed in one step.

_OF_ADDRESSES: Final = ("://", "@", "www.")
_ALWAYS: Final = r"\\`*_\[\]!<&\n{"
_PLAIN: Final = {
    (links, typed): regex(
        "(?:[^"
        + _ALWAYS
        + {None: "", False: "~", True: "~@hHwW"}[links]
        + ("\"'.-]++|\\.(?!\\.\\.)|-(?!-))+" if typed else "]+)")
    )
    for links in (None, False, True)
    for typed in (False, True)
}
"""Text in which nothing is special: where bare addresses count or may stand, and where marks are turned."""


def may_hold_addresses(text: str) -> bool:
    """Whether a text may hold bare addresses."""
    return any(map(text.__contains__, _OF_ADDRESSES))


def plain_text(*, is_github: bool, has_links: bool, is_typed: bool) -> re.Pattern[str]:
    """The pattern of plain text: where tildes and bare addresses count, and where straight marks are turned."""
    return _PLAIN[has_links if is_github else None, is_typed]


# Quotation marks, dashes and ellipses that are typed with the keys of a keyboard.


@dataclass(frozen=True, slots=True)
class Marks:
    """The quotation marks of a language: the outer pair, and the pair inside it, each with its spaces."""

    outer: tuple[str, str]
    inner: tuple[str, str]


APOSTROPHE: Final = "\u2019"
PLAIN_RUNS: Final = {"--": "\u2013", "---": "\u2014", "...": "\u2026"}
"""What hyphens and points stand for, so many in a row and no more."""

_MARKUP: Final = "*_~"
_OPENING: Final = frozenset("([{-\u2013\u2014\u201e\u201c\u2018\u00ab/")
_END_OF_SINGLE: Final = regex(r"(?<=[^\s(\[{])'(?!\w)")


class Quotes:
    """The quotation marks of one block: each is turned by what stands around it."""

    def __init__(self, text: str, marks: Marks) -> None:
        """Begin a block, with no mark open."""
        self._text = text
        self._marks = marks
        self._open: list[tuple[str, str]] = []
        """How each pair that is open began, and how it will end."""
        self._counts = {'"': 0, "'": 0}
        self._opened_at = -1
        self._last_end: int | None = None

    def turned(self, position: int) -> str:
        """What the straight mark at `position` becomes."""
        sign = self._text[position]
        opens = self._opens(position)
        if sign == "'":
            if opens and self._is_closed_after(position):
                return self._begin(position, self._marks.inner)
            if opens or self._is_letter(position + 1) or not self._is_open(sign):
                return APOSTROPHE
            return self._end(sign)
        if opens:
            return self._begin(position, self._marks.inner if self._counts[sign] % 2 else self._marks.outer)
        return self._end(sign) if self._is_open(sign) else self._marks.outer[1]

    def _begin(self, position: int, pair: tuple[str, str]) -> str:
        sign = self._text[position]
        self._opened_at = position
        self._open.append((sign, pair[1]))
        self._counts[sign] += 1
        return pair[0]

    def _end(self, sign: str) -> str:
        while self._open:
            found, end = self._open.pop()
            self._counts[found] -= 1
            if found == sign:
                return end
        return self._marks.outer[1]

    def _is_open(self, sign: str) -> bool:
        return self._counts[sign] > 0

    def _opens(self, position: int) -> bool:
        """Whether a word begins after the mark, and none ends before it; emphasis counts as nothing."""
        text = self._text
        before, after = position - 1, position + 1
        while before >= 0 and text[before] in _MARKUP:
            before -= 1
        while after < len(text) and text[after] in _MARKUP:
            after += 1
        if after == len(text) or text[after].isspace():
            return False
        if before < 0 or text[before].isspace() or before == self._opened_at:
            return True
        return text[before] in _OPENING and not (text[before] in "-/" and self._is_open(text[position]))

    def _is_letter(self, position: int) -> bool:
        return position < len(self._text) and self._text[position].isalnum()

    def _is_closed_after(self, position: int) -> bool:
        """Whether a single mark that ends something follows; else the mark is an apostrophe: ’90s."""
        if self._last_end is None:
            self._last_end = max((found.start() for found in _END_OF_SINGLE.finditer(self._text)), default=-1)
        return self._last_end > position
