"""The line of front matter whose indentation is the slip: the parser sees the damage, at times on the next line."""

from collections.abc import Iterator, Sequence

from factsheet.core.patterns import regex
from factsheet.core.records import dataclass

_KEY = regex(r"(?P<indent>[ ]*)(?P<item>(?:-[ ]+)*)(?P<key>[\w/-]+:(?:[ ].*)?)")
_OPENS = regex(r"[^:]*:[ ]*(?:#.*)?")
_BLOCK = regex(r".*:[ ]+[|>][-+0-9]*[ ]*")


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A line, from 0, the spaces that it should begin with, and a line above that begins with as many."""

    line: int
    spaces: int
    like: int


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    depth: int
    """Where it begins."""
    within: int
    """Where its key begins, which is behind the hyphen of an item."""
    opens: bool


def misplaced(lines: Sequence[str], last: int) -> Misplaced | None:
    """Find the first line up to `last` that stands at no level of those above it; None where there is none.

    A line that is deeper than the one above it, which opens nothing, may be as deep as the one above that: then the one
    between them is the slip.
    """
    seen: list[_Line] = []
    depths: list[int] = []
    for line in _keys(lines[: last + 1]):
        before = seen[-1] if seen else line
        if line.depth > before.within and not before.opens:
            if len(seen) > 1 and seen[-2].within == line.depth:
                return Misplaced(before.number, line.depth, seen[-2].number)
            return Misplaced(line.number, before.within, before.number)
        if line.depth < before.within and line.depth not in depths:
            closing = _closing(seen, line.depth)
            if closing:
                return closing
            open_ = [one for one in seen if one.within in depths and one.opens == line.opens] or seen
            best = min(reversed(open_), key=lambda one: abs(one.within - line.depth))
            return Misplaced(line.number, best.within, best.number)
        depths = sorted({depth for depth in depths if depth < line.depth} | {line.depth, line.within})
        seen.append(line)
    return None


def _closing(seen: Sequence[_Line], depth: int) -> Misplaced | None:
    """Find a line that ended a level which is in use again behind it, and whose own lines are deeper than that level.

    It was meant to stand at that level: a metric without the spaces before its name.
    """
    at = next((at for at in range(len(seen) - 1, -1, -1) if seen[at].depth < depth), None)
    if at is None or not seen[at].opens or at + 1 >= len(seen) or seen[at + 1].depth <= depth:
        return None
    same = next((one for one in reversed(seen[:at]) if one.depth == depth), None)
    return Misplaced(seen[at].number, depth, same.number) if same else None


def _keys(lines: Sequence[str]) -> Iterator[_Line]:
    """The lines that begin with a key, without those of texts in blocks."""
    block: int | None = None
    for number, text in enumerate(lines):
        found = _KEY.fullmatch(text)
        depth = len(text) - len(text.lstrip(" "))
        if found is None or (block is not None and depth > block):
            continue
        key = found["key"]
        block = found.start("key") if _BLOCK.fullmatch(key) else None
        opens = _OPENS.fullmatch(key) is not None or key.count("{") + key.count("[") > key.count("}") + key.count("]")
        yield _Line(number, depth, found.start("key"), opens)
