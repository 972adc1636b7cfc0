"""Two texts of one sort, labels, titles, notes, rows or items, that stand in each other's place in one language."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import chain, combinations
from operator import itemgetter, or_
from typing import Final

from factsheet.checks.catalogues import short
from factsheet.checks.parity import in_pairs
from factsheet.checks.reading import ReadBlock
from factsheet.content.markup import GAP
from factsheet.content.statements.grammar import Grammar, grammar
from factsheet.core.codes import report
from factsheet.core.problems import Problem
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.fold import fold
from factsheet.site.site import Site

_STEM: Final = 5
"""So many letters of a word stay in all its forms."""

_ALL: Final = 1000
"""What the likeness of two texts is of."""

_LEAST: Final = 150
_SURE: Final = 500
"""How much liker two texts are together to each other's original than to their own."""

_ENDS: Final = 5
"""So many letters at both ends of a key of the front matter tell its sort: `metrics.arrests.label`."""

_NUMBER: Final = "{n}"
_PLACED: Final = frozenset(("li", "td"))


def texts_keep_their_places(site: Site) -> Iterator[Problem]:
    """Report two texts of one sort of which each says in one language what the other says in the other.

    No dictionary is asked: words say the same that stand in the same passages of both languages.
    """
    for original, sheet, pairs in in_pairs(site):
        locs = site.by_tag[original.language].numbers, site.by_tag[sheet.language].numbers
        for one, two in _Places(locs, pairs).exchanged():
            there, here = pairs[one][0], pairs[two][1]
            shown = (f"“{short(text.replace(GAP, _NUMBER))}”" for text in (here.text, there.text))
            texts = dict(zip(("here", "there"), shown, strict=True))
            yield report("P211", pairs[one][1].passage.start, **texts, other=there.passage.start)


class _Places:
    """The texts of two languages, and the passages in which each word stands, a bit for each."""

    def __init__(self, locs: Sequence[NumberLocale], pairs: Sequence[tuple[ReadBlock, ReadBlock]]) -> None:
        """Note where each word of a text stands that has others of its sort: every page pays for it."""
        sorts = defaultdict[tuple[str, object], list[int]](list)
        for number, pair in enumerate(pairs):
            passage = pair[0].passage
            if passage.front is not None:
                sorts[passage.key[:_ENDS], passage.key[-_ENDS:]].append(number)
            elif passage.element in _PLACED and not passage.references:
                sorts[passage.element, (passage.cell or (0, 0))[1]].append(number)
        self._sorts = [sort for sort in sorts.values() if sort[1:]]
        sides, stem = tuple(map(grammar, locs)), itemgetter(slice(_STEM))

        def stems(text: ReadBlock, own: Grammar) -> frozenset[str]:
            return frozenset(map(stem, fold(text.text, own.code).words - own.stops))

        said = [tuple(map(stems, pair, sides)) for pair in pairs if self._sorts]
        self._texts = {at: [[word for word in one if word[2:]] for one in said[at]] for at in chain(*self._sorts)}
        asked = {word for texts in self._texts.values() for one in texts for word in one}
        self._seen = defaultdict[str, int](int), defaultdict[str, int](int)
        for number, texts in enumerate(said):
            for seen, one in zip(self._seen, texts, strict=True):
                for word in one & asked:
                    seen[word] |= 1 << number

    def exchanged(self) -> Iterator[tuple[int, int]]:
        """Give the texts of one sort of which each is liker to the other's original than to its own."""
        for sort in self._sorts:
            about = dict[int, tuple[int, int]]()
            for number in sort:
                first, second = self._texts[number]
                every = (self._seen[0][word] | self._seen[1][word] for word in first)
                about[number] = reduce(or_, every, 0), reduce(or_, map(self._seen[1].__getitem__, second), 0)
            for one, two in combinations(about, 2):
                (here, mine), (other, theirs) = about[one], about[two]
                if here & theirs & ~(1 << one) and other & mine & ~(1 << two) and self._is_crossed(one, two):
                    yield one, two

    def _is_crossed(self, one: int, two: int) -> bool:
        both = 1 << one | 1 << two
        crossed = self._likeness(one, two, both)
        other = self._likeness(two, one, both) if crossed >= _LEAST else 0
        if other < _LEAST:
            return False
        own, theirs = self._likeness(one, one, both), self._likeness(two, two, both)
        return crossed + other - own - theirs > _SURE and crossed > own and other > theirs

    def _likeness(self, here: int, there: int, both: int) -> int:
        """How much of a text of the original one of the translation says, but for words that both of two texts have.

        What is spelt alike is a name, or of one root.
        """
        (mine, theirs), count, total = self._seen, 0, 0
        others = [word for word in self._texts[there][1] if theirs[word] & both == 1 << there]
        for word in self._texts[here][0]:
            if mine[word] & both == 1 << here:
                best, places = _ALL if word in others else 0, mine[word] & ~both
                for other in others if places and not best else ():
                    if places & theirs[other]:
                        either = places | theirs[other] & ~both
                        best = max(best, _ALL * (places & theirs[other]).bit_count() // either.bit_count())
                count, total = count + 1, total + best
        return total // count if count else 0
