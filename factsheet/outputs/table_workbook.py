"""A table as a workbook: its heads and rows in the words of the language, its numbers as numbers."""

from collections.abc import Iterator
from typing import Final

from factsheet.outputs.cells import Shown, machine_cells
from factsheet.outputs.workbook import rows_xml, workbook
from factsheet.site.tabulating import is_numeric
from factsheet.site.wordings import Wordings

_LONGEST: Final = 31
"""How long the name of a sheet in a workbook may be."""


def table_workbook(words: Wordings, rows: list[str], shown: Shown) -> bytes:
    """Give a workbook with the rows in their order on the page; a missing value is an empty cell."""
    table = words.table
    label = words.text("label")
    columns = table.grid.columns
    heads = [label.text if label else table.grid.key, *_heads(words)]
    lines = [
        [words.row(row).text, *(one for name in columns for one in machine_cells(table, shown.get((row, name)), name))]
        for row in rows
    ]
    numeric = [is_numeric(metric) for name, metric in columns.items() for _ in (name, *table.ends(name))]
    numbers = frozenset(position for position, is_number in enumerate(numeric, start=1) if is_number)
    return workbook(table.declared.id[:_LONGEST], heads, [rows_xml(lines, numbers=numbers, is_table=True).encode()])


def _heads(words: Wordings) -> Iterator[str]:
    for column in words.table.grid.columns:
        yield from (words.column(column).text, *words.table.ends(column))
