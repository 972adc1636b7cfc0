"""The cells of a table as a language writes them, worked out once for the page and for the data files; and as HTML."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from decimal import Decimal
from html import escape
from typing import Final

from factsheet.content.kinds import kind_of
from factsheet.content.model import Language, Metric, MetricWords
from factsheet.content.tables import EMPTY
from factsheet.content.targets import anchor_part
from factsheet.core.records import replace
from factsheet.l10n import names
from factsheet.l10n.iso8601 import Stretch
from factsheet.l10n.numbers import LosesDigits
from factsheet.outputs.artifacts import Machine, machine_cell
from factsheet.outputs.figure_markup import element
from factsheet.site.figures import Figure, make_figure
from factsheet.site.site import Site
from factsheet.site.tabulating import DataTable, is_numeric
from factsheet.site.wordings import Said, Wordings

_MANY: Final = Decimal(2)
"""A number whose unit is written as above a column: “km”, “percentage points”."""

_SPACES: Final = " \u00a0\u202f"


Shown = Mapping[tuple[str, str], Figure]
"""The cells of a table that have a value, by row and column."""


def shown_cells(site: Site, tag: str, path: str, table: DataTable) -> Shown:
    """Give the cells of a table as figures of a language."""
    return site.once(path, ("shown", tag, table.declared.id), lambda: dict(_shown(site, tag, path, table)))


def _shown(site: Site, tag: str, path: str, table: DataTable) -> Iterator[tuple[tuple[str, str], Figure]]:
    words = site.wordings(tag, path, table.declared.id)
    units = {column: words.unit(column) if words else None for column in table.grid.columns}
    language, catalog = site.by_tag[tag], site.catalogs[tag]
    for metric in table.metrics():
        if (cell := metric.cell) is not None:
            own = MetricWords(id=metric.id, label=metric.id, unit=units[cell.column], place=metric.place)
            with suppress(LosesDigits):
                figure = make_figure(metric, own, sheet=path, source=None, language=language, catalog=catalog)
                yield (cell.row, cell.column), figure


def form_in_table(figure: Figure) -> str:
    """The form that a cell shows: the number alone where the head of its column says all else."""
    metric = figure.metric
    is_plain = kind_of(metric).is_number and metric.bound == "exact" and metric.interval is None
    return "number" if is_plain else ""


def unit_above(site: Site, tag: str, metric: Metric) -> str:
    """What the numbers of a column are in, as it stands above them: “%”, “km”, “RON”; empty for what is counted."""
    kind = kind_of(metric)
    if not kind.is_number:
        return ""
    plain = replace(metric, value=_MANY, bound="exact", digits=0, display="standard", change=False)
    words = MetricWords(id=metric.id, place=metric.place)
    figure = make_figure(plain, words, sheet="", source=None, language=site.by_tag[tag], catalog=site.catalogs[tag])
    return figure.short.replace(figure.number, "", 1).strip(_SPACES)


def ordered_rows(site: Site, tag: str, path: str, table: DataTable) -> list[str]:
    """The rows in the order that the table asks for; the total stays the last."""
    declared, grid = table.declared, table.grid
    rows = list(grid.rows)
    words = site.wordings(tag, path, declared.id)
    if declared.sort == grid.key and words is not None and declared.sort:
        loc = site.by_tag[tag].numbers
        rows.sort(key=lambda row: names.sort_key(loc, words.row(row).text), reverse=declared.descending)
    elif declared.sort:
        rows.sort(key=lambda row: _rank(table, row), reverse=declared.descending)
        rows.sort(key=lambda row: grid.cells[row, declared.sort].value is None if declared.sort in grid.columns else 0)
    total = declared.total.row if declared.total else None
    return [*(row for row in rows if row != total), *(row for row in rows if row == total)]


def _rank(table: DataTable, row: str) -> tuple[Decimal, str]:
    found = table.grid.cells.get((row, table.declared.sort))
    value = found.value if found else None
    if isinstance(value, Decimal):
        return value, ""
    return Decimal(0), value.isoformat() if value is not None and hasattr(value, "isoformat") else ""


def heads(table: DataTable) -> Iterator[str]:
    """Give the columns of the published table, by their names in the file: the ends of intervals follow their value."""
    for column in table.grid.columns:
        yield from (column, *table.ends(column))


def machine_cells(table: DataTable, cell: Figure | None, column: str) -> list[object]:
    """Give the value of a cell for machines, and the ends of its interval where the column has such."""
    span = cell.metric.interval if cell else None
    ends: list[object] = [machine_cell(span.low), machine_cell(span.high)] if span else ["", ""]
    return [Machine(cell.machine) if cell else "", *(ends if table.ends(column) else ())]


def row_anchor(table: str, row: str) -> str:
    """The id of the element of a row."""
    return f"{table}.{anchor_part(row)}"


# The head and the rows of a table as HTML: each cell a figure, with the words of one language.

DASH = "\u2013"
"""Stands in a cell in which the file has nothing."""


class TableMarkup:
    """Writes the tables of one sheet in one language."""

    def __init__(self, site: Site, language: Language, path: str, elsewhere: Collection[str] = ()) -> None:
        """Take the language of the text; the cells that stand `elsewhere` have their ids there."""
        self._site = site
        self._language = language
        self._path = path
        self._elsewhere = elsewhere

    def words(self, name: str) -> Wordings | None:
        """A table in the words of the language; None where there is none, which the checks have told."""
        words = self._site.wordings(self._language.tag, self._path, name)
        return words if words and words.table.grid.cells else None

    def said(self, said: Said) -> str:
        """A text, in an element with its language where that is not the page's."""
        text = escape(said.text, quote=False)
        return text if said.language == self._language.tag else f'<span lang="{said.language}" dir="auto">{text}</span>'

    def head(self, words: Wordings) -> str:
        """What stands above the columns."""
        label, catalog = words.text("label"), self._site.catalogs[self._language.tag]
        cells = [f'<th scope="col">{self.said(label) if label else catalog.text("What")}</th>']
        for column, metric in words.table.grid.columns.items():
            unit = unit_above(self._site, self._language.tag, metric)
            amount = ' class="amount"' if is_numeric(metric) else ""
            small = f" <small>{escape(unit, quote=False)}</small>" if unit else ""
            cells.append(f'<th scope="col"{amount}>{self._column(words, column)}{small}</th>')
        return f"<thead>{self._groups(words)}<tr>{''.join(cells)}</tr></thead>"

    def _groups(self, words: Wordings) -> str:
        """A line above the heads with what groups of columns are called; empty without groups."""
        columns = list(words.table.grid.columns)
        first = {min(one.columns, key=columns.index): one for one in words.groups}
        held = {column for one in words.groups for column in one.columns}
        cells = ["<td></td>"]
        for column in columns:
            if (group := first.get(column)) is not None:
                cells.append(
                    f'<th scope="colgroup" colspan="{len(group.columns)}">{self.said(words.group(group))}</th>'
                )
            elif column not in held:
                cells.append("<td></td>")
        return f"<tr>{''.join(cells)}</tr>" if first else ""

    def _column(self, words: Wordings, column: str) -> str:
        """What stands above a column; a date says so to machines."""
        said, moment = words.column(column), names.moment_of(column)
        own = words.own.columns.get(column) if words.own else None
        if moment is None or (own and own.label):
            return self.said(said)
        is_plain = not isinstance(moment, Stretch) or moment.is_standard
        tag, key = ("time", "datetime") if is_plain else ("data", "value")
        text = names.moment(column, words.language.numbers, short=True) or said.text
        return f'<{tag} {key}="{moment.isoformat()}">{escape(text, quote=False)}</{tag}>'

    def body(self, words: Wordings, *, with_ids: bool) -> str:
        """The rows in their order; with ids, each of them and each cell has an address."""
        shown = shown_cells(self._site, self._language.tag, self._path, words.table)
        rows = ordered_rows(self._site, self._language.tag, self._path, words.table)
        lines = (self._row(words, row, shown, with_ids=with_ids) for row in rows)
        return f"<tbody>{''.join(lines)}</tbody>"

    def _row(self, words: Wordings, row: str, shown: Shown, *, with_ids: bool) -> str:
        declared, grid = words.table.declared, words.table.grid
        is_total = declared.total is not None and declared.total.row == row
        kind = "total" if is_total else "set-off" if row in declared.highlight else ""
        attributes = f' class="{kind}"' if kind else ""
        name = self.said(words.row(row))
        if with_ids:
            address = row_anchor(declared.id, row)
            attributes += f' id="{address}"'
            name = f'<a href="#{address}">{name}</a>'
        parts = [f'<tr{attributes}><th scope="row">{name}</th>']
        for column, metric in grid.columns.items():
            amount = ' class="amount"' if is_numeric(metric) else ""
            parts.append(f"<td{amount}>{self._cell(words, row, column, shown, with_ids=with_ids)}</td>")
        return f"{''.join(parts)}</tr>\n"

    def _cell(self, words: Wordings, row: str, column: str, shown: Shown, *, with_ids: bool) -> str:
        if (found := shown.get((row, column))) is None:
            return self._missing(words, row, column)
        has_id = with_ids and found.id not in self._elsewhere
        return element(found, form_in_table(found), anchor=has_id, isolate=self._language.dir == "rtl")

    def _missing(self, words: Wordings, row: str, column: str) -> str:
        if (cell := words.table.grid.cells.get((row, column))) is None:
            return ""
        said, mark = words.mark(cell.mark), DASH if cell.mark == EMPTY else cell.mark
        title = f' title="{escape(said.text)}"' if said else ""
        return f"<abbr{title}>{escape(mark, quote=False)}</abbr>"
