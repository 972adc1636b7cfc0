"""Every page has an address of its own, a good one, and a template."""

import json
import posixpath
import unicodedata
from collections.abc import Container, Iterator, Mapping
from functools import partial
from urllib.parse import urlsplit

from factsheet.content.assets import ROOT
from factsheet.content.model import Sheet
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Problem
from factsheet.core.suggest import nearest, nearest_path
from factsheet.site import addresses
from factsheet.site.addresses import FRONT, INDEX, Addresses, is_address
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
    for tag, path, sheet in _shown(site):
        if path == FRONT and sheet.slug:
            yield report("O706", sheet.place_of("slug"), slug=sheet.slug)
        below = addresses.folder_below(path, partial(site.slug, tag))
        if path != FRONT and ("/" in (sheet.slug or "") or not is_good(below)) and not _is_below_bad(site, tag, path):
            yield _bad_address(sheet, below)
        layout = sheet.layout or "sheet"
        if f"{layout}.html" not in site.templates:
            names = [name.removesuffix(".html") for name in site.templates if name.endswith(".html")]
            yield report("O705", sheet.place_of("layout"), layout=layout, near=nearest(layout, names))


def _is_below_bad(site: Site, tag: str, path: str) -> bool:
    """Whether the address of a sheet is bad for that of its section, which is told there."""
    index = f"{posixpath.dirname(path)}/{FRONT}"
    if path == index or "/" not in path or site.sheet(tag, index) is None:
        return False
    return not is_good(addresses.folder_below(index, partial(site.slug, tag)))


def _bad_address(sheet: Sheet, below: str) -> Problem:
    """The finding for an address that no page can have, with the one that was most likely meant."""
    reserved = next((part for part in below.split("/") if part in WINDOWS | RESERVED), None)
    name = sheet.slug or posixpath.basename(sheet.path)
    better = addresses.plain_address(name.replace("/", "-"))
    variant = "slug" if sheet.slug else "file"
    if reserved:
        variant = "reserved"
    elif is_good(better) or better == FRONT:
        variant = f"{variant}-better"
    place = sheet.place_of("slug")
    return report("O704", place, variant=variant, slug=below, name=reserved or "", better=better)


def gather_folders(site: Site) -> str:
    """The folders in which a sheet's pages will stand, and the files of its old addresses, each with its place."""
    own = Addresses(site)
    rows = []
    for tag, path, sheet in _shown(site):
        place = sheet.place_of("slug")
        rows.append((f"{own.folder(tag, path)}{INDEX}", place.path, place.line, place.column, ""))
    for path in site.paths:
        for tag, redirect in addresses.of_sheet(site, path):
            file, sheet = addresses.file_of(site, redirect), site.sheet(tag, path) or site.original(path)
            place = sheet.place_of(redirect.key)
            if file is not None:
                rows.append((file, place.path, place.line, place.column, "alias"))
    return json.dumps(rows)


def no_address_is_taken_twice(site: Site, gathered: Mapping[str, str]) -> Iterator[Problem]:
    """Report pages that would have one address, letter case aside, and redirects that lead to none."""
    homes = {f"{Addresses(site).home(language.tag)}{INDEX}".casefold() for language in site.languages}
    taken: dict[str, Place] = {}
    spelled: dict[str, tuple[str, Place]] = {}
    rows = [(path, *row) for path, text in gathered.items() for row in json.loads(text)]
    for path, file, source, line, column, variant in sorted(rows, key=lambda row: row[-1] == "alias"):
        key, place = unicodedata.normalize("NFC", file).casefold(), Place(source, line, column)
        if path != FRONT and key in homes:
            yield report("O703", place, path=file, one="its language", other=source)
        elif key in taken:
            yield report("O703", place, variant=variant, path=file, one=taken[key], other=source)
        taken.setdefault(key, place)
        yield from _misspelt(file, place, spelled)
    for name in (one.removeprefix(ROOT) for one in site.assets if one.startswith(ROOT)):
        if name.casefold() in taken:
            yield report("O709", Place(f"static/{ROOT}{name}"), path=name, other=name)
    yield from _redirects(site, taken, spelled)
    if gathered:
        yield from _fronts(site, taken)
    yield from _menu(site)


def _menu(site: Site) -> Iterator[Problem]:
    """Report entries of the menu that are no sheet."""
    for name in site.settings.menu:
        path = name.removesuffix(".md")
        if path == name or path not in site.every_path:
            near = _titled(site, name) or renamed(sheet_meant(site, path))
            variant, place = "elsewhere" if "://" in name else "", site.settings.places[f"menu.{name}"]
            draft = next((one.file for (_, other), one in site.drafts.items() if f"{other}.md" == name), "")
            near = None if variant or draft else near and f"{near}.md"
            yield report("R514", place, variant="draft" if draft else variant, name=name, near=near, file=draft)


def _titled(site: Site, name: str) -> str | None:
    """The sheet that has this title in a language."""
    keys = ((language.tag, path) for path in site.every_path for language in site.languages)
    found = filter(None, map(site.sheets.find, keys))
    return next((sheet.path for sheet in found if name in {sheet.title, sheet.short_title}), None)


def renamed(path: str | None) -> str | None:
    """The path of a sheet with the name that its file should have, where its own cannot be part of an address."""
    if path is None or is_good(path):
        return path
    folder, _, name = path.rpartition("/")
    return posixpath.join(folder, addresses.plain_address(name))


