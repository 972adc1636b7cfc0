"""Addresses of pages and files: old ones are good, links lead to what is there, and no file goes unused."""

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from fnmatch import fnmatchcase
from functools import partial
from typing import Final
from urllib.parse import unquote, urlsplit

from factsheet.checks.pages import RESERVED
from factsheet.content.assets import ROOT
from factsheet.content.model import Sheet
from factsheet.content.sources import AT_THE_ROOT, defaults, is_default_template
from factsheet.content.text import place_at
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Problem
from factsheet.core.suggest import nearest
from factsheet.site import addresses
from factsheet.site.addresses import FRONT, INDEX, Addresses
from factsheet.site.extraction import asked_assets, no_asset, pointed
from factsheet.site.site import Site

# The addresses that pages had before are good ones.


def aliases_are_good(site: Site) -> Iterator[Problem]:
    """Report aliases that cannot be an address; whether another page has one is seen with the pages."""
    for path in site.paths:
        for tag, redirect in addresses.of_sheet(site, path):
            sheet = site.sheet(tag, path)
            if sheet is None or not redirect.key:
                continue
            alias = sheet.aliases[int(redirect.key.rpartition(".")[2])]
            is_own, bare = redirect.source == redirect.target, alias.removesuffix(".md").removeprefix(f"{tag}/")
            is_good = addresses.is_address(alias) and redirect.source and alias.strip("/").split("/")[0] not in RESERVED
            if is_own or bare != alias or not is_good:
                variant = "own" if is_own else "space" if "%20" in alias or " " in alias else ""
                whole = bare.removeprefix(site.settings.base_url)
                near = bare if whole == bare != alias else f"/{whole}" if whole != bare else None
                yield report("O710", sheet.place_of(redirect.key), variant=variant, near=near, alias=alias)


# Where links within the site lead that name an address, not the file of a sheet.

MADE = frozenset({".csv", ".json", ".jsonld", ".xml", ".txt", ".zip", ".webmanifest", ".ico", ".xlsx"})
"""Endings of files that are made beside pages or put there by hosts: in the folder of a page none is looked for."""

_OF_DATA = regex(r"(?:figures|history|datapackage|build-info|chart-|table-|.+\.(?!csv|json\Z|xlsx))")
"""How the names of data begin that are made; other endings are made under any name, and plugins make what they like."""

_MADE_FOLDERS = RESERVED | {"search"}


def own_path(site: Site, address: str) -> str | None:
    """Give the path of an address that begins with that of the site; None for one of another site."""
    parts, own = urlsplit(address), urlsplit(site.settings.base_url)
    same = parts.scheme in {"http", "https"} and parts.netloc.casefold() == own.netloc.casefold()
    return parts.path or "/" if same and own.netloc else None


def leads_nowhere(site: Site, sheet: Sheet, path: str) -> bool:
    """Whether a path in a link of a sheet names neither a page of the site, nor a file that is made beside one."""
    own = Addresses(site)
    here = own.base_path + own.folder(sheet.language, sheet.path)
    target = posixpath.normpath(posixpath.join(here, unquote(path)))
    if not f"{target}/".startswith(own.base_path):
        # From the root of the host, another site may be meant; a way up out of this one is a slip.
        return path[0] != "/"
    below = f"{target}/".removeprefix(own.base_path)
    if f"{ROOT}{below.strip('/')}" in site.assets or not _MADE_FOLDERS.isdisjoint(below.split("/")):
        return False
    folder, _, name = below.strip("/").rpartition("/")
    folders = {folder.strip("/") for folder in _folders(site, own)}
    if posixpath.splitext(name)[1] in MADE and (_OF_DATA.match(name) or site.settings.plugins):
        return folder.removesuffix(FRONT).strip("/") not in folders
    return below.strip("/") not in folders


def _folders(site: Site, own: Addresses) -> Iterator[str]:
    """The folders of all pages, and the addresses they had before."""
    yield ""
    for path in site.every_path:
        for language in site.published:
            if site.is_shown(language.tag, path):
                yield own.folder(language.tag, path)
        yield from (redirect.source for _, redirect in addresses.of_sheet(site, path))
    yield from (redirect.source for redirect in addresses.of_settings(site))


# The static files that templates name are there, and the pictures beside sheets are shown.

CONTENT: Final = "content/"
"""Where the names of pictures begin that lie beside sheets."""

_NAMED: Final = regex(r"""(?P<loads>\b(?:href|src|poster)=)?["'](?P<address>[^"'{}\s]{1,200})["']""")
"""An address as it is written, in an attribute or elsewhere."""

_MUTE: Final = regex(r"<img\b(?![^<>]*\balt\b)(?:[^<>]|\{\{.*?\}\})*>")
_WHOLE: Final = regex(r"[a-z][a-z0-9+.-]*:|//|[#?]", re.IGNORECASE)
"""How addresses begin that lead to the same from every page, or into it."""


