"""A set of phrases, each with a value, found right after or right before a place in a text.

Looking up costs a handful of comparisons whatever the text and however many phrases there are, and needs no
regular expression: reading stays linear on hostile text.
"""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, reduce
from itertools import pairwise
from operator import or_
from typing import Any, Final, Generic, TypeVar

from factsheet.core.patterns import LETTERS, regex

Value = TypeVar("Value")
_Row = tuple[tuple[str, Value], ...]

CLAUSE_ENDS: Final = regex(r"[;!?\n。！？；؛؟।]|\.(?=[\ufffc\ufffd]?(?: |\Z))")
"""Where a clause ends that says one thing of a number, in any script; the mark of a note may follow."""

PHRASE_ENDS: Final = regex(r"[;:!?()\n。、！？，；：（）،؛؟।]|[.,](?=[\ufffc\ufffd]?(?: |\Z))")
"""Where a shorter stretch ends: at commas, colons and brackets too, but not within "1,209"."""

_KEY: Final = 2
_LONG_KEY: Final = 6
_LONG_WORD: Final = 4
_MOST_KEYS: Final = 4096
"""How many pairs of characters are remembered that begin or end nothing."""
_UNSPACED: Final = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN", "HANGUL")


@lru_cache(maxsize=64)
def clauses_of(text: str) -> tuple[tuple[int, int], ...]:
    """Give where the clauses of a text stand, each with the sign that ends it; the last ends behind the text."""
    ends = [0, *(found.end() for found in CLAUSE_ENDS.finditer(text)), len(text) + 1]
    return tuple(pairwise(ends))


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

    __slots__ = ("_after", "_before", "table")

    def __init__(self, phrases: Iterable[tuple[str, Value]], *, is_lower: bool = False) -> None:
        """Keep the phrases, folded already; `is_lower` where only texts in small letters are asked of."""
        table: dict[str, Value] = {}
        for phrase, value in phrases:
            for form in filter(_is_lower, _forms(phrase)) if is_lower else _forms(phrase):
                table.setdefault(form, value)
        table.pop("", None)
        self.__setstate__(table)

    def __setstate__(self, table: Mapping[str, Value]) -> None:
        self.table = table
        """Every form of every phrase, with its meaning."""
        self._after = _Index(table, slice(0, _KEY), slice(0, _LONG_KEY))
        self._before = _Index(table, slice(-_KEY, None), slice(-_LONG_KEY, None))

    def __getstate__(self) -> Mapping[str, Value]:
        """Keep the table alone: the indexes are made faster than they are read."""
        return self.table

    def __bool__(self) -> bool:
        """Tell whether there are any phrases."""
        return bool(self.table)

    def after(self, text: str, at: int, *, whole: bool = True) -> tuple[Value, int] | None:
        """Give value and end of the longest phrase that starts at `at`; `whole` if a word ends there."""
        row = self._after[text[at : at + _KEY]]
        if row is None:
            return None
        row = self._after.long.get(text[at : at + _LONG_KEY], row)
        for phrase, value in row:
            if text.startswith(phrase, at) and not (whole and _inside(text, at + len(phrase) - 1)):
                return value, at + len(phrase)
        return None

    def every_after(self, text: str, at: int) -> Iterator[tuple[Value, int]]:
        """Give value and end of each phrase that starts at `at`, the longest first, inside a word too."""
        row = self._after[text[at : at + _KEY]]
        if row is None:
            return
        row = self._after.long.get(text[at : at + _LONG_KEY], row)
        for phrase, value in row:
            if text.startswith(phrase, at):
                yield value, at + len(phrase)

    def before(self, text: str, at: int, floor: int = 0, *, whole: bool = True) -> tuple[Value, int] | None:
        """Give value and start of the longest phrase that ends at `at`, not reaching below `floor`."""
        if at <= floor:
            return None
        row = self._before[text[max(0, at - _KEY) : at]]
        if row is None:
            return None
        if at >= _LONG_KEY:
            row = self._before.long.get(text[at - _LONG_KEY : at], row)
        for phrase, value in row:
            if text.endswith(phrase, floor, at) and not (whole and _inside(text, at - len(phrase) - 1)):
                return value, at - len(phrase)
        return None


