"""What need not be read again after an edit, since it says the same as what stands published."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from factsheet.checks.verify.pages import DIGIT, INLINE, Element, element
from factsheet.checks.verify.scanning import Tag, apart, is_plain
from factsheet.core.patterns import regex

# What data files tell of the sheets that an edit reaches; of all others they tell the same as before, word for word.
#
# A data file speaks of one sheet after the other. What stands published was read back; so a sheet of which all of
# them say the same as there, which no page that was made anew names, and whose figures have no parts in one of these,
# needs no second reading. To read fewer sheets can only find more than to read all; then all are read.

_DATA: Final = ("figures.json", "figures.csv", "history.csv")
_BLOCK: Final = '\n{"path": "'
_END: Final = "\n]}\n"
_ROW: Final = "\r\n"
_PARTS: Final = regex(r'"parts": \["([^\]]*)"\]')
_ADDRESS: Final = regex(r'"url": "([^"]*)", "figures": \[\n')

Piece = tuple[str, str]
"""A sheet, and what a file says of it: its block of JSON, or one of its rows."""


def of_reached(
    files: Mapping[str, bytes], before: Callable[[str], bytes | None]
) -> tuple[dict[str, bytes], dict[str, bytes]] | None:
    """The files of an edit with what they tell of the sheets it reaches, and data files with what is told as `before`.

    `before` gives a file as it was published and read back. None where nobody can say which sheets are reached.
    """
    now = {path: _parted(path, data) for path, data in files.items() if path.rpartition("/")[2] in _DATA}
    then = {path: set(_parted(path, before(path) or b"")[1]) for path in now}
    blocks = [piece for path, (_, pieces) in now.items() if path.endswith(".json") for piece in pieces]
    pages = "\n".join(data.decode("utf-8", "replace") for path, data in files.items() if path.endswith(".html"))
    told = {sheet for _, pieces in now.values() for sheet, _ in pieces}
    if "\\" in pages or not told or told != {sheet for sheet, _ in blocks}:
        return None
    made = {pieces[0][0] for _, pieces in now.values() if len(pieces) == 1}
    made.update(sheet for path, (_, pieces) in now.items() for sheet, _ in then[path].symmetric_difference(pieces))
    reached = _with_parts(made | {sheet for sheet, text in blocks if _is_named(sheet, text, pages)}, blocks)
    some, same = dict(files), {}
    for path, (head, pieces) in now.items():
        own = [piece for piece in pieces if piece[0] in reached]
        some[path] = _joined(path, head, own)
        same[path] = _joined(path, head, [piece for piece in own if piece[0] not in made])
    return some, same


def _parted(path: str, data: bytes) -> tuple[str, list[Piece]]:
    """What a data file begins with, and what it says of each sheet."""
    text = data.decode("utf-8", "replace")
    if path.endswith(".csv"):
        head, *rows = text.split(_ROW)
        return head, [(row.partition(",")[0], row) for row in rows if row]
    head, *blocks = text.removesuffix(_END).split(_BLOCK)
    return head, [(block.partition('"')[0], block.removesuffix(",")) for block in blocks]


def _joined(path: str, head: str, pieces: Iterable[Piece]) -> bytes:
    if path.endswith(".csv"):
        return _ROW.join((head, *(row for _, row in pieces), "")).encode()
    return f"{head}{','.join(_BLOCK + block for _, block in pieces)}{_END}".encode()


def _is_named(sheet: str, block: str, pages: str) -> bool:
    """Whether pages name a sheet, or the address of its page."""
    found = _ADDRESS.search(block)
    return f"{sheet}/" in pages or found is None or found[1] in pages


def _with_parts(reached: set[str], blocks: Iterable[Piece]) -> set[str]:
    """Some sheets, those whose figures are computed from theirs, those that theirs are computed from, and so on."""
    groups = [
        {sheet, *(part.rpartition("/")[0] for part in found.split('", "'))}
        for sheet, block in blocks
        for found in _PARTS.findall(block)
    ]
    count = 0
    while len(reached) > count:
        count = len(reached)
        reached = reached.union(*(group for group in groups if not group.isdisjoint(reached)))
    return reached


# Whether a page made anew reads as the one that stands published: what was found of that one then holds for it.
#
# A page is read block by block. Two pages read alike where they differ in blocks alone that have no digit and no
# figure, or in what reading leaves out of tags, such as their classes.

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
