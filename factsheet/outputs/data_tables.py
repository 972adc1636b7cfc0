"""Tables of a page whose cells stand in files: each cell a figure, with unit, notes, source and tally."""

from collections.abc import Iterator
from decimal import Decimal
from html import escape

from factsheet.content.catalogs import Catalog
from factsheet.content.model import Language
from factsheet.content.tables import EMPTY
from factsheet.content.targets import cell_of
from factsheet.l10n import numbers
from factsheet.outputs.artifacts import Rendering
from factsheet.outputs.cells import DASH, TableMarkup
from factsheet.outputs.evidence import PageEvidence
from factsheet.site.proof import Comparison, compared
from factsheet.site.tabulating import DataTable
from factsheet.site.wordings import Wordings

MEDIA = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
    "json": "application/json",
}
"""The files of a table that its page leads to, by their endings, with their media types."""

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
        self,
        rendering: Rendering,
        language: Language,
        path: str,
        evidence: PageEvidence,
        shown: tuple[str, ...],
        page: str,
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
        self._markup = TableMarkup(rendering.site, language, path, frozenset(own & evidence.taken))
        evidence.taken.update(own)

    def html(self, name: str) -> str | None:
        """The table as HTML; None where there is none, which the checks have told."""
        words = self._markup.words(name)
        return "".join(self._parts(words)) if words else None

    @property
    def _catalog(self) -> Catalog:
        return self._site.catalogs[self._language.tag]

    def _parts(self, words: Wordings) -> Iterator[str]:
        table, name = words.table, words.table.declared.id
        first = name not in self._given
        self._given.add(name)
        title, summary = words.text("title"), words.text("summary")
        identifier = f' id="{name}"' if first else ""
        yield f'<figure class="cells"{identifier}>'
        yield f'<figcaption id="_table-{name}"><strong>{self._markup.said(title) if title else name}</strong>'
        yield f" <span>{self._markup.said(summary)}</span></figcaption>" if summary else "</figcaption>"
        tools = " data-tools" if len(table.grid.rows) >= TOOLS_FROM else ""
        tools += " data-long" if len(table.grid.rows) >= LONG_FROM else ""
        yield f'<table class="cells"{tools} aria-labelledby="_table-{name}">'
        yield self._markup.head(words)
        yield f"{self._markup.body(words, with_ids=first)}</table>"
        if len(table.grid.rows) >= LONG_FROM:
            said = escape(self._catalog.text("Show all rows"), quote=False)
            yield f'<p class="unfold" hidden><button type="button">{said}</button></p>'
        yield from self._notes(table, words)
        yield "</figure>"

    def _notes(self, table: DataTable, words: Wordings) -> Iterator[str]:
        """Below the table: what marks mean, whether the cells were compared, the source and the data."""
        yield '<p class="about">'
        used = dict.fromkeys(cell.mark for cell in table.grid.cells.values() if cell.mark)
        for mark in used:
            if said := words.mark(mark):
                yield f"<span><b>{escape(DASH if mark == EMPTY else mark)}</b> {self._markup.said(said)}</span> "
        yield self._tally(table)
        yield self._source(table)
        yield self._data(table)
        yield "</p>"
        yield from self._quoted(table)

    def _tally(self, table: DataTable) -> str:
        found = compared(self._site, self._path, table.declared.id)
        if not found.file or not table.declared.source:
            return ""
        text = self._catalog.text(
            "%(part)s of %(whole)s cells agree with the publisher’s file", part="{0}", whole="{1}"
        )
        kind = "ok" if found.is_proven else "warn"
        return f'<span class="{kind}">{self._counted(text, found)}</span> '

    def _quoted(self, table: DataTable) -> Iterator[str]:
        """The rows that the source prints, folded behind how many cells they say."""
        found = compared(self._site, self._path, table.declared.id)
        source = self._site.original(self._path).sources.get(table.declared.source or "")
        if found.quote and source:
            text = self._catalog.text(
                "%(part)s of %(whole)s cells stand in the quoted rows of the source", part="{0}", whole="{1}"
            )
            language = source.lang or self._site.settings.reference
            lines = "<br>".join(escape(line.strip(), quote=False) for line in found.quote.splitlines())
            yield f'<details class="about"><summary>{self._counted(text, found)}</summary>'
            yield f'<blockquote lang="{language}" dir="auto">{lines}</blockquote></details>'

    def _counted(self, text: str, found: Comparison) -> str:
        """A text with how many cells agree, of how many."""
        loc = self._language.numbers
        counts = ((one, numbers.decimal(loc, Decimal(one)).text) for one in (found.agreed, found.cells))
        return escape(text, quote=False).format(*(f'<data value="{one}">{said}</data>' for one, said in counts))

    def _source(self, table: DataTable) -> str:
        declared = table.declared
        if (source := self._site.original(self._path).sources.get(declared.source or "")) is None:
            return ""
        view = self._evidence.source(self._path, source)
        text = self._catalog.text("Source %(number)s", number=view.number)
        return f'<a class="ref" href="#{view.anchor}">{escape(text, quote=False)}</a> '

    def _data(self, table: DataTable) -> str:
        addresses, name = self._rendering.addresses, table.declared.id
        there = addresses.data_folder(self._page, self._path)
        here = addresses.folder(self._page, self._path)
        ways = {one: addresses.relative(here, there + file_name(name, one)) for one in MEDIA}
        return " ".join(f'<a href="{escape(way)}">{ending.upper()}</a>' for ending, way in ways.items())
