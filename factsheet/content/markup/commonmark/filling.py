"""The inline pass of Python-Markdown: nodes become elements."""

import html
from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from markdown.extensions.footnotes import NBSP_PLACEHOLDER
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from factsheet.content.markup.commonmark.cursor import Content
from factsheet.content.markup.commonmark.nodes import END, Bracket, Delimiter, LinkEnd, LinkNode, Node, Piece, text_of
from factsheet.content.markup.commonmark.scanner import Scanner
from factsheet.content.markup.commonmark.tree import joined, pieces_of
from factsheet.content.markup.tokens import REFERENCE

if TYPE_CHECKING:
    from factsheet.content.markup.commonmark.extension import Body


class InlinePass(Treeprocessor):
    """The inline pass: fills each block with its text and marks."""

    def __init__(self, body: "Body") -> None:
        """Fill the blocks of one body after the other."""
        super().__init__(body.md)
        self.body = body

    def run(self, _root: Element) -> None:
        """Fill the elements in the order in which they stand."""
        for element, content, before in self.body.leaves:
            nodes = Scanner(content, self.body).scan()
            is_alone = self.body.is_github and element.tag == "p" and not before and not len(element)
            caption = _take_caption(nodes) if is_alone else None
            _Filler(element, self.body).fill(before, nodes)
            if caption is not None:
                element.tag = "figure"
                _Filler(SubElement(element, "figcaption"), self.body).fill([], Scanner(caption, self.body).scan())
        self.body.leaves.clear()


def _take_caption(nodes: list[Node]) -> Content | None:
    """Take the title of a picture that is all there is in a paragraph: it becomes a caption that everyone sees."""
    first = nodes[0] if nodes else None
    picture = first.link if isinstance(first, Bracket) else None
    is_alone = picture is not None and nodes[-1] is END and sum(isinstance(node, LinkEnd) for node in nodes) == 1
    if picture is None or picture.tag != "img" or not picture.title or not is_alone:
        return None
    title, picture.title = picture.title, None
    return Content.of_lines([title], [picture.title_source])


class _Filler:
    """Puts the nodes of one block into its element, before what a footnote's way back has put there."""

    def __init__(self, element: Element, body: "Body") -> None:
        self._body = body
        self._sources = body.sources
        self._root = element
        self._after = list(element)
        self._end = (element.text or "").replace(NBSP_PLACEHOLDER, "\u00a0")
        element[:] = []
        element.text = None
        self._stack = [element]
        self._pieces: list[Piece] = []

    def fill(self, before: list[Piece], nodes: list[Node]) -> None:
        self._pieces.extend(before)
        for node in nodes:
            if type(node) is tuple:
                self._pieces.append(node)
            elif isinstance(node, Delimiter):
                self._delimiter(node)
            elif isinstance(node, LinkNode):
                self._open_link(node)
            elif isinstance(node, Bracket):
                if node.link is None:
                    self._pieces.append((node.text, node.source))
                else:
                    self._open_link(node.link)
            elif isinstance(node, LinkEnd):
                self._close()
            elif isinstance(node, Element):
                self._flush()
                self._stack[-1].append(node)
        if self._end:
            self._pieces.append((self._end, -1))
        self._flush()
        self._root.extend(self._after)

    def _delimiter(self, node: Delimiter) -> None:
        for _ in range(node.closes):
            self._close()
        if node.left:
            self._pieces.append((node.sign * node.left, node.source + node.closing))
        for tag, source in reversed(node.opens):
            self._open(tag, source)

    def _open_link(self, link: LinkNode) -> None:
        element = self._open(link.tag, link.source)
        name = "href" if link.tag == "a" else "src"
        element.set(name, link.address.replace("&", "&amp;"))
        self._body.attributes[element, name] = link.address_source
        if link.title is not None:
            element.set("title", self._title(element, link.title, link.title_source))

    def _title(self, element: Element, title: str, source: int) -> str:
        """A title with marks for figures; `source` is 0 for that of a definition, whose place is not kept."""
        if source:
            self._body.attributes[element, "title"] = source
        marked = REFERENCE.sub(lambda found: self._body.figure(found, source + found.start()), title)
        return marked.replace("&", "&amp;")

    def _open(self, tag: str, source: int) -> Element:
        self._flush()
        element = SubElement(self._stack[-1], tag)
        self._sources[element] = source
        self._stack.append(element)
        return element

    def _close(self) -> None:
        self._flush()
        element = self._stack.pop()
        if element.tag == "img":
            pieces = list(self._alternative(element))
            self._body.alternatives[element] = pieces
            element.set("alt", text_of(pieces))
            element[:] = []
            element.text = None

    def _flush(self) -> None:
        if not self._pieces:
            return
        parent = self._stack[-1]
        if len(parent):
            parent[-1].tail = joined(parent[-1].tail, text_of(self._pieces))
        else:
            parent.text = joined(parent.text, text_of(self._pieces))
        self._pieces = []

    def _alternative(self, element: Element) -> Iterator[Piece]:
        """The text of a picture: its own, without its marks; pictures in it by their descriptions, HTML as it is."""
        for each in element.iter():
            if each.tag == "img" and each is not element:
                yield html.unescape(each.get("alt", "")), -1
            texts = (each.text or "",) if each is element else (each.text or "", each.tail or "")
            for text in texts:
                yield from map(self._as_written, pieces_of(text))

    def _as_written(self, piece: Piece) -> Piece:
        found = HTML_PLACEHOLDER_RE.fullmatch(piece[0])
        return piece if found is None else (self._body.html[int(found[1])][0], piece[1])
