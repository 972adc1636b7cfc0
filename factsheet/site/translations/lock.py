"""`translations.lock`: the state of the original that each translation was made from.

For each translated file it holds the digest of every word of the original's front matter, and of every block of its
body the digest beside that of the block that renders it. Kept by the tool, read as anything that is not trusted.
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache
from typing import Final

from factsheet.core.patterns import regex
from factsheet.core.problems import Problem
from factsheet.core.records import dataclass, field
from factsheet.site.receipts import LockFile
from factsheet.site.translations.blocks import LENGTH, TranslationBlock, align

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
    return LockEntry(
        front={block.key: block.digest for block in original if block.key},
        body=tuple(
            (block.digest, bodies[1][pairs[index]].digest if index in pairs else "")
            for index, block in enumerate(bodies[0])
        ),
    )


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
    return _FILE.written(
        {
            file: {
                "front": dict(sorted(entry.front.items())),
                "body": [" ".join(filter(None, pair)) for pair in entry.body],
            }
            for file, entry in lock.items()
        }
    )
