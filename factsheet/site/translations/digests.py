"""What of a text matters to its translator, and a short digest of it.

Figures are left out: a reference shows another value without a word changing. White space and the style of links
are folded, so that wrapping lines anew or moving an address to the foot of the page makes no work either.
"""

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from factsheet.patterns import regex

LENGTH: Final = 12
"""Hexadecimal digits of a digest: 48 bits of SHA-256, to tell apart the few blocks of one sheet."""

_FIGURE = regex(r"\{\{[^{}\n]{1,240}\}\}")
_SPACES = regex("[ \t\r\n\u00a0\u2009\u202f]+")
_DEFINITION = regex(r"^ {0,3}\[([^\]^\n][^\]\n]{0,200})\]:[ \t]+<?([^\s<>]{1,2000})>?.*$", re.MULTILINE)
_REFERENCE_LINK = regex(r"\[([^\[\]\n]{1,500})\][ ]?\[([^\[\]\n]{0,200})\]")


def fold(text: str, definitions: Mapping[str, str] | None = None) -> str:
    """Give a text as its digest sees it; `definitions` resolves links in reference style."""
    if "{{" in text:
        text = _FIGURE.sub("\ufffc", text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if definitions:
        text = _REFERENCE_LINK.sub(lambda match: _inline(match, definitions), text)
    return _SPACES.sub(" ", text).strip(" ")


def digest(folded: str) -> str:
    """The digest of a folded text."""
    return hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def link_definitions(body: str) -> dict[str, str]:
    """The addresses that links in reference style name, by their lower-case labels."""
    if "]:" not in body:
        return {}
    return {match[1].casefold(): match[2] for match in _DEFINITION.finditer(body)}


def _inline(match: re.Match[str], definitions: Mapping[str, str]) -> str:
    address = definitions.get((match[2] or match[1]).casefold())
    return match[0] if address is None else f"[{match[1]}]({address})"
