"""The tables of a sheet to take away: CSV, JSON, CSVW and a workbook, in each language in which it is shown."""

import json
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import quote

from factsheet.content.kinds import kind_of
from factsheet.content.model import Language, Metric
from factsheet.l10n.cldr import CLDR_VERSION
from factsheet.outputs.artifacts import Artifact, Output, Rendering, rows_text, to_json
from factsheet.outputs.cells import Shown, heads, machine_cells, ordered_rows, shown_cells
from factsheet.outputs.csvw import ENDING, described
from factsheet.outputs.data import machine_value, rows_xml, source_entry, workbook
from factsheet.outputs.data_tables import file_name
from factsheet.site.proof import compared
from factsheet.site.tabulating import is_numeric
from factsheet.site.wordings import Wordings

NAME_COLUMN: Final = "name"
"""The column of the published table that says what each row is called."""


def of_sheet(rendering: Rendering, path: str) -> Iterator[Artifact]:
    """Give the files of the tables that a sheet declares."""
    for language in rendering.site.published:
        if rendering.site.is_shown(language.tag, path):
            for name in rendering.site.original(path).tables:
                yield from _files(rendering, language, path, name)


def gather(rendering: Rendering, path: str) -> str:
    """Give what the package of each language says of the tables of a sheet."""
    site = rendering.site
    if not site.original(path).tables:
        return ""
    tags = [language.tag for language in site.published if site.is_shown(language.tag, path)]
    return json.dumps({tag: list(_resources(rendering, tag, path)) for tag in tags}, ensure_ascii=False)


OUTPUT = Output(name="tables", of_sheet=of_sheet)


def _files(rendering: Rendering, language: Language, path: str, name: str) -> Iterator[Artifact]:
    site, tag = rendering.site, language.tag
    if (words := site.wordings(tag, path, name)) is None:
        return
    folder = rendering.addresses.data_folder(tag, path)
    shown, rows = shown_cells(site, tag, path, words.table), ordered_rows(site, tag, path, words.table)
    csv = file_name(name, "csv")
    yield f"{folder}{csv}", _csv(words, rows, shown)
    yield f"{folder}{file_name(name, 'json')}", _json(rendering, path, words, rows, shown)
    yield f"{folder}{csv}{ENDING}", _metadata(rendering, tag, words)
    yield f"{folder}{file_name(name, 'xlsx')}", table_workbook(words, rows, shown)


def _csv(words: Wordings, rows: list[str], shown: Shown) -> bytes:
    """One line for each row: its key, its name, and the values for machines; nothing where a value is missing."""
    table, columns = words.table, words.table.grid.columns
    lines: list[list[object]] = [[table.grid.key, NAME_COLUMN, *heads(table)]]
    for row in rows:
        cells = (machine_cells(table, shown.get((row, column)), column) for column in columns)
        lines.append([row, words.row(row).text, *(value for part in cells for value in part)])
    return rows_text(lines).encode()


def _json(rendering: Rendering, path: str, words: Wordings, rows: list[str], shown: Shown) -> bytes:
    site, table = rendering.site, words.table
    declared, found = table.declared, compared(site, path, table.declared.id)
    title, summary = words.text("title"), words.text("summary")
    source = site.original(path).sources.get(declared.source or "")
    head = {
        "language": words.language.tag,
        "cldr": CLDR_VERSION,
        "sheet": path,
        "id": declared.id,
        "title": title and title.text,
        "summary": summary and summary.text,
        "url": f"{rendering.addresses.page(words.language.tag, path)}#{declared.id}",
        "source": source_entry(source),
        "compared": {"cells": found.cells, "agreed": found.agreed} if found.file else None,
        "key": table.grid.key,
        "total": declared.total.row if declared.total else None,
        "groups": [{"id": one.id, "title": words.group(one).text, "columns": one.columns} for one in words.groups],
        "columns": [_column(column, metric, words) for column, metric in table.grid.columns.items()],
    }
    lines = ",\n".join(to_json(_row(row, words, shown), indent=None) for row in rows)
    return f'{to_json(head, indent=None)[:-1]}, "rows": [\n{lines}\n]}}\n'.encode()


def _column(column: str, metric: Metric, words: Wordings) -> dict[str, object]:
    return {
        "id": column,
        "label": words.column(column).text,
        "kind": metric.kind,
        "currency": metric.currency,
        "measure": metric.measure,
        "change": metric.change,
        "per": metric.per,
        "out_of": metric.out_of,
        "bound": metric.bound,
        **dict(zip(("low", "high"), words.table.ends(column), strict=False)),
    }


