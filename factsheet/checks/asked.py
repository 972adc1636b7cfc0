"""What texts ask of tables has an answer: the column is named or plain, and the values can be compared."""

from collections.abc import Iterator

from factsheet.checks.references import every_mention, named
from factsheet.content.model import Sheet
from factsheet.content.targets import (
    EVERY,
    OF_CELLS,
    OF_COLUMNS,
    QUESTIONS,
    Question,
    asks,
    cell_of,
    question_of,
    sheet_and_name,
)
from factsheet.core.codes import report
from factsheet.core.problems import Place, Problem
from factsheet.core.records import replace
from factsheet.core.suggest import listed, nearest
from factsheet.site.asking import Unanswered, answer, holders, settled
from factsheet.site.computing import NotComputable
from factsheet.site.site import Site
from factsheet.site.tabulating import DataTable
from factsheet.site.wordings import Wordings


def questions_have_answers(site: Site) -> Iterator[Problem]:
    """Report what is asked of a table and cannot be told from it."""
    for (tag, path), sheet in site.sheets.items():
        if (site.settings.reference, path) in site.sheets:
            for target, form, place in every_mention(site, tag, path):
                yield from _asked(site, sheet, target, form, place)
    for path in site.paths:
        original = site.original(path)
        for target, place in named(original):
            yield from _asked(site, original, target, "", place)


def _asked(site: Site, sheet: Sheet, target: str, form: str, place: Place) -> Iterator[Problem]:
    where, name = sheet_and_name(target)
    path, plain = where or sheet.path, name.partition("[")[0].partition(".")[0].strip()
    if (site.settings.reference, path) not in site.sheets:
        if asks(target):
            yield report("R501", place, target=target[:80], known="tables of this sheet, or sheet/table")
        return
    tables, table = site.original(path).tables, site.table(path, plain)
    if asks(target) and plain not in site.original(path).table_words:
        yield report("R520", place, near=nearest(plain, tables), table=plain[:60], known=listed(tables) or "none")
    elif table is None or table.is_refused:
        return
    elif asks(target):
        yield from _answered(table, site.wordings(sheet.language, path, plain), name, form, place)
    elif name == plain and name not in site.original(path).words:
        yield from _unknown(table, f"{name}.{form}" if form else name, place, nearest(form, QUESTIONS))


def _answered(table: DataTable, words: Wordings | None, name: str, form: str, place: Place) -> Iterator[Problem]:
    question = question_of(name)
    if question is None:
        yield from _unknown(table, name, place)
        return
    missing = next(_not_there(table, question), None)
    if missing is not None:
        one, known = missing
        values = {"table": question.table, "name": one[:60], "known": listed(known)}
        yield report("R521", place, near=words.meant(one, known) if words else None, **values)
        return
    cell = table.grid.cells.get((question.row, question.column))
    if cell is not None and cell.value is None:
        yield report("R523", place, cell=str(question.cell), mark=cell.mark)
        return
    try:
        answer(table, question)
        rows = {one.row for one in holders(table, settled(table, question))} if form == "row" else {question.row}
    except Unanswered as unanswered:
        yield report("R525", place, variant=unanswered.variant, asked=name, **{"known": "", **unanswered.values})
    except NotComputable as refused:
        yield replace(refused.problem, place=place)
    else:
        if form == "row" and question.name not in {"max", "min"}:
            yield report("R502", place, variant="row", form=form, metric=name)
        elif len(rows) > 1:
            yield report("R525", place, variant="tie", asked=f"{name}.{form}", known=listed(sorted(rows)))


def _not_there(table: DataTable, question: Question) -> Iterator[tuple[str, tuple[str, ...]]]:
    rows, columns = tuple(table.grid.rows), tuple(table.grid.columns)
    names = ((question.row, rows), (question.column, columns), (question.other, columns))
    yield from ((one, known) for one, known in names if one not in {"", EVERY, *known})


def _unknown(table: DataTable, asked: str, place: Place, near: str | None = None) -> Iterator[Problem]:
    """Report what asks nothing, with what could be meant."""
    cell, grid = cell_of(asked.partition("]")[0] + "]"), table.grid
    row, column = (cell.row, cell.column) if cell else (next(iter(grid.rows), ""), next(iter(grid.columns), ""))
    kinds = {name: metric.kind for name, metric in grid.columns.items()}
    last = [one for one in kinds if one != column and kinds[one] == kinds.get(column)][-1:]
    name = table.declared.id
    others = ("", *(f"({''.join(last)})" for _ in OF_CELLS[1:]))
    of_cells = {one: f"{name}[{row}, {column}].{one}{other}" for one, other in zip(OF_CELLS, others, strict=True)}
    of_columns = {one: f"{name}.{one}({column}{' > 0' if one == OF_COLUMNS[-1] else ''})" for one in OF_COLUMNS}
    samples = {**of_cells, **of_columns}
    meant = near or next((one for one in QUESTIONS if f".{one}" in asked), None)
    known = [samples[meant]] if meant else (of_cells if cell else samples).values()
    if asked == name:
        yield report("R525", place, variant="table", asked=name, known=f"{name}[{row}, {column}]")
        return
    yield report("R525", place, asked=asked[:80], known=", ".join(known))
