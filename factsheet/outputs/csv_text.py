"""Tables as text: CSV (RFC 4180) that no spreadsheet reads as formulas."""

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from factsheet.content.kinds.base import machine_number
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
