"""Names of money: the noun that currencies share ("francs"), from CLDR's names of all of them, and what parts them.

CLDR names each currency with its country: "Swedish kronor", "franci elvețieni", "インド ルピー". Texts often give the
noun alone, so it is taken out of these names: the word that says what money it is, the last one or the first.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from factsheet.core.derived import derived
from factsheet.core.patterns import LETTERS, regex
from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.fold import fold_word
from factsheet.l10n.reading.language import language
from factsheet.l10n.reading.lexicon import lexicon
from factsheet.l10n.reading.phrases import joins
from factsheet.l10n.reading.units import is_inflected

_KATAKANA: Final = regex("[\u30a1-\u30ff]+\\Z")
_LEAST: Final = 2
_LEAST_UNSPACED: Final = 2


def is_in(loc: NumberLocale, text: str, currency: str | None, wanted: str | None) -> bool:
    """Tell whether an amount that was read as one currency may be in another one; `text` is the amount as written.

    It may where both have the same narrow symbol or the same noun, and no word or sign of the text is that of the first
    alone: "dollars" fits each currency of that name, "Canadian dollars" one alone.
    """
    if currency == wanted or currency is None or wanted is None:
        return currency == wanted
    narrow = cldr.currency_narrow(loc, wanted)
    is_signed_alike = narrow == cldr.currency_narrow(loc, currency)
    if "/" in currency or currency in text or not (is_signed_alike or _is_named_alike(loc, text, currency, wanted)):
        return False
    at = text.find(narrow) if is_signed_alike else -1
    if at >= 0:
        return not (text[at - 1 : at].isalpha() or text[at + len(narrow) : at + len(narrow) + 1].isalpha())
    words = {word.lower() for word in LETTERS.findall(text)}
    its_own = _words_of_names(loc, currency) - _words_of_names(loc, wanted)
    return words.isdisjoint(its_own) and not any(word in text for word in its_own if not joins(word[0]))


def _is_named_alike(loc: NumberLocale, text: str, currency: str, wanted: str) -> bool:
    """Tell whether both currencies have the same noun, and the text has no word more than that and its number."""
    nouns = _nouns_of(loc, currency) & _nouns_of(loc, wanted)
    lex = lexicon(loc)
    words = {word.lower() for word in LETTERS.findall(text)} - _words_of_names(loc, wanted) - lex.number_words
    of_number = {word.lower() for phrase in (*lex.scales_after.table, *lex.links.table) for word in phrase.split()}
    return bool(nouns) and words <= nouns | of_number


def named_by(loc: NumberLocale, word: str) -> frozenset[str]:
    """Give the codes of the currencies that a word names; in a script without spaces, a text that begins with it."""
    nouns = _nouns(loc)
    found = nouns.get(word) or nouns.get(word.lower())
    if found is None and word and not joins(word[0]):
        found = next((codes for noun, codes in nouns.items() if word.startswith(noun)), None)
    return found or frozenset()


def calls_other(loc: NumberLocale, word: str, currency: str, wanted: str | None = None) -> bool:
    """Tell whether a word behind an amount makes other money of the same noun of it, or what is wanted: "$48 Canadian".

    In a longer name, as of the dollar of Trinidad and Tobago, there are words of any sentence.
    """
    word = fold_word(word, loc.code).lower()
    if not word or word in _words_of_names(loc, currency) or word in _nouns(loc):
        return False
    alike = frozenset().union(*(_nouns(loc).get(noun, frozenset()) for noun in _nouns_of(loc, currency)))
    among = alike - {currency} if wanted is None else alike & {wanted}
    return any(word in _words_of_short_names(loc, code) for code in among)


def names_other(loc: NumberLocale, word: str, currency: str) -> bool:
    """Tell whether a word names money, and not this currency in any form of its names."""
    named = named_by(loc, word)
    own = _nouns_of(loc, currency)
    return bool(named) and currency not in named and not any(is_inflected(noun, word.lower()) for noun in own)


@lru_cache(maxsize=64)
def _nouns(loc: NumberLocale) -> Mapping[str, frozenset[str]]:
    """The nouns of money of a language, the longest first, each with the currencies that it may mean."""
    return derived(f"money-{loc.cldr}", b"", lambda: _nouns_of_all(loc))


def _nouns_of_all(loc: NumberLocale) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for currency in sorted(cldr.currency_codes()):
        for noun in _nouns_of(loc, currency):
            found[noun].add(currency)
    for currency, names in language(loc.code).currencies.items():
        for name in names:
            if LETTERS.fullmatch(name) and not name.isupper():
                found[name.lower()].add(currency)
    return {noun: frozenset(found[noun]) for noun in sorted(found, key=len, reverse=True)}


@lru_cache(maxsize=1_024)
def _nouns_of(loc: NumberLocale, currency: str) -> frozenset[str]:
    """The nouns in the names of a currency: "kronor" and "krona" of "Swedish kronor"."""
    return frozenset(noun for name in _names(loc, currency) for noun in _nouns_in(loc, name))


def _nouns_in(loc: NumberLocale, name: str) -> Iterator[str]:
    plain = name.partition("(")[0].strip()
    if plain and not joins(plain[-1]):
        noun = _KATAKANA.search(plain.rpartition(" ")[2])
        yield from (noun[0],) if noun and len(noun[0]) >= _LEAST_UNSPACED else ()
        return
    words = LETTERS.findall(plain.lower())
    if words:
        at = -1 if _is_last(loc) else 0
        yield from (words[at],) if len(words[at]) >= _LEAST else ()


@lru_cache(maxsize=64)
def _is_last(loc: NumberLocale) -> bool:
    """Tell whether the noun ends the name: where several currencies share their last words oftener than their first."""
    every = [LETTERS.findall(cldr.currency_name(loc, one).partition("(")[0].lower()) for one in cldr.currency_codes()]
    names = [words for words in every if len(words) > 1]
    return len({words[-1] for words in names}) <= len({words[0] for words in names})


@lru_cache(maxsize=1_024)
def _words_of_names(loc: NumberLocale, currency: str) -> frozenset[str]:
    own = language(loc.code).currencies.get(currency, ())
    return frozenset(LETTERS.findall(" ".join((*_names(loc, currency), *own)).lower()))


@lru_cache(maxsize=1_024)
def _words_of_short_names(loc: NumberLocale, currency: str) -> frozenset[str]:
    """The words of the names of a noun and one word more ("Canadian dollars"), and those in capitals: "CFA"."""
    names = (LETTERS.findall(name.partition("(")[0]) for name in _names(loc, currency))
    return frozenset(word.lower() for words in names for word in words if len(words) == 2 or word.isupper())  # noqa: PLR2004 - as above


def _names(loc: NumberLocale, currency: str) -> tuple[str, ...]:
    names = (cldr.currency_name(loc, currency), *cldr.currency_names(loc, currency).values())
    return tuple(fold_word(name, loc.code) for name in names)