def templates_find_their_files(site: Site) -> Iterator[Problem]:
    """Report files that a template asks for and `static/` does not have, and such as it or `head` names by hand."""
    for template, data in site.templates.items():
        for line, name in asked_assets(template, data):
            if name not in site.assets:
                yield pointed(no_asset(Place(f"templates/{template}", line), name, site.assets), data)
        if not is_default_template(template, data):
            text = data.decode("utf-8", "replace")
            yield from _named_by_hand(site, text, partial(place_at, f"templates/{template}", text), template)
    if site.settings.head:
        yield from _named_by_hand(site, site.settings.head, lambda _: site.settings.places["head"], "")


def _named_by_hand(site: Site, text: str, place: Callable[[int], Place], template: str) -> Iterator[Problem]:
    """Report addresses of a template, or of `head` where that is empty, that lead nowhere from some page."""
    base = urlsplit(site.settings.base_url).path
    yield from (report("O749", place(found.start())) for found in _MUTE.finditer(text))
    for found in _NAMED.finditer(text):
        address = found["address"]
        is_static, is_loaded = address.startswith("/static/"), found["loads"] and not _WHOLE.match(address)
        if not is_static and (not is_loaded or template == "chooser.html"):
            continue
        at, better = place(found.start("address")), f"{base}{address.removeprefix('/static/').lstrip('/')}"
        variant = "" if template else "head"
        if is_static:
            yield report("O716", at, variant=variant, name=address.removeprefix("/static/"), better=better)
        elif address[0] != "/":
            alike = (one for one in site.assets if one.endswith(f"/{address.rpartition('/')[2]}"))
            name = address if address in site.assets else next(alike, address)
            variant = "file" if template and name in site.assets else variant
            yield report("O742", at, variant=variant, address=address, name=name, better=better)
        elif not address.startswith(base):
            yield report("O741", at, address=address, better=f"{base}{address[1:]}")


def settings_fit_the_site(site: Site) -> Iterator[Problem]:
    """Report a logo and languages of the settings that are not there, and an address that ends in a language."""
    url, own, logo = site.settings.base_url, Addresses(site), site.settings.theme.logo
    if logo is not None and logo not in site.assets:
        files = [asset for asset in site.assets if not (defaults() / "static" / asset).is_file()]
        yield no_asset(site.settings.places["theme.logo"], logo, files)
    for tag in site.settings.locales.keys() - site.by_tag.keys():
        yield report("C819", site.settings.places[f"locales.{tag}"], tag=tag)
    for home in {own.home(language.tag) for language in site.languages} - {""}:
        if urlsplit(url).path.endswith(f"/{home}"):
            place = site.settings.places["base_url"]
            yield report("O746", place, folder=home, whole=f"{url}{home}", better=url.removesuffix(home))


_SAID: Final[Mapping[str, re.Pattern[str]]] = {
    "CNAME": regex(r"\A\s*(\S.*?)\s*\Z", re.DOTALL), "sitemap.xml": regex(r"<loc>\s*([^<\s]+)"),
    "robots.txt": regex(r"^[ \t]*sitemap:\s*(\S+)", re.MULTILINE | re.IGNORECASE),
}  # fmt: skip
"""The addresses that files for hosts and robots say."""

_HIDES: Final = r"(?ims)^user-agent:\s*\*\s*$(?:(?!^user-agent:).)*?^(disallow:[ \t]*(?:/|%s)[ \t]*)$"
_POLICY: Final = regex(r"content-security-policy:.*'sha256-", re.IGNORECASE)


def root_files_say_what_settings_say(site: Site) -> Iterator[Problem]:
    """Report what the site's own files for hosts and robots say of another site, or leave out, or that lie beside."""
    yield from (report("O730", Place(f"static/{name}"), path=name) for name in sorted(AT_THE_ROOT & site.assets.keys()))
    url = site.settings.base_url
    texts = {name: site.assets.get(f"{ROOT}{name}", b"").decode("utf-8", "replace") for name in AT_THE_ROOT}
    for name, pattern in _SAID.items():
        host = urlsplit(url).netloc if name == "CNAME" else None
        for found in pattern.finditer(texts[name]):
            if found[1] != host if host else not found[1].startswith(url):
                at, said = place_at(f"static/{ROOT}{name}", texts[name], found.start(1)), found[1].split()[0]
                yield report("O747", at, variant="host" if host else "", text=said, url=url, better=host or "")
                break
    homes = [urlsplit(url).path + home for home in ("", *map(Addresses(site).home, site.by_tag))]
    hides = re.search(_HIDES % "|".join(map(re.escape, homes)), texts["robots.txt"])
    headers, line = texts["_headers"], hides[1].strip() if hides else ""
    lost = {
        "robots.txt": hides and place_at(f"static/{ROOT}robots.txt", texts["robots.txt"], hides.start(1)),
        "_headers": headers and not _POLICY.search(headers) and Place(f"static/{ROOT}_headers"),
        "_redirects": texts["_redirects"] and site.settings.redirects and Place(f"static/{ROOT}_redirects"),
    }
    for name, at in ((name, at) for name, at in lost.items() if at):
        yield report("O748", at, variant=name.partition(".")[0].strip("_"), path=name, line=line)
    yield from _leads_away(site, texts["_redirects"])


