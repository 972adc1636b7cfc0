"""A set of phrases, each with a value, found right after or right before a place in a text.

Looking up costs a handful of comparisons whatever the text and however many phrases there are, and needs no
regular expression: reading stays linear on hostile text.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final, Generic, TypeVar

Value = TypeVar("Value")
_Index = Mapping[str, tuple[tuple[str, Value], ...]]

_KEY: Final = 2
_LONG_WORD: Final = 4
_FIRST_WORD: Final = re.compile(r"[^\W\d_]+")
_UNSPACED: Final = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN", "HANGUL")


@lru_cache(maxsize=4096)
def joins(char: str) -> bool:
    """Tell whether a character continues a word: a letter or mark of a script that spaces its words."""
    if char.isascii():
        return char.isalpha()
    if char == "\u200c" or unicodedata.category(char)[0] == "M":
        return True
    return char.isalpha() and not unicodedata.name(char, "").startswith(_UNSPACED)


class Phrases(Generic[Value]):
    """Phrases and what they mean; the longest wins. Long words are found in small letters and in capitals too."""

    __slots__ = ("_after", "_before", "_signs", "_words")

    def __init__(self, phrases: Iterable[tuple[str, Value]]) -> None:
        """Index the phrases, folded already, by their first and by their last two characters."""
        table: dict[str, Value] = {}
        for phrase, value in phrases:
            for form in _forms(phrase):
                table.setdefault(form, value)
        self._after: _Index[Value] = _index(table, slice(0, _KEY))
        self._before: _Index[Value] = _index(table, slice(-_KEY, None))
        first = {phrase: _FIRST_WORD.search(phrase) for phrase in table}
        self._words = frozenset(word[0] for word in first.values() if word)
        self._signs = tuple(phrase for phrase, word in first.items() if word is None and phrase)

    def are_absent(self, text: str, words: frozenset[str]) -> bool:
        """Tell quickly whether a text with these words, of letters only, can hold none of the phrases."""
        return self._words.isdisjoint(words) and not any(sign in text for sign in self._signs)

    def __bool__(self) -> bool:
        """Tell whether there are any phrases."""
        return bool(self._after)

    def after(self, text: str, at: int, *, whole: bool = True) -> tuple[Value, int] | None:
        """Give value and end of the longest phrase that starts at `at`; `whole` if a word ends there."""
        for phrase, value in self._after.get(text[at : at + 2]) or self._after.get(text[at : at + 1], ()):
            if text.startswith(phrase, at) and not (whole and _inside(text, at + len(phrase) - 1)):
                return value, at + len(phrase)
        return None

    def every_after(self, text: str, at: int) -> Iterator[tuple[Value, int]]:
        """Give value and end of each phrase that starts at `at`, the longest first, inside a word too."""
        for phrase, value in self._after.get(text[at : at + 2]) or self._after.get(text[at : at + 1], ()):
            if text.startswith(phrase, at):
                yield value, at + len(phrase)

    def before(self, text: str, at: int, floor: int = 0, *, whole: bool = True) -> tuple[Value, int] | None:
        """Give value and start of the longest phrase that ends at `at`, not reaching below `floor`."""
        rows = self._before.get(text[at - 2 : at]) if at > 1 else None
        for phrase, value in rows or self._before.get(text[at - 1 : at] if at else "", ()):
            if text.endswith(phrase, floor, at) and not (whole and _inside(text, at - len(phrase) - 1)):
                return value, at - len(phrase)
        return None


def skip_space(plain: str, at: int) -> int:
    """Give the place after at most one space."""
    return at + 1 if plain.startswith(" ", at) else at


def back_over_space(plain: str, at: int) -> int:
    """Give the place before at most one space."""
    return at - 1 if at > 0 and plain[at - 1] == " " else at


def _inside(text: str, left: int) -> bool:
    """Tell whether the place after index `left` is inside a word."""
    return 0 <= left < len(text) - 1 and joins(text[left]) and joins(text[left + 1])


def _forms(phrase: str) -> tuple[str, ...]:
    if len(phrase) < _LONG_WORD:
        return (phrase,)
    return (phrase, phrase[0].upper() + phrase[1:], phrase.upper(), phrase.lower())


def _index(table: Mapping[str, Value], part: slice) -> _Index[Value]:
    """Group phrases by two characters, longest first; phrases of one character end the groups they begin."""
    index: dict[str, list[tuple[str, Value]]] = {}
    for phrase in sorted(filter(None, table), key=len, reverse=True):
        index.setdefault(phrase[part], []).append((phrase, table[phrase]))
    edge = 0 if part.start == 0 else -1
    for key, row in index.items():
        if len(key) == _KEY and key[edge] in table:
            row.append((key[edge], table[key[edge]]))
    return {key: tuple(row) for key, row in index.items()}
