"""Figures to take away: CSV (RFC 4180), JSON with its schema, and a workbook, per language and per sheet."""

import io
import zipfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from html import escape
from pathlib import Path
from typing import Final

from factsheet.content.model import Ratio, Source, Span, Value
from factsheet.content.targets import anchor_of
from factsheet.core.patterns import regex
from factsheet.l10n.cldr import CLDR_VERSION
from factsheet.outputs import histories
from factsheet.outputs.artifacts import Artifact, Output, Rendering, machine_cell, rows_text, table, to_json
from factsheet.outputs.navigation import card
from factsheet.site.deriving import name_of
from factsheet.site.figures import Figure
from factsheet.site.proof import confirmation
from factsheet.site.site import Site

COLUMNS: Final = (
    *("sheet", "id", "kind", "value", "low", "high", "currency", "measure", "change", "per"),
    *("interval_low", "interval_high", "margin", "confidence", "out_of", "bound"),
    *("text", "number", "full", "short", "label", "as_of"),
    *("source_title", "source_publisher", "source_date", "source_url", "quote", "url", "operation", "parts"),
    *("confirmed_by", "confirmed_url", "confirmed_quote"),
)

READ_BY_PEOPLE: Final = (
    *("sheet", "id", "label", "text", "value", "low", "high", "currency", "measure", "bound", "as_of"),
    *("source_title", "source_publisher", "source_date", "source_url", "quote", "url"),
)
"""The columns of the workbook, in its order."""

_PICKED: Final = tuple(COLUMNS.index(name) for name in READ_BY_PEOPLE)
_NUMBERS: Final = frozenset(READ_BY_PEOPLE.index(name) for name in ("value", "low", "high"))

SCHEMA: Final = "figures.schema.json"
"""The JSON Schema (2020-12) of `figures.json`: the file of the engine is published as it is."""
WORKBOOK: Final = "figures.xlsx"
"""The name of the workbook of a language."""


def of_sheet(rendering: Rendering, path: str) -> Iterator[Artifact]:
    """Give the data files of a sheet, one pair for each language in which it is shown."""
    for tag, (rows, _, entry) in _parts(rendering, path).items():
        folder = rendering.addresses.data_folder(tag, path)
        yield f"{folder}figures.csv", table(COLUMNS, [rows.encode()])
        yield f"{folder}figures.json", _json(tag, [entry.encode()])


def gather(rendering: Rendering, path: str) -> str:
    """Give what the sheet adds to the data files of each language: four texts each, and no text holds a NUL."""
    return "\0".join(part for tag, own in _parts(rendering, path).items() for part in (tag, *own))


def combine(rendering: Rendering, gathered: Mapping[str, str]) -> Iterator[Artifact]:
    """Give the data files of every language, a workbook among them, and the schema."""
    parts: dict[str, list[tuple[bytes, bytes, bytes]]] = {language.tag: [] for language in rendering.site.published}
    for text in gathered.values():
        written = iter(text.encode().split(b"\0"))
        for code, rows, cells, entry in zip(*[written] * 4, strict=False):
            parts[code.decode()].append((rows, entry, cells))
    for tag, found in parts.items():
        folder = rendering.addresses.home(tag)
        yield f"{folder}figures.csv", table(COLUMNS, (rows for rows, _, _ in found))
        yield f"{folder}figures.json", _json(tag, (entry for _, entry, _ in found))
        yield f"{folder}{WORKBOOK}", workbook("figures", READ_BY_PEOPLE, (cells for _, _, cells in found))
        found.clear()
    yield SCHEMA, (Path(__file__).parent / "data" / SCHEMA).read_bytes()


OUTPUT = Output(name="data", of_sheet=of_sheet, gather=gather, combine=combine)


def _parts(rendering: Rendering, path: str) -> dict[str, tuple[str, str, str]]:
    """The rows of a sheet, its JSON entry and its rows for the workbook, by language; worked out once."""
    site = rendering.site
    tags = [language.tag for language in site.published if site.shown(language.tag, path)]
    return site.once(
        path, ("data",), lambda: {tag: (*_rows(rendering, tag, path), _entry(rendering, tag, path)) for tag in tags}
    )


