"""The elements of a text, in the place of Python-Markdown's block parser: the second phase."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar, Final, cast
from xml.etree.ElementTree import Element, ElementTree, SubElement

from markdown.blockparser import BlockParser

from factsheet.content.markup.commonmark import containers, leaves
from factsheet.content.markup.commonmark.cursor import Content
from factsheet.content.markup.commonmark.leaves import cell_content, cells_of
from factsheet.content.markup.commonmark.nodes import Piece, SerializedText, text_of
from factsheet.content.markup.commonmark.structure import Structure
from factsheet.core.patterns import regex

if TYPE_CHECKING:
    from factsheet.content.markup.commonmark.extension import Body


# Text that is added to a tree, with the pieces of which it is made.


def add_nameless(parent: Element) -> Element:
    """Add an element without a name: Python-Markdown's serializer writes what is in it, and no tag."""
    element = Element(cast("str", None))
    parent.append(element)
    return element


def add_text(parent: Element, text: str) -> None:
    """Add text after what an element holds; white space is not said twice."""
    if not len(parent):
        if text != "\n" or not (parent.text or "").endswith("\n"):
            parent.text = joined(parent.text, text)
    elif text != "\n" or not (parent[-1].tail or "").endswith("\n"):
        parent[-1].tail = joined(parent[-1].tail, text)


def joined(before: str | None, text: str) -> str:
    """Two texts as one, with the pieces of both."""
    if not before:
        return text
    if not isinstance(before, SerializedText) and not isinstance(text, SerializedText):
        return before + text
    return text_of([*pieces_of(before), *pieces_of(text)])


def pieces_of(text: str) -> list[Piece]:
    """The pieces of a text; one that is nowhere in the body is a piece of its own."""
    return text.pieces if isinstance(text, SerializedText) else [(text, -1)]


MOST_FILLED: Final = 10_000
"""How many cells that rows lack are filled in; without a bound, short rows of a wide table would cost their product."""

BOXES: Final = {True: "\u2611 ", False: "\u2610 "}
"""A box that is ticked or not: BALLOT BOX WITH CHECK and BALLOT BOX."""

_ATTRIBUTES: Final = regex(r"[ \t]*\{(?=[:#])(:?)[ \t]*((?:[#.][\w-]{1,100}[ \t]*){1,9})\}$")
_ATTRIBUTE: Final = regex(r"([#.])([\w-]+)")


class Chunk(str):
    """The text of a footnote as the extension of Python-Markdown keeps it: the block stands in it."""

    __slots__ = ("block",)

    block: containers.FootnoteDefinition