def sheet_meant(site: Site, path: str) -> str | None:
    """The sheet whose page was most likely meant; for one of which translations are left, the only one without any."""
    near = nearest_path(path.strip("/"), site.every_path)
    if near or not any(site.sheets.is_written((language.tag, path)) for language in site.languages):
        return near
    free = [one for one in site.every_path if not any(site.translations(one))]
    return free[0] if len(free) == 1 else None


def _misspelt(file: str, place: Place, spelled: dict[str, tuple[str, Place]]) -> Iterator[Problem]:
    """Report a folder that differs from another in small and capital letters alone: some systems have one of both."""
    for at in (at for at, character in enumerate(file) if character == "/"):
        known, first = spelled.setdefault(file[:at].casefold(), (file[:at], place))
        if known != file[:at]:
            yield report("O703", place, variant="capitals", path=f"{file[:at]}/", one=first, other=place)
            return


def _fronts(site: Site, taken: Container[str]) -> Iterator[Problem]:
    """Report the first language without a front page, to which the chooser of languages and every page lead."""
    homes = (Addresses(site).home(language.tag) for language in site.published)
    home = next((home for home in homes if f"{home}{INDEX}".casefold() not in taken), None)
    if home is not None:
        path = f"content/{site.settings.reference}/{FRONT}.md"
        yield report("O726", Place(path), address=f"/{home}", path=path)


_STATUS = regex(r" (?:30[1278]|200)!?/?$")
"""What hosts write behind the target of a redirect."""
_HOST = regex(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?!md|html?|pdf|xml|json|csv|txt|xlsx|zip|svg|png|jpe?g)[a-z]+(?:/.*)?")
"""An address of another site without its scheme."""


def _redirects(site: Site, taken: dict[str, Place], spelled: dict[str, tuple[str, Place]]) -> Iterator[Problem]:
    """Report redirects of the settings that cannot be, that a page is in the way of, and that lead nowhere."""
    pages = {file.removesuffix(INDEX) for file in taken}
    old = {redirect.source: redirect.target for redirect in addresses.of_settings(site)}
    base = urlsplit(site.settings.base_url).path.removeprefix("/")
    for redirect in addresses.of_settings(site):
        place, file = site.settings.redirects[redirect.key][1], addresses.file_of(site, redirect)
        key = (file or redirect.source).casefold()
        target = unicodedata.normalize("NFC", redirect.target).casefold()
        if not is_address(redirect.key) or not redirect.source or posixpath.basename(redirect.source) == "404.html":
            ways = {"%20": "space", "*": "star", "?": "query", "#": "query"}
            variant = next((way for sign, way in ways.items() if sign in redirect.key), "setting")
            yield report("O710", place, variant=variant, alias=redirect.key)
            continue
        elif base and redirect.source.startswith(base):
            said = {"alias": redirect.key, "whole": f"{site.settings.base_url}{redirect.source}"}
            yield report("O737", place, better=f"/{redirect.source.removeprefix(base)}", **said)
        elif key in taken:
            yield report("O703", place, variant="redirect", path=file or redirect.source, one=taken[key], other=place)
        elif file is not None:
            yield from _misspelt(file, place, spelled)
        taken.setdefault(key, place)
        if redirect.target in old:
            end = old[redirect.target]
            near = f"/{end}" if end.casefold() in pages and target not in pages else None
            values = {"source": redirect.key, "target": site.settings.redirects[redirect.key][0]}
            yield report("R519", place, near=near, variant="page" if target in pages else "", **values)
        elif _HOST.fullmatch(site.settings.redirects[redirect.key][0]) and f"{ROOT}{target}" not in site.assets:
            yield report("R513", place, near=f"https://{redirect.target}", source=redirect.key, target=redirect.target)
        elif not _leads_on(target, pages):
            bare = redirect.target.partition("#")[0]
            tag, _, path = bare.removeprefix("content/").removesuffix(".md").partition("/")
            draft, near = site.drafts.get((tag, path)), nearest(_STATUS.sub("", target), pages)
            meant = None if near else path if path in site.every_path else renamed(sheet_meant(site, path))
            values = {"source": redirect.key, "target": redirect.target}
            if draft or tag == "static":
                said = {"variant": "draft", "file": draft.file} if draft else {"variant": "static", "name": path}
                yield report("R513", place, **said, **values)
            else:
                yield report("R513", place, near=f"/{near}" if near else meant and f"{tag}/{meant}.md", **values)


def _leads_on(target: str, pages: Container[str]) -> bool:
    """Whether a redirect leads to a page, to the root, to another site, or to a file that may be there."""
    is_file = "." in target.rpartition("/")[2] and not target.endswith((".md", *addresses.PAGES))
    is_file &= "#" not in target and not target.startswith("static/")
    return target == "" or target in pages or urlsplit(target).scheme in {"http", "https"} or is_file


def _shown(site: Site) -> Iterator[tuple[str, str, Sheet]]:
    for language in site.languages:
        for path in site.paths:
            sheet = site.shown(language.tag, path)
            if sheet is not None:
                yield language.tag, path, sheet


def is_good(slug: str) -> bool:
    """Whether a slug can be part of an address, on every system and beside the names that the tool uses."""
    parts = slug.split("/")
    are_plain = (addresses.SLUG.fullmatch(part) and part == part.lower() and len(part) <= LONGEST for part in parts)
    return all(are_plain) and WINDOWS.isdisjoint(parts) and parts[0] not in RESERVED
