"""What a site knows of its figures by name: metrics, cells of tables, and their words."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any

from factsheet.content import targets
from factsheet.content.catalogs import Catalog
from factsheet.content.model import Chart, Language, Metric, MetricWords, Sheet, Source, Value
from factsheet.content.passages import mentions
from factsheet.content.settings import Settings
from factsheet.content.sheets.store import Sheets, Texts
from factsheet.content.targets import CellTarget, cell_of
from factsheet.content.tracing import T, Tracer
from factsheet.core.records import dataclass, field, replace
from factsheet.l10n.numbers import LosesDigits
from factsheet.site.asking import answer_or_none, holders
from factsheet.site.computing import Operand, exact_part
from factsheet.site.deriving import Derivations, completed, derive
from factsheet.site.figures import Figure, make_figure
from factsheet.site.tabulating import DataTable, points_of, read_table, table_of_series
from factsheet.site.wordings import Wordings


@dataclass(frozen=True, kw_only=True)
class SheetFigures:
    """What figures are made of, and the figures by name: of metrics, and of the cells of tables."""

    settings: Settings
    languages: tuple[Language, ...]
    sheets: Sheets
    prose: Texts
    catalogs: Mapping[str, Catalog]
    data: Mapping[str, bytes] = field(default_factory=dict)
    """The files of `data/` by their path below the root."""
    tracer: Tracer = field(default_factory=Tracer)
    """What the work under way asks of the site is noted here."""
    _kept: dict[str, dict[tuple[str, ...], tuple[Any, dict[str, None]]]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    """What has been worked out of each sheet in this build, each with what was asked for meanwhile."""

    @cached_property
    def by_tag(self) -> dict[str, Language]:
        """The languages by their tags."""
        return {language.tag: language for language in self.languages}

    @cached_property
    def _own_tag(self) -> str:
        """The tag of the reference language, which all work stands on."""
        return self.settings.reference

    def sheet(self, tag: str, path: str) -> Sheet | None:
        """The sheet in a language, where it has been written."""
        return self.sheets.find((tag, path))

    def original(self, path: str) -> Sheet:
        """The sheet in the reference language with the values of all its metrics; raises KeyError where none is."""
        sheet = self.sheets[self._own_tag, path]
        if not (sheet.derived or sheet.needs_files):
            return sheet
        return self.once(path, ("original",), lambda: completed(self.with_files(sheet), self.derivations(path)))

    def derivations(self, path: str) -> Derivations:
        """The metrics of a sheet that are computed from others, and why some cannot be."""
        reference = self.settings.reference
        return self.once(
            path, ("derived",), lambda: derive(path, lambda where: self.sheets.get((reference, where)), self.part)
        )

    def source(self, path: str, metric: Metric) -> Source | None:
        """The source of a metric that the sheet `path` declares."""
        sheet = self.original(path)
        return sheet.sources.get(metric.source) if metric.source else None

    def once(self, path: str, key: tuple[str, ...], make: Callable[[], T]) -> T:
        """A value from a sheet, made once; each caller is recorded as reading all that it was made from."""
        known, tracer = self._kept[path], self.tracer
        found = known.get(key)
        if found is None:
            found = known[key] = tracer.recorded(make)
        if id(found[1]) not in tracer.taken:
            tracer.note_all(found[1])
        return found[0]  # type: ignore[no-any-return]  # what `make` of the same key gave

    def resolve(self, path: str, target: str) -> tuple[str, Metric] | None:
        """The metric that a reference on the sheet `path` names, and the sheet that declares it."""
        return self.once(path, ("resolved", target), lambda: self._resolve(path, target))

    def _resolve(self, path: str, target: str) -> tuple[str, Metric] | None:
        where, name = targets.sheet_and_name(target)
        where = where or path
        is_there = (self.settings.reference, where) in self.sheets
        metric = self.metric(where, name) if is_there else None
        return None if metric is None else (where, metric)

    def words(self, tag: str, path: str, metric: str) -> MetricWords | None:
        """The words of a metric in a language, where its sheet has been written; those of a cell in any case."""
        if not targets.is_of_table(metric):
            return sheet.words.get(metric) if (sheet := self.sheet(tag, path)) else None
        found = self.metric(path, metric)
        of = (found.cell or found.asked) if found else None
        wordings = self.wordings(tag, path, of.table) if of else None
        return wordings.of(of) if wordings and of else None

    def metric(self, path: str, name: str) -> Metric | None:
        """A metric that the sheet `path` declares, or what one of its tables tells; None where there is none."""
        if not targets.is_of_table(name):
            return self.original(path).metrics.get(name)
        part = self.part(path, name)
        return part.metric if part else None

    def part(self, path: str, name: str) -> Operand | None:
        """A cell of a table of the sheet `path`, or what it answers; None where it has no value or no answer."""
        cell, asked = cell_of(name), targets.question_of(name)
        if asked is not None:
            return self.once(path, ("answer", name), lambda: answer_or_none(self.table(path, asked.table), asked))
        table = self.table(path, cell.table) if cell else None
        metric = table.metric(cell) if cell and table else None
        return exact_part(metric) if metric else None

    def table(self, path: str, name: str) -> DataTable | None:
        """A table of the sheet `path` with its cells; None where none is declared."""
        sheet = self.sheets.get((self.settings.reference, path))  # computed figures may be made of cells
        if sheet is None or (declared := sheet.tables.get(name)) is None:
            return None
        words = sheet.table_words.get(name)
        return self.once(path, ("table", name), lambda: read_table(declared, words, self.data))

    def cells_of_value(self, path: str, value: Value) -> list[Metric]:
        """The cells of the sheet's tables that have a value, for a number that somebody typed."""
        tables = self.original(path).tables if (self.settings.reference, path) in self.sheets else {}

        def by_value() -> dict[Value, list[Metric]]:
            found: dict[Value, list[Metric]] = {}
            for table in filter(None, (self.table(path, name) for name in tables)):
                for metric in table.metrics():
                    found.setdefault(metric.value, []).append(metric)
            return found

        return self.once(path, ("cells by value",), by_value).get(value, []) if tables else []

    def has_cell(self, path: str, anchor: str) -> bool:
        """Whether an id is that of a cell of a table which the sheet `path` declares."""
        of, dot, _ = anchor.partition(".")
        if not dot or (table := self.table(path, of)) is None:
            return False
        rows = {f"{of}.{targets.anchor_part(row)}" for row in table.grid.rows}
        cells = (CellTarget(of, *name) for name in table.grid.cells if name[1] in table.grid.columns)
        return anchor in rows or any(targets.anchor_of(str(cell)) == anchor for cell in cells)

    def series(self, path: str, name: str) -> DataTable | None:
        """The file of a metric's earlier values as a table; None where they stand in none."""
        sheet = self.sheets.get((self.settings.reference, path))
        metric = sheet.metrics.get(name) if sheet else None
        declared = table_of_series(metric) if metric else None
        if declared is None:
            return None
        return self.once(path, ("series", name), lambda: read_table(declared, None, self.data))

    def with_files(self, sheet: Sheet) -> Sheet:
        """The sheet with what files tell: earlier values of metrics, and the cells of whole rows in charts."""
        found = ((name, one, self.series(sheet.path, name)) for name, one in sheet.metrics.items())
        filed = {name: replace(one, history=points_of(table)[0]) for name, one, table in found if table}
        charts = tuple(replace(chart, metrics=tuple(self.cells_of_chart(sheet.path, chart))) for chart in sheet.charts)
        return replace(sheet, metrics={**sheet.metrics, **filed}, charts=charts)

    def every_cell(self, path: str, target: str) -> Iterator[str]:
        """The cells that `table[*, column]` or `table[row, *]` names, without missing ones; else the target itself."""
        cell = cell_of(target)
        table = self.table(path, cell.table) if cell and targets.EVERY in cell else None
        found = [str(one) for one in table.matching(cell)] if cell and table else []
        yield from found or [target]

    def cells_of_chart(self, path: str, chart: Chart) -> Iterator[str]:
        """What a chart draws, cell by cell; cells of its table whose value is missing leave a gap."""
        for target in chart.metrics:
            cell = cell_of(target)
            table = self.table(path, cell.table) if cell and chart.table else None
            if cell is None or table is None or table.metric(cell) or not table.grid.cells.get((cell.row, cell.column)):
                yield from self.every_cell(path, target)

    def wordings(self, tag: str, path: str, name: str) -> Wordings | None:
        """What a table of the sheet `path` is called in a language, with its rows and columns."""
        table, sheet = self.table(path, name), self.sheet(tag, path)
        if table is None:
            return None
        language, reference = self.by_tag[tag], self.settings.reference
        own = sheet.table_words.get(name) if sheet else None
        fallback = self.original(path).table_words.get(name)
        return self.once(path, ("wordings", tag, name), lambda: Wordings(table, language, own, fallback, reference))

    def cells(self, path: str) -> tuple[str, ...]:
        """The cells that the sheet `path` itself mentions in any language: figures of the page like its metrics."""
        return self.once(path, ("cells",), lambda: tuple(_mentioned(self, path))) if self.original(path).tables else ()

    def figure(self, tag: str, path: str, name: str) -> Figure:
        """The figure `name` of the sheet `path` in a language; raises KeyError and LosesDigits."""

        def make() -> Figure | KeyError | LosesDigits:
            try:
                return self.make_figure(tag, path, name)
            except (KeyError, LosesDigits) as error:  # kept like a figure, with what was asked for until then
                return error

        found = self.once(path, ("figure", tag, name), make)
        if isinstance(found, Exception):
            raise found
        return found

    def shown_figure(self, tag: str, path: str, target: str) -> Figure | None:
        """The figure that a reference on the sheet `path` names, in a language; the checks report where it is None.

        None where the reference names no metric, and where the figure would lose a digit.
        """
        return self.once(path, ("shown", tag, target), lambda: self._shown_figure(tag, path, target))

    def _shown_figure(self, tag: str, path: str, target: str) -> Figure | None:
        found = self.resolve(path, target)
        try:
            return self.figure(tag, found[0], found[1].id) if found else None
        except LosesDigits:
            return None

    def make_figure(self, tag: str, path: str, name: str) -> Figure:
        """Make a figure; raises KeyError and LosesDigits."""
        if (metric := self.metric(path, name)) is None:
            raise KeyError(name)
        figure = make_figure(
            metric,
            self.words(tag, path, name),
            fallback=(self.settings.reference, self.original(path).words.get(name)),
            sheet=path,
            source=self.source(path, metric),
            language=self.by_tag[tag],
            catalog=self.catalogs[tag],
        ).in_style(self.settings.words_to)
        return self.with_row(figure) if metric.asked else figure

    def with_row(self, figure: Figure) -> Figure:
        """The greatest or the least value with the row that holds it, where it is one."""
        asked = figure.metric.asked
        if asked is None or asked.name not in {"max", "min"}:
            return figure
        table, words = self.table(figure.sheet, asked.table), self.wordings(figure.language, figure.sheet, asked.table)
        rows = {cell.row for cell in holders(table, asked)} if table else set()
        if words is None or len(rows) != 1:
            return figure
        row = rows.pop()
        return replace(figure, row=words.row(row).text, row_key=row)

    def figures(self, tag: str, path: str) -> list[Figure]:
        """The figures that the sheet declares or takes from its tables; those that cannot be shown are left out."""
        found = []
        for name in (*self.original(path).metrics, *self.cells(path)):
            try:
                found.append(self.figure(tag, path, name))
            except LosesDigits:
                continue
        return found


def _mentioned(site: SheetFigures, path: str) -> Iterator[str]:
    original = site.original(path)
    named = list(original.highlight or ())
    named += [name for group in original.groups for name in group.metrics]
    named += [part for derived in original.derived.values() for part in derived.derivation.parts]
    for language in site.languages:
        if (sheet := site.sheet(language.tag, path)) is not None:
            named += [one.target for text in sheet.texts() for one in mentions(text)]
            named += [one.target for one in site.prose[language.tag, path].references if not one.in_code]
    found = (targets.sheet_and_name(target) for target in named if targets.is_of_table(target))
    known = (site.metric(path, name) for where, name in found if where in {"", path})
    yield from dict.fromkeys(metric.id for metric in known if metric)
