"""Where code spans and pieces of HTML end; what is missing is looked for once, so that time stays linear."""

import re
from functools import cached_property
from typing import Final
from xml.etree.ElementTree import Element

from factsheet.content.markup.commonmark.content import Content
from factsheet.content.markup.commonmark.grammar import CLOSING_TAG, OPEN_TAG
from factsheet.content.markup.commonmark.nodes import text_of
from factsheet.patterns import regex

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
