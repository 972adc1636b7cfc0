"""What several parts of the grammar share: escapes, character references, tags of HTML, figures."""

import html
import re
from typing import Final

from factsheet.content.markup.tokens import REFERENCE
from factsheet.core.patterns import regex

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
RAW_HTML: Final = regex(
    rf"{OPEN_TAG}|{CLOSING_TAG}|<!--(?:-?>|[\s\S]*?-->)|<\?[\s\S]*?\?>|<![A-Za-z][^>]*>|<!\[CDATA\[[\s\S]*?\]\]>",
    re.ASCII,
)
"""A piece of HTML within a line: section 6.6."""

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
    return _ESCAPED.sub(_resolved, text)


_ESCAPED: Final = regex(f"{ESCAPE.pattern}|{CHARACTER_REFERENCE.pattern}")


def _resolved(match: re.Match[str]) -> str:
    return match[1] or character(match[0]) or match[0]


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
    return any(sign in text for sign in _OF_ADDRESSES)


def plain_text(*, is_github: bool, has_links: bool, is_typed: bool) -> re.Pattern[str]:
    """The pattern of plain text: where tildes and bare addresses count, and where straight marks are turned."""
    return _PLAIN[has_links if is_github else None, is_typed]
