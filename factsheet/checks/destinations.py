"""Where links within the site lead that name an address, not the file of a sheet."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from factsheet.checks.pages import RESERVED
from factsheet.content.assets import ROOT
from factsheet.content.model import Sheet
from factsheet.site.addresses import Addresses
from factsheet.site.redirects import of_settings, of_sheet
from factsheet.site.site import Site

MADE = frozenset({".csv", ".json", ".jsonld", ".xml", ".txt", ".zip", ".webmanifest", ".ico", ".xlsx"})
"""Endings of files that are made beside the pages or put there by hosts: whether there is one is not looked at."""

_MADE_FOLDERS = RESERVED | {"search"}


def own_path(site: Site, address: str) -> str | None:
    """Give the path of an address that begins with that of the site; None for one of another site."""
    parts, own = urlsplit(address), urlsplit(site.settings.base_url)
    same = parts.scheme in {"http", "https"} and parts.netloc.casefold() == own.netloc.casefold()
    return parts.path or "/" if same and own.netloc else None


def leads_nowhere(site: Site, sheet: Sheet, path: str) -> bool:
    """Whether a path in a link of a sheet names neither a page of the site, nor a file that is made beside one."""
    addresses = Addresses(site)
    here = addresses.base_path + addresses.folder(sheet.language, sheet.path)
    target = posixpath.normpath(posixpath.join(here, unquote(path)))
    if not f"{target}/".startswith(addresses.base_path):
        return (
            path[0] != "/"
        )  # from the root of the host, another site may be meant; a way up out of this one is a slip
    below = f"{target}/".removeprefix(addresses.base_path)
    name = posixpath.basename(target)
    if posixpath.splitext(name)[1] in MADE or not _MADE_FOLDERS.isdisjoint(below.split("/")):
        return False
    if f"{ROOT}{below.strip('/')}" in site.assets:
        return False
    return below.strip("/") not in {folder.strip("/") for folder in _folders(site, addresses)}


def _folders(site: Site, addresses: Addresses) -> Iterator[str]:
    """The folders of all pages, and the addresses they had before."""
    yield ""
    for path in site.every_path:
        for language in site.published:
            if site.is_shown(language.tag, path):
                yield addresses.folder(language.tag, path)
        yield from (redirect.source for _, redirect in of_sheet(site, path))
    yield from (redirect.source for redirect in of_settings(site))
