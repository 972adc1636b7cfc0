"""A sheet's body as safe HTML with open places for its figures and links.

Nothing here depends on the value of a figure or the address of a page, so the costly part of a build is done
once per text. `fill` closes the open places for one page.
"""

import html as entities
import re
from collections.abc import Callable
from dataclasses import dataclass

from factsheet.markup import tokens
from factsheet.markup.guard import Unrenderable, convert, without_reserved

_TAG = re.compile(r"<(?:\"[^\"]*\"|[^\">])*>")
_NAME = re.compile(r"</?([a-zA-Z0-9]+)")
_HREF = re.compile(r" (href|src)=\"([^\"]*)\"")
_ALIGN = re.compile(r" align=\"(left|right|center)\"")
_ID = re.compile(r" id=\"([^\"]*)\"")
_READ = re.compile(r" (?:alt|title|abbr)=\"([^\"]*)\"")
_BLOCKS = frozenset(
    (
        "blockquote",
        "caption",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "ol",
        "p",
        "pre",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    )
)
_CODE = frozenset({"code", "pre", "kbd", "samp", "var"})
_VOID = frozenset({"br", "col", "hr", "img", "wbr"})
_OPENING = re.compile(r"<[A-Za-z]")

MOST_LEVELS = 200
"""How deeply elements may stand in each other: browsers take out levels from 512 on, and other readers of HTML fail."""

GAP = "\ufffc"
"""Stands in a run of text for a figure: OBJECT REPLACEMENT CHARACTER."""

CODE_GAP = "\ufffd"
"""Stands in a run of text for code, which is not read."""


@dataclass(frozen=True, slots=True)
class Typography:
    """What a body's typography depends on: quotation marks, and the name of a footnote's way back."""

    open: str
    close: str
    back_to_text: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A figure mentioned in the body: what is written between the braces, and where."""

    target: str
    form: str
    offset: int
    in_code: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """An address in the body as it was written; `image` for the source of a picture."""

    address: str
    image: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """The visible text of one block, with gaps for figures and code; `element` is the block's name."""

    element: str
    text: str
    references: tuple[int, ...] = ()
    """The references that stand in the gaps, by their place in `Prose.references`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A body rendered: HTML with open places, and what is in it."""

    html: str
    references: tuple[Reference, ...]
    links: tuple[Link, ...]
    ids: tuple[str, ...]
    runs: tuple[Run, ...]


def render(body: str, typography: Typography) -> Prose:
    """Render Markdown to safe HTML with open places; raises Unrenderable."""
    body = without_reserved(body)
    references: list[Reference] = []

    def put_mark(match: re.Match[str]) -> str:
        target, _, form = match[1].partition(".")
        references.append(Reference(target.strip(" \t"), form.strip(" \t"), match.start()))
        return tokens.mark(len(references) - 1)

    marked = tokens.REFERENCE.sub(put_mark, body)
    written = [match[0] for match in tokens.REFERENCE.finditer(body)]
    try:
        return _Walk(written, references).run(convert(marked, typography))
    except _TooDeep as error:
        found = _OPENING.search(body)
        line = body.count("\n", 0, found.start()) + 1 if found else 1
        raise Unrenderable("F020", line, reason="it is nested too deeply") from error


def fill(prose: Prose, figure: Callable[[int], str], plain: Callable[[int], str], link: Callable[[int], str]) -> str:
    """Close the open places: `figure` gives HTML, `plain` and `link` give text, which is escaped here."""
    text = tokens.replace(tokens.LINK, prose.html, lambda index: entities.escape(link(index)))
    text = tokens.replace(tokens.PLAIN, text, lambda index: entities.escape(plain(index)))
    return tokens.replace(tokens.MARK, text, figure)


def plain_fill(text: str, figure: Callable[[str, str], str]) -> str:
    """Fill the references of a plain text, such as a title; `figure` is given target and form."""

    def put(match: re.Match[str]) -> str:
        target, _, form = match[1].partition(".")
        return figure(target.strip(" \t"), form.strip(" \t"))

    return tokens.REFERENCE.sub(put, text)


