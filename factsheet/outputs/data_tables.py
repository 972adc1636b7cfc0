"""Tables of a page whose cells stand in files: each cell a figure, with unit, notes, source and tally."""

from collections.abc import Iterator
from decimal import Decimal
from html import escape

from factsheet.content.catalogs import Catalog
from factsheet.content.model import Language
from factsheet.content.targets import Cell, cell_of
from factsheet.l10n import names, numbers
from factsheet.l10n.stretches import Stretch
from factsheet.outputs.artifacts import Rendering
from factsheet.outputs.cells import Shown, anchor, ordered_rows, row_anchor, shown_cells, unit_above
from factsheet.outputs.evidence import Evidence
from factsheet.outputs.joins import MONEY
from factsheet.site.proof import compared
from factsheet.site.tabulating import EMPTY, DataTable, Said, Wordings, is_numeric

DASH = "\u2013"
"""Stands in a cell in which the file has nothing."""

TOOLS_FROM = 8
"""How many rows make a table worth filtering."""

LONG_FROM = 16
"""How many rows make a table that is folded to its first ten, where there is script."""


def file_name(table: str, ending: str) -> str:
    """The file of a table beside the data files of its sheet."""
    return f"table-{table}.{ending}"


class Tables:
    """The tables of one page; their cells carry the ids that links point at."""

    def __init__(
        self, rendering: Rendering, language: Language, path: str, evidence: Evidence, shown: tuple[str, ...], page: str
    ) -> None:
        """Take the language of the text, and that of the `page`; cells of the tables `shown` keep their ids."""
        self._page = page
        self._rendering = rendering
        self._site = rendering.site
        self._language = language
        self._path = path
        self._evidence = evidence
        self._given: set[str] = set()
        cells = ((name, cell_of(name)) for name in self._site.cells(path))
        own = {name for name, cell in cells if cell and cell.table in shown}
        self._elsewhere = frozenset(own & evidence.taken)
        evidence.taken.update(own)

    def html(self, name: str) -> str | None:
        """The table as HTML; None where there is none, which the checks have told."""
        table = self._site.table(self._path, name)
        words = self._site.wordings(self._language.tag, self._path, name)
        if table is None or words is None or not table.grid.cells:
            return None
        return "".join(self._parts(table, words))

    @property
    def _catalog(self) -> Catalog:
        return self._site.catalogs[self._language.tag]

    def _parts(self, table: DataTable, words: Wordings) -> Iterator[str]:
        name = table.declared.id
        first = name not in self._given
        self._given.add(name)
        title, summary = words.text("title"), words.text("summary")
        identifier = f' id="{name}"' if first else ""
        yield f'<figure class="cells"{identifier}>'
        yield f'<figcaption id="_table-{name}"><strong>{self._said(title) if title else name}</strong>'
        yield f" <span>{self._said(summary)}</span></figcaption>" if summary else "</figcaption>"
        tools = " data-tools" if len(table.grid.rows) >= TOOLS_FROM else ""
        tools += " data-long" if len(table.grid.rows) >= LONG_FROM else ""
        yield f'<table class="cells"{tools} aria-labelledby="_table-{name}">'
        yield self._head(table, words)
        yield "<tbody>"
        shown = shown_cells(self._site, self._language.tag, self._path, table)
        for row in ordered_rows(self._site, self._language.tag, self._path, table):
            yield self._row(table, words, row, shown, with_ids=first)
        yield "</tbody></table>"
        if len(table.grid.rows) >= LONG_FROM:
            said = escape(self._catalog.text("Show all rows"), quote=False)
            yield f'<p class="unfold" hidden><button type="button">{said}</button></p>'
        yield from self._notes(table, words)
        yield "</figure>"

    def _said(self, said: Said) -> str:
        """A text, in an element with its language where that is not the page's."""
        text = escape(said.text, quote=False)
        return text if said.language == self._language.tag else f'<span lang="{said.language}" dir="auto">{text}</span>'

    def _head(self, table: DataTable, words: Wordings) -> str:
        label = words.text("label")
        cells = [f'<th scope="col">{self._said(label) if label else self._catalog.text("What")}</th>']
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
                    f'<th scope="colgroup" colspan="{len(group.columns)}">{self._said(words.group(group))}</th>'
                )
            elif column not in held:
                cells.append("<td></td>")
        return f"<tr>{''.join(cells)}</tr>" if first else ""

    def _column(self, words: Wordings, column: str) -> str:
        """What stands above a column; a date says so to machines."""
        said, moment = words.column(column), names.moment_of(column)
        own = words.own.columns.get(column) if words.own else None
        if moment is None or (own and own.label):
            return self._said(said)
        is_plain = not isinstance(moment, Stretch) or moment.is_standard
        tag, key = ("time", "datetime") if is_plain else ("data", "value")
        text = names.moment(column, words.language.numbers, short=True) or said.text
        return f'<{tag} {key}="{moment.isoformat()}">{escape(text, quote=False)}</{tag}>'

    def _row(self, table: DataTable, words: Wordings, row: str, shown: Shown, *, with_ids: bool) -> str:
        declared, grid = table.declared, table.grid
        is_total = declared.total is not None and declared.total.row == row
        kind = "total" if is_total else "set-off" if row in declared.highlight else ""
        attributes = f' class="{kind}"' if kind else ""
        name = self._said(words.row(row))
        if with_ids:
            identifier = row_anchor(declared.id, row)
            attributes, name = f'{attributes} id="{identifier}"', f'<a href="#{identifier}">{name}</a>'
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
        cell = Cell(table.declared.id, row, column)
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

    def _notes(self, table: DataTable, words: Wordings) -> Iterator[str]:
        """Below the table: what marks mean, whether the cells were compared, the source and the data."""
        yield '<p class="about">'
        used = dict.fromkeys(cell.mark for cell in table.grid.cells.values() if cell.mark)
        for mark in used:
            said = words.mark(mark)
            if said:
                yield f"<span><b>{escape(DASH if mark == EMPTY else mark)}</b> {self._said(said)}</span> "
        yield self._tally(table)
        yield self._source(table)
        yield self._data(table)
        yield "</p>"
        yield from self._quoted(table)

    def _tally(self, table: DataTable) -> str:
        found = compared(self._site, self._path, table.declared.id)
        if not found.file or not table.declared.source:
            return ""
        agreed, cells = self._number(found.agreed), self._number(found.cells)
        text = self._catalog.text(
            "%(part)s of %(whole)s cells agree with the publisher’s file", part="{0}", whole="{1}"
        )
        kind = "ok" if found.is_proven else "warn"
        return f'<span class="{kind}">{escape(text, quote=False).format(agreed, cells)}</span> '

    def _quoted(self, table: DataTable) -> Iterator[str]:
        """The rows that the source prints, folded behind how many cells they say."""
        found = compared(self._site, self._path, table.declared.id)
        source = self._site.original(self._path).sources.get(table.declared.source or "")
        if found.quote and source:
            text = self._catalog.text(
                "%(part)s of %(whole)s cells stand in the quoted rows of the source", part="{0}", whole="{1}"
            )
            said = escape(text, quote=False).format(self._number(found.agreed), self._number(found.cells))
            language = source.lang or self._site.settings.reference
            lines = "<br>".join(escape(line.strip(), quote=False) for line in found.quote.splitlines())
            yield f'<details class="about"><summary>{said}</summary>'
            yield f'<blockquote lang="{language}" dir="auto">{lines}</blockquote></details>'

    def _number(self, number: int) -> str:
        return f'<data value="{number}">{numbers.decimal(self._language.numbers, Decimal(number)).text}</data>'

    def _source(self, table: DataTable) -> str:
        declared = table.declared
        source = self._site.original(self._path).sources.get(declared.source or "")
        if source is None:
            return ""
        view = self._evidence.source(self._path, source)
        text = self._catalog.text("Source %(number)s", number=view.number)
        return f'<a class="ref" href="#{view.anchor}">{escape(text, quote=False)}</a> '

    def _data(self, table: DataTable) -> str:
        addresses, name = self._rendering.addresses, table.declared.id
        there = addresses.data_folder(self._page, self._path)
        here = addresses.folder(self._page, self._path)
        ways = {one: addresses.relative(here, there + file_name(name, one)) for one in ("csv", "json")}
        return " ".join(f'<a href="{escape(way)}">{ending.upper()}</a>' for ending, way in ways.items())
