"""Whether a typed number is a figure, a year, or part of a name: asked in one order for every language."""

import re
from typing import Final

from factsheet.content.statements.grammar import DURATIONS
from factsheet.content.statements.text import Text
from factsheet.content.statements.values import Kind, Statement
from factsheet.l10n.reading.phrases import back_over_space, skip_space
from factsheet.patterns import regex

YEARS: Final = (1500, 2100)
"""Four digits between these may be a year."""

_NEAR_YEARS: Final = (1900, 2060)
_YEAR_DIGITS: Final = 4
_LONGEST_NAME: Final = 10_000
_POSTCODE: Final = 5
_LONGEST_FRAME: Final = 100
_OF_COUNTS: Final = frozenset(("over", "at-least", "nearly", "about"))
_OLDEST: Final = 120
_STARTS: Final = regex(r"(?:\A|[.:;!?…。]|\n)[ \u00a0\"'„“«(*-]*\Z")
_LEAD: Final = regex(r"([^\W\d_][^\W_]*\.?)[ \u00a0]\(?\Z")
_BEFORE: Final = 40
_ROUND: Final = frozenset((100, 1000, 10_000, 100_000, 1_000_000))
_QUARTER: Final = regex(r"(?:\b[TQHS][1-4]|\b(?:I|II|III|IV))[ \u00a0]\Z")


def kind_of(text: Text, found: Statement, years: tuple[int, int] | None = None) -> Kind:
    """Tell what a number that nobody declared is in its sentence; `years` are those that the texts speak of."""
    start, end = found.digits
    digits = text.plain[start:end]
    is_free = found.currency is None and found.unit is None and digits.isdecimal() and not found.odd
    year = is_free and len(digits) == _YEAR_DIGITS and found.value is not None and YEARS[0] <= found.value <= YEARS[1]
    if text.grammar.years_behind.after(text.lower, end) and is_free:
        return Kind.YEAR if year else Kind.NAME
    if text.grammar.names_behind.after(text.lower, skip_space(text.lower, end)) and is_free:
        return Kind.COUNT if found.counted and text.grammar.spaced else Kind.NAME
    if year:
        return _year_or_count(text, found, years)
    if found.counted or found.odd:
        return Kind.COUNT
    return _small(text, found, is_free=is_free)


def _year_or_count(text: Text, found: Statement, years: tuple[int, int] | None) -> Kind:
    if _is_count(text, found):
        return Kind.COUNT
    is_spoken_of = years is not None and found.value is not None and years[0] <= found.value <= years[1]
    if years is not None and not is_spoken_of and found.nouns:
        return Kind.COUNT
    if not found.nouns or _is_in_place_of_year(text, found):
        return Kind.YEAR
    begins = _STARTS.search(text.plain, max(0, found.digits[0] - _BEFORE), found.digits[0])
    if begins and is_spoken_of:
        return Kind.YEAR
    return Kind.DOUBT if begins and text.grammar.spaced and _is_near(found) else Kind.COUNT


def _is_count(text: Text, found: Statement) -> bool:
    """Tell whether four digits count something: a metric's noun, behind a bound, or by a linking word."""
    is_led = text.before(text.grammar.years_before, found.digits[0]) is not None
    if (found.counted and not is_led) or _is_linked(text, found):
        return True
    return found.bound in _OF_COUNTS and (bool(found.nouns) or not is_led)


def _is_linked(text: Text, found: Statement) -> bool:
    """Tell whether a word that only stands behind counts follows: Romanian "2024 de telefoane"."""
    grammar, lower = text.grammar, text.lower
    link = grammar.lex.links.after(lower, skip_space(lower, found.digits[1])) if grammar.own.link_counts else None
    return link is not None and not lower.startswith(grammar.own.after_link, skip_space(lower, link[1]))


