"""Addresses that were published and are no longer there: readers and search engines still come by them."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from factsheet.content.model import Sheet
from factsheet.problems import Place, Problem
from factsheet.problems.codes import report
from factsheet.problems.suggest import nearest
from factsheet.site.addresses import FRONT, Addresses, folder_below
from factsheet.site.redirects import INDEX, of_settings, of_sheet
from factsheet.site.site import Site

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
    drafts = {folder for key in site.drafts for folder in _folders(site, *key)}
    led_on = {redirect.source for path in site.every_path for _, redirect in of_sheet(site, path)}
    led_on |= {redirect.source for redirect in of_settings(site)}
    homes = {Addresses(site).home(language.tag): language.tag for language in site.languages}
    lost = [address for address in sorted(known) if address not in {*pages, *drafts, *led_on, *homes}]
    by_home = {
        address: next((home for home in sorted(homes, reverse=True) if address.startswith(home)), None)
        for address in lost
    }
    counts = Counter(by_home.values())
    for address, home in by_home.items():
        if home is None:
            continue
        alone = counts[home] == 1
        renamed = _renamed(address, homes[home], pages, before, alone=alone)
        if renamed is None:
            yield report("O714", Place("site.toml"), address=f"/{address}")
        else:
            place, alias = renamed.place_of("title"), address.removeprefix(home).rstrip("/")
            yield report("O714", place, variant="alias", address=f"/{address}", file=renamed.file, alias=alias)


def _pages(site: Site) -> dict[str, Sheet]:
    """The sheets by the addresses of their pages, in every language in which they have been written."""
    addresses = Addresses(site)
    return {
        addresses.folder(language.tag, path): sheet
        for path in site.every_path
        for language in site.languages
        if (sheet := site.shown(language.tag, path)) is not None
    }


def _folders(site: Site, tag: str, path: str) -> Iterator[str]:
    """The address that a draft has when it is shown."""
    home, draft = Addresses(site).home(tag), site.drafts[tag, path]
    below = folder_below(path, lambda sheet: draft.slug if sheet == path else site.slug(tag, sheet))
    yield home if path == FRONT else f"{home}{below}/"


def _renamed(
    address: str, tag: str, pages: Mapping[str, Sheet], before: Collection[str], *, alone: bool
) -> Sheet | None:
    """The sheet that a page was most likely renamed to: one that was not published before."""
    new = {folder: sheet for folder, sheet in pages.items() if folder not in before and sheet.language == tag}
    if alone and len(new) == 1:
        return next(iter(new.values()))
    near = nearest(address, new)
    return None if near is None else new[near]
