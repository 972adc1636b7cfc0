"""JSON with exact numbers: a Decimal is written digit by digit, never through a float."""

import json
from collections.abc import Mapping
from decimal import Decimal

from factsheet.kinds.base import machine_number

_SAFE_IN_HTML = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def to_json(value: object, *, indent: int | None = 2) -> str:
    """Write mappings, lists, texts, Decimals, booleans and None as JSON, keys in their own order."""
    return "".join(_parts(value, indent, 0))


def to_script_json(value: object) -> str:
    """Write JSON that may stand inside an HTML script element: nothing in it can end the element."""
    return to_json(value, indent=None).translate(_SAFE_IN_HTML)


def _parts(value: object, indent: int | None, depth: int) -> list[str]:
    if isinstance(value, Decimal):
        return [machine_number(value)]
    if isinstance(value, Mapping):
        rows = [
            [json.dumps(str(key), ensure_ascii=False), ": ", *_parts(item, indent, depth + 1)]
            for key, item in value.items()
        ]
        return _rows("{", rows, "}", indent, depth)
    if isinstance(value, list | tuple):
        return _rows("[", [_parts(item, indent, depth + 1) for item in value], "]", indent, depth)
    return [json.dumps(value, ensure_ascii=False)]


def _rows(opening: str, rows: list[list[str]], closing: str, indent: int | None, depth: int) -> list[str]:
    if not rows:
        return [opening + closing]
    if indent is None:
        parts = [part for row in rows for part in (", ", *row)]
        return [opening, *parts[1:], closing]
    outer = "\n" + " " * (indent * depth)
    inner = outer + " " * indent
    parts = [part for row in rows for part in ("," + inner, *row)]
    return [opening + inner, *parts[1:], outer, closing]
