"""One Markdown file to one sheet, with every fault of its front matter reported."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, TypeVar

from factsheet.content.frontmatter import Fields, Mapping, Scalar, compose, missing, named_meant, split
from factsheet.content.model import CHART_SERIES, CHART_TYPES, Chart, Correction, Group, Sheet, Source
from factsheet.content.sheets import metrics, tables
from factsheet.content.sheets.values import at_its_level, placed
from factsheet.content.targets import EVERY, CellTarget, cell_of
from factsheet.content.text import decode, mixed_scripts
from factsheet.content.texts import text_fields, text_keys
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Problem
from factsheet.core.records import replace

KEYS = (
    *text_keys(Sheet), "slug", "date", "updated", "draft", "order", "layout", "highlight", "groups", "metrics",
    "tables", "sources", "literals", "terms", "classes", "aliases", "charts", "corrections",
)  # fmt: skip
SOURCE_KEYS = (*text_keys(Source), "date", "accessed", "url", "lang", "file", "sha256")
CHART_KEYS = ("id", "type", *text_keys(Chart), "metrics", "table", "rows", "columns", "series")
GROUP_KEYS = ("id", *text_keys(Group), "metrics")
CORRECTION_KEYS = ("date", *text_keys(Correction))
_LEVELS = {
    "metrics": metrics.KEYS,
    "sources": SOURCE_KEYS,
    "tables": tables.TABLE_KEYS,
    "charts": CHART_KEYS,
    "groups": GROUP_KEYS,
    "corrections": CORRECTION_KEYS,
}
"""What the names under a key of the sheet take."""

ID = regex(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
"""An identifier of a metric, a source or a chart: it becomes a part of an address and never changes."""

MAX_ID = 60
"""The longest id of a metric or a source, in characters."""
_LAYOUT = regex(r"[a-z][a-z0-9-]{0,40}")
_ORDER = regex(r"-?[0-9]{1,6}(?:\.[0-9]{1,3})?")
_SHA256 = regex(r"[0-9a-f]{64}")
_URL = regex(r"(?:https?://[^\s<>\"'\\]{1,2000}|mailto:[^\s<>\"'\\]{3,300})")

T = TypeVar("T")


def read_sheet(
    file: str, data: bytes, *, path: str, language: str, is_reference: bool
) -> tuple[Sheet | None, list[Problem]]:
    """Read a sheet; it is None where the file cannot be understood as one at all."""
    text, problems = decode(file, data)
    if problems and not text:
        return None, problems
    problems.extend(mixed_scripts(file, text))
    parts, found = split(file, text)
    problems.extend(found)
    if parts is None:
        return None, problems
    mapping, found = compose(file, parts.head, first_line=parts.head_line)
    problems.extend(found)
    if mapping is None:
        return None, problems
    moved, found = at_its_level(mapping, _LEVELS)
    problems.extend(found)
    fields = Fields(moved, KEYS, problems)
    declared = metrics.read(fields, is_reference=is_reference)
    charts = _charts(fields, is_reference=is_reference)
    listed = tables.read(fields, is_reference=is_reference)
    return Sheet(
        path=path,
        language=language,
        file=file,
        **texts_of(Sheet, fields),
        slug=fields.text("slug"),
        date=fields.day("date"),
        updated=fields.day("updated"),
        draft=fields.flag("draft"),
        order=_order(fields),
        layout=_layout(fields),
        highlight=fields.texts("highlight") if "highlight" in fields else None,
        groups=_groups(fields, is_reference=is_reference),
        metrics=declared.metrics,
        derived=declared.derived,
        words=declared.words,
        needs_files=any(metric.series for metric in declared.metrics.values()) or any(map(has_every_cell, charts)),
        tables=listed.tables,
        table_words=listed.words,
        sources=named(fields, "sources", SOURCE_KEYS, _source),
        literals=fields.texts("literals"),
        terms=fields.texts("terms"),
        classes=_classes(fields),
        aliases=fields.texts("aliases"),
        charts=charts,
        corrections=_corrections(fields),
        body=parts.body,
        body_line=parts.body_line,
        places=_places(fields),
    ), [*placed(problems, KEYS, _LEVELS)]


def named(fields: Fields, key: str, known: tuple[str, ...], read: Callable[[Scalar, Fields], T]) -> dict[str, T]:
    """Read a mapping of identifiers to mappings."""
    mapping = fields.mapping(key)
    found: dict[str, T] = {}
    for name, node in mapping.entries if mapping else ():
        if not valid_id(name, fields):
            meant = _plain_id(name.text)
            if meant is None or meant in found:
                continue
            name = replace(name, text=meant)  # noqa: PLW2901 - what it was most likely meant to be, so no more is told
        if not isinstance(node, Mapping):
            better = named_meant(key, name, node)
            fields.wrong(f"{key}.{name.text}", "keys and values", node.place, variant="named", better=better)
            continue
        found[name.text] = read(name, Fields(node, known, fields.problems, within=name.text))
    return found


def texts_of(kind: type, entry: Fields) -> dict[str, Any]:
    """Read the texts of an entry by the names of their fields; phrases by plural category are not among them."""
    return {
        name: entry.required_text(name) if declared.is_required else entry.text(name)
        for name, declared in text_fields(kind).items()
    }


def valid_id(name: Scalar, fields: Fields) -> bool:
    """Check an identifier, reporting a bad one among what is wrong with the fields."""
    if ID.fullmatch(name.text) and len(name.text) <= MAX_ID:
        return True
    fields.report("F016", name.place, near=_plain_id(name.text), id=name.text)
    return False


def _plain_id(text: str) -> str | None:
    """Give the identifier that a word with capitals, accents or spaces was most likely meant to be."""
    letters = unicodedata.normalize("NFKD", text[:MAX_ID]).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
    plain = re.sub(r"^([0-9-]+)-?(.+)$", r"\2-\1", plain).strip("-")  # an identifier begins with a letter
    return plain if ID.fullmatch(plain) else None


def _places(fields: Fields) -> dict[str, Place]:
    places = fields.places
    for key in ("highlight", "literals", "terms", "aliases"):
        for index, scalar in enumerate(fields.scalars(key) if key in fields else ()):
            places[f"{key}.{index}"] = scalar.place
    classes = fields.mapping("classes")
    places.update((f"classes.{name.text}", name.place) for name, _ in (classes.entries if classes else ()))
    return places


def _classes(fields: Fields) -> dict[str, tuple[str, ...]]:
    """Read the classes of age or size: one phrase or several for each id."""
    mapping = fields.mapping("classes")
    if mapping is None:
        return {}
    names = [name for name, _ in mapping.entries]
    entry = Fields(mapping, tuple(name.text for name in names), fields.problems, within="classes")
    return {name.text: entry.texts(name.text) for name in names if valid_id(name, fields)}


def _order(fields: Fields) -> Decimal | None:
    if (scalar := fields.scalar("order", "a number")) is None:
        return None
    if scalar.quoted or not _ORDER.fullmatch(scalar.text):
        fields.wrong("order", "a number", scalar.place, variant="number")
        return None
    return Decimal(scalar.text)


def _layout(fields: Fields) -> str | None:
    layout = fields.text("layout")
    if layout is not None and not _LAYOUT.fullmatch(layout):
        meant = _LAYOUT.fullmatch(layout.removesuffix(".html").lower())
        near, said = meant and meant[0], {"key": "layout", "expected": "the name of a template"}
        fields.report("F008", fields.value_place("layout"), near=near, **said)
        return None
    return layout


def _source(name: Scalar, fields: Fields) -> Source:
    sha256 = fields.text("sha256")
    if sha256 is not None and not _SHA256.fullmatch(sha256):
        file = fields.text("file") or "FILE"
        fields.wrong("sha256", "64 hexadecimal digits", fields.value_place("sha256"), variant="sha256", better=file)
        sha256 = None
    return Source(
        id=name.text,
        **texts_of(Source, fields),
        date=fields.moment("date"),
        accessed=fields.day("accessed"),
        url=_url(fields),
        lang=fields.text("lang"),
        file=fields.text("file"),
        sha256=sha256,
        place=name.place,
        places=fields.places,
    )


def _url(fields: Fields) -> str | None:
    url = fields.text("url")
    if url is not None and not _URL.fullmatch(url):
        better = f"https://{url.removeprefix('//')}" if "." in url and ":" not in url else url.replace(" ", "%20")
        said = {"variant": "address" if _URL.fullmatch(better) else "", "better": better}
        fields.wrong("url", "an address that begins with https://", fields.value_place("url"), **said)
        return None
    return url


def listed_entries(fields: Fields, key: str, known: tuple[str, ...]) -> Iterator[tuple[Scalar, Fields]]:
    """Give the entries of a list that have an `id` each, without those whose id is bad or was there before."""
    found: dict[str, Scalar] = {}
    for mapping in fields.mappings(key):
        entry = Fields(mapping, known, fields.problems, within=key)
        if (scalar := entry.scalar("id")) is None:
            fields.problems.append(missing(mapping.place, "id", key))
        elif scalar.text in found:
            other = found[scalar.text].place
            fields.report("F006", scalar.place, key=scalar.text, other=str(other))
        elif valid_id(scalar, fields):
            found[scalar.text] = scalar
            yield scalar, entry


def _require(name: Scalar, entry: Fields, within: str, keys: tuple[str, ...]) -> None:
    """Report the keys that the reference sheet must give and does not."""
    for key in keys:
        if key not in entry:
            entry.problems.append(missing(name.place, key, within))


def _charts(fields: Fields, *, is_reference: bool) -> tuple[Chart, ...]:
    entries = listed_entries(fields, "charts", CHART_KEYS)
    return tuple(_chart(name, entry, is_reference=is_reference) for name, entry in entries)


def _groups(fields: Fields, *, is_reference: bool) -> tuple[Group, ...]:
    groups = []
    for name, entry in listed_entries(fields, "groups", GROUP_KEYS):
        if is_reference:
            _require(name, entry, "groups", ("title", "metrics"))
        own = {"metrics": entry.texts("metrics"), **texts_of(Group, entry)}
        groups.append(Group(id=name.text, **own, place=name.place, places=entry.places))
    return tuple(groups)


def has_every_cell(chart: Chart) -> bool:
    """Whether it takes a file to know what a chart draws: rows and columns of a table, `table[*, column]`."""
    cells = filter(None, map(cell_of, chart.metrics))
    return chart.table is not None or any(EVERY in (cell.row, cell.column) for cell in cells)


def _chart(name: Scalar, entry: Fields, *, is_reference: bool) -> Chart:
    chosen = entry.choice("type", CHART_TYPES, "") or None
    table = entry.text("table")
    if is_reference:
        _require(name, entry, "charts", ("type", "title", *(() if table else ("metrics",))))
    own, cells = entry.texts("metrics"), tuple(_cells(entry, table))
    drawn = {f"metrics.{at}": entry.value_place("table") for at in range(len(own), len(own) + len(cells))}
    return Chart(
        id=name.text,
        type=chosen,
        **texts_of(Chart, entry),
        metrics=(*own, *cells),
        table=table,
        series=entry.choice("series", CHART_SERIES, "") or None,
        place=name.place,
        places={**drawn, **entry.places},
    )


def _cells(entry: Fields, table: str | None) -> Iterator[str]:
    """The cells of the table that a chart draws: those of the rows and columns it names, or of all."""
    for row in (entry.texts("rows") or (EVERY,)) if table else ():
        for column in entry.texts("columns") or (EVERY,):
            yield str(CellTarget(table or "", row, column))


def _corrections(fields: Fields) -> tuple[Correction, ...]:
    corrections = []
    for mapping in fields.mappings("corrections", "date"):
        entry = Fields(mapping, CORRECTION_KEYS, fields.problems, within="corrections")
        day = entry.day("date")
        words = texts_of(Correction, entry)
        if day is not None:
            corrections.append(Correction(date=day, **words, place=mapping.place, places=entry.places))
        elif "date" not in entry:
            fields.problems.append(missing(mapping.place, "date", "corrections"))
    return tuple(corrections)
