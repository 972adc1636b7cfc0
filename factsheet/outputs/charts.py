"""The charts of a page: figures in the page's language, drawn, with their data as text or as a table."""

from collections.abc import Sequence
from decimal import Decimal

from markupsafe import Markup

from factsheet.content.model import Language, MetricWords, Sheet
from factsheet.core.records import replace
from factsheet.l10n import dates
from factsheet.l10n.names import moment_of
from factsheet.outputs.artifacts import Rendering
from factsheet.outputs.chart_parts import Canvas, Columns, amount_of, is_open, words_of_table
from factsheet.outputs.parts import sized
from factsheet.outputs.svg.bars import Bar, Tick, draw_arrow, draw_axis, draw_bar, draw_parts, draw_stretch, years
from factsheet.outputs.svg.bars import ticks as divisions
from factsheet.outputs.svg.drawing import Scale, columns, divided, from_zero
from factsheet.outputs.svg.lines import ChartLine, Division, draw_lines, draw_small
from factsheet.outputs.svg.points import TimelinePoint, draw_columns, draw_line
from factsheet.outputs.views import BarGroup, BarView, ChartRow, ChartView
from factsheet.site.charting import IN_SERIES, faults, least, moment, most, spread, whole
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
    return moment(moment_of(head) or Decimal(0))


# Charts that are lists: a label, the value as text, and a bar whose end it stands at.

_HUNDRED = Decimal(100)
_MOST_COLUMNS = 24
"""The longest value, in columns of text, that stands at the end of its bar; a longer one has a line of its own."""


