"""What the columns of `figures.csv` and `history.csv` hold: told in the words of CSVW and of Data Package."""

from typing import Final

from factsheet.outputs import data, histories
from factsheet.records import dataclass


@dataclass(frozen=True, slots=True)
class PublishedColumn:
    """A column: its name, its types in Table Schema and in CSVW, and whether it is always filled."""

    name: str
    table_type: str = "string"
    datatype: str = "string"
    required: bool = False
    separator: str = ""
    """What stands between values, where a cell holds several."""


@dataclass(frozen=True, slots=True)
class PublishedTable:
    """A published table: its file, its columns in their order, and those that together name a row."""

    file: str
    columns: tuple[PublishedColumn, ...]
    key: tuple[str, ...]


_FULL: Final = frozenset(
    {"sheet", "id", "when", "kind", "change", "bound", "text", "number", "full", "short", "label", "url"}
)
_TYPES: Final = {
    "value": ("any", "any"),
    "low": ("any", "any"),
    "high": ("any", "any"),
    "change": ("boolean", "boolean"),
    "per": ("any", "any"),
    **dict.fromkeys(("interval_low", "interval_high", "margin", "confidence", "out_of"), ("number", "decimal")),
    "as_of": ("any", "any"),
    "source_date": ("any", "any"),
    "source_url": ("string", "anyURI"),
    "url": ("string", "anyURI"),
}
_SEPARATORS: Final = {"parts": " "}
"""The columns that hold several values, and what stands between these."""

"""The columns that hold no mere text; values are numbers or, by their kind, dates, which may be months."""


def _table(file: str, columns: tuple[str, ...], key: tuple[str, ...]) -> PublishedTable:
    found = (
        PublishedColumn(name, *_TYPES.get(name, ("string", "string")), name in _FULL, _SEPARATORS.get(name, ""))
        for name in columns
    )
    return PublishedTable(file, tuple(found), key)


FIGURES: Final = _table("figures.csv", data.COLUMNS, ("sheet", "id"))
HISTORY: Final = _table(histories.NAME, histories.COLUMNS, ("sheet", "id", "when"))
