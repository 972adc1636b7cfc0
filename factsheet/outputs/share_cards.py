"""A card as SVG, and as the PNG that networks ask for: 1200 × 630 pixels, the same bytes on every machine."""

import unicodedata
from collections.abc import Iterator
from html import escape
from typing import Final

from factsheet.core.records import dataclass
from factsheet.outputs.typefaces import Typefaces

WIDTH: Final = 1200
HEIGHT: Final = 630
MARGIN: Final = 84
BAND: Final = 20
"""How wide the band of colour at the side is at which reading starts."""

ROOM: Final = WIDTH - BAND - 2 * MARGIN
"""How wide a line may be."""

SMALL: Final = 28
MEDIUM: Final = 36
TITLE_SIZES: Final = (56, 48, 42)

LEAD: Final = 168
"""The largest letters of the first figure, which fills the width as far as there is room for its height."""

BESIDE: Final = 48
"""The largest letters of the other figures, which stand in columns below it."""

GUTTER: Final = 40
FOOT: Final = 586
"""The baseline of the source; a rule stands above it."""

INK: Final = "#15191d"
QUIET: Final = "#555b62"
PAPER: Final = "#fdfcf8"

LOGO_TOP: Final = 36
LOGO_WIDTH: Final = 480
LOGO_HEIGHT: Final = 56
"""The room for the logo, which is kept in its proportions."""

BOLD: Final = 116
"""How wide bold letters are, in hundredths of the light ones whose widths a typeface lists, at the most."""

MOST_LINES: Final = 2
"""How many lines a title may take."""

MOST_SUMMARY_LINES: Final = 5
"""How many lines a summary may take."""

_RIGHT_TO_LEFT: Final = "\u2067"
_END_OF_ISOLATE: Final = "\u2069"

_NEVER_FIRST: Final = frozenset("ー々〻ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ")
"""Signs that no Japanese line starts with, besides punctuation."""


@dataclass(frozen=True, slots=True)
class CardFigure:
    """One figure: its whole text, bound word and unit included, and what it counts."""

    figure: str
    label: str = ""
    """What it counts; empty where the figure says as much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a card says."""

    site: str
    title: str
    rows: tuple[CardFigure, ...]
    summary: str = ""
    """What stands in the place of figures where the sheet has none."""
    source: str = ""
    """Where the figures come from."""
    rtl: bool = False
    accent: str = "#ffe27d"
    """The colour of the band and of the mark under the first figure: `#rrggbb`."""
    logo: str = ""
    """The site's logo as a `data:` address."""

    @property
    def text(self) -> str:
        """All its letters."""
        return "".join(
            [self.site, self.title, self.summary, self.source, *(row.figure + row.label for row in self.rows)]
        )


def draw(card: Card, typefaces: Typefaces) -> bytes:
    """Draw a card as PNG. All its letters must be in the typefaces."""
    return to_png(svg(card, typefaces), typefaces)


def to_png(drawing: str, typefaces: Typefaces) -> bytes:
    """Turn SVG into PNG, the same bytes on every machine. All its letters must be in the typefaces."""
    import resvg_py

    return resvg_py.svg_to_bytes(
        svg_string=drawing, skip_system_fonts=True, font_files=typefaces.files, languages=["en"]
    )


def svg(card: Card, typefaces: Typefaces) -> str:
    """Write a card as SVG."""
    band = WIDTH - BAND if card.rtl else 0
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'font-family="{typefaces.family}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>'
        f'<rect x="{band}" width="{BAND}" height="{HEIGHT}" fill="{card.accent}"/>'
        f"{''.join(_texts(card, typefaces))}</svg>"
    )


