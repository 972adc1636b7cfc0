"""Names that CLDR has in every language, of territories, currencies, months and days; and how texts are sorted."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Final

from factsheet.core.records import dataclass
from factsheet.l10n import cldr, dates
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.iso8601 import Stretch, parse_day, parse_stretch

# Names that CLDR has in every language: of territories, languages, currencies, months, weekdays and dates.

_DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def name(kind: str, key: str, loc: NumberLocale) -> str | None:
    """Give the name of something in a language; None where CLDR does not know it.

    `kind` is `territory`, `language`, `currency`, `month` (1 to 12) or `weekday` (1 to 7 from Monday, or mon to sun).
    """
    return _NAMES[kind](key, loc)


def known(kind: str) -> Iterable[str]:
    """Give the keys that have names, for a finding that says what was most likely meant."""
    return _KNOWN[kind]()


def key_of(kind: str, said: str, locs: Iterable[NumberLocale]) -> str | None:
    """The key of what has a name in one of some languages: `DE` for "Germany"; None where CLDR has none."""
    wanted = said.casefold()
    shown = ((key, name(kind, key, loc)) for loc in locs for key in known(kind))
    return next((key for key, text in shown if text and text.casefold() == wanted), None)


def moment(key: str, loc: NumberLocale, *, short: bool = False) -> str | None:
    """Give a day, a month, a year and the like in a language; None for what is none."""
    if (stretch := parse_stretch(key)) is not None:
        return dates.year(loc, stretch.year) if stretch.unit == "year" else dates.stretch(loc, stretch, short=short)
    day = parse_day(key)
    return dates.date(loc, day, "medium") if day else None


def moment_of(key: str) -> date | Stretch | None:
    """Read a day or a stretch of the calendar."""
    return parse_stretch(key) or parse_day(key)


def _language(key: str, loc: NumberLocale) -> str | None:
    try:
        found = cldr.display_name(key, loc)
    except cldr.UnknownLocale:
        return None
    return found if found != key else None


def _currency(key: str, loc: NumberLocale) -> str | None:
    code = key.upper()
    return cldr.currency_name(loc, code) if code in cldr.currency_codes() else None


def _month(key: str, loc: NumberLocale) -> str | None:
    return cldr.months(loc, "wide", "stand-alone").get(int(key)) if key.isdecimal() else None


def _weekday(key: str, loc: NumberLocale) -> str | None:
    short = key.casefold()
    index = _DAYS.index(short) if short in _DAYS else int(key) - 1 if key.isdecimal() else -1
    return cldr.weekdays(loc, "wide", "stand-alone").get(index)


_NAMES: Final[Mapping[str, Callable[[str, NumberLocale], str | None]]] = {
    "territory": cldr.territory_name,
    "language": _language,
    "currency": _currency,
    "month": _month,
    "weekday": _weekday,
}
_KNOWN: Final[Mapping[str, Callable[[], Iterable[str]]]] = {
    "territory": cldr.territory_codes,
    "language": tuple,
    "currency": cldr.currency_codes,
    "month": lambda: map(str, range(1, 13)),
    "weekday": lambda: _DAYS,
}


# Sorting by the alphabet of a language: "ș" after "s" in Romanian, "ö" after "z" in Swedish.
#
# A key has three levels, as in UTS #10: letters, then accents, then capitals; spaces come before signs, signs before
# digits, digits before letters. The language's own letters come before those of other scripts. Scripts that need more
# than an alphabet (Thai, Khmer, Chinese by sound) are sorted nearly right only.

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
            if (known := alphabet.places.get(_lower(loc, part))) is not None:
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
        place = (_OWN, known[0]) if known else (_GROUPS.get(unicodedata.category(base)[0], _OTHER), _value(base))
        yield place, accent, int(char != low)


def _bare(char: str) -> tuple[str, str]:
    """Split a letter into itself and its marks, a ligature into its letters."""
    if char in _WITHOUT_PARTS:
        return _WITHOUT_PARTS[char], char
    parts = unicodedata.normalize("NFD", char)
    marks = parts[1:]
    return (parts[0], marks) if all(map(unicodedata.combining, marks)) else (char, "")


def _value(char: str) -> int:
    """Order digits by value, everything else as Unicode lists it."""
    return unicodedata.digit(char, ord(char))


def _lower(loc: NumberLocale, text: str) -> str:
    if loc.code in _DOTLESS:
        text = text.replace("I", "ı").replace("İ", "i")
    return text.lower()
