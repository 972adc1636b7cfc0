"""The `tables` of a sheet: which file holds the cells and what its columns mean; in translations, words alone."""

from collections.abc import Iterator
from typing import Final

from factsheet.content.frontmatter import Fields, Mapping, Scalar, missing
from factsheet.content.model import ArchiveForm, Column, ColumnGroup, ColumnWords, Table, TableWords, Total, Wording
from factsheet.content.sheets import metrics
from factsheet.content.sheets.units import read_unit
from factsheet.content.table import AGGREGATES
from factsheet.content.texts import text_keys
from factsheet.core.patterns import regex
from factsheet.core.records import NamedTuple
from factsheet.core.suggest import listed, nearest

NAMES: Final = ("territory", "language", "currency", "month", "weekday")
"""The kinds of names that CLDR has in every language."""

METRIC_KEYS: Final = ("kind", "currency", "measure", "change", "per", "out_of", "bound", "display", "digits", "as_of")
"""What all cells of a column have in common; said for the table, it holds for all columns that do not say otherwise."""

COLUMN_KEYS: Final = (*METRIC_KEYS, "header", "low", "high", *text_keys(ColumnWords))
TABLE_KEYS: Final = (
    "file", "title", "summary", "label", "unit", "key", "rows", "columns", "groups", *METRIC_KEYS, "missing",
    "decimal", "delimiter", "sheet", "range", "source", "archive", "quote", "sort", "highlight", "total",
)  # fmt: skip
DECLARED_KEYS: Final = frozenset(TABLE_KEYS).difference(text_keys(TableWords), ("columns", "rows", "missing", "groups"))
"""The keys of a table that no translation repeats."""
COLUMN_GROUP_KEYS: Final = ("id", *text_keys(ColumnGroup), "columns")
ARCHIVE_KEYS: Final = ("file", "key", "decimal", "delimiter", "sheet", "range")
TOTAL_KEYS: Final = ("row", "of", "as", "columns")
DELIMITERS: Final = (",", ";", "tab", "|")
DECIMALS: Final = (".", ",")

_KINDS: Final = ("kind", "currency", "measure")
"""The keys that say what kind the values are."""

Columns = list[tuple[Scalar, Fields]]
"""The columns that are declared, each with its keys."""

_NAME: Final = regex(r"[^\[\]{},\s][^\[\]{},\n\t]{0,59}")
"""The name of a row or a column: it stands in references between brackets."""

_FILE: Final = regex(r"data/[^\\]{1,200}")
WAYS: Final = ("ascending", "descending")
_SHORT: Final = regex(r"asc|desc|ascend|descend|asc\.|desc\.")
_SORT: Final = regex(r"(?P<column>.+?)(?:[ ]+(?P<way>ascending|descending))?")
_AGGREGATE: Final = regex(r"(?P<name>sum|mean)|weighted[ ]+(?P<weight>.+)")


class DeclaredTables(NamedTuple):
    """The tables of one sheet."""

    words: dict[str, TableWords]
    tables: dict[str, Table]
    """What the reference language says of them."""


def read(fields: Fields, *, is_reference: bool) -> DeclaredTables:
    """Read the words of each table and, in the reference language, what is declared of it."""
    from factsheet.content.sheets.read import named

    def read_one(name: Scalar, entry: Fields) -> tuple[TableWords, Table | None]:
        columns = list(_columns(entry))
        return _words(name, entry, columns), _table(name, entry, columns) if is_reference else None

    found = named(fields, "tables", TABLE_KEYS, read_one)
    return DeclaredTables(
        words={name: words for name, (words, _) in found.items()},
        tables={name: table for name, (_, table) in found.items() if table is not None},
    )


def _words(name: Scalar, entry: Fields, columns: Columns) -> TableWords:
    unit, unit_places, _ = read_unit(entry)
    return TableWords(
        id=name.text,
        title=entry.text("title"),
        summary=entry.text("summary"),
        label=entry.text("label"),
        rows=dict(_wordings(entry, "rows")),
        missing=dict(_wordings(entry, "missing")),
        columns={key.text: _column_words(key, own) for key, own in columns},
        groups=tuple(_groups(entry)),
        unit=unit,
        place=name.place,
        places={**entry.places, **unit_places},
    )


