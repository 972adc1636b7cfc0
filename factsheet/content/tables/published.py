"""The publisher's own file: what stands in it where the cells of a table are, by the names of rows and columns.

Nobody corrects a file that somebody else has published, so it is read as it is: lines above its head and notes below
its rows are passed over, and its rows and columns may have the names that readers know them by.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from factsheet.content.model import ArchiveForm
from factsheet.content.tables.dialect import WORKBOOKS, CsvField, Row, Unusable, parted_rows, ragged, separators
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Place
from factsheet.core.records import dataclass
from factsheet.core.suggest import listed, nearest

Names = Mapping[str, Sequence[str]]
"""What each row or column of a table may be called, by the name that the table has for it."""

_MOST_ABOVE: Final = 100
"""How many lines may stand above the head."""

BEHIND: Final = regex(r"\s*[(\[][^()\[\]]*[)\]]$")
"""What a heading says of its unit: "(%)"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedCells:
    """What the publisher's file holds of a table."""

    file: str
    rows: Mapping[str, Place]
    """The rows of the table that were found, and where."""
    columns: frozenset[str]
    cells: Mapping[tuple[str, str], CsvField]
    """What is written, by row and column; a row that ends before a column has none."""
    twice: Mapping[str, tuple[Place, Place]]
    """Rows that stand there more than once, and where the first two are: nobody can tell which is meant."""


def read_published(
    file: str, data: bytes, form: ArchiveForm, *, key: str, rows: Names, columns: Names
) -> PublishedCells:
    """Look up the rows and columns of a table, whose names stand in a column `key`; raises Unusable."""
    heads = _by_name(columns)
    every = [(sign, lines, *_head(lines, heads)) for sign, lines in _readings(file, data, form)]
    sign, lines, at, positions = max(every, key=lambda one: len(one[3]))
    if not positions and len(columns) == 1 and len(lines[0]) == len(("name", "value")):
        positions = {next(iter(columns)): 1}  # what stands above the only values is no question
    names = _by_name(rows)
    key_at = _key_position(file, lines[at:], form, key, set(positions.values()), names)
    found, twice = _found(lines[at + 1 :], key_at, names)
    for line in found.values():
        if any(over.text.strip() for over in line[len(lines[at]) :]):
            raise Unusable(next(ragged(file, [lines[at], line], sign)))
    held = ((row, line, column, there) for row, line in found.items() for column, there in positions.items())
    return PublishedCells(
        file=file,
        rows={row: _place(file, line[key_at]) for row, line in found.items()},
        columns=frozenset(positions),
        cells={(row, column): line[there] for row, line, column, there in held if there < len(line)},
        twice={row: (_place(file, found[row][key_at]), _place(file, again)) for row, again in twice.items()},
    )


def _found(lines: Sequence[Row], key_at: int, names: Mapping[str, str]) -> tuple[dict[str, Row], dict[str, CsvField]]:
    """The line of each row, and where those stand again that stand there more than once."""
    found: dict[str, Row] = {}
    twice: dict[str, CsvField] = {}
    for line in lines:
        row = _row(line[key_at].text, names) if key_at < len(line) else None
        if row is not None and row in found:
            twice.setdefault(row, line[key_at])
        elif row is not None:
            found[row] = line
    return found, twice


def _place(file: str, at: CsvField) -> Place:
    return Place(file, at.line, at.column)


def _readings(file: str, data: bytes, form: ArchiveForm) -> Iterator[tuple[str, list[Row]]]:
    """The lines of the file, parted by each sign that may part its cells; raises Unusable where none does."""
    if file.endswith(WORKBOOKS):
        from factsheet.content.tables.workbooks import workbook_lines

        yield "", workbook_lines(file, data, form)
        return
    refused: Unusable | None = None
    is_read = False
    for sign in [form.delimiter] if form.delimiter else separators(file, data):
        try:
            lines = parted_rows(file, data, sign)
        except Unusable as unusable:
            refused = refused or unusable
            continue
        is_read = True
        yield sign, lines
    if refused is not None and not is_read:
        raise refused


def _by_name(names: Names) -> dict[str, str]:
    """The rows or columns by all that they may be called; a name of its own goes before those of others."""
    found = {_plain(own): own for own in names}
    for own, every in names.items():
        for name in every:
            found.setdefault(_plain(name), own)
    return found


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _row(name: str, names: Mapping[str, str]) -> str | None:
    """The row that a name is of; of several words with commas between them, as Eurostat writes, the last one counts."""
    return names.get(_plain(name)) or names.get(_plain(name.rpartition(",")[2]))


def _head(lines: Sequence[Row], heads: Mapping[str, str]) -> tuple[int, dict[str, int]]:
    """The line that names the most columns of the table, and where each of them stands."""
    best, positions = 0, dict[str, int]()
    for number, line in enumerate(lines[:_MOST_ABOVE]):
        found: dict[str, int] = {}
        for position, at in enumerate(line):
            column = heads.get(_plain(at.text)) or heads.get(_plain(BEHIND.sub("", at.text)))
            if column is not None:
                found.setdefault(column, position)
        if len(found) > len(positions):
            best, positions = number, found
    return best, positions


def _key_position(
    file: str, lines: Sequence[Row], form: ArchiveForm, key: str, taken: set[int], names: Mapping[str, str]
) -> int:
    """The column of the names of rows: as it is declared, or called in the table; else the one that holds the most."""
    heads = [_plain(at.text) for at in lines[0]]
    if form.key:
        if _plain(form.key) not in heads:
            place, known = form.place_of("key"), [at.text for at in lines[0]]
            near = nearest(form.key, known)
            raise Unusable(report("D114", place, key=form.key, file=file, near=near, known=listed(known)))
        return heads.index(_plain(form.key))
    width = max(len(line) for line in lines)
    held = {
        position: sum(_row(line[position].text, names) is not None for line in lines[1:] if position < len(line))
        for position in range(width)
        if position not in taken
    }
    own = heads.index(_plain(key)) if _plain(key) in heads else None
    if own is not None and held.get(own):
        return own
    return max(held, key=lambda position: held[position], default=0)
