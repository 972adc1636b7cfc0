"""The card of each sheet in each language: a picture with its first figures, for the places where it is shared.

What draws is imported where a site asks for cards.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from factsheet.content.model import Language, Sheet
from factsheet.content.pictures import data_address
from factsheet.content.theme import DEFAULT_ACCENT
from factsheet.core.codes import report
from factsheet.core.problems import Place
from factsheet.core.records import dataclass
from factsheet.l10n import cldr, ranges
from factsheet.l10n.cldr import NumberLocale
from factsheet.outputs.artifacts import Artifact, Output, Rendering, site_title
from factsheet.outputs.figure_markup import Mentions
from factsheet.outputs.parts import day_view, highlighted, says_more
from factsheet.outputs.views import Page
from factsheet.site.figures import Figure

if TYPE_CHECKING:
    from factsheet.outputs.share_cards import Card
    from factsheet.outputs.typefaces import Typefaces


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The card of a page: an image with a fixed size in pixels, and its text for those who do not see it."""

    address: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Property:
    """One `meta` element with a `property`."""

    name: str
    content: str


def properties(
    rendering: Rendering, language: Language, page: Page, path: str, picture: Picture | None
) -> Iterator[Property]:
    """Give the Open Graph properties of a page; `og:url` is its canonical address."""
    site = rendering.site
    content = site.by_tag[page.content_lang]
    yield Property("og:type", "website" if page.published is None else "article")
    yield Property("og:site_name", site_title(rendering, language))
    yield Property("og:title", page.title)
    if page.description:
        yield Property("og:description", page.description)
    yield Property("og:url", page.canonical)
    yield Property("og:locale", og_locale(content.numbers))
    for other in site.published:
        if other != content and site.sheet(other.tag, path):
            yield Property("og:locale:alternate", og_locale(other.numbers))
    if picture:
        yield Property("og:image", picture.address)
        yield Property("og:image:type", "image/png")
        yield Property("og:image:width", str(picture.width))
        yield Property("og:image:height", str(picture.height))
        yield Property("og:image:alt", picture.alt)
    if page.published:
        yield Property("article:published_time", page.published.iso)
        if page.updated:
            yield Property("article:modified_time", page.updated.iso)


def og_locale(loc: NumberLocale) -> str:
    """The language and its likeliest territory as Open Graph writes them: `ro_RO`, `en_US`, `ar_EG`."""
    territory = cldr.territory(loc)
    return f"{loc.code}_{territory}" if territory else loc.code


NAME: Final = "card.png"
MOST: Final = 3
"""How many figures a card shows: the first of the key figures."""


def of_sheet(rendering: Rendering, path: str) -> Iterator[Artifact]:
    """Give the cards of a sheet; a language with letters that no typeface has gets none, and a notice says so."""
    for language in rendering.site.published:
        if (plan := _plan(rendering, language, path)) is None:
            continue
        card, typefaces, sheet = plan
        if letter := typefaces.missing(card.text):
            rendering.problems.append(
                report("O721", Place(sheet.file), language=language.tag, letter=letter, code=f"U+{ord(letter):04X}")
            )
            continue
        from factsheet.outputs.share_cards import draw

        yield _address(rendering, language, path), draw(card, typefaces)


def combine(rendering: Rendering, _gathered: Mapping[str, str]) -> Iterator[Artifact]:
    """Give no file; say once where cards are asked for and what draws them is not installed."""
    if rendering.site.settings.cards and not _can_draw():
        rendering.problems.append(report("O720", Place("site.toml")))
    yield from ()


OUTPUT = Output(name="cards", of_sheet=of_sheet, combine=combine)


def picture(rendering: Rendering, language: Language, path: str) -> Picture | None:
    """What a page says of its card; None where it has none."""
    if (plan := _plan(rendering, language, path)) is None:
        return None
    card, typefaces, _ = plan
    if typefaces.missing(card.text):
        return None
    from factsheet.outputs.share_cards import HEIGHT, WIDTH

    told = ranges.join(language.numbers, [row.figure for row in card.rows]) or card.summary
    return Picture(
        address=rendering.addresses.absolute(_address(rendering, language, path)),
        alt=f"{card.title}: {told}" if told else card.title,
        width=WIDTH,
        height=HEIGHT,
    )


def make_card(rendering: Rendering, language: Language, sheet: Sheet) -> "Card":
    """Choose what the card of a sheet says."""
    from factsheet.outputs.share_cards import Card, CardFigure

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
    """Where the first figure that has a source comes from, and when; the title is last, for a long one is cut."""
    if (source := next((figure.source for figure in figures if figure.source), None)) is None:
        return ""
    day = day_view(language, source.date).text if source.date else None
    said = rendering.site.catalogs[language.tag].text("Source:")
    return f"{said} {' · '.join(filter(None, (source.publisher, day, source.title)))}"


def _logo(rendering: Rendering) -> str:
    name = rendering.site.settings.theme.logo
    if name is None or name not in rendering.static:
        return ""
    return data_address(name, rendering.static[name]) or ""


def _figures(rendering: Rendering, language: Language, path: str) -> list[Figure]:
    site = rendering.site
    found: list[Figure] = []
    for target in highlighted(site.original(path)):
        figure = site.shown_figure(language.tag, path, target) if len(found) < MOST else None
        found += [figure] if figure else []
    return found


def _can_draw() -> bool:
    from factsheet.outputs.typefaces import installed

    return installed() is not None


def _plan(rendering: Rendering, language: Language, path: str) -> "tuple[Card, Typefaces, Sheet] | None":
    """The card of a sheet and what to draw it with; None where there is no sheet, or none is asked for or possible."""
    sheet = rendering.site.shown(language.tag, path)
    if sheet is None or not rendering.site.settings.cards or not _can_draw():
        return None
    from factsheet.outputs.typefaces import chosen

    card = make_card(rendering, language, sheet)
    typefaces = chosen(card.text, cldr.script(language.numbers))
    return None if typefaces is None else (card, typefaces, sheet)


def _address(rendering: Rendering, language: Language, path: str) -> str:
    return f"{rendering.addresses.data_folder(language.tag, path)}{NAME}"
