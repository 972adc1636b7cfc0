"""The card of each sheet in each language: a picture with its first figures, for the places where it is shared."""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from typing import Final

from factsheet.content.model import Language, Sheet
from factsheet.content.theme import DEFAULT_ACCENT
from factsheet.l10n import cldr, ranges
from factsheet.outputs.artifacts import Artifact, Output, Rendering
from factsheet.outputs.base_context import site_title
from factsheet.outputs.figure_markup import Mentions
from factsheet.outputs.parts import day_view, highlighted, says_more
from factsheet.outputs.share_cards import HEIGHT, WIDTH, Card, CardFigure, Typefaces, chosen, draw, installed
from factsheet.outputs.social import Picture
from factsheet.problems import Place
from factsheet.problems.codes import report
from factsheet.site.figures import Figure

NAME: Final = "card.png"
MOST: Final = 3
"""How many figures a card shows: the first of the key figures."""


def of_sheet(rendering: Rendering, path: str) -> Iterator[Artifact]:
    """Give the cards of a sheet; a language with letters that no typeface has gets none, and a notice says so."""
    for language in rendering.site.published:
        plan = _plan(rendering, language, path)
        if plan is None:
            continue
        card, typefaces, sheet = plan
        letter = typefaces.missing(card.text)
        if letter:
            rendering.problems.append(
                report("O721", Place(sheet.file), language=language.tag, letter=letter, code=f"U+{ord(letter):04X}")
            )
            continue
        yield _address(rendering, language, path), draw(card, typefaces)


def combine(rendering: Rendering, _gathered: Mapping[str, str]) -> Iterator[Artifact]:
    """Give no file; say once where cards are asked for and what draws them is not installed."""
    if rendering.site.settings.cards and installed() is None:
        rendering.problems.append(report("O720", Place("site.toml")))
    yield from ()


OUTPUT = Output(name="cards", of_sheet=of_sheet, combine=combine)


def picture(rendering: Rendering, language: Language, path: str) -> Picture | None:
    """What a page says of its card; None where it has none."""
    plan = _plan(rendering, language, path)
    if plan is None:
        return None
    card, typefaces, _ = plan
    if typefaces.missing(card.text):
        return None
    told = ranges.join(language.numbers, [row.figure for row in card.rows]) or card.summary
    return Picture(
        address=rendering.addresses.absolute(_address(rendering, language, path)),
        alt=f"{card.title}: {told}" if told else card.title,
        width=WIDTH,
        height=HEIGHT,
    )


def make_card(rendering: Rendering, language: Language, sheet: Sheet) -> Card:
    """Choose what the card of a sheet says."""
    mentions = Mentions(rendering, sheet, taken=set())
    figures = _figures(rendering, language, sheet.path)
    rows = tuple(CardFigure(one.text, one.label if says_more(one.label, one) else "") for one in figures)
    return Card(
        site=site_title(rendering, language),
        title=mentions.plain(sheet.title),
        rows=rows,
        source=_source(rendering, language, figures),
        summary="" if rows else mentions.plain(sheet.summary or ""),
        rtl=language.dir == "rtl",
        accent=(rendering.site.settings.theme.accent or DEFAULT_ACCENT).light,
        logo=_logo(rendering),
    )


def _source(rendering: Rendering, language: Language, figures: list[Figure]) -> str:
    """Where the first figure that has a source comes from, and when that was published."""
    source = next((figure.source for figure in figures if figure.source), None)
    if source is None:
        return ""
    day = day_view(language, source.date).text if source.date else None
    said = rendering.site.catalogs[language.tag].text("Source:")
    return " · ".join(filter(None, (f"{said} {source.title}", source.publisher, day)))


def _logo(rendering: Rendering) -> str:
    name = rendering.site.settings.theme.logo
    if name is None or name not in rendering.static:
        return ""
    media = "image/svg+xml" if name.lower().endswith(".svg") else "image/png"
    return f"data:{media};base64,{b64encode(rendering.static[name]).decode()}"


def _figures(rendering: Rendering, language: Language, path: str) -> list[Figure]:
    site = rendering.site
    found: list[Figure] = []
    for target in highlighted(site.original(path)):
        figure = site.shown_figure(language.tag, path, target) if len(found) < MOST else None
        found += [figure] if figure else []
    return found


def _plan(rendering: Rendering, language: Language, path: str) -> tuple[Card, Typefaces, Sheet] | None:
    """The card of a sheet and what to draw it with; None where there is no sheet, or none is asked for or possible."""
    sheet = rendering.site.shown(language.tag, path)
    if sheet is None or not rendering.site.settings.cards or installed() is None:
        return None
    card = make_card(rendering, language, sheet)
    typefaces = chosen(card.text, cldr.script(language.numbers))
    return None if typefaces is None else (card, typefaces, sheet)


def _address(rendering: Rendering, language: Language, path: str) -> str:
    return f"{rendering.addresses.data_folder(language.tag, path)}{NAME}"
