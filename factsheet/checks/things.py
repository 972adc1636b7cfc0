"""What two corresponding texts speak of is the same: the nouns that metrics count, and the names of rows."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Final

from factsheet.checks.parity import in_pairs
from factsheet.checks.reading import Phrases, ReadBlock, nouns_of
from factsheet.content.statements.grammar import grammar
from factsheet.content.statements.nouns import Nouns, is_form
from factsheet.core.codes import report
from factsheet.core.problems import Problem
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.fold import fold, places_of
from factsheet.site.site import Site

Named = tuple[frozenset[str], str, int]
"""The metrics whose noun a word is, the word, and where it stands."""

_SHORTEST: Final = 4
"""How many letters a noun has that no other word of the language is taken for."""

_FREE: Final = frozenset(("title", "summary"))
"""What translators write freely: “Road deaths” for “Victimele accidentelor”."""


def texts_speak_of_the_same(site: Site) -> Iterator[Problem]:
    """Report a noun of one metric where the other language has that of another: “doctors” for “asistente”."""
    for original, sheet, pairs in in_pairs(site):
        tags = original.language, sheet.language
        locs = [site.by_tag[tag].numbers for tag in tags]
        nouns = _in_both(locs[0], locs[1], site.phrases(tags[0]), site.phrases(tags[1]))
        for pair in pairs if nouns[0].pairs else ():
            if pair[0].passage.key not in _FREE:
                yield from _compared(locs, nouns, pair)


def _compared(
    locs: Sequence[NumberLocale], nouns: tuple[Nouns, Nouns], pair: tuple[ReadBlock, ReadBlock]
) -> Iterator[Problem]:
    here = _named(locs[0], nouns[0], pair[0])
    there = _named(locs[1], nouns[1], pair[1]) if here else []
    if len(here) != len(there):
        return
    lost, surplus = list(here), []
    for two in there:
        same = next((one for one in lost if one[0] & two[0] or len(one[0]) != len(two[0])), None)
        if same is None:
            surplus.append(two)
        else:
            lost.remove(same)
    if surplus:
        one, two = lost[0], surplus[0]
        place, other = (
            block.passage.place(block.offset(said[2])) for block, said in zip(pair, (one, two), strict=True)
        )
        yield report("P215", other, here=two[1], there=one[1], other=str(place))


@lru_cache(maxsize=256)
def _in_both(first: NumberLocale, second: NumberLocale, one: Phrases, two: Phrases) -> tuple[Nouns, Nouns]:
    """Give the nouns of the metrics whose units, or whose labels, have one in both languages.

    A label of one word in one language may be one of two in the other: “Elevi”, “Enrolled pupils”.
    """
    kept: tuple[list[tuple[str, str]], list[tuple[str, str]]] = ([], [])
    for is_unit in (True, False):
        sides = [
            nouns_of(loc, tuple(said for said in phrases if ("{n}" in said[1]) is is_unit)).pairs
            for loc, phrases in ((first, one), (second, two))
        ]
        known = {name for _, name in sides[0]} & {name for _, name in sides[1]}
        for side, pairs in zip(kept, sides, strict=True):
            side += [pair for pair in pairs if pair[1] in known and len(pair[0]) >= _SHORTEST]
    return Nouns(tuple(dict.fromkeys(kept[0]))), Nouns(tuple(dict.fromkeys(kept[1])))


def _named(loc: NumberLocale, nouns: Nouns, block: ReadBlock) -> list[Named]:
    """Give the nouns of metrics in a text, in its order, but for those within its figures and behind its numbers."""
    own = grammar(loc)
    folded = fold(block.text, own.code)
    if not own.spaced or own.own.noun_first or len(folded.lower) != len(block.text):
        return []
    alike = nouns.begun_alike(folded.words)
    if not alike:
        return []
    taken = [(one.start, one.end) for one in block.shown]
    found: list[Named] = []
    for word in alike:
        metrics = nouns.of_any((word,)) if len(word) >= _SHORTEST and word not in own.stops else frozenset()
        if not metrics or any(is_form(general, word) for general in own.own.general):
            continue
        places = (at for at in places_of(folded.lower, word) if not any(start <= at < end for start, end in taken))
        found += [(metrics, block.text[at : at + len(word)], at) for at in places]
    return sorted(found, key=itemgetter(2))