def _texts(card: Card, typefaces: Typefaces) -> Iterator[str]:
    lines, size = fitted_title(card.title, typefaces)
    baseline = 84
    if card.logo:
        yield _logo(card)
    elif card.site != card.title:
        yield _text(card, _cut(card.site, SMALL, typefaces), baseline, SMALL, "400", QUIET)
    else:
        baseline -= 48
    baseline += 16 + size
    for line in lines:
        yield _text(card, line, baseline, size, "700", INK)
        baseline += size * 115 // 100
    if card.summary and not card.rows:
        baseline -= MEDIUM * 2 // 3
        for line in _first_lines(card.summary, MEDIUM, MOST_SUMMARY_LINES, typefaces):
            baseline += MEDIUM * 140 // 100
            yield _text(card, line, baseline, MEDIUM, "400", QUIET)
    if card.rows:
        yield from _figures(card, baseline - size * 115 // 100 + 20, typefaces)
    if card.source:
        left = MARGIN if card.rtl else BAND + MARGIN
        yield f'<rect x="{left}" y="{FOOT - 40}" width="{ROOM}" height="2" fill="{INK}"/>'
        yield _text(card, _cut(card.source, SMALL, typefaces), FOOT, SMALL, "400", QUIET)


def _figures(card: Card, top: int, typefaces: Typefaces) -> Iterator[str]:
    """The first figure in the largest letters that fit, the others in columns below it."""
    lead, *others = card.rows
    bottom = FOOT - 60 - (SMALL + BESIDE + GUTTER + 28 if others else 0)
    baseline = bottom - (SMALL + 12 if lead.label else 0)
    size = _fitted(lead.figure, min(LEAD, (baseline - top) * 5 // 4), ROOM, typefaces)
    yield _marked(card, baseline, size, _bold(lead.figure, size, typefaces))
    yield _text(card, lead.figure, baseline, size, "700", INK)
    if lead.label:
        yield _text(card, _cut(lead.label, SMALL, typefaces), bottom, SMALL, "400", QUIET)
    column = (ROOM - GUTTER * (len(others) - 1)) // max(len(others), 1)
    for number, row in enumerate(others):
        aside = number * (column + GUTTER)
        size = _fitted(row.figure, BESIDE, column, typefaces)
        yield _text(card, row.figure, FOOT - 60 - SMALL - 12, size, "700", INK, aside)
        if row.label:
            yield _text(card, _cut(row.label, SMALL, typefaces, column), FOOT - 60, SMALL, "400", QUIET, aside)


def _fitted(text: str, size: int, room: int, typefaces: Typefaces) -> int:
    """The largest letters, up to a size, in which a text has room."""
    return min(size, size * room // max(_bold(text, size, typefaces), 1))


def _logo(card: Card) -> str:
    """The logo, which stands for the name of the site, where lines begin."""
    left = BAND + MARGIN
    x, side = (WIDTH - left - LOGO_WIDTH, "xMax") if card.rtl else (left, "xMin")
    return (
        f'<image x="{x}" y="{LOGO_TOP}" width="{LOGO_WIDTH}" height="{LOGO_HEIGHT}" preserveAspectRatio="{side}YMid" '
        f'href="{card.logo}"/>'
    )


def _marked(card: Card, baseline: int, size: int, width: int) -> str:
    """The mark under the first figure, as on the page."""
    left = WIDTH - BAND - MARGIN - width if card.rtl else BAND + MARGIN
    top, height = baseline - size // 4, size * 9 // 25
    return f'<rect x="{left}" y="{top}" width="{width}" height="{height}" fill="{card.accent}"/>'


def fitted_title(title: str, typefaces: Typefaces) -> tuple[list[str], int]:
    """Break a title into lines, and give the size of letters at which they fit."""
    for size in TITLE_SIZES:
        lines = wrapped(title, size, typefaces)
        if len(lines) <= MOST_LINES and all(_bold(line, size, typefaces) <= ROOM for line in lines):
            return lines, size
    least = TITLE_SIZES[-1]
    return _first_lines(title, least, MOST_LINES, typefaces), least


def _first_lines(text: str, size: int, most: int, typefaces: Typefaces) -> list[str]:
    """The lines of a text that there is room for, the last one ending in dots where more would follow."""
    lines = wrapped(text, size, typefaces)
    kept = lines[:most]
    if len(lines) > most:
        kept[-1] = f"{kept[-1]}…"
    return [_cut(line, size, typefaces) for line in kept]


def wrapped(text: str, size: int, typefaces: Typefaces) -> list[str]:
    """Break a text at its spaces, never at a no-break space, and between Han or Kana, so that each line fits."""
    lines: list[str] = []
    for piece in _pieces(text):
        if lines and _bold(f"{lines[-1]}{piece}", size, typefaces) <= ROOM:
            lines[-1] += piece
        else:
            lines.append(piece.lstrip(" "))
    return lines


def _pieces(text: str) -> Iterator[str]:
    """The parts of a text that no line may break within, each with the space before it."""
    start = 0
    for index in range(1, len(text)):
        before, after = text[index - 1], text[index]
        if after == " " or (_stands_alone(before, after) and before != " "):
            yield text[start:index]
            start = index
    yield text[start:]


def _stands_alone(before: str, after: str) -> bool:
    """Whether a line may end between two characters that no space parts: beside Han and Kana, but at no bracket.

    See UAX 14, line breaking: class ID, and the classes OP, CL, NS that stay with what they belong to.
    """
    if not (_is_ideographic(before) or _is_ideographic(after)):
        return False
    opens = unicodedata.category(before) in {"Ps", "Pi"}
    return not opens and after not in _NEVER_FIRST and unicodedata.category(after) not in {"Pe", "Pf", "Po"}


def _is_ideographic(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF" and not "\uac00" <= character <= "\ud7a3"


def _cut(text: str, size: int, typefaces: Typefaces, room: int = ROOM) -> str:
    """The text, its end left out where it is too long for one line."""
    if _bold(text, size, typefaces) <= room:
        return text
    while text and _bold(f"{text}…", size, typefaces) > room:
        text = text[:-1]
    return f"{text.rstrip(' …')}…"


def _bold(text: str, size: int, typefaces: Typefaces) -> int:
    """How wide a text is in bold letters, at the most."""
    return typefaces.width(text, size) * BOLD // 100


def _text(card: Card, text: str, baseline: int, size: int, weight: str, fill: str, aside: int = 0) -> str:
    left = BAND + MARGIN + aside
    x, anchor = (WIDTH - left, "end") if card.rtl else (left, "start")
    if card.rtl:  # the drawer takes each line as one from left to right that has no isolate of its own (UAX 9)
        text = f"{_RIGHT_TO_LEFT}{text}{_END_OF_ISOLATE}"
    return (
        f'<text x="{x}" y="{baseline}" font-size="{size}" font-weight="{weight}" fill="{fill}" '
        f'text-anchor="{anchor}">{escape(text, quote=False)}</text>'
    )
