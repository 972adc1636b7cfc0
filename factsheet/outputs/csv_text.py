"""Tables as text: CSV (RFC 4180) that no spreadsheet reads as formulas."""

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache
from json import JSONEncoder
from typing import Final

from factsheet.content.kinds.showing import machine_number
from factsheet.content.model import Moment

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\0")


class Machine(str):
    """A machine number: it may begin with a minus sign and is no formula."""

    __slots__ = ()


def machine_cell(end: Moment) -> Machine:
    """A number or a date as a cell."""
    return Machine(machine_number(end) if isinstance(end, Decimal) else end.isoformat())


def table(columns: Sequence[str], rows: Iterable[bytes]) -> bytes:
    """A whole table: the names of the columns, then rows as `rows_text` gives them."""
    return b"".join([",".join(columns).encode(), b"\r\n", *rows])


def rows_text(rows: Iterable[Sequence[object]]) -> str:
    """Rows as text, each with its line end."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in rows:
        writer.writerow([_safe(cell) for cell in row])
    return out.getvalue()


def _safe(cell: object) -> str:
    """Keep a spreadsheet from reading text as a formula (CWE-1236): such text gains an apostrophe."""
    if cell is None:
        return ""
    if isinstance(cell, Machine):
        return str(cell)
    text = str(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text


# JSON with exact numbers: a Decimal is written digit by digit, never through a float.

_UNSAFE_IN_HTML: Final = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
_MARKS: Final = ("\ue000", "\ue001")
"""What a Decimal stands between on its way through the encoder: private-use characters, which no source contains."""


def to_json(value: object, *, indent: int | None = 2) -> str:
    """Write mappings, lists, texts, Decimals, booleans and None as JSON, keys in their own order."""
    return _written(value, indent, None)


def to_script_json(value: object) -> str:
    """Write JSON without spaces that may stand in an HTML script element: nothing in it can end the element."""
    text = _written(value, None, (",", ":"))
    for sign, written in _UNSAFE_IN_HTML.items():
        text = text.replace(sign, written)
    return text


def _written(value: object, indent: int | None, separators: tuple[str, str] | None) -> str:
    text = _encoder(indent, separators).encode(value)
    return text.replace(f'"{_MARKS[0]}', "").replace(f'{_MARKS[1]}"', "")


@lru_cache
def _encoder(indent: int | None, separators: tuple[str, str] | None) -> JSONEncoder:
    return JSONEncoder(ensure_ascii=False, indent=indent, separators=separators, default=_exact)


def _exact(value: object) -> str:
    if isinstance(value, Decimal):
        return machine_number(value).join(_MARKS)
    raise TypeError(f"{type(value).__name__} has no place in JSON")
