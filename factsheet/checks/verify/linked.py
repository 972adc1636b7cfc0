"""The figures that a page tells search engines (JSON-LD) are those of the data files."""

import csv
import io
import json
import zipfile
from collections.abc import Container, Iterable, Iterator, Mapping
from decimal import Decimal
from html import unescape
from typing import Final

from factsheet.checks.verify.figures import same_value
from factsheet.checks.verify.pages import PublishedPage
from factsheet.checks.verify.records import KEYS, RecordsUnreadable, Told, as_fact, as_list, as_text, as_value, refuse
from factsheet.content.targets import CellTarget, sheet_and_name
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Problem
from factsheet.core.records import dataclass, replace

_NAMES: Final = ("@id", "url")
_MOST: Final = 100_000


def linked_data_agrees(path: str, page: PublishedPage, by_url: Mapping[str, Told]) -> Iterator[Problem]:
    """Report what JSON-LD says of a figure and the data files do not, and scripts that are no JSON.

    `by_url` gives the figures by their addresses, in every language.
    """
    for script, line in page.scripts:
        try:
            read = json.loads(script, parse_float=Decimal, parse_int=Decimal)
        except (ValueError, RecursionError) as error:
            yield report("V907", Place(path, line), reason=str(error))
            continue
        for node in _nodes(read):
            told = _told(node, by_url)
            if told is not None:
                yield from _compared(Place(path, line), node, told)


def _nodes(read: object) -> Iterator[Mapping[str, object]]:
    """Every object in a document."""
    waiting = [read]
    for _ in range(_MOST):
        if not waiting:
            return
        value = waiting.pop()
        if isinstance(value, dict):
            yield value
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)


def _told(node: Mapping[str, object], by_url: Mapping[str, Told]) -> Told | None:
    names = (node.get(name) for name in _NAMES)
    return next((by_url[name] for name in names if isinstance(name, str) and name in by_url), None)


def _compared(place: Place, node: Mapping[str, object], told: Told) -> Iterator[Problem]:
    spread = (told.facts["interval"] or told.facts["value"]).split("/")
    expected = {"value": told.facts["value"], "minValue": spread[0], "maxValue": spread[-1]}
    expected["marginOfError"] = told.facts["margin"]
    if node.get("@type") == "Observation":
        expected["description"] = told.forms["text"]
    for key, value in expected.items():
        said = node.get(key)
        is_whole = isinstance(said, str) and said == told.facts["value"]  # "1/3" is a ratio, and has no ends
        if isinstance(said, Decimal | str) and said != "" and not _same(said, value) and not is_whole:
            other = f"{told.file}:{told.line}"
            yield report("V905", place, key=key, metric=told.name, here=str(said), there=value, other=other)


def _same(said: Decimal | str, value: str) -> bool:
    if isinstance(said, Decimal):
        return said == as_value(value)
    return said == value or (as_value(said) is not None and as_value(said) == as_value(value))


# What the data files of tables tell: each cell as a figure, from `table-*.json` and from the CSV beside it.

PREFIX: Final = "table-"
_FORMS: Final = ("text", "number")
_SHARED: Final = ("kind", "currency", "measure", "change", "per", "out_of", "bound")
"""What the data file says of a whole column."""

_LINE: Final = regex(r"<row>(.*?)</row>")
_ENTRY: Final = regex(r"<c/>|<c[^>]*>(?:<v>([^<]*)</v>|<is><t[^>]*>([^<]*)</t></is>)</c>")

_NOTHING: Final = dict.fromkeys(KEYS, "")


@dataclass(frozen=True, slots=True)
class _Table:
    """What the JSON of a table tells, by its row and its column."""

    key: str
    cells: Mapping[tuple[str, str], Told | None]
    """The figure of each cell; None where its value is missing."""
    columns: Mapping[str, Mapping[str, str]]
    """What the data file says of each column, in their order."""
    ends: Mapping[str, tuple[str, str]]
    """The columns of the CSV that hold the ends of intervals, by the column of their values."""
    counts: Mapping[str, str]
    """How many cells have a value, and how many of these are in the archive; empty where it is compared with none."""


