"""Text in which nothing is special, which is passed in one step."""

import re
from typing import Final

from factsheet.patterns import regex

_OF_ADDRESSES: Final = ("://", "@", "www.")
_ALWAYS: Final = r"\\`*_\[\]!<&\n{"
_PLAIN: Final = {
    (links, typed): regex(
        "(?:[^"
        + _ALWAYS
        + {None: "", False: "~", True: "~@hHwW"}[links]
        + ("\"'.-]|\\.(?!\\.\\.)|-(?!-))+" if typed else "])+")
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
