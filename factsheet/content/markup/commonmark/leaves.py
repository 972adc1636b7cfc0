"""Blocks that hold text or nothing (section 4), and tables, as GitHub has them."""

import re
from collections.abc import Iterator
from typing import Final

from factsheet.content.markup.commonmark.containers import Block
from factsheet.content.markup.commonmark.cursor import TAB, Content, Cursor
from factsheet.content.markup.commonmark.grammar import FIGURE
from factsheet.content.markup.commonmark.links import definitions_of
from factsheet.content.markup.commonmark.nodes import References
from factsheet.core.patterns import regex

_CLOSING_FENCE: Final = regex(r"(`{3,}|~{3,})[ \t]*$")


class Leaf(Block):
    """A block of lines; `sources` says where each stands in the body."""

    __slots__ = ("lines", "sources")
    is_leaf = True

    def __init__(self, cursor: Cursor) -> None:
        """Begin without a line."""
        super().__init__(cursor)
        self.lines: list[str] = []
        self.sources: list[int] = []

    def take(self, cursor: Cursor) -> None:
        """Add what is left of a line."""
        self.lines.append(cursor.rest())
        self.sources.append(cursor.place)

    @property
    def content(self) -> Content:
        """The text of a heading or a paragraph, without the spaces at its beginning and its end."""
        return _stripped(self.lines, self.sources)


class ThematicBreak(Leaf):
    """A line across the text: section 4.1."""

    __slots__ = ()


class Heading(Leaf):
    """A heading; of more lines than one where it is underlined."""

    __slots__ = ("level",)

    def __init__(self, cursor: Cursor, level: int) -> None:
        """Begin a heading of a level from 1 to 6."""
        super().__init__(cursor)
        self.level = level


class Paragraph(Leaf):
    """Running text."""

    __slots__ = ()

    def continues(self, cursor: Cursor) -> bool:
        """Go on up to a blank line."""
        return not cursor.is_blank

    def settle(self, references: References) -> bool:
        """Take link reference definitions off the beginning; tell whether text is left."""
        if self.lines and self.lines[0].lstrip(" \t").startswith("["):
            count = definitions_of(self.content, references)
            del self.lines[:count], self.sources[:count]
        return bool(self.lines)


def _stripped(lines: list[str], sources: list[int]) -> Content:
    """Lines without the space before the first and after the last; that before the others is the inlines' business."""
    if not lines:
        return Content.of_lines([], [])
    first = lines[0].lstrip(" \t")
    texts, places = [first, *lines[1:]], [sources[0] + len(lines[0]) - len(first), *sources[1:]]
    texts[-1] = texts[-1].rstrip(" \t")
    return Content.of_lines(texts, places)


class IndentedCode(Leaf):
    """Code that is indented by four columns: section 4.4."""

    __slots__ = ()
    takes_lines = True

    def continues(self, cursor: Cursor) -> bool:
        """Go on where the line is indented as far, or blank."""
        if cursor.is_code:
            cursor.skip_columns(TAB)
        elif cursor.is_blank:
            cursor.skip_indent()
        else:
            return False
        return True

    def close(self, line: int) -> None:
        """Leave out blank lines at the end."""
        super().close(line)
        while self.lines and not self.lines[-1].strip(" \t"):
            self.lines.pop()
            self.sources.pop()
        self.last_line = self.line + len(self.lines) - 1


class FencedCode(Leaf):
    """Code between two fences: section 4.5."""

    __slots__ = ("fence", "indent", "info", "is_complete")
    takes_lines = True

    def __init__(self, cursor: Cursor, fence: str, info: str) -> None:
        """Begin after the opening fence; its indentation is taken off each line."""
        super().__init__(cursor)
        self.fence = fence
        self.info = info
        self.indent = cursor.indent
        self.is_complete = False

    def continues(self, cursor: Cursor) -> bool:
        """Go on up to the closing fence."""
        cursor.skip_columns(min(self.indent, cursor.indent))
        return True

    def is_closed_by(self, cursor: Cursor) -> bool:
        """Whether the line is the closing fence."""
        if cursor.is_code or cursor.sign != self.fence[0]:
            return False
        found = _CLOSING_FENCE.match(cursor.text, cursor.next)
        return found is not None and found[1].startswith(self.fence)


