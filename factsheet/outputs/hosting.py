"""Files for hosts, robots and browsers: headers, the sitemap, old addresses, icons, and all of `static/`."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from html import escape
from typing import Final

from factsheet.content.model import Language
from factsheet.content.theme import DEFAULT_ACCENT
from factsheet.outputs import artifacts
from factsheet.outputs.artifacts import POLICY, SEARCH_POLICY, Artifact, Rendering, quoteattr, with_origins
from factsheet.outputs.embeds import FOLDER
from factsheet.outputs.navigation import alternates
from factsheet.site.addresses import Redirect, addresses_of, file_of, of_settings
from factsheet.site.addresses import of_sheet as redirects_of

HEADERS = (
    ("Content-Security-Policy", f"{POLICY}; frame-ancestors 'none'"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)

EMBED_POLICY = f"{POLICY}; frame-ancestors *"
"""The content security policy of figures that are made to be framed by other sites."""


ASSET_POLICY = "default-src 'none'; frame-ancestors 'none'"
"""The policy of what pages are made of: a drawing that is opened by itself loads and runs nothing at all."""

OF_PAGES = tuple(name for name, _ in HEADERS if name != "X-Content-Type-Options")
"""The headers that mean something for a document alone: with each asset they would be weight (150 bytes)."""


def for_hosts(rendering: Rendering, gathered: Mapping[str, str]) -> Iterator[Artifact]:
    """Give `_headers`, `robots.txt` and `sitemap.xml`."""
    yield "_headers", _headers(rendering).encode()
    yield "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {rendering.addresses.base}sitemap.xml\n".encode()
    yield "sitemap.xml", _sitemap(gathered.values()).encode()


def _headers(rendering: Rendering) -> str:
    """The rules for all files; framed figures and assets trade the policy of pages (`!` takes it away) for others."""
    origins = rendering.site.settings.csp
    lines = ["/*", *(f"  {name}: {with_origins(value, origins)}" for name, value in HEADERS)]
    for language in rendering.site.published:
        lines += ["", f"/{rendering.addresses.home(language.tag)}{FOLDER}*", "  ! Content-Security-Policy"]
        lines += [f"  Content-Security-Policy: {with_origins(EMBED_POLICY, origins)}"]
        if "search" in rendering.formats:
            lines += ["", f"/{artifacts.search_folder(rendering, language)}*", "  ! Content-Security-Policy"]
            lines += [f"  Content-Security-Policy: {with_origins(SEARCH_POLICY, origins)}; frame-ancestors 'none'"]
    lines += ["", "/assets/*", *(f"  ! {name}" for name in OF_PAGES), f"  Content-Security-Policy: {ASSET_POLICY}"]
    return "\n".join([*lines, "  Cache-Control: public, max-age=31536000, immutable", ""])


def gather_pages(rendering: Rendering, path: str) -> str:
    """Give the sitemap's entries of a sheet: every page with its translations."""
    site = rendering.site
    rows = []
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang={quoteattr(link.hreflang)} href={quoteattr(link.href)}/>'
        for link in alternates(rendering, path)
    )
    for language in site.published:
        if (sheet := site.sheet(language.tag, path)) is None:
            continue
        changed = sheet.updated or sheet.date or site.original(path).updated or site.original(path).date
        when = f"<lastmod>{changed.isoformat()}</lastmod>" if changed else ""
        address = escape(rendering.addresses.page(language.tag, path), quote=False)
        rows.append(f"<url><loc>{address}</loc>{when}{links}</url>\n")
    return "".join(rows)


