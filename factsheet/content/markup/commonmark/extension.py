"""The dialect as an extension of Python-Markdown, and what one body is made of while it is read."""

import re
from collections.abc import Callable, Iterator
from typing import Final, SupportsIndex
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FN_BACKLINK_TEXT, FootnoteExtension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from factsheet.content.markup import tokens
from factsheet.content.markup.commonmark.containers import FootnoteDefinition, List
from factsheet.content.markup.commonmark.cursor import Content
from factsheet.content.markup.commonmark.filling import InlinePass
from factsheet.content.markup.commonmark.grammar import Marks
from factsheet.content.markup.commonmark.leaves import FencedCode, HtmlBlock, IndentedCode
from factsheet.content.markup.commonmark.nodes import Piece, References
from factsheet.content.markup.commonmark.tree import BlockTree, Chunk
from factsheet.core.patterns import regex
from factsheet.core.records import dataclass, field

_UNUSED: Final = (
    ("preprocessors", ("normalize_whitespace", "html_block")),
    ("treeprocessors", ("inline", "prettify", "unescape")),
)
"""Parts of Python-Markdown whose work is done here, or must not be."""


@dataclass(slots=True)
class Body:
    """What has been found in one body; Python-Markdown's `reset` begins another."""

    md: Markdown
    marks: Marks | None = None
    """Quotation marks, where straight ones are turned and hyphens become dashes."""
    is_github: bool = True
    """Whether there is more than CommonMark: bare links, strikethrough, alerts, attributes of headings."""
    titles: Callable[[str], str] = str
    """The words above an alert of each kind."""
    references: References = field(default_factory=References)
    sources: dict[Element, int] = field(default_factory=dict)
    """Where elements begin in the body."""
    attributes: dict[tuple[Element, str], int] = field(default_factory=dict)
    """Where the values of attributes begin in the body."""
    alternatives: dict[Element, list[Piece]] = field(default_factory=dict)
    """The descriptions of pictures by their pieces."""
    leaves: list[tuple[Element, Content, list[Piece]]] = field(default_factory=list)
    """Elements whose text is still to be read, and what stands before it."""
    figures: list[tuple[str, int]] = field(default_factory=list)
    """The references to figures: what is written between the braces, and where they begin."""
    html: list[tuple[str, Callable[[int], int]]] = field(default_factory=list)
    """The pieces of HTML in the order of the stash, each with the way from its characters to the body."""
    code: list[tuple[int, int]] = field(default_factory=list)
    """Where code begins and ends in the body."""
    filled: int = 0
    """How many cells of tables have been filled in."""
    lists: list[List] = field(default_factory=list)
    unfinished: list[HtmlBlock] = field(default_factory=list)
    """HTML blocks that take the rest of the text because their end is missing."""
    open_fences: list[FencedCode] = field(default_factory=list)
    """Code that goes on to the end of its block because its closing fence is missing."""
    indented: list[IndentedCode] = field(default_factory=list)
    """Code that is none but for the spaces before it."""
    surplus: list[tuple[int, int, int, str]] = field(default_factory=list)
    """Rows with more cells than their table has columns: place, both counts, and the text that is left out."""
    notes: "Footnotes | None" = None

    def reset(self) -> None:
        """Forget the body before."""
        for one in (self.references, self.sources, self.attributes, self.alternatives):
            one.clear()
        for read in (self.leaves, self.figures, self.html, self.lists):
            read.clear()
        for told in (self.code, self.open_fences, self.indented, self.surplus):
            told.clear()
        self.unfinished = []
        self.filled = 0

    def figure(self, match: re.Match[str], source: int) -> str:
        """Note a reference to a figure; give the mark that stands for it."""
        self.figures.append((match[1], source))
        return tokens.mark(len(self.figures) - 1)

    def raw_html(self, html: str, source: int) -> str:
        """Note HTML within a line; give the mark that stands for it."""
        self.html.append((html, lambda offset: source + offset))
        return str(self.md.htmlStash.store(html))

    def html_block(self, content: Content) -> str:
        """Note a block of HTML; give the mark that stands for it."""
        self.html.append((str(content), content.source))
        return str(self.md.htmlStash.store(str(content)))

    def add_footnote(self, block: FootnoteDefinition) -> None:
        """Note the text of a footnote; the first of a label counts."""
        if self.notes is not None and block.label in self.notes.footnotes:
            self.references.doubled.append((f"^{block.label}", block.offset))
        elif self.notes is not None:
            chunk = Chunk(block.label)
            chunk.block = block
            self.notes.setFootnote(block.label, chunk)

    def unmarked_footnotes(self) -> Iterator[tuple[str, int]]:
        """The footnotes that no mark refers to: label and place."""
        if self.notes is not None:
            for label, chunk in self.notes.footnotes.items():
                if label not in self.notes.footnote_order and isinstance(chunk, Chunk):
                    yield label, chunk.block.offset

    def footnote(self, label: str) -> Element | None:
        """Make the mark of a footnote; None where there is no such footnote."""
        if self.notes is None or label not in self.notes.footnotes:
            return None
        return self.notes.mark_of(label)

    def alert_title(self, kind: str) -> str:
        """The words above an alert."""
        return self.titles(kind)


