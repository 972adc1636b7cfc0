"""What a text leads to is there: links, pictures, and the copies of its sources."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote, urlsplit

from factsheet.checks.addresses import leads_nowhere, own_path
from factsheet.checks.pages import renamed, sheet_meant
from factsheet.content.archives import Archives
from factsheet.content.assets import STATIC
from factsheet.content.markup import Link, Prose
from factsheet.content.model import Sheet, Source
from factsheet.content.text import place_at
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Problem
from factsheet.core.suggest import listed, nearest, without_accents
from factsheet.files.reading import WhyNotRead
from factsheet.l10n import cldr
from factsheet.l10n.cldr import UnknownLocale
from factsheet.site.addresses import Addresses, linked_asset, linked_sheet
from factsheet.site.proof import evidence
from factsheet.site.site import Site

# Every link and every picture of a text leads somewhere.

_SITE = regex(r"www\.|[a-z0-9-]+\.(?:com|eu|gov|net|org|ro)(?:/|$)", re.IGNORECASE)
_MAIL = regex(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SCHEME = regex(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_HOST = regex(r"//(?:[^\s/?#@]*@)?(?:\[[0-9A-Fa-f:.]+\]|[^\s/?#.:,]+(?:\.[^\s/?#.:,]+)*\.?)(?::\d*)?(?=[/?#]|\Z)")
"""What stands behind the scheme of a web page: a host whose parts are not empty."""


def body_place(sheet: Sheet, offset: int) -> Place:
    """The place in the file of an offset in the sheet's body."""
    return place_at(sheet.file, sheet.body, offset, first_line=sheet.body_line)


def links_lead_somewhere(site: Site, sheet: Sheet, prose: Prose) -> Iterator[Problem]:
    """Report the links and pictures of a text that lead nowhere, or say nothing."""
    for link in prose.links:
        address, place = link.address, body_place(sheet, link.offset)
        if address.startswith(("#fn-", "#fnref")):
            continue
        is_named = link.image and link.text.strip() == posixpath.basename(address)
        if not link.text.strip() or is_named:
            is_html = link.image and sheet.body.rfind("<img", 0, link.offset) > sheet.body.rfind("![", 0, link.offset)
            variant = "name" if is_named else "html" if is_html else ""
            yield report("R510" if link.image else "R512", place, variant=variant, address=address)
        if link.image and _SCHEME.match(address):
            yield report("R508", place, variant="picture", address=address)
        if address:
            yield from _link(site, sheet, link, place)
        else:
            yield report("R503", place, variant="empty", address="()")


def _link(site: Site, sheet: Sheet, link: Link, place: Place) -> Iterator[Problem]:
    address = link.address
    if _SCHEME.match(address):
        scheme, _, rest = address.partition(":")
        if not rest.strip("/") or (scheme.lower() in {"http", "https"} and not _HOST.match(rest)):  # "mailto:"
            yield report("R508", place, variant="host" if rest.strip("/") else "", address=address)
            return
        own = own_path(site, address)
        if own is not None:
            yield from _whole(site, sheet, link, own, place)
        return
    try:
        parts = urlsplit(address)
    except ValueError:
        yield report("R508", place, address=address)
        return
    if parts.netloc or address.startswith("//") or ":" in parts.path.partition("/")[0]:  # RFC 3986, section 4.2
        yield report("R508", place, address=address)
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


def _whole(site: Site, sheet: Sheet, link: Link, path: str, place: Place) -> Iterator[Problem]:
    """Report a whole address of the site that leads nowhere, or to the page of a sheet in the same language."""
    if leads_nowhere(site, sheet, path):
        yield report("R503", place, address=link.address, near=sheet_meant(site, path))
    elif link.text.strip() != link.address:
        addresses, here = Addresses(site), unquote(path).removesuffix("index.html").strip("/")
        pages = {f"{addresses.base_path}{addresses.folder(sheet.language, one)}": one for one in site.every_path}
        for page in (one for address, one in pages.items() if address.strip("/") == here):
            better = posixpath.relpath(f"{page}.md", posixpath.dirname(sheet.path) or ".")
            yield report("R533", place, address=link.address, better=better)


