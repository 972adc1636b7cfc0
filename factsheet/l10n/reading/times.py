"""Times of day in running text: "19:45", "7.45 p.m.", "ora 7.45", "19h30", "7:45 in the evening", "noon"."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final

from factsheet.core.patterns import regex
from factsheet.core.records import dataclass
from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.dates import is_moment, is_within
from factsheet.l10n.iso8601 import TimeOfDay
from factsheet.l10n.numbers import in_words
from factsheet.l10n.reading.context import bound_around
from factsheet.l10n.reading.fold import fold, fold_word
from factsheet.l10n.reading.lexicon import Label, lexicon
from factsheet.l10n.reading.phrases import Phrases, back_over_space, joins, skip_space
from factsheet.l10n.reading.units import units_at

_CLOCK: Final = regex(
    r"(?<![\d:.,/_])(?P<hour>[01]?\d|2[0-3])"
    r"(?:(?P<sign> ?h ?|[:.,])(?P<minute>[0-5]\d)(?:(?:(?P=sign)|:| min )(?P<second>[0-5]\d)(?: s(?!\w))?)?"
    r"|(?P<full> ?h(?!\w)))?(?!\d)"
)
_CONTEXTS: Final = ("format", "stand-alone")
_WIDTHS: Final = ("wide", "abbreviated")
_HALF_DAY: Final = 12
_DAY: Final = 24 * 3600
_HOUR: Final = 3600
_FEW: Final = 2
_FAR: Final = 3 * _HOUR
"""How far a time may be from a part of the day that it is said to be in: languages part the day at other hours."""
_CERTAIN: Final = ":"
"""What parts hours from minutes and nothing else; a point and a comma need a word beside them."""

Part = tuple[int, int]
"""Part of the day, in seconds after midnight, half-open; one that begins later than it ends goes beyond midnight."""


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time of day at a place of a text, half-open."""

    start: int
    end: int
    text: str
    value: TimeOfDay
    bound: str | None


def times(loc: NumberLocale, text: str) -> tuple[TimeMention, ...]:
    """Give the times of day of a text, in order.

    Hours and minutes that a colon parts are one; those that a point or a comma parts, and hours alone, need a word of
    the language beside them ("ora 7", "7 p.m."), unless the language writes its times so. Hours up to twelve are those
    before noon where no word says otherwise.
    """
    folded, lex, words = fold(text, lexicon(loc).code), lexicon(loc), _words(loc)
    found = []
    for start, end, value in (*_in_digits(loc, folded.plain), *_past(loc, folded.plain), *words.alone(folded.plain)):
        bound = bound_around(lex, folded.plain, start, end)
        first, last = folded.start(start), folded.end(end)
        found.append(TimeMention(first, last, folded.original[first:last], value, bound))
    return tuple(sorted(found, key=lambda one: one.start))


def is_of_other_part(loc: NumberLocale, before: str, behind: str, value: TimeOfDay) -> bool:
    """Tell whether the words around a time of day name another part of the day: "7:45 PM in the morning"."""
    lex, words = lexicon(loc), _words(loc)
    ahead, rest = (fold(one, lex.code).plain for one in (before, behind))
    called = lex.time_after.after(rest, skip_space(rest, 0))
    clause, comma, rest_of_it = ahead.rpartition(",")
    pause = clause if comma and len(rest_of_it.split()) <= _FEW else ahead  # "in the evening, at 7:45"
    part = words.behind(rest, 0, called and called[1]) or words.before(pause, len(pause))
    return part is not None and _distance(value.seconds, part) > _FAR


def _in_digits(loc: NumberLocale, plain: str) -> Iterator[tuple[int, int, TimeOfDay]]:
    lex, words = lexicon(loc), _words(loc)
    for one in _CLOCK.finditer(plain):
        if joins(plain[one.start() - 1 : one.start()] or " "):
            continue
        label = lex.labels.before(plain, back_over_space(plain, one.start()))
        is_named = label is not None and label[0] is Label.TIME
        called = lex.time_after.after(plain, skip_space(plain, one.end()))
        part = words.behind(plain, one.end(), called and called[1]) or words.before(plain, one.start())
        sign = (one["sign"] or "").strip(" ")
        is_likely = sign in {_CERTAIN, words.sign, "h"} and not units_at(loc, plain, skip_space(plain, one.end()))
        if is_named or part is not None or called is not None or (sign and is_likely) or one["full"]:
            second = int(one["second"]) if one["second"] else None
            value = TimeOfDay(int(one["hour"]), int(one["minute"] or 0), second)
            yield one.start(), one.end(), value if part is None else _within(value, part)