def _rows(rendering: Rendering, tag: str, path: str) -> tuple[str, str]:
    """The rows of a sheet for the CSV file, and for the workbook."""
    page = rendering.addresses.page(tag, path)
    rows = [_row(rendering.site, page, path, figure) for figure in rendering.site.figures(tag, path)]
    picked = ([row[place] for place in _PICKED] for row in rows)
    return rows_text(rows), rows_xml(picked, numbers=_NUMBERS)


def _row(site: Site, page: str, path: str, figure: Figure) -> list[object]:
    metric, value = figure.metric, figure.metric.value
    second = confirmation(site, figure.sheet, metric)
    row = histories.cells(page, path, figure) | {
        "low": machine_cell(value.low) if isinstance(value, Span) else "",
        "high": machine_cell(value.high) if isinstance(value, Span) else "",
        "interval_low": machine_cell(metric.interval.low) if metric.interval else "",
        "interval_high": machine_cell(metric.interval.high) if metric.interval else "",
        "margin": metric.margin,
        "confidence": metric.confidence,
        "as_of": metric.as_of,
        "operation": metric.derivation and metric.derivation.operation,
        "parts": " ".join(part_names(figure)),
        "confirmed_by": second and (second.source.publisher or second.source.title),
        "confirmed_url": second and second.source.url,
        "confirmed_quote": second and second.quote,
    }
    return [row[column] for column in COLUMNS]


def _json(tag: str, entries: Iterable[bytes]) -> bytes:
    head = to_json({"language": tag, "cldr": CLDR_VERSION}, indent=None)[:-1].encode()
    return b'%b, "sheets": [\n%b\n]}\n' % (head, b",\n".join(entries))


def _entry(rendering: Rendering, tag: str, path: str) -> str:
    title, *_ = card(rendering, tag, path)
    page = rendering.addresses.page(tag, path)
    head = to_json({"path": path, "title": title, "url": page}, indent=None)[:-1]
    figures = rendering.site.figures(tag, path)
    rows = ",\n".join(to_json(figure_entry(rendering.site, tag, page, figure), indent=None) for figure in figures)
    return f'{head}, "figures": [\n{rows}\n]}}'


def figure_entry(site: Site, tag: str, page: str, figure: Figure) -> dict[str, object]:
    """One figure as the JSON holds it; `page` is the address of its sheet's page."""
    metric = figure.metric
    second = confirmation(site, figure.sheet, metric)
    confirmed = {"confirmed_by": {"source": source_entry(second.source), "quote": second.quote}} if second else {}
    return {
        "id": figure.id,
        "kind": metric.kind,
        "value": machine_value(metric.value),
        "currency": metric.currency,
        "measure": metric.measure,
        "change": metric.change,
        "per": metric.per,
        "interval": machine_value(metric.interval) if metric.interval else None,
        "margin": metric.margin,
        "confidence": metric.confidence,
        "out_of": metric.out_of,
        **_shown(figure),
        "label": figure.label,
        "as_of": metric.as_of.isoformat() if metric.as_of else None,
        **_cited(figure),
        "url": f"{page}#{figure.anchor}",
        "rounded": figure.rounded if metric.round_to else None,
        "round_to": metric.round_to,
        "operation": metric.derivation.operation if metric.derivation else None,
        "parts": part_names(figure),
        "history": [
            {
                "when": then.id.partition("@")[2],
                "value": machine_value(then.metric.value),
                **_shown(then),
                **_cited(then),
            }
            for then in histories.earlier(site, tag, figure)
        ],
        **confirmed,
    }


def _shown(figure: Figure) -> dict[str, object]:
    forms = {"text": figure.text, "number": figure.number, "full": figure.full, "short": figure.short}
    return {"bound": figure.metric.bound, **forms}


def _cited(figure: Figure) -> dict[str, object]:
    return {"source": source_entry(figure.source), "quote": figure.metric.quote}


def part_names(figure: Figure) -> list[str]:
    """The figures that a figure is computed from, each as `path/id`; none where it is not computed.

    The id of a cell is that of its address, `table.row.column`, which holds no space; a star there is every row.
    """
    derivation = figure.metric.derivation
    names = [name_of(figure.sheet, part) for part in derivation.parts] if derivation else []
    return [f"{where}/{anchor_of(name)}" for where, name in names]


def machine_value(value: Value) -> object:
    """A value as JSON has it: a number, an ISO 8601 date, or the two ends of a span."""
    if isinstance(value, Span):
        return {"low": machine_value(value.low), "high": machine_value(value.high)}
    if isinstance(value, Ratio):
        return f"{value.part}/{value.whole}"
    return value if isinstance(value, Decimal) else value.isoformat()


