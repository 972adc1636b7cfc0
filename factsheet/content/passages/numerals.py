"""Figures that are written out by hand: numerals that are neither references nor declared literals."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeVar

from factsheet.content.kinds.saying import dates, numerals
from factsheet.content.passages.texts import Passage
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading import DateMention, Numeral

Span = tuple[int, int]
Found = TypeVar("Found", Numeral, DateMention)

_SAME: Final = str.maketrans("\u00a0\u202f\u2009\n\u2019\u2011", "    '-")


@dataclass(frozen=True, slots=True)
class Bare:
    """A numeral, and the passage in which it stands."""

    passage: Passage
    numeral: Numeral


def bare_numerals(loc: NumberLocale, passage: Passage, literals: Iterable[str]) -> list[Numeral]:
    """Give the numerals of a passage that no literal covers, numbers in words too."""
    return _outside(numerals(loc, passage.text), passage.text, literals)


def bare_dates(loc: NumberLocale, passage: Passage, literals: Iterable[str]) -> list[DateMention]:
    """Give the dates, months and years of a passage that no literal covers."""
    return _outside(dates(loc, passage.text), passage.text, literals)


def literal_spans(text: str, literals: Iterable[str]) -> list[Span]:
    """Give the places of declared literals; all kinds of space and apostrophe count as one."""
    flat = flattened(text)
    return [found.span() for literal in literals if literal for found in _pattern(literal).finditer(flat)]


def flattened(text: str) -> str:
    """A text, of the same length, in which all kinds of space and of apostrophe are one."""
    return text.translate(_SAME)


def _outside(found: Iterable[Found], text: str, literals: Iterable[str]) -> list[Found]:
    every = list(found)
    spans = literal_spans(text, literals) if every else []
    return [one for one in every if not any(one.start < end and start < one.end for start, end in spans)]


@lru_cache(maxsize=4_096)
def _pattern(literal: str) -> re.Pattern[str]:
    """Match the literal as a whole: not inside a word, and not inside a longer number."""
    flat = flattened(literal)
    before = r"(?<![\w])(?<!\d[.,])" if _is_word(flat[0]) else ""
    after = r"(?!\w)(?![.,]\d)" if _is_word(flat[-1]) else ""
    return re.compile(before + re.escape(flat) + after)


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"
