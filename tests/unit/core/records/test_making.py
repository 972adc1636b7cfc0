"""Records mean what classes of `dataclasses` mean."""

import copy
import dataclasses
import pickle
from collections.abc import Callable
from types import CodeType, ModuleType
from typing import Any, ClassVar

import pytest

from factsheet.core import records
from factsheet.core.records import making

OPTIONS: tuple[dict[str, bool], ...] = (
    {"frozen": True, "slots": True},
    {"frozen": True, "slots": True, "order": True},
    {"frozen": True, "kw_only": True},
    {"frozen": True, "eq": False},
    {"slots": True},
    {},
)


def point(maker: ModuleType, options: dict[str, bool]) -> Any:  # noqa: ANN401 - a class of no known shape
    """Give a class with every sort of field, made by one of the two modules."""
    dataclass, field = maker.dataclass, maker.field

    class Base:
        """What is inherited."""

        x: int
        y: int = 2

    class Point(dataclass(**options)(Base)):  # type: ignore[misc]
        """A place."""

        names: list[str] = field(default_factory=list)
        hidden: int = field(default=7, repr=False, compare=False)
        count: int = field(default=0, init=False)
        made: list[int] = field(default_factory=list, init=False)
        later: int = field(init=False, repr=False, compare=False)
        last: str = field(default="z", kw_only=True, metadata={"about": "the end"})
        limit: ClassVar[int] = 9
        text: "ClassVar[str]" = ""

        @property
        def total(self) -> int:
            return int(self.x + self.y)

    return dataclass(**options)(Point)


@pytest.fixture(params=OPTIONS, ids=str)
def pair(request: pytest.FixtureRequest) -> tuple[Any, Any]:
    """Give the record and the class of the standard library that should be alike."""
    return point(records, request.param), point(dataclasses, request.param)


def told(ask: Callable[[], object]) -> object:
    """Give an answer, or the name of what was raised."""
    try:
        return ask()
    except Exception as raised:  # noqa: BLE001 - which it is, is the answer
        return type(raised).__name__


QUESTIONS: tuple[Callable[[Any], object], ...] = (
    lambda kind: repr(kind(x=1)),
    lambda kind: repr(kind(x=1, y=3, names=["a"], hidden=1, last="b")),
    lambda kind: kind(1, 2),
    lambda kind: kind(),
    lambda kind: kind(x=1, none=2),
    lambda kind: kind(x=1, count=2),
    lambda kind: kind(x=1).names is kind(x=1).names,
    lambda kind: kind(x=1) == kind(x=1),
    lambda kind: kind(x=1) == kind(x=2),
    lambda kind: kind(x=1, hidden=1) == kind(x=1, hidden=2),
    lambda kind: kind(x=1) == (1, 2),
    lambda kind: kind(x=1) < kind(x=2),
    lambda kind: kind(x=2) <= kind(x=1),
    lambda kind: kind(x=2) > 1,
    lambda kind: bool(hash(kind(x=1))),
    lambda kind: setattr(kind(x=1), "x", 2),
    lambda kind: delattr(kind(x=1), "x"),
    lambda kind: kind(x=1).later,
    lambda kind: kind(x=1).total,
    lambda kind: hasattr(kind(x=1), "__dict__"),
    lambda kind: kind.__match_args__,
    lambda kind: kind.__qualname__,
    lambda kind: kind.__doc__,
    lambda kind: kind.limit,
    lambda kind: kind.last,
    lambda kind: copy.copy(kind(x=1)) == kind(x=1),
)


def test_records_answer_as_the_standard_library_does(pair: tuple[Any, Any]) -> None:
    """Whatever a record is asked, it answers as a class of `dataclasses` would."""
    mine, standard = pair
    answers = [[str(told(lambda ask=ask, kind=kind: ask(kind))) for ask in QUESTIONS] for kind in pair]  # type: ignore[misc]
    assert answers[0] == answers[1]
    assert repr(records.replace(mine(x=1, last="b"), x=5)) == repr(dataclasses.replace(standard(x=1, last="b"), x=5))
    told_of = ("name", "type", "init", "repr", "compare", "kw_only", "metadata")
    for one, other in zip(records.fields(mine), dataclasses.fields(standard), strict=True):
        assert [getattr(one, name) for name in told_of] == [getattr(other, name) for name in told_of]


