"""One figure, table or chart to a page, small enough to be framed by other sites: `<language>/embed/<figure>/`.

A table stands at `table.<id>` and a chart at `chart.<id>`, which are the ids of no figures. Those of the front page
stand there by their id alone; those of another sheet below its path, as `embed/<sheet>/<figure>/`, which is the same in
every language. Only figures with a card, tables that the text shows, and charts have such a page.
"""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any, Final

from markupsafe import Markup

from factsheet.content.markup import blocks
from factsheet.content.model import Language, Sheet, Source
from factsheet.core.records import dataclass, replace
from factsheet.outputs.artifacts import Artifact, Output, Rendering, site_view
from factsheet.outputs.cells import TableMarkup
from factsheet.outputs.figure_markup import Mentions, element
from factsheet.outputs.figure_views import DayView
from factsheet.outputs.parts import day_view, highlighted, says_more
from factsheet.outputs.views import ChartView
from factsheet.site.addresses import FRONT, Addresses
from factsheet.site.figures import Figure

TEMPLATE: Final = "embed.html"
STYLE: Final = "embed.css"
PAGE_STYLE: Final = "special.css"
"""The style sheet of a framed chart, which looks as it does on its page."""

FOLDER: Final = "embed/"

WIDTH: Final = 360
HEIGHT: Final = 240
"""The size that the code to copy gives the frame, in pixels: enough for two lines of figure and of label."""

TABLE_WIDTH: Final = 720
TABLE_HEIGHT: Final = 480
"""The size of a frame with a table or a chart, which scrolls in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed:
    """What the template of a framed figure is handed."""

    lang: str
    dir: str
    title: str
    """The title of the sheet, which the link back bears."""
    title_lang: str | None
    """Set where the title is not in the page's language."""
    label: str
    label_lang: str | None
    says_more: bool = True
    """Whether the label says anything that the figure itself does not; else it is there for the ear alone."""
    element: Markup | None = None
    table: Markup | None = None
    """The table, where one is framed."""
    chart: ChartView | None = None
    """The chart, where one is framed."""
    as_of: DayView | None = None
    source: str | None
    """The source's title and publisher."""
    source_lang: str | None
    href: str
    """The figure on its own page, in full, since the link leaves the frame."""
    canonical: str
    stylesheet: str


def of_sheet(rendering: Rendering, path: str) -> Iterator[Artifact]:
    """Give a page for each figure that the sheet declares and shows on a card, in every language."""
    site = rendering.site
    for language in site.published:
        if (sheet := site.shown(language.tag, path)) is None:
            continue
        for name in embedded(rendering, path):
            if figure := site.shown_figure(language.tag, path, name):
                page = _page(rendering, language, sheet, figure)
                yield f"{folder(rendering.addresses, language.tag, path, name)}index.html", page.encode()
        for name in framed(rendering, sheet):
            if (table := _table_page(rendering, language, sheet, name)) is not None:
                yield f"{folder(rendering.addresses, language.tag, path, f'table.{name}')}index.html", table.encode()
        yield from _charts(rendering, language, sheet)


OUTPUT = Output(name="embeds", of_sheet=of_sheet)


def _charts(rendering: Rendering, language: Language, sheet: Sheet) -> Iterator[Artifact]:
    for chart in framed_charts(rendering, language, sheet):
        told = {
            "label": chart.title,
            "label_lang": chart.title_lang,
            "chart": replace(chart, level=1),
            "stylesheet": PAGE_STYLE,
        }
        name = chart_name(chart)
        source = next((one.source for _, _, one in chart.data if one.source), None)
        page = _rendered(rendering, language, sheet, (name, chart.id), source, told)
        yield f"{folder(rendering.addresses, language.tag, sheet.path, name)}index.html", page.encode()


def framed_charts(rendering: Rendering, language: Language, sheet: Sheet) -> tuple[ChartView, ...]:
    """The charts of a sheet; none where the site wants no frames."""
    return charts_of(rendering, language, sheet) if _has_frames(rendering) else ()


# What draws charts is imported where a sheet has any.


def charts_of(rendering: Rendering, language: Language, sheet: Sheet) -> tuple[ChartView, ...]:
    """Give the charts of a sheet in a language."""
    if not rendering.site.original(sheet.path).charts:
        return ()
    from factsheet.outputs.charts import charts

    return charts(rendering, language, sheet)


def chart_files(rendering: Rendering, path: str) -> Iterator[Artifact]:
    """Give the files of the charts that a sheet declares."""
    if rendering.site.original(path).charts:
        from factsheet.outputs.chart_files import of_sheet as drawn

        yield from drawn(rendering, path)


CHART_FILES = Output(name="charts", of_sheet=chart_files)


