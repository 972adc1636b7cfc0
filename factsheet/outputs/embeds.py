"""One figure to a page, small enough to be framed by other sites: `<language>/embed/<figure>/`.

Figures of the front page stand there by their id alone; those of another sheet below its path, as
`embed/<sheet>/<figure>/`, which is the same in every language. Only figures with a card have such a page.
"""

from collections.abc import Iterator
from html import escape
from typing import Final

from markupsafe import Markup

from factsheet.content.model import Language, Sheet, Source
from factsheet.l10n.numbers import LosesDigits
from factsheet.outputs.artifacts import Artifact, Output, Rendering
from factsheet.outputs.base_context import site_view
from factsheet.outputs.days import day_view
from factsheet.outputs.figure_markup import Mentions, element
from factsheet.outputs.figure_views import Day
from factsheet.outputs.highlighted import highlighted
from factsheet.outputs.templating import TemplateFault
from factsheet.records import dataclass
from factsheet.site.addresses import FRONT, Addresses
from factsheet.site.figures import Figure

TEMPLATE: Final = "embed.html"
STYLE: Final = "embed.css"
FOLDER: Final = "embed/"

WIDTH: Final = 360
HEIGHT: Final = 240
"""The size that the code to copy gives the frame, in pixels: enough for two lines of figure and of label."""


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
    element: Markup
    as_of: Day | None
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
        sheet = site.shown(language.tag, path)
        if sheet is None:
            continue
        for name in embedded(rendering, path):
            try:
                figure = site.figure(language.tag, path, name)
                page = _page(rendering, language, sheet, figure)
            except LosesDigits:  # reported by the checks
                continue
            except TemplateFault as fault:
                rendering.problems.append(fault.problem)
                return
            yield f"{folder(rendering.addresses, language.tag, path, name)}index.html", page.encode()


OUTPUT = Output(name="embeds", of_sheet=of_sheet)


def embedded(rendering: Rendering, path: str) -> tuple[str, ...]:
    """The ids of the figures of a sheet that can be framed; none where the site wants none or has no template."""
    original = rendering.site.original(path)
    if not rendering.site.settings.embeds or TEMPLATE not in rendering.site.templates or STYLE not in rendering.assets:
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
    address = rendering.addresses.absolute(folder(rendering.addresses, language.tag, path, name))
    return (
        f'<iframe src="{escape(address)}" title="{escape(label)}" width="{WIDTH}" height="{HEIGHT}" '
        'loading="lazy"></iframe>'
    )


def _page(rendering: Rendering, language: Language, sheet: Sheet, figure: Figure) -> str:
    addresses = rendering.addresses
    here = folder(addresses, language.tag, sheet.path, figure.id)
    page = addresses.page(language.tag, sheet.path)
    as_of = figure.metric.as_of
    view = Embed(
        lang=language.tag,
        dir=language.dir,
        title=Mentions(rendering, sheet, taken=set()).plain(sheet.title),
        title_lang=sheet.language if sheet.language != language.tag else None,
        label=figure.label,
        label_lang=figure.label_language if figure.label_language != language.tag else None,
        element=element(figure, anchor=True, isolate=language.dir == "rtl"),
        as_of=day_view(language, as_of) if as_of else None,
        source=_named(figure.source),
        source_lang=(figure.source and figure.source.lang) or rendering.site.settings.reference,
        href=f"{page}#{figure.anchor}",
        canonical=page,
        stylesheet=addresses.relative(here, rendering.assets[STYLE]),
    )
    values = {"embed": view, "site": site_view(rendering, language, here)}
    return rendering.templates.render(TEMPLATE, rendering.site.catalogs[language.tag], values)


def _named(source: Source | None) -> str | None:
    return " · ".join(filter(None, (source.title, source.publisher))) if source else None
