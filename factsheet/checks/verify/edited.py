"""What data files tell of the sheets that an edit reaches; of all others they tell the same as before, word for word.

A data file speaks of one sheet after the other. What stands published was read back; so a sheet of which all of them
say the same as there, which no page that was made anew names, and whose figures have no parts in one of these, needs no
second reading. To read fewer sheets can only find more than to read all; then all are read.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from factsheet.core.patterns import regex

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
