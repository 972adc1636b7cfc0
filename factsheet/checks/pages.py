"""Every page has an address of its own, a good one, and a template."""

import json
import unicodedata
from collections.abc import Iterator, Mapping

from factsheet.content.model import Sheet
from factsheet.problems import Place, Problem
from factsheet.problems.codes import report
from factsheet.problems.suggest import nearest
from factsheet.site.addresses import FRONT, SLUG, Addresses, slug_of
from factsheet.site.site import Site

RESERVED = frozenset({"assets", "embed", "404", "figures", "feed", "index"})
"""Names below a language that the tool itself uses."""

LONGEST = 80
"""How many characters one part of an address may have."""

WINDOWS = frozenset(
    {"con", "prn", "aux", "nul", *(f"{name}{digit}" for name in ("com", "lpt") for digit in "123456789")}
)
"""Names that no file may have on Windows."""


def addresses_are_good(site: Site) -> Iterator[Problem]:
    """Report unsafe slugs, slugs that have no effect, and layouts without a template."""
    for _, path, sheet in _shown(site):
        if path == FRONT and sheet.slug:
            yield report("O706", sheet.place_of("slug"), slug=sheet.slug[:80])
        if path != FRONT and ("/" in (sheet.slug or "") or not is_good(slug_of(sheet.slug, path))):
            variant = "" if sheet.slug else "file"
            yield report("O704", sheet.place_of("slug"), variant=variant, slug=slug_of(sheet.slug, path)[:80])
        layout = sheet.layout or "sheet"
        if f"{layout}.html" not in site.templates:
            names = [name.removesuffix(".html") for name in site.templates if name.endswith(".html")]
            yield report(
                "O705",
                sheet.place_of("layout"),
                layout=layout,
                near=nearest(layout, names),
            )


def gather_folders(site: Site) -> str:
    """The folders in which a sheet's pages and aliases will stand, each with the place that says so."""
    addresses = Addresses(site)
    rows = []
    for tag, path, sheet in _shown(site):
        place = sheet.place_of("slug")
        rows.append((addresses.folder(tag, path), place.path, place.line, place.column))
        for index, alias in enumerate(sheet.aliases if sheet.language == tag else ()):
            place = sheet.place_of(f"aliases.{index}")
            rows.append((addresses.alias(tag, alias), place.path, place.line, place.column))
    return json.dumps(rows)


def no_address_is_taken_twice(site: Site, gathered: Mapping[str, str]) -> Iterator[Problem]:
    """Report pages that would have one address, letter case aside."""
    homes = {Addresses(site).home(language.tag).casefold() for language in site.languages}
    taken: dict[str, Place] = {}
    for path, text in gathered.items():
        for folder, file, line, column in json.loads(text):
            key, place = unicodedata.normalize("NFC", folder).casefold(), Place(file, line, column)
            if path != FRONT and key in homes:
                yield report("O703", place, path=f"{folder}index.html", one="its language", other=file)
            elif key in taken:
                yield report("O703", place, path=f"{folder}index.html", one=taken[key], other=file)
            taken.setdefault(key, place)


def _shown(site: Site) -> Iterator[tuple[str, str, Sheet]]:
    for language in site.languages:
        for path in site.paths:
            sheet = site.shown(language.tag, path)
            if sheet is not None:
                yield language.tag, path, sheet


def is_good(slug: str) -> bool:
    """Whether a slug can be part of an address, on every system and beside the names that the tool uses."""
    parts = slug.split("/")
    return (
        all(
            SLUG.fullmatch(part) and part == part.lower() and len(part) <= LONGEST and part not in WINDOWS
            for part in parts
        )
        and parts[0] not in RESERVED
    )