def source_entry(source: Source | None) -> dict[str, object] | None:
    """A source as JSON has it."""
    if source is None:
        return None
    return {
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "date": source.date.isoformat() if source.date else None,
        "url": source.url,
        "lang": source.lang,
    }


# A table as a workbook (ECMA-376), which Excel and LibreOffice open rightly in every language: numbers are numbers.
#
# A CSV file is opened by the rules of the machine: where decimals have a comma, `12.5` becomes a date or a text. In a
# workbook the type of each cell is written down. It is made here with the standard library; its members are stored as
# they are and dated 1980, so that every machine makes the same bytes.

MOST_DIGITS: Final = 15
"""How many digits a number of a workbook keeps; a longer one is written as a text, which loses none."""

MOST_DECIMALS: Final = 9
"""To how many decimals a column of numbers is shown alike; more of them are shown as each number has them."""

_PLAIN_NUMBER: Final = regex(r"-?[0-9]+(?:\.[0-9]+)?")
_DAY: Final = (1980, 1, 1, 0, 0, 0)
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BOLD: Final = ' s="1"'
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_OPENING: Final = (
    f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>'
).encode()
_CLOSING: Final = b"</sheetData></worksheet>\n"


@cache
def _members() -> Sequence[str]:
    """The members that are the same in every workbook, each with its name before it: what it is made of, and styles.

    The first two styles are the plain one and that of the first row; then come numbers with one decimal, with two, up
    to `MOST_DECIMALS`.
    """
    return (Path(__file__).parent / "data/workbook.txt").read_text("utf-8").splitlines()


def workbook(name: str, columns: Sequence[str], rows: Iterable[bytes]) -> bytes:
    """A workbook with one sheet of this name: the names of its columns, then rows as `rows_xml` gives them."""
    sheet = f'<sheets><sheet name="{escape(name, quote=False)}" sheetId="1" r:id="rId1"/></sheets>'
    book = f'xl/workbook.xml <workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">{sheet}</workbook>'
    parts = (one.partition(" ") for one in (*_members(), book))
    members = {member: f"{_HEAD}{text}\n".encode() for member, _, text in parts}
    head = f"<row>{''.join(_text(column, _BOLD) for column in columns)}</row>"
    members["xl/worksheets/sheet1.xml"] = b"".join([_OPENING, head.encode(), *rows, _CLOSING])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for member, data in members.items():
            info = zipfile.ZipInfo(member, _DAY)
            info.create_system = 0  # else the machine's own is named
            archive.writestr(info, data)
    return out.getvalue()


def rows_xml(rows: Iterable[Sequence[object]], *, numbers: Collection[int], is_table: bool = False) -> str:
    """Rows for a workbook; in the columns of `numbers`, counted from 0, what looks like a number is one.

    Cells name no place, so that the rows of many sheets can be joined: each stands behind the one before it. In the
    columns of a table all numbers are shown with as many decimals as the one that has most: 6.0 above 5.3.
    """
    every = [["" if cell is None else str(cell) for cell in row] for row in rows]
    styles = {at: _style([row[at] for row in every if at < len(row)]) for at in numbers} if is_table else {}
    return "".join(
        f"<row>{''.join(_cell(text, styles.get(at, ''), is_number=at in numbers) for at, text in enumerate(row))}</row>"
        for row in every
    )


def _style(column: Sequence[str]) -> str:
    """The attribute of the style with as many decimals as the numbers of a column have."""
    decimals = max((len(text.partition(".")[2]) for text in column if _is_number(text)), default=0)
    return f' s="{1 + decimals}"' if 0 < decimals <= MOST_DECIMALS else ""


def _cell(text: str, style: str, *, is_number: bool) -> str:
    if is_number and _is_number(text):
        return f"<c{style}><v>{text}</v></c>"
    return _text(text) if text else "<c/>"


def _text(text: str, style: str = "") -> str:
    return f'<c t="inlineStr"{style}><is><t xml:space="preserve">{escape(text, quote=False)}</t></is></c>'


def _is_number(cell: str) -> bool:
    return _PLAIN_NUMBER.fullmatch(cell) is not None and sum(map(str.isdigit, cell)) <= MOST_DIGITS
