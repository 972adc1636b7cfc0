"""What lists of phrases have in common, to tell quickly that a text, or a place in it, holds none of their phrases."""

from collections.abc import Iterable
from typing import Any, Final

from factsheet.l10n.reading.phrases import Phrases
from factsheet.patterns import regex

_FIRST_WORD: Final = regex(r"[^\W\d_]+")
_HEAD: Final = 5
_TAIL: Final = 2


class Presence:
    """Some lists of phrases, and which of them a text may hold: told for all of them at once."""

    __slots__ = ("_signs", "_words", "bits")

    def __init__(self, lists: Iterable[Phrases[Any]]) -> None:
        """Note for each word that a phrase begins with, or each sign, in which of the lists it is."""
        self.bits: dict[int, int] = {}
        """A bit for each list, by the list's `id`."""
        self._words: dict[str, int] = {}
        self._signs: dict[str, dict[str, int]] = {}
        for number, phrases in enumerate(lists):
            bit = self.bits[id(phrases)] = 1 << number
            for phrase in phrases.table:
                word = _FIRST_WORD.search(phrase)
                row = self._words if word else self._signs.setdefault(phrase[0], {})
                key = word[0] if word else phrase
                row[key] = row.get(key, 0) | bit

    def within(self, text: str, words: frozenset[str]) -> int:
        """Give the bits of the lists of which a text with these words, of letters only, may hold a phrase."""
        found = 0
        for word in self._words.keys() & words:
            found |= self._words[word]
        for first in self._signs.keys() & set(text):
            for sign, bits in self._signs[first].items():
                found |= bits if sign in text else 0
        return found


def beginnings(lists: Iterable[Phrases[Any]]) -> frozenset[str]:
    """Give what the phrases of some lists begin with, for `may_begin`."""
    return frozenset(phrase[:_HEAD] for phrases in lists for phrase in phrases.table)


def may_begin(heads: frozenset[str], text: str, at: int) -> bool:
    """Tell quickly whether a phrase that begins with one of these may stand at a place."""
    return (
        text[at : at + 3] in heads
        or text[at : at + 5] in heads
        or text[at : at + 4] in heads
        or text[at : at + 2] in heads
        or text[at : at + 1] in heads
    )


def endings(lists: Iterable[Phrases[Any]]) -> frozenset[str]:
    """Give what the phrases of some lists end with, for `may_end`."""
    return frozenset(phrase[-_TAIL:] for phrases in lists for phrase in phrases.table)


def may_end(tails: frozenset[str], text: str, at: int) -> bool:
    """Tell quickly whether a phrase that ends with one of these may end at a place."""
    return at > 0 and (text[at - 1] in tails or text[max(0, at - _TAIL) : at] in tails)
