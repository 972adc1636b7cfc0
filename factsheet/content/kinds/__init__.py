"""The kinds of value a metric can have: one module each, registered here and nowhere else."""

from collections.abc import Container, Mapping

from factsheet.content.kinds import (
    count,
    day,
    money,
    number,
    percent,
    period,
    points,
    quantity,
    range,  # noqa: A004 - the kind's own name
    rank,
    ratio,
    times,
    year,
)
from factsheet.content.kinds.base import BadValue, Details, Kind
from factsheet.content.kinds.showing import Forms
from factsheet.content.model import Metric

KINDS: tuple[Kind, ...] = (
    count.KIND,
    money.KIND,
    percent.KIND,
    points.KIND,
    number.KIND,
    ratio.KIND,
    times.KIND,
    rank.KIND,
    quantity.KIND,
    day.KIND,
    year.KIND,
    period.KIND,
    range.KIND,
)

KIND_BY_NAME: Mapping[str, Kind] = {kind.name: kind for kind in KINDS}


def implied_kind(keys: Container[str]) -> Kind:
    """Give the kind of a metric that has these keys and does not name one: a count, unless a key says otherwise."""
    return next((kind for kind in KINDS if kind.implied_by and kind.implied_by in keys), count.KIND)


def kind_of(metric: Metric) -> Kind:
    """Give the kind of a metric."""
    return KIND_BY_NAME[metric.kind]


__all__ = ["KINDS", "KIND_BY_NAME", "BadValue", "Details", "Forms", "Kind", "implied_kind", "kind_of"]