def read_tables(files: Mapping[str, bytes]) -> tuple[list[Told], list[Problem]]:
    """Read the tables; those that cannot be read are reported."""
    found: list[Told] = []
    problems: list[Problem] = []
    counts: dict[str, tuple[str, Mapping[str, str]]] = {}
    for path in sorted(files):
        name = path.rpartition("/")[2]
        if name.startswith(PREFIX) and name.endswith(".json") and not name.endswith("-metadata.json"):
            other, book = (f"{path.removesuffix('.json')}.{ending}" for ending in ("csv", "xlsx"))
            at = path
            try:
                table = _json(path, files[path])
                every = [one for one in table.cells.values() if one]
                found.extend(every)
                problems.extend(_counted(path, table, every, counts) if every else ())
                at = other
                found.extend(_csv(other, files[other], table) if other in files else ())
                at = book
                found.extend(_workbook(book, files[book], table) if book in files else ())
            except (RecordsUnreadable, ValueError, KeyError, RecursionError, csv.Error, zipfile.BadZipFile) as error:
                problems.append(report("V907", Place(at), reason=str(error)))
    return found, problems


def _counted(
    path: str, table: _Table, every: list[Told], seen: dict[str, tuple[str, Mapping[str, str]]]
) -> Iterator[Problem]:
    """Report a count of cells that is not that of the values and ends there, or of another language of the table."""
    name = f"{every[0].sheet}/{every[0].id.partition('[')[0]}"
    ends = [end for one in every for end in one.facts["interval"].split("/") if end]
    own = {**table.counts, "cells": str(len(every) + len(ends))} if table.counts else {}
    first, there = seen.setdefault(name, (path, own))
    for key, here in table.counts.items():
        if here != there.get(key):
            yield report("V905", Place(path, 1), key=key, metric=name, here=here, there=there.get(key, ""), other=first)


def _json(path: str, data: bytes) -> _Table:
    text = data.decode("utf-8")
    read = json.loads(text, parse_float=Decimal, parse_int=Decimal, parse_constant=refuse)
    columns = {as_text(one, "id"): {key: as_fact(one.get(key)) for key in _SHARED} for one in as_list(read, "columns")}
    total, table = as_fact(read.get("total")), as_text(read, "id")
    same = {"file": path, "lang": as_text(read, "language"), "sheet": as_text(read, "sheet"), "url": ""}
    cells: dict[tuple[str, str], Told | None] = {}
    position = text.find('"rows": [')
    for row in as_list(read, "rows"):
        name = as_text(row, "id")
        position = max(text.find(f'\n{{"id": {json.dumps(name, ensure_ascii=False)}', position), position)
        line = text.count("\n", 0, position) + 2
        label, held = as_text(row, "label"), row.get("cells")
        for column, cell in held.items() if isinstance(held, dict) else ():
            facts = columns.get(column)
            if facts is None or not isinstance(cell, dict):
                raise RecordsUnreadable(f"`{name}` has a cell in a column that is not described: {column}")
            cells[name, column] = None
            if "value" in cell:
                said = {**_NOTHING, **facts, **{key: as_fact(cell.get(key)) for key in ("value", "interval")}}
                forms, id_ = {form: as_text(cell, form) for form in _FORMS}, str(CellTarget(table, name, column))
                told = Told(line=line, id=id_, facts=said, forms=forms, row=label, is_total=name == total, **same)
                cells[name, column] = told
    spans = [one for one in as_list(read, "columns") if "low" in one]
    ends = {as_text(one, "id"): (as_text(one, "low"), as_text(one, "high")) for one in spans}
    compared = read.get("compared")
    counts = {key: as_fact(compared.get(key)) for key in ("cells", "agreed")} if isinstance(compared, dict) else {}
    return _Table(as_text(read, "key"), cells, columns, ends, counts)


def _csv(path: str, data: bytes, table: _Table) -> Iterator[Told]:
    """The values in the CSV file; the JSON file has everything else about them."""
    reader = csv.DictReader(io.StringIO(data.decode("utf-8"), newline=""), strict=True)
    seen: dict[tuple[str, str], tuple[int, str]] = {}
    spans: dict[tuple[str, str], str] = {}
    for row in reader:
        name = row.get(table.key) or ""
        seen.update({(name, column): (reader.line_num, value) for column, value in row.items()})
        for column, (low, high) in table.ends.items():
            ends = row.get(low) or "", row.get(high) or ""
            spans[name, column] = "/".join(ends) if any(ends) else ""
    for cell, told in table.cells.items():
        if cell not in seen:
            raise RecordsUnreadable(f"the cell of `{cell[0]}` and `{cell[1]}` is missing")
        line, value = seen[cell]
        if told is None:
            if value:
                raise RecordsUnreadable(f"line {line} has {value} where a value is missing")
            continue
        facts = {**told.facts, "value": value, "interval": spans.get(cell, "")}
        yield replace(told, file=path, line=line, facts=facts, forms={})


