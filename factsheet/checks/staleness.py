"""Every translation renders its original as it is now."""

from collections.abc import Iterator

from factsheet.content.model import Sheet
from factsheet.problems import Place, Problem
from factsheet.problems.codes import report
from factsheet.site.site import Site
from factsheet.site.translations import Change, LockEntry, fold

QUOTED = frozenset({"code", "quote"})
"""Kinds of blocks that may stand in the words of the original for good."""

MEANT_TO_DIFFER = 4
"""From how many words on a text that equals the original's is taken for one that was not translated."""


def translations_are_current(site: Site) -> Iterator[Problem]:
    """Report each block whose original has changed, translations never marked, and text left in the original."""
    for path in site.paths:
        original = site.original(path)
        for sheet in site.translations(path):
            entry = site.lock.get(sheet.file)
            if entry is None:
                yield report("T621", Place(sheet.file), file=sheet.file)
            else:
                yield from _stale(site, original, sheet, entry)
            yield from _left_in_original(site, original, sheet)


def _stale(site: Site, original: Sheet, sheet: Sheet, entry: LockEntry) -> Iterator[Problem]:
    for change in site.changes(sheet.language, sheet.path).stale:
        yield report(
            "T620",
            place_of(site, sheet, entry, change),
            variant="" if change.what == "changed" else change.what,
            other=str(change.block.place) if change.block else original.file,
            file=sheet.file,
        )


def place_of(site: Site, sheet: Sheet, entry: LockEntry, change: Change) -> Place:
    """Where the translation renders the block that has changed: its own block, or the one it should come before."""
    own = site.blocks(sheet)
    if change.key:
        found = next((block.place for block in own if block.key == change.key), None)
        return found or sheet.place_of(change.key.partition(".")[0])
    body = [block for block in own if not block.key]
    wanted = entry.body[change.position][1] if change.position < len(entry.body) else ""
    same = next((block.place for block in body if wanted and block.digest == wanted), None)
    if same is not None:
        return same
    if not body:
        return Place(sheet.file, sheet.body_line)
    return body[min(change.position, len(body) - 1)].place


def _left_in_original(site: Site, original: Sheet, sheet: Sheet) -> Iterator[Problem]:
    """Report texts of some length that are word for word those of the original."""
    if not any(is_words(fold(text)) for text in _lines(original) & _lines(sheet)):
        return
    before = {block.key: block for block in site.blocks(original) if block.key}
    body = [block for block in site.blocks(original) if not block.key]
    own = [block for block in site.blocks(sheet) if not block.key]
    pairs = [(block, before.get(block.key)) for block in site.blocks(sheet) if block.key]
    same = {block.folded: block for block in body if block.kind not in QUOTED}
    pairs.extend((block, same.get(block.folded)) for block in own)
    for block, other in pairs:
        if other is not None and block.folded == other.folded and is_words(block.folded):
            yield report("T622", block.place, other=str(other.place))


def _lines(sheet: Sheet) -> set[str]:
    """The lines of a sheet, to see at little cost whether two have anything in common."""
    return {*(text.text for text in sheet.texts() if text.declared.translatable), *sheet.body.split("\n")}


def is_words(folded: str) -> bool:
    """Whether a text has so many words that it cannot be the same in two languages."""
    words = [word for word in folded.split(" ") if sum(letter.isalpha() for letter in word) > 1]
    return len(words) >= MEANT_TO_DIFFER


__all__ = ["is_words", "place_of", "translations_are_current"]
