"""Numbers that belong together: scores, ends of scales, hours from and to; lengths of contests, and cells of tables."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from factsheet.content.statements.comparing import OPEN, Statement, StatementKind
from factsheet.content.statements.designating import OLDEST, beginning, is_plain, may_be_hour, says
from factsheet.content.statements.framing import name_all
from factsheet.content.statements.grammar import Grammar
from factsheet.content.statements.nouns import Nouns
from factsheet.content.statements.ranges import GLOSS
from factsheet.content.statements.text import BEFORE, FoldedText, is_of_change, sentence, words_near
from factsheet.content.statements.yearlike import YEARS
from factsheet.core.patterns import regex
from factsheet.l10n.reading.fold import words_of

_LAST_POINT: Final = 200
_LAST_OF_SCALE: Final = 100
_FIRST_OF_SCALE: Final = frozenset((0, 1))
_DASHES: Final = frozenset("-–—:x")
_CLOCK: Final = regex(r"(?:[01]?\d|2[0-4])\.[0-5]\d")
_MOST_GOALS: Final = 30
_OPENED: Final = regex(r"\([^()]*\Z")
_FIRST_YEAR: Final = 100
_LONGEST_LIFE: Final = 130
_LANES: Final = 50
_MILLION: Final = 1_000_000
_LONGEST_RACE: Final = 10_000
_METRES: Final = "meter"


def designate(text: FoldedText, found: Sequence[Statement], nouns: Nouns) -> None:
    """Make names of scores, of the ends of scales and of hours, and of the lengths of contests.

    `nouns` are those that the metrics count: in a sentence with one of them no two numbers are hours or classes.
    """
    if not text.grammar.spaced:
        return
    has_clock = any(one.kind is StatementKind.TIME for one in found)
    for low, high in pairwise(found):
        is_score = _is_reign(text, low, high) or _is_score(text, low, high)
        is_time = not is_score and _is_from_to(text, low, high, has_clock=has_clock)
        if is_score or (is_time and not _is_of_metric(text, low, nouns)):
            name_all((low, high))
    for low, high in tuple(_scales(text, found)):
        within = (one for one in found if is_plain(one) and (low.value or 0) <= (one.value or 0) <= (high.value or 0))
        name_all((low, high, *within))
    for one in found:
        if _is_length_of_contest(text, one):
            one.kind, one.value = StatementKind.NAME, _metres(text, one)
    ages = [one for one in found if one.kind is StatementKind.AGE]
    name_all((one for one in found if _is_limit_of_age(text, one, ages)), StatementKind.AGE)
    for run in _touching(text, found):
        if _is_of_metric(text, run[0], nouns):
            continue
        is_age = any(one.kind is StatementKind.AGE for one in run)
        name_all(run, StatementKind.AGE if is_age else StatementKind.NAME)


def _is_of_metric(text: FoldedText, found: Statement, nouns: Nouns) -> bool:
    """Tell whether the sentence of a number names what a metric counts."""
    return bool(nouns.pairs) and bool(nouns.of_any(tuple(sorted(words_near(text, found)))))


def _is_limit_of_age(text: FoldedText, found: Statement, ages: Iterable[Statement]) -> bool:
    """Tell a limit of nothing in a sentence that speaks of ages: "those aged 18–24, and drivers over 65"."""
    if found.bound not in {"over", "under"} or not is_plain(found) or (found.value or 0) > OLDEST:
        return False
    first, last = sentence(text, found.start, found.end)
    return any(age.start in range(first, last) for age in ages) and not is_of_change(text, found)


def _touching(text: FoldedText, found: Sequence[Statement]) -> Iterator[list[Statement]]:
    """Give the ends of classes that begin where the last one ended: "5–9 (4.8%), 10–14 and 15–19"."""
    ranges = [
        [low, high]
        for low, high in pairwise(found)
        if text.lower[low.digits[1] : high.digits[0]] in _DASHES and _is_small(low) and _is_small(high)
    ]
    for one, following in pairwise(ranges):
        is_of_none = all(end.kind is StatementKind.AGE or not end.nouns for end in (*one, *following))
        if is_of_none and (one[0].value or 0) < (one[1].value or 0) == (following[0].value or 0) - 1:
            yield [*one, *following]


def _gap(text: FoldedText, low: Statement, high: Statement) -> str:
    gap = text.lower[low.digits[1] : high.digits[0]].strip()
    return GLOSS.sub("", gap) if gap.startswith("(") else gap


def _is_score(text: FoldedText, low: Statement, high: Statement) -> bool:
    """Tell a score: a range that does not rise, or any where the sentence is about a contest."""
    gap = text.lower[low.digits[1] : high.digits[0]]
    if gap.strip() in text.grammar.to.difference(_DASHES):
        return _is_score_in_words(text, low, high)
    is_one = is_plain(low) or (low.nouns == ("x",) and _is_small(low))
    if not (is_one and (_is_small(high) or high.unit == _METRES)) or gap.strip() not in _DASHES:
        return False
    return (low.value or 0) >= (high.value or 0) or says(text, low, text.grammar.own.contests)


def _is_score_in_words(text: FoldedText, low: Statement, high: Statement) -> bool:
    """Tell a score that a word joins, in a sentence about a contest: Portuguese "venceu por 3 a 0"."""
    is_falling = is_plain(low) and is_plain(high) and _MOST_GOALS >= (low.value or 0) >= (high.value or 0)
    return is_falling and not is_of_change(text, low) and says(text, low, text.grammar.own.contests)


def _is_reign(text: FoldedText, low: Statement, high: Statement) -> bool:
    """Tell early years from and to that end a bracket: "(1400 to 1403)", "(Avicenna, c. 981–1037)"."""
    years = (low.value or 0, high.value or 0)
    is_rising = _FIRST_YEAR <= years[0] < years[1] <= years[0] + _LONGEST_LIFE and years[1] < YEARS[0]
    is_bare = low.is_bare and high.is_bare and low.ulp == high.ulp == 1 and not low.nouns
    if not (is_rising and is_bare and _gap(text, low, high) in text.grammar.to):
        return False
    start, end = low.digits[0], high.digits[1]
    return text.plain.startswith(")", end) and _OPENED.search(text.plain, start - BEFORE, start) is not None


def _is_small(found: Statement) -> bool:
    return found.is_bare and not found.bound and found.ulp == 1 and (found.value or 0) <= _LAST_POINT


def _is_from_to(text: FoldedText, low: Statement, high: Statement, *, has_clock: bool) -> bool:
    """Tell hours from and to: "between 7 and 21", "from 8 to 13"; a word or a clock time shows that they are."""
    grammar = text.grammar
    is_led = any(text.before(words, low.start) for words in (grammar.between, grammar.starts, grammar.clocks))
    is_clock = is_led and _is_clock(text, low) and _is_clock(text, high)
    if not (is_clock or (may_be_hour(low) and may_be_hour(high))):
        return False
    gap = _gap(text, low, high)
    is_joined = gap in text.grammar.to or (gap in text.grammar.joins and text.before(text.grammar.between, low.start))
    is_summed = not text.grammar.totals.isdisjoint(words_near(text, low))
    if not is_joined or is_summed or is_of_change(text, low):
        return False
    return is_clock or has_clock or says(text, low, text.grammar.own.timetables)


def _is_clock(text: FoldedText, found: Statement) -> bool:
    """Tell "18.00" in a language whose decimals have a comma."""
    is_free = not (found.currency or found.unit or found.counted or found.bound) and found.figure is None
    is_point = "." not in text.grammar.lex.syntax.decimal
    return is_free and is_point and _CLOCK.fullmatch(text.plain, *found.digits) is not None


def _scales(text: FoldedText, found: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Give the ends of scales: from 0 or 1 to some number of nothing, where nothing rises or falls."""
    own = text.grammar.lex.language
    moving = {*own.rises, *own.falls}
    for low, high in pairwise(found):
        is_first = low.value in _FIRST_OF_SCALE and (low.value or 0) < (high.value or 0) <= _LAST_OF_SCALE
        is_joined = _gap(text, low, high) in text.grammar.to and text.before(text.grammar.starts, low.start)
        is_scale = is_first and is_joined and _is_point(text, low) and _is_point(text, high)
        if is_scale and moving.isdisjoint(words_near(text, low)):
            yield low, high


