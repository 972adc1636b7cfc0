"""Whether a page made anew reads as the one that stands published: what was found of that one then holds for it.

A page is read block by block. Two pages read alike where they differ in blocks alone that have no digit and no
figure, or in what reading leaves out of tags, such as their classes.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from factsheet.checks.verify.pages import DIGIT, INLINE, Element, element
from factsheet.checks.verify.scanning import Tag, apart, is_plain

_BEFORE: Final = 4
"""How many blocks before a difference are looked at for the one in which it begins."""

Parts = Sequence[str | Tag]
"""The texts and tags of a page in turn."""


def read_alike(one: str, other: str) -> bool:
    """Whether two pages read alike for certain; pages with drawings or in odd HTML never do."""
    front, back = _same_ends(one, other)
    pieces = one[:front], one[front:-back], other[front:-back], one[-back:]
    if front < 0 or not back or not all(map(is_plain, pieces)):
        return one == other
    here, there = map(apart, pieces[1:3])
    where = list(_differing(here, there))
    if not where:
        return True
    head, tail = apart(pieces[0]), apart(pieces[-1])
    pages = [*head, *here[1:-1], *tail], [*head, *there[1:-1], *tail]
    return _left_open(pages[0], is_whole=True) == [] and all(
        _is_silent(pages, len(head) - 1 + first, len(tail) - 1 + last) for first, last in where
    )


def _same_ends(one: str, other: str) -> tuple[int, int]:
    """Where the last tag begins before which two pages are the same; how long they are behind a tag and the same."""
    before = _common(one, other)
    behind = min(_common(one[::-1], other[::-1]), len(one) - before, len(other) - before)
    closed = one.find(">", len(one) - behind) + 1
    return one.rfind("<", 0, before), len(one) - closed if closed else 0


def _common(one: str, other: str) -> int:
    """How many characters two texts have in common before the first that differs."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[low:middle] == other[low:middle] else (low, middle - 1)
    return low


def _differing(here: Parts, there: Parts) -> Iterator[tuple[int, int]]:
    """Where two pages differ: how many parts stand before it, and how many behind."""
    least = min(len(here), len(there))
    if len(here) == len(there):
        pairs = enumerate(zip(here, there, strict=True))
        yield from ((index, least - index - 1) for index, pair in pairs if not _is_same(*pair))
        return
    first = next((index for index in range(least) if here[index] != there[index]), least)
    behind = (index for index in range(least - first) if here[-1 - index] != there[-1 - index])
    yield first, next(behind, least - first)


def _is_same(one: str | Tag, other: str | Tag) -> bool:
    """Whether two parts are the same text, or tags that mean the same to the text in them."""
    if isinstance(one, str) or isinstance(other, str):
        return one == other
    return one.ended == other.ended and element(one) == element(other)


def _is_silent(pages: tuple[Parts, Parts], first: int, last: int) -> bool:
    """Whether what differs belongs to blocks that say nothing, and leaves the same elements open in both pages."""
    while last and not all(_parts_blocks(parts[-last]) for parts in pages):
        last -= 1
    for _ in range(_BEFORE):
        while first and not all(_parts_blocks(parts[first - 1]) for parts in pages):
            first -= 1
        here, there = (_left_open(parts[first : len(parts) - last]) for parts in pages)
        if here is not None and there is not None:
            return here == there
        first = max(first - 1, 0)
    return False


def _parts_blocks(part: str | Tag) -> bool:
    """Whether a part is a tag before and behind which texts are read apart."""
    name = "" if isinstance(part, str) else part.begun or part.ended
    return bool(name) and name not in INLINE and name not in {"script", "link"}


def _left_open(parts: Parts, *, is_whole: bool = False) -> list[Element] | None:
    """The elements that parts leave open; None where they are ill nested or, unless it `is_whole`, say anything."""
    opened: list[Element] = []
    for part in parts:
        if isinstance(part, str):
            if not is_whole and DIGIT.search(part):
                return None
            continue
        begun = element(part)
        is_block = begun.name and not begun.is_inline and opened and opened[-1].is_inline
        if (begun.is_noted and not is_whole) or (is_block and any(around.is_noted for around in opened)):
            return None
        if part.ended and not begun.name and not (opened and opened.pop().name == part.ended):
            return None
        if begun.name and not part.ended and not begun.is_void:
            opened.append(begun)
    return opened
