"""Which numbers and dates of two texts are one, and what of a pair one text alone limits."""

from collections import deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Final

from factsheet.checks.written import WrittenValue
from factsheet.content.statements.comparing import PERCENT, StatementKind
from factsheet.content.statements.grammar import grammar
from factsheet.core.patterns import LAST_LETTERS
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.phrases import back_over_space
from factsheet.l10n.reading.qualifiers import bound_before

Pairs = list[tuple[WrittenValue, WrittenValue]]


def matched(
    mine: Sequence[WrittenValue], other: Sequence[WrittenValue]
) -> tuple[Pairs, list[WrittenValue], list[WrittenValue]]:
    """Pair what is equal, the likest first; give the pairs in the order of the first, and what is left of both."""
    pairs: Pairs = []
    left, right = list(mine), list(other)
    for likeness in _LIKENESS:
        if left and right:
            pairs += _paired(left, right, likeness)
            done = {id(one) for pair in pairs for one in pair}
            left, right = ([one for one in side if id(one) not in done] for side in (left, right))
    for one in [one for one in left if one.is_date][:_MOST_DATES]:
        found = next((two for two in right[:_MOST_DATES] if two.is_date and one.is_equal(two)), None)
        if found is not None:
            pairs.append((one, found))
            left.remove(one)
            right.remove(found)
    return sorted(pairs, key=lambda pair: at_digits(pair[0])), left, right


def _paired(
    left: Sequence[WrittenValue], right: Sequence[WrittenValue], likeness: Callable[[WrittenValue], Hashable]
) -> Iterator[tuple[WrittenValue, WrittenValue]]:
    waiting: dict[Hashable, deque[WrittenValue]] = {}
    for two in right:
        waiting.setdefault(likeness(two), deque()).append(two)
    for one in left:
        equal = waiting.get(likeness(one))
        if equal:
            yield one, equal.popleft()


def _likely(item: WrittenValue) -> tuple[object, ...]:
    return item.value, item.is_needed, item.statement.figure is None


_MOST_DATES: Final = 100
"""How many dates are compared each with each: those that lack a part, such as the year."""

_LIKENESS: Final[tuple[Callable[[WrittenValue], Hashable], ...]] = (
    lambda one: (*_likely(one), unit_of(one), one.statement.bound, one.statement.word),
    lambda one: (*_likely(one), unit_of(one)),
    _likely,
    lambda one: one.value,
)
"""What two items must have in common to be a pair, from the likest to the least: the value always."""


def unit_of(item: WrittenValue) -> tuple[str | None, str | None]:
    """What an amount is of: its currency and its unit."""
    return item.statement.currency, item.statement.unit


def at_digits(item: WrittenValue) -> tuple[int, int]:
    """Where something stands in its text."""
    return item.block.passage.index, item.statement.digits[0]


def is_limited_alone(locs: Sequence[NumberLocale], pair: Sequence[WrittenValue]) -> bool:
    """Whether one text alone says more or less than: not "run over 100 metres", nor where one says "to"."""
    bounds = [one.statement.bound for one in pair]
    if (bounds[0] is None) is (bounds[1] is None):
        return False
    free = bounds.index(None)
    limited, bound = pair[1 - free], pair[1 - free].statement.bound
    if bound == "up-to":
        word = pair[free].block.text[: pair[free].statement.start].lower().split()[-1:]
        return grammar(locs[free]).to.isdisjoint(word) and not any(one.statement.is_end for one in pair)
    return bound in {"at-least", "under"} or (bound == "over" and not _may_be_a_way(locs[1 - free], limited))


def _may_be_a_way(loc: NumberLocale, item: WrittenValue) -> bool:
    """Whether "over" may say how far or how long something went on: "rain over 3 days", but not "for over 3 days"."""
    own, one, text = grammar(loc), item.statement, item.block.text.lower()
    found = bound_before(own.lex, text, one.start)
    if one.kind is StatementKind.AGE or one.unit in {None, PERCENT} or found is None:
        return False
    end = back_over_space(text, found[1])
    last = LAST_LETTERS.search(text, 0, end)
    if last is None:
        return text[end - 1 : end] not in {"(", ","}
    return last[0] not in {*own.stops, *own.skipped} and own.frames.before(text, end) is None
