"""How far each translation is: sheets by languages, stale blocks with their lines, and the catalogues.

How far those of a sheet are is work that a build does too, so that `factsheet status` reads only what was edited since.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from factsheet.checks.translations import place_of
from factsheet.content.model import Sheet
from factsheet.content.sheets.store import file_of
from factsheet.core.problems import Place
from factsheet.core.records import dataclass
from factsheet.site.site import Site
from factsheet.site.translations import Change, TranslationBlock, blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class StaleBlock:
    """One block to look at: where it stands in the translation, and where in the original."""

    what: str
    key: str
    place: Place
    original: Place | None
    text: str
    """The original's text as it is now; empty for a block that was removed."""
    before: str
    """The digest of the original as it was translated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetStatus:
    """One sheet in one language: `complete`, `stale`, `unmarked`, `draft` or `missing`."""

    path: str
    file: str
    state: str
    blocks: int
    translated: int
    """How many blocks are not the original's text any more."""
    stale: tuple[StaleBlock, ...] = ()
    moved: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogStatus:
    """The catalogue of one language: how many messages are wanted, and which are not translated."""

    file: str
    wanted: int
    missing: tuple[str, ...]
    fuzzy: int

    @property
    def percent(self) -> int:
        """How much of it is translated, rounded down so that only a full one is 100."""
        return 100 * (self.wanted - len(self.missing)) // self.wanted if self.wanted else 100


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageStatus:
    """Everything there is to say of one language."""

    tag: str
    name: str
    catalog: CatalogStatus
    sheets: tuple[SheetStatus, ...]

    @property
    def is_done(self) -> bool:
        """Whether nothing is stale or missing."""
        finished = all(sheet.state in {"complete", "unmarked"} for sheet in self.sheets)
        return finished and not self.catalog.missing


def status(site: Site) -> tuple[LanguageStatus, ...]:
    """Tell how far each language is; the reference has a catalogue only."""
    reference = site.settings.reference
    sheets = [sheets_of(site, path) for path in site.paths]
    return tuple(
        LanguageStatus(
            tag=language.tag,
            name=language.name,
            catalog=_catalog(site, language.tag),
            sheets=() if language.tag == reference else tuple(found[language.tag] for found in sheets),
        )
        for language in site.languages
    )


def sheets_of(site: Site, path: str) -> dict[str, SheetStatus]:
    """How far the translations of a sheet are, by language: the work `status`. Nothing without an original."""
    found = site.tracer.task(f"status {path}", lambda: _sheets(site, path))
    return {tag: _from_plain(path, plain) for tag, plain in found.items()}


def _sheets(site: Site, path: str) -> dict[str, list[Any]]:
    for language in site.languages:
        site.tracer.note(f"file {file_of((language.tag, path))}")
    reference = site.settings.reference
    others = (language.tag for language in site.languages if language.tag != reference)
    if (reference, path) not in site.sheets:
        return {}
    return {tag: _to_plain(_sheet(site, tag, path)) for tag in others}


def _to_plain(sheet: SheetStatus) -> list[Any]:
    """The state of a sheet as JSON can hold it."""
    stale = [
        [one.what, one.key, _plain(one.place), one.original and _plain(one.original), one.text, one.before]
        for one in sheet.stale
    ]
    return [sheet.file, sheet.state, sheet.blocks, sheet.translated, stale, list(map(_plain, sheet.moved))]


def _from_plain(path: str, plain: list[Any]) -> SheetStatus:
    file, state, count, translated, stale, moved = plain
    blocks = (
        StaleBlock(what=what, key=key, place=Place(*place), original=there and Place(*there), text=text, before=before)
        for what, key, place, there, text, before in stale
    )
    return SheetStatus(
        path=path,
        file=file,
        state=state,
        blocks=count,
        translated=translated,
        stale=tuple(blocks),
        moved=tuple(Place(*place) for place in moved),
    )


def _plain(place: Place) -> list[Any]:
    return [place.path, place.line, place.column]


def _catalog(site: Site, tag: str) -> CatalogStatus:
    catalog = site.catalogs[tag]
    missing = [msgid for context, msgid in site.messages if catalog.find(msgid, context) is None]
    fuzzy = sum(message.fuzzy for message in catalog.messages.values())
    return CatalogStatus(file=catalog.file, wanted=len(site.messages), missing=tuple(sorted(missing)), fuzzy=fuzzy)


def _sheet(site: Site, tag: str, path: str) -> SheetStatus:
    own = site.sheet(tag, path)
    draft = site.drafts.get((tag, path)) if own is None else None
    there = own or draft
    original = site.original(path)
    wanted = site.blocks(original)
    if there is None:
        file = f"content/{tag}/{path}.md"
        return SheetStatus(path=path, file=file, state="missing", blocks=len(wanted), translated=0)
    changes = site.changes(tag, path)
    state = "draft" if own is None else "stale" if changes.stale else "complete"
    return SheetStatus(
        path=path,
        file=there.file,
        state="unmarked" if state == "complete" and there.file not in site.lock else state,
        blocks=len(wanted),
        translated=len(wanted) - min(len(wanted), _untouched(wanted, site.blocks(there))),
        stale=tuple(_stale(site, there, change) for change in changes.stale),
        moved=tuple(block.place for block in changes.moved),
    )


def _untouched(wanted: Iterable[TranslationBlock], own: Iterable[TranslationBlock]) -> int:
    """How many blocks still read as in the original."""
    lines = {line for block in own for line in (block.key, block.folded, *_phrases(block)) if line}
    return sum(block.folded in lines or not _phrases(block).isdisjoint(lines) for block in wanted)


def _phrases(block: TranslationBlock) -> set[str]:
    """The phrases of a unit, whatever their categories."""
    return {phrase for _, phrase in block.phrases}


def _stale(site: Site, sheet: Sheet, change: Change) -> StaleBlock:
    return StaleBlock(
        what=change.what,
        key=change.key,
        place=place_of(site, sheet, site.lock[sheet.file], change),
        original=change.block.place if change.block else None,
        text=change.block.text if change.block else "",
        before=change.before,
    )


def texts_before(wanted: Iterable[str], versions: Iterator[Sheet]) -> dict[str, str]:
    """Find the texts of digests among earlier versions of a sheet; looks no further than it must."""
    left = {digest for digest in wanted if digest}
    found: dict[str, str] = {}
    while left and (sheet := next(versions, None)) is not None:
        for block in blocks(sheet):
            if block.digest in left:
                found[block.digest] = block.text
                left.discard(block.digest)
    return found