class HtmlBlock(Leaf):
    """HTML between blocks: section 4.6. `end` matches the end of one that does not end with a blank line."""

    __slots__ = ("end", "is_complete", "opening")
    takes_lines = True

    def __init__(self, cursor: Cursor, end: re.Pattern[str] | None) -> None:
        """Begin with the line at the cursor, which is still to be taken."""
        super().__init__(cursor)
        self.end = end
        self.opening = cursor.text[cursor.next : cursor.next + 12]
        self.is_complete = end is None

    def continues(self, cursor: Cursor) -> bool:
        """Go on up to a blank line, or up to the end that the block must have."""
        return not (cursor.is_blank and self.end is None)

    def take(self, cursor: Cursor) -> None:
        """Add the line; tell in `is_complete` whether the end is in it."""
        super().take(cursor)
        if self.end is not None and self.end.search(cursor.text, cursor.index):
            self.is_complete = True


class TableBlock(Leaf):
    """A table: its rows are its lines, the first of which is the head."""

    __slots__ = ("alignments", "numbers")

    def __init__(self, cursor: Cursor, alignments: list[str | None], head: tuple[str, int]) -> None:
        """Begin below the head, which is a line and its place in the body."""
        super().__init__(cursor)
        self.alignments = alignments
        self.line -= 1
        self.lines.append(head[0])
        self.sources.append(head[1])
        self.offset = head[1]

    def continues(self, cursor: Cursor) -> bool:
        """Go on up to a blank line."""
        return not cursor.is_blank


# The rows and cells of tables, as GitHub Flavored Markdown has them (its section 4.10).

_DELIMITER_ROW: Final = regex(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_PIECE: Final = regex(rf"{FIGURE}|\\[\s\S]|\||[^|\\{{]+|[\\{{]")
_ALIGNMENTS: Final = {(True, True): "center", (True, False): "left", (False, True): "right"}


def is_delimiter_row(row: str) -> bool:
    """Whether a row is the one between the head and the body."""
    return _DELIMITER_ROW.match(row) is not None


def alignments_of(row: str) -> list[str | None]:
    """How the columns are set, by the colons of the delimiter row."""
    return [_ALIGNMENTS.get((text.startswith(":"), text.endswith(":"))) for text, _ in cells_of(row)]


def cells_of(row: str) -> list[tuple[str, int]]:
    """The cells of a row, each with its place in the row; an escaped pipe is still escaped."""
    return list(_cells(row))


def _cells(row: str) -> Iterator[tuple[str, int]]:
    row = row.rstrip(" \t")
    position = len(row) - len(row.lstrip(" \t"))
    start = position = position + row.startswith("|", position)
    while found := _PIECE.match(row, position):
        if found[0] == "|":
            yield _cell(row, start, position)
            start = found.end()
        position = found.end()
    if start < len(row) or start == 0:
        yield _cell(row, start, len(row))


def _cell(row: str, start: int, end: int) -> tuple[str, int]:
    text = row[start:end]
    return text.strip(" \t"), start + len(text) - len(text.lstrip(" \t"))


def cell_content(cell: str, source: int) -> Content:
    """The text of a cell that stands at `source`; a pipe in it needs no escape any more, in code neither."""
    if "\\|" not in cell:
        return Content.of_lines([cell], [source])
    pieces, places = [], []
    start = 0
    for found in re.finditer(r"\\\|", cell):
        pieces.append(cell[start : found.start()])
        places.append(source + start)
        start = found.start() + 1
    return Content.of_pieces([*pieces, cell[start:]], [*places, source + start])
