"""Every page has an address of its own, a good one, and a template."""

import unicodedata
from collections.abc import Iterator

from factsheet.addresses import FRONT, SLUG, Addresses, slug_of
from factsheet.codes import report
from factsheet.problems import Place, Problem
from factsheet.site import Site
from factsheet.suggest import nearest

RESERVED = frozenset({"assets", "embed", "404", "figures", "feed", "index"})
"""Names below a language that the tool itself uses."""

WINDOWS = frozenset(
    {"con", "prn", "aux", "nul", *(f"{name}{digit}" for name in ("com", "lpt") for digit in "123456789")}
)
"""Names that no file may have on Windows."""


def addresses_are_good(site: Site) -> Iterator[Problem]:
    """Report unsafe slugs, pages with one address, and layouts without a template."""
    taken: dict[str, Place] = {}
    for language in site.languages:
        if site.settings.root == language.tag:
            for other in site.languages:
                if other != language:
                    taken[f"{other.tag}/".casefold()] = Place("site.toml")
    pairs = [(language.tag, path) for language in site.languages for path in site.paths]
    for tag, path in pairs:
        sheet = site.shown(tag, path)
        if sheet is None:
            continue
        place = sheet.place_of("slug")
        if path != FRONT and not _is_good(slug_of(sheet, path)):
            yield report("O704", place, slug=slug_of(sheet, path)[:80])
            continue
        folder = Addresses(site).folder(tag, path)
        key = unicodedata.normalize("NFC", folder).casefold()
        if key in taken:
            yield report("O703", place, path=f"{folder}index.html", one=str(taken[key]), other=sheet.file)
        else:
            taken[key] = place
        layout = sheet.layout or "sheet"
        if f"{layout}.html" not in site.templates:
            names = [name.removesuffix(".html") for name in site.templates if name.endswith(".html")]
            close = nearest(layout, names)
            yield report(
                "O705",
                sheet.place_of("layout"),
                variant="suggest" if close else "",
                layout=layout,
                suggestion=close or "",
            )


def _is_good(slug: str) -> bool:
    parts = slug.split("/")
    return (
        all(
            SLUG.fullmatch(part) and part == part.lower() and len(part) <= 80 and part not in WINDOWS
            for part in parts
        )
        and parts[0] not in RESERVED
    )
