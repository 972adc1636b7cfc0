"""`translations.lock`: the state of the original that each translation was made from.

For each translated file it holds the digest of every word of the original's front matter, and of every block of its
body the digest beside that of the block that renders it. Kept by the tool, read as anything that is not trusted.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from factsheet.core.patterns import regex
from factsheet.core.problems import Problem
from factsheet.core.records import dataclass, field
from factsheet.site.receipts import LockFile
from factsheet.site.translations.blocks import LENGTH, TranslationBlock, align, digest

LOCK: Final = "translations.lock"
VERSION: Final = 1

_ABOUT = "Kept by `translated`: which state of the original each translation was made from."
_DIGESTS = regex(rf"(?:[0-9a-f]{{{LENGTH}}}\n)*")
_PAIRS = regex(rf"(?:[0-9a-f]{{{LENGTH}}}(?: [0-9a-f]{{{LENGTH}}})?\n)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class LockEntry:
    """What the lock says of one translated file."""

    front: Mapping[str, str] = field(default_factory=dict)
    """The digest of each front-matter word of the original."""
    body: tuple[tuple[str, str], ...] = ()
    """The digest of each block of the original's body, with that of the block which renders it, or nothing."""


Lock = Mapping[str, LockEntry]
"""Entries by the path of the translated file."""


def marked(original: Sequence[TranslationBlock], own: Sequence[TranslationBlock]) -> LockEntry:
    """The entry of a translation that is current: `own` renders `original` as it is now."""
    bodies = [block for block in original if not block.key], [block for block in own if not block.key]
    pairs = align(*bodies)
    rendered = {index: bodies[1][other].digest for index, other in pairs.items()}
    body = tuple((block.digest, rendered.get(index, "")) for index, block in enumerate(bodies[0]))
    return LockEntry(front={block.key: block.digest for block in original if block.key}, body=body)


def partly_marked(
    entry: LockEntry | None,
    original: Sequence[TranslationBlock],
    own: Sequence[TranslationBlock],
    confirmed: Callable[[TranslationBlock], bool],
) -> LockEntry:
    """The entry of a translation of which some blocks have become current; the others stay as `entry` has them.

    `confirmed` tells of a block of the original whether its translation renders it as it is now.
    """
    whole, before = marked(original, own), entry or LockEntry()
    words = {block.key: block.digest for block in original if block.key and confirmed(block)}
    front = {key: digest for key, digest in before.front.items() if key in whole.front}
    body = [block for block in original if not block.key]
    pairs: list[tuple[str, str]] = []
    old, new = ([pair[0] for pair in pairs] for pairs in (before.body, whole.body))
    from difflib import SequenceMatcher

    for operation, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        good = [index for index in range(first, last) if confirmed(body[index])]
        if operation == "equal" or end - start == last - first:
            steps = zip(range(start, end), range(first, last), strict=True)
            pairs += [whole.body[now] if now in good else before.body[then] for then, now in steps]
        else:
            kept = before.body[start:end] if len(good) < last - first or first == last else ()
            pairs += [*(whole.body[index] for index in good), *kept]
    return LockEntry(front={**front, **words}, body=tuple(pairs))


def _entry(given: Mapping[str, object]) -> LockEntry:
    front, body = given["front"], given["body"]
    if not isinstance(front, dict) or not isinstance(body, list):
        raise TypeError
    _check(_DIGESTS, front.values())
    _check(_PAIRS, body)
    pairs = (line.partition(" ") for line in body)
    return LockEntry(front=front, body=tuple((original, own) for original, _, own in pairs))


def _check(pattern: re.Pattern[str], lines: Collection[str]) -> None:
    """Check all lines at once, for there are many; raises ValueError, and TypeError where one is no text."""
    text = "".join(f"{line}\n" for line in lines)
    if text.count("\n") != len(lines) or not pattern.fullmatch(text):
        raise ValueError


_FILE: Final = LockFile(file=LOCK, about=_ABOUT, version=VERSION, key="sheets", entry=_entry, code="T640")


def read_lock(data: bytes | None) -> tuple[dict[str, LockEntry], list[Problem]]:
    """Read the lock; one that cannot be read is a finding, and holds nothing."""
    lock, problems = _read(data)
    return dict(lock), list(problems)


@lru_cache(maxsize=1)
def _read(data: bytes | None) -> tuple[Lock, tuple[Problem, ...]]:
    """Read the same bytes once in a process that builds again and again."""
    return _FILE.read(data)


def write_lock(lock: Lock) -> bytes:
    """Write the lock: one digest on a line and files in their order, so that changes merge and read well."""
    entries: dict[str, object] = {}
    for file, entry in lock.items():
        body = [" ".join(filter(None, pair)) for pair in entry.body]
        entries[file] = {"front": dict(sorted(entry.front.items())), "body": body}
    return _FILE.written(entries)


# What of an original has changed since its translation was marked current.

MOST_JOINED = 6
"""Into how many parts a block may have been split, or of how many it may have been joined, to be known again."""

