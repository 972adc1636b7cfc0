"""Configurations for web servers, made for the address, the languages and the redirects of one site.

Each is a template of Jinja beside this module, named for the server.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import unquote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from factsheet.core.records import dataclass, field
from factsheet.outputs.artifacts import SEARCH_POLICY, with_origins
from factsheet.outputs.hosting import ASSET_POLICY, EMBED_POLICY, HEADERS
from factsheet.site.addresses import Addresses, addresses_of, of_settings, of_sheet
from factsheet.site.extraction import READING
from factsheet.site.site import Site

PAGE_POLICY = dict(HEADERS)["Content-Security-Policy"]
"""The content security policy of all pages but those that are framed and those that search."""

OTHER_HEADERS = tuple((name, value) for name, value in HEADERS if name != "Content-Security-Policy")
"""The headers that all answers have alike."""

KEPT = "public, max-age=31536000, immutable"
"""How long files are kept whose names hold a digest: a year (RFC 9111, RFC 8246)."""

HIDDEN = r"(?:^|/)(?:\.(?!well-known/)|_headers$|_redirects$)"
"""What tells a host or the tool itself something is not for readers: a regular expression."""


@dataclass(frozen=True, kw_only=True)
class ServedSite:
    """A site as a web server sees it."""

    folder: str = "/srv/factsheet/public"
    """Where the published files lie."""
    port: int = 8080
    base: str = "/"
    """The path below which the site is seen, with a slash at both ends."""
    languages: tuple[str, ...] = ("ro", "en")
    """The languages that have a folder of their own."""
    has_chooser: bool = True
    """Whether `/` is the page on which a language is chosen."""
    origins: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """What pages may load from other sites, by directive of the policy."""
    moved: tuple[tuple[str, str], ...] = ()
    """Old paths, decoded, and the addresses to which they lead on."""

    @property
    def path(self) -> str:
        """The base as it stands in a regular expression."""
        return escaped(self.base)

    @property
    def any_language(self) -> str:
        """The languages as alternatives of a regular expression."""
        return "|".join(map(escaped, self.languages))

    @property
    def policies(self) -> tuple[tuple[str, str, str], ...]:
        """The policies that are not that of all pages: a name, which paths have it, and the policy."""
        below = f"^{self.path}(?:[^/]+/)?"
        return (
            ("assets", f"^{self.path}assets/", ASSET_POLICY),
            ("framed", f"{below}embed/", with_origins(EMBED_POLICY, self.origins)),
            ("searching", f"{below}search/", f"{with_origins(SEARCH_POLICY, self.origins)}; frame-ancestors 'none'"),
        )

    @property
    def policy(self) -> str:
        """The policy of all other pages."""
        return with_origins(PAGE_POLICY, self.origins)


def configuration(server: str, site: ServedSite) -> str:
    """Write the configuration of a server: `nginx`, `caddy` or `apache`."""
    loader = FileSystemLoader(Path(__file__).parent)
    environment = Environment(loader=loader, undefined=StrictUndefined, **READING)  # noqa: S701 - its texts are no HTML
    environment.filters["escaped"] = escaped
    made = environment.get_template(f"{server}.conf")
    return made.render(site=site, headers=OTHER_HEADERS, kept=KEPT, hidden=HIDDEN)


def served(site: Site, folder: str, port: int) -> ServedSite:
    """What a server must know of a site that is published in a folder."""
    addresses = Addresses(site)
    homes = (addresses.home(language.tag).rstrip("/") for language in site.published)
    return ServedSite(
        folder=folder,
        port=port,
        base=addresses.base_path,
        languages=tuple(filter(None, homes)),
        has_chooser=site.settings.root is None,
        origins=site.settings.csp,
        moved=tuple(_moved(site)),
    )


def escaped(text: str) -> str:
    """A text in a regular expression of PCRE or RE2."""
    return re.sub(r"[.+*?^$()\[\]{}|\\]", r"\\\g<0>", text)


def _moved(site: Site) -> Iterator[tuple[str, str]]:
    redirects = [redirect for path in site.every_path for _, redirect in of_sheet(site, path)]
    for redirect in (*redirects, *of_settings(site)):
        olds, new = addresses_of(site, redirect)
        yield from ((unquote(old), new) for old in olds)
