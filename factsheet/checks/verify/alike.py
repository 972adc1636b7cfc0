"""Whether a page made anew reads as the one that stands published: what was found of that one then holds for it.

A page is read block by block. Two pages read alike where they differ in blocks alone that have no digit and no
figure, or in what reading leaves out of tags, such as their classes.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from factsheet.checks.verify.pages import DIGIT, FIGURES, INLINE, Element, element
from factsheet.checks.verify.scanning import NotPlain, Tag, apart

_BEFORE: Final = 4
"""How many blocks before a difference are looked at for the one in which it begins."""

Parts = Sequence[str | Tag]
"""The texts and tags of a page in turn."""


def read_alike(one: str, other: str) -> bool:
    """Whether two pages read alike for certain; pages with drawings or in odd HTML never do."""
    try:
        pages = apart(one), apart(other)
    except NotPlain:
        return False
    where = list(_differing(*pages))
    return not where or (_is_nested(pages[0]) and all(_is_silent(pages, *each) for each in where))


def _is_nested(parts: Parts) -> bool:
    """Whether each tag that ends an element ends the one begun last, and no figure has a block in it."""
    opened = [""]
    for tag in parts:
        if isinstance(tag, str):
            continue
        is_block = tag.begun and tag.begun not in INLINE
        if is_block and opened[-1] in INLINE and not FIGURES.keys().isdisjoint(opened):
            return False
        if tag.ended and not tag.begun and opened.pop() != tag.ended:
            return False
        if tag.begun and not tag.ended and not element(tag).is_void:
            opened.append(tag.begun)
    return len(opened) == 1


def _differing(here: Parts, there: Parts) -> Iterator[tuple[int, int]]:
    """Where two pages differ: how many parts stand before it, and how many behind."""
    least = min(len(here), len(there))
    differing = (index for index in range(least) if here[index] != there[index])
    if len(here) == len(there):
        yield from ((index, least - index - 1) for index in differing if not _is_same(here[index], there[index]))
        return
    first = next(differing, least)
    behind = (index for index in range(least - first) if here[-1 - index] != there[-1 - index])
    yield first, next(behind, least - first)


def _is_same(one: str | Tag, other: str | Tag) -> bool:
    """Whether two parts are tags that mean the same to the text in them."""
    if isinstance(one, str) or isinstance(other, str):
        return False
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


def _left_open(parts: Parts) -> list[Element] | None:
    """The elements that parts leave open; None where they say something, or end what they did not begin."""
    opened: list[Element] = []
    for part in parts:
        if isinstance(part, str):
            if DIGIT.search(part):
                return None
            continue
        begun, ended = element(part), "" if part.begun else part.ended
        if begun.is_noted or (ended and not (opened and opened.pop().name == ended)):
            return None
        if part.begun and not part.ended and not begun.is_void:
            opened.append(begun)
    return opened
