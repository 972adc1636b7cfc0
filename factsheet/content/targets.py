"""What a reference names: `id`, `path/id`, or a cell of a table as `table[row, column]`, each with a form behind a dot.

What follows from a table is asked behind a dot too: `table[row, column].rank`, `table.max(column)`. `table id` and
`chart id` name what stands on a line of its own.

A row or a column may hold slashes and dots (`2023/24`), so nothing else takes a reference apart.
"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

from factsheet.core.patterns import regex
from factsheet.core.records import NamedTuple

OF_CELLS: Final = ("rank", "change", "difference")
"""What can be asked of a cell of a table."""

OF_COLUMNS: Final = ("max", "min", "count")
"""What can be asked of a column."""

QUESTIONS: Final = (*OF_CELLS, *OF_COLUMNS)
"""What can be asked of a table."""

_ASKED: Final = rf"[ \t]*\.[ \t]*(?:{'|'.join(QUESTIONS)})(?![\w-])(?:[ \t]*\(.*\))?"
_WRITTEN: Final = regex(rf"(?P<target>[^.\[]*(?:\[[^\]]*\])?(?:{_ASKED})?)[ \t]*(?:\.(?P<form>.*))?", re.DOTALL)
_QUESTION: Final = regex(
    r"(?P<table>[a-z][a-z0-9-]*)[ \t]*(?:\[(?P<row>[^\[\],]+),(?P<column>[^\[\],]+)\])?[ \t]*"
    rf"\.[ \t]*(?P<name>{'|'.join(QUESTIONS)})(?:[ \t]*\((?P<argument>.*)\))?"
)
_CONDITION: Final = regex(r"(?P<column>[^<>=!]+?)[ \t]*(?P<sign>[<>]=?|!?=)[ \t]*(?P<number>-?[0-9]+(?:\.[0-9]+)?)")
_SHEET: Final = regex(r"[^\[.(]*")
_CELL: Final = regex(r"(?P<table>[a-z][a-z0-9-]*)[ \t]*\[(?P<row>[^\[\],]+),(?P<column>[^\[\],]+)\]")
_BLOCK: Final = regex(r"(?P<kind>table|chart)[ \t]+(?P<name>[^ \t\[\]]+)")
_UNSAFE: Final = regex(r"[^\w-]+")


EVERY: Final = "*"
"""Stands in a chart, and in what is asked of a table, for every row or every column."""

SIGNS: Final = {">": "gt", ">=": "ge", "<": "lt", "<=": "le", "=": "eq", "!=": "ne"}
"""The signs of a condition, with what stands for them in the id of an element."""


class CellTarget(NamedTuple):
    """A cell of a table, by the names of its row and its column."""

    table: str
    row: str
    column: str

    def __str__(self) -> str:
        """The cell as a reference names it."""
        return f"{self.table}[{self.row}, {self.column}]"


class Condition(NamedTuple):
    """What the values that are counted fulfil: a sign of `SIGNS` and a number."""

    sign: str
    number: Decimal

    def __str__(self) -> str:
        """The condition as a reference writes it."""
        return f"{self.sign} {self.number}"


class Question(NamedTuple):
    """What is asked of a table: of one cell, or of all rows of a column."""

    table: str
    name: str
    """One of `QUESTIONS`."""
    row: str
    """`EVERY` where the question is of a column."""
    column: str
    """Empty where none is named: the table then tells which is meant; `EVERY` for all."""
    other: str = ""
    """The column that a change is counted from."""
    condition: Condition | None = None
    """What is counted."""

    @property
    def cell(self) -> CellTarget:
        """The cell or the cells that the question is about."""
        return CellTarget(self.table, self.row, self.column)

    def __str__(self) -> str:
        """The question as a reference writes it."""
        if self.row != EVERY:
            return f"{self.cell}.{self.name}{f'({self.other})' if self.other else ''}"
        return f"{self.table}.{self.name}({self.column}{f' {self.condition}' if self.condition else ''})"


class BlockTarget(NamedTuple):
    """What a reference puts on a line of its own: a `table` or a `chart`, by its id."""

    kind: str
    name: str


def parted(written: str) -> tuple[str, str]:
    """Part what stands between the braces into the target and the form."""
    if (found := _WRITTEN.fullmatch(written)) is None:
        target, _, form = written.partition(".")
    else:
        target, form = found["target"], found["form"] or ""
    return target.strip(" \t"), form.strip(" \t")


@lru_cache(maxsize=4096)
def sheet_and_name(target: str) -> tuple[str, str]:
    """Part `path/id`; the path is empty where the target names no sheet."""
    found = _SHEET.match(target)
    head = found[0] if found else ""
    where, _, name = head.rpartition("/")
    return where, f"{name}{target[len(head) :]}"


@lru_cache(maxsize=4096)
def cell_of(name: str) -> CellTarget | None:
    """The cell that a target without its sheet names; None where it names none."""
    found = _CELL.fullmatch(name)
    return CellTarget(found["table"], found["row"].strip(" \t"), found["column"].strip(" \t")) if found else None


@lru_cache(maxsize=4096)
def question_of(name: str) -> Question | None:
    """What a target without its sheet asks of a table; None where it asks nothing, or not as it can be asked."""
    if (found := _QUESTION.fullmatch(name)) is None:
        return None
    table, asked, argument = found["table"], found["name"], (found["argument"] or "").strip(" \t")
    if found["row"] is not None:
        is_right = asked in OF_CELLS and bool(argument) is (asked != "rank") and not set("[],") & set(argument)
        cell = CellTarget(table, found["row"].strip(" \t"), found["column"].strip(" \t"))
        return Question(table, asked, cell.row, cell.column, argument) if is_right and EVERY not in cell else None
    if asked in OF_CELLS:
        return None
    condition = _CONDITION.fullmatch(argument)
    if (asked == "count") is not (condition is not None):
        return None
    if condition is None:
        return Question(table, asked, EVERY, argument)
    sign, number = condition["sign"], Decimal(condition["number"])
    return Question(table, asked, EVERY, condition["column"].strip(" \t"), condition=Condition(sign, number))


@lru_cache(maxsize=4096)
def asks(target: str) -> bool:
    """Whether a target asks something of a table, rightly or not."""
    return bool(_QUESTION.fullmatch(sheet_and_name(target)[1]))


def is_of_table(target: str) -> bool:
    """Whether a target is of a table: a cell, or what is asked of one; whether there is such a table, or not."""
    return "[" in target or asks(target)


@lru_cache(maxsize=4096)
def block_of(target: str) -> BlockTarget | None:
    """What `table id` or `chart id` puts on a line of its own; None for any other target."""
    found = _BLOCK.fullmatch(target)
    return BlockTarget(found["kind"], found["name"]) if found else None


def anchor_of(name: str) -> str:
    """The id of a figure's element: the figure's own, and for a cell `table.row.column`, which HTML and URLs allow.

    That of an answer has more parts than three, and so is never that of a cell.
    """
    if "[" not in name and "." not in name:
        return name
    cell, asked = cell_of(name), question_of(name)
    if asked is not None:
        row, condition = "all" if asked.row == EVERY else asked.row, asked.condition
        rest = [asked.other] if asked.other else []
        if condition is not None:
            rest = [SIGNS[condition.sign], str(condition.number).replace("-", "minus-")]
        about = anchor_of(str(CellTarget(asked.table, row, asked.column)))
        return ".".join((about, asked.name, *map(anchor_part, rest)))
    return ".".join(one if one == EVERY else anchor_part(one) for one in cell) if cell else name


def anchor_part(name: str) -> str:
    """The name of a row or a column as a part of an id: letters of any script, digits and hyphens."""
    return _UNSAFE.sub("-", name.casefold()).strip("-") or "-"
