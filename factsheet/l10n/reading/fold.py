"""Text with its digits, minus signs, spaces and quotes in one form, and the way back to the original offsets.

Reading works on the folded text only; what is found is reported in offsets of the text that was given.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import filterfalse
from typing import Final

from factsheet.core.patterns import LETTERS, regex
from factsheet.l10n import supplement

NBSP: Final = "\u00a0"
"""What every space that does not break a line, or is thin, folds to."""

_SIGNS: Final = {
    **dict.fromkeys("\u2212\u2010\u2011\ufe63\uff0d", "-"),
    **dict.fromkeys("\u2012\uff5e\u301c", "\u2013"),
    **dict.fromkeys("\u202f\u2007\u2008\u2009", NBSP),
    **dict.fromkeys("\u2019\u02bc\u2018\uff07", "'"),
    **dict.fromkeys("\u066a\ufe6a\uff05", "%"),
    **{chr(ord(sign) + 0xFEE0): sign for sign in "$,.+/:"},
    **dict.fromkeys("\t\n", " "),
    "\u00b5": "\u03bc",  # the sign for micro, which is a letter my
    "\u0130": "I",  # two signs in small letters, which moved all places behind it
}
CEDILLAS: Final = "ŞşŢţ"
"""Letters of old keyboards and texts, in place of which Romanian is written with those of `COMMA_BELOW`."""

COMMA_BELOW: Final = str.maketrans(CEDILLAS, "ȘșȚț")
_UNSEEN: Final = regex("[\u0640\u064b-\u0652\u200b\u200e\u200f\u061c\u00ad\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
_MIDDLE_POINT: Final = regex(r"(?<=\d)・(?=\d{1,2}[%倍万億兆割ァ-ヺ])")
"""What Japanese newspapers write for a decimal point: "39・6%", "11・9ポイント"."""

_APOSTROPHE: Final = regex(r"(?<=[^\W\d_])'(?=[^\W\d_])")
"""A letter of Ukrainian words: "п'ять"."""

_COMMA: Final = regex(r"(?<=\d)،(?=\d{3}(?!\d))")
"""What Persian is often typed with between thousands: "17،500"."""

_ODD: Final = regex("[^\\n\\t -~\u00a0\u00c0-\u012f\u0131-\u015d\u0160\u0161\u0164-\u0233“”„«»–—…\ufffc]")
"""What may be folded, white space aside: no letter of Latin alphabets, but those of `CEDILLAS`."""

_SIGN: Final = regex(f"[{re.escape(''.join(_SIGNS))}]")
_NATIVE_DIGIT: Final = regex(r"[^\D0-9]")
_DIGITS: Final = regex(r"[0-9][0-9]*+")
_CLUSTER: Final = regex("[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]+")


class Folded:
    """A folded text and, where its length changed, the original start and end of each character."""

    __slots__ = ("digits", "ends", "lower", "original", "plain", "starts", "text", "words")

    def __init__(self, original: str, text: str, plain: str, starts: list[int] | None, ends: list[int] | None) -> None:
        """Keep the forms of a text that its readers ask for, nearly all of them of nearly each text."""
        self.original = original
        self.text = text
        """Digits are ASCII, a minus is "-", thin and no-break spaces are NBSP, other white space is " "."""
        self.plain = plain
        """The same with every NBSP as " ", for looking up words."""
        self.lower = plain.lower()
        """The plain text in small letters, which may be more than it has."""
        self.words = words_of(self.lower)
        """The words of the text in small letters, which tell quickly what it cannot hold."""
        self.digits = tuple([found.span() for found in _DIGITS.finditer(text)])
        """Where its digits begin and end that stand beside each other, sought once for all that begins with one."""
        self.starts = starts
        self.ends = ends

    def start(self, index: int) -> int:
        """Give the original offset of the folded character at `index`."""
        return index if self.starts is None else self.starts[index]

    def at(self, offset: int) -> int:
        """Give the folded place of an original offset."""
        return offset if self.starts is None else bisect_left(self.starts, offset)

    def end(self, index: int) -> int:
        """Give the original offset right after the folded character before `index`."""
        return index if self.ends is None or index == 0 else self.ends[index - 1]


@lru_cache(maxsize=512)
def fold(text: str, language: str = "") -> Folded:
    """Fold a text; in Romanian ("ro") the old letters with a cedilla become those with a comma below.

    Lengths stay equal but for decomposed letters, which are composed, and what says nothing (bidi controls, soft
    hyphens, the vowels and long lines of Arabic), which are left out.
    """
    if text.isascii() or not _ODD.search(text):
        flat = _spaced(text)
        return Folded(text, flat, flat.replace(NBSP, " "), None, None)
    kept, starts, ends = _compose(text, language)
    flat = _SIGN.sub(lambda found: _SIGNS[found[0]], kept)
    flat = _NATIVE_DIGIT.sub(lambda found: str(unicodedata.decimal(found[0])), flat)
    flat = _MIDDLE_POINT.sub(".", flat) if "・" in flat else flat
    flat = _COMMA.sub(",", flat) if "،" in flat else flat
    if language == "ro" and any(letter in flat for letter in CEDILLAS):
        flat = flat.translate(COMMA_BELOW)
    if language == "uk" and "'" in flat:
        flat = _APOSTROPHE.sub("\u02bc", flat)
    return Folded(text, flat, flat.replace(NBSP, " "), starts, ends)


def fold_word(word: str, language: str = "") -> str:
    """Fold a word or phrase of a lexicon the way texts are folded, spaces around it left out."""
    return (_spaced(word) if word.isascii() else fold(word, language).plain).strip()


def _spaced(text: str) -> str:
    """Give a text with spaces as its only white space."""
    return text.replace("\n", " ").replace("\t", " ")


def unaccented(word: str) -> str:
    """Give a word without accents and other marks."""
    return "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFD", word)))


@lru_cache(maxsize=512)
def words_of(text: str) -> frozenset[str]:
    """Give the words of a text, which tell quickly what it cannot hold. Those of the sheets at hand are remembered.

    What spaces part is mostly one word: only the rest is searched, which takes a third of the time.
    """
    parts = frozenset(text.replace(",", " ").replace(".", " ").split())
    odd = list(filterfalse(str.isalpha, parts))
    return parts.difference(odd).union(LETTERS.findall(" ".join(odd))) if odd else parts


def places_of(text: str, word: str) -> Iterator[int]:
    """The places at which a word stands by itself."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        before, behind = text[at - 1] if at else " ", text[end : end + 1]
        if (behind == " " or not _is_letter(behind)) and (before == " " or not _is_letter(before)):
            yield at
        at = text.find(word, end)


