"""What the columns of `figures.csv` hold: known once, told in the words of CSVW and of Data Package."""

from dataclasses import dataclass
from typing import Final

from factsheet.outputs.data import COLUMNS

KEY: Final = ("sheet", "id")
"""The columns that together name a row."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its types in Table Schema and in CSVW, and whether it is always filled."""

    name: str
    table_type: str = "string"
    datatype: str = "string"
    required: bool = False


_FULL: Final = frozenset({"sheet", "id", "kind", "change", "bound", "text", "number", "full", "short", "label", "url"})
_TYPES: Final = {
    "value": ("any", "any"),
    "low": ("any", "any"),
    "high": ("any", "any"),
    "change": ("boolean", "boolean"),
    "per": ("any", "any"),
    **dict.fromkeys(("interval_low", "interval_high", "margin", "confidence", "out_of"), ("number", "decimal")),
    "as_of": ("date", "date"),
    "source_date": ("date", "date"),
    "source_url": ("string", "anyURI"),
    "url": ("string", "anyURI"),
}
"""The columns that hold no mere text; values are numbers or, by their kind, dates."""

TABLE: Final = tuple(Column(name, *_TYPES.get(name, ("string", "string")), name in _FULL) for name in COLUMNS)
"""The columns of `figures.csv`, in their order."""