def skip_space(plain: str, at: int) -> int:
    """Give the place after at most one space."""
    return at + 1 if plain.startswith(" ", at) else at


def back_over_space(plain: str, at: int) -> int:
    """Give the place before at most one space."""
    return at - 1 if plain[at - 1 : at] == " " else at


def stands_in(text: str, phrase: str) -> bool:
    """Tell whether a phrase stands in a text as it is, and is no part of a longer word, number or date there."""
    at = text.find(phrase)
    while at >= 0 and phrase:
        end = at + len(phrase)
        if not (_inside(text, at - 1) or _inside(text, end - 1) or _splits(text, at) or _splits(text, end)):
            return True
        at = text.find(phrase, at + 1)
    return False


def _splits(text: str, at: int) -> bool:
    """Tell whether a place is between the digits of a number or of a date such as "3/2024"."""
    left, right = text[:at].rstrip("/.,-")[-1:], text[at:].lstrip("/.,-")[:1]
    return left.isdigit() and right.isdigit()


def _inside(text: str, left: int) -> bool:
    """Tell whether the place after index `left` is inside a word."""
    return 0 <= left < len(text) - 1 and joins(text[left]) and joins(text[left + 1])


def _is_lower(phrase: str) -> bool:
    return phrase == phrase.lower()


def _forms(phrase: str) -> tuple[str, ...]:
    if len(phrase) < _LONG_WORD:
        return (phrase,)
    return (phrase, phrase[0].upper() + phrase[1:], phrase.upper(), phrase.lower())


class _Index(dict[str, _Row[Value] | None]):
    """Phrases by two characters at their end, longest first, and behind them the one that is a single character.

    Long phrases stand in rows of their own, by more characters, each with the short ones that begin alike behind. They
    are parted when one is first sought, and a row is made when its characters are: a small site asks for few of them.
    """

    __slots__ = ("_groups", "_long_part", "_part", "_table", "long")

    def __init__(self, table: Mapping[str, Value], part: slice, long_part: slice) -> None:
        """Take the phrases, and which parts of them are looked up."""
        self._table, self._part, self._long_part = table, part, long_part
        self._groups: dict[str, list[str]] = {}
        self.long: dict[str, _Row[Value]] = {}

    def __missing__(self, key: str) -> _Row[Value] | None:
        """Make the row for two characters, or for the only one of a text; None where nothing begins or ends so."""
        if not self:
            for phrase in self._table:
                self._groups.setdefault(phrase[self._part], []).append(phrase)
        group = self._groups.pop(key, ())
        edge = key[:1] if self._part.start == 0 else key[-1:]
        single = ((edge, self._table[edge]),) if edge in self._table else ()
        short: list[tuple[str, Value]] = []
        long: dict[str, list[tuple[str, Value]]] = {}
        for phrase in sorted(group, key=len, reverse=True):
            row = long.setdefault(phrase[self._long_part], []) if len(phrase) >= _LONG_KEY else short
            row.append((phrase, self._table[phrase]))
        made = (*short, *single) if len(key) == _KEY else tuple(short)
        self.long.update((start, (*row, *made)) for start, row in long.items())
        found = made if group or made else None
        if group or len(self) < _MOST_KEYS:
            self[key] = found
        return found


# What lists of phrases have in common, to tell quickly that a text, or a place in it, holds none of their phrases.
_MOST_DULL: Final = 20_000
"""How many words are remembered that tell nothing."""

_HEAD: Final = 5
_TAIL: Final = 2
_FIRST_WORD: Final = regex(r"[\W\d_]{0,8}([^\W\d_]+)")

Beginnings = tuple[dict[str, int], dict[str, dict[str, int]]]
"""For each word that phrases of some lists begin with a bit for each such list; and for each sign, by its first."""


def first_words(lists: Iterable[Phrases[Any]]) -> Beginnings:
    """Note in which of the lists each word in small letters is that a phrase begins with, and each sign."""
    words: dict[str, int] = {}
    signs: dict[str, dict[str, int]] = {}
    for number, phrases in enumerate(lists):
        for phrase in filter(_is_lower, phrases.table):
            word = LETTERS.search(phrase)
            row = words if word else signs.setdefault(phrase[0], {})
            key = word[0] if word else phrase
            row[key] = row.get(key, 0) | 1 << number
    return words, signs


