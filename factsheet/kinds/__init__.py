"""The kinds of value a metric can have: one module each, registered here and nowhere else."""

from collections.abc import Mapping

from factsheet.kinds import count, day, money, percent, period, quantity, range, year  # noqa: A004 - the kind's own name
from factsheet.kinds.base import BadValue, Details, Forms, Kind

KINDS: tuple[Kind, ...] = (
    count.KIND,
    money.KIND,
    percent.KIND,
    quantity.KIND,
    day.KIND,
    year.KIND,
    period.KIND,
    range.KIND,
)

KIND_BY_NAME: Mapping[str, Kind] = {kind.name: kind for kind in KINDS}

__all__ = ["KINDS", "KIND_BY_NAME", "BadValue", "Details", "Forms", "Kind"]
