"""The kinds of value a metric can have: registered here and nowhere else."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from factsheet.content.kinds import dates, money, number, percent, quantity
from factsheet.content.kinds.base import BadValue, Details, Kind
from factsheet.content.kinds.showing import Forms
from factsheet.content.model import Metric

KINDS: tuple[Kind, ...] = (
    number.COUNT, money.KIND, quantity.KIND, percent.PERCENTAGE, percent.POINTS, number.NUMBER, percent.RATIO,
    number.TIMES, number.RANK, dates.DURATION, dates.DAY, dates.YEAR, dates.CLOCK, dates.PERIOD, number.RANGE,
)  # fmt: skip

DEFAULT: Kind = number.COUNT
"""The kind of a metric that says nothing of it."""

_BY_NAME = {kind.name: kind for kind in KINDS}
_EVER = dict(_BY_NAME)

KIND_BY_NAME: Mapping[str, Kind] = _BY_NAME
"""The kinds that a metric can have: those of the tool, and those of the plugins in use."""


def use_kinds(kinds: Iterable[Kind]) -> None:
    """Make these the kinds of plugins that metrics read from now on can have; those of before go."""
    added = {kind.name: kind for kind in kinds}
    _BY_NAME.clear()
    _BY_NAME.update({kind.name: kind for kind in KINDS}, **added)
    _EVER.update(added)


def implied_kind(keys: AbstractSet[str]) -> Kind | None:
    """Give the kind that the keys of a metric imply where it names none; None where they imply none."""
    return next((kind for kind in KIND_BY_NAME.values() if not kind.implied_by.isdisjoint(keys)), None)


def kind_of(metric: Metric) -> Kind:
    """Give the kind of a metric."""
    return _EVER[metric.kind]


__all__ = [
    "DEFAULT", "KINDS", "KIND_BY_NAME", "BadValue", "Details", "Forms", "Kind", "implied_kind", "kind_of", "use_kinds",
]  # fmt: skip
