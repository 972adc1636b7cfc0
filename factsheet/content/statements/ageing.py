"""Ages, days of a month and short years: what a number is of, where people, names or days stand beside it."""

import re
from functools import lru_cache
from typing import Final

from factsheet.content.statements.comparing import Statement
from factsheet.content.statements.text import BEFORE, LAST_WORD, FoldedText, is_before_singular, is_of_change
from factsheet.content.statements.yearlike import begins
from factsheet.core.patterns import LETTERS, regex
from factsheet.l10n import cldr
from factsheet.l10n.reading.context import bound_before

OLDEST: Final = 120
"""No age is higher."""

_LAST_DAY: Final = 31
SHORT_YEAR: Final = 2
_NEAR_PEOPLE: Final = 30
_MONTH: Final = regex(r"([^\W\d_]+)(?: de)? \Z")
_PAUSE: Final = regex(r"(?:[,;.)]| \()(?!\d)")
_APPOSED: Final = regex(r"(?<!\w)([^\W\d_]{2,}), (?:[^\W\d_]+ )?\Z")
"""What stands before an age that is set apart: "Moore, now"."""

_FULL_NAME: Final = regex(r"[^\W\d_a-z][^\W\d_]+ [^\W\d_a-z][^\W\d_]+, \Z")
_DAY: Final = regex(r"(?P<day>[^\W\d_]+(?: ?- ?[^\W\d_]+)?)\.?(?:[ \u00a0]|(?P<apart>, | ?\())\Z")
"""The word before the day of a month: "Friday ", "quinta-feira ("."""


def is_age(text: FoldedText, found: Statement) -> bool:
    """Tell whether words for people or ages stand near, and nothing is counted."""
    grammar, start = text.grammar, found.digits[0]
    between = text.before(grammar.between, start)
    led = between or (bound_before(grammar.lex, text.lower, start) if found.bound else None)
    at = led[1] if led else start
    is_told = text.before(grammar.ages, at) or text.before(grammar.ages, start)  # "under the age of" is a bound
    is_said = is_told and not (found.nouns and text.before(grammar.amounts, at))
    if is_said or any(text.behind(grammar.ages_behind, end) for end in (found.digits[1], found.end)):
        return True  # "the 60+ age group"
    before = set(LETTERS.findall(text.lower[max(0, start - _NEAR_PEOPLE) : start])[-3:])
    if _is_of_people(text, found):
        return True
    is_bound = found.bound is not None or between is not None
    return is_bound and bool(before & grammar.people) and (not found.nouns or found.nouns[0] in grammar.durations)


def _is_of_people(text: FoldedText, found: Statement) -> bool:
    """Tell whether a word for people stands right before the bound, which is one of their age: "people over 65"."""
    bound = bound_before(text.grammar.lex, text.lower, found.start) if found.bound else None
    if bound and _is_class(text, found, bound[1]):
        return True
    to = LAST_WORD.search(text.lower, max(0, found.start - BEFORE), found.start) if not found.bound else None
    at = bound[1] if bound else to.start() if to and to[0].strip(" ") in text.grammar.to else 0
    return text.word_before(at) in text.grammar.people


def _is_class(text: FoldedText, found: Statement, at: int) -> bool:
    """Tell a class that begins a sentence, of a noun in the plural and its limit: "Farmers under 40 can apply"."""
    noun = LAST_WORD.search(text.plain, max(0, at - BEFORE), at)
    plurals = text.grammar.own.plurals
    is_counting = bool(found.nouns) and not is_before_singular(text, found)
    if noun is None or is_counting or found.bound not in {"under", "over"} or not plurals:
        return False
    word = noun[0].strip(" ")
    is_noun = word.istitle() and word.endswith(plurals) and word.lower() not in text.grammar.not_names
    return is_noun and begins(text, noun.start())


def is_day_of_week(text: FoldedText, found: Statement) -> bool:
    """Tell the day of a month behind that of a week, where it counts nothing: "Friday 28", "on Friday, 28,"."""
    day = _DAY.search(text.lower, max(0, found.start - BEFORE), found.start)
    is_day = not found.nouns and found.value is not None and found.ulp == 1 and 0 < found.value <= _LAST_DAY
    if not is_day or day is None:
        return False
    names = (day["day"].replace(" ", ""), day["day"].rpartition("-")[2].strip(" "))
    if text.grammar.weekdays.isdisjoint(names):
        return False
    if day["apart"] is not None and day["day"] in text.grammar.own.homonyms:
        return False  # Romanian "două luni (29)"
    return day["apart"] is None or _PAUSE.match(text.plain, found.digits[1]) is not None


def is_short_year(text: FoldedText, found: Statement) -> bool:
    """Tell the last two digits of a year behind a month, where they are no day: Portuguese "agosto de 93"."""
    month = _MONTH.search(text.lower, max(0, found.start - BEFORE), found.start)
    is_short = found.digits[1] - found.digits[0] == SHORT_YEAR and (found.value or 0) > _LAST_DAY
    return is_short and not found.nouns and month is not None and month[1] in _months(text.grammar.code)


@lru_cache(maxsize=64)
def _months(code: str) -> frozenset[str]:
    return frozenset(name.lower() for name in cldr.months(cldr.locale(code)).values())


def is_age_apart(text: FoldedText, found: Statement) -> bool:
    """Tell the age of somebody whose name stands before: "Moore, now 31,"."""
    start, end = found.digits
    if found.value is None or found.value > OLDEST or not _PAUSE.match(text.plain, end):
        return False
    named = _APPOSED.search(text.plain, max(0, start - BEFORE), start)
    is_named = named is not None and named[1].istitle() and not _may_be_counted(text, named)
    if not is_named or text.before(text.grammar.sums, start):
        return False
    return _FULL_NAME.search(text.plain, max(0, start - BEFORE), start) is not None or not is_of_change(text, found)


def _may_be_counted(text: FoldedText, named: re.Match[str]) -> bool:
    """Tell whether a word with a capital may be a noun: it begins a sentence, in a form that may be the plural."""
    plurals = text.grammar.own.plurals
    return begins(text, named.start()) and (not plurals or named[1].endswith(plurals))
