"""Which sentences of two texts say the same: a translation makes two sentences of one, and one of two."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import Final

from factsheet.core.patterns import regex

Texts = tuple[str, str]
Pair = tuple[int, int]
Bead = tuple[Pair, Pair]
"""Sentences of two texts that say the same, from the first of each to that behind the last."""

_BREAK: Final = regex(r"[.!?…;:\n](?:(?<=\n)\n*|(?<!\n)(?<!\b[A-Z]\.)(?<!\b[A-Z][a-z]\.)[\"”»’)]{0,2} +(?=[^a-z\d]))")
"""Where a sentence ends: not behind the "Dr." of a name."""
_WORD: Final = regex(r"\w{4,}")
_STEPS: Final = ((1, 1, 0), (1, 2, 30), (2, 1, 30), (1, 3, 60), (3, 1, 60), (1, 0, 60), (0, 1, 60))
"""How many sentences of each text may go together, and what that costs."""
_ALIKE, _WHOLE = 40, 1_000
_MOST: Final = 4_000
"""Texts of more pairs of sentences are one."""


def sentences_of(texts: Texts, pairs: Iterable[Pair]) -> Iterator[Texts]:
    """Give the sentences in which two places of two texts stand that say the same, pair by pair."""
    ends = [_breaks(text) for text in texts]
    numbers = [(bisect_right(ends[0], here) - 1, bisect_right(ends[1], there) - 1) for here, there in pairs]
    is_one_to_one = len(ends[0]) == len(ends[1]) and all(here == there for here, there in numbers)
    beads = () if is_one_to_one else _aligned(texts, frozenset(numbers))
    for here, there in numbers:
        first, last = (here, there), (here + 1, there + 1)
        if beads:
            own = [one for one in beads if here in range(*one[0]) or there in range(*one[1])]
            first, last = (own[0][0][0], own[0][1][0]), (own[-1][0][1], own[-1][1][1])
        yield texts[0][ends[0][first[0]] : ends[0][last[0]]], texts[1][ends[1][first[1]] : ends[1][last[1]]]


@lru_cache(maxsize=256)
def _breaks(text: str) -> tuple[int, ...]:
    return (0, *(found.end() for found in _BREAK.finditer(text)), len(text) + 1)


@lru_cache(maxsize=64)
def _aligned(texts: Texts, numbers: frozenset[Pair]) -> Sequence[Bead]:
    """Give all sentences of two texts, those together that have equal numbers and names and are about as long."""
    ends, (here, there) = [_breaks(text) for text in texts], map(_lone, texts)
    sizes = [len(one) - 1 for one in ends]
    if sizes[0] * sizes[1] > _MOST:
        return (((0, sizes[0]), (0, sizes[1])),)
    alike = Counter([*numbers, *((here[word], there[word]) for word in here.keys() & there.keys())])
    best: dict[Pair, tuple[int, tuple[Bead, ...]]] = {(0, 0): (0, ())}
    for at in product(range(sizes[0] + 1), range(sizes[1] + 1)):
        ways = []
        for one, two, price in _STEPS:
            begun = best.get((at[0] - one, at[1] - two))
            if begun is not None:
                bead = (at[0] - one, at[0]), (at[1] - two, at[1])
                long, wide = (_WHOLE * (own[to] - own[by]) // own[-1] for own, (by, to) in zip(ends, bead, strict=True))
                common = sum(alike[pair] for pair in product(range(*bead[0]), range(*bead[1])))
                cost = price + (long - wide) ** 2 // (long + wide + 1) - _ALIKE * common
                ways.append((begun[0] + cost, (*begun[1], bead)))
        best[at] = min(ways, default=best.get(at, (0, ())))
    return best[sizes[0], sizes[1]][1]


def _lone(text: str) -> dict[str, int]:
    """Give the longer words that stand once in a text, and in which sentence: names are alike in most languages."""
    counts = Counter(_WORD.findall(text))
    once = (found for found in _WORD.finditer(text) if counts[found[0]] == 1)
    return {found[0]: bisect_right(_breaks(text), found.start()) - 1 for found in once}
