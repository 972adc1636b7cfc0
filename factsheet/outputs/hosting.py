"""Files for hosts and robots: response headers, robots.txt, the sitemap."""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from factsheet.outputs.artifacts import Artifact, Rendering
from factsheet.outputs.pages import alternates

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; "
    "manifest-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
)
"""The content security policy of every page (CSP Level 3), as far as a `meta` element can say it."""

HEADERS = (
    ("Content-Security-Policy", f"{POLICY}; frame-ancestors 'none'"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)


def render(rendering: Rendering) -> Iterator[Artifact]:
    """Give `_headers`, `robots.txt` and `sitemap.xml`."""
    yield "_headers", _headers().encode()
    yield "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {rendering.addresses.base}sitemap.xml\n".encode()
    yield "sitemap.xml", _sitemap(rendering).encode()


def _headers() -> str:
    lines = ["/*", *(f"  {name}: {value}" for name, value in HEADERS)]
    return "\n".join([*lines, "", "/assets/*", "  Cache-Control: public, max-age=31536000, immutable", ""])


def _sitemap(rendering: Rendering) -> str:
    """List every page with its translations (sitemaps.org, with the `xhtml:link` of search engines)."""
    site = rendering.site
    rows = []
    for path in site.paths:
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
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        f"{''.join(rows)}</urlset>\n"
    )