class Presence:
    """Some lists of phrases, and which of them a text may hold: told for all of them at once."""

    __slots__ = ("_ascii", "_begun", "_signs", "_words", "bits")

    def __init__(self, lists: Iterable[Phrases[Any]], begun: Beginnings) -> None:
        """Take lists in the order in which `first_words` was given them."""
        self.bits: dict[Phrases[Any], int] = {phrases: 1 << number for number, phrases in enumerate(lists)}
        """A bit for each list."""
        self._words, self._signs = begun
        self._ascii = {first: signs for first, signs in self._signs.items() if first.isascii()}
        self._begun = {first: reduce(or_, signs.values()) for first, signs in self._signs.items()}

    def within(self, text: str, words: frozenset[str]) -> int:
        """Give the bits of the lists of which a text with these words, of letters only, may hold a phrase."""
        found = 0
        for word in self._words.keys() & words:
            found |= self._words[word]
        for first, signs in (self._ascii if text.isascii() else self._signs).items():
            if first in text:
                for sign, bits in signs.items():
                    found |= bits if sign in text else 0
        return found

    def at(self, text: str, place: int) -> int:
        """Give the bits of the lists of which a phrase may begin at a place of a text."""
        word = _FIRST_WORD.match(text, place)
        return (self._words.get(word[1], 0) if word else 0) | self._begun.get(text[place : place + 1], 0)


class Telling:
    """The words that tell a reader something, each judged once: most texts have none of them."""

    __slots__ = ("_dull", "_judge", "_known")

    def __init__(self, judge: Callable[[str], bool]) -> None:
        """Take what tells of a word by itself whether it does."""
        self._judge = judge
        self._dull: set[str] = set()
        self._known: set[str] = set()

    def among(self, words: frozenset[str]) -> frozenset[str]:
        """Give the words of a text that do."""
        found = words - self._dull
        for word in found - self._known if found else ():
            if len(self._dull) >= _MOST_DULL:
                self._dull.clear()
            (self._known if self._judge(word) else self._dull).add(word)
        return found & self._known if found else found


def longest_words(phrases: Iterable[str]) -> frozenset[str]:
    """Give the longest word of each phrase, the last of such: a text that holds one of the phrases has its word."""
    return frozenset(by_longest_word(phrases))


def by_longest_word(phrases: Iterable[str]) -> Mapping[str, tuple[int, ...]]:
    """For the longest word of each phrase, give how far it stands behind the first word of the phrases that have it."""
    found: dict[str, set[int]] = {}
    for words in filter(None, (list(LETTERS.finditer(phrase)) for phrase in phrases)):
        longest = max(reversed(words), key=lambda one: len(one[0]))
        found.setdefault(longest[0], set()).add(longest.start() - words[0].start())
    return {word: tuple(sorted(places)) for word, places in found.items()}


def beginnings(lists: Iterable[Phrases[Any]]) -> frozenset[str]:
    """Give what the phrases of some lists begin with, for `may_begin`."""
    return frozenset(phrase[:_HEAD] for phrases in lists for phrase in phrases.table)


def may_begin(heads: frozenset[str], text: str, at: int) -> bool:
    """Tell quickly whether a phrase that begins with one of these may stand at a place."""
    three, five = text[at : at + 3], text[at : at + _HEAD]
    return three in heads or five in heads or five[:4] in heads or three[:2] in heads or three[:1] in heads


def endings(lists: Iterable[Phrases[Any]]) -> frozenset[str]:
    """Give what the phrases of some lists end with, for `may_end`."""
    return frozenset(phrase[-_TAIL:] for phrases in lists for phrase in phrases.table)


def may_end(tails: frozenset[str], text: str, at: int) -> bool:
    """Tell quickly whether a phrase that ends with one of these may end at a place."""
    return text[at - 1 : at] in tails or text[max(0, at - _TAIL) : at] in tails