class _TooDeep(Exception):
    """Elements stand in each other beyond `MOST_LEVELS`."""


class _Walk:
    """One pass over the sanitized HTML: puts marks where they belong and notes what is there."""

    def __init__(self, written: list[str], references: list[Reference]) -> None:
        self.written = written
        self.references = references
        self.links: list[Link] = []
        self.ids: list[str] = []
        self.runs: list[Run] = []
        self._code = 0
        self._depth = 0
        self._block = "p"
        self._text: list[str] = []
        self._here: list[int] = []
        self._in_footnote_mark = False
        self._seen: set[int] = set()

    def run(self, html: str) -> Prose:
        out: list[str] = []
        position = 0
        for match in _TAG.finditer(html):
            out.append(self._words(html[position : match.start()]))
            out.append(self._tag(match[0]))
            position = match.end()
        out.append(self._words(html[position:]))
        self._end_run()
        references = tuple(
            ref if index in self._seen else Reference(ref.target, ref.form, ref.offset, in_code=True)
            for index, ref in enumerate(self.references)
        )
        return Prose(
            html="".join(out),
            references=references,
            links=tuple(self.links),
            ids=tuple(self.ids),
            runs=tuple(self.runs),
        )

    def _words(self, text: str) -> str:
        if not text:
            return text
        if self._code:
            self._text.append(CODE_GAP)
            return tokens.replace(tokens.MARK, text, lambda index: entities.escape(self.written[index], quote=False))
        here = [int(match[1]) for match in tokens.MARK.finditer(text)]
        self._here.extend(here)
        self._seen.update(here)
        self._text.append(tokens.MARK.sub(GAP, entities.unescape(text)))
        return text

    def _tag(self, tag: str) -> str:
        found = _NAME.match(tag)
        name = found[1] if found else ""
        closing = tag.startswith("</")
        if name not in _VOID:
            self._depth += -1 if closing else 1
            if self._depth > MOST_LEVELS:
                raise _TooDeep
        if name in _CODE:
            self._code = max(0, self._code - 1) if closing else self._code + 1
        if name == "sup" and (self._in_footnote_mark if closing else ' id="fnref' in tag):
            self._in_footnote_mark = not closing
            self._code += -1 if closing else 1
        if name in _BLOCKS:
            self._end_run()
            self._block = name
        elif name == "br":
            self._text.append("\n")
        if closing:
            return "</h2>" if name == "h1" else tag
        return self._attributes(f"<h2{tag[3:]}" if name == "h1" else tag)

    def _attributes(self, tag: str) -> str:
        if "=" not in tag:
            return tag
        self.ids.extend(match[1] for match in _ID.finditer(tag))
        for match in _READ.finditer(tag):
            here = tuple(int(mark[1]) for mark in tokens.MARK.finditer(match[1]))
            self.runs.append(Run("attribute", tokens.MARK.sub(GAP, entities.unescape(match[1])), here))
        tag = _HREF.sub(self._address, tag)
        tag = _ALIGN.sub("" if ' class="' in tag else r' class="align-\1"', tag)
        return tokens.replace(tokens.MARK, tag, self._plain)

    def _plain(self, index: int) -> str:
        self._seen.add(index)
        return tokens.plain(index)

    def _address(self, match: re.Match[str]) -> str:
        address = tokens.replace(tokens.MARK, entities.unescape(match[2]), lambda index: self.written[index])
        self.links.append(Link(address, image=match[1] == "src"))
        return f' {match[1]}="{tokens.link(len(self.links) - 1)}"'

    def _end_run(self) -> None:
        text = "".join(self._text).strip(" \t\r\n")
        if text:
            self.runs.append(Run(self._block, text, tuple(self._here)))
        self._text.clear()
        self._here.clear()
