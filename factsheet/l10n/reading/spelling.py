"""A given number in words, by the rules that every language counts with: "o arestare" is one, "cztery" four."""

import re
from collections.abc import Collection, Iterator
from decimal import Decimal
from typing import Final

from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.context import bound_around
from factsheet.l10n.reading.fold import fold
from factsheet.l10n.reading.lexicon import Lexicon, lexicon
from factsheet.l10n.reading.numeral import Numeral
from factsheet.l10n.spelled import found_in
from factsheet.patterns import regex

_NEXT: Final = regex(r"[ -]([^\W\d_]+)")


def spelled_out(loc: NumberLocale, text: str, value: Decimal, others: Collection[Numeral]) -> Iterator[Numeral]:
    """Give the places where a text has a value in words, and no other number is read.

    Words for one are articles too, and small numbers homonyms of other words: so this is asked for a figure whose value
    is known, not for what a text may say.
    """
    lex = lexicon(loc)
    folded = fold(text, lex.code)
    for start, end, number in (*found_in(loc, folded.plain), *_other_words(lex, folded.plain)):
        first, last = folded.start(start), folded.end(end)
        is_apart = all(last <= one.start or one.end <= first for one in others)
        if number == value and is_apart and not _begins_more(lex, folded.plain, end):
            bound = bound_around(lex, folded.plain, start, end)
            yield Numeral(first, last, text[first:last], number, Decimal(1), bound=bound, word=True)


def _other_words(lex: Lexicon, plain: str) -> Iterator[tuple[int, int, Decimal]]:
    """Give where words that a language does not count with say nought or one: "no deaths", "a single death"."""
    lower = plain.lower()
    for value, words in enumerate((lex.language.numbers.none, lex.language.numbers.single)):
        for word in words:
            for found in re.finditer(rf"(?<!\w){re.escape(word)}(?=[ ][^\W\d_])", lower):
                bound = lex.bounds.after(lower, found.start())
                following = _NEXT.match(lower, found.end())
                is_pronoun = following is not None and following[1] in lex.language.numbers.ones  # "no one"
                if not is_pronoun and (bound is None or bound[1] <= found.end()):  # "no more than"
                    yield *found.span(), Decimal(value)


def _begins_more(lex: Lexicon, plain: str, end: int) -> bool:
    """Whether a word of a larger number follows: "o sută", "un milion"."""
    found = _NEXT.match(plain, end)
    return found is not None and found[1].lower() in lex.number_words
