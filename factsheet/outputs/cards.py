"""The card of each sheet in each language: a picture with its first figures, for the places where it is shared."""

from collections.abc import Iterator, Mapping
from typing import Final

from factsheet.cards import HEIGHT, WIDTH, Card, Row, Typefaces, draw, installed
from factsheet.codes import report
from factsheet.figures import Figure
from factsheet.l10n import lists
from factsheet.l10n.numbers import LosesDigits
from factsheet.model import Language, Sheet
from factsheet.outputs.artifacts import Artifact, Output, Rendering
from factsheet.outputs.frame import site_title
from factsheet.outputs.mentions import Mentions
from factsheet.outputs.social import Picture
from factsheet.problems import Place

NAME: Final = "card.png"
MOST: Final = 3
"""How many figures a card shows: the first of the key figures."""


def of_sheet(rendering: Rendering, path: str) -> Iterator[Artifact]:
    """Give the cards of a sheet; a language with letters that no typeface has gets none, and a notice says so."""
    site = rendering.site
    typefaces = _typefaces(rendering)
    for language in site.published if typefaces else ():
        sheet = site.shown(language.tag, path)
        if sheet is None or typefaces is None:
            continue
        card = make_card(rendering, language, sheet)
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
    typefaces = _typefaces(rendering)
    sheet = rendering.site.shown(language.tag, path)
    if typefaces is None or sheet is None:
        return None
    card = make_card(rendering, language, sheet)
    if typefaces.missing(card.text):
        return None
    figures = lists.join(language.numbers, [row.figure for row in card.rows])
    return Picture(
        address=rendering.addresses.absolute(_address(rendering, language, path)),
        alt=f"{card.title}: {figures}" if figures else card.title,
        width=WIDTH,
        height=HEIGHT,
    )


def make_card(rendering: Rendering, language: Language, sheet: Sheet) -> Card:
    """Choose what the card of a sheet says."""
    return Card(
        site=site_title(rendering, language),
        title=Mentions(rendering, sheet, taken=set()).plain(sheet.title),
        rows=tuple(Row(figure.text, figure.label) for figure in _figures(rendering, language, sheet.path)),
        rtl=language.dir == "rtl",
    )


def _figures(rendering: Rendering, language: Language, path: str) -> list[Figure]:
    site = rendering.site
    original = site.original(path)
    targets = tuple(original.metrics) if original.highlight is None else original.highlight
    found: list[Figure] = []
    for target in targets:
        named = site.resolve(path, target)
        try:
            if named and len(found) < MOST:
                found.append(site.figure(language.tag, named[0], named[1].id))
        except LosesDigits:  # reported by the checks
            continue
    return found


def _typefaces(rendering: Rendering) -> Typefaces | None:
    return installed() if rendering.site.settings.cards else None


def _address(rendering: Rendering, language: Language, path: str) -> str:
    return f"{rendering.addresses.data_folder(language.tag, path)}{NAME}"