BACK: Final = "\u21a9"
"""The sign of a footnote's way back: LEFTWARDS ARROW WITH HOOK."""


class _Order(list[str]):
    """Labels of footnotes in the order of their first marks; `in` and `index` do not search."""

    def __init__(self) -> None:
        super().__init__()
        self._places: dict[str, int] = {}

    def append(self, label: str) -> None:
        self._places[label] = len(self)
        super().append(label)

    def __contains__(self, label: object) -> bool:
        return label in self._places

    def index(self, label: str, *_: SupportsIndex) -> int:
        return self._places[label]


class Footnotes(FootnoteExtension):
    """The footnotes of Python-Markdown, whose marks are numbered without going through all that came before."""

    def reset(self) -> None:
        """Begin another body."""
        super().reset()
        self.footnote_order = _Order()

    def unique_ref(self, reference: str, found: bool = False) -> str:  # noqa: FBT001, FBT002 - as in the base
        """The id of a mark: of the second one of a footnote, "fnref2-a"."""
        if not found:
            return reference
        count = self.found_refs[reference] = self.found_refs.get(reference, 0) + 1
        name, rest = reference.split(self.get_separator(), 1)
        return reference if count == 1 else f"{name}{count}{self.get_separator()}{rest}"

    def mark_of(self, label: str) -> Element:
        """Make the next mark of a footnote that there is."""
        self.addFootnoteRef(label)
        mark = Element("sup", {"id": self.makeFootnoteRefId(label, found=True)})
        link = SubElement(mark, "a", {"href": f"#{self.makeFootnoteId(label)}", "class": "footnote-ref"})
        link.text = str(self.footnote_order.index(label) + 1)
        return mark


class CommonMark(Extension):
    """Puts the parser in the place of Python-Markdown's; footnotes are those of its extension, if that is there."""

    def __init__(self, **options: object) -> None:
        """Take the fields of `Body` that are settings."""
        super().__init__()
        self._options = options

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - its name
        """Register all parts."""
        self.body = body = Body(md, **self._options)  # type: ignore[arg-type]
        md.parser = BlockTree(body)
        for name, parts in _UNUSED:
            for part in parts:
                getattr(md, name).deregister(part)
        md.preprocessors.register(_Lines(md), "lines", 30)
        md.treeprocessors.register(InlinePass(body), "inline", 20)
        body.notes = next((one for one in md.registeredExtensions if isinstance(one, Footnotes)), None)
        if body.notes is not None:
            body.notes.parser = md.parser
            md.treeprocessors.register(_Layout(md), "footnote-layout", 18)
        md.registerExtension(self)

    def reset(self) -> None:
        """Begin another body."""
        self.body.reset()


class _Lines(Preprocessor):
    """Characters that may not stand in a text, or that Python-Markdown uses for itself, are replaced."""

    _FORBIDDEN: Final = regex("[\0\x02\x03]")

    def run(self, lines: list[str]) -> list[str]:
        """Give the lines without the empty one after the last line end."""
        given = lines[:-1] if lines and not lines[-1] else lines
        if self._FORBIDDEN.search("\n".join(given)):
            return [self._FORBIDDEN.sub("\ufffd", line) for line in given]
        return given


class _Layout(Treeprocessor):
    """Line ends in the list of footnotes, as other lists have them."""

    def run(self, root: Element) -> None:
        """Set them."""
        for note in root[-1:]:
            if note.tag == "div" and note.get("class") == "footnote":
                note.text = note.tail = "\n"
                for element in note:
                    element.tail = "\n"
                for listed in note.findall("ol"):
                    listed.text = "\n"
                    for item in listed:
                        item.text = item.tail = "\n"
                        if len(item):
                            item[-1].tail = "\n"
                        for link in item.iter("a"):
                            if link.text == FN_BACKLINK_TEXT:
                                link.text = BACK
