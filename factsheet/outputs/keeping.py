"""What templates are handed of a page, as text and back: a build keeps it, so that a new template is all it renders.

The text is JSON: no class is named in it that does not stand in `_CLASSES`. A list is a value of its own, told by its
first entry; what has been written before is written as its number.
"""

import json
from operator import attrgetter
from types import ModuleType
from typing import Any

from markupsafe import Markup

from factsheet.outputs import cards, figure_views, machines, views
from factsheet.records import fields, is_dataclass

_MARKUP, _TUPLE, _AGAIN = range(3)
_LONG = 24
"""From so many characters on a text that comes again is written as its number."""


class NotKeepable(Exception):
    """A view holds something that is no view, as a chart does its figures."""


def _records(module: ModuleType) -> dict[str, type]:
    """The classes of records that a module declares."""
    own = {name: one for name, one in vars(module).items() if getattr(one, "__module__", "") == module.__name__}
    return {name: one for name, one in own.items() if isinstance(one, type) and is_dataclass(one)}


_CLASSES = {name: one for module in (views, figure_views, machines, cards) for name, one in _records(module).items()}
_NAMES = {one: tuple(field.name for field in fields(one)) for one in _CLASSES.values()}
_GETTERS = {one: attrgetter(*names) for one, names in _NAMES.items() if len(names) > 1}
_SCALARS = frozenset((type(None), bool, int))


def to_text(value: object) -> bytes:
    """Write records of views, tuples and texts as text; raises NotKeepable for anything else."""
    return json.dumps(_Writing().plain(value), ensure_ascii=False, separators=(",", ":")).encode()


def from_text(text: bytes) -> Any:  # noqa: ANN401 - what `to_text` was given
    """Give what a text was written of; raises ValueError, LookupError or TypeError where it is none."""
    return _Reading().value(json.loads(text))


class _Writing:
    """The values that have been written by now."""

    def __init__(self) -> None:
        self._numbers: dict[object, int] = {}
        self._alive: list[object] = []  # so that no other gets the identity of one that is gone

    def plain(self, value: Any) -> Any:  # noqa: ANN401 - any view
        """A value as JSON can hold it."""
        kind = type(value)
        if kind is str:
            return value if len(value) < _LONG else self._once(value, value, value)
        if kind is Markup:
            text = str(value)
            return self._once((kind, text), value, [_MARKUP, text])
        if kind is tuple:
            return [_TUPLE, *self._every(value)]
        if kind in _SCALARS:
            return value
        if kind not in _GETTERS:
            raise NotKeepable(kind.__name__)
        known = self._numbers.get(id(value))
        if known is not None:
            return [_AGAIN, known]
        return self._once(id(value), value, [kind.__name__, *self._every(_GETTERS[kind](value))])

    def _every(self, values: tuple[Any, ...]) -> list[Any]:
        """Values as JSON can hold them; what it holds as it is needs no look of its own."""
        return [
            one if (kind := type(one)) in _SCALARS or (kind is str and len(one) < _LONG) else self.plain(one)
            for one in values
        ]

    def _once(self, key: object, value: object, made: Any) -> Any:  # noqa: ANN401 - JSON
        known = self._numbers.setdefault(key, len(self._alive))
        if known < len(self._alive):
            return [_AGAIN, known]
        self._alive.append(value)
        return made


class _Reading:
    """The values that have been read by now, in the order in which they were written."""

    def __init__(self) -> None:
        self._known: list[Any] = []

    def value(self, plain: Any) -> Any:  # noqa: ANN401 - JSON, and any view
        """A value of what JSON holds."""
        kind = type(plain)
        if kind is str:
            if len(plain) >= _LONG:
                self._known.append(plain)
            return plain
        if kind is not list:
            return plain
        first = plain[0]
        if first == _AGAIN:
            return self._known[plain[1]]
        if first == _MARKUP:
            made: Any = Markup(plain[1])  # noqa: S704 - as it was written
        else:
            values = [one if type(one) in _SCALARS else self.value(one) for one in plain[1:]]
            if first == _TUPLE:
                return tuple(values)
            made = _record(_CLASSES[first], values)
        self._known.append(made)
        return made


def _record(kind: type, values: list[Any]) -> Any:  # noqa: ANN401 - any view
    """Make a record of the values of its fields; past `__init__` where it has no slots, which is quicker."""
    named = dict(zip(_NAMES[kind], values, strict=True))
    if not hasattr(kind, "__slots__"):
        made: Any = object.__new__(kind)
        made.__dict__.update(named)
        return made
    return kind(**named)