def _wordings(entry: Fields, key: str) -> Iterator[tuple[str, Wording]]:
    """The words of rows or marks; a single word names a kind of names."""
    node = entry.node(key)
    if key == "rows" and isinstance(node, Scalar):
        if node.text not in NAMES:
            values = {"key": f"{entry.within}.rows", "value": node.text, "choices": listed(NAMES)}
            entry.report("F015", node.place, near=nearest(node.text, NAMES), **values)
        return
    mapping = entry.mapping(key)
    for name, value in mapping.entries if mapping else ():
        if isinstance(value, Scalar) and value.text.strip():
            yield name.text, Wording(words=value.text.strip(), place=value.place)
        else:
            entry.wrong(f"{key}.{name.text}", "a text", name.place)


def _columns(entry: Fields) -> Iterator[tuple[Scalar, Fields]]:
    mapping = entry.mapping("columns")
    for key, node in mapping.entries if mapping else ():
        own = node if isinstance(node, Mapping) else _short(node)
        if not _NAME.fullmatch(key.text):
            entry.report("D109", key.place, name=key.text)
        elif own is None:
            entry.wrong(f"columns.{key.text}", "keys and values", key.place)
        else:
            yield key, Fields(own, COLUMN_KEYS, entry.problems, within=f"{entry.within}.columns.{key.text}")


def _short(node: object) -> Mapping | None:
    """A column of which nothing is said, or its label alone."""
    if not isinstance(node, Scalar):
        return None
    label = (Scalar("label", node.place), node)
    return Mapping((label,) if node.text else (), node.place)


def _column_words(key: Scalar, own: Fields) -> ColumnWords:
    unit, places, _ = read_unit(own)
    label = own.text("label")
    return ColumnWords(id=key.text, label=label, unit=unit, place=key.place, places={**own.places, **places})


def _groups(entry: Fields) -> Iterator[ColumnGroup]:
    from factsheet.content.sheets.read import listed_entries

    for name, own in listed_entries(entry, "groups", COLUMN_GROUP_KEYS):
        title, columns = own.text("title"), own.texts("columns")
        yield ColumnGroup(id=name.text, title=title, columns=columns, place=name.place, places=own.places)


def _table(name: Scalar, entry: Fields, columns: Columns) -> Table | None:
    if (file := entry.scalar("file", "the path of a file")) is None:
        if entry.node("file") is None:
            entry.problems.append(missing(name.place, "file", name.text))
        return None
    if not _FILE.fullmatch(file.text) or any(part in {"", ".", ".."} for part in file.text.split("/")):
        better = f"data/{file.text.replace(chr(92), '/').rpartition('/')[2]}"
        entry.report("D101", file.place, variant="outside", file=file.text, known="", better=better)
        return None
    if "title" not in entry:
        entry.problems.append(missing(name.place, "title", f"tables.{name.text}"))
    key, names = _key(entry)
    column, descending = _sort(entry)
    archive, form = _archive(entry)
    return Table(
        id=name.text,
        file=file.text,
        key=key,
        names=names,
        columns=dict(_declared(entry, columns)),
        other=metrics.common(name, _only(entry, METRIC_KEYS)) if any(one in entry for one in METRIC_KEYS) else None,
        decimal=entry.choice("decimal", DECIMALS, "."),
        delimiter=_delimiter(entry),
        sheet=entry.text("sheet") or "",
        range=entry.text("range") or "",
        source=entry.text("source"),
        archive=archive,
        archive_form=form,
        quote=entry.text("quote"),
        sort=column,
        descending=descending,
        highlight=entry.texts("highlight"),
        total=_total(entry),
        place=name.place,
        places=entry.places,
    )


def _delimiter(entry: Fields) -> str:
    found = entry.choice("delimiter", DELIMITERS, "")
    return "\t" if found == "tab" else found


