"""Numbers that name a thing by their place in the sentence: a gate, a score, an hour, an end of a scale.

Words that a language uses so are in its data, mostly by their beginnings ("timetab", "deschi"); the rest is form: a
range that falls is a score, a verb in the singular behind "7" belongs to a name, and a number that a noun of a metric
follows counts, whatever stands before it.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Final

from factsheet.content.statements.comparing import Statement, StatementKind
from factsheet.content.statements.grammar import Grammar, Nouns
from factsheet.content.statements.text import FoldedText
from factsheet.content.statements.yearlike import LEAD
from factsheet.l10n.reading.fold import words_of
from factsheet.patterns import regex

_OPEN: Final = frozenset((StatementKind.COUNT, StatementKind.DOUBT))
_BEFORE: Final = 40
_CLAUSE_ENDS: Final = regex(r"[.!?;\n](?=\s|\Z)")
_LONGEST_SENTENCE: Final = 200
_COMPARED: Final = regex(r"([^\W\d_]*) ?(?:>=|<=|==|!=) ?\Z")
"""What stands before a number in the manner of a program: "version >= 97"."""

_QUOTED: Final = regex(r"[\"“„«‘]\s?([^\W\d_][^\"“”„«»\n]{0,40}) \Z")
_CLOSED: Final = regex(r"\s?[\"”“»’]")
_MOST_QUOTED: Final = 4
_ACRONYM: Final = 2
_SHORT: Final = 10
_LONGEST: Final = 4
_VERSION: Final = regex(r"\d{1,2}\.\d{1,2}")
_CLOCK: Final = regex(r"(?:1?\d|2[0-4])(?:\.[0-5]\d)?")
_CALLED: Final = 3
_LAST_HOUR: Final = 24
_LAST_POINT: Final = 200
_LAST_OF_SCALE: Final = 100
_FIRST_OF_SCALE: Final = frozenset((0, 1))
_GLOSS: Final = regex(r"\([^()\d]{1,30}\) ?")
_DASHES: Final = frozenset("-–—:")
_LANES: Final = 50
_MILLION: Final = 1_000_000
_LONGEST_RACE: Final = 10_000
_METRES: Final = "meter"


def is_designated(text: FoldedText, found: Statement, nouns: Nouns) -> bool:
    """Tell whether a typed number that counts no noun of a metric names something, or an hour."""
    start, end = found.digits
    if found.changes or not text.grammar.spaced or _is_of_metric(text, start, nouns):
        return False
    digits = text.plain[start:end]
    if _COMPARED.search(text.plain, max(0, start - _BEFORE), start):
        return True
    if _is_acronym(text, found, digits):
        return True
    if _is_hour(text, found, digits):
        return True
    if not digits.isdecimal() or len(digits) > _LONGEST or found.bound:
        return False
    tests = (_is_before_singular, _has_ending, _is_quoted, _is_called)
    return any(test(text, found) for test in tests)


def _is_of_metric(text: FoldedText, start: int, nouns: Nouns) -> bool:
    """Tell whether the word right before is the noun of a metric: "arrests 1290"."""
    lead = LEAD.search(text.lower, max(0, start - _BEFORE), start)
    return lead is not None and bool(nouns.metrics_of((lead[1].rstrip("."),)))


def _lead(text: FoldedText, found: Statement) -> str:
    """Give the word right before a number that may be the noun of a name; empty for others."""
    start = found.digits[0]
    lead = LEAD.search(text.plain, max(0, start - _BEFORE), start)
    if lead is None or found.start != start:
        return ""
    word = lead[1].rstrip(".")
    return "" if word.lower() in text.grammar.not_names or text.before(text.grammar.sums, start) else word


def _is_acronym(text: FoldedText, found: Statement, digits: str) -> bool:
    """Tell the number of what an acronym names: "RCP 8.5", "NUTS 2 regions"."""
    word = _lead(text, found)
    if len(word) < _ACRONYM or not word.isupper() or found.bound:
        return False
    if digits.isdecimal():
        return len(digits) <= _LONGEST and (not found.nouns or int(digits) < _SHORT)
    return _VERSION.fullmatch(digits) is not None


def _is_before_singular(text: FoldedText, found: Statement) -> bool:
    """Tell a number between a word and a verb in the singular, which it cannot be the count of: "ward 7 is"."""
    return bool(_lead(text, found)) and text.behind(text.grammar.singular, found.digits[1]) is not None


def _has_ending(text: FoldedText, found: Statement) -> bool:
    """Tell a number behind a noun whose ending shows that it is one thing: Romanian "kilometrul 128"."""
    word, endings = _lead(text, found).lower(), text.grammar.own.label_endings
    is_whole = any(word.endswith(ending) and len(word) > len(ending) + _ACRONYM for ending in endings)
    return is_whole and not text.before(text.grammar.amounts, found.digits[0])


def _is_quoted(text: FoldedText, found: Statement) -> bool:
    """Tell a number that ends a short title between quotation marks."""
    start, end = found.digits
    title = _QUOTED.search(text.plain, max(0, start - _BEFORE), start)
    if title is None or not title[1][0].isupper() or not _CLOSED.match(text.plain, end):
        return False
    words = title[1].lower().split()
    return len(words) <= _MOST_QUOTED and words[0] not in text.grammar.not_names


def _is_called(text: FoldedText, found: Statement) -> bool:
    """Tell the number that one calls: "999 in an emergency"."""
    digits = text.plain[found.digits[0] : found.digits[1]]
    is_long = len(digits) == _CALLED and digits[0] in "19"
    return is_long and not (found.nouns or _is_of_change(text, found)) and _says(text, found, text.grammar.own.calls)


def _is_hour(text: FoldedText, found: Statement, digits: str) -> bool:
    """Tell an hour: "the gate opens at 6", "on weekdays from 9.30"."""
    is_clock = _CLOCK.fullmatch(digits) is not None and not (found.nouns or found.currency or found.unit or found.bound)
    return (
        is_clock
        and text.before(text.grammar.clocks, found.digits[0]) is not None
        and not _is_of_change(text, found)
        and _says(text, found, text.grammar.own.timetables)
    )


def _may_be_hour(found: Statement) -> bool:
    return _is_plain(found) and (found.value or 0) <= _LAST_HOUR


def _is_plain(found: Statement) -> bool:
    """Tell a typed whole number of nothing in particular."""
    return (
        found.figure is None
        and not (found.counted or found.nouns or found.odd or found.word or found.currency or found.unit)
        and found.value is not None
        and found.ulp == 1
    )


def sentence(text: FoldedText, start: int, end: int) -> tuple[int, int]:
    """Give the place of the sentence, or clause, that holds a place of a text."""
    first = max(0, start - _LONGEST_SENTENCE)
    for stop in _CLAUSE_ENDS.finditer(text.plain, first, start):
        first = stop.end()
    following = _CLAUSE_ENDS.search(text.plain, end, end + _LONGEST_SENTENCE)
    return first, following.start() if following else min(len(text.plain), end + _LONGEST_SENTENCE)


def _says(text: FoldedText, found: Statement, stems: tuple[str, ...]) -> bool:
    """Tell whether a word that begins so stands in the sentence of a number."""
    return bool(stems) and _beginning(stems).search(text.lower, *sentence(text, found.start, found.end)) is not None


@lru_cache(maxsize=256)
def _beginning(stems: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(map(re.escape, stems))})")


def _is_of_change(text: FoldedText, found: Statement) -> bool:
    """Tell whether a word of change stands in the sentence, so that its numbers are what something came to."""
    return not text.grammar.changed.isdisjoint(_words(text, found))


def _words(text: FoldedText, found: Statement) -> frozenset[str]:
    first, last = sentence(text, found.start, found.end)
    return words_of(text.lower[first:last])


# Numbers that belong together: scores, scales, hours from and to.


def designate(text: FoldedText, found: Sequence[Statement]) -> None:
    """Make names of scores, of the ends of scales and of hours, and of the lengths of contests."""
    if not text.grammar.spaced:
        return
    for low, high in pairwise(found):
        if _is_score(text, low, high) or _is_from_to(text, low, high):
            _name(low, high)
    for low, high in tuple(_scales(text, found)):
        _name(
            low,
            high,
            *(one for one in found if _is_plain(one) and (low.value or 0) <= (one.value or 0) <= (high.value or 0)),
        )
    _name(*(one for one in found if _is_length_of_contest(text, one)))


def _name(*numbers: Statement) -> None:
    for one in numbers:
        one.kind = StatementKind.NAME if one.kind in _OPEN else one.kind


def _gap(text: FoldedText, low: Statement, high: Statement) -> str:
    gap = text.lower[low.digits[1] : high.digits[0]].strip(" ")
    return _GLOSS.sub("", gap) if gap.startswith("(") else gap


def _is_score(text: FoldedText, low: Statement, high: Statement) -> bool:
    """Tell a score: a range that does not rise, or any where the sentence is about a contest."""
    if not (_is_plain(low) and _is_small(high)) or text.lower[low.digits[1] : high.digits[0]] not in _DASHES:
        return False
    return (low.value or 0) >= (high.value or 0) or _says(text, low, text.grammar.own.contests)


def _is_small(found: Statement) -> bool:
    is_bare = not (found.counted or found.odd or found.word or found.currency or found.unit or found.bound)
    return found.figure is None and is_bare and found.ulp == 1 and (found.value or 0) <= _LAST_POINT


def _is_from_to(text: FoldedText, low: Statement, high: Statement) -> bool:
    """Tell hours from and to: "between 7 and 21", "from 8 to 13"."""
    if not (_may_be_hour(low) and _may_be_hour(high)):
        return False
    gap = _gap(text, low, high)
    is_joined = gap in text.grammar.to or (gap in text.grammar.joins and text.before(text.grammar.between, low.start))
    return bool(is_joined) and not _is_of_change(text, low) and _says(text, low, text.grammar.own.timetables)


def _scales(text: FoldedText, found: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Give the ends of scales: from 0 or 1 to some number of nothing, where nothing rises or falls."""
    for low, high in pairwise(found):
        is_first = low.value in _FIRST_OF_SCALE and (low.value or 0) < (high.value or 0) <= _LAST_OF_SCALE
        is_joined = _gap(text, low, high) in text.grammar.to and text.before(text.grammar.starts, low.start)
        if is_first and is_joined and _is_point(text, low) and _is_point(text, high) and not _moves(text, low):
            yield low, high