@records.dataclass(frozen=True, slots=True)
class Inner:
    """A record in another."""

    size: int


@records.dataclass(slots=True)
class Outer:
    """Records in all that holds values."""

    one: Inner
    some: tuple[Inner, ...] = ()
    named: Any = records.field(default_factory=dict)


def test_the_standard_functions_take_records() -> None:
    """`fields`, `replace`, `asdict` and `is_dataclass` of `dataclasses` work on records, as ours do."""
    record = Outer(Inner(1), (Inner(2),), {"a": [Inner(3)]})
    plain = {"one": {"size": 1}, "some": ({"size": 2},), "named": {"a": [{"size": 3}]}}
    assert dataclasses.asdict(record) == records.asdict(record) == plain
    assert dataclasses.replace(record, some=()) == records.replace(record, some=())
    assert [one.name for one in dataclasses.fields(Outer)] == ["one", "some", "named"]
    assert dataclasses.fields(Outer)[1].default == ()
    assert dataclasses.is_dataclass(record)
    assert records.is_dataclass(Outer)
    assert not records.is_dataclass("text")


def test_records_travel() -> None:
    """A record comes back from a pickle equal."""
    assert pickle.loads(pickle.dumps(Outer(Inner(1)))) == Outer(Inner(1))  # noqa: S301 - our own


def test_what_is_no_record() -> None:
    """Asking for the fields of something else is refused."""
    with pytest.raises(TypeError, match="is no record"):
        records.fields("text")  # type: ignore[arg-type]


def test_a_last_word_when_made() -> None:
    """`__post_init__` is called, and a class without fields can be made."""

    @records.dataclass
    class Counted:
        """It counts."""

        total: int = 0

        def __post_init__(self) -> None:
            self.total += 1

    @records.dataclass(frozen=True, slots=True)
    class Empty:
        """Nothing."""

    assert Counted().total == Counted(0).total == 1
    assert Empty() == Empty()
    assert repr(records.MISSING) == "MISSING"


@records.dataclass(frozen=True, slots=True)
class Wide:
    """A record of many fields."""

    one: int
    two: int = 2
    three: list[int] = records.field(default_factory=list)
    four: int = records.field(default=4, init=False)


class Below(Wide):
    """A class below it that is no record, and holds more."""


@pytest.mark.parametrize("kind", [Wide, Below])
def test_a_record_of_many_fields_is_frozen(kind: type[Wide]) -> None:
    """However its fields were set when it was made, nobody sets them again."""
    made = kind(1, three=[3])
    assert (type(made), made.one, made.two, made.three, made.four) == (kind, 1, 2, [3], 4)
    assert made == kind(1, 2, [3])
    assert kind(1).three == []
    with pytest.raises(dataclasses.FrozenInstanceError):
        made.one = 2  # type: ignore[misc]
    assert repr(made) == f"{kind.__name__}(one=1, two=2, three=[3], four=4)"


def test_a_record_of_many_fields_travels() -> None:
    """It is the same class in a pickle and in a copy."""
    made = pickle.loads(pickle.dumps(Wide(1)))  # noqa: S301 - written above
    assert (type(made), made, copy.copy(made)) == (Wide, Wide(1), Wide(1))


def named(made: type) -> type:
    """A class as if a module of the engine had it: those of others are not kept, as names may come again."""
    made.__module__, made.__qualname__ = "factsheet.made", "Point"
    return made


@pytest.mark.parametrize("options", OPTIONS)
def test_an_init_that_was_kept_is_as_one_that_is_compiled(
    options: dict[str, bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that takes what an earlier one compiled makes the same records, without compiling them."""
    monkeypatch.setattr(making, "_kept", {})
    monkeypatch.setattr(making, "_compiled", {})
    compiled = repr(named(point(records, options))(x=1))
    assert making.has_compiled()
    kept = making.inits()
    assert kept
    assert not making.has_compiled()
    monkeypatch.setattr(making, "_kept", {})
    again = named(point(records, options))
    making.use(kept)
    run: list[object] = []

    def noted(code: object, known: dict[str, object]) -> None:
        run.append(code)
        exec(code, known)  # type: ignore[arg-type]  # noqa: S102 - as the module does

    monkeypatch.setattr(making, "exec", noted, raising=False)
    assert repr(again(x=1)) == compiled
    assert [type(one) for one in run] == [CodeType]