_RULE: Final = regex(r"^[ \t]*(/\S*)[ \t]+\S++(?![ \t]+(?:200|404)(?!!))", re.MULTILINE)
"""A line of `_redirects`, but such as hosts follow only where there is no page."""


def _leads_away(site: Site, text: str) -> Iterator[Problem]:
    """Report lines of `_redirects` that take in the front page of a language, or every page below it."""
    own = Addresses(site)
    homes = [own.home(language.tag) for language in site.published]
    for found in _RULE.finditer(text):
        taken = "/".join("*" if part.startswith(":") else part for part in found[1].split("/"))
        below = [one for one in homes for page in (one, f"{one}_/") if fnmatchcase(own.base_path + page, taken)]
        if below:
            yield report("O750", place_at(f"static/{ROOT}_redirects", text, found.start(1)), home=below[0])


def gather_pictures(site: Site) -> str:
    """The pictures beside sheets that a sheet shows or links to, in any language."""
    every = ((sheet, link) for key, sheet in site.sheets.items() for link in site.prose[key].links)
    shown = {addresses.linked_asset(link.address, sheet.file) for sheet, link in every}
    return "\n".join(sorted(name for name in shown if name and name.startswith(CONTENT)))


def every_picture_is_shown(site: Site, gathered: Mapping[str, str]) -> Iterator[Problem]:
    """Report pictures beside sheets that no sheet shows: somebody put them there for something."""
    shown = {name for names in gathered.values() for name in names.split("\n")}
    for name in sorted(name for name in site.assets if name.startswith(CONTENT)):
        if name not in shown:
            variant = "outside" if name.count("/") == 1 else ""
            yield report("R515", Place(name), variant=variant, name=name.rpartition("/")[2])


# Addresses that were published and are no longer there: readers and search engines still come by them.

_FURNITURE = frozenset({"embed", "search", "archive", "404"})
"""Names below a language at which no sheet has its page."""


def published_pages(files: Collection[str]) -> frozenset[str]:
    """The addresses of pages among published files: folders, as `ro/method/`; the root is none of them."""
    folders = (file.removesuffix(INDEX) for file in files if file.endswith(f"/{INDEX}"))
    return frozenset(folder for folder in folders if _FURNITURE.isdisjoint(folder.split("/")[:2]))


def departed(site: Site, known: Collection[str], before: Collection[str]) -> Iterator[Problem]:
    """Report pages that were published, of which no page, alias or redirect is left.

    `known` are the addresses that were published, `before` those that were before any was lost: a sheet that is none
    of these is new, and named as what a page of its language was most likely renamed to.
    """
    pages = _pages(site)
    drafts = {folder for tag in site.by_tag for _, path in site.drafts for folder in _folders_of(site, tag, path)}
    led_on = {redirect.source for path in site.every_path for _, redirect in addresses.of_sheet(site, path)}
    led_on |= {redirect.source for redirect in addresses.of_settings(site)}
    homes = {Addresses(site).home(language.tag): language.tag for language in site.languages}
    lost = [address for address in sorted(known) if address not in {*pages, *drafts, *led_on, *homes}]
    by_home = {one: next((home for home in sorted(homes, reverse=True) if one.startswith(home)), None) for one in lost}
    counts = Counter(by_home.values())
    for address, home in by_home.items():
        if home is None:
            continue
        new = {
            folder: sheet for folder, sheet in pages.items() if folder not in before and sheet.language == homes[home]
        }
        renamed = _renamed(address, new, alone=counts[home] == 1)
        if renamed is None:
            yield report("O714", Place("site.toml"), address=f"/{address}")
        else:
            place, alias = renamed.place_of("title"), address.removeprefix(home).rstrip("/")
            yield report("O714", place, variant="alias", address=f"/{address}", file=renamed.file, alias=alias)


def _pages(site: Site) -> dict[str, Sheet]:
    """The sheets by the addresses of their pages, in every language in which they have been written."""
    own = Addresses(site)
    return {
        own.folder(language.tag, path): sheet
        for path in site.every_path
        for language in site.languages
        if (sheet := site.shown(language.tag, path)) is not None
    }


def _folders_of(site: Site, tag: str, path: str) -> Iterator[str]:
    """The addresses in a language that a draft has, or that a translation of one has, when it is shown."""
    home, original = Addresses(site).home(tag), (site.settings.reference, path)
    draft = site.drafts.get((tag, path)) or site.sheets.get((tag, path)) or site.drafts.get(original)
    if draft is not None:
        below = addresses.folder_below(path, lambda sheet: draft.slug if sheet == path else site.slug(tag, sheet))
        yield home if path == FRONT else f"{home}{below}/"
        yield from (addresses.old_path(home, alias) for alias in draft.aliases)


def _renamed(address: str, new: Mapping[str, Sheet], *, alone: bool) -> Sheet | None:
    """The sheet that a page was most likely renamed to, of those of its language that were not published before."""
    if alone and len(new) == 1:
        return next(iter(new.values()))
    near = nearest(address, new)
    return None if near is None else new[near]
