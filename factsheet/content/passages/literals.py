"""Declared literals in a text: digits that are a name."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from factsheet.patterns import regex

Span = tuple[int, int]

_DIGITS: Final = regex(r"\d+")
_ENDING: Final = regex(r"(?<=[^\W\d_])\*")
"""A star behind a letter: "tip* 2" is "tip 2" and "tipul 2"."""

_ANY_ENDING: Final = r"[^\W\d_]{0,12}"

_SAME: Final = str.maketrans("\u00a0\u202f\u2009\n\u2019\u2011\u2013", "    '--")


class Literals:
    """Literals that are looked for together: a text is searched for those alone whose digits it has.

    So the time to search all texts of a site does not grow with the literals of its other sheets.
    """

    __slots__ = ("_by_digits",)

    def __init__(self, literals: Iterable[str]) -> None:
        """Index the literals by their first digits, which stand whole in every text that holds one."""
        self._by_digits: dict[str, list[tuple[str, str]]] = {}
        for literal in dict.fromkeys(literals):
            flat = flattened(literal)
            if flat:
                digits = _DIGITS.search(flat)
                fixed = max(_ENDING.split(flat), key=len)
                self._by_digits.setdefault(digits[0] if digits else "", []).append((fixed, literal))

    def spans(self, text: str) -> Iterator[Span]:
        """Give the places of the literals; all kinds of space and apostrophe count as one."""
        if not self._by_digits:
            return
        flat = flattened(text)
        for digits in {"", *_DIGITS.findall(flat)}:
            for known, literal in self._by_digits.get(digits, ()):
                if known in flat:
                    yield from (found.span() for found in _pattern(literal).finditer(flat))


def literal_spans(text: str, literals: Iterable[str]) -> list[Span]:
    """Give the places of declared literals in a text."""
    return list(_indexed(tuple(literals)).spans(text))


@lru_cache(maxsize=1_024)
def _indexed(literals: tuple[str, ...]) -> Literals:
    return Literals(literals)


def flattened(text: str) -> str:
    """A text, of the same length, in which all kinds of space, of apostrophe and of dash are one."""
    return text.translate(_SAME)


@lru_cache(maxsize=4_096)
def _pattern(literal: str) -> re.Pattern[str]:
    """Match the literal as a whole: not inside a word, and not inside a longer number."""
    flat = flattened(literal)
    before = r"(?<![\w])(?<!\d[.,])" if _is_word(flat[0]) else ""
    after = r"(?!\w)(?![.,]\d)" if _is_word(flat[-1]) or _ENDING.search(flat[-2:]) else ""
    fixed = (re.escape(part) for part in _ENDING.split(flat))
    return re.compile(before + _ANY_ENDING.join(fixed) + after)


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"
