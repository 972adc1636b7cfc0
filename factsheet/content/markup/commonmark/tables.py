"""The rows and cells of tables, as GitHub Flavored Markdown has them (its section 4.10)."""

import re
from collections.abc import Iterator
from typing import Final

from factsheet.content.markup.commonmark.content import Content
from factsheet.content.markup.commonmark.grammar import FIGURE
from factsheet.patterns import regex

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
