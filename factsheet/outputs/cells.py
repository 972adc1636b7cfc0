"""The cells of a table as a language writes them, worked out once for the page and for the data files."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from factsheet.content.kinds import kind_of
from factsheet.content.model import Metric, MetricWords, Span
from factsheet.content.targets import CellTarget, anchor_part
from factsheet.core.records import dataclass, replace
from factsheet.l10n import collation
from factsheet.l10n.numbers import LosesDigits
from factsheet.outputs.csv_text import Machine, machine_cell
from factsheet.site.figures import make_figure
from factsheet.site.site import Site
from factsheet.site.tabulating import DataTable

_MANY: Final = Decimal(2)
"""A number whose unit is written as above a column: “km”, “percentage points”."""

_SPACES: Final = " \u00a0\u202f"


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell in one language: what is shown in the table, what a sentence says, and the value for machines."""

    shown: str
    form: str
    """The form that is shown; empty for the whole figure."""
    text: str
    number: str
    machine: str
    tag: str
    """The element: `data`, or `time` for dates."""
    interval: Span | None = None
    """The interval of an estimate."""


Shown = Mapping[tuple[str, str], ShownCell]


def shown_cells(site: Site, tag: str, path: str, table: DataTable) -> Shown:
    """Give the cells that have a value, by row and column."""
    return site.once(path, ("shown", tag, table.declared.id), lambda: dict(_shown(site, tag, path, table)))


def _shown(site: Site, tag: str, path: str, table: DataTable) -> Iterator[tuple[tuple[str, str], ShownCell]]:
    words = site.wordings(tag, path, table.declared.id)
    units = {column: words.unit(column) if words else None for column in table.grid.columns}
    for metric in table.metrics():
        cell = metric.cell
        if cell is None:
            continue
        own = MetricWords(id=metric.id, label=metric.id, unit=units[cell.column], place=metric.place)
        try:
            figure = make_figure(
                metric, own, sheet=path, source=None, language=site.by_tag[tag], catalog=site.catalogs[tag]
            )
        except LosesDigits:
            continue
        is_plain = kind_of(metric).is_number and metric.bound == "exact" and metric.interval is None
        yield (
            (cell.row, cell.column),
            ShownCell(
                shown=figure.number if is_plain else figure.text,
                form="number" if is_plain else "",
                text=figure.text,
                number=figure.number,
                machine=figure.machine,
                tag="time" if figure.is_time else "data",
                interval=metric.interval,
            ),
        )


def unit_above(site: Site, tag: str, metric: Metric) -> str:
    """What the numbers of a column are in, as it stands above them: “%”, “km”, “RON”; empty for what is counted."""
    kind = kind_of(metric)
    if not kind.is_number:
        return ""
    plain = replace(metric, value=_MANY, bound="exact", digits=0, display="standard", change=False)
    words = MetricWords(id=metric.id, place=metric.place)
    figure = make_figure(plain, words, sheet="", source=None, language=site.by_tag[tag], catalog=site.catalogs[tag])
    return figure.short.replace(figure.number, "", 1).strip(_SPACES)


def ordered_rows(site: Site, tag: str, path: str, table: DataTable) -> list[str]:
    """The rows in the order that the table asks for; the total stays the last."""
    declared, grid = table.declared, table.grid
    rows = list(grid.rows)
    words = site.wordings(tag, path, declared.id)
    if declared.sort == grid.key and words is not None and declared.sort:
        loc = site.by_tag[tag].numbers
        rows.sort(key=lambda row: collation.sort_key(loc, words.row(row).text), reverse=declared.descending)
    elif declared.sort:
        rows.sort(key=lambda row: _rank(table, row), reverse=declared.descending)
        rows.sort(key=lambda row: grid.cells[row, declared.sort].value is None if declared.sort in grid.columns else 0)
    total = declared.total.row if declared.total else None
    return [*(row for row in rows if row != total), *(row for row in rows if row == total)]


def _rank(table: DataTable, row: str) -> tuple[Decimal, str]:
    found = table.grid.cells.get((row, table.declared.sort))
    value = found.value if found else None
    if isinstance(value, Decimal):
        return value, ""
    return Decimal(0), value.isoformat() if value is not None and hasattr(value, "isoformat") else ""


def heads(table: DataTable) -> Iterator[str]:
    """Give the columns of the published table, by their names in the file: the ends of intervals follow their value."""
    for column in table.grid.columns:
        yield from (column, *table.ends(column))


def machine_cells(table: DataTable, cell: ShownCell | None, column: str) -> list[object]:
    """Give the value of a cell for machines, and the ends of its interval where the column has such."""
    span = cell.interval if cell else None
    ends: list[object] = [machine_cell(span.low), machine_cell(span.high)] if span else ["", ""]
    return [Machine(cell.machine) if cell else "", *(ends if table.ends(column) else ())]


def row_anchor(table: str, row: str) -> str:
    """The id of the element of a row."""
    return f"{table}.{anchor_part(row)}"


def anchor(table: str, row: str, column: str) -> str:
    """The id of a cell's element."""
    return ".".join(map(anchor_part, CellTarget(table, row, column)))
