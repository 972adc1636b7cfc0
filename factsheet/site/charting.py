"""Which figures may stand in one chart, and what each type of chart can show."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Literal

from factsheet.content.kinds import kind_of
from factsheet.content.model import UPPER_BOUNDS, Chart, Metric, MetricWords, Ratio, Span
from factsheet.l10n.durations import Duration
from factsheet.problems.suggest import listed
from factsheet.records import dataclass

_OVER_TIME = ("columns", "line")
_FEWEST_POINTS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Why a chart cannot be drawn: what is wrong with which figure, and beside which other."""

    reason: Literal["units", "clock", "time", "amount", "one", "history", "share", "sum"]
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
            yield Fault(reason="time" if kind.is_time else "amount", metric=metric.id)
            return
    if chart.type == "timeline":
        return
    if chart.type in _OVER_TIME:
        yield from _over_time(metrics)
        return
    for metric in metrics[1:]:
        if unit_of(metric, words.get(metric.id)) != unit_of(metrics[0], words.get(metrics[0].id)):
            yield Fault(reason="units", metric=metric.id, other=metrics[0].id)
    if chart.type == "share":
        yield from _shares(metrics)


def _over_time(metrics: Sequence[Metric]) -> Iterator[Fault]:
    for metric in metrics[1:]:
        yield Fault(reason="one", metric=metric.id)
    for metric in metrics[:1]:
        if len(metric.history) + (metric.as_of is not None) < _FEWEST_POINTS:
            yield Fault(reason="history", metric=metric.id)


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
