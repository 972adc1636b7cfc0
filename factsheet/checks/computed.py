"""Figures that are computed, and answers of tables, are what their labels name, and can be given."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from factsheet.checks.reading import known_nouns
from factsheet.checks.references import every_mention, named
from factsheet.checks.subjects import words_of
from factsheet.content import targets
from factsheet.content.metric import Derivation
from factsheet.content.model import Metric, Sheet
from factsheet.content.statements.grammar import Grammar, grammar
from factsheet.content.statements.nouns import related
from factsheet.core.codes import report
from factsheet.core.problems import Place, Problem
from factsheet.core.records import replace
from factsheet.core.suggest import listed, nearest
from factsheet.l10n.iso8601 import Stretch
from factsheet.site.asking import Unanswered, answer, holders, settled
from factsheet.site.computing import NotComputable
from factsheet.site.site import Site
from factsheet.site.tabulating import DataTable
from factsheet.site.wordings import Wordings

# What a figure is computed from is what its label names, and a change goes from the earlier to the later.


def calculations_say_their_parts(site: Site) -> Iterator[Problem]:
    """Report a part that the label does not name as it names others, and a change that goes back in time."""
    for path in site.paths:
        metrics = site.original(path).metrics
        for metric in metrics.values():
            derivation = metric.derivation
            if derivation is not None and derivation.operation == "change_of":
                yield from _backwards(metric, derivation, [metrics.get(one) for one in derivation.parts])
            elif derivation is not None and derivation.operation in {"sum_of", "share_of"}:
                yield from _unnamed(site, path, metric, derivation)


def _backwards(metric: Metric, derivation: Derivation, parts: list[Metric | None]) -> Iterator[Problem]:
    moments = (one.as_of if one else None for one in parts)
    old, new = (moment.first if isinstance(moment, Stretch) else moment for moment in moments)
    if old is not None and new is not None and old > new:
        one, other = derivation.parts
        yield report("N139", derivation.place, metric=metric.id, part=one, other=other)


def _unnamed(site: Site, path: str, metric: Metric, derivation: Derivation) -> Iterator[Problem]:
    """Report a part that no language names in the label where each names another figure, or another part of a sum."""
    parts = [one if "/" in one else f"{path}/{one}" for one in derivation.parts]
    found: set[tuple[str, str] | None] = set()
    for language in site.languages:
        sheet, nouns = site.sheet(language.tag, path), known_nouns(site, language.tag)
        label = sheet.words[metric.id].label if sheet and metric.id in sheet.words else None
        own = grammar(language.numbers)
        if sheet and label and own.spaced:
            said = words_of(own, label)
            texts = ((one, sheet.words[one].label) for one in derivation.parts if one in sheet.words)
            named = {f"{path}/{one}" for one, text in texts if text and related(said, words_of(own, text))}
            is_alone = derivation.operation == "sum_of" and not named  # the label of a sum names none of its parts
            called = frozenset(() if is_alone else _called(own, sheet, path, derivation, said))
            called -= {f"{path}/{metric.id}"}
            known = {name for _, name in nouns.pairs}.union(parts if called else ()) - named
            counted = nouns.of_any(said).union(called) - {f"{path}/{metric.id}"}
            found.add(_strange(derivation.operation, parts, counted, known, called))
    pair = found.pop() if len(found) == 1 else None
    if pair is not None:
        at = parts.index(pair[0])
        place, part = derivation.places[str(at)], derivation.parts[at]
        yield report("N138", place, metric=metric.id, part=part, other=pair[1])


def _called(own: Grammar, sheet: Sheet, path: str, derivation: Derivation, said: tuple[str, ...]) -> Iterator[str]:
    """Give the figures that a label names by what sets them apart from its part: “Share of plasma” of the platelets."""
    part = sheet.words.get(derivation.parts[0])
    mine = words_of(own, part.label or "") if part else ()
    for name, words in sheet.words.items() if mine else ():
        units = words_of(own, " ".join((words.unit or {}).values()))
        left = [word for word in words_of(own, words.label or "") if not related([word], (*mine, *units))]
        if left and name not in derivation.parts and all(related([word], said) for word in left):
            yield f"{path}/{name}"


def _strange(
    operation: str, parts: list[str], counted: AbstractSet[str], known: AbstractSet[str], called: AbstractSet[str]
) -> tuple[str, str] | None:
    """Give the part whose noun a label does not have, and the figure whose noun it has; None where all is well."""
    is_sum = operation == "sum_of"
    missing = [one for one in (parts if is_sum else parts[:1]) if one in known and one not in counted]
    named = (counted & set(parts) or called) if is_sum else counted if parts[1] not in counted else frozenset()
    return (missing[0], min(named).rpartition("/")[2]) if missing and named else None


# What texts ask of tables has an answer: the column is named or plain, and the values can be compared.


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
    where, name = targets.sheet_and_name(target)
    path, plain = where or sheet.path, name.partition("[")[0].partition(".")[0].strip()
    if (site.settings.reference, path) not in site.sheets:
        if targets.asks(target):
            yield report("R501", place, target=target, known="tables of this sheet, or sheet/table")
        return
    tables, table = site.original(path).tables, site.table(path, plain)
    if targets.asks(target) and plain not in site.original(path).table_words:
        yield report("R520", place, near=nearest(plain, tables), table=plain, known=listed(tables) or "none")
    elif table is None or table.is_refused:
        return
    elif targets.asks(target):
        yield from _answered(table, site.wordings(sheet.language, path, plain), name, form, place)
    elif name == plain and name not in site.original(path).words:
        yield from _unknown(table, f"{name}.{form}" if form else name, place, nearest(form, targets.QUESTIONS))


def _answered(table: DataTable, words: Wordings | None, name: str, form: str, place: Place) -> Iterator[Problem]:
    question = targets.question_of(name)
    if question is None:
        yield from _unknown(table, name, place)
        return
    missing = next(_not_there(table, question), None)
    if missing is not None:
        one, known = missing
        values = {"table": question.table, "name": one, "known": listed(known)}
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


def _not_there(table: DataTable, question: targets.Question) -> Iterator[tuple[str, tuple[str, ...]]]:
    rows, columns = tuple(table.grid.rows), tuple(table.grid.columns)
    names = ((question.row, rows), (question.column, columns), (question.other, columns))
    yield from ((one, known) for one, known in names if one not in {"", targets.EVERY, *known})


def _unknown(table: DataTable, asked: str, place: Place, near: str | None = None) -> Iterator[Problem]:
    """Report what asks nothing, with what could be meant."""
    cell, grid = targets.cell_of(asked.partition("]")[0] + "]"), table.grid
    row, column = (cell.row, cell.column) if cell else (next(iter(grid.rows), ""), next(iter(grid.columns), ""))
    kinds = {name: metric.kind for name, metric in grid.columns.items()}
    last = [one for one in kinds if one != column and kinds[one] == kinds.get(column)][-1:]
    name = table.declared.id
    others = ("", *(f"({''.join(last)})" for _ in targets.OF_CELLS[1:]))
    of_cells = {
        one: f"{name}[{row}, {column}].{one}{other}" for one, other in zip(targets.OF_CELLS, others, strict=True)
    }
    of_columns = {
        one: f"{name}.{one}({column}{' > 0' if one == targets.OF_COLUMNS[-1] else ''})" for one in targets.OF_COLUMNS
    }
    samples = {**of_cells, **of_columns}
    meant = near or next((one for one in targets.QUESTIONS if f".{one}" in asked), None)
    known = [samples[meant]] if meant else (of_cells if cell else samples).values()
    if asked == name:
        yield report("R525", place, variant="table", asked=name, known=f"{name}[{row}, {column}]")
        return
    yield report("R525", place, asked=asked, known=", ".join(known))