def _is_in_place_of_year(text: Text, found: Statement) -> bool:
    """Tell whether four digits stand where years do: behind "in" or "since", a quarter, or a name."""
    grammar, start = text.grammar, found.digits[0]
    if text.before(grammar.years_before, start) or _QUARTER.search(text.plain, max(0, start - _BEFORE), start):
        return True
    if _is_near(found) and text.before(grammar.articles, start):
        return True
    name = _LEAD.search(text.plain, max(0, start - _BEFORE), start)
    return bool(
        name and name[1][0].isupper() and not _STARTS.search(text.plain, max(0, name.start() - _BEFORE), name.start())
    )


def _is_near(found: Statement) -> bool:
    return found.value is not None and _NEAR_YEARS[0] <= found.value <= _NEAR_YEARS[1]


def _small(text: Text, found: Statement, *, is_free: bool) -> Kind:
    if _is_rate(text, found):
        return Kind.RATE
    is_time = found.unit in DURATIONS or bool(found.nouns and found.nouns[0].split("-")[0] in text.grammar.durations)
    if is_time and (is_free or found.unit in DURATIONS):
        return Kind.AGE if _is_age(text, found) else Kind.DURATION
    if is_free and found.value is not None and found.value <= _OLDEST and _is_age(text, found):
        return Kind.AGE
    if found.currency or found.unit:
        return Kind.COUNT
    if _is_labelled(text, found, is_free=is_free) or _is_postcode(text, found):
        return Kind.NAME
    return _name_or_count(text, found)


def _name_or_count(text: Text, found: Statement) -> Kind:
    """Tell a number behind a name from others; at the beginning of a sentence every word has a capital."""
    name = _name_before(text, found)
    if name is None or _is_linked(text, found):
        return Kind.COUNT
    begins = _STARTS.search(text.plain, max(0, name - _BEFORE), name)
    return Kind.DOUBT if begins else Kind.NAME


def _is_rate(text: Text, found: Statement) -> bool:
    is_round = found.value is not None and found.value in _ROUND
    is_led = is_round and text.before(text.grammar.per, found.start) is not None
    return is_led or text.grammar.per_behind.after(text.lower, found.end) is not None


def _is_labelled(text: Text, found: Statement, *, is_free: bool) -> bool:
    start = found.digits[0]
    if text.before(text.grammar.labels, start) or _behind_bracket(text, start):
        return True
    is_small = found.value is not None and found.value < _LONGEST_FRAME and found.bound is None
    return is_free and is_small and text.before(text.grammar.frames, start) is not None


def _behind_bracket(text: Text, start: int) -> bool:
    at = back_over_space(text.lower, start)
    return text.lower[at - 1 : at] == "(" and text.before(text.grammar.labels, at - 1) is not None


def _is_age(text: Text, found: Statement) -> bool:
    """Tell whether words for people or ages stand near, and nothing is counted."""
    grammar, start = text.grammar, found.digits[0]
    if text.before(grammar.ages, start):
        return True
    before = set(re.findall(r"[^\W\d_]+", text.lower[max(0, start - 30) : start])[-3:])
    is_bound = found.bound is not None
    return is_bound and bool(before & grammar.people) and (not found.nouns or found.nouns[0] in grammar.durations)


def _is_postcode(text: Text, found: Statement) -> bool:
    """Tell whether five digits without groups stand between a comma and a name, as in an address."""
    start, end = found.digits
    before = text.plain[max(0, start - 2) : start]
    follows = text.plain[end : end + 2]
    digits = text.plain[start:end]
    is_long = digits.isdecimal() and len(digits) == _POSTCODE
    return is_long and before == ", " and follows[:1] == " " and follows[1:].isupper()


def _name_before(text: Text, found: Statement) -> int | None:
    """Give where a word with a capital begins that stands right before and may make a name of it: "Apollo 11"."""
    start = found.digits[0]
    if found.bound or found.changes or start != found.start:
        return None
    if not text.plain[start : found.digits[1]].isdecimal() or found.value is None or found.value >= _LONGEST_NAME:
        return None
    lead = _LEAD.search(text.plain, max(0, start - _BEFORE), start)
    if lead is None or not any(map(str.isupper, lead[1])):
        return None
    return None if lead[1].lower().rstrip(".") in text.grammar.not_names else lead.start()
