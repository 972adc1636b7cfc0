"""Sorting by the alphabet of a language: "ș" after "s" in Romanian, "ö" after "z" in Swedish.

A key has three levels, as in UTS #10: letters, then accents, then capitals; spaces come before signs, signs
before digits, digits before letters. The language's own letters come before those of other scripts. Scripts
that need more than an alphabet (Thai, Khmer, Chinese by sound) are sorted nearly right only.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from factsheet.core.records import dataclass
from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale

Key = tuple[tuple[tuple[int, int], ...], tuple[str, ...], tuple[int, ...], str]

_SPACE, _PUNCTUATION, _SYMBOL, _DIGIT, _OWN, _OTHER = range(6)
_GROUPS: Final = {"Z": _SPACE, "P": _PUNCTUATION, "S": _SYMBOL, "N": _DIGIT}
_IGNORED: Final = frozenset({"Cf", "Cc", "Mn"})
_LATIN: Final = ",".join("abcdefghijklmnopqrstuvwxyz")
_WITHOUT_PARTS: Final = {
    "æ": "ae", "œ": "oe", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "آ": "اا",
}  # fmt: skip
"""Letters that Unicode does not take apart, as the root of CLDR's collation sorts them."""
_DOTLESS: Final = frozenset({"tr", "az"})


@dataclass(frozen=True, slots=True)
class _Alphabet:
    places: Mapping[str, tuple[int, str]]
    """Letter to its place, and its accent as text that sorts."""
    longest: int


@lru_cache(maxsize=256)
def _alphabet(loc: NumberLocale) -> _Alphabet:
    places: dict[str, tuple[int, str]] = {}
    for place, letters in enumerate((cldr.alphabet(loc) or _LATIN).split(",")):
        for rank, letter in enumerate(letters.split(" ")):
            places[letter] = (2 * place, chr(rank) if rank else "")
    return _Alphabet(places, max(map(len, places)))


def sort_key(loc: NumberLocale, text: str) -> Key:
    """Give a key that sorts texts as the language does; texts that differ at all never share one."""
    letters: list[tuple[int, int]] = []
    accents: list[str] = []
    capitals: list[int] = []
    for place, accent, capital in _elements(loc, unicodedata.normalize("NFC", text)):
        letters.append(place)
        accents.append(accent)
        capitals.append(capital)
    return tuple(letters), tuple(accents), tuple(capitals), text


def _elements(loc: NumberLocale, text: str) -> Iterator[tuple[tuple[int, int], str, int]]:
    """Give place, accent and case of each letter, the longest of the alphabet first."""
    alphabet = _alphabet(loc)
    start = 0
    while start < len(text):
        for size in range(min(alphabet.longest, len(text) - start), 0, -1):
            part = text[start : start + size]
            known = alphabet.places.get(_lower(loc, part))
            if known is not None:
                yield (_OWN, known[0]), known[1], int(part != _lower(loc, part))
                break
        else:
            size = 1
            yield from _foreign(loc, alphabet, text[start])
        start += size


def _foreign(loc: NumberLocale, alphabet: _Alphabet, char: str) -> Iterator[tuple[tuple[int, int], str, int]]:
    """Give the elements of a character outside the alphabet; marks and controls by themselves have none."""
    if unicodedata.category(char) in _IGNORED:
        return
    low = _lower(loc, char)
    bases, accent = _bare(low)
    if low == "ı" and "i" in alphabet.places:
        yield (_OWN, alphabet.places["i"][0] + 1), "", int(char != low)
        return
    for base in bases:
        known = alphabet.places.get(base)
        place = (_OWN, known[0]) if known else (_group(base), _value(base))
        yield place, accent, int(char != low)


def _bare(char: str) -> tuple[str, str]:
    """Split a letter into itself and its marks, a ligature into its letters."""
    if char in _WITHOUT_PARTS:
        return _WITHOUT_PARTS[char], char
    parts = unicodedata.normalize("NFD", char)
    marks = parts[1:]
    return (parts[0], marks) if all(map(unicodedata.combining, marks)) else (char, "")


def _group(char: str) -> int:
    return _GROUPS.get(unicodedata.category(char)[0], _OTHER)


def _value(char: str) -> int:
    """Order digits by value, everything else as Unicode lists it."""
    return unicodedata.digit(char, ord(char))


def _lower(loc: NumberLocale, text: str) -> str:
    if loc.code in _DOTLESS:
        text = text.replace("I", "ı").replace("İ", "i")
    return text.lower()
