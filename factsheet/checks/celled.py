"""A cell of a table, or its greatest or least value, stands beside the names of its own row, year and end."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final

from factsheet.checks.mentions import Mention
from factsheet.checks.senses import extremes, words_said
from factsheet.content.model import HistoryPoint, TableWords
from factsheet.content.statements.comparing import StatementKind
from factsheet.content.statements.grammar import grammar
from factsheet.content.statements.text import WORD
from factsheet.content.targets import CellTarget, cell_of
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Problem
from factsheet.core.records import replace
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.iso8601 import Stretch
from factsheet.l10n.reading.fold import unaccented
from factsheet.l10n.reading.phrases import CLAUSE_ENDS, PHRASE_ENDS
from factsheet.site.figures import Figure
from factsheet.site.site import Site
from factsheet.site.wordings import Wordings

_YEAR: Final = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_STEM: Final = 4
CHOSEN: Final = frozenset(("most", "least"))


def of_another_cell(site: Site, tag: str, at: Mention) -> tuple[str, str] | None:
    """Give the name of another row or year, or another end, that a sentence says, with the reference that it asks for.

    A year without a column has no reference, and stands for itself; a name that a reference puts out, for that one.
    """
    loc, block, shown, figure = at.loc, at.block, at.shown, at.figure
    cell, extreme = asked_of(figure)
    if cell is None or (words := site.wordings(tag, figure.sheet, cell.table)) is None:
        return None
    (start, stop), is_typed = block.clause(shown.start), block.passage.cell is not None
    sentence = f"{block.row}\n{block.head}" if is_typed else block.text[start:stop]
    grid = words.table.grid
    if extreme and (other_end := _other_end(loc, sentence, extreme)) is not None:
        return other_end, figure.metric.id.replace(extreme, "min" if extreme == "max" else "max")
    if not (extreme or is_typed) and (end := _wrong_end(at, words, cell)):
        return end
    called = {row: words.row(row).text for row in grid.rows}
    worded = ((row, name) for row, name in called.items() if name != row or not row.islower())  # "de" is a word, too
    said = {row: name for row, name in worded if is_said(loc, name, sentence)}
    of_column = ((row, one.value) for (row, column), one in grid.cells.items() if column == cell.column)
    mine = {row for row, value in of_column if value == figure.metric.value} if extreme else set()
    if len(said) > 1 and not is_typed:  # "in Cluj 12, and in Dolj 30": each cell stands in the phrase of its row
        before, behind = block.text[start : shown.start], block.text[shown.end : stop]
        phrase = PHRASE_ENDS.split(before)[-1] + PHRASE_ENDS.split(behind)[0]
        said = {row: name for row, name in said.items() if is_said(loc, name, phrase)}
    total, column = words.table.declared.total, words.column(cell.column).text
    is_sum = total is not None and cell.row == total.row  # "of 1,214, 296 were in Vânăta"
    rows = {asked_of(one.figure)[0] for one in block.shown if one.figure is not None and is_sum}
    named = said.keys() - {one.row for one in rows if one is not None}
    if len(named) == len(said) == 1 and named.isdisjoint(mine or {cell.row}):
        [(row, name)] = said.items()
        named_by = (one.reference for one in block.shown if one.reference.form == "row" and one.text == name)
        target = next((one.target for one in named_by), None)
        return name, f"{target}.row" if target else str(CellTarget(cell.table, row, cell.column))
    sums = _sums(loc, sentence) if total and not (said or is_typed or extreme or _sums(loc, column)) else []
    if total is not None and sums and cell.row != total.row:
        return sums[0], str(CellTarget(cell.table, total.row, cell.column))
    years = {one: _YEAR.findall(words.column(one).text) for one in grid.columns}
    typed = [one.text for one in block.statements if one.kind is StatementKind.YEAR and one.start in range(start, stop)]
    typed = [one for one in typed if not _is_than(loc, block.text[start:stop].lower(), one)]
    near = [one for one in typed if block.text[shown.end : stop].lower().startswith(_behind(loc, one))]
    others = [block.text[one.end : stop].lower() for one in block.shown if one.start in range(start, stop)]
    if not near:  # a year may be right behind another figure
        typed = [one for one in typed if not any(text.startswith(_behind(loc, one)) for text in others)]
    typed = _YEAR.findall(sentence) if is_typed else near or typed
    is_other = len(typed) == len(years.get(cell.column, ())) == 1 and typed != years[cell.column]
    meant = next((one for one, said_years in years.items() if said_years == typed), None) if is_other else None
    asked = str(CellTarget(cell.table, cell.row, meant)) if meant else typed[0] if is_other and near else None
    return (typed[0], asked) if asked else None


def with_earlier(site: Site, tag: str, at: Mention) -> Mention:
    """A cell in a column of a year as a figure whose history stands in the columns of earlier years."""
    metric = at.figure.metric
    words = site.wordings(tag, at.figure.sheet, metric.cell.table) if metric.cell else None
    if words is None or metric.cell is None or metric.history:
        return at
    cells, row = words.table.grid.cells, metric.cell.row
    years = {one: words.column(one).text for one in words.table.grid.columns}
    dated = {one: Decimal(year) for one, year in years.items() if _YEAR.fullmatch(year) and (row, one) in cells}
    last, earlier = dated.get(metric.cell.column), list[HistoryPoint]()
    for column, year in dated.items() if last is not None else ():
        value = cells[row, column].value
        if isinstance(value, Decimal) and last is not None and year < last:
            earlier.append(HistoryPoint(when=year, value=value, place=metric.place))
    as_of = Stretch("year", int(last)) if last is not None and earlier else metric.as_of
    metric = replace(metric, history=tuple(sorted(earlier, key=lambda point: str(point.when))), as_of=as_of)
    return at._replace(figure=replace(at.figure, metric=metric)) if earlier else at


def _wrong_end(at: Mention, words: Wordings, cell: CellTarget) -> tuple[str, str] | None:
    """Give the words that call a cell the greatest or the least of its column, and the reference of that which is."""
    *earlier, lead = CLAUSE_ENDS.split(at.beside[0])
    lead = lead if earlier or not at.number else PHRASE_ENDS.split(lead)[-1]  # "of group A 512, the most, and"
    [(end, said), *others] = [*extremes(at.loc, lead)] or [("", "")]
    total, column = words.table.declared.total, words.column(cell.column).text
    first = column.partition(" ")[0].lower()
    is_named = end in CHOSEN and not others and is_said(at.loc, first, at.block.text.lower())
    every = {row: one.value for (row, name), one in words.table.grid.cells.items() if name == cell.column and is_named}
    rows = {row: one for row, one in every.items() if isinstance(one, Decimal) and row != (total.row if total else "")}
    row = (max if end == "most" else min)(rows, key=rows.__getitem__, default=cell.row)
    is_right = not rows or rows[row] == rows.get(cell.row)
    return None if is_right else (said, str(CellTarget(cell.table, row, cell.column)))


def _sums(loc: NumberLocale, text: str) -> list[str]:
    """The words of a text for all of something: “in total”."""
    return [one[1] for one in words_said(loc, text).get("extreme", ()) if one[0] == "sum"]


def _behind(loc: NumberLocale, year: str) -> tuple[str, ...]:
    """What stands between a figure and the year that it is of: "365 in 2025"."""
    return tuple(f" {phrase} {year}" for phrase in grammar(loc).years_in.table)


def _is_than(loc: NumberLocale, text: str, year: str) -> bool:
    """Whether a number is compared with that of a year behind it: "fewer than in 2024, when there were 365"."""
    return any(f" {than}{lead}" in text for than in grammar(loc).own.thans for lead in _behind(loc, year))


def rows_named_alike(site: Site, tag: str, path: str, words: TableWords) -> Iterator[Problem]:
    """Report two rows that go by one name: in one language, as the original calls another row, or by its key."""
    here, there = (site.wordings(one, path, words.id) for one in (tag, site.settings.reference))
    if here is None or there is None or not words.rows:
        return
    rows = list(here.table.grid.rows)
    named = {row: here.row(row).text for row in rows}
    first = {there.row(row).text: row for row in reversed(rows)} if tag != site.settings.reference else {}
    keyed = {row: next((one for one in rows if _is_keyed(one, name)), row) for row, name in named.items()}
    seen: dict[str, str] = {}
    for row, name in named.items():
        is_turned = keyed[keyed[row]] == row and not _is_keyed(row, name)
        other = seen.setdefault(name, row)
        other = other if other != row else keyed[row] if is_turned else first.get(name, row)
        if other != row:
            yield report("D134", words.place_of("rows"), row=row, name=name, other=other)
            return


def _is_keyed(row: str, name: str) -> bool:
    """Whether a name has each word of the key of a row."""
    words = {*WORD.findall(unaccented(row.lower()).replace("-", " "))}
    return bool(words) and words <= {*WORD.findall(unaccented(name.lower()))}


def asked_of(figure: Figure) -> tuple[CellTarget | None, str]:
    """Give the cell that a figure shows, or the column of which it is the greatest or the least value."""
    derivation = figure.metric.derivation
    extreme = derivation.operation.removesuffix("_of") if derivation is not None else ""
    if derivation is not None and extreme == "rank":
        return cell_of(derivation.parts[0]), ""
    if derivation is None or extreme not in {"max", "min"}:
        return figure.metric.cell, ""
    return cell_of(derivation.parts[0]), extreme


def _other_end(loc: NumberLocale, sentence: str, extreme: str) -> str | None:
    """Give the words that call a greatest value the least, or the reverse: "the smallest"."""
    said = dict(extremes(loc, sentence))
    other = "least" if extreme == "max" else "most"
    return said.get(other) if len(said) == 1 else None


@lru_cache(maxsize=4_096)
def is_said(loc: NumberLocale, name: str, sentence: str) -> bool:
    """Whether a sentence says a name, each of its words in any form."""
    if not grammar(loc).spaced:
        return name in sentence
    said = WORD.findall(sentence)
    return all(any(word == one or _is_inflected(word, one) for one in said) for word in WORD.findall(name))


def _is_inflected(word: str, other: str) -> bool:
    """Whether a word of a name stands with another ending: "Cluj", "Clujului", "Iași", "Iașul"."""
    is_name = len(word) >= _STEM and other[:1].isupper()
    return is_name and other.startswith(word[:-1]) and len(other) <= len(word) + _STEM
