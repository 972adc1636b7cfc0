"""The blocks of a text, by the two phases of the specification's appendix: this is the first.

Each line is first followed down the blocks that are open; what does not go on is closed once it is certain that the
line is no lazy continuation of a paragraph; then blocks begin; what is left is text.
"""

from typing import Final

from factsheet.content.markup.commonmark import leaves
from factsheet.content.markup.commonmark.containers import Block, DefinitionList, Document, List, ListItem, Term
from factsheet.content.markup.commonmark.cursor import TAB, Cursor
from factsheet.content.markup.commonmark.nodes import References
from factsheet.content.markup.commonmark.starts import STARTS, Began, indented_code

MOST_LEVELS: Final = 200
"""How deeply blocks may stand in each other."""


class TooDeep(Exception):
    """Blocks stand in each other beyond `MOST_LEVELS`; `line` is the line of the text, counted from 1."""

    def __init__(self, line: int) -> None:
        """Keep the line."""
        super().__init__(line)
        self.line = line


class Structure:
    """The blocks that have been read so far."""

    def __init__(self, references: References) -> None:
        """Begin with nothing; the definitions of links go into `references`."""
        first = Cursor("", 1, 0)
        self.document = Document(first)
        self.references = references
        self.unfinished: list[leaves.HtmlBlock] = []
        """HTML whose end is missing, so that the rest of the text is part of it."""
        self.tip: Block = self.document
        """The innermost block that is open."""
        self.container: Block = self.document
        """The innermost block that goes on with the line."""
        self._number = 0
        self._depth = 0
        self._all_go_on = True
        """Whether every open block goes on with the line."""

    def read(self, lines: list[str]) -> Document:
        """Read a whole text, line by line, and close it."""
        offset = 0
        for number, line in enumerate(lines, start=1):
            self._number = number
            self._line(Cursor(line, number, offset))
            offset += len(line) + 1
        while self.tip is not self.document:
            self.close_tip(self._number)
        self.document.close(self._number)
        return self.document

    def begin(self, block: Block) -> None:
        """Add a block at the line, closing what does not go on."""
        self._close_unmatched()
        while not self.tip.holds(block):
            self.close_tip(self._number - 1)
        self._add(block)

    def begin_item(self, new_list: List, item: ListItem) -> None:
        """Add an item to the list that is open, or to a new one if its items are of another kind."""
        self._close_unmatched()
        while self.tip.is_leaf:
            self.close_tip(self._number - 1)
        if not isinstance(self.tip, List) or self.tip.sign != new_list.sign:
            self.begin(new_list)
        self._add(item)

    def close_tip(self, line: int) -> None:
        """Close the innermost block."""
        block = self.tip
        self.tip = block.parent or self.document
        self._depth -= 1
        if isinstance(block, leaves.Paragraph) and not block.settle(self.references):
            block.remove()
        if isinstance(block, leaves.HtmlBlock) and not block.is_complete:
            self.unfinished.append(block)
        block.close(line)

    def replace(self, block: Block, by: Block) -> None:
        """Put a block in the place of the innermost one."""
        self._close_unmatched()
        block.remove()
        self.tip = block.parent or self.document
        self._depth -= 1
        self._add(by)

    def split(self, block: Block, line: int) -> None:
        """Close the paragraph at `line`, which may have nothing left, and add a block after it."""
        self._close_unmatched()
        self.close_tip(line)
        self._add(block)

    def take_terms(self, cursor: Cursor) -> bool:
        """Make the paragraph above the line terms of a definition list, or find the one that goes on."""
        parent = self.container
        if isinstance(parent, leaves.Paragraph):
            paragraph: Block | None = parent
            parent = parent.parent or self.document
        else:
            paragraph = parent.children[-1] if parent.children else None
        if isinstance(parent, DefinitionList):
            return True
        if isinstance(paragraph, DefinitionList):
            return False
        if not isinstance(paragraph, leaves.Paragraph) or not paragraph.settle(self.references):
            return False
        self._close_unmatched()
        if self.tip is paragraph:
            self.close_tip(cursor.number - 1)
        paragraph.remove()
        before = parent.children[-1] if parent.children else None
        if not isinstance(before, DefinitionList):
            before = DefinitionList(cursor)
            before.line, before.offset = paragraph.line, paragraph.offset
            self._add(before)
        else:
            before.is_open = True
            self.tip = before
            self._depth += 1
        for text, source in zip(paragraph.lines, paragraph.sources, strict=True):
            stripped = text.strip(" \t")
            term = Term(cursor, stripped, source + text.index(stripped))
            term.last_line = paragraph.last_line
            term.parent = before
            before.children.append(term)
        self.container = before
        return True

    def _add(self, block: Block) -> None:
        self._depth += 1
        if self._depth > MOST_LEVELS:
            raise TooDeep(self._number)
        block.parent = self.tip
        self.tip.children.append(block)
        self.tip = block

    def _close_unmatched(self) -> None:
        if not self._all_go_on:
            while self.tip is not self.container:
                self.close_tip(self._number - 1)
            self._all_go_on = True

    def _line(self, cursor: Cursor) -> None:
        if self._go_on(cursor):
            return
        if not self.container.takes_lines and self._begin_blocks(cursor):
            return
        tip = self.tip
        if not self._all_go_on and not cursor.is_blank and isinstance(tip, leaves.Paragraph):
            tip.take(cursor)
            return
        self._close_unmatched()
        self._take_text(cursor)

    def _go_on(self, cursor: Cursor) -> bool:
        """Follow the line down the open blocks; tell whether it was a closing fence."""
        block: Block = self.document
        while block is not self.tip:
            child = block.children[-1]
            cursor.look()
            if isinstance(child, leaves.FencedCode) and child.is_closed_by(cursor):
                child.is_complete = True
                self.close_tip(self._number)
                return True
            if not child.continues(cursor):
                break
            block = child
        cursor.look()
        self.container = block
        self._all_go_on = block is self.tip
        return False

    def _begin_blocks(self, cursor: Cursor) -> bool:
        """Begin blocks at the line; tell whether it has been read to its end."""
        while True:
            began = None
            if cursor.indent >= TAB:
                began = indented_code(self, cursor)
            elif not cursor.is_blank:
                for start in STARTS.get(cursor.text[cursor.next], ()):
                    if (began := start(self, cursor)) is not None:
                        break
            if began is not Began.CONTAINER:
                self.container = self.tip if began is Began.TEXT else self.container
                return began is Began.NOTHING
            self.container = self.tip
            cursor.look()

    def _take_text(self, cursor: Cursor) -> None:
        block = self.container
        if isinstance(block, leaves.Leaf) and block.is_open:
            if block.takes_lines or not cursor.is_blank:
                block.take(cursor)
            if isinstance(block, leaves.HtmlBlock) and block.end is not None and block.is_complete:
                self.close_tip(self._number)
        elif not cursor.is_blank:
            paragraph = leaves.Paragraph(cursor)
            self.begin(paragraph)
            cursor.skip_indent()
            paragraph.take(cursor)