def _row(row: str, words: Wordings, shown: Shown) -> dict[str, object]:
    cells: dict[str, object] = {}
    for column in words.table.grid.columns:
        found, cell = shown.get((row, column)), words.table.grid.cells.get((row, column))
        if found is not None and cell is not None and cell.value is not None:
            told: dict[str, object] = {"value": machine_value(cell.value), "text": found.text, "number": found.number}
            span = found.metric.interval
            cells[column] = {**told, "interval": machine_value(span)} if span else told
        elif cell is not None:
            said = words.mark(cell.mark)
            cells[column] = {"missing": said.text if said else cell.mark}
    return {"id": row, "label": words.row(row).text, "cells": cells}


def _metadata(rendering: Rendering, tag: str, words: Wordings) -> bytes:
    """Describe the table in the words of CSVW: titles of columns, and what their cells are in."""
    table, title, label = words.table, words.text("title"), words.text("label")
    key = table.grid.key
    columns = [
        {"name": _variable(key), "titles": _titles(key, label.text if label else key), "datatype": "string"},
        {"name": _variable(NAME_COLUMN), "titles": [NAME_COLUMN], "datatype": "string", "lang": tag},
        *(
            one
            for column, metric in table.grid.columns.items()
            for one in (
                _of_column(column, metric, words),
                *({"name": _variable(end), "titles": [end], "datatype": "decimal"} for end in table.ends(column)),
            )
        ),
    ]
    return described(
        rendering.site.settings,
        tag,
        file=file_name(table.declared.id, "csv"),
        title=title.text if title else table.declared.id,
        schema={"columns": columns, "primaryKey": [_variable(key)]},
    )


def _of_column(column: str, metric: Metric, words: Wordings) -> dict[str, object]:
    unit = kind_of(metric).unit_text(metric)
    return {
        "name": _variable(column),
        "titles": _titles(column, words.column(column).text),
        "datatype": "decimal" if kind_of(metric).is_number else "string",
        **({"dc:description": unit} if unit else {}),
    }


def _titles(head: str, words: str) -> list[str]:
    """The head of a column in the file, which a reader looks for, and what it is called in the language."""
    return list(dict.fromkeys((head, words)))


def _variable(name: str) -> str:
    """A name as a variable of URI templates (RFC 6570), which CSVW asks for."""
    return quote(name, safe="").replace("-", "%2D").replace(".", "%2E").replace("~", "%7E")


def _resources(rendering: Rendering, tag: str, path: str) -> Iterator[dict[str, object]]:
    """What `datapackage.json` says of the tables of a sheet."""
    addresses, site = rendering.addresses, rendering.site
    for name in site.original(path).tables:
        if (words := site.wordings(tag, path, name)) is None:
            continue
        table = words.table
        where = addresses.relative(addresses.home(tag), addresses.data_folder(tag, path) + file_name(name, "csv"))
        title = words.text("title")
        fields: list[dict[str, object]] = [
            {"name": table.grid.key, "type": "string", "constraints": {"required": True}},
            {"name": NAME_COLUMN, "type": "string"},
        ]
        for column, metric in table.grid.columns.items():
            kind = "number" if kind_of(metric).is_number else "any"
            fields.append({"name": column, "title": words.column(column).text, "type": kind})
            fields.extend({"name": end, "type": "number"} for end in table.ends(column))
        yield {
            "name": f"{path.replace('/', '-')}-{name}",
            "path": where,
            "type": "table",
            "title": title.text if title else name,
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": {"fields": fields, "primaryKey": [table.grid.key]},
        }


def resources(gathered: Mapping[str, str], tag: str) -> Iterator[dict[str, object]]:
    """Give the tables of a language out of what has been gathered of each sheet."""
    for text in gathered.values():
        yield from json.loads(text or "{}").get(tag, ())


# A table as a workbook: its heads and rows in the words of the language, its numbers as numbers.

_LONGEST: Final = 31
"""How long the name of a sheet in a workbook may be."""


def table_workbook(words: Wordings, rows: list[str], shown: Shown) -> bytes:
    """Give a workbook with the rows in their order on the page; a missing value is an empty cell."""
    table = words.table
    label = words.text("label")
    columns = table.grid.columns
    named = (head for column in columns for head in (words.column(column).text, *table.ends(column)))
    heads = [label.text if label else table.grid.key, *named]
    lines = [
        [words.row(row).text, *(one for name in columns for one in machine_cells(table, shown.get((row, name)), name))]
        for row in rows
    ]
    numeric = [is_numeric(metric) for name, metric in columns.items() for _ in (name, *table.ends(name))]
    numbers = frozenset(position for position, is_number in enumerate(numeric, start=1) if is_number)
    return workbook(table.declared.id[:_LONGEST], heads, [rows_xml(lines, numbers=numbers, is_table=True).encode()])
