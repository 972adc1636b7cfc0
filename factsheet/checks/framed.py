"""A sentence that repeats its passage but for one word: "Blood is kept at {{ cold }}", where plasma is."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from factsheet.checks.mentions import Mention
from factsheet.checks.subjects import Names, words_of
from factsheet.content.statements.grammar import Grammar, grammar
from factsheet.content.statements.nouns import NamedPhrases, is_related, related
from factsheet.l10n.reading.phrases import PHRASE_ENDS
from factsheet.site.proof import evidence, source_language

_LONG: Final = 3
"""Beyond so many words a sentence is so much its passage that any other word is a slip."""


def of_other_word(known: Names, at: Mention) -> str | None:
    """Give the word of a clause in the place of one that its passage has, where all the others are the same.

    Labels have both words, but that of the figure not both: else one may say the same as the other.
    """
    site, figure, own = known.site, at.figure, grammar(at.loc)
    quote = figure.metric.quote or ""
    if not (quote and own.spaced) or source_language(site, figure.source) != at.loc:
        return None
    reading = evidence(site, figure.sheet, figure.metric).reading
    lead, found, rest = quote.partition(reading.found) if reading and reading.found else ("", "", "")
    before, behind = at.beside
    if not found or (lead and before.endswith(lead) and PHRASE_ENDS.match(behind)):
        return None  # the same to the letter
    shown = words_of(own, f"{figure.text} {found}")
    first = _beside(*[_from(own, one, -1, shown) for one in (before, lead)])
    pairs = [*first, *_beside(*[_from(own, one, 1, shown) for one in (behind, rest)])]
    others = [pair for pair in pairs if pair[0] != pair[1] and not is_related(*pair)]
    if len(others) != 1 or len(pairs) == 1:
        return None
    mine, every = words_of(own, f"{figure.label} {figure.text}"), _named(own, site.phrases(known.tag))
    is_own = [related((word,), mine) for word in others[0]]
    is_known = all(of_it or related((word,), every) for of_it, word in zip(is_own, others[0], strict=True))
    is_long = len(pairs) > _LONG and is_own == [False, True]
    return others[0][0] if (is_known or is_long) and not all(is_own) else None


def _from(own: Grammar, text: str, way: int, shown: Sequence[str]) -> Sequence[str]:
    """Give the words that say something before a number or behind it, from it outwards, without those it has itself."""
    words = words_of(own, PHRASE_ENDS.split(text)[0 if way > 0 else -1])[::way]
    return [word for word in words if word not in shown]


def _beside(here: Sequence[str], there: Sequence[str]) -> Sequence[tuple[str, str]]:
    """Pair the words of two clauses; the last pair is another only where both end with it."""
    pairs = list(zip(here, there, strict=False))
    while pairs and len(here) != len(there) and not is_related(*pairs[-1]):
        pairs.pop()
    return pairs


@lru_cache(maxsize=64)
def _named(own: Grammar, phrases: NamedPhrases) -> frozenset[str]:
    """All words by which the units and the labels of a site name anything."""
    return frozenset(word for _, phrase in phrases for word in words_of(own, phrase.replace("{n}", " ")))
