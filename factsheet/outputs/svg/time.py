"""Moments and years along a time axis."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from factsheet.content.model import Moment, Ratio, Span, Value
from factsheet.l10n.durations import Duration
from factsheet.l10n.stretches import Stretch
from factsheet.l10n.times import TimeOfDay
from factsheet.outputs.svg.bars import Tick
from factsheet.outputs.svg.drawing import Scale
from factsheet.site.charting import moment

_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_MOST = 6
_LAST_YEAR = 9999


def years(value: Value) -> tuple[Decimal, Decimal]:
    """The stretch of time that a year, a day or a period covers: from its first moment to its last."""
    if isinstance(value, Span):
        return moment(value.low), _end(value.high)
    if isinstance(value, Ratio | Duration | TimeOfDay):
        raise TypeError(type(value).__name__)
    return moment(value), _end(value)


def ticks(first: Decimal, last: Decimal, name: Callable[[int], str]) -> tuple[Callable[[Decimal], Decimal], list[Tick]]:
    """A scale over whole years that holds both moments, and its divisions, named by `name`."""
    start, end = date.fromordinal(int(first)).year, date.fromordinal(int(last) - 1).year + 1
    scale = Scale(moment(Decimal(start)), moment(Decimal(end)))
    return scale, list(_divisions(start, end, scale, name))


def _divisions(start: int, end: int, scale: Scale, name: Callable[[int], str]) -> Iterator[Tick]:
    step = next((step for step in _STEPS if (end - start) <= step * _MOST), _STEPS[-1])
    for year in range(start, end, step):
        line = scale(moment(Decimal(year)))
        following = scale(moment(Decimal(year + 1)))
        yield Tick(line, (line + following) / 2, name(year))


def _end(value: Moment) -> Decimal:
    if isinstance(value, Stretch):
        return Decimal(value.last.toordinal() + 1)
    if isinstance(value, date):
        return Decimal(value.toordinal() + 1)
    return Decimal(date(min(max(int(value), 1), _LAST_YEAR), 12, 31).toordinal() + 1)
