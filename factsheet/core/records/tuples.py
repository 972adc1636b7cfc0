"""Records that are tuples: what `typing.NamedTuple` gives, at a fifth of its cost when a class is made.

The standard library compiles a text for each class at once. Here the methods are shared, and `__new__` is compiled when
the first record of the class is made, or taken as an earlier process has compiled it.
"""

from __future__ import annotations

from _collections import _tuplegetter  # type: ignore[import-not-found]  # what named tuples take fields with
from typing import TYPE_CHECKING

from factsheet.core.records.making import compiled

if TYPE_CHECKING:
    from typing import Any


def _show(self: Any) -> str:
    return f"{self.__class__.__name__}({', '.join(map('{}={!r}'.format, self._fields, self))})"


def _replace(self: Any, /, **changes: object) -> Any:
    """Make a record like this with other values; raises TypeError for a name that it does not take."""
    return self.__class__(**{**dict(zip(self._fields, self, strict=True)), **changes})


_METHODS = {
    "__slots__": (),
    "__repr__": _show,
    "_replace": _replace,
    "__getnewargs__": lambda self: tuple(self),  # noqa: PLW0108 - a type is no method
}


class _Making(type):
    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> Any:
        """Make a class of tuples of one whose fields are annotated in their order, with or without a default."""
        if not bases:
            return super().__new__(cls, name, bases, body)
        names = tuple(body.get("__annotations__", ()))
        known = {f"_default_{one}": body[one] for one in names if one in body}
        fields = {one: _tuplegetter(place, "") for place, one in enumerate(names)}
        made: Any = type(name, (tuple,), {**_METHODS, **body, **fields, "_fields": names, "__match_args__": names})

        def text() -> str:
            given = (f"{one}=_default_{one}" if f"_default_{one}" in known else one for one in names)
            return f"def __new__(_cls, {', '.join(given)}):\n return _new(_cls, ({', '.join(names)},))"

        def __new__(cls: type, *args: object, **kwargs: object) -> object:
            made.__new__ = compiled(made, "__new__", text, {**known, "_new": tuple.__new__})
            return made.__new__(cls, *args, **kwargs)

        made.__new__ = __new__
        return made


class NamedTuple(metaclass=_Making):
    """What classes of named tuples are derived from."""
