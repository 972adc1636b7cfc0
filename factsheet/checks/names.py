"""Names with digits, clock times and ordinals are the same in every language: "Regulation 2016/679", "13:30"."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from factsheet.checks.counterparts import counterparts
from factsheet.checks.reading import blocks
from factsheet.content.passages import TextBlock, literal_spans
from factsheet.content.statements import Statement, StatementKind
from factsheet.patterns import regex
from factsheet.problems import Place, Problem
from factsheet.problems.codes import report
from factsheet.site.site import Site

_KINDS: Final = frozenset((StatementKind.NAME, StatementKind.TIME, StatementKind.ORDINAL))
_ADDRESS: Final = regex(r"://|www\.|@")
_HALF_DAY: Final = 12
_LOCAL: Final = 6
"""So many last digits of a telephone number do not depend on the country it is called from."""

_LONG: Final = 8
_DAY: Final = 25
_OF_CLOCK: Final = 2

Named = tuple[str, str, Place]
"""What must be the same, the name as written, and its place."""


def names_agree(site: Site) -> Iterator[Problem]:
    """Report names whose digits differ between two blocks that correspond and have as many names."""
    for path in site.paths:
        original = site.original(path)
        mine = _named(site, original.language, path)
        for sheet in site.translations(path):
            theirs = _named(site, sheet.language, path)
            if mine and theirs:
                yield from _differing(mine, theirs, counterparts(site, original, sheet).groups())


def _differing(
    mine: dict[int, list[Named]],
    theirs: dict[int, list[Named]],
    groups: Iterator[tuple[Sequence[TextBlock], Sequence[TextBlock], bool]],
) -> Iterator[Problem]:
    for ours, others, is_pair in groups:
        if not is_pair:
            continue
        left = [one for passage in ours for one in mine.get(id(passage), ())]
        right = [one for passage in others for one in theirs.get(id(passage), ())]
        if len(left) != len(right):
            continue  # one language says in words, or in one name, what the other does not
        for (_, there, other), (_, here, place) in zip(_without(left, right), _without(right, left), strict=True):
            yield report("P212", place, here=here, there=there, other=str(other))


def _without(some: Sequence[Named], others: Sequence[Named]) -> list[Named]:
    """What has no equal among the others."""
    spare = Counter(one[0] for one in others)
    left = []
    for one in some:
        if spare[one[0]]:
            spare[one[0]] -= 1
        else:
            left.append(one)
    return left


def _named(site: Site, tag: str, path: str) -> dict[int, list[Named]]:
    """The names of each passage, by its `id`, in the order of the text; literals are the editor's own business."""
    named: dict[int, list[Named]] = {}
    literals = site.literals(tag, path)
    for block in blocks(site, tag, path):
        names = [one for one in block.statements if one.figure is None and one.kind in _KINDS]
        spans = literal_spans(block.text, literals) if names else []
        for one in names:
            if not (block.passage.is_exempt or _ADDRESS.search(one.text) or one.overlaps(spans)):
                place = block.passage.place(block.offset(one.start))
                named.setdefault(id(block.passage), []).append((_key(one), one.text[:80], place))
    return named


def _key(one: Statement) -> str:
    """What must be the same in every language: the numbers of a name, and those of a clock whatever its hours are."""
    parts = [int(digits) for digits in re.findall(r"\d+", one.text[:80])]
    if parts and len(parts) <= _OF_CLOCK and parts[0] < _DAY:
        return f"{parts[0] % _HALF_DAY}:{[part for part in parts[1:] if part]}"
    digits = "".join(map(str, parts))
    return digits[-_LOCAL:] if len(digits) > _LONG else digits
