"""Every source is in a language that is known, and its copy is at hand, unchanged, and a text."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final

from factsheet.content.archives import Archives
from factsheet.content.model import Source
from factsheet.core.codes import report
from factsheet.core.problems import Place, Problem
from factsheet.core.suggest import listed, nearest
from factsheet.files.reading import WhyNotRead
from factsheet.l10n import cldr
from factsheet.l10n.cldr import UnknownLocale
from factsheet.site.proof import evidence
from factsheet.site.site import Site

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
    if source.file is not None and not _stays_inside(source.file):
        near = site.archives.folder.below(source.file.replace("\\", "/").rpartition("/")[2])
        yield report("Q410", source.place_of("file"), near=near, source=source.id, file=source.file[:200])
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
        yield report("Q427", source.place_of("file"), source=source.id, file=(source.file or "")[:200], what=what)
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
        yield report("Q409", source.place_of("lang"), near=near, source=source.id, tag=tag[:40])


def unknown_source(place: Place, name: str, sources: Mapping[str, Source]) -> Problem:
    """The finding for a source that is not declared: it may be named by its file, its title or its address."""
    said = (one.id for one in sources.values() if name in {one.file, one.title, one.publisher, one.url})
    near, variant = next(said, None) or nearest(name, sources), "known" if sources else ""
    variant = "address" if "://" in name else variant
    values = {"source": name[:80], "known": listed(sources), "original": place.path}
    return report("R507", place, variant=variant, near=near, **values)


def _stays_inside(file: str) -> bool:
    return not any(part in {"", ".", ".."} for part in file.split("/")) and "\\" not in file


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


def copies_are_texts(site: Site) -> Iterator[Problem]:
    """Report copies in a format in which no quote can be found, also where the file is not at hand."""
    for path in site.paths:
        for source in site.original(path).sources.values():
            found = _format(site, source)
            if found and source.file:
                better = f"{PurePosixPath(source.file).with_suffix('.txt')}"
                variant = _WAYS_OUT.get(found, "")
                place = source.place_of("file")
                yield report("Q430", place, variant=variant, file=source.file[:200], format=found, better=better[:200])


def _format(site: Site, source: Source) -> str | None:
    archive = site.archives.get(source.archive)
    text, name = archive.text if archive else "", (source.file or "").lower()
    known = next((what for begin, ends, what in FORMATS if text.startswith(begin) or name.endswith(ends)), None)
    return known or (UNREADABLE if "\ufffd" in text else EMPTY if archive and not text.strip() else None)
