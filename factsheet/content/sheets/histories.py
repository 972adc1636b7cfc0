"""The `history` of a metric: earlier values, each under its year or day, with what proves them."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from factsheet.content.frontmatter import Fields, Mapping, Scalar
from factsheet.content.frontmatter.fields import is_nothing
from factsheet.content.frontmatter.meant import date_meant
from factsheet.content.frontmatter.written import Node
from factsheet.content.kinds import BadValue, Details, Kind
from factsheet.content.kinds.dating import read_year
from factsheet.content.model import BOUNDS, HistoryPoint, Moment, Series
from factsheet.content.sheets.values import refuse
from factsheet.content.table import DATA_ENDINGS
from factsheet.l10n.iso8601 import parse_stretch

SHARED: Final = ("source", "quote")
"""The keys beside the years that hold for all values which have none of their own."""

SERIES_KEYS: Final = ("file", "source", "archive")
"""The keys of a history that stands in a file."""

POINT_KEYS: Final = ("value", "bound", *SHARED)
"""The keys of a value that is more than a number."""


def read_history(entry: Fields, kind: Kind, details: Details) -> tuple[HistoryPoint, ...]:
    """Read every value; one that cannot be read is reported and left out."""
    mapping = None if _is_filed(entry) else entry.mapping("history")
    if mapping is None:
        return ()
    shared = _fields(entry, mapping, SHARED)
    moments = [(key, node) for key, node in mapping.entries if key.text not in SHARED]
    return tuple(_points(entry, shared, moments, kind, details))


def read_series(entry: Fields) -> Series | None:
    """Read the file of earlier values: `history: data/arrests.csv`, or `{file, source, archive}`."""
    node = entry.node("history")
    if isinstance(node, Scalar) and _is_filed(entry):
        if "\\" in node.text:
            entry.report("F031", node.place, key=f"{entry.within}.history", better=node.text.replace("\\", "/"))
        return Series(file=node.text.replace("\\", "/"), place=node.place)
    if isinstance(node, Mapping) and _is_filed(entry):
        own = Fields(node, SERIES_KEYS, entry.problems, within=f"{entry.within}.history")
        found = own.text("file") or ""
        texts = {key: own.text(key) for key in SERIES_KEYS[1:]}
        return Series(file=found, **texts, place=own.key_place("file"), places=own.places)
    return None


def _is_filed(entry: Fields) -> bool:
    """Whether the values stand in a file."""
    node = entry.node("history")
    if isinstance(node, Scalar):
        return node.text.replace("\\", "/").startswith("data/") or node.text.lower().endswith(DATA_ENDINGS)
    return isinstance(node, Mapping) and any(key.text == "file" for key, _ in node.entries)


def _fields(entry: Fields, mapping: Mapping, known: tuple[str, ...]) -> Fields:
    """The keys of a mapping that are known; those of a history that are not are its years."""
    chosen = tuple((key, node) for key, node in mapping.entries if known != SHARED or key.text in SHARED)
    return Fields(Mapping(chosen, mapping.place), known, entry.problems, within=f"{entry.within}.history")


def _points(
    entry: Fields, shared: Fields, moments: list[tuple[Scalar, Node]], kind: Kind, details: Details
) -> Iterator[HistoryPoint]:
    source, quote = shared.text("source"), shared.text("quote")
    for key, node in moments:
        own: Fields | None = None
        scalar: Scalar | None = None
        if isinstance(node, Scalar):
            scalar = None if is_nothing(node) else node
        elif isinstance(node, Mapping):
            own = _fields(entry, node, POINT_KEYS)
            scalar = own.scalar("value", "a number")
        else:
            entry.wrong("history", "a year or a date with its value", key.place)
            continue
        when, value = _when(entry, key), _value(entry, key, scalar, kind, details)
        if when is not None and value is not None:
            yield HistoryPoint(
                when=when,
                value=value,
                bound=own.choice("bound", BOUNDS, "exact") if own else "exact",
                source=(own.text("source") if own else None) or source,
                quote=(own.text("quote") if own else None) or quote,
                place=key.place,
                places={**shared.places, **(own.places if own else {})},
            )


def _when(entry: Fields, key: Scalar) -> Moment | None:
    stretch = parse_stretch(key.text)
    if stretch is not None and stretch.unit != "year":
        return stretch
    if "-" in key.text:
        return entry.as_date("history", key, variant="moment")
    try:
        return read_year(key)
    except BadValue as bad:
        near = date_meant(key, is_moment=True)
        refuse(entry, key, bad, lambda one: one.text == near or read_year(one), metric=entry.within)
        return None


def _value(entry: Fields, key: Scalar, scalar: Scalar | None, kind: Kind, details: Details) -> Decimal | None:
    if scalar is None:
        entry.report("N102", key.place, variant="time", metric=f"{entry.within}.history.{key.text}")
        return None
    try:
        value = kind.read(scalar, details)
    except BadValue as bad:
        refuse(entry, scalar, bad, lambda one: kind.read(one, details), metric=entry.within)
        return None
    return value if isinstance(value, Decimal) else None
