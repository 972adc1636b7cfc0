"""The configuration of Apache: a virtual host with the site at its root, or under a path."""

from collections.abc import Iterator

from factsheet.tools.hosting.served import HIDDEN, KEPT, OTHER_HEADERS, ServedSite, escaped


def apache(site: ServedSite) -> str:
    """Write the file for `sites-enabled` (Apache 2.4.13 or later)."""
    lines = [*_place(site), *_copies(site), *_headers(site), *_missing(site), *_offers(site)]
    return "\n".join([*_head(site), *(f"  {line}" if line else "" for line in lines), "</VirtualHost>", ""])


def _head(site: ServedSite) -> Iterator[str]:
    yield "# Made by `factsheet hosting apache` for Apache 2.4.13 or later with mod_alias, mod_dir, mod_env,"
    yield "# mod_headers, mod_mime, mod_rewrite and mod_setenvif: put it into sites-enabled, and change the port, the"
    yield "# name and the folder. Make it anew when a language comes, or a page moves."
    yield ""
    yield f"<VirtualHost *:{site.port}>"


def _place(site: ServedSite) -> Iterator[str]:
    if site.base == "/":
        yield f"DocumentRoot {site.folder}"
    else:
        yield f'RedirectMatch 301 "^{site.path.rstrip("/")}$" "{site.base}"'
        yield f"Alias {site.base} {site.folder}/"
    yield from (
        "DirectoryIndex index.html",
        "AddDefaultCharset utf-8",
        "AddCharset utf-8 .css .csv .js .json .svg .txt .xml",
        "AddType text/csv .csv",
        "AddType application/manifest+json .webmanifest",
        "",
        "# What tells a host or the tool itself something is not for readers.",
        f'RedirectMatch 404 "{HIDDEN}"',
        "",
    )
    if site.moved:
        yield "# Addresses that pages had before."
        yield from (f'RedirectMatch 301 "^{escaped(old)}$" "{new}"' for old, new in site.moved)
        yield ""


def _copies(site: ServedSite) -> Iterator[str]:
    yield from (
        "# Copies that `build --compress` has made are sent to browsers that take them.",
        "AddEncoding gzip .gz",
        "AddEncoding br .br",
        f"<Directory {site.folder}>",
        "  RemoveType .gz .br",
        "  Options SymLinksIfOwnerMatch",
        "  AllowOverride None",
        "  Require all granted",
        "  RewriteEngine On",
        f"  RewriteBase {site.base}",
    )
    for name, ending in (("br", "br"), ("gzip", "gz")):
        yield rf"  RewriteCond %{{HTTP:Accept-Encoding}} \b{name}\b"
        yield f"  RewriteCond %{{REQUEST_FILENAME}}.{ending} -f"
        yield f"  RewriteRule ^(.+)$ $1.{ending} [L]"
    yield "  Header merge Vary Accept-Encoding"
    yield "</Directory>"
    yield ""


def _headers(site: ServedSite) -> Iterator[str]:
    yield f'Header always set Content-Security-Policy "{site.policy}"'
    yield from (f'Header always set {name} "{value}"' for name, value in OTHER_HEADERS)
    yield "# Pages below embed/ may be framed by other sites, those below search/ read an index."
    for _, pattern, policy in site.policies:
        yield f'<LocationMatch "{pattern}">'
        yield f'  Header always set Content-Security-Policy "{policy}"'
        yield "</LocationMatch>"
    yield 'Header always set Cache-Control "no-cache"'
    yield f'<LocationMatch "^{site.path}assets/">'
    yield f'  Header always set Cache-Control "{KEPT}"'
    yield "</LocationMatch>"
    yield ""


def _missing(site: ServedSite) -> Iterator[str]:
    yield f"ErrorDocument 404 {site.base}404.html"
    if site.languages:
        yield f'<LocationMatch "^{site.path}(?<FACTSHEET_LANGUAGE>{site.any_language})/">'
        yield f"  ErrorDocument 404 {site.base}%{{env:MATCH_FACTSHEET_LANGUAGE}}/404.html"
        yield "</LocationMatch>"


def _offers(site: ServedSite) -> Iterator[str]:
    if not site.has_chooser:
        return
    offer = rf"<{site.base}%{{FACTSHEET_WISH}}e/>; rel=\"alternate\"; hreflang=\"%{{FACTSHEET_WISH}}e\""
    yield from (
        "",
        "# The first language that a browser asks for is offered in a header of the front page.",
        rf'SetEnvIfNoCase Accept-Language "^({site.any_language})\b" FACTSHEET_WISH=$1',
        rf'<LocationMatch "^{site.path}(?:index\.html)?$">',
        f'  Header set Link "{offer}" env=FACTSHEET_WISH',
        "  Header merge Vary Accept-Language",
        "</LocationMatch>",
    )