def _is_point(text: FoldedText, found: Statement) -> bool:
    """Tell a point of a scale, which a bracket may explain: "from 1 (never) to 5 (always)"."""
    return is_plain(found) or (text.plain.startswith(" (", found.digits[1]) and _is_small(found))


def _is_length_of_contest(text: FoldedText, found: Statement) -> bool:
    """Tell a length that names a contest: "she was third in the 200m"."""
    if found.figure is not None or found.kind not in OPEN or found.counted or found.currency:
        return False
    start = found.digits[0]
    metres, contests = _metres(text, found), text.grammar.own.contests
    nouns = found.nouns[1:] if found.nouns[:1] == ("m",) else found.nouns
    measured = text.grammar.measured
    is_named = text.before(measured, start) or any(measured.after(one, 0) for one in nouns[:1])
    is_other = nouns and not (is_named or beginning(contests).match(nouns[0]))
    if metres is None or not 0 < metres <= _LONGEST_RACE or metres % _LANES or is_other:
        return False
    is_led = bool(nouns) or text.before(text.grammar.races_before, start) is not None
    return is_led and says(text, found, contests)


def _metres(text: FoldedText, found: Statement) -> Decimal | None:
    """Give the length that a number is: "200 m", and "200m", which reads as millions."""
    is_million = text.plain.startswith("m", found.digits[1]) and found.unit is None
    is_metres = found.unit == _METRES or found.nouns[:1] == ("m",) or is_million
    value = found.value if is_metres else None
    return value / _MILLION if value and is_million and value >= _MILLION else value


# Cells of a table: what the heading of their column says of their numbers.


def below(
    own: Grammar, text: str, found: tuple[Statement, ...], column: str | None, head: str | None
) -> tuple[Statement, ...]:
    """Take the numbers of a cell as the heading of their column calls them; the first column has no `head`."""
    if column is not None:
        for one in found:
            one.lone = False  # it is of what the heading says
        _name_below(own, text, found, column)
    if head is not None:
        _count_below(own, text, found, head)
    return found


def _name_below(own: Grammar, text: str, found: Sequence[Statement], column: str) -> None:
    """Make names or ages of the numbers of a cell whose column is headed so ("Page", "Age group"), or "Dristor 2"."""
    lower = column.lower().strip(" .:")
    is_age = lower in own.own.ages
    is_name = len(found) == 1 and found[0].kind is StatementKind.DOUBT and text.rstrip().endswith(found[0].text)
    if not (is_age or is_name or lower in own.own.number_heads):
        return
    for one in found:
        if one.kind in OPEN and not (one.figure is not None or one.counted or one.currency or one.unit or one.word):
            one.kind = StatementKind.AGE if is_age else StatementKind.NAME


def _count_below(own: Grammar, text: str, found: Sequence[Statement], head: str) -> None:
    """Make a count of four digits alone that look like a year, below a heading that speaks of no years."""
    if len(found) == 1 and found[0].kind is StatementKind.YEAR and found[0].text == text.strip():
        is_of_years = own.year_heads.isdisjoint(words_of(head.lower()))
        found[0].kind = StatementKind.COUNT if is_of_years and own.year_heads else StatementKind.YEAR
