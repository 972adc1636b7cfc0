"""How the class of a record is made. It means what `dataclasses.dataclass` means, for the options used here.

Left out are `InitVar`, `KW_ONLY`, `weakref_slot`, and the refusal of mutable defaults, which ruff sees.
"""

from __future__ import annotations

import marshal
from types import CodeType, MappingProxyType, MemberDescriptorType
from typing import TYPE_CHECKING, ClassVar

from factsheet.core.records import methods

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any


class _Missing:
    """What stands where no default was given."""

    def __repr__(self) -> str:
        return "MISSING"


MISSING = _Missing()
_CLASS: Any = object.__dict__["__class__"]
_MANY = 4
"""From so many fields on a frozen record with slots is made open, and closed when all are set."""

_PLACES = ("__dict__", "__weakref__")
"""What a class without slots holds for its instances; one that is made again gets its own."""


class Field:
    """One field of a record, with the names that `dataclasses.Field` uses."""

    name = ""
    type: Any = None
    default: Any = MISSING
    default_factory: Any = MISSING
    init = True
    repr = True
    compare = True
    kw_only = False
    metadata: Mapping[str, Any] = MappingProxyType({})

    def __init__(self, options: Mapping[str, Any]) -> None:
        self.__dict__.update(options)


class _Standard:
    """The fields of a class as `dataclasses` wants them, made when somebody asks: its functions work on records too."""

    def __get__(self, instance: object, owner: type) -> dict[str, Any]:
        import dataclasses

        made = {}
        for one in fields(owner):
            given = {key: getattr(one, key) for key in ("init", "repr", "compare", "kw_only", "metadata")}
            for key in ("default", "default_factory"):
                if getattr(one, key) is not MISSING:
                    given[key] = getattr(one, key)
            standard: Any = dataclasses.field(**given)
            standard.name, standard.type, standard._field_type = one.name, one.type, dataclasses._FIELD  # type: ignore[attr-defined]  # noqa: SLF001
            made[one.name] = standard
        return made


def field(**options: Any) -> Any:
    """Describe one field: `default`, `default_factory`, `init`, `repr`, `compare`, `kw_only`, `metadata`."""
    return Field(options)


def dataclass(cls: type | None = None, /, **options: bool) -> Any:
    """Make a record of a class: `frozen`, `slots`, `kw_only`, `order` and `eq` are those of the standard library."""
    return (lambda one: _made(one, options)) if cls is None else _made(cls, options)


def fields(record: object) -> tuple[Field, ...]:
    """Give the fields of a record or of its class, in the order of `__init__`'s parameters without `kw_only`.

    Raises TypeError for what is no record.
    """
    try:
        found: dict[str, Field] = record.__record_fields__  # type: ignore[attr-defined]
    except AttributeError:
        raise TypeError(f"{record!r} is no record") from None
    return tuple(found.values())


def is_dataclass(record: object) -> bool:
    """Tell whether something is a record or the class of one."""
    return hasattr(record if isinstance(record, type) else type(record), "__record_fields__")


def asdict(record: object) -> dict[str, Any]:
    """Give the values by name; records, lists, tuples and dicts inside become plain too."""
    return {one.name: _plain(getattr(record, one.name)) for one in fields(record)}


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, dict):
        return {_plain(key): _plain(one) for key, one in value.items()}
    return type(value)(map(_plain, value)) if type(value) in {list, tuple} else value


# ---- the class ---------------------------------------------------------------------------------------------------