def _is_point(text: FoldedText, found: Statement) -> bool:
    """Tell a point of a scale, which a bracket may explain: "from 1 (never) to 5 (always)"."""
    return _is_plain(found) or (text.plain.startswith(" (", found.digits[1]) and _is_small(found))


def _moves(text: FoldedText, found: Statement) -> bool:
    """Tell whether something rises or falls in the sentence of a number."""
    own = text.grammar.lex.language
    return not {*own.rises, *own.falls}.isdisjoint(_words(text, found))


def _is_length_of_contest(text: FoldedText, found: Statement) -> bool:
    """Tell a length that names a contest: "she was third in the 200m"."""
    if found.figure is not None or found.kind not in _OPEN or found.counted or found.currency:
        return False
    metres, nouns, contests = _metres(text, found), _behind_metres(found), text.grammar.own.contests
    if not metres or metres % _LANES or metres > _LONGEST_RACE or (nouns and not _beginning(contests).match(nouns[0])):
        return False
    is_led = bool(nouns) or text.before(text.grammar.races_before, found.digits[0]) is not None
    return is_led and _says(text, found, contests)


def _metres(text: FoldedText, found: Statement) -> Decimal | None:
    """Give the length that a number is: "200 m", and "200m", which reads as millions."""
    is_million = text.plain.startswith("m", found.digits[1]) and found.unit is None
    is_metres = found.unit == _METRES or found.nouns[:1] == ("m",) or is_million
    value = found.value if is_metres else None
    return value / _MILLION if value and is_million and value >= _MILLION else value


def _behind_metres(found: Statement) -> tuple[str, ...]:
    return found.nouns[1:] if found.nouns[:1] == ("m",) else found.nouns


# Cells of a table: what the heading of their column says of their numbers.


def below(
    own: Grammar, text: str, found: tuple[Statement, ...], column: str | None, head: str | None
) -> tuple[Statement, ...]:
    """Take the numbers of a cell as the heading of their column calls them; the first column has no `head`."""
    if column is not None:
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
        if one.kind in _OPEN and not (one.figure is not None or one.counted or one.currency or one.unit or one.word):
            one.kind = StatementKind.AGE if is_age else StatementKind.NAME


def _count_below(own: Grammar, text: str, found: Sequence[Statement], head: str) -> None:
    """Make a count of four digits alone that look like a year, below a heading that speaks of no years."""
    if len(found) == 1 and found[0].kind is StatementKind.YEAR and found[0].text == text.strip():
        is_of_years = own.year_heads.isdisjoint(words_of(head.lower()))
        found[0].kind = StatementKind.COUNT if is_of_years and own.year_heads else StatementKind.YEAR
