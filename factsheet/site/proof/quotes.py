"""Does a quote stand in a text? White space, quotation marks and ş/ș are folded; numbers never are."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Final

from factsheet.content.kinds import kind_of
from factsheet.content.kinds.dating import says_stretch, year_said
from factsheet.content.kinds.quotes import QuoteReading, numerals
from factsheet.content.model import HistoryPoint, Metric, Moment
from factsheet.content.passages import is_word
from factsheet.core.patterns import regex
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.iso8601 import Stretch
from factsheet.l10n.reading.digits import is_year_like
from factsheet.l10n.reading.fold import COMMA_BELOW
from factsheet.l10n.reading.language import language
from factsheet.l10n.reading.stretches import stretches, written_dates

_PARTED: Final = regex(r"(?<=[^\W\d_])[-\u2010\u00ad][ \t]*\r?\n[ \t]*(?=[^\W\d_])")
"""A word that goes on in the next line, as in the text of a PDF."""

_JOIN: Final = regex(r"\[(?:\u2026|\.\.\.)\]|\((?:\u2026|\.\.\.)\)")
"""`[…]` joins two passages that stand in the text one after the other."""

_SPACE: Final = regex(r"[ \t\r\n\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_UNSEEN: Final = regex("[\u00ad\u200b-\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff]")
_DASH: Final = regex(r"(?<!\d)[\u2010-\u2015\u2212]|[\u2010-\u2015\u2212](?!\d)")
_ELLIPSIS: Final = regex(r"\.\.\.")
_FORMS: Final[Mapping[int, int | str]] = {
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"), '"'),
    **dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u2039\u203a\u02bc\u2032"), "'"),
    **COMMA_BELOW,
}
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
        if (found := _find(part, folded, position)) is None:
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


# Where in a quoted passage the words stand that give a figure.

_NOUN: Final = regex(r"[ \u00a0\u202f]+(?:\w{1,2}[ \u00a0\u202f]+)?[^\W\d_][\w-]*")
"""The word behind a number, with a short one such as "de" or "of" before it."""

_WORD_BEHIND: Final = regex(r"[ \u00a0\u202f]+[^\W\d_][\w-]*")
_MOST_BETWEEN: Final = 2
"""How many words further the noun of a unit is looked for."""

_JOINS: Final = (".", ",")
"""Signs that join the digits before them to those behind."""

Span = tuple[int, int]
"""Offsets in the passage, half-open."""


def marked(metric: Metric, quote: str, loc: NumberLocale, reading: QuoteReading | None = None) -> Span | None:
    """Give the words of a passage that say the figure: the number, the bound before it, and what is counted.

    `loc` is the language of the passage, and `reading` is what it was read as, unless it joins several passages. None
    where no number of the passage could be placed.
    """
    if reading is None or len(parts_of(quote)) > 1:
        reading = kind_of(metric).read_quote(loc, metric, quote)
    found = reading.found
    pieces = [found] if _place(found, quote) else found.split(", ")
    places = [place for piece in pieces for place in [_place(piece, quote)] if place is not None]
    if not places:
        return None
    start, end = min(place[0] for place in places), max(place[1] for place in places)
    noun = _NOUN.match(quote, end) if kind_of(metric).needs_unit else None
    return _with_bound(loc, metric.bound, quote, start), noun.end() if noun else end


def to_noun(text: str, span: Span, unit: Iterable[str]) -> Span:
    """Let a span go on to the noun of a unit, where few words part it from the number: "13 intelligence packages"."""
    nouns = {words[-1].lower() for phrase in unit for words in [phrase.split()] if words}
    end = span[1]
    while text[span[0] : end].rsplit(maxsplit=1)[-1].lower() not in nouns:
        word = _WORD_BEHIND.match(text, end)
        if word is None or text.count(" ", span[1], word.end()) > _MOST_BETWEEN:
            return span
        end = word.end()
    return span[0], end


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
        before, behind = quote[at - 1 : at], quote[at + len(piece) : at + len(piece) + 1]
        if before not in _JOINS and not (is_word(before) or is_word(behind)):
            return at, at + len(piece)
        at = quote.find(piece, at + 1)
    return None if first < 0 else (first, first + len(piece))


def _with_bound(loc: NumberLocale, bound: str, quote: str, start: int) -> int:
    """Go back over the words for the bound, where they stand right before the number."""
    before = quote[:start].rstrip().casefold()
    phrases = _phrases(loc.code, bound)
    for phrase in filter(before.endswith, phrases if before.endswith(phrases) else ()):
        begin = len(before) - len(phrase)
        if not (before[begin - 1 : begin].isalnum() and phrase[0].isalpha()):
            return begin
    return start


@lru_cache(maxsize=256)
def _phrases(code: str, bound: str) -> tuple[str, ...]:
    """The phrases for a bound in a language in folded letters, the longest first."""
    return tuple(map(str.casefold, sorted(language(code).bounds.get(bound, ()), key=len, reverse=True)))


# Whether a passage speaks of the time to which a value of a history belongs.
#
# A passage that names no time says nothing against any. One that names times must name that of the value. Where it
# holds several values of one history with their times, values and times must stand in one order: “24,100 in 2022 and
# 25,870 in 2023”, so that two values that were exchanged are found.

Times = dict[int, list[int]]
"""The years that a text names, each with the offsets at which it does."""


def times_in(loc: NumberLocale, text: str, *, but: Decimal) -> Times:
    """Give the years that a text names, alone or in a date; `but` is a value, which is no year."""
    found: Times = {}
    for mention in written_dates(loc, text):
        if mention.value == but:
            continue
        found.setdefault(year_said(mention.value), []).append(mention.start)
    for numeral in numerals(loc, text):
        if is_year_like(numeral) and numeral.value != but:
            offsets = found.setdefault(int(numeral.value), [])
            if numeral.start not in offsets:
                offsets.append(numeral.start)
    return found


def other_times(loc: NumberLocale, text: str, point: HistoryPoint) -> tuple[str, ...]:
    """The times of a passage that does not name the time of the point; none where it does, or names none."""
    when = point.when
    if isinstance(when, Stretch) and when.unit != "year":
        if says_stretch(loc, text, when):
            return ()
        if same := [str(one) for one in stretches(loc, text) if one.unit == when.unit]:
            return tuple(sorted(same))
    times = times_in(loc, text, but=point.value)
    return () if year_of(when) in times else tuple(map(str, sorted(times)))


def out_of_order(loc: NumberLocale, text: str, points: Sequence[HistoryPoint]) -> HistoryPoint | None:
    """The first of several points of one passage whose value stands in another order than its time."""
    placed = [(value, time, point) for point in points for value, time in _offsets(loc, text, point)]
    if len(placed) < len(points):
        return None
    ordered = sorted(placed, key=lambda one: one[0])
    return next((later[2] for earlier, later in pairwise(ordered) if earlier[1] > later[1]), None)


def year_of(when: Moment) -> int:
    """The year of a moment."""
    return int(when) if isinstance(when, Decimal) else when.year


def _offsets(loc: NumberLocale, text: str, point: HistoryPoint) -> Iterator[tuple[int, int]]:
    """Where the value and its time stand, if each stands there once."""
    values = [numeral.start for numeral in numerals(loc, text) if numeral.value == point.value]
    times = times_in(loc, text, but=point.value).get(year_of(point.when), [])
    if len(values) == 1 and len(times) == 1:
        yield values[0], times[0]