class Bars:
    """Makes the lists of one chart."""

    def __init__(self, canvas: Canvas) -> None:
        """Take the chart."""
        self._canvas = canvas
        self._words = canvas.words

    def alone(self, figures: Sequence[Figure]) -> ChartView:
        """A bar for each figure."""
        if self._canvas.chart.type == "timeline":
            return self._timeline(figures)
        drawings = self._shares(figures) if self._canvas.chart.type == "share" else self._bars(figures)
        return self._list(figures, drawings, ends=self._canvas.chart.type == "bars")

    def in_series(self, found: Columns) -> ChartView:
        """A group of bars, one bar of parts, or an arrow for each series."""
        if self._canvas.chart.type == "change":
            return self._changes(found)
        return self._stacked(found) if self._canvas.chart.type == "stacked" else self._grouped(found)

    def _bars(self, figures: Sequence[Figure]) -> list[str]:
        ends = [end for one in figures for end in (least(one.metric), most(one.metric), *spread(one.metric))]
        scale = from_zero(ends, Decimal(0), _HUNDRED)
        return [draw_bar(_bar(one, scale), self._words) for one in figures]

    def _shares(self, figures: Sequence[Figure]) -> list[str]:
        scale = Scale(Decimal(0), whole(figures[-1].metric))
        return [draw_parts([_bar(one, scale)], self._words, track=True) for one in figures]

    def _timeline(self, figures: Sequence[Figure]) -> ChartView:
        stretches = [years(figure.metric.value) for figure in figures]
        first, last = min(start for start, _ in stretches), max(end for _, end in stretches)
        scale, marks = divisions(first, last, lambda year: dates.year(self._canvas.language.numbers, year))
        drawings = [
            draw_stretch(Bar(first=scale(start), last=scale(end)), marks, self._words, dot=figure.is_time)
            for figure, (start, end) in zip(figures, stretches, strict=True)
        ]
        return self._list(figures, drawings, ticks=marks)

    def _list(
        self, figures: Sequence[Figure], drawings: Sequence[str], *, ends: bool = False, ticks: Sequence[Tick] = ()
    ) -> ChartView:
        labels = _labels(self._canvas, figures)
        groups = tuple(
            BarGroup(label=label, label_lang=tag, bars=(self._bar(figure, drawing, ends=ends, noted=bool(ticks)),))
            for figure, drawing, (label, tag) in zip(figures, drawings, labels, strict=True)
        )
        data = tuple((label, "", figure) for (label, _), figure in zip(labels, figures, strict=True))
        return self._view(groups, data, ticks)

    def _grouped(self, found: Columns) -> ChartView:
        scale = from_zero(found.amounts(), Decimal(0), _HUNDRED)
        groups = []
        for one in found.series:
            bars = []
            for head, figure in one.points.items():
                tone = found.heads.index(head) + 1
                drawing = draw_bar(_bar(figure, scale, tone), self._words)
                bars.append(self._bar(figure, drawing, name=found.name(head), tone=tone, ends=True))
            groups.append(BarGroup(label=one.label, label_lang=one.label_lang, bars=tuple(bars)))
        return self._view(tuple(groups), found.data())

    def _stacked(self, found: Columns) -> ChartView:
        longest = max(sum(map(amount_of, one.points.values()), Decimal(0)) for one in found.series)
        scale = Scale(Decimal(0), longest)
        groups = []
        for one in found.series:
            reached, parts, bars = Decimal(0), [], []
            for head, figure in one.points.items():
                tone = found.heads.index(head) + 1
                first, reached = reached, reached + amount_of(figure)
                parts.append(Bar(first=scale(first), last=scale(reached), tone=tone))
                bars.append(self._bar(figure, "", name=found.name(head), tone=tone))
            drawing = Markup(draw_parts(parts, self._words))  # noqa: S704 - it holds no words
            groups.append(BarGroup(label=one.label, label_lang=one.label_lang, bars=tuple(bars), drawing=drawing))
        return self._view(tuple(groups), found.data())

    def _changes(self, found: Columns) -> ChartView:
        amounts = divided(found.amounts(), zero=False)
        scale = Scale(amounts[0], amounts[-1])
        ticks = [Tick(scale(amount), scale(amount), found.of_amount(amount)) for amount in amounts]
        groups = []
        for one in found.series:
            ends = [next(iter(one.points)), list(one.points)[-1]]
            first, last = (one.points[head] for head in ends)
            drawing = draw_arrow(scale(amount_of(first)), scale(amount_of(last)), ticks, self._words)
            bars = tuple(self._bar(one.points[head], "", name=found.name(head)) for head in ends)
            drawn = Markup(drawing)  # noqa: S704 - the drawing escapes its words
            groups.append(BarGroup(label=one.label, label_lang=one.label_lang, bars=bars, drawing=drawn))
        return self._view(tuple(groups), found.data(), ticks)

    def _bar(
        self, figure: Figure, drawing: str, *, name: str = "", tone: int = 1, ends: bool = False, noted: bool = False
    ) -> BarView:
        """`ends` tells whether the bar ends where its value does, and so is open where that is higher."""
        return BarView(
            name=name,
            drawing=Markup(drawing),  # noqa: S704 - the drawing escapes its words
            element=self._canvas.element(figure),
            tone=tone,
            is_open=ends and is_open(figure),
            note=figure.note if noted else None,
        )

    def _view(
        self, groups: tuple[BarGroup, ...], data: tuple[tuple[str, str, Figure], ...], ticks: Sequence[Tick] = ()
    ) -> ChartView:
        longest = max(columns(figure.text) for _, _, figure in data)
        rows = tuple(
            ChartRow(
                label=" · ".join(filter(None, (group.label, bar.name))),
                label_lang=group.label_lang,
                cells=(bar.element,),
            )
            for group in groups
            for bar in group.bars
        )
        return self._canvas.view(
            groups=groups,
            columns=sized(longest) if longest <= _MOST_COLUMNS and not ticks else 0,
            axis=Markup(draw_axis(ticks, self._words)) if ticks else None,  # noqa: S704 - it escapes its words
            has_lower_bounds=any(bar.is_open for group in groups for bar in group.bars),
            has_intervals=self._canvas.chart.type == "bars" and any(spread(one.metric) for _, _, one in data),
            rows=rows,
            data=data,
        )


def _bar(figure: Figure, scale: Scale, tone: int = 1) -> Bar:
    low, high = scale(least(figure.metric)), scale(most(figure.metric))
    around = tuple(scale(end) for end in spread(figure.metric))
    return Bar(first=min(low, high), last=max(low, high), tone=tone, spread=around)


def _labels(canvas: Canvas, figures: Sequence[Figure]) -> list[tuple[str, str | None]]:
    """Cells of one column are called by their rows alone, and those of one row by their columns."""
    cells = [one.metric.cell for one in figures]
    tables = {(one.table, one.column) if one else None for one in cells}
    rows = {(one.table, one.row) if one else None for one in cells}
    is_column, is_row = len(tables) == 1 and None not in tables, len(rows) == 1 and None not in rows
    if len(figures) < len("ab") or not (is_column or is_row):
        return [(one.label, canvas.foreign(one.label_language)) for one in figures]
    names = [cell.row if is_column else cell.column for cell in cells if cell]
    return [words_of_table(canvas, one, name, is_row=is_column) for one, name in zip(figures, names, strict=True)]
