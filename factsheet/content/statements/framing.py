"""Numbers that count nothing: they say how a text or its figures are made, or nothing tells what they are."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, zip_longest
from typing import Final

from factsheet.content.statements.comparing import OPEN, PERCENT, Statement, StatementKind
from factsheet.content.statements.nouns import Nouns
from factsheet.content.statements.text import (
    WORD,
    FoldedText,
    is_before_noun,
    is_before_singular,
    is_of_change,
    sentence,
    words_near,
)
from factsheet.core.patterns import regex
from factsheet.l10n.reading.phrases import back_over_space

# Numbers that say how a text is made: list markers, bases, keys, confidence.

_BASE: Final = regex(r"(?:1[89]|20)\d\d ?年? ?= ?\Z")
"""What stands before the base of an index: "2015 = 100"."""

_BASES: Final = frozenset((1, 10, 100, 1000))
_KEY: Final = regex(r" ?= ?[^\W\d_]")
"""What stands behind a point of a scale: "1 = low"."""

_LONGEST_KEY: Final = 12
_SIGN_OF_BOUND: Final = regex(r"[<>≤≥]=? ?\Z")
_LONGEST_SIGN: Final = 4
_LAST: Final = regex(r"(\d+|[^\W\d_]+) ?\Z")
_LONGEST_WORD: Final = 24
_REACH: Final = 12
_HOUSE: Final = regex(r"[ \u00a0]((?:[^\W\d_][\w'’.-]*[ \u00a0]){1,3}?)([^\W\d_]+)(?!\w)")
_NO_CLAUSE: Final = regex(r"[.,:;!?()،؛]")
_WHOLE: Final = 100
_LEAST_ROW: Final = 3
_BOTTOMS: Final = frozenset((0, 1))
"""Where rows of classes begin."""

_TOPS: Final = frozenset((1, 10, 100))
"""Where scales that begin at 0 end."""

_LONGEST_SUM: Final = 60
_MOST_IN_STREET: Final = 3
_LONGEST_STREET: Final = 40


def is_framing(text: FoldedText, found: Statement, *, is_free: bool) -> bool:
    """Tell whether a typed number is no figure but part of how the text speaks of figures."""
    if (is_free or found.unit == PERCENT) and found.value == _WHOLE and _is_sum_of_shares(text, found.start):
        return True
    if found.unit == PERCENT:  # "the richest 10%", "95% confidence interval"
        return bool(text.before(text.grammar.shares, found.start) or text.behind(text.grammar.shares_behind, found.end))
    if found.currency is not None:
        return False
    if found.unit is None:
        return is_free and (_is_base_or_key(text, found) or _is_of_house(text, found))
    measured, places = text.grammar.measured, (found.end, found.digits[1])  # "the 100-metre final", "the 2 °C goal"
    return bool(text.before(measured, found.start) or any(text.behind(measured, at) for at in places))


def is_whole_of_one(text: FoldedText, start: int) -> bool:
    """Tell a number in words of which one is meant: "one in three visits" counts no three visits."""
    own, before = text.grammar.lex.language, text.lower[:start][-_LONGEST_SUM:].rstrip()
    found = next((one for one in own.one_in if before.endswith(f" {one}")), None)
    lead = WORD.findall(before.removesuffix(found or ""))[-1:] if found else []
    return bool(lead) and lead[0] in {*own.numbers.ones, *own.numbers.articles}


def _is_sum_of_shares(text: FoldedText, start: int) -> bool:
    """Tell the whole that shares make: "percentages may not add up to 100"."""
    before = text.lower[:start][-_LONGEST_SUM:]
    words = text.grammar.wholes_of_shares
    if text.grammar.spaced:
        return not words.isdisjoint(WORD.findall(before))
    return any(word in before for word in words)


def _is_base_or_key(text: FoldedText, found: Statement) -> bool:
    start, end = found.digits
    if "=" not in text.plain:
        return False
    is_key = found.value is not None and found.value < _LONGEST_KEY and _KEY.match(text.plain, end)
    return bool(is_key or (found.value in _BASES and _BASE.search(text.plain, start - _REACH, start)))


def _is_of_house(text: FoldedText, found: Statement) -> bool:
    """Tell the number of a house: before the name of its street, or behind it in a script without capitals."""
    streets, (start, end) = text.grammar.streets, found.digits
    if not streets:
        return False
    named = _HOUSE.match(text.plain, end)
    if named and named[2].lower() in streets and all(word[0].isupper() for word in named[1].split()):
        return True
    if found.nouns:
        return False
    clause = _NO_CLAUSE.split(text.lower[:start][-_LONGEST_STREET:])[-1]
    return not streets.isdisjoint(WORD.findall(clause)[-_MOST_IN_STREET:])


def is_labelled(text: FoldedText, found: Statement) -> bool:
    """Tell whether a word right before makes a name of a number: "type 2", "(port 443", "version >= 97"."""
    start, end = found.digits
    if "," in text.plain[start:end] and "," in text.grammar.lex.syntax.decimal:
        return False  # "nota 9,5" is a figure: parts of a name are parted by a point
    sign = _SIGN_OF_BOUND.search(text.plain, start - _LONGEST_SIGN, start)
    at = back_over_space(text.plain, sign.start() if sign else start)
    at = at - 1 if text.plain.startswith("(", at - 1) and at else at
    label = text.before(text.grammar.labels, at)
    if label is None or not found.nouns or " " in text.lower[label[1] : at].strip():
        return label is not None
    before = _LAST.search(text.lower, label[1] - _LONGEST_WORD, label[1])
    if before and before[1] in text.grammar.own.articles and is_before_singular(text, found):
        return True  # "a class 5 hurricane"
    return not (before and (before[1].isdecimal() or before[1] in text.grammar.quantifiers))


def frame_rows(text: FoldedText, found: Sequence[Statement]) -> None:
    """Make names of numbers that only count on: markers of a list in a sentence, classes of size, ends of a scale."""
    if "1)" in text.plain:
        name_all(one for run in _markers(text, found) for one in run)
    if len(found) > 1:
        name_all(one for run in _classes(text, found) for one in run)


def name_all(numbers: Iterable[Statement], kind: StatementKind = StatementKind.NAME) -> None:
    """Make names of typed numbers that are counts as yet, or what `kind` says."""
    for one in numbers:
        one.kind = kind if one.kind in OPEN else one.kind


def _markers(text: FoldedText, found: Iterable[Statement]) -> Iterator[list[Statement]]:
    """Give the markers that count on from 1: "(1) to protect, (2) to prevent"."""
    markers: list[Statement] = []
    for one in found:
        start, end = one.digits
        is_marked = text.plain.startswith(")", end) and (start == 0 or not text.plain[start - 1].isalnum())
        if is_marked and one.figure is None and text.plain[start:end] == str(len(markers) + 1):
            markers.append(one)
    if len(markers) > 1:
        yield markers


def _classes(text: FoldedText, found: Iterable[Statement]) -> Iterator[list[Statement]]:
    """Give rows that count on ("1, 2, 3 or more persons", "posts 542 and 543"), and scales from 0 ("0 to 10")."""
    runs: list[list[Statement]] = []
    for one in found:
        if runs and _counts_on(text, runs[-1][-1], one):
            runs[-1].append(one)
        else:
            runs.append([one])
    for run, following in zip_longest(runs, runs[1:]):
        is_row = len(run) >= _LEAST_ROW and run[0].value in _BOTTOMS and _is_plain(run[0])
        gap = text.lower[run[-1].end : following[0].start] if following else "."
        is_listed = gap.strip() in text.grammar.joins  # "8, 9, 12 and 15"
        if is_row or (len(run) > 1 and not is_listed and _is_of_name(text, run)):
            yield run
    yield from ([low, high] for low, high in pairwise(found) if _is_scale(text, low, high))


def _is_plain(one: Statement) -> bool:
    """Tell a small typed number of nothing in particular."""
    return one.is_bare and one.kind in OPEN and (not one.nouns or (one.value or 0) <= _WHOLE)


def _counts_on(text: FoldedText, low: Statement, high: Statement) -> bool:
    gap = text.lower[low.end : high.start].strip()
    return _is_plain(high) and high.value == (low.value or 0) + 1 and gap in text.grammar.joins


def _is_of_name(text: FoldedText, run: Sequence[Statement]) -> bool:
    """Tell numbers of nothing behind a noun, which they name: "posts 542 and 543"."""
    lead = text.word_before(run[0].start)
    is_free = not any(one.nouns or one.bound or one.is_end or not _is_plain(one) for one in run)
    return is_free and lead not in {"", *text.grammar.not_names} and not is_of_change(text, run[0])


def _is_scale(text: FoldedText, low: Statement, high: Statement) -> bool:
    gap = text.lower[low.end : high.start].strip()
    is_joined = gap in text.grammar.to or (gap in text.grammar.joins and text.before(text.grammar.between, low.start))
    return bool(low.value == 0 and _is_plain(low) and _is_plain(high) and high.value in _TOPS and is_joined)


# Numbers of which nothing tells what they are: they count no noun, measure, price, compare and sum up nothing.
#
# "41", "on the 747", "it was 28", "in (588)" and "Solon (594)" may be ages, names, marks of notes, articles of a law
# or counts. A number that stands alone in its text or behind its name and a colon says the value of something.

_LARGEST: Final = 10_000
_LEAST: Final = 1000
_NEAR: Final = 40
_VALUE_OF: Final = regex(r"(?:[:=]| [–—-]) ?\Z")
_ENDS: Final = regex(r"[ .;]*(?:\n|\Z)")
_WORD_OR_SIGN: Final = regex(r"[ ,–—:/±-]*(?:[^\W\d_]+\.?)?[ ,–—-]*")
"""What joins the numbers of one thing: "3 of 79 seats", "173 to 140 votes", "18, 20 and 27 members"."""


def mark_lone(text: FoldedText, found: Sequence[Statement], nouns: Nouns) -> None:
    """Mark the typed numbers of which nothing tells what they are; `nouns` are those that the metrics count."""
    is_part = False
    for at in range(len(found) - 1, -1, -1):
        one = found[at]
        is_part = at + 1 < len(found) and _goes_with(text, one, found[at + 1], is_part=is_part)
        if _is_bare(text, one) and not (is_part or _follows(text, found, at) or _is_told(text, one, nouns)):
            one.lone = True


def _is_bare(text: FoldedText, one: Statement) -> bool:
    """Tell a whole number that counts no noun, and has no sign, unit, bound, group of digits or word beside it."""
    return (
        one.kind is StatementKind.COUNT
        and one.is_bare
        and one.ulp == 1
        and 0 <= (one.value or 0) < _LARGEST
        and not (one.bound and (one.soft or (one.value or 0) >= (_LEAST if one.bound == "about" else 2)))
        and not (one.changes or one.beside or one.conflict)
        and text.plain[one.digits[0] : one.digits[1]].isdecimal()
        and not is_before_noun(text, one)
    )


def _goes_with(text: FoldedText, one: Statement, following: Statement, *, is_part: bool) -> bool:
    """Tell whether a number goes with the next one, which is of something or goes with another: "3 of 79 seats"."""
    is_near = _WORD_OR_SIGN.fullmatch(text.plain, one.end, max(one.end, following.start)) is not None
    return is_near and (is_part or _is_of_something(following))


def _follows(text: FoldedText, found: Sequence[Statement], at: int) -> bool:
    """Tell whether "and" or "to" joins a number to the last one, which is of something: "20 members here and 7"."""
    is_led = text.word_before(found[at].start) in text.grammar.joins | text.grammar.to
    return is_led and at > 0 and _is_of_something(found[at - 1])


def _is_of_something(one: Statement) -> bool:
    is_figure = one.figure is not None or one.ulp != 1
    return one.kind is StatementKind.COUNT and bool(is_figure or one.nouns or one.unit or one.currency or one.bound)


def _is_told(text: FoldedText, one: Statement, nouns: Nouns) -> bool:
    """Tell whether the sentence or the form of the text shows a figure: a noun of a metric, a sum, a change."""
    grammar, (start, end) = text.grammar, one.digits
    is_at_end = _ENDS.match(text.plain, end) is not None
    if is_at_end and (not text.plain[:start].strip() or _VALUE_OF.search(text.plain, start - 3, start)):
        return True  # a cell, a line of a list: "Cluj: 120"
    is_led = any(text.before(phrases, start) for phrases in (grammar.sums, grammar.exactly))
    if is_led or any(text.behind(phrases, end) for phrases in (grammar.counts_behind, grammar.parts_of)):
        return True  # "12 of its ways"
    led = text.before(grammar.amounts, start)
    if led is not None and text.before(grammar.singular, start) is None:
        return True  # "it costs 97", but not "it was 28"
    words = words_near(text, one)
    is_apart = text.plain[start - 1 : start] == "(" and text.plain[end : end + 1] == ")"  # perhaps the mark of a note
    is_summed = not is_apart and not words.isdisjoint(grammar.totals | grammar.changed)
    return is_summed or _speaks_of_metric(text, one, words, nouns)


def _speaks_of_metric(text: FoldedText, one: Statement, words: frozenset[str], nouns: Nouns) -> bool:
    """Tell whether the sentence names what a metric counts, or the words behind its stop do: "1290. arrests"."""
    if not nouns.pairs:
        return False
    if text.grammar.spaced:
        behind = WORD.findall(text.lower[one.end : one.end + _NEAR])[:1]
        return bool(nouns.of_any((*behind, *sorted(words))))
    first, last = sentence(text, one.start, one.end)
    return any(text.lower.find(noun, first, last) >= 0 for noun, _ in nouns.pairs)