def _past(loc: NumberLocale, plain: str) -> Iterator[tuple[int, int, TimeOfDay]]:
    """Give the times that are told by the hour before or after them: "half past six", "șase fără un sfert".

    Words behind the hour ("șase și jumătate") say a half of anything, unless words beside it tell a time of day.
    """
    lex, words = lexicon(loc), _words(loc)
    for one in words.past.finditer(plain):
        label = lex.labels.before(plain, back_over_space(plain, one.start()))
        part = words.behind(plain, one.end()) or words.before(plain, one.start())
        is_told = one["before"] or part is not None or (label is not None and label[0] is Label.TIME)
        minutes = words.minutes.get((one["before"] or one["behind"] or "").lower(), 0)
        if minutes and is_told:
            value = TimeOfDay(*divmod((words.hours[one["hour"].lower()] * 60 + minutes) % (24 * 60), 60))
            yield one.start(), one.end(), value if part is None else _within(value, part)


def _within(value: TimeOfDay, part: Part) -> TimeOfDay:
    """Give an hour of twelve in a part of the day: "7:45" of the evening is 19:45; the nearest hour to it counts."""
    if value.hour > _HALF_DAY:
        return value
    both = [TimeOfDay(hour, value.minute, value.second) for hour in (value.hour % 12, value.hour % 12 + 12)]
    return min(both, key=lambda one: _distance(one.seconds, part))


def _distance(seconds: int, part: Part) -> int:
    """How far a second of the day is from a part of it, in seconds."""
    if is_within(seconds, part):
        return 0
    first, end = part
    return min(abs(seconds - edge - day) for edge in (first, end - 1) for day in (-_DAY, 0, _DAY))


class _Words:
    """The words of a language for parts of the day and for moments, and the sign that it writes between numbers."""

    def __init__(self, loc: NumberLocale) -> None:
        lex = lexicon(loc)
        spans = {"am": (0, _DAY // 2), "pm": (_DAY // 2, _DAY), **cldr.day_periods(loc)}
        names = [
            (fold_word(name, lex.code), spans[period])
            for width in _WIDTHS
            for context in _CONTEXTS
            for period, name in cldr.day_period_names(loc, width, context).items()
            if period in spans
        ]
        own = [(word, spans[half]) for half, every in lex.language.halves_of_day.items() for word in every]
        self._parts = Phrases([*own, *((name, span) for name, span in names if not is_moment(span))])
        self._moments = {name.lower(): span[0] for name, span in names if is_moment(span)}
        self._moment = re.compile(rf"(?<!\w)(?:{_either(self._moments)})(?!\w)")
        self.minutes = {**lex.language.past_hour, **lex.language.hour_past}
        """Words beside an hour, and how many minutes they add to it."""
        self.hours = {
            word.lower(): hour
            for hour in range(1, _HALF_DAY + 1)
            for word in (str(hour), *in_words(loc, Decimal(hour)).values())
        }
        """The hours of a clock face, in words and in figures."""
        before, hours, behind = map(_either, (lex.language.past_hour, self.hours, lex.language.hour_past))
        self.past = re.compile(
            rf"(?<!\w)(?:(?P<before>{before}) )?(?P<hour>{hours})(?: (?P<behind>{behind}))?(?!\w)", re.IGNORECASE
        )
        """An hour with such words."""
        pattern = cldr.time_pattern(loc, "short")
        self.sign = next(iter(re.findall(r"[Hhk]+([^A-Za-z' ])m", pattern)), _CERTAIN)

    def behind(self, plain: str, *places: int | None) -> Part | None:
        """Give the part of the day that is named right behind the first of some places that has one behind it."""
        every = (self._parts.after(plain, skip_space(plain, at)) for at in places if at is not None)
        return next(
            (found[0] for found in every if found is not None and not plain[found[1] : found[1] + 1].isdigit()), None
        )

    def before(self, plain: str, at: int) -> Part | None:
        """Give the part of the day that is named right before a place: Korean and Chinese say it first."""
        found = self._parts.before(plain, back_over_space(plain, at), whole=False)
        return None if found is None else found[0]

    def alone(self, plain: str) -> Iterator[tuple[int, int, TimeOfDay]]:
        """Give the moments that a text names: "noon"."""
        for found in self._moment.finditer(plain.lower()):
            yield *found.span(), TimeOfDay(self._moments[found[0]] // _HOUR, 0)


def _either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"


@lru_cache(maxsize=64)
def _words(loc: NumberLocale) -> _Words:
    return _Words(loc)
