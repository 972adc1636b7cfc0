"""Files for hosts and robots: response headers, robots.txt, the sitemap."""

from collections.abc import Iterable, Iterator, Mapping

from factsheet.files.xml_text import escape, quoteattr
from factsheet.outputs.artifacts import Artifact, Output, Rendering
from factsheet.outputs.base_context import POLICY, SEARCH_POLICY, search_folder, with_origins
from factsheet.outputs.embeds import FOLDER
from factsheet.outputs.navigation import alternates

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


def combine(rendering: Rendering, gathered: Mapping[str, str]) -> Iterator[Artifact]:
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
            lines += ["", f"/{search_folder(rendering, language)}*", "  ! Content-Security-Policy"]
            lines += [f"  Content-Security-Policy: {with_origins(SEARCH_POLICY, origins)}; frame-ancestors 'none'"]
    lines += ["", "/assets/*", "  ! Content-Security-Policy", f"  Content-Security-Policy: {ASSET_POLICY}"]
    return "\n".join([*lines, "  Cache-Control: public, max-age=31536000, immutable", ""])


def gather(rendering: Rendering, path: str) -> str:
    """Give the sitemap's entries of a sheet: every page with its translations."""
    site = rendering.site
    rows = []
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang={quoteattr(link.hreflang)} href={quoteattr(link.href)}/>'
        for link in alternates(rendering, path)
    )
    for language in site.published:
        sheet = site.sheet(language.tag, path)
        if sheet is None:
            continue
        changed = sheet.updated or sheet.date or site.original(path).updated or site.original(path).date
        when = f"<lastmod>{changed.isoformat()}</lastmod>" if changed else ""
        address = escape(rendering.addresses.page(language.tag, path))
        rows.append(f"<url><loc>{address}</loc>{when}{links}</url>\n")
    return "".join(rows)


def _sitemap(rows: Iterable[str]) -> str:
    """Put the entries together (sitemaps.org, with the `xhtml:link` of search engines)."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        f"{''.join(rows)}</urlset>\n"
    )


OUTPUT = Output(name="hosting", gather=gather, combine=combine, gives_way=True)
