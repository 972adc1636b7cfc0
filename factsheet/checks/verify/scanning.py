"""HTML taken apart: quickly where it has the plain form that pages of this tool have, else by Python's own parser.

The plain form is part of HTML, and both ways tell the same of it: names in small letters or not, values between double
quotes, every `&` that begins a reference ended by `;`, no `<` in texts.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from typing import Final

from factsheet.patterns import regex

_TAG: Final = regex(
    r"""<(?:(?P<end>/)(?P<ended>[a-zA-Z][a-zA-Z0-9-]*)>
    |(?P<begun>[a-zA-Z][a-zA-Z0-9-]*)(?P<given>(?:\s+[a-zA-Z_:][a-zA-Z0-9_:.-]*(?:="[^"<>]*")?)*)\s*(?P<empty>/?)>
    |!doctype\ html>)""",
    re.VERBOSE | re.IGNORECASE,
)
_GIVEN: Final = regex(r"""([a-zA-Z_:][a-zA-Z0-9_:.-]*)(="([^"]*)")?""")
_BARE: Final = regex(r"&(?!(?:[a-zA-Z][a-zA-Z0-9]*|\#[0-9]+|\#[xX][0-9a-fA-F]+);)")
_RAW: Final = frozenset(("script", "style"))
"""Elements whose text is no HTML."""

_UNPARTED: Final = _RAW | {"title", "textarea"}
"""Elements that hold text alone."""

_ODD: Final = frozenset(("plaintext", "xmp", "iframe", "noembed", "noframes"))
"""Elements in which releases of Python differ."""

Given = list[tuple[str, str | None]]


_Piece = tuple[int, str, str, str, Given]
"""Where a piece begins; text, where it is no tag; the elements that a tag begins and ends, in small letters, both for
one that is empty; and the attributes of the one that is begun."""


class Scanner(HTMLParser):
    """A reader of HTML that is told of tags and texts, as `HTMLParser` tells of them."""

    def __init__(self) -> None:
        """Begin without any text."""
        super().__init__(convert_charrefs=True)
        self._lines: list[int] = []
        self._at = 0

    def read(self, html: str) -> None:
        """Tell of all that is in a page, as far as it can be read."""
        pieces = _pieces(html)
        if pieces is None:
            self.feed(html)
            self.close()
            return
        self._lines = [0, *(found.end() for found in re.finditer("\n", html))]
        for self._at, text, begun, ended, given in pieces:
            if text:
                self.handle_data(text)
            if begun:
                self.handle_starttag(begun, given)
            if ended:
                self.handle_endtag(ended)

    def getpos(self) -> tuple[int, int]:
        """The line, from 1, and the column, from 0, at which what is told of begins."""
        if not self._lines:
            return super().getpos()
        line = bisect_right(self._lines, self._at)
        return line, self._at - self._lines[line - 1]


class _NotPlain(Exception):
    """The page has another form."""


def _pieces(html: str) -> list[_Piece] | None:
    """Take plain HTML apart; None where it is not plain."""
    try:
        return list(_parted(html))
    except _NotPlain:
        return None


def _parted(html: str) -> Iterator[_Piece]:
    at, size = 0, len(html)
    raw = ""
    while at < size:
        opens = html.find("</" if raw else "<", at)
        if opens < 0 and raw:
            raise _NotPlain
        opens = size if opens < 0 else opens
        if at < opens:
            yield at, html[at:opens] if raw in _RAW else _unescaped(html[at:opens]), "", "", []
        if opens == size:
            return
        tag = _TAG.match(html, opens)
        if tag is None:
            raise _NotPlain
        begun, ended, given = (tag["begun"] or "").lower(), (tag["ended"] or "").lower(), tag["given"]
        at, is_empty = tag.end(), bool(tag["empty"])
        if raw and ended != raw:
            raise _NotPlain
        if begun in _ODD:
            raise _NotPlain
        raw = begun if begun in _UNPARTED and not is_empty else ""
        yield opens, "", begun, begun if is_empty else ended, list(_attributes(given)) if given else []


def _attributes(given: str) -> Iterator[tuple[str, str | None]]:
    for name, quoted, value in _GIVEN.findall(given):
        yield name.lower(), _unescaped(value) if quoted else None


def _unescaped(text: str) -> str:
    if "&" not in text:
        return text
    if _BARE.search(text):
        raise _NotPlain
    return unescape(text)
