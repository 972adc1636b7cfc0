"""Blocks that hold other blocks (section 5), and what all blocks have in common."""

import re
from itertools import pairwise
from typing import ClassVar, Final

from factsheet.content.markup.commonmark.cursor import TAB, Cursor
from factsheet.content.markup.values import ALERT_TITLES
from factsheet.core.patterns import regex

CONTENT_OF_NOTE: Final = TAB
"""How far the text of a footnote is indented below its first line."""


class Block:
    """A block that is being read: where it stands, what it holds, whether more may be added."""

    __slots__ = ("children", "is_open", "last_line", "line", "offset", "parent")

    is_leaf: ClassVar[bool] = False
    takes_lines: ClassVar[bool] = False
    """Whether the lines in it are text of its own, in which no other block begins."""
    ends_with_children: ClassVar[bool] = False
    """Whether it ends where the last block in it does: blank lines after that belong to nothing."""

    def __init__(self, cursor: Cursor) -> None:
        """Begin at what is left of a line."""
        self.line = cursor.number
        self.last_line = cursor.number
        self.offset = cursor.offset + cursor.next
        self.children: list[Block] = []
        self.parent: Block | None = None
        self.is_open = True

    def continues(self, cursor: Cursor) -> bool:  # noqa: ARG002 - blocks inside of it do
        """Whether the line goes on with this block; passes what marks it as such."""
        return True

    def holds(self, block: "Block") -> bool:
        """Whether the block may stand in this one."""
        return not self.is_leaf and not isinstance(block, ListItem | Term)

    def close(self, line: int) -> None:
        """Take no more after `line`."""
        self.is_open = False
        self.last_line = line
        if self.ends_with_children:
            self.last_line = self.children[-1].last_line if self.children else self.line

    def let_go(self) -> None:
        """Forget what is around each block, in footnotes later: rings are kept until garbage is looked for."""
        for child in self.children:
            child.parent = None
            if not isinstance(child, FootnoteDefinition):
                child.let_go()

    def remove(self) -> None:
        """Leave the tree."""
        if self.parent is not None:
            self.parent.children.remove(self)


class Document(Block):
    """The whole text."""

    __slots__ = ()


class BlockQuote(Block):
    """A quotation, each line of which begins with `>`."""

    __slots__ = ()

    def continues(self, cursor: Cursor) -> bool:
        """Pass the sign and one space."""
        if cursor.is_code or cursor.sign != ">":
            return False
        self.enter(cursor)
        return True

    @staticmethod
    def enter(cursor: Cursor) -> None:
        """Pass `>` and one space after it."""
        cursor.skip_indent()
        cursor.skip(1)
        cursor.skip_space()


class List(Block):
    """Items of one kind: the same bullet, or the same sign after the number."""

    __slots__ = ("is_tight", "sign", "start")
    ends_with_children = True

    def __init__(self, cursor: Cursor, sign: str, start: int | None) -> None:
        """Begin a list; `start` is None where its items are not numbered."""
        super().__init__(cursor)
        self.sign = sign
        self.start = start

    def holds(self, block: Block) -> bool:
        """Items only."""
        return type(block) is ListItem

    def close(self, line: int) -> None:
        """Tell whether it is loose: a blank line between items, or between the blocks of an item."""
        super().close(line)
        self.is_tight = not any(map(_has_gap, (self, *self.children)))


class ListItem(Block):
    """An item of a list; `number` is what its marker says."""

    __slots__ = ("number", "task", "width")
    ends_with_children = True

    def __init__(self, cursor: Cursor, width: int, number: int | None) -> None:
        """Begin an item whose text stands `width` columns further in than the list."""
        super().__init__(cursor)
        self.width = width
        self.number = number
        self.task: bool | None = None
        """Whether it is ticked; None where it has no box."""

    def continues(self, cursor: Cursor) -> bool:
        """Go on where the line is indented as far, or blank; an item may begin with one blank line, not two."""
        if cursor.is_blank:
            if not self.children:
                return False
            cursor.skip_indent()
            return True
        if cursor.indent < self.width:
            return False
        cursor.skip_columns(self.width)
        return True


class FootnoteDefinition(Block):
    """The text of a footnote: `[^label]: ...`."""

    __slots__ = ("label",)
    ends_with_children = True

    def __init__(self, cursor: Cursor, label: str) -> None:
        """Begin the text of the footnote `label`."""
        super().__init__(cursor)
        self.label = label

    def continues(self, cursor: Cursor) -> bool:
        """Go on where the line is indented by four columns, or blank."""
        if cursor.is_blank:
            cursor.skip_indent()
        elif cursor.indent >= CONTENT_OF_NOTE:
            cursor.skip_columns(CONTENT_OF_NOTE)
        else:
            return False
        return True


class DefinitionList(Block):
    """Terms and their descriptions, as PHP Markdown Extra has them: `:` below a paragraph of terms."""

    __slots__ = ("_judged",)
    ends_with_children = True

    def __init__(self, cursor: Cursor) -> None:
        """Begin a list."""
        super().__init__(cursor)
        self._judged = 0
        """How many children are known to be loose or not: a list may be closed and go on."""

    def holds(self, block: Block) -> bool:
        """Terms and descriptions only."""
        return isinstance(block, Term | Description)

    def close(self, line: int) -> None:
        """End with the last description; one is loose where a blank line stands in it or before it."""
        super().close(line)
        for before, block in pairwise(self.children[max(self._judged - 1, 0) :]):
            if isinstance(block, Description):
                block.is_tight = before.last_line >= block.line - 1 and not _has_gap(block)
        self._judged = len(self.children)


class Term(Block):
    """A term: one line of the paragraph above a description."""

    __slots__ = ("source", "text")
    is_leaf = True

    def __init__(self, cursor: Cursor, text: str, source: int) -> None:
        """Keep the line, which stands in the body at `source`."""
        super().__init__(cursor)
        self.text = text
        self.source = source
        self.offset = source


class Description(ListItem):
    """What is said of the terms before it."""

    __slots__ = ("is_tight",)

    def __init__(self, cursor: Cursor, width: int) -> None:
        """Begin a description whose text stands `width` columns further in."""
        super().__init__(cursor, width, None)
        self.is_tight = True


def _has_gap(block: Block) -> bool:
    """Whether a blank line stands between two children."""
    children = block.children
    return any(one.last_line < two.line - 1 for one, two in pairwise(children))


_ALERT: Final = regex(rf"\[!({'|'.join(ALERT_TITLES)})\][ \t]*", re.IGNORECASE)


def alert_of(first_line: str) -> str | None:
    """The kind of an alert whose quotation begins with this line: `[!NOTE]`."""
    found = _ALERT.fullmatch(first_line)
    return found[1].lower() if found else None
