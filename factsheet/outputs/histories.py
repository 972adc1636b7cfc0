"""The earlier values of figures: `history.csv` of each sheet and language, where there are any."""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from factsheet.content.kinds.showing import machine_number
from factsheet.content.model import Language, Span
from factsheet.core.records import replace
from factsheet.l10n.numbers import LosesDigits
from factsheet.outputs.artifacts import Artifact, Machine, Output, Rendering, rows_text, table
from factsheet.outputs.parts import dated, short_name
from factsheet.site.figures import Figure, make_figure
from factsheet.site.site import Site

NAME: Final = "history.csv"
COLUMNS: Final = (
    *("sheet", "id", "when", "kind", "value", "currency", "measure", "change", "per", "out_of", "bound"),
    *("text", "number", "full", "short", "label"),
    *("source_title", "source_publisher", "source_date", "source_url", "quote", "url"),
)


def earlier(site: Site, tag: str, figure: Figure) -> list[Figure]:
    """The figure as it was at each point of its history, in the words of today; its id is `id@when`.

    What cannot be shown without losing a digit is left out; a history is shown with all its digits.
    """
    if not figure.metric.history:
        return []
    found = site.once(figure.sheet, ("earlier", tag, figure.id), lambda: tuple(_earlier(site, tag, figure)))
    return [replace(shown, label=figure.label, label_language=figure.label_language) for shown in found]


def past_element(then: Figure, here: str) -> Markup:
    """An earlier value as an element that carries its machine value; `here` is the sheet of the page."""
    name = then.id if then.sheet == here else f"{then.sheet}/{then.id}"
    return Markup('<data data-metric="{}" value="{}">{}</data>').format(name, then.machine, then.text)


def in_a_row(site: Site, language: Language, figure: Figure, here: str) -> Markup | None:
    """The earlier values of a figure with their times, one behind the other; None where there are none."""
    whens = {str(point.when): point.when for point in figure.metric.history}
    every = []
    for then in earlier(site, language.tag, figure):
        when = whens[then.id.partition("@")[2]]
        pair = Markup("{}: {}").format(dated(short_name(language.numbers, when), when), past_element(then, here))
        every.append(Markup("<bdi>{}</bdi>").format(pair) if language.dir == "rtl" else pair)
    return Markup("; ").join(every) if every else None


def _earlier(site: Site, tag: str, figure: Figure) -> Iterator[Figure]:
    for point in figure.metric.history:
        then = figure.metric.at(point)
        with suppress(LosesDigits):
            yield make_figure(
                then,
                site.words(tag, figure.sheet, figure.id),
                sheet=figure.sheet,
                source=site.source(figure.sheet, then),
                language=site.by_tag[tag],
                catalog=site.catalogs[tag],
            )


def cells(page: str, path: str, figure: Figure) -> dict[str, object]:
    """What a table says of a figure, or of one of its earlier values, by the names of the columns.

    `page` is the address of the page of the sheet `path`.
    """
    metric, source, name = figure.metric, figure.source, figure.id.partition("@")[0]
    return {
        "sheet": path,
        "id": name,
        "kind": metric.kind,
        "value": "" if isinstance(metric.value, Span) else Machine(figure.machine),
        "currency": metric.currency,
        "measure": metric.measure,
        "change": "true" if metric.change else "false",
        "per": machine_number(metric.per) if isinstance(metric.per, Decimal) else metric.per,
        "out_of": metric.out_of,
        "bound": metric.bound,
        "text": figure.text,
        "number": figure.number,
        "full": figure.full,
        "short": figure.short,
        "label": figure.label,
        "source_title": source and source.title,
        "source_publisher": source and source.publisher,
        "source_date": source and source.date,
        "source_url": source and source.url,
        "quote": metric.quote,
        "url": f"{page}#{figure.anchor.partition('@')[0]}",
    }


def of_sheet(rendering: Rendering, path: str) -> Iterator[Artifact]:
    """Give the earlier values of a sheet, one table for each language in which it is shown."""
    for tag, rows in _parts(rendering, path).items():
        yield f"{rendering.addresses.data_folder(tag, path)}{NAME}", table(COLUMNS, [rows.encode()])


def gather(rendering: Rendering, path: str) -> str:
    """Give what the sheet adds to the table of each language."""
    return json.dumps(_parts(rendering, path), ensure_ascii=False)


def combine(rendering: Rendering, gathered: Mapping[str, str]) -> Iterator[Artifact]:
    """Give the table of each language that has earlier values."""
    parts = [json.loads(text) for text in gathered.values()]
    for language in rendering.site.published:
        if rows := [part[language.tag].encode() for part in parts if language.tag in part]:
            yield f"{rendering.addresses.home(language.tag)}{NAME}", table(COLUMNS, rows)


OUTPUT = Output(name="histories", of_sheet=of_sheet, gather=gather, combine=combine)


def gather_whether(rendering: Rendering, path: str) -> str:
    """Give a text for a sheet that has earlier values, and nothing for another."""
    return NAME if any(metric.history for metric in rendering.site.original(path).metrics.values()) else ""


def _parts(rendering: Rendering, path: str) -> dict[str, str]:
    """The rows of a sheet by language; nothing for a sheet without earlier values."""
    site = rendering.site
    if not gather_whether(rendering, path):
        return {}
    tags = [language.tag for language in site.published if site.is_shown(language.tag, path)]
    return {tag: rows_text(_rows(rendering, tag, path)) for tag in tags}


def _rows(rendering: Rendering, tag: str, path: str) -> Iterator[list[object]]:
    page = rendering.addresses.page(tag, path)
    for figure in rendering.site.figures(tag, path):
        for then in earlier(rendering.site, tag, figure):
            row = cells(page, path, then) | {"when": then.id.partition("@")[2]}
            yield [row[column] for column in COLUMNS]
