"""What a reference names: `id`, `path/id`, or a cell of a table as `table[row, column]`, each with a form behind a dot.

`table id` and `chart id` name what stands on a line of its own.

A row or a column may hold slashes and dots (`2023/24`), so nothing else takes a reference apart.
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

_WRITTEN: Final = re.compile(r"(?P<target>[^.\[]*(?:\[[^\]]*\])?)[ \t]*(?:\.(?P<form>.*))?", re.DOTALL)
_CELL: Final = re.compile(r"(?P<table>[a-z][a-z0-9-]*)[ \t]*\[(?P<row>[^\[\],]+),(?P<column>[^\[\],]+)\]")
_BLOCK: Final = re.compile(r"(?P<kind>table|chart)[ \t]+(?P<name>[^ \t\[\]]+)")
_UNSAFE: Final = re.compile(r"[^\w-]+")


EVERY: Final = "*"
"""Stands in a chart for every row or every column."""


class Cell(NamedTuple):
    """A cell of a table, by the names of its row and its column."""

    table: str
    row: str
    column: str

    def __str__(self) -> str:
        """The cell as a reference names it."""
        return f"{self.table}[{self.row}, {self.column}]"


class Block(NamedTuple):
    """What a reference puts on a line of its own: a `table` or a `chart`, by its id."""

    kind: str
    name: str


def parted(written: str) -> tuple[str, str]:
    """Part what stands between the braces into the target and the form."""
    found = _WRITTEN.fullmatch(written)
    if found is None:
        target, _, form = written.partition(".")
    else:
        target, form = found["target"], found["form"] or ""
    return target.strip(" \t"), form.strip(" \t")


def sheet_and_name(target: str) -> tuple[str, str]:
    """Part `path/id`; the path is empty where the target names no sheet."""
    head, bracket, rest = target.partition("[")
    where, _, name = head.rpartition("/")
    return where, f"{name}{bracket}{rest}"


@lru_cache(maxsize=4096)
def cell_of(name: str) -> Cell | None:
    """The cell that a target without its sheet names; None where it names none."""
    found = _CELL.fullmatch(name)
    return Cell(found["table"], found["row"].strip(" \t"), found["column"].strip(" \t")) if found else None


def block_of(target: str) -> Block | None:
    """What `table id` or `chart id` puts on a line of its own; None for any other target."""
    found = _BLOCK.fullmatch(target)
    return Block(found["kind"], found["name"]) if found else None


def anchor_of(name: str) -> str:
    """The id of a figure's element: the figure's own, and for a cell `table.row.column`, which HTML and URLs allow."""
    cell = cell_of(name) if "[" in name else None
    return ".".join(map(anchor_part, cell)) if cell else name


def anchor_part(name: str) -> str:
    """The name of a row or a column as a part of an id: letters of any script, digits and hyphens."""
    return _UNSAFE.sub("-", name.casefold()).strip("-") or "-"
