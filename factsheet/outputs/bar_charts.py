"""Charts that are lists: a label, the value as text, and a bar whose end it stands at."""

from collections.abc import Sequence
from decimal import Decimal

from markupsafe import Markup

from factsheet.l10n import dates
from factsheet.outputs.chart_parts import Canvas, Columns, amount_of, is_open, words_of_table
from factsheet.outputs.parts import sized
from factsheet.outputs.svg import Scale, Tick
from factsheet.outputs.svg import ticks as divisions
from factsheet.outputs.svg.bars import Bar, draw_arrow, draw_axis, draw_bar, draw_parts, draw_stretch, years
from factsheet.outputs.svg.drawing import columns, divided, from_zero
from factsheet.outputs.views import BarGroup, BarView, ChartRow, ChartView
from factsheet.site.charting import least, most, spread, whole
from factsheet.site.figures import Figure

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
            BarGroup(label=label, label_lang=tag, bars=(self._bar(figure, drawing, ends=ends),))
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
            groups.append(
                BarGroup(
                    label=one.label,
                    label_lang=one.label_lang,
                    bars=bars,
                    drawing=Markup(drawing),  # noqa: S704 - the drawing escapes its words
                )
            )
        return self._view(tuple(groups), found.data(), ticks)

    def _bar(self, figure: Figure, drawing: str, *, name: str = "", tone: int = 1, ends: bool = False) -> BarView:
        """`ends` tells whether the bar ends where its value does, and so is open where that is higher."""
        return BarView(
            name=name,
            drawing=Markup(drawing),  # noqa: S704 - the drawing escapes its words
            element=self._canvas.element(figure),
            tone=tone,
            is_open=ends and is_open(figure),
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
