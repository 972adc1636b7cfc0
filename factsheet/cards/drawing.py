"""A card as SVG, and as the PNG that networks ask for: 1200 × 630 pixels, the same bytes on every machine."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from factsheet.cards.typefaces import Typefaces
from factsheet.xml_text import escape

WIDTH: Final = 1200
HEIGHT: Final = 630
MARGIN: Final = 84
BAND: Final = 20
"""How wide the band of colour at the side is at which reading starts."""

ROOM: Final = WIDTH - BAND - 2 * MARGIN
"""How wide a line may be."""

SMALL: Final = 28
TITLE_SIZES: Final = (64, 56, 48, 42)

INK: Final = "#15202b"
QUIET: Final = "#4d5a66"
ACCENT: Final = "#0b5c7d"
PAPER: Final = "#ffffff"

BOLD: Final = 116
"""How wide bold letters are, in hundredths of the light ones whose widths a typeface lists, at the most."""

MOST_LINES: Final = 2
"""How many lines a title may take."""


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: its whole text, bound word and unit included, and what it counts."""

    figure: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a card says."""

    site: str
    title: str
    rows: tuple[Row, ...]
    rtl: bool = False

    @property
    def text(self) -> str:
        """All its letters."""
        return "".join([self.site, self.title, *(row.figure + row.label for row in self.rows)])


def draw(card: Card, typefaces: Typefaces) -> bytes:
    """Draw a card as PNG. All its letters must be in the typefaces."""
    import resvg_py

    return resvg_py.svg_to_bytes(
        svg_string=svg(card, typefaces), skip_system_fonts=True, font_files=typefaces.files, languages=["en"]
    )


def svg(card: Card, typefaces: Typefaces) -> str:
    """Write a card as SVG."""
    band = WIDTH - BAND if card.rtl else 0
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'font-family="{typefaces.family}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>'
        f'<rect x="{band}" width="{BAND}" height="{HEIGHT}" fill="{ACCENT}"/>'
        f"{''.join(_texts(card, typefaces))}</svg>"
    )


def _texts(card: Card, typefaces: Typefaces) -> Iterator[str]:
    lines, size = fitted_title(card.title, typefaces)
    baseline = 84
    if card.site != card.title:
        yield _text(card, _cut(card.site, SMALL, typefaces), baseline, SMALL, "400", QUIET)
    else:
        baseline -= 48
    baseline += 16 + size
    for line in lines:
        yield _text(card, line, baseline, size, "700", INK)
        baseline += size * 115 // 100
    step = min(128, (HEIGHT - 56 - baseline) // max(len(card.rows), 1))
    big = min(56, step * 46 // 100)
    baseline = max(baseline, HEIGHT - 56 - step * len(card.rows)) - size // 5 + big
    for row in card.rows:
        fit = min(big, big * ROOM // max(_bold(row.figure, big, typefaces), 1))
        yield _text(card, row.figure, baseline, fit, "700", ACCENT)
        yield _text(card, _cut(row.label, SMALL, typefaces), baseline + 38, SMALL, "400", QUIET)
        baseline += step


def fitted_title(title: str, typefaces: Typefaces) -> tuple[list[str], int]:
    """Break a title into lines, and give the size of letters at which they fit."""
    for size in TITLE_SIZES:
        lines = wrapped(title, size, typefaces)
        if len(lines) <= MOST_LINES and all(_bold(line, size, typefaces) <= ROOM for line in lines):
            return lines, size
    least = TITLE_SIZES[-1]
    lines = wrapped(title, least, typefaces)
    kept = lines[:MOST_LINES]
    if len(lines) > MOST_LINES:
        kept[-1] = f"{kept[-1]}…"
    return [_cut(line, least, typefaces) for line in kept], least


def wrapped(text: str, size: int, typefaces: Typefaces) -> list[str]:
    """Break a text at its spaces, never at a no-break space, so that each line fits."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _bold(longer, size, typefaces) <= ROOM:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut(text: str, size: int, typefaces: Typefaces) -> str:
    """The text, its end left out where it is too long for one line."""
    if _bold(text, size, typefaces) <= ROOM:
        return text
    while text and _bold(f"{text}…", size, typefaces) > ROOM:
        text = text[:-1]
    return f"{text.rstrip(' …')}…"


def _bold(text: str, size: int, typefaces: Typefaces) -> int:
    """How wide a text is in bold letters, at the most."""
    return typefaces.width(text, size) * BOLD // 100


def _text(card: Card, text: str, baseline: int, size: int, weight: str, fill: str) -> str:
    left = BAND + MARGIN
    x, anchor = (WIDTH - left, "end") if card.rtl else (left, "start")
    return (
        f'<text x="{x}" y="{baseline}" font-size="{size}" font-weight="{weight}" fill="{fill}" '
        f'text-anchor="{anchor}">{escape(text)}</text>'
    )
