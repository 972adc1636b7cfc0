"""Cells of a table against rows that the source prints: the heading above them says in what the numbers are.

Each line of the quote that begins with the name of a row has its values behind it, in the order of the columns. What
else stands there is the heading, of which some words must make a value with its unit: `4,8` and `%`, `12,5` and
`mii lei`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from factsheet.content.kinds import kind_of
from factsheet.content.model import Metric
from factsheet.content.targets import CellTarget
from factsheet.l10n.cldr import NumberLocale
from factsheet.patterns import regex
from factsheet.problems import Place, Problem
from factsheet.problems.codes import report
from factsheet.records import dataclass
from factsheet.site.proof.quotes import fold
from factsheet.site.tabulating import DataTable

_APART: Final = regex(r"[ \u00a0\u202f]*[\t|][ \u00a0\u202f]*|[ ]{2,}")
"""What stands between cells: a tab, a bar, or two spaces and more; where none does, one space."""

_WORD: Final = regex(r"[^\s|()\[\],;:]+")
_MOST_WORDS: Final = 3
_MOST_PIECES: Final = 200


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A line of a quote that is a row: what it says, cell by cell."""

    row: str
    text: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """What a quote says of a table."""

    lines: Mapping[str, PrintedRow]
    """The lines by the names of their rows."""
    heading: str


def read_rows(quote: str, names: Mapping[str, Iterable[str]], columns: int) -> Rows:
    """Read a quote; `names` are those that each row goes by, and `columns` how many values each has."""
    known = {fold(name).casefold(): row for row, every in names.items() for name in every}
    lines: dict[str, PrintedRow] = {}
    heading: list[str] = []
    for text in filter(None, (line.strip() for line in quote.splitlines())):
        name, values = _parted(text, columns)
        row = known.get(fold(name).casefold())
        if row is None or row in lines:
            heading.append(text)
        else:
            lines[row] = PrintedRow(row, text, values)
    return Rows(lines=lines, heading=" ".join(heading))


def _parted(text: str, columns: int) -> tuple[str, tuple[str, ...]]:
    """The name of a line and its values: behind the name stand as many as there are columns."""
    cells = [cell for cell in _APART.split(text.strip("| \t")) if cell]
    if len(cells) > 1:
        return cells[0], tuple(cells[1:])
    words = text.split()
    return " ".join(words[:-columns]), tuple(words[-columns:])


def said_cells(rows: Rows, table: DataTable, loc: NumberLocale) -> frozenset[tuple[str, str]]:
    """The cells whose values the lines say, in the language of the source."""
    return frozenset(_said(rows, table, loc))


def _said(rows: Rows, table: DataTable, loc: NumberLocale) -> Iterator[tuple[str, str]]:
    pieces = ["", *_pieces(rows.heading)]
    for position, column in enumerate(table.grid.columns):
        best = pieces
        for row, line in rows.lines.items():
            metric = table.metric(CellTarget(table.declared.id, row, column))
            if metric is None or len(line.values) != len(table.grid.columns):
                continue
            piece = next((one for one in best if _says(loc, metric, line.values[position], one)), None)
            if piece is not None:
                best = [piece, *(one for one in pieces if one != piece)]
                yield row, column


def _says(loc: NumberLocale, metric: Metric, value: str, piece: str) -> bool:
    return kind_of(metric).said(loc, metric, f"{value} {piece}".strip()).lack is None


def _pieces(heading: str) -> Sequence[str]:
    """The words of a heading, one to three that follow each other."""
    words = [found[0] for found in _WORD.finditer(heading)]
    found = (
        " ".join(words[start : start + length])
        for length in range(1, _MOST_WORDS + 1)
        for start in range(len(words) - length + 1)
    )
    return list(dict.fromkeys(found))[:_MOST_PIECES]


def unsaid(rows: Rows, table: DataTable, said: frozenset[tuple[str, str]], place: Place) -> Iterator[Problem]:
    """Report rows that the quote lacks, lines of another length, and cells that their line does not say."""
    grid = table.grid
    for row in grid.rows:
        cells = [column for column in grid.columns if table.metric(CellTarget(table.declared.id, row, column))]
        line = rows.lines.get(row)
        if line is None and cells:
            yield report("D127", place, variant="row", cell=f"{table.declared.id}[{row}, …]", line="", row=row)
        elif line is not None and len(line.values) != len(grid.columns):
            values = {"found": len(line.values), "wanted": len(grid.columns)}
            cell = f"{table.declared.id}[{row}, …]"
            yield report("D127", place, variant="length", cell=cell, line=line.text[:120], **values)
        elif line is not None:
            for column in (one for one in cells if (row, one) not in said):
                cell = str(CellTarget(table.declared.id, row, column))
                yield report("D127", grid.place(row, column), cell=cell, line=line.text[:120])