def _made(cls: type, options: Mapping[str, bool]) -> type:
    own = _declared(cls, kw_only=options.get("kw_only", False))
    every: dict[str, Field] = {}
    for base in reversed(cls.__mro__[1:]):
        every.update(base.__dict__.get("__record_fields__", ()))
    every.update(own)
    is_frozen = options.get("frozen", False)
    new: dict[str, Any] = {
        "__record_fields__": every,
        "__dataclass_fields__": _Standard(),
        "__match_args__": tuple(name for name, one in every.items() if one.init and not one.kw_only),
        "__repr__": methods.show,
    }
    if options.get("eq", True):
        new.update(methods.compared(every, is_frozen=is_frozen))
    if options.get("order", False):
        new.update(methods.ORDER)
    if is_frozen:
        new.update(methods.FROZEN)
    given = {name: value for name, value in new.items() if name not in cls.__dict__}
    made = _with_slots(cls, own, given, is_frozen=is_frozen) if options.get("slots", False) else _with(cls, own, given)
    if "__init__" not in cls.__dict__:
        made.__init__ = _first_init(made, every, is_frozen=is_frozen)  # type: ignore[misc]
    return made


def _declared(cls: type, *, kw_only: bool) -> dict[str, Field]:
    """The fields that the class itself declares."""
    found = {}
    for name, kind in cls.__annotations__.items():
        origin = None if isinstance(kind, type) else getattr(kind, "__origin__", kind)  # to find none costs a text
        if origin is ClassVar or (isinstance(kind, str) and kind.startswith("ClassVar")):
            continue
        value = cls.__dict__.get(name, MISSING)
        one = value if isinstance(value, Field) else Field({"default": value})
        one.name, one.type, one.kw_only = name, kind, one.kw_only or kw_only
        found[name] = one
    return found


def _with(cls: type, own: Mapping[str, Field], new: Mapping[str, Any]) -> type:
    """Put methods and defaults into a class."""
    for name, one in own.items():
        if one.default is not MISSING:
            setattr(cls, name, one.default)
        elif name in cls.__dict__:
            delattr(cls, name)
    for name, value in new.items():
        setattr(cls, name, value)
    return cls


def _with_slots(cls: type, own: Mapping[str, Field], new: Mapping[str, Any], *, is_frozen: bool) -> type:
    """Make a class anew, with a slot for each of its fields: a class that exists cannot be given slots."""
    inherited = {name for base in cls.__mro__[1:] for name in base.__dict__.get("__slots__", ())}
    body = {name: value for name, value in cls.__dict__.items() if name not in own and name not in _PLACES}
    body.update(new, __slots__=tuple(name for name in own if name not in inherited), __qualname__=cls.__qualname__)
    if is_frozen:
        body.setdefault("__getstate__", methods.get_state)
        body.setdefault("__setstate__", methods.set_state)
    return type(cls)(cls.__name__, cls.__bases__, body)


# ---- making one record -------------------------------------------------------------------------------------------

_kept: dict[str, bytes] = {}
"""What `__init__` or `__new__` of the engine's own classes is compiled to, marshalled, by the name of the class."""
_compiled: dict[str, CodeType] = {}
"""What this process had to compile."""


def _first_init(cls: type, every: Mapping[str, Field], *, is_frozen: bool) -> Callable[..., None]:
    """Stand in for `__init__` until the first record is made, and compile it then."""

    def __init__(self: object, *args: object, **kwargs: object) -> None:
        if cls.__dict__["__init__"] is __init__:
            cls.__init__ = _init(cls, every, is_frozen=is_frozen)  # type: ignore[misc]
        cls.__init__(self, *args, **kwargs)  # type: ignore[misc]

    return __init__


def has_compiled() -> bool:
    """Whether this process had to compile an `__init__`."""
    return bool(_compiled)


def inits() -> dict[str, bytes]:
    """What is kept or was compiled by now, by the class, for `use` in another process of the same engine and Python."""
    _kept.update({name: marshal.dumps(code) for name, code in _compiled.items()})
    _compiled.clear()
    return dict(_kept)


def use(made: Mapping[str, bytes]) -> None:
    """Take what `inits` gave in an earlier process of the same engine and Python."""
    _kept.update(made)


