"""Ranks in running text: "3rd", "seventh", "locul 3", "al 3-lea", "1. Germany"."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.fold import fold
from factsheet.l10n.reading.language import language
from factsheet.l10n.reading.lexicon import Lexicon, lexicon
from factsheet.l10n.reading.phrases import back_over_space
from factsheet.l10n.reading.roman import roman_value
from factsheet.l10n.reading.words import WrittenNumber, number_words
from factsheet.patterns import regex
from factsheet.records import dataclass

_DIGITS: Final = regex(r"(?<![\d.,])\d{1,4}(?![\d]|[.,]\d)")
_ROMAN: Final = regex(r"(?<![^\W_])X{0,3}(?:IX|IV|V?I{0,3})(?<=[IVX])(?![^\W_])")
_WORD: Final = regex(r"[^\W\d_]+")
_BEGINS: Final = regex(r"(?:\A|[,;:(]) ?\Z")
_ITEM: Final = regex(r"[.)] ?[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank at a place of a text."""

    start: int
    text: str
    value: Decimal


def _ones(lex: Lexicon, plain: str) -> Iterator[WrittenNumber]:
    """The words for one, which mostly are other words as well: "number one"."""
    ones = lex.language.numbers.ones
    for word in _WORD.finditer(plain.lower()):
        if word[0] in ones:
            yield WrittenNumber(*word.span(), ones[word[0]], 0)


def ranks(loc: NumberLocale, text: str) -> tuple[Rank, ...]:
    """Give the ranks of a text, in order: digits with what makes an ordinal of them, and ordinals in words."""
    code = loc.cldr.partition("_")[0]
    folded = fold(text, code)
    plain, own, lex = folded.plain, language(code), lexicon(loc)
    found = []
    for one in _DIGITS.finditer(plain):
        ending = lex.ordinals.after(plain, one.end())
        is_label = plain[: back_over_space(plain, one.start())].lower().endswith(own.rank_labels or ("\0",))
        is_item = _ITEM.match(plain, one.end()) and _BEGINS.search(plain[max(0, one.start() - 2) : one.start()])
        is_dotted = own.ordinal_dot and plain.startswith(".", one.end())
        if ending or is_label or is_item or is_dotted:
            end = ending[1] if ending else one.end()
            found.append(Rank(one.start(), plain[one.start() : end], Decimal(one[0])))
    for one in _ROMAN.finditer(plain):
        ending = lex.ordinals.after(plain, one.end())
        if ending or plain[: back_over_space(plain, one.start())].lower().endswith(own.rank_labels or ("\0",)):
            found.append(
                Rank(one.start(), plain[one.start() : ending[1] if ending else one.end()], Decimal(roman_value(one[0])))
            )
    found += [
        Rank(words.start, plain[words.start : words.end], Decimal(words.value))
        for words in (*number_words(lex, plain), *_ones(lex, plain))
        if plain[: back_over_space(plain, words.start)].lower().endswith(own.rank_labels or ("\0",))
    ]
    for word in _WORD.finditer(plain.lower()):
        value = own.ordinal_words.get(word[0])
        if value is not None:
            found.append(Rank(word.start(), word[0], Decimal(value)))
    return tuple(sorted(found, key=lambda one: one.start))
