"""Where code spans and pieces of HTML end; what is missing is looked for once, so that time stays linear."""

import re
from functools import cached_property
from typing import Final
from xml.etree.ElementTree import Element

from factsheet.content.markup.commonmark.cursor import Content
from factsheet.content.markup.commonmark.grammar import CLOSING_TAG, OPEN_TAG
from factsheet.content.markup.commonmark.nodes import text_of
from factsheet.core.patterns import regex

TICKS: Final = regex(r"`+")

_TAG: Final = regex(rf"{OPEN_TAG}|{CLOSING_TAG}", re.ASCII)
_BEYOND_TAGS: Final = (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<!", ">"))


class Ticks:
    """The runs of backticks in a text: section 6.1. They are asked for from left to right."""

    def __init__(self, text: str) -> None:
        """Look for nothing yet."""
        self._text = text

    @cached_property
    def _runs(self) -> dict[int, list[int]]:
        """Where runs begin, by their lengths, the first last."""
        found: dict[int, list[int]] = {}
        for run in reversed(list(TICKS.finditer(self._text))):
            found.setdefault(len(run[0]), []).append(run.start())
        return found

    def closing(self, length: int, position: int) -> int | None:
        """Where the next run of so many backticks begins."""
        runs = self._runs.get(length, [])
        while runs and runs[-1] < position:
            runs.pop()
        return runs[-1] if runs else None


def code_span(content: Content, start: int, end: int) -> Element:
    """The element of a code span whose text is between two places; one space at each end does not count."""
    code = content[start:end].replace("\n", " ")
    if code.startswith(" ") and code.endswith(" ") and code.strip(" "):
        code, start = code[1:-1], start + 1
    element = Element("code")
    element.text = text_of([(code, content.source(start))])
    return element


class HtmlEnds:
    """Where pieces of HTML within a line end: section 6.6."""

    def __init__(self, text: str) -> None:
        """Look for nothing yet."""
        self._text = text
        self._missing: dict[str, int] = {}
        """From where on an end has been looked for in vain."""

    def end(self, start: int) -> int | None:
        """Where the piece ends that begins at `start`; None where none does."""
        text = self._text
        if found := _TAG.match(text, start):
            return found.end()
        if text.startswith(("<!-->", "<!--->"), start):
            return text.index(">", start) + 1
        for opening, closing in _BEYOND_TAGS:
            if text.startswith(opening, start):
                if opening == "<!" and not text[start + 2 : start + 3].isalpha():
                    return None
                return self._find(closing, start + len(opening))
        return None

    def _find(self, closing: str, position: int) -> int | None:
        if self._missing.get(closing, len(self._text) + 1) <= position:
            return None
        found = self._text.find(closing, position)
        if found < 0:
            self._missing[closing] = position
            return None
        return found + len(closing)


# Addresses that are links by themselves: between angle brackets (section 6.5), and bare, as GitHub has them.

ABSOLUTE: Final = regex(r"<([A-Za-z][A-Za-z0-9.+-]{1,31}:[^<>\x00-\x20]*)>")
_PART: Final = r"[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
MAIL: Final = regex(rf"<([a-zA-Z0-9.!#$%&'*+/=?^_`{{|}}~-]+@{_PART}(?:\.{_PART})*)>")
_BARE: Final = regex(r"(?:https?://|www\.)[^\s<]{1,2000}", re.IGNORECASE)
_BARE_MAIL: Final = regex(r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9_-]{1,63}(?:\.[A-Za-z0-9_-]{1,63}){1,20}")
_SCHEME: Final = regex(r"https?://", re.IGNORECASE)
_HOST: Final = regex(r"[\w.-]+")
_REFERENCE_AT_END: Final = regex(r"&[A-Za-z0-9]+;\Z")
_RESOURCE: Final = regex(r"/[A-Za-z0-9@.]+")
_OF_MAIL: Final = regex(r"[A-Za-z0-9._+-]{1,64}\Z")
MOST_OF_NAME: Final = 64
"""How many characters may stand before the `@` of an address of mail (RFC 5321)."""

BEFORE: Final = frozenset(" \t\n*_~(")
"""After what a bare address may stand."""


def bare_address(text: str, position: int) -> str | None:
    """The bare address of the web that begins at `position`; signs at its end belong to the sentence."""
    if (found := _BARE.match(text, position)) is None:
        return None
    address = _without_signs(found[0])
    scheme = _SCHEME.match(address)
    if (host := _HOST.match(address, scheme.end() if scheme else 0)) is None:
        return None
    parts = host[0].strip(".").split(".")
    is_host = len(parts) > 1 or (scheme is not None and bool(parts[0]))
    return address if is_host and not any("_" in part for part in parts[-2:]) else None


def _without_signs(address: str) -> str:
    surplus = address.count(")") - address.count("(")
    while address:
        if address[-1] in "?!.,:*_~'\"":
            address = address[:-1]
        elif address[-1] == ")" and surplus > 0:
            address, surplus = address[:-1], surplus - 1
        elif found := _REFERENCE_AT_END.search(address):
            address = address[: found.start()]
        else:
            break
    return address


def with_scheme(address: str) -> str:
    """A bare address as a link needs it."""
    return address if _SCHEME.match(address) else f"http://{address}"


def bare_mail(text: str, at: int) -> tuple[int, str, str] | None:
    """Where the bare address of mail begins whose `@` is at `at`, how it is written, and where it leads."""
    before = _OF_MAIL.search(text, at - MOST_OF_NAME, at)
    if before is None or (found := _BARE_MAIL.match(text, before.start())) is None:
        return None
    start, address = before.start(), found[0].rstrip(".")
    if address[-1] in "-_":
        return None
    if text.endswith("mailto:", 0, start):
        return start - len("mailto:"), f"mailto:{address}", f"mailto:{address}"
    if text.endswith("xmpp:", 0, start):
        resource = _RESOURCE.match(text, start + len(address))
        whole = f"xmpp:{address}{resource[0] if resource else ''}"
        return start - len("xmpp:"), whole, whole
    return start, address, f"mailto:{address}"
