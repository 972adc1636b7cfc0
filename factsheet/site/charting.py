"""Which figures may stand in one chart, and what each type of chart can show."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Literal

from factsheet.content.kinds import kind_of
from factsheet.content.metric import Metric, Moment
from factsheet.content.model import UPPER_BOUNDS, Chart, MetricWords, Ratio, Span
from factsheet.content.targets import CellTarget
from factsheet.core.records import dataclass
from factsheet.core.suggest import listed
from factsheet.l10n.iso8601 import Duration, Stretch
from factsheet.l10n.names import moment_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartSeries:
    """One line, one group of bars, one bar of parts, or one arrow."""

    name: str
    """The id of a metric, or the name of a row or a column."""
    points: Mapping[str, Metric]
    """The values: of a metric by the times they held, of a row by its columns, of a column by its rows."""
    of: str
    """What the series is: a `metric`, or a `row` or a `column` of a table."""


def series_of(chart: Chart, metrics: Sequence[Metric]) -> tuple[ChartSeries, ...]:
    """Put the figures of a chart into series, in their order."""
    cells = [metric.cell for metric in metrics if metric.cell is not None]
    if cells and len(cells) == len(metrics) and len({cell.table for cell in cells}) == 1:
        by_time = "column" if all(moment_of(cell.row) for cell in cells) else "row"
        return _of_table(chart.series or by_time, zip(cells, metrics, strict=True))
    return tuple(ChartSeries(name=metric.id, points=over_time(metric), of="metric") for metric in metrics)


def heads(series: Iterable[ChartSeries]) -> list[str]:
    """What the values of all series stand under: times in their order, other names as they first come."""
    names = list(dict.fromkeys(head for one in series for head in one.points))
    times = {name: when for name in names if (when := moment_of(name)) is not None}
    return sorted(names, key=lambda name: moment(times[name])) if len(times) == len(names) else names


def moment(value: Moment) -> Decimal:
    """The day on which a year, a month or the like begins, or the day itself, counted from the first of all days."""
    if isinstance(value, Decimal):
        value = Stretch("year", min(max(int(value), 1), _LAST_YEAR))
    return Decimal((value.first if isinstance(value, Stretch) else value).toordinal())


_LAST_YEAR = 9999


def over_time(metric: Metric) -> dict[str, Metric]:
    """The earlier values of a metric, and its present one where it is known of when that is."""
    points = {str(point.when): metric.at(point) for point in metric.history}
    return points if metric.as_of is None else {**points, str(metric.as_of): metric}


def _of_table(of: str, cells: Iterable[tuple[CellTarget, Metric]]) -> tuple[ChartSeries, ...]:
    found: dict[str, dict[str, Metric]] = {}
    for cell, metric in cells:
        name, head = (cell.column, cell.row) if of == "column" else (cell.row, cell.column)
        found.setdefault(name, {})[head] = metric
    return tuple(ChartSeries(name=name, points=points, of=of) for name, points in found.items())


_FEWEST_POINTS = 2
_MOST = {"line": 8, "multiples": 40}
"""How many lines can be told apart in one drawing, and how many small ones can be looked through."""
_MOST_PARTS = {"grouped": 4, "stacked": 6}
"""How many bars of a group, or parts of a bar, can be told apart."""

_OVER_TIME = frozenset({"columns", "line", "multiples"})

IN_SERIES = frozenset({"columns", "line", *_MOST, *_MOST_PARTS, "change"})
"""The types that draw more than one value of each figure, row or column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Why a chart cannot be drawn: what is wrong with which figure, and beside which other."""

    reason: Literal[
        "units", "clock", "moment", "amount", "one", "history", "share", "sum", "same", "number", "order", "many",
        "below",
    ]  # fmt: skip
    metric: str
    other: str = ""


def unit_of(metric: Metric, words: MetricWords | None) -> tuple[str, ...]:
    """What a figure is measured in: equal only for figures whose lengths may be compared.

    Rates are compared only per the same, and changes with changes.
    """
    dimension = kind_of(metric).dimension(metric, words.unit if words else None)
    return (*dimension, str(metric.per or ""), "change" if metric.change else "")


def faults(chart: Chart, metrics: Sequence[Metric], words: Mapping[str, MetricWords]) -> Iterator[Fault]:
    """Find what keeps the chart from being drawn honestly; `words` are those of the reference language."""
    for metric in metrics:
        kind = kind_of(metric)
        if not kind.is_drawn:
            yield Fault(reason="clock", metric=metric.id)
            return
        if kind.is_time != (chart.type == "timeline"):
            yield Fault(reason="moment" if kind.is_time else "amount", metric=metric.id)
            return
    if chart.type == "timeline":
        return
    for metric in metrics[1:]:
        if unit_of(metric, words.get(metric.id)) != unit_of(metrics[0], words.get(metrics[0].id)):
            yield Fault(reason="units", metric=metric.id, other=metrics[0].id)
    if chart.type == "share":
        yield from _shares(metrics)
    if chart.type in IN_SERIES:
        yield from _in_series(chart, metrics)


def _in_series(chart: Chart, metrics: Sequence[Metric]) -> Iterator[Fault]:
    """Each figure has its values over time, each row its columns, and not more of them than can be told apart."""
    if chart.type == "columns" and len(series_of(chart, metrics)) > 1:
        yield from (Fault(reason="one", metric=one.name) for one in series_of(chart, metrics)[1:])
        return
    names = [metric.id for metric in metrics]
    twice = next((name for index, name in enumerate(names) if name in names[:index]), None)
    if twice is not None:
        yield Fault(reason="same", metric=twice)
        return
    if others := [metric.id for metric in metrics if not isinstance(metric.value, Decimal)]:
        yield Fault(reason="number", metric=others[0])
        return
    every = series_of(chart, metrics)
    under = heads(every)
    for one in every:
        if len(one.points) < _FEWEST_POINTS:
            yield Fault(reason="history", metric=one.name)
    if chart.type in _OVER_TIME:
        yield from (Fault(reason="order", metric=head) for head in under if moment_of(head) is None)
    yield from (Fault(reason="many", metric=one.name) for one in every[_MOST.get(str(chart.type), len(every)) :][:1])
    yield from (Fault(reason="many", metric=head) for head in under[_MOST_PARTS.get(str(chart.type), len(under)) :][:1])
    if chart.type == "stacked":
        points = (metric for one in every for metric in one.points.values())
        yield from (Fault(reason="below", metric=metric.id) for metric in points if most(metric) < 0)


def _shares(metrics: Sequence[Metric]) -> Iterator[Fault]:
    """A percentage is a share of a hundred; any other figure of the last one named."""
    last = metrics[-1]
    limit = whole(last)
    outside = [metric for metric in metrics if not 0 <= most(metric) <= limit or not limit]
    for metric in outside:
        yield Fault(reason="share", metric=metric.id, other=last.id)
    parts = metrics if kind_of(last).whole else metrics[:-1]
    if not outside and sum(map(_surely, parts)) > limit:
        other = last.id if parts is not metrics else f"{limit} %"
        yield Fault(reason="sum", metric=listed(metric.id for metric in parts), other=other)


def _surely(metric: Metric) -> Decimal:
    """The least that a share may be: less by half a unit of its last digit where it may have been rounded."""
    if metric.bound in UPPER_BOUNDS:
        return Decimal(0)
    value = metric.value.low if isinstance(metric.value, Span) else metric.value
    if not isinstance(value, Decimal):
        return Decimal(0)
    if metric.bound == "exact" and not kind_of(metric).whole:
        return value
    return value - Decimal(5).scaleb(int(value.as_tuple().exponent) - 1)


def whole(last: Metric) -> Decimal:
    """What the shares of a chart are parts of: its last figure, or what all figures of its kind are parts of."""
    return kind_of(last).whole or most(last)


def most(metric: Metric) -> Decimal:
    """The number that a figure's bar ends at: of a range, its upper end."""
    value = metric.value
    if isinstance(value, Ratio):
        return value.part / value.whole
    if isinstance(value, Duration):
        return max(value.length)
    value = value.high if isinstance(value, Span) else value
    return value if isinstance(value, Decimal) else Decimal(0)


def least(metric: Metric) -> Decimal:
    """The number that a figure's bar begins at: zero, or the lower end of a range."""
    low = metric.value.low if isinstance(metric.value, Span) else None
    return low if isinstance(low, Decimal) else Decimal(0)


def spread(metric: Metric) -> tuple[Decimal, ...]:
    """The two ends of an estimate's interval, or of its value with the margin on either side; nothing without."""
    value, ends = metric.value, metric.interval
    if ends is not None and isinstance(ends.low, Decimal) and isinstance(ends.high, Decimal):
        return ends.low, ends.high
    if metric.margin is not None and isinstance(value, Decimal):
        return value - metric.margin, value + metric.margin
    return ()
