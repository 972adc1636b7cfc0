"""Times of day, and lengths of time."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final

from factsheet.core.patterns import either, regex
from factsheet.core.records import dataclass
from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.dates import is_moment, is_within
from factsheet.l10n.iso8601 import PARTS, Duration, TimeOfDay
from factsheet.l10n.numbers import in_words
from factsheet.l10n.reading.digits import Numeral
from factsheet.l10n.reading.fold import Folded, fold, fold_word, shared
from factsheet.l10n.reading.lexicon import Label, Lexicon, lexicon
from factsheet.l10n.reading.numerals import read
from factsheet.l10n.reading.phrases import Phrases, back_over_space, joins, skip_space
from factsheet.l10n.reading.qualifiers import bound_around
from factsheet.l10n.reading.units import names_unit, units_at
from factsheet.l10n.reading.words import in_figures

_CLOCK: Final = regex(
    r"(?<![\d:.,/_])(?P<hour>[01]?\d|2[0-3])"
    r"(?:(?P<sign> ?h ?|[:.,時时點点시])(?P<minute>[0-5]\d|(?<=[時时點点시])\d)[分분]?"
    r"(?:(?:(?P=sign)|:| min )(?P<second>[0-5]\d)(?: s(?!\w))?)?|(?P<full> ?h(?!\w)|[時时](?![間间代])))?(?!\d)"
)
_CONTEXTS: Final = ("format", "stand-alone")
_WIDTHS: Final = ("wide", "abbreviated")
_HALF_DAY: Final = 12
_DAY: Final = 24 * 3600
_HOUR: Final = 3600
_FEW: Final = 2
_FAR: Final = 3 * _HOUR
"""How far a time may be from a part of the day that it is said to be in: languages part the day at other hours."""
_CERTAIN: Final = frozenset(":h時时點点시")
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
    found, past = [], [*_past(loc, folded.plain)]
    hours = (one for one in _in_digits(loc, folded.plain) if not any(shared(one[:2], other[:2]) for other in past))
    for start, end, value in (*hours, *past, *words.alone(folded.plain)):
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
        sign = (one["sign"] or "").strip()
        is_likely = sign in {*_CERTAIN, words.sign} and not units_at(loc, plain, skip_space(plain, one.end()))
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
        minutes = words.minutes.get((one["before"] or one["behind"] or "").lower(), 0)
        hour = words.hours.get(one["hour"].lower()) if minutes else None
        if not minutes or (hour is None and one["before"]):
            continue
        label = lex.labels.before(plain, back_over_space(plain, one.start()))
        part = words.behind(plain, one.end()) or words.before(plain, one.start())
        if one["before"] or part is not None or (label is not None and label[0] is Label.TIME):
            hour = int(one["hour"]) if hour is None else hour
            value = TimeOfDay(*divmod((hour * 60 + minutes) % (24 * 60), 60))
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
        self._moment = re.compile(rf"(?<!\w)(?:{either(self._moments)})(?!\w)")
        self.minutes = {**lex.language.past_hour, **lex.language.hour_past}
        """Words beside an hour, and how many minutes they add to it."""
        self.hours = {
            word.lower(): hour
            for hour in range(1, _HALF_DAY + 1)
            for word in (str(hour), *in_words(loc, Decimal(hour)).values())
        }
        """The hours of a clock face, in words and in figures."""
        before, hours, behind = map(either, (lex.language.past_hour, self.hours, lex.language.hour_past))
        self.past = re.compile(
            rf"(?<!\w)(?:(?P<before>{before}) )?(?P<hour>{hours}|0|1[3-9]|2[0-3])(?: (?P<behind>{behind}))?(?!\w)",
            re.IGNORECASE,
        )
        """An hour with such words, of a clock face or, in figures, of the other half of the day."""
        pattern = cldr.time_pattern(loc, "short")
        self.sign = next(iter(re.findall(r"[Hhk]+([^A-Za-z' ])m", pattern)), ":")

    def behind(self, plain: str, *places: int | None) -> Part | None:
        """Give the part of the day that is named right behind the first of some places that has one behind it."""
        every = (self._parts.after(plain, skip_space(plain, at)) for at in places if at is not None)
        free = (found[0] for found in every if found is not None and not plain[found[1] : found[1] + 1].isdigit())
        return next(free, None)

    def before(self, plain: str, at: int) -> Part | None:
        """Give the part of the day that is named right before a place: Korean and Chinese say it first."""
        found = self._parts.before(plain, back_over_space(plain, at), whole=False)
        return None if found is None else found[0]

    def alone(self, plain: str) -> Iterator[tuple[int, int, TimeOfDay]]:
        """Give the moments that a text names: "noon"."""
        for found in self._moment.finditer(plain.lower()):
            yield *found.span(), TimeOfDay(self._moments[found[0]] // _HOUR, 0)


@lru_cache(maxsize=64)
def _words(loc: NumberLocale) -> _Words:
    return _Words(loc)


# Durations in running text: "2 h 30 min", "7:45", "două ore și 30 de minute", "two and a half years".

_LENGTH: Final = regex(r"(?<![\d:.])(?P<hour>\d{1,3}):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?![\d:])")
_SIGNS: Final = regex(
    r"(?<![\w.,])(?P<hour>\d{1,4}) ?h ?(?P<minute>\d{1,2})(?: ?(?:min|m|'))?(?![\w'])"
    r"(?: ?(?P<second>\d{1,2}) ?s(?!\w))?"
    r"|(?<![\w.,])(?P<minutes>\d{1,4}) ?min ?(?P<seconds>\d{1,2}) ?s(?!\w)"
)
_SIGN: Final = regex(r"(?<![\w.,])(\d{1,4}) ?(h|min|s)(?!\w)")
_UNITS: Final = {"h": "hour", "min": "minute", "s": "second"}
_GAP: Final = regex(r"[^\w.;!?]*(?:(?:[^\W\d_]{1,4}|[^\x00-\u02ff]{1,12})[^\w.;!?]*)?")
"""What may stand between the parts of a duration: a comma, a short word such as "and"."""


@dataclass(frozen=True, slots=True)
class WrittenDuration:
    """A duration at a place of a text, half-open."""

    start: int
    end: int
    text: str
    value: Duration
    bound: str | None


def durations(loc: NumberLocale, text: str) -> tuple[WrittenDuration, ...]:
    """Give the durations of a text, in order; those in several units are one, and times of day are none.

    The text is read with its numbers in figures, and so are the offsets given: "an hour and a half" is "1 hour …".
    """
    text = in_figures(loc, text)
    folded = fold(text, lexicon(loc).code)
    found = list(_in_signs(loc, folded))
    parts: list[tuple[str, Numeral]] = []
    for unit, part in (*_parts(loc, text), *_signs(folded)):
        taken = [*((one.start, one.end) for one in found), *((one.start, one.end) for _, one in parts)]
        if not any(shared((part.start, part.end), one) for one in taken):
            parts.append((unit, part))
    found += [_lasting(text, run) for run in _runs(text, sorted(parts, key=lambda one: one[1].start))]
    return tuple(sorted(found, key=lambda one: one.start))


def _in_signs(loc: NumberLocale, folded: Folded) -> Iterator[WrittenDuration]:
    lex = lexicon(loc)
    for pattern in (_LENGTH, _SIGNS):
        for one in pattern.finditer(folded.plain):
            is_time = pattern is _LENGTH and _is_time(lex, folded.plain, one.start(), one.end())
            is_other = pattern is _SIGNS and one[0][-1].isdigit() and names_unit(loc, folded.plain, one.end())
            if is_time or is_other:  # "1 h 5 s"
                continue
            numbers = {unit.removesuffix("s"): digits for unit, digits in one.groupdict().items() if digits}
            value = Duration(tuple((unit, Decimal(numbers[unit])) for unit in PARTS if unit in numbers))
            bound = bound_around(lex, folded.plain, one.start(), one.end())
            start, end = folded.start(one.start()), folded.end(one.end())
            yield WrittenDuration(start, end, folded.original[start:end], value, bound)


def _is_time(lex: Lexicon, plain: str, start: int, end: int) -> bool:
    """Whether words around "7:45" make a time of day of it: "ora 7:45", "7:45 a.m."."""
    label = lex.labels.before(plain, back_over_space(plain, start))
    is_named = label is not None and label[0] is Label.TIME
    return is_named or lex.time_after.after(plain, skip_space(plain, end)) is not None


def _parts(loc: NumberLocale, text: str) -> Iterator[tuple[str, Numeral]]:
    """The numbers of each unit of time, in figures and in words."""
    for unit in PARTS:
        every = read(loc, text, unit=f"duration-{unit}")
        yield from ((unit, one) for one in every if one.is_measured and not one.percent)


def _signs(folded: Folded) -> Iterator[tuple[str, Numeral]]:
    """The numbers before a sign that the language has no name for in CLDR."""
    for one in _SIGN.finditer(folded.plain):
        start, end = folded.start(one.start()), folded.end(one.end())
        yield _UNITS[one[2]], Numeral(start, end, folded.original[start:end], Decimal(one[1]), Decimal(1))


def _runs(text: str, parts: Sequence[tuple[str, Numeral]]) -> Iterator[list[tuple[str, Numeral]]]:
    """What stands together from longer to shorter units is one duration."""
    run: list[tuple[str, Numeral]] = []
    for unit, one in parts:
        is_shorter = run and PARTS.index(unit) > PARTS.index(run[-1][0])
        if run and not (is_shorter and _GAP.fullmatch(text, run[-1][1].end, one.start)):
            yield run
            run = []
        run.append((unit, one))
    if run:
        yield run


def _lasting(text: str, run: Sequence[tuple[str, Numeral]]) -> WrittenDuration:
    first, last = run[0][1], run[-1][1]
    parts = tuple((unit, one.value) for unit, one in run)
    return WrittenDuration(first.start, last.end, text[first.start : last.end], Duration(parts), first.bound)
