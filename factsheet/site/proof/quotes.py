"""Does a quote stand in a text? White space, quotation marks and ş/ș are folded; numbers never are."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from factsheet.patterns import regex

_PARTED: Final = regex(r"(?<=[^\W\d_])[-\u2010\u00ad][ \t]*\r?\n[ \t]*(?=[^\W\d_])")
"""A word that goes on in the next line, as in the text of a PDF."""

_JOIN: Final = regex(r"\[(?:\u2026|\.\.\.)\]|\((?:\u2026|\.\.\.)\)")
"""`[…]` joins two passages that stand in the text one after the other."""

_SPACE: Final = regex(r"[ \t\r\n\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_UNSEEN: Final = regex("[\u00ad\u200b-\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff]")
_DASH: Final = regex(r"(?<!\d)[\u2010-\u2015\u2212]|[\u2010-\u2015\u2212](?!\d)")
_ELLIPSIS: Final = regex(r"\.\.\.")
_FORMS: Final = str.maketrans(
    {
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2039\u203a\u02bc\u2032", "'"),
        "\u015e": "\u0218",
        "\u015f": "\u0219",
        "\u0162": "\u021a",
        "\u0163": "\u021b",
    }
)
_DIGITS_BEFORE: Final = regex(r"\d[.,']?\Z")
_GROUPS_BEFORE: Final = regex(r"(?<!\d)\d{1,3} \Z")
_GROUP: Final = regex(r"\d{3}(?!\d)")
_DIGITS_AFTER: Final = regex(r"[.,']?\d")
_GROUPS: Final = regex(r"(?<!\d)\d{1,3}\Z")
_GROUP_AFTER: Final = regex(r" \d{3}(?!\d)")
_REACH: Final = 5
_MOST_PARTS: Final = 20


def stands_in(quote: str, text: str) -> bool:
    """Tell whether the quote stands in the text, its parts in order where `[…]` joins several.

    A part that begins or ends with a digit does not match inside a longer number, nor a word inside another. A word
    that the text parts at the end of a line by a hyphen is one word, or one with a hyphen.
    """
    parts = [fold(part) for part in parts_of(quote)]
    return any(_all_stand_in(parts, folded) for folded in _readings(text))


@lru_cache(maxsize=512)
def _readings(text: str) -> tuple[str, ...]:
    """The folded text, in each way in which the words at the ends of its lines can be put together."""
    joined = (_PARTED.sub(hyphen, text) for hyphen in ("", "-")) if _PARTED.search(text) else ()
    return tuple(map(fold, (text, *joined)))


def _all_stand_in(parts: Sequence[str], folded: str) -> bool:
    position = 0
    for part in filter(None, parts):
        found = _find(part, folded, position)
        if found is None:
            return False
        position = found
    return any(parts)


def parts_of(quote: str) -> list[str]:
    """The passages that a quote joins by `[…]`."""
    return _JOIN.split(quote)[:_MOST_PARTS]


@lru_cache(maxsize=512)
def fold(text: str) -> str:
    """Bring a text into the form in which quotes are compared."""
    plain = unicodedata.normalize("NFC", _UNSEEN.sub("", text)).translate(_FORMS)
    plain = _ELLIPSIS.sub("\u2026", _DASH.sub("-", plain))
    return _SPACE.sub(" ", plain).strip(" ")


def _find(part: str, text: str, position: int) -> int | None:
    """The end of the first whole match of `part` from `position` on."""
    start = text.find(part, position)
    while start >= 0:
        end = start + len(part)
        if _begins_whole(part, text, start) and _ends_whole(part, text, end):
            return end
        start = text.find(part, start + 1)
    return None


def _begins_whole(part: str, text: str, start: int) -> bool:
    before = text[max(0, start - _REACH) : start]
    if part[0].isdigit():
        in_group = _GROUPS_BEFORE.search(before) and _GROUP.match(part)
        return not (_DIGITS_BEFORE.search(before) or in_group)
    return not (part[0].isalpha() and before[-1:].isalpha())


def _ends_whole(part: str, text: str, end: int) -> bool:
    if part[-1].isdigit():
        in_group = _GROUPS.search(part[-_REACH:]) and _GROUP_AFTER.match(text, end)
        return not (_DIGITS_AFTER.match(text, end) or in_group or text[end : end + 1].isalpha())
    return not (part[-1].isalpha() and text[end : end + 1].isalpha())