def _not_shown(site: Site, target: str, address: str, place: Place) -> Problem:
    """The finding for a link to a sheet that is a draft, or not there."""
    draft = site.drafts.get((site.settings.reference, target))
    if draft:
        return report("R503", place, variant="draft", address=address, file=draft.file)
    near, (_, sign, fragment) = renamed(sheet_meant(site, target)), address.partition("#")
    if near and fragment:
        return report("R503", place, variant="asset", address=address, known=f"{near}.md{sign}{fragment}")
    return report("R503", place, address=address, near=near)


def _elsewhere(site: Site, sheet: Sheet, link: Link, path: str, place: Place) -> Iterator[Problem]:
    """Report addresses within the site that lead nowhere: pages by their file, web sites, pictures, and all others."""
    address, name, asset = link.address, posixpath.basename(path), linked_asset(link.address, sheet.file)
    if asset is not None and asset in site.assets:
        return
    if path.startswith(STATIC):
        near = nearest(asset or "", site.assets)
        variant = "asset" if near else "no-asset"
        yield report("R503", place, variant=variant, address=address, name=asset or "", known=f"{STATIC}{near}")
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
        whole = f"{near}.md{link.address[link.address.index(name) + len(name) :]}"
        yield report("R503", place, variant="asset" if near else "", address=address, known=whole)
    elif leads_nowhere(site, sheet, path):
        file = next((known for known in site.assets if posixpath.basename(known) == name), None)
        if file is not None:
            yield report("R503", place, variant="asset", address=address, known=f"{STATIC}{file}")
        elif "." in name:
            yield report("R503", place, variant="no-asset", address=address, name=name)
        else:
            yield report("R503", place, address=address, near=sheet_meant(site, path))


def _picture_meant(site: Site, sheet: Sheet, path: str) -> str | None:
    """The picture beside a sheet, or in static/, whose name is nearest, as it would be written there."""
    folder = posixpath.dirname(sheet.file)
    known = {file: posixpath.relpath(file, folder) for file in site.assets if file.startswith("content/")}
    known.update({file: f"{STATIC}{file}" for file in site.assets if file not in known})
    near = nearest(posixpath.normpath(posixpath.join(folder, path)), known)
    if near is None:
        last, name = {posixpath.basename(file): file for file in sorted(known)}, posixpath.basename(path)
        stem = name.rpartition(".")[0]
        begun = [one for one in last if stem and (one.startswith(stem) or stem.startswith(one.rpartition(".")[0]))]
        near = last.get(nearest(name, last) or (begun[0] if len(begun) == 1 else ""))
    return known.get(near or "")


def _anchor(site: Site, sheet: Sheet, target: str, fragment: str, place: Place) -> Iterator[Problem]:
    tag = site.shown_as(sheet.language, target)
    if tag is None:
        return
    known = site.anchors(tag, target)
    if fragment not in known and not site.has_cell(target, fragment):
        others = (site.anchors(one.tag, target) for one in site.languages)
        meant = (known[ids.index(fragment)] for ids in others if fragment in ids and len(ids) == len(known))
        begun = [one for one in known if without_accents(one).startswith(without_accents(fragment))]
        near = next(meant, None) or nearest(fragment, known) or (begun[0] if len(begun) == 1 and fragment else None)
        variant = "" if known else "none"
        yield report("R504", place, variant=variant, near=near, address=f"#{fragment}", known=listed(known))


# Every source is in a language that is known, and its copy is at hand, unchanged, and a text.

_KINDS = {
    WhyNotRead.LINK: "a link",
    WhyNotRead.SPECIAL: "no regular file",
    WhyNotRead.TOO_LARGE: "too large",
    WhyNotRead.BAD_NAME: "of a name that is not allowed",
}


def every_source_is_at_hand(site: Site) -> Iterator[Problem]:
    """Report sources of an unknown language, and copies that are missing, have been altered, or lack receipts."""
    for path in site.paths:
        for source in site.original(path).sources.values():
            yield from _of_source(site, source)
            yield from _without_receipts(site, path, source)


def _of_source(site: Site, source: Source) -> Iterator[Problem]:
    if source.lang is not None and source.lang not in site.by_tag:
        yield from _unknown_language(source, source.lang)
    if source.file is not None and (not {"", ".", ".."}.isdisjoint(source.file.split("/")) or "\\" in source.file):
        near = site.archives.folder.below(source.file.replace("\\", "/").rpartition("/")[2])
        yield report("Q410", source.place_of("file"), near=near, source=source.id, file=source.file)
    elif source.archive:
        yield from _not_found(site.archives, source)
    archive = site.archives.get(source.archive)
    if archive is not None and source.sha256 not in {None, archive.sha256}:
        yield report("Q407", source.place, file=archive.name, found=archive.sha256)


