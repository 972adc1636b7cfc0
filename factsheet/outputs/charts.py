"""The charts of a page: figures in the page's language, drawn, with their data as a table."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from markupsafe import Markup

from factsheet.content.model import LOWER_BOUNDS, Chart, HistoryPoint, Language, MetricWords, Sheet
from factsheet.l10n import dates
from factsheet.l10n.numbers import LosesDigits
from factsheet.outputs.artifacts import Rendering
from factsheet.outputs.days import dated, short_name
from factsheet.outputs.figure_markup import element
from factsheet.outputs.histories import earlier, past_element
from factsheet.outputs.svg import Point, Row, Scale, Words, draw_columns, draw_line, draw_rows, faults, moment
from factsheet.outputs.svg import ticks as divisions
from factsheet.outputs.svg.scale import from_zero
from factsheet.outputs.svg.time import years
from factsheet.outputs.views import ChartRow, ChartView
from factsheet.records import replace
from factsheet.site.charting import least, most, spread, whole
from factsheet.site.figures import Figure, make_figure

_WIDEST = Decimal(90)
"""How much of the width the longest bar takes: the rest is for the strokes of an open end."""


def charts(rendering: Rendering, language: Language, sheet: Sheet) -> Iterator[ChartView]:
    """Give the sheet's charts in a language; one that cannot be drawn has been reported and is left out."""
    for chart in rendering.site.original(sheet.path).charts:
        view = _Drawer(rendering, language, sheet, chart).view()
        if view is not None:
            yield view