def _init(cls: type, every: Mapping[str, Field], *, is_frozen: bool) -> Callable[..., None]:
    """Give `__init__`, as one would write it by hand."""
    known: dict[str, Any] = {"_MISSING": MISSING, "_set": object.__setattr__}
    for one in every.values():
        if one.default is not MISSING:
            known[f"_default_{one.name}"] = one.default
        elif one.default_factory is not MISSING:
            known[f"_make_{one.name}"] = one.default_factory
        if is_frozen and _is_slot(cls, one.name):
            known[f"_set_{one.name}"] = getattr(cls, one.name).__set__
    if is_frozen and _can_be_open(cls, every):
        known.update(_turn=_CLASS.__set__, _cls=cls, _open=_open(cls))
    return compiled(cls, "__init__", lambda: _text(cls, every, is_frozen=is_frozen), known)


def compiled(cls: type, method: str, text: Callable[[], str], known: dict[str, Any]) -> Callable[..., Any]:
    """Compile the method of a class that its fields alone make, or take it as an earlier process has compiled it."""
    name = f"{cls.__module__}.{cls.__qualname__}"
    if name in _kept:
        code = marshal.loads(_kept[name])  # noqa: S302 - as trusted as bytecode
    else:
        code = compile(text(), "<string>", "exec")
        if name.startswith("factsheet.") and "<" not in name:
            _compiled[name] = code
    exec(code, known)  # noqa: S102 - names of fields alone
    made: Callable[..., Any] = known[method]
    made.__qualname__ = f"{cls.__qualname__}.{method}"
    return made


def _text(cls: type, every: Mapping[str, Field], *, is_frozen: bool) -> str:
    """Write `__init__`: what it knows by other names than those of fields, `_init` gives it."""
    lines = [_assignments(cls, every, is_frozen=is_frozen) or "pass"]
    if is_frozen and _can_be_open(cls, every):
        free = _assignments(cls, every, is_frozen=False)
        lines = [
            f"if self.__class__ is _cls: _turn(self, _open); {free}; self.__class__ = _cls",
            f"else: {lines[0]}",  # a class below, which has other places
        ]
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    parameters = [_parameter(one) for one in every.values() if one.init and not one.kw_only]
    named = [_parameter(one) for one in every.values() if one.init and one.kw_only]
    head = ", ".join(["self", *parameters, *(["*", *named] if named else [])])
    body = "\n ".join(lines)
    return f"def __init__({head}):\n {body}"


def _assignments(cls: type, every: Mapping[str, Field], *, is_frozen: bool) -> str:
    lines = (
        _assigned(one, is_frozen=is_frozen, is_slot=is_frozen and _is_slot(cls, one.name)) for one in every.values()
    )
    return "; ".join(filter(None, lines))


def _is_slot(cls: type, name: str) -> bool:
    return isinstance(getattr(cls, name, None), MemberDescriptorType)


def _can_be_open(cls: type, every: Mapping[str, Field]) -> bool:
    """Tell whether the records of a frozen class are made quicker open than past its refusal, field by field."""
    return len(every) >= _MANY and cls.__bases__ == (object,) and all(_is_slot(cls, name) for name in every)


def _open(cls: type) -> type:
    """Make a class like that of a frozen record, which lets its fields be set."""
    slots = cls.__dict__["__slots__"]
    return type(cls.__name__, cls.__bases__, {"__slots__": slots, "__setattr__": object.__setattr__})


def _parameter(one: Field) -> str:
    if one.default is not MISSING:
        return f"{one.name}=_default_{one.name}"
    return one.name if one.default_factory is MISSING else f"{one.name}=_MISSING"


def _assigned(one: Field, *, is_frozen: bool, is_slot: bool) -> str:
    """The line that gives one field its value; empty for one that gets none."""
    name = value = one.name
    if one.default_factory is not MISSING:
        value = f"_make_{name}() if {name} is _MISSING else {name}" if one.init else f"_make_{name}()"
    elif not one.init:
        if one.default is MISSING:
            return ""
        value = f"_default_{name}"
    if is_slot:
        return f"_set_{name}(self, {value})"
    return f"_set(self, {name!r}, {value})" if is_frozen else f"self.{name} = {value}"
