"""The charts of a page: figures in the page's language, drawn, with their data as text or as a table."""

from collections.abc import Sequence
from decimal import Decimal

from markupsafe import Markup

from factsheet.content.model import Language, MetricWords, Sheet
from factsheet.core.records import replace
from factsheet.outputs.artifacts import Rendering
from factsheet.outputs.bar_charts import Bars
from factsheet.outputs.chart_parts import Canvas, Columns, amount_of
from factsheet.outputs.svg import TimelinePoint, draw_columns, draw_line, faults
from factsheet.outputs.svg.drawing import divided
from factsheet.outputs.svg.lines import ChartLine, Division, draw_lines, draw_small
from factsheet.outputs.views import BarGroup, BarView, ChartRow, ChartView
from factsheet.site.charting import IN_SERIES, moment, time_of
from factsheet.site.figures import Figure


def charts(rendering: Rendering, language: Language, sheet: Sheet) -> tuple[ChartView, ...]:
    """Give the sheet's charts in a language; one that cannot be drawn has been reported and is left out."""

    def make() -> tuple[ChartView, ...]:
        original = rendering.site.original(sheet.path)
        drawn = (
            chart_view(Canvas(rendering=rendering, language=language, sheet=sheet, chart=one))
            for one in original.charts
        )
        return tuple(view for view in drawn if view is not None)

    return rendering.site.once(sheet.path, ("charts", language.tag, sheet.language), make)


def chart_view(canvas: Canvas) -> ChartView | None:
    """The chart as its template is handed it; None where it cannot be drawn."""
    figures = canvas.figures()
    if not figures or any(faults(canvas.chart, [figure.metric for figure in figures], _units(canvas, figures))):
        return None
    if canvas.chart.type in {"columns", "line", "multiples"}:
        return _over_time(canvas, Columns(canvas, figures))
    if canvas.chart.type in IN_SERIES:
        return Bars(canvas).in_series(Columns(canvas, figures))
    return Bars(canvas).alone(figures)


def _units(canvas: Canvas, figures: Sequence[Figure]) -> dict[str, MetricWords]:
    """The figures' words in the reference language, which say what is counted."""
    site = canvas.rendering.site
    found = {figure.id: site.words(site.settings.reference, figure.sheet, figure.id) for figure in figures}
    return {name: words for name, words in found.items() if words}


def _over_time(canvas: Canvas, found: Columns) -> ChartView:
    if canvas.chart.type == "multiples":
        return _multiples(canvas, found)
    if len(found.series) == 1:
        return _points(canvas, found)
    parts, drawing = draw_lines(_lines(found), _times(found), _amounts(found), canvas.words)
    view = _with_table(canvas, found, Markup(drawing))  # noqa: S704 - the drawing escapes its words
    return replace(view, parts=parts)


def _points(canvas: Canvas, found: Columns) -> ChartView:
    """One series: its values stand at its columns or points."""
    form, points = found.form(), found.series[0].points
    draw = draw_line if canvas.chart.type == "line" else draw_columns
    drawing = draw(
        [
            TimelinePoint(name=found.name(head), value=one.form(form), amount=amount_of(one), at=_at(head))
            for head, one in points.items()
        ],
        canvas.words,
    )
    rows = tuple(
        ChartRow(label=found.dated(head), label_lang=None, cells=(canvas.element(one),)) for head, one in points.items()
    )
    return canvas.view(
        drawing=Markup(drawing),  # noqa: S704 - the drawing escapes its words
        parts=((drawing, None),),
        rows=rows,
        data=found.data(),
        has_times=True,
    )


def _multiples(canvas: Canvas, found: Columns) -> ChartView:
    """Small lines beside each other, on one scale, each with its first and its last value."""
    times, amounts = _times(found), _amounts(found)
    groups = []
    for one, line in zip(found.series, _lines(found), strict=True):
        heads = list(one.points)
        bars = tuple(
            BarView(name=found.name(head), drawing=Markup(), element=canvas.element(one.points[head]))
            for head in (heads[0], heads[-1])
        )
        drawing = Markup(draw_small(line, times, amounts, canvas.words))  # noqa: S704 - it holds no words
        groups.append(BarGroup(label=one.label, label_lang=one.label_lang, bars=bars, drawing=drawing))
    return _with_table(canvas, found, Markup(), tuple(groups))


def _with_table(canvas: Canvas, found: Columns, drawing: Markup, groups: tuple[BarGroup, ...] = ()) -> ChartView:
    """A line of the table for each series, a column for each time."""
    rows = tuple(
        ChartRow(
            label=one.label,
            label_lang=one.label_lang,
            cells=tuple(canvas.element(one.points[head]) if head in one.points else None for head in found.heads),
        )
        for one in found.series
    )
    heads = tuple(found.dated(head) for head in found.heads)
    return canvas.view(drawing=drawing, groups=groups, heads=heads, rows=rows, data=found.data())


def _lines(found: Columns) -> list[ChartLine]:
    form = found.form()
    return [
        ChartLine(
            label=one.label,
            label_lang=one.label_lang,
            value=list(one.points.values())[-1].form(form),
            points=[(_at(head), amount_of(figure)) for head, figure in one.points.items()],
        )
        for one in found.series
    ]


def _times(found: Columns) -> list[Division]:
    return [Division(_at(head), found.name(head)) for head in found.heads]


def _amounts(found: Columns) -> list[Division]:
    return [Division(amount, found.of_amount(amount)) for amount in divided(found.amounts(), zero=False)]


def _at(head: str) -> Decimal:
    return moment(time_of(head) or Decimal(0))
