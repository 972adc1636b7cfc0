"""How an answer of a table came about, written in signs that every language has."""

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from factsheet.l10n import numbers
from factsheet.site.asking import holders, values_of
from factsheet.site.figures import Figure
from factsheet.site.site import Site

_MOST: Final = 3
"""How many equal cells are named."""


def answered(site: Site, figure: Figure, term: Callable[[str], str]) -> Markup | None:
    """Give the cells that are the answer, or the part of all that it is; `term` writes a cell; None for others."""
    asked = figure.metric.asked
    table = site.table(figure.sheet, asked.table) if asked else None
    if asked is None or table is None:
        return None
    values = values_of(table, asked.column)
    if asked.name in {"max", "min"}:
        cells = holders(table, asked)[:_MOST]
        return Markup("{} = ").format(asked.name) + Markup(" = ").join(term(str(cell)) for cell in cells)
    loc = site.by_tag[figure.language].numbers
    part, whole = (
        Markup('<data value="{}">{}</data>').format(number, numbers.decimal(loc, Decimal(number)).text)
        for number in (figure.machine, len(values))
    )
    share = Markup("{}\u00a0/\u00a0{}").format(part, whole)
    return share if asked.condition is not None else Markup("{} : {}").format(term(str(asked.cell)), share)
