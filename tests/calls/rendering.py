"""Calls of the engine as lines of text, and all that they give, as one would write it in Python.

What has its default is left out, and so is what no reader could compare: a site, a table of rules, a stream.
"""

import datetime as dt
import importlib
import json
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from types import FunctionType
from typing import Any, Final

from factsheet.content.catalogs import read_catalog
from factsheet.content.markup.values import Typography
from factsheet.content.model import Metric, Span, Value
from factsheet.content.statements.grammar import grammar
from factsheet.content.statements.text import FoldedText
from factsheet.core.patterns import regex
from factsheet.core.problems import Place
from factsheet.core.records import MISSING
from factsheet.l10n.cldr import locale
from factsheet.l10n.cldr.language import NumberLocale
from factsheet.l10n.reading.fold import fold
from factsheet.l10n.reading.lexicon import lexicon
from tests.support import ROOT


def metric(kind: str, value: Value, **given: Any) -> Metric:  # noqa: ANN401 - whatever a metric has
    """A figure of a kind, with what else is said of it."""
    return Metric(id="a", kind=kind, value=value, place=Place("content/ro/a.md", 1), **given)


COMMON: Final[Mapping[str, object]] = {
    "Decimal": Decimal,
    "Place": Place,
    "Span": Span,
    "TYPOGRAPHY": Typography(open="“", close="”", back_to_text="Back"),
    "catalog_of": lambda tag, text: read_catalog(tag, f"locales/{tag}.po", text.encode())[0],
    "date": dt.date,
    "file": lambda path: (ROOT / path).read_bytes(),
    "folded": fold,
    "grammar_of": lambda tag: grammar(locale(tag)),
    "lexicon_of": lambda tag: lexicon(locale(tag)),
    "locale": locale,
    "metric": metric,
    "text_of": lambda tag, plain: FoldedText(grammar(locale(tag)), plain),
}
"""Names that every call may use, beside those of its module."""
WIDTH: Final = 116
DEEPEST: Final = 8
MOST: Final = 40
"""How much is shown of what is given one by one."""


def namespace(module: str) -> dict[str, object]:
    """The names that a call of a module may use."""
    return {**COMMON, **vars(importlib.import_module(module))}


def rendered(call: str, names: dict[str, object]) -> str:
    """What a call gives, or what it raises, in lines."""
    try:
        given = shown(eval(call, names))  # noqa: S307 - lines of our own files
    except Exception as error:  # noqa: BLE001 - whatever it is belongs to what the call does
        given = f"raises {type(error).__name__}{shown(_said(error))}"
    return "\n".join(in_lines(given))


def in_lines(text: str) -> Iterator[str]:
    """A text broken behind commas: joined by spaces, the lines are the text again."""
    line = ""
    for part in text.split(", "):
        if line and len(line) + len(part) > WIDTH:
            yield f"{line},"
            line = part
        else:
            line = f"{line}, {part}" if line else part
    yield line


def shown(value: object, depth: int = 0) -> str:
    """A value as text."""
    if depth > DEEPEST:
        return "..."
    alone = _alone(value)
    return _of_many(value, depth + 1) if alone is None else alone


def _alone(value: object) -> str | None:
    """A value that holds no others."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return visible(json.dumps(str(value), ensure_ascii=False))
    if isinstance(value, Place):
        return f"<{value}>"
    if isinstance(value, NumberLocale):
        return f'locale("{value.tag}")'
    if isinstance(value, Decimal | Fraction | dt.date):
        return str(value)
    if isinstance(value, Enum | FunctionType | type) or type(value).__module__ == regex.__module__:
        return _of_code(value)
    return repr(value) if value is None or isinstance(value, bool | int | float | bytes) else None


def _of_code(value: Any) -> str:  # noqa: ANN401 - a function, a class, one of an enumeration or a pattern
    if isinstance(value, Enum):
        return f"{type(value).__name__}.{value.name}"
    if type(value).__module__ == regex.__module__:
        return f"regex({visible(json.dumps(str(value.pattern), ensure_ascii=False))})"
    return f"<{value.__name__ if isinstance(value, type) else _called(value)}>"


def _called(function: FunctionType) -> str:
    """The name of a function; of one that another has made, that other's with what it was given."""
    if not function.__closure__:
        return function.__name__
    given = zip(function.__code__.co_freevars, function.__closure__, strict=True)
    inside = ", ".join(f"{name}={shown(cell.cell_contents, DEEPEST - 1)}" for name, cell in given)
    return f"{function.__qualname__.partition('.')[0]}({inside})"


def visible(text: str) -> str:
    """A text with the characters that nobody sees written by their numbers."""
    return "".join(one if one.isprintable() else f"\\u{ord(one):04x}" for one in text)


def _of_many(value: object, depth: int) -> str:
    fields = tuple(_fields(value))
    if fields or hasattr(value, "__dataclass_fields__"):
        inside = ", ".join(f"{name}={shown(one, depth)}" for name, one in fields)
        return f"{type(value).__name__}({inside})"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{shown(key, depth)}: {shown(one, depth)}' for key, one in value.items())}}}"
    if isinstance(value, AbstractSet):
        return f"{{{', '.join(sorted(shown(one, depth) for one in value))}}}"
    if isinstance(value, Sequence | Iterator):
        ends = "()" if isinstance(value, tuple) else "[]"
        return f"{ends[0]}{', '.join(shown(one, depth) for one, _ in zip(value, range(MOST), strict=False))}{ends[1]}"
    return f"<{type(value).__name__}>"


def _fields(value: object) -> Iterator[tuple[str, object]]:
    """The fields of a record that do not have their default; all slots of another of our classes."""
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        defaults = getattr(value, "_field_defaults", {})
        found = [(name, defaults.get(name, MISSING)) for name in value._fields]
    elif hasattr(value, "__dataclass_fields__"):
        found = [(name, _default(each)) for name, each in value.__dataclass_fields__.items()]
    elif type(value).__module__.startswith("factsheet."):
        found = [(name, MISSING) for name in getattr(value, "__slots__", ())]
    else:
        found = []
    for name, default in found:
        one = getattr(value, name, None)
        if not name.startswith("_") and one is not default and one != default:
            yield name, one


def _default(each: Any) -> object:  # noqa: ANN401 - a field of `dataclasses`, or one of ours
    return each.default_factory() if callable(each.default_factory) else each.default


def _said(error: Exception) -> tuple[object, ...]:
    fields = getattr(error, "__dict__", {})
    return (*error.args, *fields.values())