def _sitemap(rows: Iterable[str]) -> str:
    """Put the entries together (sitemaps.org, with the `xhtml:link` of search engines)."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        f"{''.join(rows)}</urlset>\n"
    )


HOSTING = artifacts.Output(name="hosting", gather=gather_pages, combine=for_hosts, gives_way=True)


# Old addresses: a page at each that leads on without a script, and `_redirects`, as Netlify and Cloudflare read it.


def redirects_of_sheet(rendering: Rendering, path: str) -> Iterator[Artifact]:
    """Give a page for each old address of a sheet, in each language that names it."""
    for tag, redirect in redirects_of(rendering.site, path):
        sheet = rendering.site.shown(tag, path)
        yield from _page(rendering, redirect, sheet.title if sheet else path)


def gather_addresses(rendering: Rendering, path: str) -> str:
    """Give the old addresses of a sheet, each with the new one."""
    return json.dumps([addresses_of(rendering.site, redirect) for _, redirect in redirects_of(rendering.site, path)])


def redirects(rendering: Rendering, gathered: Mapping[str, str]) -> Iterator[Artifact]:
    """Give `_redirects`, where anything has moved, and a page for each redirect of the settings."""
    site = rendering.site
    moved = [pair for text in gathered.values() for pair in json.loads(text)]
    for redirect in of_settings(site):
        moved.append(addresses_of(site, redirect))
        yield from _page(rendering, redirect, artifacts.site_title(rendering, site.by_tag[redirect.tag]))
    if lines := [f"{old} {new} 301\n" for olds, new in moved for old in olds]:
        yield "_redirects", "".join(lines).encode()


REDIRECTS = artifacts.Output(
    name="redirects", of_sheet=redirects_of_sheet, gather=gather_addresses, combine=redirects, gives_way=True
)


def _page(rendering: Rendering, redirect: Redirect, title: str) -> Iterator[Artifact]:
    """Give the page that leads on; nothing where none can stand at the old address."""
    site, addresses, file = rendering.site, rendering.addresses, file_of(rendering.site, redirect)
    if file is None:
        return
    folder = file[: file.rfind("/") + 1]
    language = site.by_tag[redirect.tag]
    is_elsewhere = ":" in redirect.target
    values = {
        "lang": language.tag,
        "dir": language.dir,
        "site": artifacts.site_view(rendering, language, folder),
        "title": title,
        "canonical": redirect.target if is_elsewhere else addresses.absolute(redirect.target),
        "href": redirect.target if is_elsewhere else addresses.relative(folder, redirect.target),
    }
    yield file, rendering.templates.render("alias.html", site.catalogs[language.tag], values).encode()


# Where to report a hole in the site's security: `.well-known/security.txt` (RFC 9116), where a contact is set.

SECURITY_TXT: Final = ".well-known/security.txt"
MONTHS: Final = 11
"""How long the file holds, in months: RFC 9116 advises less than a year."""


def security_txt(rendering: Rendering, _gathered: Mapping[str, str]) -> Iterator[Artifact]:
    """Give the file; nothing without a contact, or where the day of the build is not known.

    It is the one output that depends on the day: it expires on the first of a month, so that all builds of one
    month are the same.
    """
    site = rendering.site
    contact = site.settings.security_contact
    if contact is None or site.today is None:
        return
    tags = [site.reference.tag, *(language.tag for language in site.published if language != site.reference)]
    lines = [
        f"Contact: {contact}",
        f"Expires: {expiry(site.today).isoformat()}T00:00:00Z",
        f"Preferred-Languages: {', '.join(tags)}",
        f"Canonical: {rendering.addresses.absolute(SECURITY_TXT)}",
    ]
    yield SECURITY_TXT, ("\n".join(lines) + "\n").encode()


SECURITY = artifacts.Output(name="security.txt", combine=security_txt, gives_way=True)


def expiry(today: date) -> date:
    """The first day of the month that comes eleven months after this one."""
    months = today.month - 1 + MONTHS
    return date(today.year + months // 12, months % 12 + 1, 1)


# A web app manifest per language (W3C): what a saved page is called, where it starts, and its icons.

MANIFEST_NAME: Final = "manifest.webmanifest"
TOUCH_ICON: Final = "icon-180.png"
"""The static file that is an icon without transparent corners."""

ICONS: Final = (
    ("icon.svg", "any", "image/svg+xml"),
    ("icon-192.png", "192x192", "image/png"),
    ("icon-512.png", "512x512", "image/png"),
)
"""The static files that are icons: name, size, type. A site with a mark of its own overrides all of them."""

PAPER: Final = "#fdfcf8"
"""The colour of the default style sheet's paper."""


def manifests(rendering: Rendering, _gathered: Mapping[str, str]) -> Iterator[Artifact]:
    """Give `manifest.webmanifest` of each language."""
    for language in rendering.site.published:
        text = artifacts.to_json(_manifest(rendering, language))
        yield f"{rendering.addresses.home(language.tag)}{MANIFEST_NAME}", f"{text}\n".encode()


MANIFEST = artifacts.Output(name="manifest", combine=manifests, gives_way=True)


def _manifest(rendering: Rendering, language: Language) -> dict[str, object]:
    addresses = rendering.addresses
    home = addresses.home(language.tag)
    about = rendering.site.settings.text(rendering.site.settings.description, language.tag)
    here = addresses.base_path + home
    icons = [
        {"src": addresses.relative(home, rendering.assets[name]), "sizes": sizes, "type": media}
        for name, sizes, media in ICONS
        if name in rendering.assets
    ]
    return {
        "name": artifacts.site_title(rendering, language),
        **({"description": about} if about else {}),
        "lang": language.tag,
        "dir": language.dir,
        "id": here,
        "start_url": here,
        "scope": here,
        "display": "browser",
        "background_color": PAPER,
        "theme_color": (rendering.site.settings.theme.accent or DEFAULT_ACCENT).light,
        "icons": icons,
    }


# The files of `static/`, named by what is in them, so that a browser may keep them for ever.


def assets(rendering: Rendering, _gathered: Mapping[str, str]) -> Iterator[Artifact]:
    """Give each static file under its hashed name; the script of the search page only where there is such a page."""
    for path, data in rendering.static.items():
        if path != artifacts.SEARCH_SCRIPT or "search" in rendering.formats:
            yield rendering.assets[path], data


ASSETS = artifacts.Output(name="assets", combine=assets)