def _is_letter(sign: str) -> bool:
    return (sign.isalnum() and not sign.isdecimal()) or sign == "\u200c"  # Persian "سه‌شنبه" is no "شنبه"


def _compose(text: str, language: str) -> tuple[str, list[int] | None, list[int] | None]:
    if unicodedata.is_normalized("NFC", text):
        pattern, eras = _replaced() if language == "ja" else (_UNSEEN, {})
        pieces = _kept(text, pattern, eras) if pattern.search(text) else None
    else:
        pieces = _clusters(text)
    if pieces is None:
        return text, None, None
    kept: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for piece, start, end in pieces:
        kept.append(piece)
        whole = len(piece) == end - start
        starts.extend(range(start, end) if whole else [start] * len(piece))
        ends.extend(range(start + 1, end + 1) if whole else [end] * len(piece))
    starts.append(len(text))
    return "".join(kept), starts, ends


def shared(one: tuple[int, int], other: tuple[int, int]) -> range:
    """Give the places that two stretches of a text have in common."""
    return range(max(one[0], other[0]), min(one[1], other[1]))


@lru_cache(maxsize=1)
def _replaced() -> tuple[re.Pattern[str], Mapping[str, int]]:
    """What says nothing or a year of an emperor, as "平成10年" of 1998, and the years before the first of each era."""
    eras: Mapping[str, int] = supplement.stretches("ja")["eras"]
    return re.compile(rf"{_UNSEEN.pattern}|({'|'.join(eras)})(\d\d?|元)(?=年)"), eras


def _kept(text: str, pattern: re.Pattern[str], eras: Mapping[str, int]) -> Iterator[tuple[str, int, int]]:
    start = 0
    for mark in pattern.finditer(text):
        yield text[start : mark.start()], start, mark.start()
        if mark.lastindex:
            yield str(eras[mark[1]] + (1 if mark[2] == "元" else int(mark[2]))), *mark.span()
        start = mark.end()
    yield text[start:], start, len(text)


def _clusters(text: str) -> Iterator[tuple[str, int, int]]:
    for found in _CLUSTER.finditer(text):
        piece = _UNSEEN.sub("", unicodedata.normalize("NFC", found[0]))
        yield piece, found.start(), found.end()