class _Drawer:
    """Draws one chart in one language."""

    def __init__(self, rendering: Rendering, language: Language, sheet: Sheet, chart: Chart) -> None:
        self._rendering = rendering
        self._language = language
        self._sheet = sheet
        self._chart = chart
        self._loc = language.numbers
        own = next((entry for entry in sheet.charts if entry.id == chart.id), None)
        self._title, self._title_lang = self._words(own.title if own else None, chart.title)
        self._summary, self._summary_lang = self._words(own.summary if own else None, chart.summary)

    def view(self) -> ChartView | None:
        """The chart as its template is handed it; None where it cannot be drawn."""
        figures = self._figures()
        if not figures or any(faults(self._chart, [figure.metric for figure in figures], self._units(figures))):
            return None
        return self._over_time(figures[0]) if self._chart.type in {"columns", "line"} else self._rows(figures)

    def _units(self, figures: Sequence[Figure]) -> dict[str, MetricWords]:
        """The figures' words in the reference language, which say what is counted."""
        site = self._rendering.site
        found = {figure.id: site.words(site.settings.reference, figure.sheet, figure.id) for figure in figures}
        return {name: words for name, words in found.items() if words}

    def _rows(self, figures: Sequence[Figure]) -> ChartView:
        if self._chart.type == "timeline":
            drawing = self._timeline(figures)
        elif self._chart.type == "share":
            drawing = self._shares(figures)
        else:
            drawing = self._bars(figures)
        is_open = self._chart.type != "timeline" and any(map(_is_open, figures))
        return self._made(drawing, tuple(self._row(figure) for figure in figures), is_open=is_open)

    def _bars(self, figures: Sequence[Figure]) -> str:
        ends = [
            end for figure in figures for end in (least(figure.metric), most(figure.metric), *spread(figure.metric))
        ]
        scale = from_zero(ends, Decimal(0), _WIDEST)
        rows = []
        for figure in figures:
            low, high = scale(least(figure.metric)), scale(most(figure.metric))
            around = [scale(end) for end in spread(figure.metric)]
            bar = self._bar(figure, min(low, high), max(low, high))
            rows.append(replace(bar, spread=(around[0], around[1])) if around else bar)
        return draw_rows(rows, self._named)

    def _shares(self, figures: Sequence[Figure]) -> str:
        last = figures[-1].metric
        scale = Scale(Decimal(0), whole(last))
        rows = [self._bar(figure, scale(least(figure.metric)), scale(most(figure.metric))) for figure in figures]
        return draw_rows([replace(row, open=False) for row in rows], self._named, track=True)

    def _timeline(self, figures: Sequence[Figure]) -> str:
        stretches = [years(figure.metric.value) for figure in figures]
        scale, marks = divisions(
            min(first for first, _ in stretches),
            max(last for _, last in stretches),
            lambda year: dates.year(self._loc, year),
        )
        rows = [
            replace(
                self._bar(figure, scale(first), scale(last)),
                dot=figure.is_time,
                open=False,
            )
            for figure, (first, last) in zip(figures, stretches, strict=True)
        ]
        return draw_rows(rows, self._named, ticks=marks)

    def _bar(self, figure: Figure, first: Decimal, last: Decimal) -> Row:
        return Row(
            label=figure.label,
            label_lang=self._foreign(figure.label_language),
            value=figure.text,
            first=first,
            last=last,
            open=_is_open(figure),
        )

    def _over_time(self, figure: Figure) -> ChartView:
        whens = {str(entry.when): entry for entry in figure.metric.history}
        before = earlier(self._rendering.site, self._language.tag, figure)
        every = [*before, *([figure] if figure.metric.as_of is not None else [])]
        form = "full" if len({one.scales[1] for one in every if one.metric.value}) > 1 else "short"
        moments = [self._earlier(then, whens[then.id.partition("@")[2]], form) for then in before]
        as_of, value = figure.metric.as_of, figure.metric.value
        if as_of is not None and isinstance(value, Decimal):
            point = Point(name=short_name(self._loc, as_of), value=figure.form(form), amount=value, at=moment(as_of))
            moments.append((dated(point.name, as_of), point, self._element(figure)))
        moments.sort(key=lambda row: row[1].at)
        draw = draw_line if self._chart.type == "line" else draw_columns
        drawing = draw([point for _, point, _ in moments], self._named)
        rows = tuple(ChartRow(label=label, label_lang=None, element=shown) for label, _, shown in moments)
        return self._made(drawing, rows, has_times=True)

    def _earlier(self, then: Figure, entry: HistoryPoint, form: str) -> tuple[Markup, Point, Markup]:
        """An earlier value, as readable for machines as the present one."""
        name = short_name(self._loc, entry.when)
        point = Point(name=name, value=then.form(form), amount=entry.value, at=moment(entry.when))
        return dated(name, entry.when), point, past_element(then, self._sheet.path)

    def _element(self, figure: Figure) -> Markup:
        name = figure.id if figure.sheet == self._sheet.path else f"{figure.sheet}/{figure.id}"
        return element(figure, name=name, isolate=self._language.dir == "rtl")

    def _made(
        self, drawing: str, rows: tuple[ChartRow, ...], *, is_open: bool = False, has_times: bool = False
    ) -> ChartView:
        return ChartView(
            id=f"_chart-{self._chart.id}",
            title=self._title,
            title_lang=self._title_lang,
            summary=self._summary or None,
            summary_lang=self._summary_lang,
            drawing=Markup(drawing),  # noqa: S704 - the drawing escapes its words
            has_lower_bounds=is_open,
            has_times=has_times,
            rows=rows,
        )

    def _row(self, figure: Figure) -> ChartRow:
        return ChartRow(
            label=figure.label,
            label_lang=self._foreign(figure.label_language),
            element=self._element(figure),
        )

    def _figures(self) -> Sequence[Figure]:
        site = self._rendering.site
        found: list[Figure] = []
        for target in self._chart.metrics:
            resolved = site.resolve(self._sheet.path, target)
            try:
                found.extend([site.figure(self._language.tag, resolved[0], resolved[1].id)] if resolved else [])
            except LosesDigits:  # reported by the checks
                continue
        found = self._in_full(found) if len({one.scales[0] for one in found if one.metric.value}) > 1 else found
        return self._told_apart(found)

    def _told_apart(self, figures: Sequence[Figure]) -> list[Figure]:
        """Cells of one column are called by their rows alone, and those of one row by their columns."""
        cells = [one.metric.cell for one in figures]
        tables = {(one.table, one.column) if one else None for one in cells}
        rows = {(one.table, one.row) if one else None for one in cells}
        is_column, is_row = len(tables) == 1 and None not in tables, len(rows) == 1 and None not in rows
        if len(figures) < len("ab") or not (is_column or is_row):
            return list(figures)
        return [replace(one, label=self._short(one, is_column=is_column)) for one in figures]

    def _short(self, figure: Figure, *, is_column: bool) -> str:
        cell = figure.metric.cell
        site, tag = self._rendering.site, self._language.tag
        words = site.wordings(tag, figure.sheet, cell.table) if cell else None
        if cell is None or words is None:
            return figure.label
        return (words.row(cell.row) if is_column else words.column(cell.column)).text

    def _in_full(self, figures: Sequence[Figure]) -> list[Figure]:
        """The figures with all their digits: "900,000" beside "1.2 million" cannot be compared at a glance."""
        site, tag = self._rendering.site, self._language.tag
        return [
            make_figure(
                replace(one.metric, display="standard"),
                site.words(tag, one.sheet, one.id),
                sheet=one.sheet,
                source=one.source,
                language=self._language,
                catalog=site.catalogs[tag],
                fallback=(one.label_language, site.words(one.label_language, one.sheet, one.id)),
            )
            for one in figures
        ]

    @property
    def _named(self) -> Words:
        return Words(
            id=f"_drawing-{self._chart.id}",
            title=self._title,
            summary=self._summary,
            rtl=self._language.dir == "rtl",
        )

    def _words(self, own: str | None, given: str | None) -> tuple[str, str | None]:
        """A text of the chart in the page's language, or the reference's with its language."""
        reference = self._rendering.site.settings.reference
        return (own, self._foreign(self._sheet.language)) if own else (given or "", self._foreign(reference))

    def _foreign(self, tag: str) -> str | None:
        return None if tag == self._language.tag else tag


def _is_open(figure: Figure) -> bool:
    return figure.metric.bound in LOWER_BOUNDS
