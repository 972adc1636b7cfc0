"""JSON with exact numbers: a Decimal is written digit by digit, never through a float."""

from decimal import Decimal
from functools import lru_cache
from json import JSONEncoder

from factsheet.content.kinds.base import machine_number
from factsheet.patterns import regex

_UNSAFE_IN_HTML = regex("[<>&\u2028\u2029]")
_NUMBER = regex('"\ue000([0-9.\\-]+)\ue001"')
"""A Decimal on its way through the encoder, between private-use characters, which sources may not contain."""


def to_json(value: object, *, indent: int | None = 2) -> str:
    """Write mappings, lists, texts, Decimals, booleans and None as JSON, keys in their own order."""
    text = _encoder(indent).encode(value)
    return _NUMBER.sub(r"\1", text) if "\ue000" in text else text


def to_script_json(value: object) -> str:
    """Write JSON that may stand inside an HTML script element: nothing in it can end the element."""
    return _UNSAFE_IN_HTML.sub(lambda found: f"\\u{ord(found[0]):04x}", to_json(value, indent=None))


@lru_cache
def _encoder(indent: int | None) -> JSONEncoder:
    return JSONEncoder(ensure_ascii=False, indent=indent, default=_exact)


def _exact(value: object) -> str:
    if isinstance(value, Decimal):
        return f"\ue000{machine_number(value)}\ue001"
    raise TypeError(f"{type(value).__name__} has no place in JSON")
