"""The configuration of nginx: maps from the path to headers, and one location for the site."""

from collections.abc import Iterator, Sequence

from factsheet.tools.hosting.served import HIDDEN, KEPT, OTHER_HEADERS, ServedSite, escaped


def nginx(site: ServedSite) -> str:
    """Write the file for `/etc/nginx/conf.d/` (nginx 1.18 or later)."""
    return "\n".join([*_maps(site), *_server(site), ""])


def _maps(site: ServedSite) -> Iterator[str]:
    yield "# Made by `factsheet hosting nginx` for nginx 1.18 or later: put it into /etc/nginx/conf.d/, and change the"
    yield "# port, the name and the folder. Make it anew when a language comes, or a page moves."
    yield ""
    front = rf"^{site.path}(?:index\.html)?"
    if site.has_chooser:
        yield "# The first language that a browser asks for is offered in a header of the front page."
        wishes = [(rf"~*^{escaped(tag)}\b", tag) for tag in site.languages]
        yield from _map("$http_accept_language", "wish", "", wishes)
        offers = [
            (f"~{front} {tag}$", f'<{site.base}{tag}/>; rel=\\"alternate\\"; hreflang=\\"{tag}\\"')
            for tag in site.languages
        ]
        yield from _map('"$uri $factsheet_wish"', "offer", "", offers)
        yield from _map("$uri", "vary", "", [(f"~{front}$", "Accept-Language")])
    yield from _map("$uri", "keep", "no-cache", [(f"~^{site.path}assets/", KEPT)])
    yield "# Pages below embed/ may be framed by other sites, those below search/ read an index."
    yield from _map("$uri", "policy", site.policy, [(f"~{pattern}", policy) for _, pattern, policy in site.policies])
    yield "# An address that does not exist is answered in the language of its folder."
    missing = [(f"~^{site.path}{escaped(tag)}/", f"{site.base}{tag}/404.html") for tag in site.languages]
    yield from _map("$uri", "missing", f"{site.base}404.html", missing)
    if site.moved:
        yield from _map("$uri", "moved", "", [(f"~^{escaped(old)}$", new) for old, new in site.moved])


def _map(source: str, name: str, default: str, cases: Sequence[tuple[str, str]]) -> Iterator[str]:
    yield f"map {source} $factsheet_{name} {{"
    yield f'  default "{default}";'
    yield from (f'  "{_quoted(case)}" "{value}";' for case, value in cases)
    yield "}"
    yield ""


def _quoted(text: str) -> str:
    return text.replace('"', '\\"')


def _server(site: ServedSite) -> Iterator[str]:
    yield from (
        "server {",
        f"  listen {site.port};",
        "  server_name _;",
        "  server_tokens off;",
        "  absolute_redirect off;",
        "  charset utf-8;",
        "  charset_types text/css text/csv text/plain text/xml text/javascript application/javascript application/xml;",
        "  gzip_static on;",
        "  gzip_vary on;",
        "",
        "  include /etc/nginx/mime.types;",
        "  types {",
        "    text/csv csv;",
        "    application/manifest+json webmanifest;",
        "  }",
        "",
        "  add_header Content-Security-Policy $factsheet_policy always;",
        *(f'  add_header {name} "{value}" always;' for name, value in OTHER_HEADERS),
        "  add_header Cache-Control $factsheet_keep always;",
    )
    if site.has_chooser:
        yield "  add_header Link $factsheet_offer;"
        yield "  add_header Vary $factsheet_vary;"
    yield ""
    yield "  error_page 404 $factsheet_missing;"
    yield ""
    if site.moved:
        yield "  # Addresses that pages had before."
        yield "  if ($factsheet_moved) {"
        yield "    return 301 $factsheet_moved;"
        yield "  }"
        yield ""
    if site.base != "/":
        yield f"  location = {site.base.rstrip('/')} {{"
        yield f"    return 301 {site.base};"
        yield "  }"
        yield ""
    yield from (
        f"  location {site.base} {{",
        f"    alias {site.folder}/;",
        "    index index.html;",
        "  }",
        "",
        "  # What tells a host or the tool itself something is not for readers.",
        f'  location ~ "{HIDDEN}" {{',
        "    return 404;",
        "  }",
        "}",
    )
