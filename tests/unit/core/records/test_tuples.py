"""Named tuples are what those of the standard library are, made at once where they are needed."""

import copy
import pickle
import typing
from typing import Any

import pytest

from factsheet.core.records import NamedTuple


class Own(NamedTuple):
    """A record that is a tuple."""

    name: str
    size: int = 3
    parts: tuple[str, ...] = ()

    @property
    def doubled(self) -> int:
        """A property of a record."""
        return self.size * 2


class Standard(typing.NamedTuple):
    """The same of the standard library."""

    name: str
    size: int = 3
    parts: tuple[str, ...] = ()


def test_a_named_tuple_is_the_same_as_that_of_the_standard_library() -> None:
    """It has the same values, names, text and hash, and is given values in the same ways."""
    cases: list[tuple[Any, dict[str, Any]]] = [
        (("a",), {}),
        (("a", 1), {"parts": ("x",)}),
        ((), {"size": 2, "name": "b"}),
    ]
    for given, named in cases:
        one, other = Own(*given, **named), Standard(*given, **named)
        assert tuple(one) == tuple(other)
        assert hash(one) == hash(tuple(other))
        assert repr(one) == repr(other).replace("Standard", "Own")
        assert (one.name, one.size, one.parts) == tuple(one)
        assert tuple(one._replace(name="c")) == tuple(other._replace(name="c"))
    assert Own("a").doubled == 6
    assert Own._fields == Standard._fields == Own.__match_args__
    assert Own.__bases__ == (tuple,)
    assert not hasattr(Own("a"), "__dict__")


def test_what_is_no_record_is_refused() -> None:
    """A value too many, one too few, and a name that there is not are errors, as is another value later."""
    made: Any = Own
    for given, named in (((), {}), (("a", 1, (), 2), {}), (("a",), {"other": 1})):
        with pytest.raises(TypeError):
            made(*given, **named)
    with pytest.raises(TypeError):
        made("a")._replace(other=1)
    with pytest.raises(AttributeError):
        Own("a").size = 4  # type: ignore[misc]


def test_a_named_tuple_can_be_copied() -> None:
    """A copy and what was pickled are records of the class."""
    one = Own("a", parts=("x",))
    again = pickle.loads(pickle.dumps(one))  # noqa: S301 - its own
    assert type(copy.copy(one)) is type(again) is Own
    assert again == copy.deepcopy(one) == one


def test_a_record_is_taken_apart() -> None:
    """A record is matched by its fields, and given apart as a tuple."""
    match Own("a", 1):
        case Own(name, size):
            assert (name, size) == ("a", 1)
