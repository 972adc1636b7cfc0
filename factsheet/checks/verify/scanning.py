"""HTML taken apart: quickly where it has the plain form that pages of this tool have, else by Python's own parser.

The plain form is part of HTML, and both ways tell the same of it: names in small letters or not, values between double
quotes, every `&` that begins a reference ended by `;`, no `<` in texts or scripts.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser
from typing import Final

from factsheet.core.patterns import regex
from factsheet.core.records import dataclass

_SPLIT: Final = regex(r"(<[^<>]*>)")
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

Given = tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """A tag: the elements that it begins and ends, in small letters, both for one that is empty, and its attributes."""

    begun: str = ""
    ended: str = ""
    given: Given = ()


Piece = tuple[int, str, int, Tag | None]
"""Where a text begins, in characters, and the text, which may be empty; and the same of the tag behind it, if any."""


class NotPlain(Exception):
    """The page has another form."""


def plain(html: str) -> Iterator[Piece]:
    """Take a page of the plain form apart; raises NotPlain where it turns out to have another."""
    parts = _SPLIT.split(html)
    if html.count("<") != len(parts) // 2:
        raise NotPlain
    at, raw = 0, ""
    texts, tags = iter(parts[::2]), parts[1::2]
    for written, text in zip(tags, texts, strict=False):
        tag, behind = _tag(written), at + len(text)
        if tag is None or (raw and tag.ended != raw):
            raise NotPlain
        yield at, text if raw in _RAW else _unescaped(text), behind, tag
        at, raw = behind + len(written), tag.begun if tag.begun in _UNPARTED and not tag.ended else ""
    if raw:
        raise NotPlain
    yield at, _unescaped(parts[-1]), at, None


def parsed(html: str) -> list[Piece]:
    """Take any page apart, as far as it can be read."""
    parser = _Parser(html)
    parser.feed(html)
    parser.close()
    return parser.pieces


@lru_cache(maxsize=4096)
def _tag(written: str) -> Tag | None:
    """Read a tag, most of which a site has many times; None for one that is not plain."""
    tag = _TAG.fullmatch(written)
    begun, ended = ((tag["begun"] or "").lower(), (tag["ended"] or "").lower()) if tag else ("", "")
    if tag is None or begun in _ODD:
        return None
    try:
        given = tuple((name.lower(), _unescaped(value) if said else None) for name, said, value in _listed(tag))
    except NotPlain:
        return None
    return Tag(begun, begun if tag["empty"] else ended, given)


def _listed(tag: re.Match[str]) -> list[tuple[str, str, str]]:
    return _GIVEN.findall(tag["given"]) if tag["given"] else []


def _unescaped(text: str) -> str:
    if "&" not in text:
        return text
    if _BARE.search(text):
        raise NotPlain
    return unescape(text)


class _Parser(HTMLParser):
    """Python's parser, which keeps what it tells of."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []
        self._lines = [0, *(found.end() for found in re.finditer("\n", html))]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the beginning of an element."""
        self._keep("", Tag(begun=tag, given=tuple(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Keep the end of an element."""
        self._keep("", Tag(ended=tag))

    def handle_data(self, data: str) -> None:
        """Keep a text."""
        self._keep(data, None)

    def _keep(self, text: str, tag: Tag | None) -> None:
        line, column = self.getpos()
        at = self._lines[line - 1] + column
        self.pieces.append((at, text, at, tag))