_BOUNDARY = regex("(?<=[.!?…:;。！？।]) ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One block that the translator has to look at."""

    what: str
    """`changed`, `new`, or `removed` from the original."""
    key: str = ""
    """The front-matter word; empty for a block of the body."""
    block: TranslationBlock | None = None
    """The block of the original as it is now; None for one that was removed."""
    before: str
    """The digest of the original as it was translated; empty for a new block."""
    position: int = 0
    """Where the block stands in the lock's entry, or for a new one, before which position it comes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The outcome of a comparison; `moved` blocks read as before in another place and make no work."""

    stale: tuple[Change, ...] = ()
    moved: tuple[TranslationBlock, ...] = ()


def compare(entry: LockEntry, blocks: Sequence[TranslationBlock]) -> Changes:
    """Compare the blocks of an original with the lock's entry of one of its translations."""
    front = [block for block in blocks if block.key]
    body = [block for block in blocks if not block.key]
    stale, moved = _body(entry, body)
    return Changes(stale=(*_front(entry.front, front), *stale), moved=tuple(moved))


def _front(before: Mapping[str, str], words: Sequence[TranslationBlock]) -> list[Change]:
    found = []
    for block in words:
        old = before.get(block.key, "")
        if old != block.digest:
            found.append(Change(what="changed" if old else "new", key=block.key, block=block, before=old))
    return found


def _body(entry: LockEntry, blocks: Sequence[TranslationBlock]) -> tuple[list[Change], list[TranslationBlock]]:
    old = [pair[0] for pair in entry.body]
    new = [block.digest for block in blocks]
    if old == new:
        return [], []
    regions = list(_regions(old, new))
    left = _Left(old, blocks, regions)
    moved = left.take_moved()
    left.take_split()
    left.take_joined()
    return left.changes(), moved


def _regions(old: list[str], new: list[str]) -> Iterator[tuple[list[int], list[int]]]:
    """The runs that differ, as positions before and now; what begins and ends alike is set aside first.

    So a single change is found as such also where other blocks read the same.
    """
    shorter = min(len(old), len(new))
    head = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    shorter -= head
    tail = next((at for at in range(shorter) if old[-1 - at] != new[-1 - at]), shorter)
    before, now = old[head : len(old) - tail], new[head : len(new) - tail]
    if set(before).isdisjoint(now):  # as after most edits: what finds runs that are equal need not be imported
        if before or now:
            yield list(range(head, head + len(before))), list(range(head, head + len(now)))
        return
    from difflib import SequenceMatcher

    middle = SequenceMatcher(None, before, now, autojunk=False)
    for operation, start, end, first, last in middle.get_opcodes():
        if operation != "equal":
            yield list(range(head + start, head + end)), list(range(head + first, head + last))


class _Left:
    """The blocks that no equal run has paired: those seen before elsewhere, split or joined are taken out."""

    def __init__(
        self, old: Sequence[str], blocks: Sequence[TranslationBlock], regions: Sequence[tuple[list[int], list[int]]]
    ) -> None:
        self.old = old
        self.blocks = blocks
        self.regions = regions
        self.gone = {index for region in regions for index in region[0]}
        self.come = {index for region in regions for index in region[1]}

    def take_moved(self) -> list[TranslationBlock]:
        moved = []
        for index in sorted(self.come):
            if self._take_old(self.blocks[index].digest):
                self.come.discard(index)
                moved.append(self.blocks[index])
        return moved

    def take_split(self) -> None:
        """One old block that is now several: their texts joined have its digest."""
        for index in sorted(self.come):
            for count in range(2, MOST_JOINED + 1):
                parts = range(index, index + count)
                if not all(part in self.come for part in parts):
                    break
                joined = " ".join(self.blocks[part].folded for part in parts)
                if self._take_old(digest(joined)):
                    self.come.difference_update(parts)
                    break

    def take_joined(self) -> None:
        """Several old blocks that are now one: cut at the ends of sentences, each part has its digest."""
        for index in sorted(self.come):
            parts = self._parts(self.blocks[index].folded, MOST_JOINED)
            if len(parts) > 1:
                for part in parts:
                    self._take_old(part)
                self.come.discard(index)

    def _parts(self, text: str, most: int) -> list[str]:
        """The digests of old blocks that the text is made of; none where it is not."""
        whole = digest(text)
        known = {self.old[index] for index in self.gone}
        if whole in known:
            return [whole]
        if most == 1 or not known:
            return []
        for boundary in _BOUNDARY.finditer(text):
            head = digest(text[: boundary.start()])
            if head in known and (rest := self._parts(text[boundary.end() :], most - 1)):
                return [head, *rest]
        return []

    def _take_old(self, wanted: str) -> bool:
        found = next((index for index in sorted(self.gone) if self.old[index] == wanted), None)
        if found is not None:
            self.gone.discard(found)
        return found is not None

    def changes(self) -> list[Change]:
        """Pair what is left region by region: old with new is changed, the rest is new or removed."""
        found: list[Change] = []
        for region_old, region_new in self.regions:
            olds = [index for index in region_old if index in self.gone]
            news = [index for index in region_new if index in self.come]
            after = region_old[-1] + 1 if region_old else self._before(region_new[0])
            for rank, index in enumerate(news):
                position = olds[rank] if rank < len(olds) else after
                before = self.old[position] if rank < len(olds) else ""
                what = "changed" if before else "new"
                found.append(Change(what=what, block=self.blocks[index], before=before, position=position))
            found.extend(Change(what="removed", before=self.old[index], position=index) for index in olds[len(news) :])
        return found

    def _before(self, new: int) -> int:
        """The old position that a run of new blocks stands before."""
        following = next((index for index in range(new, len(self.blocks)) if index not in self.come), None)
        if following is None:
            return len(self.old)
        wanted = self.blocks[following].digest
        return self.old.index(wanted) if wanted in self.old else len(self.old)
