"""A number or a date that another language says in other words: in words, in another unit of time, as a decade."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from factsheet.checks.written import WrittenValue, one_per_cent
from factsheet.content.statements.comparing import Statement, StatementKind
from factsheet.content.statements.grammar import DURATIONS, grammar
from factsheet.content.statements.reader import read
from factsheet.content.statements.text import WORD
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.words import in_figures

_OF_PEOPLE: Final = frozenset((StatementKind.AGE, StatementKind.DURATION))
_LENGTHS: Final = {
    **{name: ("seconds", size) for name, size in (("second", 1), ("minute", 60), ("hour", 3600), ("day", 86_400))},
    **{name: ("seconds", size * 604_800) for name, size in (("week", 1), ("fortnight", 2))},
    **{name: ("months", size) for name, size in (("month", 1), ("quarter", 3), ("year", 12), ("decade", 120))},
    "century": ("months", 1200),
}
_THOUSAND: Final = 1000
_SCALES: Final = tuple(Decimal(1000) ** power for power in (1, 2, 3, 4))
_NEAR: Final = 30
"""How far before the next number one may stand that shares its scale word, in characters."""


def is_reworded(loc: NumberLocale, item: WrittenValue, text: str, said: Sequence[WrittenValue]) -> bool:
    """Tell whether a text says a number or a date of another language after all; `said` is what it has in digits.

    It may say it in words ("half an hour"), in another unit ("two decades"), or a year not as often.
    """
    if is_of_time(item) and any(item.is_equal(one) or _is_decade(item, one) for one in said):
        return True
    if item.is_date:
        return _is_first_day(loc, item, text)
    plain, own = in_figures(loc, one_per_cent(loc, text)), item.statement
    again = read(loc, plain) if plain != text else ()
    is_long = own.unit in DURATIONS or own.kind in _OF_PEOPLE
    if is_long and _is_as_long(loc, own, text, (*again, *(each.statement for each in said))):
        return True
    meant = (item.value, own.unit, own.currency)
    return any(meant == (one.value, one.unit, one.currency) for one in again) or _is_scaled(item, said)


def _is_first_day(loc: NumberLocale, item: WrittenValue, text: str) -> bool:
    """Tell whether a text says in words the first day of a month that is meant: "le premier décembre"."""
    words = grammar(loc).own.first_days
    day = not isinstance(item.value, Decimal) and item.value[2] == 1 and words
    plain = re.sub(rf"(?<!\w)(?:{'|'.join(words)})(?= )", "1", text, flags=re.IGNORECASE) if day else text
    return plain != text and any(item.value in one.dates for one in read(loc, plain))


def _is_as_long(loc: NumberLocale, own: Statement, text: str, read_there: Sequence[Statement]) -> bool:
    same = _length(own)
    is_named = same is not None and any(_length(one) == same for one in read_there)
    return is_named or any(value == own.value for value in _in_one_word(loc, text))


def is_of_time(item: WrittenValue) -> bool:
    """Whether it is a date, a year or a time."""
    return item.is_date or item.statement.kind.is_time


def _is_decade(item: WrittenValue, other: WrittenValue) -> bool:
    """Tell whether another text names the decade of a year by its tens alone: "the 60s" for "les années 1960"."""
    is_short = other.statement.kind is StatementKind.NAME and isinstance(other.value, Decimal)
    return is_short and isinstance(item.value, Decimal) and item.value % 10 == 0 and item.value % 100 == other.value


def _length(one: Statement) -> tuple[str, Decimal] | None:
    """A length of time in months or in seconds, so that two decades are 20 years, and 14 days two weeks."""
    of, size = _LENGTHS.get(one.unit or "", ("", 0))
    return (of, one.value * size) if of and one.value is not None else None


def _in_one_word(loc: NumberLocale, text: str) -> Iterator[Decimal]:
    """The numbers that are one word with a length of time: German "zweimonatig", "Achtzehnjährige"."""
    stems = grammar(loc).own.joined_durations
    for word in WORD.findall(text.lower()) if stems else ():
        at = next((place for stem in stems if (place := word.find(stem)) > 1), 0)
        yield from (one.value for one in read(loc, word[:at]) if one.value is not None) if at else ()


def _is_scaled(item: WrittenValue, said: Sequence[WrittenValue]) -> bool:
    """Tell whether one language gives a scale word to both ends of a range, and the other to the last alone."""
    there = [each.statement for each in said]
    mine = _scaled(item.block.statements, item.statement)
    return item.statement.value in tuple(_scaled(there)) or any(one.value == value for value in mine for one in there)


def _scaled(read_there: Sequence[Statement], of: Statement | None = None) -> Iterator[Decimal]:
    """What numbers, or the one of them, mean that share the scale word of the next: "between 3 and 10 million"."""
    for one, two in pairwise(read_there):
        is_bare = one.value is not None and one.value < _THOUSAND and not (one.nouns or one.unit)
        is_near = two.ulp > 1 and two.digits[0] - one.end < _NEAR and (of is None or of is one)
        if is_bare and is_near and one.value is not None:
            yield from (one.value * scale for scale in _SCALES if scale >= two.ulp)
