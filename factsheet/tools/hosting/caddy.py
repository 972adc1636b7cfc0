"""The configuration of Caddy: matchers by path, one handler for the site, and one for what is not there."""

from collections.abc import Iterator

from factsheet.tools.hosting.served import KEPT, OTHER_HEADERS, ServedSite, escaped


def caddy(site: ServedSite) -> str:
    """Write the Caddyfile (Caddy 2.6 or later)."""
    return "\n".join([*_headers(), *_site(site), *_errors(site), "}", ""])


def _headers() -> Iterator[str]:
    yield "# Made by `factsheet hosting caddy` for Caddy 2.6 or later: change the address and the folder. With a name"
    yield "# in place of the port, HTTPS comes by itself. Make it anew when a language comes, or a page moves."
    yield ""
    yield "(factsheet_headers) {"
    yield "\theader {"
    yield from (f'\t\t{name} "{value}"' for name, value in OTHER_HEADERS)
    yield "\t\t-Server"
    yield "\t}"
    yield "}"
    yield ""


def _site(site: ServedSite) -> Iterator[str]:
    yield f":{site.port} {{"
    yield f"\troot * {site.folder}"
    yield "\timport factsheet_headers"
    yield "\t# Pages below embed/ may be framed by other sites, those below search/ read an index."
    for name, pattern, policy in site.policies:
        yield f"\t@{name} path_regexp {pattern}"
        yield f'\theader @{name} Content-Security-Policy "{policy}"'
    yield "\t@plain not path_regexp " + "|".join(pattern for _, pattern, _ in site.policies)
    yield f'\theader @plain Content-Security-Policy "{site.policy}"'
    yield f"\t@pages not path {site.base}assets/*"
    yield '\theader @pages Cache-Control "no-cache"'
    yield f'\theader {site.base}assets/* Cache-Control "{KEPT}"'
    yield '\theader *.csv Content-Type "text/csv; charset=utf-8"'
    yield '\theader *.webmanifest Content-Type "application/manifest+json"'
    yield ""
    if site.has_chooser:
        yield from _offers(site)
    if site.moved:
        yield from _moved(site)
    files = ("file_server {", "\tprecompressed br gzip", "\thide .factsheet.json _headers _redirects", "}")
    if site.base == "/":
        yield from (f"\t{line}" for line in files)
    else:
        yield f"\tredir {site.base.rstrip('/')} {site.base} 301"
        yield f"\thandle_path {site.base}* {{"
        yield from (f"\t\t{line}" for line in files)
        yield "\t}"
        yield "\thandle {"
        yield "\t\terror 404"
        yield "\t}"
    yield ""


def _offers(site: ServedSite) -> Iterator[str]:
    front = f"path {site.base} {site.base}index.html"
    yield "\t# The first language that a browser asks for is offered in a header of the front page."
    yield f"\t@front {front}"
    yield "\theader @front +Vary Accept-Language"
    for number, tag in enumerate(site.languages):
        yield f"\t@language{number} {{"
        yield f"\t\t{front}"
        yield f"\t\theader_regexp Accept-Language (?i)^{escaped(tag)}\\b"
        yield "\t}"
        offer = f'<{site.base}{tag}/>; rel=\\"alternate\\"; hreflang=\\"{tag}\\"'
        yield f'\theader @language{number} Link "{offer}"'
    yield ""


def _moved(site: ServedSite) -> Iterator[str]:
    yield "\t# Addresses that pages had before."
    yield "\tmap {path} {factsheet_moved} {"
    yield from (f'\t\t"{old}" "{new}"' for old, new in site.moved)
    yield '\t\tdefault ""'
    yield "\t}"
    yield '\t@moved expression `{factsheet_moved} != ""`'
    yield "\tredir @moved {factsheet_moved} 301"
    yield ""


def _errors(site: ServedSite) -> Iterator[str]:
    yield "\thandle_errors {"
    yield "\t\timport factsheet_headers"
    yield f'\t\theader Content-Security-Policy "{site.policy}"'
    yield '\t\theader Cache-Control "no-cache"'
    if site.languages:
        pattern = f"^{site.path}({site.any_language})/"
        yield f"\t\t@language path_regexp language {pattern}"
        yield "\t\trewrite @language /{re.language.1}/404.html"
        yield f"\t\t@other not path_regexp {pattern}"
        yield "\t\trewrite @other /404.html"
    else:
        yield "\t\trewrite * /404.html"
    yield "\t\tfile_server"
    yield "\t}"
