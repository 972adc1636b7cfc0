"""Durations in running text: "2 h 30 min", "7:45", "două ore și 30 de minute", "two and a half years"."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from factsheet.core.patterns import regex
from factsheet.core.records import dataclass
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.iso8601 import PARTS, Duration
from factsheet.l10n.reading.context import bound_around
from factsheet.l10n.reading.digits import Numeral
from factsheet.l10n.reading.fold import Folded, fold
from factsheet.l10n.reading.lexicon import Label, Lexicon, lexicon
from factsheet.l10n.reading.numerals import read
from factsheet.l10n.reading.phrases import back_over_space, skip_space
from factsheet.l10n.reading.words import in_figures

_CLOCK: Final = regex(r"(?<![\d:.])(?P<hour>\d{1,3}):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?![\d:])")
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
        if all(part.end <= start or end <= part.start for start, end in taken):
            parts.append((unit, part))
    found += [_lasting(loc, text, run) for run in _runs(text, sorted(parts, key=lambda one: one[1].start))]
    return tuple(sorted(found, key=lambda one: one.start))


def _in_signs(loc: NumberLocale, folded: Folded) -> Iterator[WrittenDuration]:
    lex = lexicon(loc)
    for pattern in (_CLOCK, _SIGNS):
        for one in pattern.finditer(folded.plain):
            if pattern is _CLOCK and _is_time(lex, folded.plain, one.start(), one.end()):
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
        if run and not (
            _GAP.fullmatch(text, run[-1][1].end, one.start) and PARTS.index(unit) > PARTS.index(run[-1][0])
        ):
            yield run
            run = []
        run.append((unit, one))
    if run:
        yield run


def _lasting(loc: NumberLocale, text: str, run: Sequence[tuple[str, Numeral]]) -> WrittenDuration:
    first, last = run[0][1], run[-1][1]
    folded, lex = fold(text[last.end :], lexicon(loc).code), lexicon(loc)
    half = lex.half.after(folded.plain, skip_space(folded.plain, 0))  # "two years and a half"
    end = last.end + (folded.end(half[1]) if half else 0)
    *rest, (unit, shortest) = run
    parts = [*((unit, one.value) for unit, one in rest), (unit, shortest.value + (Decimal("0.5") if half else 0))]
    return WrittenDuration(first.start, end, text[first.start : end], Duration(tuple(parts)), first.bound)