def _workbook(path: str, data: bytes, table: _Table) -> Iterator[Told]:
    """The values of the workbook, whose rows and columns stand in the order of the JSON."""
    lines = _lines(data)
    names = list(dict.fromkeys(row for row, _ in table.cells))
    width = 1 + sum(1 + len(table.ends.get(column, ())) for column in table.columns)
    if [len(line) for line in lines] != [width] * (1 + len(names)):
        raise RecordsUnreadable(f"it should have {1 + len(names)} rows of {width} cells")
    for number, (row, line) in enumerate(zip(names, lines[1:], strict=True), start=2):
        values = iter(line[1:])
        for column in table.columns:
            value = next(values)
            interval = "/".join(next(values) for _ in table.ends.get(column, ()))
            told = table.cells.get((row, column))
            if told is not None:
                facts = {**told.facts, "value": value, "interval": interval.strip("/")}
                yield replace(told, file=path, line=number, facts=facts, forms={})
            elif value:
                raise RecordsUnreadable(f"row {number} has {value} where a value is missing")


def _lines(data: bytes) -> list[list[str]]:
    """The cells of the only sheet of a workbook, line by line."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        text = archive.read("xl/worksheets/sheet1.xml").decode("utf-8")
    lines = ((line, [one or other for one, other in _ENTRY.findall(line)]) for line in _LINE.findall(text))
    return [list(map(unescape, cells)) if "&" in line else cells for line, cells in lines]


def books_agree(files: Mapping[str, bytes], wrong: Container[str]) -> Iterator[Problem]:
    """Report each cell of `figures.xlsx` that the CSV beside it does not have; not where that is a `wrong` file."""
    for path in sorted(files):
        other = f"{path.removesuffix('.xlsx')}.csv"
        if path.rpartition("/")[2] == "figures.xlsx" and other in files and other not in wrong:
            try:
                yield from _book(path, _lines(files[path]), other, files[other])
            except (ValueError, KeyError, csv.Error, zipfile.BadZipFile) as error:
                yield report("V907", Place(path), reason=str(error))


def _book(path: str, lines: list[list[str]], other: str, data: bytes) -> Iterator[Problem]:
    fields, *told = filter(None, csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))
    head, rows = lines[0], lines[1:]
    nothing, places = [""] * len(fields), [fields.index(key) if key in fields else -1 for key in (*head, "id")]
    for number, (row, there) in enumerate(zip(rows, told, strict=True), start=2):
        filled = there + nothing
        *beside, metric = [filled[place] for place in places]
        for key, here, right in zip(head, row, beside, strict=True) if row != beside else ():
            if here not in {right, right.removeprefix("'")}:  # a text that looks like a formula has one before it
                values = {"key": key, "metric": metric, "here": here or "nothing", "there": right}
                yield report("V905", Place(path, number), other=f"{other}:{number}", **values)


# The data files of charts give the values that all others give.

_PREFIX = "chart-"


def charts_tell(files: Mapping[str, bytes], every: Iterable[Told]) -> Iterator[Problem]:
    """Report each value of `chart-*.csv` that its figure does not have."""
    known: dict[str, list[Told]] = {}
    for told in every:
        known.setdefault(told.id, []).append(told)
    for path in sorted(files):
        if path.rpartition("/")[2].startswith(_PREFIX) and path.endswith(".csv"):
            yield from _chart(path, files[path], known)


def _chart(path: str, data: bytes, known: Mapping[str, list[Told]]) -> Iterator[Problem]:
    rows = csv.DictReader(io.StringIO(data.decode("utf-8", errors="replace"), newline=""))
    for line, row in enumerate(rows, start=2):
        name, value = row.get("id") or "", row.get("value") or ""
        told = known.get(sheet_and_name(name)[1], [])
        if not told:
            yield report("V909", Place(path, line), metric=name)
        elif not any(same_value(value, one.facts["value"]) for one in told):
            there = told[0]
            other = f"{there.file}:{there.line}"
            values = {"key": "value", "metric": name, "here": value or "nothing", "there": there.facts["value"]}
            yield report("V905", Place(path, line), other=other, **values)
