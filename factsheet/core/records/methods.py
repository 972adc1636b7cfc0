"""The methods that all records share."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from factsheet.core.records.making import Field


def compared(every: Mapping[str, Field], *, is_frozen: bool) -> dict[str, Any]:
    """Methods that compare records of one class by their values."""
    values = _values([one.name for one in every.values() if one.compare])

    def __eq__(self: object, other: object) -> Any:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: object) -> int:
        return hash(values(self))

    return {"__eq__": __eq__, "__hash__": __hash__ if is_frozen else None, "__record_values__": staticmethod(values)}


def _values(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    """Give what takes the values of a record, as a tuple."""
    if len(names) > 1:
        return operator.attrgetter(*names)
    return lambda record: tuple([getattr(record, name) for name in names])


def _ordered(compare: Callable[[Any, Any], bool]) -> Callable[[Any, Any], Any]:
    def method(self: Any, other: Any) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return compare(self.__record_values__(self), other.__record_values__(other))

    return method


ORDER = {
    "__lt__": _ordered(operator.lt),
    "__le__": _ordered(operator.le),
    "__gt__": _ordered(operator.gt),
    "__ge__": _ordered(operator.ge),
}


def show(self: Any) -> str:
    """Give what `repr` says of a record."""
    shown = (f"{one.name}={getattr(self, one.name)!r}" for one in self.__record_fields__.values() if one.repr)
    return f"{self.__class__.__qualname__}({', '.join(shown)})"


def _refused(change: str) -> Callable[..., None]:
    def method(_self: object, name: str, *_: object) -> None:
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot {change} field {name!r}")

    return method


def get_state(self: Any) -> list[object]:
    """Give the values of a record that is frozen and has slots, for a pickle."""
    return [getattr(self, name) for name in self.__record_fields__]


def set_state(self: Any, state: list[object]) -> None:
    """Take the values out of a pickle."""
    for name, value in zip(self.__record_fields__, state, strict=True):
        object.__setattr__(self, name, value)


FROZEN = {"__setattr__": _refused("assign to"), "__delattr__": _refused("delete")}


# ---- a record like another ----------------------------------------------------------------------------------------

_taken: dict[type, tuple[list[str], Callable[[object], tuple[Any, ...]]]] = {}
"""For each class of records that are made anew, the names that it takes, and what gets the values of one."""


def replace(record: Any, /, **changes: Any) -> Any:
    """Make a record like another with other values; raises TypeError for a name that it does not take."""
    cls = type(record)
    if cls not in _taken:
        names = [one.name for one in cls.__record_fields__.values() if one.init]
        _taken[cls] = names, _values(names)
    names, values = _taken[cls]
    return cls(**{**dict(zip(names, values(record), strict=True)), **changes})