def _not_found(archives: Archives, source: Source) -> Iterator[Problem]:
    """Report a copy that is not where it should be, or that something else than a file stands for."""
    refusal = archives.refusal(source.archive)
    if refusal is not None:
        what = _KINDS.get(refusal.reason, refusal.detail)
        yield report("Q427", source.place_of("file"), source=source.id, file=source.file or "", what=what)
        return
    file, below = source.file or "", archives.folder.below(source.file or "")
    if below or archives.is_lost(source.archive):
        near = below or nearest(file, archives.folder.beside(file))
        yield report("Q423", source.place_of("file"), near=near, source=source.id, file=file)


def _without_receipts(site: Site, path: str, source: Source) -> Iterator[Problem]:
    """Report a source whose text is missing while nothing says that its quotes were found in it."""
    if not (source.sha256 or (source.file and site.receipts)) or site.archives.get(source.archive) is not None:
        return
    told = (one for each in site.original(path).metrics.values() for one in (each, each.confirmed) if one and one.quote)
    lost = (one for one in told if one.source == source.id and evidence(site, path, one).receipt is None)
    if names := [one.id.partition("@")[0] for one in lost]:
        key = "sha256" if source.sha256 else "file"
        yield report("Q425", source.place_of(key), source=source.id, metrics=listed(names))


def _unknown_language(source: Source, tag: str) -> Iterator[Problem]:
    try:
        cldr.locale(tag)
    except UnknownLocale as unknown:
        near = cldr.called(tag) or next(iter(unknown.near), None)
        yield report("Q409", source.place_of("lang"), near=near, source=source.id, tag=tag)


def unknown_source(place: Place, name: str, sources: Mapping[str, Source]) -> Problem:
    """The finding for a source that is not declared: it may be named by its file, its title or its address."""
    said = (one.id for one in sources.values() if name in {one.file, one.title, one.publisher, one.url})
    near, variant = next(said, None) or nearest(name, sources), "known" if sources else ""
    variant = "address" if "://" in name else variant
    values = {"source": name, "known": listed(sources), "original": place.path}
    return report("R507", place, variant=variant, near=near, **values)


# The private copies of sources are texts, in which quotes can be looked for.

FORMATS: Final = (
    ("%PDF-", (".pdf",), "a PDF"),
    ("PK\x03\x04", (".docx", ".odt"), "a Word or OpenDocument file"),
    ("\ufffd\ufffd\x11", (".doc",), "an old Word file"),
    ("{\\rtf", (".rtf",), "an RTF file"),
)
"""Formats that hold a text and are none: how such a file begins when it is read as UTF-8, its endings, its name."""


UNREADABLE: Final = "a text in another encoding than UTF-8"
EMPTY: Final = "empty"
_WAYS_OUT: Final = {FORMATS[0][2]: "pdf", FORMATS[1][2]: "word", UNREADABLE: "encoding", EMPTY: "empty"}


_ENDINGS: Final = {FORMATS[0][2]: ".pdf", FORMATS[1][2]: ".docx"}


def copies_are_texts(site: Site) -> Iterator[Problem]:
    """Report copies in a format in which no quote can be found, also where the file is not at hand."""
    for path in site.paths:
        for source in site.original(path).sources.values():
            found = _format(site, source)
            if found and source.file:
                better = f"{PurePosixPath(source.file).with_suffix('.txt')}"
                ending = _ENDINGS.get(found, "") if better == source.file else ""
                is_there = better != source.file and better in site.archives.folder.beside(source.file)
                variant = "ending" if ending else "extracted" if is_there else _WAYS_OUT.get(found, "")
                said = {"file": source.file, "format": found, "better": better}
                renamed = f"{source.file.removesuffix('.txt')}{ending}"
                place = source.place_of("file")
                yield report("Q430", place, variant=variant, renamed=renamed, **said)


def _format(site: Site, source: Source) -> str | None:
    archive = site.archives.get(source.archive)
    text, name = archive.text if archive else "", (source.file or "").lower()
    known = next((what for begin, ends, what in FORMATS if text.startswith(begin) or name.endswith(ends)), None)
    return known or (UNREADABLE if "\ufffd" in text else EMPTY if archive and not text.strip() else None)
