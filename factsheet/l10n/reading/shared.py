"""Words and signs that several currencies share: "dollars" fits each of them, "Canadian dollars" one alone."""

from functools import lru_cache
from typing import Final

from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.phrases import joins
from factsheet.patterns import regex

_WORD: Final = regex(r"[^\W\d_]+")


def is_in(loc: NumberLocale, text: str, currency: str | None, wanted: str | None) -> bool:
    """Tell whether an amount that was read as one currency may be in another one; `text` is the amount as written.

    It may where both have the same narrow symbol, and no word or sign of the text is that of the first alone.
    """
    if currency == wanted or currency is None or wanted is None:
        return currency == wanted
    narrow = cldr.currency_narrow(loc, wanted)
    if "/" in currency or currency in text or narrow != cldr.currency_narrow(loc, currency):
        return False
    at = text.find(narrow)
    if at >= 0:
        return not (text[at - 1 : at].isalpha() or text[at + len(narrow) : at + len(narrow) + 1].isalpha())
    words = {word.lower() for word in _WORD.findall(text)}
    its_own = _words(loc, currency) - _words(loc, wanted)
    return words.isdisjoint(its_own) and not any(word in text for word in its_own if not joins(word[0]))


@lru_cache(maxsize=256)
def _words(loc: NumberLocale, currency: str) -> frozenset[str]:
    """The words of the names of a currency."""
    names = " ".join((cldr.currency_name(loc, currency), *cldr.currency_names(loc, currency).values()))
    return frozenset(_WORD.findall(names.lower()))
