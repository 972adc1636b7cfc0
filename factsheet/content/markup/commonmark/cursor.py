"""A line that is being read, and how far: counted in characters and, for tabs, in columns (section 2.2)."""

from bisect import bisect_right
from typing import Final

from factsheet.core.patterns import regex

TAB: Final = 4
"""A tab leads to the next column that is a multiple of this; so many columns of indentation make code."""

_SPACES: Final = regex(" *")
_BLANKS: Final = regex(r"[ \t]*")


class Cursor:
    """The rest of one line; `offset` is where the line begins in the body."""

    __slots__ = ("column", "indent", "index", "is_blank", "left_of_tab", "next", "number", "offset", "text")

    def __init__(self, text: str, number: int, offset: int) -> None:
        """Stand at the beginning of line `number`, which is counted from 1."""
        self.text = text
        self.number = number
        self.offset = offset
        self.index = 0
        self.column = 0
        self.left_of_tab = 0
        self.next = 0
        """The index of the next character that is neither space nor tab."""
        self.indent = 0
        """How many columns lie before it."""
        self.is_blank = False

    def look(self) -> None:
        """Find the next character that is neither space nor tab."""
        text, index = self.text, self.index
        if "\t" not in text:
            found = _SPACES.match(text, index).end()  # type: ignore[union-attr]
            self.indent = found - index
        else:
            found, column = self._after_tabs()
            self.indent = column - self.column
        self.next = found
        self.is_blank = found >= len(text)

    def _after_tabs(self) -> tuple[int, int]:
        index, column = self.index, self.column
        if self.left_of_tab:
            index, column = index + 1, column + self.left_of_tab
        while index < len(self.text) and self.text[index] in " \t":
            column += 1 if self.text[index] == " " else TAB - column % TAB
            index += 1
        return index, column

    @property
    def is_code(self) -> bool:
        """Whether the indentation is that of a block of code."""
        return self.indent >= TAB

    @property
    def sign(self) -> str:
        """The next character that is neither space nor tab; empty at the end of the line."""
        return "" if self.is_blank else self.text[self.next]

    @property
    def is_at_space(self) -> bool:
        """Whether the very next character is a space or a tab."""
        return self.index < len(self.text) and self.text[self.index] in " \t"

    def skip_indent(self) -> None:
        """Go on to the next character that is neither space nor tab."""
        self.column += self.indent
        self.index = self.next
        self.left_of_tab = 0
        self.indent = 0

    def skip(self, characters: int) -> None:
        """Pass characters none of which is a tab."""
        self.index += characters
        self.column += characters

    def skip_columns(self, columns: int) -> None:
        """Pass columns of space; a tab may be passed in part."""
        while columns > 0 and self.index < len(self.text):
            if self.text[self.index] == "\t":
                width = self.left_of_tab or TAB - self.column % TAB
                taken = min(width, columns)
                self.left_of_tab = width - taken
                self.column += taken
                columns -= taken
                self.index += not self.left_of_tab
            else:
                self.skip(1)
                columns -= 1

    def skip_space(self) -> None:
        """Pass one column of space, if there is one."""
        if self.is_at_space:
            self.skip_columns(1)

    def mark(self) -> tuple[int, int, int]:
        """The state, for `back_to`."""
        return self.index, self.column, self.left_of_tab

    def back_to(self, mark: tuple[int, int, int]) -> None:
        """Return to a state."""
        self.index, self.column, self.left_of_tab = mark

    def rest(self) -> str:
        """What is left of the line; spaces for what is left of a tab."""
        if self.left_of_tab:
            return " " * self.left_of_tab + self.text[self.index + 1 :]
        return self.text[self.index :]

    @property
    def place(self) -> int:
        """The offset in the body of what is left of the line."""
        return self.offset + self.index


# The text of a leaf block with the way back from each of its characters to the body.


class Content(str):
    """Lines put together, without what belongs to the blocks around them; `source` tells where each stood."""

    __slots__ = ("sources", "starts")

    starts: list[int]
    """Where each piece begins in the text."""
    sources: list[int]
    """Where it begins in the body."""

    @classmethod
    def of_lines(cls, lines: list[str], sources: list[int]) -> "Content":
        """Join lines whose first characters stand in the body at `sources`."""
        return cls._joined("\n", lines, sources)

    @classmethod
    def of_pieces(cls, pieces: list[str], sources: list[int]) -> "Content":
        """Join pieces of one line."""
        return cls._joined("", pieces, sources)

    @classmethod
    def _joined(cls, between: str, pieces: list[str], sources: list[int]) -> "Content":
        made = cls(between.join(pieces))
        made.sources = sources
        made.starts = starts = []
        position = 0
        for piece in pieces:
            starts.append(position)
            position += len(piece) + len(between)
        return made

    def source(self, offset: int) -> int:
        """The offset in the body of the character at `offset`."""
        starts = self.starts
        if len(starts) == 1:
            return self.sources[0] + offset
        line = bisect_right(starts, offset) - 1
        return self.sources[line] + offset - starts[line]
