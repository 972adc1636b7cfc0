"""Pages to keep. As one HTML file: style, script and pictures inside, links in full, and a policy that lets nothing in.

The page is rewritten as a browser would read it, element by element, so that templates of any site will do.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from html import escape
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

from factsheet.content.assets import replace_addresses
from factsheet.content.pictures import data_address
from factsheet.core.patterns import regex
from factsheet.core.problems import Given
from factsheet.core.records import dataclass
from factsheet.outputs.artifacts import FIRST_SCRIPT, digest_of
from factsheet.outputs.typefaces import font_files

_LINKS: Final = frozenset({"href", "src", "poster"})
_LEFT_OUT: Final = frozenset({"apple-touch-icon", "manifest", "modulepreload", "preload", "prefetch"})
"""The links that serve a site and not a file."""

_REST: Final = "img-src data:; base-uri 'none'; form-action 'none'"

Attributes = list[tuple[str, str | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Where a page stands, and the files it may refer to."""

    address: str
    """The full address of the page, to which its links are relative."""
    folder: str
    """The folder of the page in the output."""
    files: Mapping[str, bytes]
    """The assets of the site by their path in the output."""


def single_file(html: str, surroundings: Surroundings) -> str:
    """Give the page as one file.

    Style sheets, scripts and pictures of the site are put inside; links lead to the published site. A policy for
    content (CSP Level 3) names the style and the script by their SHA-256.
    """
    writer = _Writer(surroundings)
    writer.feed(html)
    writer.close()
    return writer.text()


class _Writer(HTMLParser):
    """Writes a page out again as it is read."""

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(convert_charrefs=False)
        self._around = surroundings
        self._parts: list[str] = []
        self._policy_at: int | None = None
        self._styles: list[str] = []
        self._scripts: list[str] = []
        self._skip = ""

    def text(self) -> str:
        """The whole page, its policy in place."""
        if self._policy_at is not None:
            policy = "; ".join(["default-src 'none'", *self._allowed(), _REST])
            self._parts[self._policy_at] = _tag(
                "meta", [("http-equiv", "Content-Security-Policy"), ("content", policy)]
            )
        return "".join(self._parts)

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        self._parts.append(self._started(tag, attrs))

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._skip:
            self._skip = ""
        else:
            self._parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if data == FIRST_SCRIPT:
            self._scripts.append(f"'{digest_of(data)}'")
        if not self._skip:
            self._parts.append(data)

    def handle_entityref(self, name: str) -> None:
        self._parts.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._parts.append(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        self._parts.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self._parts.append(f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        self._parts.append(f"<?{data}>")

    def _started(self, tag: str, attrs: Attributes) -> str:
        given = Given({name: value or "" for name, value in attrs})
        relations = frozenset(given["rel"].lower().split(" ")) if tag == "link" else frozenset()
        if tag == "meta" and given["http-equiv"].lower() == "content-security-policy":
            self._policy_at = len(self._parts)
            return ""
        if tag == "source":  # one file holds each picture once
            return ""
        if relations & _LEFT_OUT:
            if self._parts and not self._parts[-1].strip(" \t\r\n"):
                self._parts[-1] = ""
            return ""
        if tag == "script" and (script := self._script(given)):
            return script
        if "stylesheet" in relations and (data := self._file(given["href"])) is not None:
            return self._inline("style", self._whole_style(given["href"], data))
        return self._rewritten(tag, attrs)

    def _script(self, given: Given) -> str:
        """The script that an element names, as it stands inside; one that it asks for later stands before it."""
        if (data := self._file(given.get("src") or given["data-next"])) is None:
            return ""
        if "src" not in given:
            return f"{self._inline('script', data)}<script>"
        self._skip = "script"
        return self._inline("script", data)

    def _inline(self, tag: str, data: bytes) -> str:
        text = data.decode("utf-8-sig").replace("</", "<\\/")
        (self._styles if tag == "style" else self._scripts).append(f"'{digest_of(text)}'")
        return f"<{tag}>{text}</{tag}>"

    def _whole_style(self, address: str, data: bytes) -> bytes:
        """A style sheet with the pictures and fonts that it names inside."""

        def inside(own: str, _offset: int) -> str | None:
            return self._data(own if ":" in own else posixpath.join(posixpath.dirname(address), own))

        return replace_addresses(data.decode("utf-8-sig"), inside).encode()

    def _data(self, address: str) -> str | None:
        """A picture or font of the site as a data URL (RFC 2397); None for anything else."""
        data = self._file(address)
        return None if data is None else data_address(urlsplit(address).path, data)

    def _rewritten(self, tag: str, attrs: Attributes) -> str:
        changed = [(name, self._linked(tag, name, value)) for name, value in attrs]
        if changed == attrs:
            return self.get_starttag_text() or ""
        return _tag(tag, changed)

    def _linked(self, tag: str, name: str, value: str | None) -> str | None:
        if name not in _LINKS or not value or value.startswith("#"):
            return value
        picture = self._data(value) if tag in {"img", "link", "image"} else None
        if picture is not None:
            return picture
        return urljoin(self._around.address, value)

    def _file(self, address: str) -> bytes | None:
        """The asset that an address means; None for what is no file of this site."""
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or not parts.path:
            return None
        path = posixpath.normpath(posixpath.join("/", self._around.folder, unquote(parts.path)))
        return self._around.files.get(path.removeprefix("/"))

    def _allowed(self) -> Iterator[str]:
        for name, hashes in (("style-src", self._styles), ("script-src", self._scripts)):
            if hashes:
                yield f"{name} {' '.join(hashes)}"
        if any("data:font/" in part for part in self._parts):
            yield "font-src data:"


def _tag(tag: str, attrs: Attributes) -> str:
    given = "".join(f" {name}" if value is None else f' {name}="{escape(value)}"' for name, value in attrs)
    return f"<{tag}{given}>"


# A page as PDF: tagged for assistive technology (PDF/UA-1, ISO 14289-1), printed by the page's own style sheet.
# WeasyPrint, of the extra `pdf`, sets it. It is given a page as one file and may read nothing but that and the fonts.

VARIANT: Final = "pdf/ua-1"

ROOT_SIZE: Final = Decimal(34) / 3
"""What the print style sheet makes of one rem, in CSS pixels (8.5 points)."""

_DRAWING: Final = regex(r'(<svg\b[^>]*\bclass="drawing"[^>]*>)(.*?)(</svg>\s*(?=<(?!/svg)|$))', re.DOTALL)
_REM: Final = regex(r'(?<=")(-?[0-9.]+)rem(?=")')


def _rules(name: str) -> str:
    return (Path(__file__).parent / "data" / name).read_text("utf-8")


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
    return "".join(faces) + _rules("pdf-page.css").replace("@families@", ", ".join([*families, "sans-serif"]))


def with_drawings(html: str) -> str:
    """Give charts their rules and their lengths in pixels, since in a PDF they inherit neither."""
    rules = f"<style>{_rules('pdf-drawing.css')}</style>"

    def drawing(match: re.Match[str]) -> str:
        opening, inside, closing = match.groups()
        scaled = (_REM.sub(lambda rem: f"{Decimal(rem[1]) * ROOT_SIZE:.2f}", part) for part in (opening, inside))
        return rules.join(scaled) + closing

    return _DRAWING.sub(drawing, html)
