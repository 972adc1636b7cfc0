"""The series of a chart: rows or columns of a table, or metrics with their earlier values, side by side."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from factsheet.content.metric import Metric, Moment
from factsheet.content.model import Chart
from factsheet.content.targets import CellTarget
from factsheet.l10n.names import moment_of
from factsheet.l10n.stretches import Stretch
from factsheet.records import dataclass


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
        return _of_table(chart.series or _follows(cells), zip(cells, metrics, strict=True))
    return tuple(ChartSeries(name=metric.id, points=over_time(metric), of="metric") for metric in metrics)


def heads(series: Iterable[ChartSeries]) -> list[str]:
    """What the values of all series stand under: times in their order, other names as they first come."""
    names = list(dict.fromkeys(head for one in series for head in one.points))
    times = {name: when for name in names if (when := time_of(name)) is not None}
    return sorted(names, key=lambda name: moment(times[name])) if len(times) == len(names) else names


def time_of(head: str) -> Moment | None:
    """The time that a head names: a day, a month, a year and the like; None for other names."""
    return moment_of(head)


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


def _follows(cells: Iterable[CellTarget]) -> str:
    """What a series is where the chart does not say: a row, but a column of a table whose rows are times."""
    return "column" if all(moment_of(cell.row) for cell in cells) else "row"


def _of_table(of: str, cells: Iterable[tuple[CellTarget, Metric]]) -> tuple[ChartSeries, ...]:
    found: dict[str, dict[str, Metric]] = {}
    for cell, metric in cells:
        name, head = (cell.column, cell.row) if of == "column" else (cell.row, cell.column)
        found.setdefault(name, {})[head] = metric
    return tuple(ChartSeries(name=name, points=points, of=of) for name, points in found.items())