def _archive(entry: Fields) -> tuple[str | None, ArchiveForm | None]:
    """The publisher's own file, and how it is written: `archive: FILE`, or `{file: FILE, …}`."""
    node = entry.node("archive")
    if not isinstance(node, Mapping):
        return entry.text("archive"), None
    own = Fields(node, ARCHIVE_KEYS, entry.problems, within=f"{entry.within}.archive")
    if (file := own.text("file")) is None:
        entry.problems.append(missing(own.place, "file", own.within))
    form = ArchiveForm(
        key=own.text("key") or "",
        decimal=own.choice("decimal", DECIMALS, ""),
        delimiter=_delimiter(own),
        sheet=own.text("sheet") or "",
        range=own.text("range") or "",
        place=own.place,
        places=own.places,
    )
    return file, form


def _only(entry: Fields, keys: tuple[str, ...]) -> Fields:
    """The entry with some of its keys alone."""
    entries = tuple((Scalar(key, entry.key_place(key)), node) for key in keys if (node := entry.node(key)) is not None)
    return Fields(Mapping(entries, entry.place), COLUMN_KEYS, entry.problems, within=entry.within)


def _declared(entry: Fields, columns: Columns) -> Iterator[tuple[str, Column]]:
    """Each column with what it says itself, over what the table says of all."""
    for key, own in columns:
        says_kind = any(one in own for one in _KINDS)
        shared = [one for one in METRIC_KEYS if one not in own and not (says_kind and one in _KINDS)]
        nodes = [(one, of, of.node(one)) for of, keys in ((entry, shared), (own, COLUMN_KEYS)) for one in keys]
        merged = tuple((Scalar(one, of.key_place(one)), node) for one, of, node in nodes if node is not None)
        metric = metrics.common(key, Fields(Mapping(merged, key.place), COLUMN_KEYS, own.problems, within=own.within))
        header = own.text("header") or key.text
        ends = {end: own.text(end) or "" for end in ("low", "high")}
        yield key.text, Column(id=key.text, header=header, metric=metric, **ends, place=key.place, places=own.places)


def _key(entry: Fields) -> tuple[str, str]:
    """The column that names the rows, and the kind of names that they have in every language."""
    key = entry.text("key") or ""
    node = entry.node("rows")
    if isinstance(node, Scalar) and node.text in NAMES:
        return key, node.text
    return key, key if key in NAMES else ""


def _sort(entry: Fields) -> tuple[str, bool]:
    text = entry.text("sort")
    column, _, last = (text or "").rpartition(" ")
    meant = next((way for way in WAYS if column and _SHORT.fullmatch(last) and way.startswith(last[:3])), None)
    if column and not meant and last not in WAYS:
        from factsheet.l10n.reading.synonyms import names_meant

        meant = names_meant(last, WAYS)
    if text and meant:
        values = {"key": f"{entry.within}.sort", "value": text, "choices": " or ".join(WAYS)}
        entry.report("F015", entry.value_place("sort"), near=f"{column} {meant}", **values)
        text = f"{column} {meant}"
    found = _SORT.fullmatch(text) if text else None
    return (found["column"], found["way"] == "descending") if found else ("", False)


def _total(entry: Fields) -> Total | None:
    if (mapping := entry.mapping("total", example="row: eu")) is None:
        return None
    own = Fields(mapping, TOTAL_KEYS, entry.problems, within=f"{entry.within}.total")
    row, how = own.text("row"), own.scalar("as", "a word") or Scalar("sum", own.place)
    found = _AGGREGATE.fullmatch(how.text)
    if row is None:
        own.problems.append(missing(own.place, "row", own.within))
    if found is None:
        choices = ", ".join((*AGGREGATES[:2], "weighted COLUMN"))
        values = {"key": f"{own.within}.as", "value": how.text, "choices": choices}
        own.report("F015", how.place, near=nearest(how.text, AGGREGATES), **values)
    if row is None or found is None:
        return None
    of = own.texts("of")
    return Total(
        row=row,
        of=() if of == ("all",) else of,
        aggregate=found["name"] or "weighted",
        weight=found["weight"] or "",
        columns=own.texts("columns"),
        place=own.place,
        places=own.places,
    )
