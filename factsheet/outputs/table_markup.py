"""The head and the rows of a table as HTML: each cell a figure, with the words of one language."""

from collections.abc import Collection
from html import escape

from factsheet.content.catalogs import Catalog
from factsheet.content.model import Language
from factsheet.content.targets import CellTarget
from factsheet.l10n import names
from factsheet.l10n.iso8601 import Stretch
from factsheet.outputs.cells import Shown, anchor, ordered_rows, row_anchor, shown_cells, unit_above
from factsheet.outputs.prose import MONEY
from factsheet.site.site import Site
from factsheet.site.tabulating import EMPTY, DataTable, is_numeric
from factsheet.site.wordings import Said, Wordings

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

    def table(self, name: str) -> tuple[DataTable, Wordings] | None:
        """A table with its words; None where there is none, which the checks have told."""
        table = self._site.table(self._path, name)
        words = self._site.wordings(self._language.tag, self._path, name)
        return (table, words) if table and words and table.grid.cells else None

    @property
    def _catalog(self) -> Catalog:
        return self._site.catalogs[self._language.tag]

    def said(self, said: Said) -> str:
        """A text, in an element with its language where that is not the page's."""
        text = escape(said.text, quote=False)
        return text if said.language == self._language.tag else f'<span lang="{said.language}" dir="auto">{text}</span>'

    def head(self, table: DataTable, words: Wordings) -> str:
        """What stands above the columns."""
        label = words.text("label")
        cells = [f'<th scope="col">{self.said(label) if label else self._catalog.text("What")}</th>']
        for column, metric in table.grid.columns.items():
            unit = unit_above(self._site, self._language.tag, metric)
            amount = ' class="amount"' if is_numeric(metric) else ""
            small = f" <small>{escape(unit, quote=False)}</small>" if unit else ""
            cells.append(f'<th scope="col"{amount}>{self._column(words, column)}{small}</th>')
        return f"<thead>{self._groups(table, words)}<tr>{''.join(cells)}</tr></thead>"

    def _groups(self, table: DataTable, words: Wordings) -> str:
        """A line above the heads with what groups of columns are called; empty without groups."""
        first = {min(one.columns, key=list(table.grid.columns).index): one for one in words.groups}
        held = {column for one in words.groups for column in one.columns}
        cells = ["<td></td>"]
        for column in table.grid.columns:
            group = first.get(column)
            if group is not None:
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

    def body(self, table: DataTable, words: Wordings, *, with_ids: bool) -> str:
        """The rows in their order; with ids, each of them and each cell has an address."""
        shown = shown_cells(self._site, self._language.tag, self._path, table)
        rows = ordered_rows(self._site, self._language.tag, self._path, table)
        lines = (self._row(table, words, row, shown, with_ids=with_ids) for row in rows)
        return f"<tbody>{''.join(lines)}</tbody>"

    def _row(self, table: DataTable, words: Wordings, row: str, shown: Shown, *, with_ids: bool) -> str:
        declared, grid = table.declared, table.grid
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
            parts.append(f"<td{amount}>{self._cell(table, words, row, column, shown, with_ids=with_ids)}</td>")
        return f"{''.join(parts)}</tr>\n"

    def _cell(
        self,
        table: DataTable,
        words: Wordings,
        row: str,
        column: str,
        shown: Shown,
        *,
        with_ids: bool,
    ) -> str:
        found = shown.get((row, column))
        if found is None:
            return self._missing(table, words, row, column)
        cell = CellTarget(table.declared.id, row, column)
        has_id = with_ids and str(cell) not in self._elsewhere
        identifier = f' id="{anchor(*cell)}"' if has_id else ""
        form = f' data-form="{found.form}"' if found.form else ""
        value = "datetime" if found.tag == "time" else "value"
        text, is_rtl = escape(found.shown, quote=False), self._language.dir == "rtl"
        if is_rtl:
            text = MONEY.sub(r'<bdi dir="ltr">\1</bdi>', text)
        html = (
            f'<{found.tag} class="figure"{identifier} data-metric="{escape(str(cell))}"{form} '
            f'{value}="{escape(found.machine)}">{text}</{found.tag}>'
        )
        return f'<bdi dir="rtl">{html}</bdi>' if is_rtl else html

    def _missing(self, table: DataTable, words: Wordings, row: str, column: str) -> str:
        cell = table.grid.cells.get((row, column))
        if cell is None:
            return ""
        said, mark = words.mark(cell.mark), DASH if cell.mark == EMPTY else cell.mark
        title = f' title="{escape(said.text)}"' if said else ""
        return f"<abbr{title}>{escape(mark, quote=False)}</abbr>"
