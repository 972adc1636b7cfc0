"""What a table was asked, answered again from its published cells: the id of such a figure says the question."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from factsheet.checks.verify.pages import PublishedPage
from factsheet.checks.verify.records import Told, as_value
from factsheet.content.calculations import COMPARISONS
from factsheet.content.targets import EVERY, CellTarget, Question, cell_of, question_of, sheet_and_name
from factsheet.core.codes import report
from factsheet.core.problems import Place, Problem


def selected(told: Told, by_name: Mapping[str, Told]) -> Fraction:
    """Answer a question over whole columns again; raises ValueError and KeyError where it cannot be answered."""
    asked = question_of(told.id)
    if asked is None or told.facts["operation"] != f"{asked.name}_of":
        raise ValueError(told.id)
    values = _values(asked, told.sheet, by_name)
    if asked.name in {"max", "min"}:
        return Fraction((max if asked.name == "max" else min)(values.values()))
    if asked.condition is not None:
        return Fraction(sum(COMPARISONS[asked.condition.sign](one, asked.condition.number) for one in values.values()))
    return Fraction(1 + sum(one > values[asked.cell] for one in values.values()))


def _values(asked: Question, sheet: str, by_name: Mapping[str, Told]) -> dict[CellTarget, Decimal]:
    """The published numbers of the columns that a question is about, without those of the total."""
    found: dict[CellTarget, Decimal] = {}
    for told in by_name.values():
        cell = cell_of(told.id) if told.sheet == sheet and not told.is_total else None
        value = as_value(told.facts["value"]) if cell else None
        if cell and value is not None and cell.table == asked.table and asked.column in {cell.column, EVERY}:
            found[cell] = value
    return found


def rows_are_right(
    path: str, page: PublishedPage, by_name: Mapping[str, Told], every: Mapping[tuple[str, str], Told], sheet: str
) -> Iterator[Problem]:
    """Report names of rows on a page that do not hold the greatest or least value which they are said to hold.

    `every` gives the cells by language and name.
    """
    for mark in page.marks:
        if mark.form != "row":
            continue
        where, name = sheet_and_name(mark.metric)
        asked, where = question_of(name), where or sheet
        told = by_name.get(f"{where}/{name}")
        if asked is None or told is None:
            yield report("V909", Place(path, mark.line, mark.column), metric=mark.metric)
            continue
        columns = {cell.column for cell in _values(asked, where, by_name)}
        cells = [every.get((mark.lang, f"{where}/{CellTarget(asked.table, mark.value, column)}")) for column in columns]
        held = [one for one in cells if one and not one.is_total and one.facts["value"] == told.facts["value"]]
        if not any(one.row == mark.text for one in held):
            values = {"text": mark.text[:100], "value": f"{told.id} {told.facts['value']}"}
            yield report("V904", Place(path, mark.line, mark.column), **values)