class BlockTree(BlockParser):
    """Python-Markdown's block parser in name; reads blocks as the specification says."""

    def __init__(self, body: "Body") -> None:
        """Build the elements of one body after the other."""
        super().__init__(body.md)
        self.body = body

    def parseDocument(self, lines: Iterable[str]) -> ElementTree:  # noqa: N802 - its name
        """Make the tree of a text."""
        root = Element(self.md.doc_tag)
        structure = Structure(self.body.references)
        document = structure.read(list(lines))
        self.body.unfinished = structure.unfinished
        self._children(document, root)
        document.let_go()
        return ElementTree(root)

    def parseChunk(self, parent: Element, text: str) -> None:  # noqa: N802 - its name
        """Make the elements of a footnote."""
        if isinstance(text, Chunk):
            self._children(text.block, parent)
            text.block.let_go()
            if not len(parent):
                self._leaf(parent, "p", text.block, Content.of_lines([""], [text.block.offset]))

    def _children(self, block: containers.Block, parent: Element, *, is_tight: bool = False) -> None:
        for child in block.children:
            if isinstance(child, leaves.Paragraph) and is_tight:
                self._tight(child, parent, block)
                continue
            if not isinstance(child, containers.FootnoteDefinition):
                add_text(parent, "\n")
            self._build[type(child)](self, child, parent)
        if block.children and not (is_tight and isinstance(block.children[-1], leaves.Paragraph)):
            add_text(parent, "\n")

    def _element(self, parent: Element, tag: str, block: containers.Block) -> Element:
        element = SubElement(parent, tag)
        self.body.sources[element] = block.offset
        return element

    def _tight(self, block: leaves.Paragraph, parent: Element, item: containers.Block) -> None:
        """The text of a paragraph that stands in an item without an element of its own."""
        self.body.leaves.append((add_nameless(parent), block.content, self._box(item, block)))

    def _box(self, item: containers.Block | None, block: containers.Block) -> list[Piece]:
        """The box before the text of a task."""
        if isinstance(item, containers.ListItem) and item.task is not None and item.children[0] is block:
            return [(BOXES[item.task], block.offset - 4)]
        return []

    def _leaf(self, parent: Element, tag: str, block: containers.Block, content: Content) -> Element:
        element = self._element(parent, tag, block)
        element.text = ""
        self.body.leaves.append((element, content, self._box(block.parent, block)))
        return element

    def _paragraph(self, block: leaves.Paragraph, parent: Element) -> None:
        self._leaf(parent, "p", block, block.content)

    def _heading(self, block: leaves.Heading, parent: Element) -> None:
        if attributes := self.body.is_github and _ATTRIBUTES.search(block.lines[-1]):
            block.lines[-1] = block.lines[-1][: attributes.start()]
        element = self._leaf(parent, f"h{block.level}", block, block.content)
        for sign, value in _ATTRIBUTE.findall(attributes[2]) if attributes else ():
            name = "id" if sign == "#" else "class"
            element.set(name, f"{element.get(name)} {value}" if name == "class" and element.get(name) else value)

    def _rule(self, block: containers.Block, parent: Element) -> None:
        self._element(parent, "hr", block)

    def _code(self, block: leaves.IndentedCode | leaves.FencedCode, parent: Element) -> None:
        code = SubElement(self._element(parent, "pre", block), "code")
        if isinstance(block, leaves.FencedCode) and block.info:
            code.set("class", f"language-{block.info.split()[0]}")
        if isinstance(block, leaves.FencedCode) and not block.is_complete:
            self.body.open_fences.append(block)
        if isinstance(block, leaves.IndentedCode):
            self.body.indented.append(block)
        pieces = [(f"{line}\n", source) for line, source in zip(block.lines, block.sources, strict=True)]
        code.text = text_of(pieces)
        if pieces:
            self.body.code.append((pieces[0][1], pieces[-1][1] + len(pieces[-1][0])))

    def _html(self, block: leaves.HtmlBlock, parent: Element) -> None:
        content = Content.of_lines(block.lines, block.sources)
        add_nameless(parent).text = text_of([(self.body.html_block(content), block.offset)])

    def _quote(self, block: containers.BlockQuote, parent: Element) -> None:
        if not (kind := self.body.is_github and _alert(block)):
            self._children(block, self._element(parent, "blockquote", block))
            return
        element = self._element(parent, "div", block)
        element.set("class", f"alert alert-{kind}")
        add_text(element, "\n")
        title = self._element(element, "p", block)
        title.set("class", "alert-title")
        title.text = text_of([(self.body.alert_title(kind), block.offset)])
        self._children(block, element)
        add_text(element, "\n")

    def _list(self, block: containers.List, parent: Element) -> None:
        element = self._element(parent, "ul" if block.start is None else "ol", block)
        if block.start not in {None, 1}:
            element.set("start", str(block.start))
        for item in block.children:
            add_text(element, "\n")
            child = self._element(element, "li", item)
            if isinstance(item, containers.ListItem) and item.task is not None:
                child.set("class", "task")
            self._children(item, child, is_tight=block.is_tight)
        add_text(element, "\n")
        self.body.lists.append(block)

    def _definitions(self, block: containers.DefinitionList, parent: Element) -> None:
        element = self._element(parent, "dl", block)
        for child in block.children:
            add_text(element, "\n")
            if isinstance(child, containers.Term):
                self._leaf(element, "dt", child, Content.of_lines([child.text], [child.source]))
            elif isinstance(child, containers.Description):
                self._children(child, self._element(element, "dd", child), is_tight=child.is_tight)
        add_text(element, "\n")

    def _table(self, block: leaves.TableBlock, parent: Element) -> None:
        element = self._element(parent, "table", block)
        rows = zip(block.lines, block.sources, strict=True)
        section = SubElement(element, "thead")
        element.text = section.text = section.tail = "\n"
        self._row(section, next(rows), block, "th")
        for index, row in enumerate(rows):
            if not index:
                section = SubElement(element, "tbody")
                section.text = section.tail = "\n"
            self._row(section, row, block, "td")

    def _row(self, section: Element, row: tuple[str, int], block: leaves.TableBlock, tag: str) -> None:
        line, source = row
        element = SubElement(section, "tr")
        element.text = element.tail = "\n"
        self.body.sources[element] = source
        cells = cells_of(line)
        if extra := [(text, offset) for text, offset in cells[len(block.alignments) :] if text]:
            lost = " | ".join(text for text, _ in extra)
            self.body.surplus.append((source + extra[0][1], len(cells), len(block.alignments), lost))
        missing = [("", len(line))] * min(len(block.alignments) - len(cells), MOST_FILLED - self.body.filled)
        self.body.filled += len(missing)
        for (text, offset), alignment in zip([*cells, *missing], block.alignments, strict=False):
            cell = SubElement(element, tag)
            cell.tail = "\n"
            self.body.sources[cell] = source + offset
            if alignment:
                cell.set("align", alignment)
            self.body.leaves.append((cell, cell_content(text, source + offset), []))

    def _add_footnote(self, block: containers.FootnoteDefinition, _: Element) -> None:
        self.body.add_footnote(block)

    _build: ClassVar[dict[type[containers.Block], Callable[..., None]]] = {
        leaves.Paragraph: _paragraph,
        leaves.Heading: _heading,
        leaves.ThematicBreak: _rule,
        leaves.IndentedCode: _code,
        leaves.FencedCode: _code,
        leaves.HtmlBlock: _html,
        leaves.TableBlock: _table,
        containers.BlockQuote: _quote,
        containers.List: _list,
        containers.DefinitionList: _definitions,
        containers.FootnoteDefinition: _add_footnote,
    }


def _alert(block: containers.BlockQuote) -> str | None:
    """The kind of an alert, whose first line is taken off; None for a quotation."""
    first = block.children[0] if block.children else None
    if not isinstance(first, leaves.Paragraph):
        return None
    if (kind := containers.alert_of(first.lines[0].lstrip(" \t"))) is not None:
        del first.lines[0], first.sources[0]
        if not first.lines:
            first.remove()
    return kind
