"""One walk over the tree of a body: what a reader sees is noted with its place, and open places are put in."""

import html
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from factsheet.content.markup import tokens
from factsheet.content.markup.commonmark.extension import Body
from factsheet.content.markup.commonmark.nodes import Piece, SerializedText
from factsheet.content.markup.sanitize import BLOCKS
from factsheet.content.markup.values import CODE, CODE_GAP, GAP, Link, Run, RunSpan
from factsheet.core.patterns import regex
from factsheet.core.records import dataclass, field

MOST_LEVELS: Final = 200
"""How deeply elements may stand in each other: browsers take out levels from 512 on, and other readers of HTML fail."""

_NUMBER: Final = regex(
    r"(?:[^\W\d_]{2,20}: )?[^\w ]{0,2}\d[\d.,\u00a0\u202f ]{0,20}(?<! )[^\w ]{0,2}"
    r"(?:(?: [^\W\d_A-Z]{1,9}){0,2} [^\W\d_]{3,20}| )?\n?"
)
"""Code that says only a number, which a reader takes for a figure, be it with a noun: "71 accidents"."""

_CELLS: Final = frozenset({"tr", "td", "th"})
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""A digit in `<sup>` is read as the sign that it looks like: 10<sup>6</sup> is no 106."""

_LISTS: Final = frozenset({"ol", "ul"})
_READ: Final = ("alt", "title", "abbr")
_STX: Final = "\x02"
_FIGURE: Final = "\ue000"


class TooDeeplyNested(Exception):
    """Elements stand in each other beyond `MOST_LEVELS`."""


@dataclass(slots=True)
class _Block:
    """The text of a block as far as it has been read."""

    element: str
    parts: list[str] = field(default_factory=list)
    length: int = 0
    references: list[int] = field(default_factory=list)
    origins: list[tuple[int, int]] = field(default_factory=list)
    spans: list[RunSpan] = field(default_factory=list)
    marker: str = ""
    cell: tuple[int, int] | None = None

    def add(self, text: str, source: int) -> None:
        """Add text that stands at `source`, which is negative where it is not in the body."""
        origins = self.origins
        if source >= 0 and not (origins and source - origins[-1][1] == self.length - origins[-1][0]):
            origins.append((self.length, source))
        self.parts.append(text)
        self.length += len(text)

    def run(self) -> Run | None:
        """What has been read as a run; None where there is nothing to see."""
        whole = "".join(self.parts)
        text = whole.lstrip(" \t\r\n")
        cut = len(whole) - len(text)
        if not (text := text.rstrip(" \t\r\n")):
            return None
        origins, spans = self.origins, self.spans
        if cut or len(text) < self.length:
            origins = [(start - cut, source) for start, source in origins]
            spans = [RunSpan(one.kind, max(one.start - cut, 0), min(one.end - cut, len(text))) for one in spans]
        return Run(self.element, text, tuple(self.references), tuple(origins), tuple(spans), self.marker, self.cell)


class Collector:
    """Walks over one tree, which must be safe already, and changes it where places are to be left open."""

    def __init__(self, body: Body) -> None:
        """Take how the figures of a body are written, and where its elements and their attributes stand."""
        self._figures = [f"{{{{{figure}}}}}" for figure, _ in body.figures]
        self._sources = body.sources
        self._attributes = body.attributes
        self._alternatives = body.alternatives
        self.seen: set[int] = set()
        """The figures that are shown."""
        self.links: list[Link] = []
        self.ids: list[str] = []
        self.runs: list[Run] = []
        self._code = 0
        self._raised = 0
        self._marks = 0
        self._items: list[int | None] = []
        """The number of each list around that does not count from one, until its first item."""
        self._at = (0, -1)
        """The row and the column of the last cell."""
        self._depth = 0
        self._block = _Block("p")

    def collect(self, root: Element) -> None:
        """Walk over the tree; raises TooDeeplyNested."""
        self._inside(root)
        self._end_block("p")

    def _inside(self, element: Element) -> None:
        if element.text:
            element.text = self._words(element.text)
        for child in element:
            self._element(child)
            if child.tail:
                child.tail = self._words(child.tail)

    def _element(self, element: Element) -> None:
        if not element.tag:
            self._inside(element)
            return
        self._depth += 1
        if self._depth > MOST_LEVELS:
            raise TooDeeplyNested
        if element.tag in BLOCKS:
            self._of_block(element, element.tag)
        elif element.tag != "br":
            self._of_words(element, element.tag)
        elif not (element.tail or "").startswith("\n"):
            self._block.add("\n", -1)
        self._depth -= 1

    def _of_block(self, element: Element, tag: str) -> None:
        outer = self._block.element
        self._end_block(tag)
        self._attributes_of(element)
        if tag in _CELLS:
            self._block.cell = self._cell(tag)
        if tag in _LISTS:
            self._list(element)
        else:
            self._block.marker = self._marker() if tag == "li" else self._block.marker
            self._read(element, tag in CODE)
        self._end_block(outer)
        self._block.marker, self._block.cell = "", None

    def _of_words(self, element: Element, tag: str) -> None:
        block, start = self._block, self._block.length
        self._attributes_of(element)
        is_mark = tag == "sup" and element.get("id", "").startswith("fnref")
        self._marks += is_mark
        self._read(element, tag in CODE or is_mark)
        self._marks -= is_mark
        if self._block is block:
            block.spans.append(RunSpan(tag, start, block.length))

    def _list(self, element: Element) -> None:
        start = int(element.get("start", "1"))
        self._items.append(start if start > 1 else None)
        self._read(element, is_code=False)
        self._items.pop()

    def _cell(self, tag: str) -> tuple[int, int] | None:
        """The place of a cell that begins; None for a row."""
        row, column = self._at
        self._at = (row + 1, -1) if tag == "tr" else (row, column + 1)
        return None if tag == "tr" else self._at

    def _marker(self) -> str:
        """What is shown before the text of the next item, if its list does not count from one: those after it do."""
        number = self._items[-1] if self._items else None
        if number is None:
            return ""
        self._items[-1] = None
        return f"{number}. "

    def _read(self, element: Element, is_code: bool) -> None:  # noqa: FBT001 - it is the one question
        is_raised = element.tag == "sup"
        self._code += is_code
        self._raised += is_raised
        self._inside(element)
        self._code -= is_code
        self._raised -= is_raised

    def _words(self, text: str) -> str:
        if not isinstance(text, SerializedText):
            if not text.isspace():
                self._block.add(CODE_GAP if self._code else html.unescape(text), -1)
            elif self._block.length:
                self._block.add(text, -1)
            return text
        if self._code:
            is_number = not self._marks and len(text.pieces) == 1 and _NUMBER.fullmatch(text)
            self._block.add(text if is_number else CODE_GAP, text.pieces[0][1])
            return self._written(text) if _FIGURE in text else text
        for piece in text.pieces:
            self._piece((piece[0].translate(_RAISED), piece[1]) if self._raised else piece)
        return text

    def _piece(self, piece: Piece) -> None:
        text, source = piece
        if text and text[0] == "x" and _FIGURE in text:
            index = int(text[2:-2])
            self.seen.add(index)
            block = self._block
            block.references.append(index)
            block.spans.append(RunSpan("figure", block.length, block.length + 1))
            block.add(GAP, source)
        elif text and text[0] != _STX:
            self._block.add(text, source)

    def _written(self, text: str) -> str:
        """A text with figures as they are written, for where none is filled in."""
        return tokens.replace(tokens.MARK, text, lambda index: self._figures[index].replace("&", "&amp;"))

    def _end_block(self, element: str) -> None:
        if self._block.parts:
            if (run := self._block.run()) is not None:
                self.runs.append(run)
            self._block = _Block(element)
        else:
            self._block.element = element

    def _attributes_of(self, element: Element) -> None:
        """Note what the attributes of an element say, and put in open places."""
        if element.tag == "h1":
            element.tag = "h2"
        if not element.attrib:
            return
        self._name(element)
        for name in _READ:
            if name in element.attrib:
                self._read_attribute(element, name)
        for name in ("href", "src"):
            if name in element.attrib:
                self._link(element, name)
        for name, value in element.attrib.items():
            if _FIGURE in value:
                element.set(name, tokens.replace(tokens.MARK, value, self._plain))

    def _name(self, element: Element) -> None:
        """Note the id; turn alignment, which is for HTML of old, into a class."""
        if "id" in element.attrib:
            self.ids.append(element.attrib["id"])
        alignment = element.attrib.pop("align", None)
        if alignment and "class" not in element.attrib:
            element.set("class", f"align-{alignment}")

    def _link(self, element: Element, name: str) -> None:
        """Leave an address open."""
        address = html.unescape(self._written(element.attrib[name]))
        words = html.unescape(element.get("alt", "")) if name == "src" else _text_of(element)
        source = self._attributes.get((element, name), self._sources.get(element, 0))
        self.links.append(Link(address, name == "src", source, words))
        element.set(name, tokens.link(len(self.links) - 1))

    def _plain(self, index: int) -> str:
        self.seen.add(index)
        return tokens.plain(index)

    def _read_attribute(self, element: Element, name: str) -> None:
        source = self._attributes.get((element, name), self._sources.get(element, -1))
        pieces = self._alternatives.get(element) if name == "alt" else None
        outer, self._block = self._block, _Block("attribute")
        for piece in pieces or _split(html.unescape(element.attrib[name]), source):
            self._piece(piece)
        run = self._block.run()
        self._block = outer
        if run is not None:
            self.runs.append(run)


def _split(value: str, source: int) -> Iterator[Piece]:
    """The pieces of an attribute's value that begins at `source`; after a figure, they are no longer known."""
    position = 0
    for found in tokens.MARK.finditer(value):
        yield value[position : found.start()], source
        yield found[0], -1
        source, position = -1, found.end()
    yield value[position:], source


def _text_of(element: Element) -> str:
    """All that is in an element, pictures by their descriptions."""
    return "".join(
        (each.get("alt") or "x") if each.tag == "img" else "".join(_own(each, element)) for each in element.iter()
    )


def _own(each: Element, top: Element) -> tuple[str, str]:
    return each.text or "", "" if each is top else each.tail or ""
