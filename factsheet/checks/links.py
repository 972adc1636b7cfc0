"""Every link and every picture of a text leads somewhere."""

import posixpath
import re
from collections.abc import Collection, Iterator
from urllib.parse import unquote, urlsplit

from factsheet.checks.addresses import leads_nowhere, own_path
from factsheet.checks.pages import renamed, sheet_meant
from factsheet.content.assets import STATIC
from factsheet.content.markup import Link, Prose
from factsheet.content.model import Sheet
from factsheet.content.text import place_at
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Problem
from factsheet.core.suggest import listed, nearest, without_accents
from factsheet.site.addresses import linked_asset, linked_sheet
from factsheet.site.site import Site

_SITE = regex(r"www\.|[a-z0-9-]+\.(?:com|eu|gov|net|org|ro)(?:/|$)", re.IGNORECASE)
_MAIL = regex(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SCHEME = regex(r"[A-Za-z][A-Za-z0-9+.\-]*:")


def body_place(sheet: Sheet, offset: int) -> Place:
    """The place in the file of an offset in the sheet's body."""
    return place_at(sheet.file, sheet.body, offset, first_line=sheet.body_line)


def links_lead_somewhere(site: Site, sheet: Sheet, prose: Prose) -> Iterator[Problem]:
    """Report the links and pictures of a text that lead nowhere, or say nothing."""
    for link in prose.links:
        address, place = link.address, body_place(sheet, link.offset)
        if address.startswith(("#fn-", "#fnref")):
            continue
        if not link.text.strip():
            is_html = link.image and sheet.body.rfind("<img", 0, link.offset) > sheet.body.rfind("![", 0, link.offset)
            variant = "html" if is_html else ""
            yield report("R510" if link.image else "R512", place, variant=variant, address=address[:120])
        if link.image and _SCHEME.match(address):
            yield report("R508", place, variant="picture", address=address[:120])
        yield from _link(site, sheet, link, place)


def _link(site: Site, sheet: Sheet, link: Link, place: Place) -> Iterator[Problem]:
    address = link.address
    if _SCHEME.match(address):
        if not address.partition(":")[2].strip("/"):  # "mailto:"
            yield report("R508", place, address=address[:120])
            return
        own = own_path(site, address)
        if own is not None and leads_nowhere(site, sheet, own):
            yield report("R503", place, address=address[:120], near=sheet_meant(site, own))
        return
    try:
        parts = urlsplit(address)
    except ValueError:
        yield report("R508", place, address=address[:120])
        return
    if parts.netloc or address.startswith("//") or ":" in parts.path.partition("/")[0]:  # RFC 3986, section 4.2
        yield report("R508", place, address=address[:120])
        return
    target = sheet.path
    linked = linked_sheet(sheet.path, address)
    if linked is not None:
        target = linked
        if not site.is_shown(sheet.language, target):
            yield _not_shown(site, target, address, place)
            return
    elif parts.path:
        yield from _elsewhere(site, sheet, link, parts.path, place)
        return
    if parts.fragment:
        yield from _anchor(site, sheet, target, unquote(parts.fragment), place)


def _not_shown(site: Site, target: str, address: str, place: Place) -> Problem:
    """The finding for a link to a sheet that is a draft, or not there."""
    draft = site.drafts.get((site.settings.reference, target))
    if draft:
        return report("R503", place, variant="draft", address=address[:120], file=draft.file)
    near, (_, sign, fragment) = renamed(sheet_meant(site, target)), address.partition("#")
    if near and fragment:
        return report("R503", place, variant="asset", address=address[:120], known=f"{near}.md{sign}{fragment}"[:120])
    return report("R503", place, address=address[:120], near=near)


def _elsewhere(site: Site, sheet: Sheet, link: Link, path: str, place: Place) -> Iterator[Problem]:
    """Report addresses within the site that lead nowhere: pages by their file, web sites, pictures, and all others."""
    address, name, asset = link.address[:120], posixpath.basename(path), linked_asset(link.address, sheet.file)
    if asset is not None and asset in site.assets:
        return
    if path.startswith(STATIC):
        near = nearest(asset or "", site.assets)
        variant = "asset" if near else "no-asset"
        yield report("R503", place, variant=variant, address=address, name=(asset or "")[:120], known=f"{STATIC}{near}")
    elif link.image:
        near = _picture_meant(site, sheet, path)
        variant = "asset" if near else "picture"
        yield report("R503", place, variant=variant, address=address, name=name, known=near or "")
    elif _MAIL.fullmatch(path):
        yield report("R503", place, variant="mail", address=address)
    elif _SITE.match(path):
        yield report("R503", place, variant="web", address=address)
    elif path.endswith((".html", ".htm")):
        near = nearest(name.rpartition(".")[0], site.every_path)
        whole = f"{near}.md{link.address[link.address.index(name) + len(name) :]}"[:120]
        yield report("R503", place, variant="asset" if near else "", address=address, known=whole)
    elif leads_nowhere(site, sheet, path):
        file = next((known for known in site.assets if posixpath.basename(known) == name), None)
        if file is not None:
            yield report("R503", place, variant="asset", address=address, known=f"{STATIC}{file}")
        elif "." in name:
            yield report("R503", place, variant="no-asset", address=address, name=name[:120])
        else:
            yield report("R503", place, address=address, near=sheet_meant(site, path))


def _picture_meant(site: Site, sheet: Sheet, path: str) -> str | None:
    """The picture beside a sheet, or in static/, whose name is nearest, as it would be written there."""
    folder = posixpath.dirname(sheet.file)
    known = {file: posixpath.relpath(file, folder) for file in site.assets if file.startswith("content/")}
    known.update({file: f"{STATIC}{file}" for file in site.assets if file not in known})
    near = nearest(posixpath.normpath(posixpath.join(folder, path)), known)
    if near is None:
        last = {posixpath.basename(file): file for file in sorted(known)}
        near = last.get(nearest(posixpath.basename(path), last) or "")
    return known.get(near or "")


def _anchor(site: Site, sheet: Sheet, target: str, fragment: str, place: Place) -> Iterator[Problem]:
    tag = site.shown_as(sheet.language, target)
    if tag is None:
        return
    known = site.anchors(tag, target)
    if fragment not in known and not site.has_cell(target, fragment):
        yield report(
            "R504",
            place,
            address=f"#{fragment[:80]}",
            variant="" if known else "none",
            near=_anchor_meant(fragment, known),
            known=listed(known),
        )


def _anchor_meant(fragment: str, known: Collection[str]) -> str | None:
    """The place on a page that is written almost so, or that begins so, accents and capitals apart."""
    begun = [one for one in known if without_accents(one).startswith(without_accents(fragment))]
    return nearest(fragment, known) or (begun[0] if len(begun) == 1 and fragment else None)
