"""The kinds of value a metric can have: one module each, registered here and nowhere else."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from factsheet.content.kinds import (
    clock,
    count,
    day,
    duration,
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
    quantity.KIND,
    percent.KIND,
    points.KIND,
    number.KIND,
    ratio.KIND,
    times.KIND,
    rank.KIND,
    duration.KIND,
    day.KIND,
    year.KIND,
    clock.KIND,
    period.KIND,
    range.KIND,
)

DEFAULT: Kind = count.KIND
"""The kind of a metric that says nothing of it."""

KIND_BY_NAME: Mapping[str, Kind] = {kind.name: kind for kind in KINDS}


def implied_kind(keys: AbstractSet[str]) -> Kind | None:
    """Give the kind that the keys of a metric imply where it names none; None where they imply none."""
    return next((kind for kind in KINDS if not kind.implied_by.isdisjoint(keys)), None)


def kind_of(metric: Metric) -> Kind:
    """Give the kind of a metric."""
    return KIND_BY_NAME[metric.kind]


__all__ = ["DEFAULT", "KINDS", "KIND_BY_NAME", "BadValue", "Details", "Forms", "Kind", "implied_kind", "kind_of"]
