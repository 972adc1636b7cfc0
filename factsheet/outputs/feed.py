"""What is new, for feed readers: an Atom feed (RFC 4287) per language, of sheets and of corrections."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from html import escape
from typing import Final, TypedDict

from factsheet.content.model import Language, Sheet
from factsheet.outputs.artifacts import Artifact, Output, Rendering, quoteattr, site_title
from factsheet.outputs.figure_markup import Mentions

NAME: Final = "feed.xml"
MOST: Final = 100
"""How many entries a feed holds: the newest ones."""

_URLS: Final = bytes.fromhex("6ba7b8119dad11d180b400c04fd430c8")
"""The name space of URLs, as RFC 9562 gives it."""

UNDATED: Final = "1970-01-01"
"""When a feed without entries was updated; Atom asks for a date."""


class FeedEntry(TypedDict):
    """One entry of a feed, as a sheet hands it over."""

    id: str
    title: str
    address: str
    published: str
    updated: str
    summary: str


def gather(rendering: Rendering, path: str) -> str:
    """Give the entries that a sheet adds, by language: itself and its corrections.

    A sheet without any date is in no feed, nor is one that stands in for a missing translation.
    """
    site = rendering.site
    found = {
        language.tag: list(_entries(rendering, sheet))
        for language in site.published
        if (sheet := site.sheet(language.tag, path)) is not None
    }
    return json.dumps(found, ensure_ascii=False)


def combine(rendering: Rendering, gathered: Mapping[str, str]) -> Iterator[Artifact]:
    """Give `feed.xml` of each language, the newest entry first."""
    parts: list[dict[str, list[FeedEntry]]] = [json.loads(text) for text in gathered.values()]
    for language in rendering.site.published:
        entries = [entry for part in parts for entry in part.get(language.tag, ())]
        newest = sorted(entries, key=lambda entry: entry["updated"], reverse=True)[:MOST]
        folder = rendering.addresses.home(language.tag)
        yield f"{folder}{NAME}", _feed(rendering, language, newest).encode()


OUTPUT = Output(name="feed", gather=gather, combine=combine)


def _entries(rendering: Rendering, sheet: Sheet) -> Iterator[FeedEntry]:
    original = rendering.site.original(sheet.path)
    catalog = rendering.site.catalogs[sheet.language]
    words = Mentions(rendering, sheet, taken=set())
    title = words.plain(sheet.title)
    address = rendering.addresses.page(sheet.language, sheet.path)
    published = sheet.date or original.date
    changes = [sheet.updated or original.updated, *(correction.date for correction in sheet.corrections)]
    updated = max((day for day in (published, *changes) if day is not None), default=None)
    if updated is not None:
        yield FeedEntry(
            id=_identifier(rendering, f"{sheet.language}/{sheet.path}"),
            title=title,
            address=address,
            published=(published or updated).isoformat(),
            updated=updated.isoformat(),
            summary=words.plain(sheet.summary) if sheet.summary else "",
        )
    for number, correction in enumerate(sheet.corrections, start=1):
        day = correction.date.isoformat()
        yield FeedEntry(
            id=_identifier(rendering, f"{sheet.language}/{sheet.path}#{day}-{number}"),
            title=catalog.text("Correction: %(title)s", title=title),
            address=f"{address}#_corrections",
            published=day,
            updated=day,
            summary=words.plain(correction.text),
        )


def _identifier(rendering: Rendering, name: str) -> str:
    """An identifier that stays when a title, a slug or a date changes: made of the site and the sheet's path."""
    return urn_of(rendering.addresses.base + name)


def urn_of(address: str) -> str:
    """Give the UUID of an address, made by its SHA-1 in the name space of URLs (RFC 9562, version 5), as a URN.

    The module `uuid` asks which machine this is when it is imported, which takes longer than the feed.
    """
    made = bytearray(hashlib.sha1(_URLS + address.encode(), usedforsecurity=False).digest()[:16])
    made[6] = made[6] & 0x0F | 0x50  # the version
    made[8] = made[8] & 0x3F | 0x80  # the variant
    digits = made.hex()
    return f"urn:uuid:{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def _feed(rendering: Rendering, language: Language, entries: list[FeedEntry]) -> str:
    addresses, settings = rendering.addresses, rendering.site.settings
    home = addresses.home(language.tag)
    title = site_title(rendering, language)
    about = settings.text(settings.description, language.tag)
    updated = max((entry["updated"] for entry in entries), default=UNDATED)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(language.tag)}>',
        f"<id>{_identifier(rendering, f'{language.tag}/')}</id>",
        f"<title>{escape(title, quote=False)}</title>",
        *([f"<subtitle>{escape(about, quote=False)}</subtitle>"] if about else []),
        f"<updated>{_instant(updated)}</updated>",
        f"<author><name>{escape(settings.publisher or title, quote=False)}</name></author>",
        *([f"<rights>{escape(settings.license, quote=False)}</rights>"] if settings.license else []),
        f'<link rel="self" type="application/atom+xml" href={quoteattr(addresses.absolute(home + NAME))}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(addresses.absolute(home))}/>',
        *(_entry(entry) for entry in entries),
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def _entry(entry: FeedEntry) -> str:
    lines = [
        "<entry>",
        f"<id>{entry['id']}</id>",
        f"<title>{escape(entry['title'], quote=False)}</title>",
        f"<published>{_instant(entry['published'])}</published>",
        f"<updated>{_instant(entry['updated'])}</updated>",
        f'<link rel="alternate" type="text/html" href={quoteattr(entry["address"])}/>',
        *([f"<summary>{escape(entry['summary'], quote=False)}</summary>"] if entry["summary"] else []),
        "</entry>",
    ]
    return "\n".join(lines)


def _instant(day: str) -> str:
    """A day as RFC 3339 has it: its first instant in UTC, since sheets know days only."""
    return f"{day}T00:00:00Z"
