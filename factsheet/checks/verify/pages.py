"""A published page as its reader meets it: figures with their machine values, and the text around them."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import Final

from factsheet.checks.verify.scanning import FIGURES, NotPlain, Piece, Tag, parsed, plain
from factsheet.core.patterns import regex
from factsheet.core.records import dataclass, field

GAP: Final = "\ufffc"
"""Stands in a text for a figure."""

_VOID: Final = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
))  # fmt: skip
INLINE: Final = frozenset((
    "a", "abbr", "b", "bdi", "bdo", "data", "del", "dfn", "em", "i", "ins", "mark", "s", "small", "span",
    "strong", "sub", "sup", "text", "time", "u", "wbr",
))  # fmt: skip
_UNREAD: Final = frozenset((
    "blockquote", "cite", "code", "kbd", "pre", "q", "samp", "script", "style", "template", "textarea", "var",
))  # fmt: skip
"""What is not the site's own prose: passages and titles of others, code, and what no reader sees."""

_NUMBERING: Final = frozenset(("amount", "number", "tick"))
"""Classes of elements that number something."""

DIGIT: Final = regex(r"\d")
"""A text without any types no figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedFigure:
    """A `data` or `time` element: what machines are told, and what readers see."""

    lang: str
    metric: str
    """`data-metric`: the figure's id, with its sheet's path where that is another; empty for other dates."""
    form: str
    value: str
    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedText:
    """The text of one block in one language that has a digit in it, with a gap for each figure."""

    lang: str
    text: str
    is_prose: bool
    """Whether it is the body of a sheet, in which every figure is an element."""
    line: int
    column: int


@dataclass(slots=True, kw_only=True)
class PublishedPage:
    """What was read of one page."""

    canonical: str = ""
    marks: list[PublishedFigure] = field(default_factory=list)
    texts: list[PublishedText] = field(default_factory=list)
    scripts: list[tuple[str, int]] = field(default_factory=list)
    """The JSON-LD of the page, each with the line it begins on."""


def read_page(html: str) -> PublishedPage:
    """Read a page as far as it can be read; what is not HTML gives no figures."""
    try:
        return _Reader(html).read(plain(html))
    except NotPlain:
        return _Reader(html).read(parsed(html))


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """What an element is to the text in it, told from its tag alone."""

    name: str
    given: Mapping[str, str]
    """Its attributes, where they are noted."""
    lang: str | None
    is_inline: bool
    is_void: bool
    is_unread: bool
    is_prose: bool
    is_noted: bool
    """Whether more than its text is read: a figure, a script, a link of the head, a text of a drawing."""


@lru_cache(maxsize=4096)
def element(tag: Tag) -> Element:
    """Tell what an element is to the text in it."""
    name, given = tag.begun, {name: value or "" for name, value in tag.given}
    classes = given["class"].split(" ") if "class" in given else ()
    is_noted = name in {"text", "link", "script"} or (name in FIGURES and FIGURES[name] in given)
    return Element(
        name=name,
        given=given if is_noted else {},
        lang=given.get("lang"),
        is_inline=name in INLINE,
        is_void=name in _VOID,
        is_unread=name in _UNREAD or _is_ordinal(name, given, classes),
        is_prose="prose" in classes,
        is_noted=is_noted,
    )


_Open = tuple[str, str, bool, bool]
"""An element that has been opened: its name and language, whether its text is unread, and whether it is prose."""


class _Reader:
    def __init__(self, html: str) -> None:
        self._html = html
        self._lines: list[int] = []
        self._at = 0
        self._page = PublishedPage()
        self._open: list[_Open] = [("", "", False, False)]
        self._text: list[str] = []
        self._from = 0
        self._lang = ""
        self._mark: tuple[str, Mapping[str, str], str, list[str], int] | None = None
        self._script: tuple[list[str], int] | None = None
        self._drawn = ""

    def read(self, pieces: Iterable[Piece]) -> PublishedPage:
        for begun, text, at, tag in pieces:
            if text:
                self._at = begun
                self._say(text)
            if tag is not None:
                self._at = at
                if tag.begun:
                    self._begin(element(tag))
                if tag.ended:
                    self._end(tag.ended)
        self._end_text()
        return self._page

    def _begin(self, element: Element) -> None:
        """Note what an element says about its content."""
        _, above, is_unread, is_prose = self._open[-1]
        lang = above if element.lang is None else element.lang
        if self._text and (not element.is_inline or lang != above):
            self._end_text()
        if element.is_noted:
            self._note(element, lang)
        if not element.is_void:
            self._open.append((element.name, lang, is_unread or element.is_unread, is_prose or element.is_prose))

    def _note(self, element: Element, lang: str) -> None:
        name, given = element.name, element.given
        if name == "text":
            self._begin_line(given.get("class", ""))
        elif name == "link" and given.get("rel") == "canonical":
            self._page.canonical = given.get("href", "")
        elif name == "script" and given.get("type") == "application/ld+json":
            self._script = ([], self._place(self._at)[0])
        elif name in FIGURES and self._mark is None:
            self._put(GAP)
            self._mark = (name, given, lang, [], self._at)

    def _end(self, name: str) -> None:
        """Go back to the element around."""
        if self._mark is not None and name == self._mark[0]:
            self._end_mark()
        if name == "text" and self._text:
            self._text.append(" ")
        if name == "script" and self._script is not None:
            parts, line = self._script
            self._page.scripts.append(("".join(parts), line))
            self._script = None
        if self._open[-1][0] != name and not any(one == name for one, *_ in self._open[1:]):
            return
        closed = self._open.pop()
        while closed[0] != name:
            closed = self._open.pop()
        if self._text and (name not in INLINE or closed[1] != self._open[-1][1]):
            self._end_text()

    def _say(self, text: str) -> None:
        """Keep the text of figures apart from that around them."""
        if self._script is not None:
            self._script[0].append(text)
        elif self._mark is not None:
            self._mark[3].append(text)
        elif not self._open[-1][2]:
            self._put(text)

    def _end_text(self) -> None:
        """End the block of text that has been gathered."""
        text = "".join(self._text)
        self._text.clear()
        if DIGIT.search(text):
            (line, column), is_prose = self._place(self._from), self._open[-1][3]
            said = PublishedText(lang=self._lang, text=text, is_prose=is_prose, line=line, column=column)
            self._page.texts.append(said)

    def _put(self, text: str) -> None:
        if not self._text:
            self._from, self._lang = self._at, self._open[-1][1]
        self._text.append(text)

    def _begin_line(self, drawn: str) -> None:
        """Begin a line of a drawing: it goes on with the text of the line before if that was of the same class."""
        if drawn != self._drawn:
            self._end_text()
        self._drawn = drawn

    def _place(self, at: int) -> tuple[int, int]:
        """The line and the column of a character, both from 1."""
        if not self._lines:
            self._lines = [0, *(found.end() for found in re.finditer("\n", self._html))]
        line = bisect_right(self._lines, at)
        return line, at - self._lines[line - 1] + 1

    def _end_mark(self) -> None:
        if self._mark is None:
            return
        tag, given, lang, parts, at = self._mark
        self._mark = None
        (line, column), value, text = self._place(at), given[FIGURES[tag]], "".join(parts)
        named = {key: given.get(f"data-{key}", "") for key in ("metric", "form")}
        found = PublishedFigure(lang=lang, value=value, text=text, line=line, column=column, **named)
        self._page.marks.append(found)


def _is_ordinal(tag: str, given: Mapping[str, str], classes: Collection[str]) -> bool:
    """Whether an element is the number of a source or of a footnote, a link to one, or one of a drawing or a strip.

    What drawings say is compared with their tables.
    """
    is_link = tag == "a" and given.get("href", "").startswith(("#_", "#fn"))
    return is_link or not _NUMBERING.isdisjoint(classes)
