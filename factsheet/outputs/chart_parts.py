"""What charts of all types are made from: the figures in the page's language, and words with their languages."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from markupsafe import Markup

from factsheet.content.model import LOWER_BOUNDS, Chart, Language, Sheet
from factsheet.core.records import dataclass, replace
from factsheet.l10n.names import moment_of
from factsheet.outputs.artifacts import Rendering
from factsheet.outputs.figure_markup import element
from factsheet.outputs.histories import earlier, past_element
from factsheet.outputs.parts import dated, short_name
from factsheet.outputs.svg.drawing import ChartWords
from factsheet.outputs.views import ChartView
from factsheet.site.charting import ChartSeries, heads, series_of
from factsheet.site.figures import Figure, make_figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Canvas:
    """One chart on one page."""

    rendering: Rendering
    language: Language
    sheet: Sheet
    chart: Chart

    @property
    def words(self) -> ChartWords:
        """What the drawing is called, and which way it runs."""
        title, summary = self.text("title")[0], self.text("summary")[0]
        return ChartWords(title=title, summary=summary, rtl=self.language.dir == "rtl")

    def text(self, key: str) -> tuple[str, str | None]:
        """The title or the summary in the page's language, or the reference's with its language."""
        own = next((entry for entry in self.sheet.charts if entry.id == self.chart.id), None)
        said = getattr(own, key) if own else None
        if said:
            return said, self.foreign(self.sheet.language)
        return getattr(self.chart, key) or "", self.foreign(self.rendering.site.settings.reference)

    def view(self, *, drawing: Markup | None = None, **drawn: Any) -> ChartView:  # noqa: ANN401 - the fields of the view
        """The chart with its words; `drawn` is what its type adds, by the fields of the view."""
        (title, title_lang), (summary, summary_lang) = self.text("title"), self.text("summary")
        return ChartView(
            id=f"_chart-{self.chart.id}",
            type=self.chart.type or "",
            title=title,
            title_lang=title_lang,
            summary=summary or None,
            summary_lang=summary_lang,
            drawing=drawing or Markup(),
            **drawn,
        )

    def foreign(self, tag: str) -> str | None:
        """A language that must be named, since it is not the page's."""
        return None if tag == self.language.tag else tag

    def element(self, figure: Figure) -> Markup:
        """A figure as the page shows it; an earlier value is no figure of its own."""
        if "@" in figure.id:
            return past_element(figure, self.sheet.path)
        name = figure.id if figure.sheet == self.sheet.path else f"{figure.sheet}/{figure.id}"
        return element(figure, name=name, isolate=self.language.dir == "rtl")

    def figures(self) -> Sequence[Figure]:
        """The figures that the chart names; those that cannot be shown have been reported and are left out."""
        shown, tag, path = self.rendering.site.shown_figure, self.language.tag, self.sheet.path
        found = [figure for target in self.chart.metrics if (figure := shown(tag, path, target))]
        return self._in_full(found) if len({one.scales[0] for one in found if one.metric.value}) > 1 else found

    def _in_full(self, figures: Sequence[Figure]) -> list[Figure]:
        """The figures with all their digits: "900,000" beside "1.2 million" cannot be compared at a glance."""
        site, tag = self.rendering.site, self.language.tag
        return [
            make_figure(
                replace(one.metric, display="standard"),
                site.words(tag, one.sheet, one.id),
                sheet=one.sheet,
                source=one.source,
                language=self.language,
                catalog=site.catalogs[tag],
                fallback=(one.label_language, site.words(one.label_language, one.sheet, one.id)),
            )
            for one in figures
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesView:
    """One series with its words."""

    label: str
    label_lang: str | None
    points: Mapping[str, Figure]


class Columns:
    """The series of a chart in the page's language, and what their values stand under."""

    def __init__(self, canvas: Canvas, figures: Sequence[Figure]) -> None:
        """Put the figures into series."""
        self._canvas = canvas
        self._figures = {figure.id: figure for figure in figures}
        for figure in figures:
            before = earlier(canvas.rendering.site, canvas.language.tag, figure)
            self._figures.update((then.id, then) for then in before)
        every = series_of(canvas.chart, [figure.metric for figure in figures])
        self._of = every[0].of
        self.heads = heads(every)
        self.series = [self._series(one) for one in every]

    def name(self, head: str) -> str:
        """What the values under a head are called: a time in few letters, or the name of a column or a row."""
        if (when := moment_of(head)) is not None:
            return short_name(self._canvas.language.numbers, when)
        return self._words(head, is_row=self._of == "column")[0]

    def dated(self, head: str) -> Markup | str:
        """The name, as readable for machines as the values under it."""
        when = moment_of(head)
        return self.name(head) if when is None else dated(self.name(head), when)

    def data(self) -> tuple[tuple[str, str, Figure], ...]:
        """Every value with the name of its series and what it stands under."""
        return tuple((one.label, self.name(head), figure) for one in self.series for head, figure in one.points.items())

    def form(self) -> str:
        """The form in few letters that shows all values in one scale."""
        points = [point for one in self.series for point in one.points.values()]
        return "full" if len({one.scales[1] for one in points if one.metric.value}) > 1 else "short"

    def amounts(self) -> list[Decimal]:
        """All values."""
        return [amount_of(point) for one in self.series for point in one.points.values()]

    def of_amount(self, amount: Decimal) -> str:
        """A division of the axis, in the words of the figures."""
        site, tag = self._canvas.rendering.site, self._canvas.language.tag
        figure = next(iter(self._figures.values()))
        metric = replace(
            figure.metric, value=amount, bound="exact", interval=None, margin=None, digits=None, round_to=None
        )
        words = site.words(tag, figure.sheet, figure.id.partition("@")[0])
        made = make_figure(
            metric, words, sheet="", source=None, language=self._canvas.language, catalog=site.catalogs[tag]
        )
        return made.short

    def _series(self, series: ChartSeries) -> SeriesView:
        found = {head: self._figures.get(metric.id) for head, metric in series.points.items()}
        points = {head: found[head] for head in self.heads if found.get(head)}
        if series.of == "metric":
            figure = self._figures[series.name]
            label, tag = figure.label, self._canvas.foreign(figure.label_language)
        else:
            label, tag = self._words(series.name, is_row=series.of == "row")
        return SeriesView(label=label, label_lang=tag, points={head: one for head, one in points.items() if one})

    def _words(self, name: str, *, is_row: bool) -> tuple[str, str | None]:
        figure = next(iter(self._figures.values()))
        return words_of_table(self._canvas, figure, name, is_row=is_row)


def words_of_table(canvas: Canvas, figure: Figure, name: str, *, is_row: bool) -> tuple[str, str | None]:
    """What a row or a column of the table of a cell is called, and in which language where that is not the page's."""
    site, cell = canvas.rendering.site, figure.metric.cell
    words = site.wordings(canvas.language.tag, figure.sheet, cell.table) if cell else None
    if words is None:
        return name, None
    said = words.row(name) if is_row else words.column(name)
    return said.text, canvas.foreign(said.language)


def amount_of(figure: Figure) -> Decimal:
    """The number of a figure that is a single number."""
    value = figure.metric.value
    return value if isinstance(value, Decimal) else Decimal(0)


def is_open(figure: Figure) -> bool:
    """Whether the true value is higher than what is said."""
    return figure.metric.bound in LOWER_BOUNDS