def chart_name(chart: ChartView) -> str:
    """What the page is called that frames a chart."""
    return f"chart.{chart.id.removeprefix('_chart-')}"


def framed(rendering: Rendering, sheet: Sheet) -> tuple[str, ...]:
    """The ids of the tables that the text of a sheet shows; none where the site wants no frames."""
    if not _has_frames(rendering):
        return ()
    known = rendering.site.original(sheet.path).tables
    shown = blocks(rendering.site.prose[sheet.language, sheet.path], "table")
    return tuple(dict.fromkeys(name for name in shown if name in known))


def wide_code(rendering: Rendering, tag: str, path: str, name: str, title: str) -> str:
    """The HTML with which another site frames a table or a chart, by what its page is called."""
    return _frame(rendering, tag, path, name, title, f'width="{TABLE_WIDTH}" height="{TABLE_HEIGHT}"')


def _has_frames(rendering: Rendering) -> bool:
    site = rendering.site
    return site.settings.embeds and TEMPLATE in site.templates and STYLE in rendering.assets


def embedded(rendering: Rendering, path: str) -> tuple[str, ...]:
    """The ids of the figures of a sheet that can be framed; none where the site wants none or has no template."""
    original = rendering.site.original(path)
    if not _has_frames(rendering):
        return ()
    own = (target.removeprefix(f"{path}/") for target in highlighted(original))
    return tuple(dict.fromkeys(name for name in own if name in original.metrics))


def folder(addresses: Addresses, tag: str, path: str, name: str) -> str:
    """The folder of the page that frames a figure of the sheet `path`."""
    below = "" if path == FRONT else f"{path}/"
    return f"{addresses.home(tag)}{FOLDER}{below}{name}/"


def code(rendering: Rendering, language: Language, path: str, name: str, label: str) -> str | None:
    """The HTML with which another site frames a figure; None for a figure that has no such page."""
    if name not in embedded(rendering, path):
        return None
    return _frame(rendering, language.tag, path, name, label, f'width="{WIDTH}" height="{HEIGHT}"')


def _frame(rendering: Rendering, tag: str, path: str, name: str, title: str, size: str) -> str:
    address = rendering.addresses.absolute(folder(rendering.addresses, tag, path, name))
    return f'<iframe src="{escape(address)}" title="{escape(title)}" {size} loading="lazy"></iframe>'


def _page(rendering: Rendering, language: Language, sheet: Sheet, figure: Figure) -> str:
    as_of, source = figure.metric.as_of, figure.source
    told = {
        "label": figure.label,
        "label_lang": figure.label_language if figure.label_language != language.tag else None,
        "says_more": says_more(figure.label, figure),
        "element": element(figure, anchor=True, isolate=language.dir == "rtl"),
        "as_of": day_view(language, as_of) if as_of else None,
    }
    return _rendered(rendering, language, sheet, (figure.id, figure.anchor), source, told)


def _table_page(rendering: Rendering, language: Language, sheet: Sheet, name: str) -> str | None:
    site = rendering.site
    markup = TableMarkup(site, site.by_tag[sheet.language], sheet.path)
    if (words := markup.words(name)) is None:
        return None
    html = f"<table>{markup.head(words)}{markup.body(words, with_ids=False)}</table>"
    title = words.text("title")
    told = {
        "label": title.text if title else name,
        "label_lang": title.language if title and title.language != language.tag else None,
        "table": Markup(html),  # noqa: S704 - escaped where it is made
    }
    source = site.original(sheet.path).sources.get(words.table.declared.source or "")
    return _rendered(rendering, language, sheet, (f"table.{name}", name), source, told)


def _rendered(
    rendering: Rendering,
    language: Language,
    sheet: Sheet,
    names: tuple[str, str],
    source: Source | None,
    told: Mapping[str, Any],
) -> str:
    """The page of a frame; `names` are that of its folder and the id on the sheet's page."""
    addresses = rendering.addresses
    here = folder(addresses, language.tag, sheet.path, names[0])
    page = addresses.page(language.tag, sheet.path)
    view = Embed(
        lang=language.tag,
        dir=language.dir,
        title=Mentions(rendering, sheet, taken=set()).plain(sheet.title),
        title_lang=sheet.language if sheet.language != language.tag else None,
        source=" · ".join(filter(None, (source.title, source.publisher))) if source else None,
        source_lang=(source and source.lang) or rendering.site.settings.reference,
        href=f"{page}#{names[1]}",
        canonical=page,
        stylesheet=addresses.relative(here, rendering.assets[told.get("stylesheet", STYLE)]),
        **{key: value for key, value in told.items() if key != "stylesheet"},
    )
    values = {"embed": view, "site": site_view(rendering, language, here)}
    return rendering.templates.render(TEMPLATE, rendering.site.catalogs[language.tag], values)
