"""Cells of a table against rows that the source prints: the heading above them says in what the numbers are.

Each line of the quote that begins with the name of a row has its values behind it, in the order that the heading says,
else in that of the columns. What else stands there is the heading, of which some words must make a value with its unit:
`4,8` and `%`, `12,5` and `mii lei`. A quote proves the cells that it says, be they few.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from factsheet.content.kinds import kind_of
from factsheet.content.statements.heading import heading
from factsheet.content.tables.published import BEHIND
from factsheet.content.targets import CellTarget
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Problem
from factsheet.core.records import dataclass
from factsheet.l10n.cldr import NumberLocale
from factsheet.site.proof.quotes import fold
from factsheet.site.tabulating import DataTable, number_in

_APART: Final = regex(r"[ \u00a0\u202f]*[\t|][ \u00a0\u202f]*|[ ]{2,}")
"""What stands between cells: a tab, a bar, or two spaces and more; where none does, one space behind the name."""

_WORD: Final = regex(r"[^\s|()\[\],;:]+")
_MOST_WORDS: Final = 3
_MOST_PIECES: Final = 200


Names = Mapping[str, Iterable[str]]
"""What each row or column may be called, by its name in the table."""


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A line of a quote that is a row: what it says, value by value."""

    row: str
    text: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """What a quote says of a table."""

    lines: Mapping[str, PrintedRow]
    """The lines by the names of their rows."""
    heading: str
    columns: Mapping[str, int]
    """Which value of a line is of which column; empty where the heading does not say it."""
    above: tuple[str, ...] = ()
    """What stands above each value, where a line of the heading has a part for each."""

    def at(self, line: PrintedRow, column: str, columns: Sequence[str]) -> int | None:
        """Which value of a line is of a column: as the heading names it, else in the order of the table's columns."""
        if len(line.values) == len(columns) and all(columns[at : at + 1] == [one] for one, at in self.columns.items()):
            return columns.index(column)
        at = self.columns.get(column, len(line.values))
        return at if at < len(line.values) else None

    def value(self, line: PrintedRow, column: str, columns: Sequence[str]) -> str | None:
        """What a line says of a column."""
        at = self.at(line, column, columns)
        return None if at is None else line.values[at]


def read_rows(quote: str, rows: Names, columns: Names) -> Rows:
    """Read a quote; `rows` and `columns` are what these go by."""
    known, heads = _by_name(rows), _by_name(columns)
    lines: dict[str, PrintedRow] = {}
    lead: list[str] = []
    for text in filter(None, (line.strip() for line in quote.splitlines())):
        row, values = _parted(text, known)
        if row is None or row in lines:
            lead.append(text)
        else:
            lines[row] = PrintedRow(row, text, values)
    width = max((len(line.values) for line in lines.values()), default=0)
    positions = max((_positions(text, heads, width) for text in lead), key=len, default={})
    parted = [cells for cells in map(_cells, lead) if width > 1 and len(cells) == width + 1]
    above = tuple(parted[-1][1:]) if parted else ()
    others = lead if not above else (text for text in lead if _cells(text) != parted[-1])
    return Rows(lines=lines, heading=" ".join(others), columns=positions, above=above)


def _by_name(names: Names) -> dict[str, str]:
    return {_plain(name): own for own, every in names.items() for name in every}


def _plain(name: str) -> str:
    return fold(name).casefold().strip()


def _cells(text: str) -> list[str]:
    return _APART.split(text.strip().removeprefix("|").removesuffix("|").strip())


def _parted(text: str, known: Mapping[str, str]) -> tuple[str | None, tuple[str, ...]]:
    """The row that a line begins with, and what stands behind its name; None where it begins with none."""
    cells = _cells(text)
    if len(cells) > 1:
        return known.get(_plain(cells[0])), tuple(cells[1:])
    words = text.split()
    names = ((length, known.get(_plain(" ".join(words[:length])))) for length in range(len(words) - 1, 0, -1))
    return next(((row, tuple(words[length:])) for length, row in names if row is not None), (None, ()))


def _positions(text: str, heads: Mapping[str, str], width: int) -> dict[str, int]:
    """Which value is of which column, by a line of the heading that has a part for each value."""
    cells = _cells(text)
    columns = [heads.get(_plain(part)) or heads.get(_plain(BEHIND.sub("", part))) for part in cells]
    is_without_corner = len(cells) == width and columns[0] is not None
    if not (is_without_corner or len(cells) == width + 1):
        return {}
    found: dict[str, int] = {}
    for position, column in enumerate(columns[len(cells) - width :]):
        if column is not None:
            found.setdefault(column, position)
    return found


def said_cells(rows: Rows, table: DataTable, loc: NumberLocale) -> Iterator[tuple[str, str]]:
    """The cells whose values the lines say, in the language of the source."""
    columns = list(table.grid.columns)
    for column in columns:
        best: Sequence[str] = ()
        for row, line in rows.lines.items():
            metric = table.metric(CellTarget(table.declared.id, row, column))
            at = rows.at(line, column, columns)
            if metric is None or at is None:
                continue
            best = best or _above(rows, at, loc)
            read, value = kind_of(metric).read_quote, line.values[at]
            said = (one for one in best if read(loc, metric, f"{value} {one}".strip()).mismatch is None)
            piece = next(said, None)
            if piece is not None:
                best = [piece, *(one for one in best if one != piece)]
                yield row, column


def _above(rows: Rows, at: int, loc: NumberLocale) -> Sequence[str]:
    """What may make a value with its unit: all that the heading of its own column says, else words above the rows."""
    head = rows.above[at] if at < len(rows.above) else ""
    said = heading(loc, head, is_label=True) if head else None
    return [said.text] if said else ["", *_pieces(rows.heading), *_pieces(head)]


def _pieces(head: str) -> Sequence[str]:
    """The words of a heading, one to three that follow each other."""
    words = [found[0] for found in _WORD.finditer(head)]
    sizes = range(1, _MOST_WORDS + 1)
    found = (" ".join(words[start : start + size]) for size in sizes for start in range(len(words) - size + 1))
    return list(dict.fromkeys(found))[:_MOST_PIECES]


def unsaid(rows: Rows, table: DataTable, said: frozenset[tuple[str, str]], place: Place) -> Iterator[Problem]:
    """Report a quote without rows, lines whose values are of no column, and cells whose line says another value."""
    grid, columns, has_grouped = table.grid, list(table.grid.columns), False
    if not rows.lines:
        yield report("D127", place, variant="row", cell=f"{table.declared.id}[\u2026]", line="")
    for row, line in rows.lines.items():
        told = [column for column in columns if rows.value(line, column, columns) is not None]
        if not told:
            values = {"found": len(line.values), "wanted": len(columns)}
            whole = f"{table.declared.id}[{row}, \u2026]"
            yield report("D127", place, variant="length", cell=whole, line=line.text, **values)
        for column in told:
            cell = CellTarget(table.declared.id, row, column)
            if (row, column) not in said and table.metric(cell):
                number = str(number_in(grid, row, column))
                is_grouped = number in line.text and number[-4:-3] == "."  # "9.800", as its source writes it
                if not (is_grouped and has_grouped):
                    better = number.replace(".", "")
                    shown = {"cell": str(cell), "line": line.text, "better": better}
                    yield report("D127", grid.place(row, column), variant="thousands" if is_grouped else "", **shown)
                has_grouped |= is_grouped
