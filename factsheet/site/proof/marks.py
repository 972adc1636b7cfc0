"""Where in a quoted passage the words stand that give a figure."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from factsheet.content.kinds import kind_of
from factsheet.content.model import Metric
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.language import language
from factsheet.patterns import regex

_NOUN: Final = regex(r"[ \u00a0\u202f]+(?:\w{1,2}[ \u00a0\u202f]+)?[^\W\d_][\w-]*")
"""The word behind a number, with a short one such as "de" or "of" before it."""

_JOINS: Final = (".", ",")
"""Signs that join the digits before them to those behind."""

Span = tuple[int, int]
"""Offsets in the passage, half-open."""


def marked(metric: Metric, quote: str, loc: NumberLocale) -> Span | None:
    """Give the words of a passage that say the figure: the number, the bound before it, and what is counted.

    `loc` is the language of the passage. None where no number of the passage could be placed.
    """
    found = kind_of(metric).said(loc, metric, quote).found
    pieces = [found] if _place(found, quote) else found.split(", ")
    places = [place for piece in pieces for place in [_place(piece, quote)] if place is not None]
    if not places:
        return None
    start, end = min(place[0] for place in places), max(place[1] for place in places)
    noun = _NOUN.match(quote, end) if kind_of(metric).needs_unit else None
    return _with_bound(loc, metric.bound, quote, start), noun.end() if noun else end


def apart(spans: Iterable[tuple[str, Span | None]]) -> list[tuple[str, Span]]:
    """Order spans by their place and leave out those that overlap one before them."""
    kept: list[tuple[str, Span]] = []
    placed = [(name, span) for name, span in spans if span is not None]
    for name, span in sorted(placed, key=lambda one: one[1]):
        if not kept or kept[-1][1][1] <= span[0]:
            kept.append((name, span))
    return kept


def _place(piece: str, quote: str) -> Span | None:
    """Where a numeral stands in a passage: first where it is no part of a longer word or number, else anywhere."""
    first = at = quote.find(piece) if piece else -1
    while at >= 0:
        before, behind = quote[max(0, at - 1) : at], quote[at + len(piece) : at + len(piece) + 1]
        if before not in _JOINS and not (_is_of_word(before) or _is_of_word(behind)):
            return at, at + len(piece)
        at = quote.find(piece, at + 1)
    return None if first < 0 else (first, first + len(piece))


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _with_bound(loc: NumberLocale, bound: str, quote: str, start: int) -> int:
    """Go back over the words for the bound, where they stand right before the number."""
    before = quote[:start].rstrip().casefold()
    for phrase in _phrases(loc.cldr.partition("_")[0], bound):
        begin = len(before) - len(phrase)
        if before.endswith(phrase.casefold()) and not (before[begin - 1 : begin].isalnum() and phrase[0].isalpha()):
            return begin
    return start


@lru_cache(maxsize=256)
def _phrases(code: str, bound: str) -> tuple[str, ...]:
    """The phrases for a bound in a language, the longest first."""
    return tuple(sorted(language(code).bounds.get(bound, ()), key=len, reverse=True))
