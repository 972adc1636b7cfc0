"""A page as PDF: tagged for assistive technology (PDF/UA-1, ISO 14289-1), printed by the page's own style sheet.

WeasyPrint, of the extra `pdf`, sets it. It is given a page as one file and may read nothing but that and the fonts.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Final

from factsheet.core.patterns import regex
from factsheet.outputs.share_cards.typefaces import font_files

VARIANT: Final = "pdf/ua-1"

ROOT_SIZE: Final = Decimal(34) / 3
"""What the print style sheet makes of one rem, in CSS pixels (8.5 points)."""

_DRAWING: Final = regex(r'(<svg\b[^>]*\bclass="drawing"[^>]*>)(.*?)(</svg>\s*(?=<(?!/svg)|$))', re.DOTALL)
_REM: Final = regex(r'(?<=")(-?[0-9.]+)rem(?=")')

_DRAWN: Final = """
text { font-family: "Source Sans 3", "Noto Sans Arabic", "Noto Sans Devanagari", sans-serif; font-size: 10px }
text { stroke: none }
.name, .tick { fill: #333333 }
.amount { font-size: 11px; font-weight: 700 }
.mark { color: #0b4a66; fill: #0b4a66 }
.grid, .track { color: #999999 }
.base { color: #333333 }
"""
"""What the style sheet says of charts: a drawing in a PDF is set apart from the page and its rules."""

_SET: Final = """
@page { size: A4 }
@page { @bottom-right { font-family: %(families)s !important } }
html, body { font-family: %(families)s !important }
:is(.opening, .cards, .groups, .passage .wrap, .both, .keys li, .body, .parts, .part, .pair, .downloads li, .sources li,
  .content.listing, .bottom .wrap, .value, .value .figure) { display: block !important }
.charts > .content { grid-template-columns: 1fr 1fr !important }
.card { display: inline-block !important; width: 23%% !important; margin-right: 1%%; vertical-align: top }
.card.lead { width: 98%% !important }
.figure :is(.bound, .num, .unit) { display: inline !important }
"""
"""These stand for the reader's own rules, which yield to a page's unless they are important."""


def lack_of_pdf() -> str:
    """Why no PDF can be made here, in a line: WeasyPrint or a library of the system is missing; empty where it can."""
    try:
        import_module("weasyprint")
    except (ImportError, OSError) as error:
        return str(error).partition("\n")[0]
    return ""


def to_pdf(html: str) -> bytes:
    """Print a page that is one file; nothing may be lacking.

    The bytes are the same each time where SOURCE_DATE_EPOCH is set: fonts in a PDF are dated by it, else by the clock.
    """
    import logging

    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    logging.getLogger("fontTools").setLevel(logging.CRITICAL)
    fonts = FontConfiguration()
    own = CSS(string=style(font_files()), font_config=fonts, url_fetcher=URLFetcher(allowed_protocols=["file"]))
    page = HTML(string=with_drawings(html), url_fetcher=URLFetcher(allowed_protocols=["data"]))
    made: bytes = page.write_pdf(stylesheets=[own], font_config=fonts, pdf_variant=VARIANT)
    return made


def style(fonts: Iterable[tuple[str, str]]) -> str:
    """The rules that a PDF needs besides those of the page: fonts that are the same on every machine."""
    families, faces = [], []
    for family, file in fonts:
        families.append(f'"{family}"')
        faces.append(
            f'@font-face {{ font-family: "{family}"; src: url("{Path(file).as_uri()}"); font-weight: 100 900 }}\n'
        )
    return "".join(faces) + _SET % {"families": ", ".join([*families, "sans-serif"])}


def with_drawings(html: str) -> str:
    """Give charts their rules and their lengths in pixels, since in a PDF they inherit neither."""

    def drawing(match: re.Match[str]) -> str:
        opening, inside, closing = match.groups()
        scaled = (_REM.sub(_pixels, part) for part in (opening, inside))
        return f"<style>{_DRAWN}</style>".join(scaled) + closing

    return _DRAWING.sub(drawing, html)


def _pixels(match: re.Match[str]) -> str:
    return f"{Decimal(match[1]) * ROOT_SIZE:.2f}"
