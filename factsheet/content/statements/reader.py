"""The reader: one pass over the final text of a block, as a reader sees it, into statements."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from factsheet.content.statements.comparing import FigureSpan, Statement, StatementKind
from factsheet.content.statements.dated import CLAUSE, dates, is_dot_ordinal, is_unspaced, of_glued, of_shape, years
from factsheet.content.statements.framing import frame_rows, is_whole_of_one, mark_lone
from factsheet.content.statements.grammar import Grammar, grammar
from factsheet.content.statements.naming import kind_of
from factsheet.content.statements.nouns import Nouns
from factsheet.content.statements.ranges import added, goes_on, inherit, join_parts, share
from factsheet.content.statements.scoring import below, designate
from factsheet.content.statements.spelled import Spelled, has_signs, has_words, roman, spelled
from factsheet.content.statements.text import FoldedText, noun_before_colon, nouns_behind
from factsheet.content.statements.widening import in_another_unit, widen
from factsheet.core.patterns import regex
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading import exclusions
from factsheet.l10n.reading.context import Around
from factsheet.l10n.reading.digits import Digits
from factsheet.l10n.reading.fold import Folded, fold
from factsheet.l10n.reading.numerals import COMPOUNDING, in_runs
from factsheet.l10n.reading.phrases import joins
from factsheet.l10n.reading.units import measure

_LATIN: Final = regex(r"[A-Za-z0-9._/:+-]*")
_YEAR_DIGITS: Final = 4
_UNSEEN: Final = "\u200e\u200f\u061c"
_SAY_ALL: Final = frozenset("]'′\"”″")  # what ends in these, or in a letter, counts nothing: "the 1980s"
_MINUS_SIGNS: Final = frozenset("-\u2212\ufe63\uff0d")
_LONGEST_PREFIX: Final = 24
_BEHIND: Final = 200
_REACH: Final = 60
"""How far behind a number what belongs to it may stand, in characters."""

_FREE: Final = Nouns()


@lru_cache(maxsize=8_192)
def read(
    loc: NumberLocale,
    text: str,
    *,
    marks: tuple[FigureSpan, ...] = (),
    nouns: Nouns = _FREE,
    head: str | None = None,
    column: str | None = None,
) -> tuple[Statement, ...]:
    """Give all statements of a text in order, each text read once.

    `marks` are the places of figures' elements: what stands in them is never taken for a name. `nouns` are those
    that the site's metrics count: a number before one of them is a count, whatever it looks like. `column` is the
    heading of the column for a cell of a table, and `head` too but in the first column: four digits alone are a year
    below a heading of years only.
    """
    own = grammar(loc)
    folded = fold(text, own.code)
    if not folded.digits and not has_signs(text) and not has_words(own, folded):
        return ()
    return below(own, text, tuple(_Reading(loc, own, text, marks, nouns).statements()), column, head)


class _Reading:
    """One text while it is read; offsets are those of the folded text until the end."""

    def __init__(self, loc: NumberLocale, own: Grammar, text: str, marks: tuple[FigureSpan, ...], nouns: Nouns) -> None:
        self._loc = loc
        self._own = own
        self._folded: Folded = fold(text, own.code)
        self._text = FoldedText(own, self._folded.plain, folded=self._folded)
        self._marks = marks
        self._starts = [mark.start for mark in marks]
        self._ends = [mark.end for mark in marks]
        self._nouns = nouns
        self._label_end = 0

    def statements(self) -> Iterator[Statement]:
        """Read in the order in which one reading hides another: dates, digits, words."""
        found = list(self._dates())
        numbers = self._in_digits(found)
        found += in_runs(numbers, goes_on, added) if self._own.code in COMPOUNDING else list(numbers)
        found += self._without_digits(found)
        found.sort(key=lambda one: one.digits)
        if not self._own.spaced:
            join_parts(self._text, found)
        share(self._text, found)
        inherit(self._text, found)
        frame_rows(self._text, found)
        designate(self._text, found, self._nouns)
        inherit(self._text, found)
        mark_lone(self._text, found, self._nouns)
        return (self._placed(one) for one in found)

    def _dates(self) -> Iterator[Statement]:
        if self._folded.digits:
            for found in dates(self._loc, self._folded, self._text, self._nouns):
                found.figure = self._mark(*found.digits)
                yield found

    def _placed(self, found: Statement) -> Statement:
        folded = self._folded
        start, end = folded.start(found.start), folded.end(found.end)
        found.start, found.end = start, end
        found.digits = (folded.start(found.digits[0]), folded.end(found.digits[1]))
        found.text = folded.original[start:end]
        return found

    # ---- digits

    def _in_digits(self, taken: Iterable[Statement]) -> Iterator[Statement]:
        text, lex = self._folded.text, self._own.lex
        hidden = sorted((one.digits for one in taken), reverse=True)
        until = floor = 0
        for run in lex.syntax.runs(self._folded):
            while hidden and hidden[-1][1] <= run.start():
                hidden.pop()
            if hidden and hidden[-1][0] < run.end():
                until = max(until, hidden[-1][1])
            for digits in lex.syntax.split(text, *run.span()):
                if digits.start < until:
                    continue
                found = self._of_digits(digits, floor)
                yield found
                until = floor = max(found.end, found.digits[1])

    def _of_digits(self, digits: Digits, floor: int) -> Statement:
        mark = self._mark(digits.start, digits.end)
        name = self._name(digits, mark)
        if name is not None:
            return name
        found = Statement(digits.start, digits.end, (digits.start, digits.end), value=digits.value, figure=mark)
        self._widened(found, digits.places, floor)
        self._glue(digits, found)
        self._counted(found, found.end)
        if mark is None and not found.nouns and digits.end - digits.start == _YEAR_DIGITS:
            found.counted = self._nouns.of_any(noun_before_colon(self._text, digits.start, digits.end))
        if mark is None and found.kind is StatementKind.COUNT:
            found.kind = kind_of(self._text, found, self._nouns)
        return found

    def _mark(self, start: int, end: int) -> int | None:
        """The number of the figure's element in which a place of the folded text stands."""
        if not self._marks:
            return None
        first, last = self._folded.start(start), self._folded.end(end)
        at = bisect_right(self._ends, first)
        return at if at < len(self._marks) and self._marks[at].start < last else None

    def _widened(self, found: Statement, places: int, floor: int) -> None:
        """Widen a number, but not into the next figure's element: "{999,999} {RON 97}"."""
        unit = self._marks[found.figure].unit if found.figure is not None else None
        known = measure(self._loc, unit) if unit else None
        after = self._folded.end(found.digits[1])
        at = bisect_left(self._starts, after)
        if at == len(self._starts) or self._starts[at] - after > _REACH:
            widen(self._text, found, places, floor, known, unit)
            in_another_unit(self._loc, self._text, found, unit)
            return
        starts = self._folded.starts
        ceiling = self._starts[at] if starts is None else bisect_left(starts, self._starts[at])
        begin = max(0, found.digits[0] - _BEHIND)
        window = FoldedText(self._own, self._folded.plain[begin:ceiling], self._text)
        found.digits = (found.digits[0] - begin, found.digits[1] - begin)
        widen(window, found, places, max(0, floor - begin), known, unit)
        found.digits = (found.digits[0] + begin, found.digits[1] + begin)
        found.start, found.end = found.start + begin, found.end + begin

    def _counted(self, found: Statement, end: int) -> None:
        found.nouns = nouns_behind(self._text, end, is_measured=found.unit is not None)
        found.counted = self._nouns.metrics_of(found.nouns)

    def _name(self, digits: Digits, mark: int | None) -> Statement | None:
        """Read a shape, a label or a marker that makes a name of the digits, all of the name."""
        folded, start = self._folded, digits.start
        span = years(folded.text, start) if mark is None else None
        if span is not None:
            return self._years(start, *span)
        clause = CLAUSE.match(folded.text, start)
        end = clause.end() if clause else exclusions.shape(folded.text, start)
        if end is not None and end <= digits.end and digits.value is not None:
            end = None
        kind, value = of_shape(self._text, start, end, digits.value) if end else (StatementKind.NAME, digits.value)
        if end is None and mark is None:
            end = self._label(digits)
        if end is None and digits.value is None:
            end = digits.end
        if end is None or (mark is not None and end <= self._marks[mark].end):
            return None
        found = Statement(start, end, (start, end), kind, value=value, figure=mark)
        found.odd = mark is not None
        if not folded.text[end - 1].isalpha() and folded.text[end - 1] not in _SAY_ALL:
            self._counted(found, end)
        if found.counted and mark is None:
            found.kind = StatementKind.COUNT if kind is not StatementKind.FRACTION else kind
            found.odd = end != digits.end or kind is StatementKind.TIME
        return found

    def _years(self, start: int, end: int, *named: int) -> Statement:
        days = tuple((year, None, None) for year in named)
        found = Statement(start, end, (start, end), StatementKind.YEAR, dates=days)
        self._counted(found, end)
        return found

    def _label(self, digits: Digits) -> int | None:
        folded, start = self._folded, digits.start
        label = exclusions.labelled(self._own.lex, folded, start)
        if label is None and exclusions.continues_label(self._own.lex, folded.text, self._label_end, start):
            label = digits.end
        if label is not None:
            self._label_end = label
            return label
        return exclusions.ordinal_of_line(folded, start)

    def _glue(self, digits: Digits, found: Statement) -> None:
        """Read letters and signs that are glued to the digits."""
        if found.figure is not None:
            self._glue_to_mark(digits, found, self._marks[found.figure])
        elif is_dot_ordinal(self._text, digits):
            found.kind, found.end = StatementKind.ORDINAL, digits.end + 1
        end = self._glued(digits, found)
        if end is None or found.odd:
            return
        found.kind, end = of_glued(self._text, digits.end, end)
        found.end = max(found.end, end)
        if found.figure is not None:
            found.odd = True
            return
        self._counted(found, end)
        glued = (self._text.lower[digits.end : end],)  # "1290arrests"
        found.counted = found.counted or self._nouns.metrics_of(glued if glued[0].isalpha() else ())
        is_name = bool(found.counted) and found.kind is StatementKind.NAME
        if is_name and not exclusions.is_proper(self._text.plain, digits.start):
            found.kind, found.odd = StatementKind.COUNT, True

    def _glue_to_mark(self, digits: Digits, found: Statement, mark: FigureSpan) -> None:
        """Note digits and letters that stand right beside a figure's element, as if they were part of it."""
        first, last = self._folded.start(digits.start), self._folded.end(digits.end)
        following = self._folded.plain[digits.end : digits.end + 1]
        is_longer = last == mark.end and found.end == digits.end and following != "" and joins(following)
        found.odd = found.odd or first < mark.start or last > mark.end or is_longer
        start = self._folded.start(found.start)
        before = self._folded.original[: mark.start][-2:]
        if before[:1] == "\u2212" and before[1:].isspace():
            found.odd = True  # a minus sign proper, which is no dash, though a space parts it from the number
        if start == mark.start and before[1:] in _MINUS_SIGNS and is_unspaced(before[0]):
            found.odd = True  # a minus behind a script without spaces, where no gap tells it from a hyphen
        if start > mark.start and self._folded.original[mark.start : start].strip(_UNSEEN) in _MINUS_SIGNS:
            # The element begins with a minus, whatever stands before it.
            found.value = None if found.value is None else found.value.copy_negate()
            found.start -= 1

    def _glued(self, digits: Digits, found: Statement) -> int | None:
        plain, span = self._folded.plain, (digits.start, digits.end)
        end = exclusions.glued(self._own.lex, plain, span, Around(found.start, max(digits.end, found.end)))
        if end is not None and not self._own.spaced:
            latin = _LATIN.match(plain, digits.start)
            return max(digits.end, latin.end() if latin else 0)
        word = plain[max(0, digits.start - _LONGEST_PREFIX) : max(0, digits.start - 1)].rpartition(" ")[2].lower()
        is_led = plain[digits.start - 1 : digits.start] == "-" and {word, f"{word}-"} & self._own.prefixes
        return None if is_led and end == digits.end else end

    # ---- without digits

    def _without_digits(self, taken: list[Statement]) -> Iterator[Statement]:
        plain = self._folded.plain
        if not (self._own.code in COMPOUNDING or has_signs(plain) or has_words(self._own, self._folded)):
            return
        spans = sorted((min(one.start, one.digits[0]), max(one.end, one.digits[1])) for one in taken)
        starts = [start for start, _ in spans]
        last = 0
        for one in sorted([*spelled(self._own, self._folded), *roman(plain)], key=lambda one: (one.start, -one.end)):
            before = bisect_left(starts, one.end) - 1
            if one.start < last or (before >= 0 and spans[before][1] > one.start):
                continue
            found = self._of_words(one)
            if found is not None:
                last = max(one.end, found.end)
                yield found

    def _of_words(self, one: Spelled) -> Statement | None:
        mark = self._mark(one.start, one.end)
        span = one.start, one.end
        found = Statement(*span, span, one.kind, one.value, one.ulp, word=one.word, figure=mark)
        self._widened(found, 0, one.start if one.word and self._own.spaced else 0)  # "百分之三十"
        if found.bound is None and self._folded.lower[one.start : one.end] in self._own.own.rough:
            found.bound = "about"
        found.odd = one.odd
        part = self._text.behind(self._own.parts_of, found.end) if one.kind is StatementKind.FRACTION else None
        if not is_whole_of_one(self._text, one.start):
            self._counted(found, part[1] if part else found.end)
        if found.unit is None and not (found.counted or (found.nouns and self._own.spaced)):
            found.counted = self._nouns.of_any(noun_before_colon(self._text, one.start, one.end))
        if mark is None and (one.kind is StatementKind.ROMAN and not found.counted):
            return None
        return found
