"""What is asked of a table, answered exactly from its cells: ranks, changes, the greatest and the least, counts.

An answer is a figure like any other, computed whenever the site is built. Cells without a value and the row of a total
are left out of every comparison.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from factsheet.content.calculations import COMPARISONS
from factsheet.content.kinds import kind_of
from factsheet.content.model import Derivation, Derived, Metric
from factsheet.content.targets import EVERY, CellTarget, Question
from factsheet.core.problems import Place
from factsheet.core.records import replace
from factsheet.core.suggest import listed
from factsheet.site.computing import UNIT_KEYS, NotComputable, Operand, compute
from factsheet.site.tabulating import DataTable

Values = Mapping[tuple[str, str], Decimal]
"""Numbers by row and column."""


class Unanswered(Exception):
    """A question that a table has no answer to; holds the variant of the finding and its values."""

    def __init__(self, variant: str, **values: str) -> None:
        """Keep why there is none."""
        super().__init__(variant)
        self.variant = variant
        self.values = values


def settled(table: DataTable, question: Question) -> Question:
    """Give the question with its column; raises Unanswered where it could be of several.

    Where none is named, it is the column by which the table is sorted; in a table that is not sorted, all columns of
    numbers together, if they are in one unit.
    """
    columns, sort = _numeric(table), table.declared.sort
    if not columns:
        raise Unanswered("words", known="none")
    if question.column not in {"", EVERY, *columns}:
        raise Unanswered("words", known=listed(columns))
    if question.column in columns:
        return question
    if not question.column and sort in columns:
        return question._replace(column=sort)
    every = (table.grid.columns[one] for one in columns)
    if len({(one.kind, *(getattr(one, key) for key in UNIT_KEYS), one.out_of) for one in every}) > 1:
        samples = [str(question._replace(column=one)) for one in columns]
        raise Unanswered("which", known=listed(samples))
    return question._replace(column=columns[0] if len(columns) == 1 else EVERY)


def answer(table: DataTable, question: Question) -> Operand:
    """Answer a question whose rows and columns are there; raises Unanswered and, from a calculation, Refused."""
    asked = settled(table, question)
    if asked.other:
        return _change(table, asked)
    if not (values := values_of(table, asked.column)):
        raise Unanswered("empty")
    if asked.name in {"max", "min"}:
        return _extreme(table, asked, values)
    if any(table.grid.columns[column].bound != "exact" for _, column in values):
        raise Unanswered("bound")
    if asked.condition is not None:
        return _count(table, asked, values)
    return _rank(table, asked, values)


def answer_or_none(table: DataTable | None, question: Question) -> Operand | None:
    """Answer a question where it has an answer; why others have none, the checks tell."""
    try:
        return answer(table, question) if table and table.has(question) else None
    except (Unanswered, NotComputable):
        return None


def values_of(table: DataTable, column: str) -> Values:
    """Give the numbers of a column, or of all for `EVERY`, without that of the total."""
    total = table.declared.total.row if table.declared.total else None
    columns = [one for one in _numeric(table) if column in {one, EVERY}]
    cells = {(row, one): table.grid.cells.get((row, one)) for one in columns for row in table.grid.rows if row != total}
    return {name: cell.value for name, cell in cells.items() if cell and isinstance(cell.value, Decimal)}


def holders(table: DataTable, question: Question) -> list[CellTarget]:
    """Give the cells that hold the greatest or the least value: several where they are equal."""
    values = values_of(table, question.column)
    wanted = _wanted(question, values)
    return [CellTarget(question.table, *name) for name, value in values.items() if value == wanted]


def _wanted(question: Question, values: Values) -> Decimal:
    return (max if question.name == "max" else min)(values.values())


def _extreme(table: DataTable, asked: Question, values: Values) -> Operand:
    first = next(iter(values))[1]
    value = _wanted(asked, values)
    metric = replace(table.grid.columns[first], **_common(table, asked, f"{asked.name}_of", str(asked.cell)))
    return Operand(replace(metric, value=value), Fraction(value))


def _rank(table: DataTable, asked: Question, values: Values) -> Operand:
    if (own := values.get((asked.row, asked.column))) is None:
        raise Unanswered("total")
    place = 1 + sum(value > own for value in values.values())
    parts = (str(asked.cell), str(asked.cell._replace(row=EVERY)))
    return _number(table, asked, "rank", place, *parts)


def _count(table: DataTable, asked: Question, values: Values) -> Operand:
    if (condition := asked.condition) is None:
        raise TypeError(asked)
    found = sum(COMPARISONS[condition.sign](value, condition.number) for value in values.values())
    return _number(table, asked, "count", found, str(asked.cell))


def _number(table: DataTable, asked: Question, kind: str, number: int, *parts: str) -> Operand:
    common = _common(table, asked, f"{asked.name}_of", *parts)
    return Operand(Metric(kind=kind, value=Decimal(number), **common), Fraction(number))


def _change(table: DataTable, asked: Question) -> Operand:
    """The change from one column to another: of percentages in points, else in per cent of the old value."""
    new = table.metric(asked.cell)
    old = table.metric(asked.cell._replace(column=asked.other))
    if new is None or old is None:
        raise Unanswered("empty")
    is_share, is_growth = kind_of(new).whole is not None, asked.name == "change"
    kind = "points" if is_share else "percent" if is_growth else None
    operation, parts = ("change_of", (old, new)) if is_growth and not is_share else ("difference_of", (new, old))
    common = _common(table, asked, operation, *(one.id for one in parts))
    same = {key: common[key] for key in ("id", "derivation", "place")}
    rest = {**dict.fromkeys(UNIT_KEYS), "digits": None, "change": True}
    derived = Derived(kind=kind, value=None, bound=None, rest=rest, **same)
    terms = [Operand(one, Fraction(one.value)) for one in parts if isinstance(one.value, Decimal)]
    part = compute(derived, terms)
    return replace(part, metric=replace(part.metric, **common))


def _common(table: DataTable, asked: Question, operation: str, *parts: str) -> dict[str, Any]:
    """What all answers say of themselves."""
    place = Place(table.grid.file)
    return {
        "id": str(asked),
        "asked": asked,
        "derivation": Derivation(operation=operation, parts=parts, place=place),
        "source": table.declared.source,
        "place": place,
        "places": {},
    }


def _numeric(table: DataTable) -> list[str]:
    """The columns whose cells are single numbers."""
    grid = table.grid
    found = {column for (_, column), cell in grid.cells.items() if isinstance(cell.value, Decimal)}
    return [column for column, metric in grid.columns.items() if column in found and kind_of(metric).is_number]
