"""What a number is by what stands beside it: part of a name, an hour, an age, a day, a short year."""

import re
from functools import lru_cache
from typing import Final

from factsheet.content.statements.comparing import Statement
from factsheet.content.statements.nouns import Nouns
from factsheet.content.statements.text import BEFORE, LAST_WORD, FoldedText, is_before_singular, is_of_change, sentence
from factsheet.content.statements.yearlike import LEAD, ONE_THING, STARTS, begins
from factsheet.core.patterns import LETTERS, regex
from factsheet.l10n import cldr
from factsheet.l10n.reading.qualifiers import bound_before

# Numbers that name a thing by their place in the sentence: a gate, a score, an hour, an end of a scale.
#
# Words that a language uses so are in its data, mostly by their beginnings ("timetab", "deschi"); the rest is form: a
# range that falls is a score, a verb in the singular behind "7" belongs to a name, and a number that a noun of a
# metric follows counts, whatever stands before it.

_COMPARED: Final = regex(r"(?:>=|<=|==|!=|(?<!\w)[pP] ?[<>=≤≥]) ?\Z")
"""What stands before a number in the manner of a program or of statistics: "version >= 97", "p < 0.05"."""

_BRAND: Final = regex(r"[a-z]{1,3}[A-Z][A-Za-z]*|[A-Z][a-z]+[A-Z][A-Za-z]*")
"""A word with a capital inside, as names of products have it."""
_LAST_NAME: Final = 999
_QUOTED: Final = regex(r"[\"“„«‘]\s?([^\W\d_][^\"“”„«»\n]{0,40}) \Z")
_CLOSED: Final = regex(r"\s?[\"”“»’]")
_MOST_QUOTED: Final = 4
_ACRONYM: Final = 2
_SHORT: Final = 10
_LONGEST: Final = 4
_LONGEST_OF_ACRONYM: Final = 6
"""How many digits may follow an acronym: "HIP 12961", "TX 77002"."""
VERSION: Final = regex(r"\d{1,2}\.\d{1,2}")
_CLOCK: Final = regex(r"(?:1?\d|2[0-4])(?:\.[0-5]\d)?")
_NEXT_TIME: Final = regex(r",(?: [^\W\d_]{1,5}){0,3} (?:[01]?\d|2[0-3]):[0-5]\d(?![\d:])")
_CALLED: Final = 3
_LAST_HOUR: Final = 24


def is_designated(text: FoldedText, found: Statement, nouns: Nouns) -> bool:
    """Tell whether a typed number that counts no noun of a metric names something, or an hour."""
    start, end = found.digits
    if found.changes or not text.grammar.spaced or _is_of_metric(text, start, nouns):
        return False
    digits = text.plain[start:end]
    is_compared = _COMPARED.search(text.plain, start - BEFORE, start) is not None
    if is_compared or _is_acronym(text, found, digits) or _is_hour(text, found, digits):
        return True
    if not digits.isdecimal() or len(digits) > _LONGEST or found.bound:
        return False
    tests = (_is_before_singular, _has_ending, _is_one_thing, _begins_name, _is_quoted, _is_called)
    return any(test(text, found) for test in tests)


def _is_of_metric(text: FoldedText, start: int, nouns: Nouns) -> bool:
    """Tell whether the word right before is the noun of a metric: "arrests 1290"."""
    lead = LEAD.search(text.lower, start - BEFORE, start)
    return lead is not None and bool(nouns.metrics_of((lead[1].rstrip("."),)))


def _lead(text: FoldedText, found: Statement) -> str:
    """Give the word right before a number that may be the noun of a name; empty for others."""
    start = found.digits[0]
    lead = LEAD.search(text.plain, start - BEFORE, start)
    if lead is None or found.start != start:
        return ""
    word = lead[1].rstrip(".")
    return "" if word.lower() in text.grammar.not_names or text.before(text.grammar.sums, start) else word


def _is_acronym(text: FoldedText, found: Statement, digits: str) -> bool:
    """Tell the number of what an acronym names: "RCP 8.5", "NUTS 2 regions"."""
    word = _lead(text, found)
    is_brand = _BRAND.fullmatch(word) is not None and not found.nouns  # "iPhone 15", "macOS 14"
    if len(word) < _ACRONYM or not (word.isupper() or is_brand) or found.bound:
        return False
    if digits.isdecimal():
        behind = text.plain[found.digits[1] + 1 : found.digits[1] + 2]
        is_last = not found.nouns or behind.isupper() or not found.nouns[0][1:]
        return int(digits) < _SHORT or (is_last and len(digits) <= _LONGEST_OF_ACRONYM)
    return VERSION.fullmatch(digits) is not None


def _is_before_singular(text: FoldedText, found: Statement) -> bool:
    """Tell a number between a word and a verb in the singular, which it cannot be the count of: "ward 7 is"."""
    return bool(_lead(text, found)) and text.behind(text.grammar.singular, found.digits[1]) is not None


def _has_ending(text: FoldedText, found: Statement) -> bool:
    """Tell a number behind a noun whose ending shows that it is one thing: Romanian "kilometrul 128"."""
    word, endings = _lead(text, found).lower(), text.grammar.own.label_endings
    is_whole = any(word.endswith(ending) and len(word) > len(ending) + _ACRONYM for ending in endings)
    return is_whole and not text.before(text.grammar.amounts, found.digits[0])


def _is_one_thing(text: FoldedText, found: Statement) -> bool:
    """Tell a number behind a noun that its article, or its form behind a preposition, shows to be one thing.

    French "le tome 2"; Romanian "la parcela 27", where the article stands only because the number follows.
    """
    named = ONE_THING.search(text.plain, found.digits[0] - BEFORE, found.digits[0])
    if named is None or found.value == 1 or not _lead(text, found) or not named[2].islower():
        return False
    own, before = text.grammar.own, named[1].lower()
    is_at_end = not found.nouns or STARTS.search(text.plain, 0, named.start(1)) is not None
    is_single = before in own.singles and is_at_end
    return is_single or (before in text.grammar.places and named[2].endswith(own.labels_at_places or ("\0",)))


def _begins_name(text: FoldedText, found: Statement) -> bool:
    """Tell a number behind one noun that begins a sentence: "Panel 5 sits"; "Freed 77 hostages" has a participle."""
    lead = LEAD.search(text.plain, found.digits[0] - BEFORE, found.digits[0])
    own = text.grammar.own
    if lead is None or not own.no_names or not _lead(text, found) or found.ulp != 1 or (found.value or 0) > _LAST_NAME:
        return False
    is_noun = lead[1].isalpha() and lead[1][0].isupper() and not lead[1].endswith(own.no_names)
    return is_noun and bool(found.nouns) and begins(text, lead.start())


def _is_quoted(text: FoldedText, found: Statement) -> bool:
    """Tell a number that ends a short title between quotation marks."""
    start, end = found.digits
    title = _QUOTED.search(text.plain, start - BEFORE, start)
    if title is None or title[1][0].islower() or not _CLOSED.match(text.plain, end):
        return False
    words = title[1].lower().split()
    return len(words) <= _MOST_QUOTED and words[0] not in text.grammar.not_names


def _is_called(text: FoldedText, found: Statement) -> bool:
    """Tell the number that one calls: "999 in an emergency"."""
    digits = text.plain[found.digits[0] : found.digits[1]]
    is_long = len(digits) == _CALLED and digits[0] in "19"
    return is_long and not (found.nouns or is_of_change(text, found)) and says(text, found, text.grammar.own.calls)


def _is_hour(text: FoldedText, found: Statement, digits: str) -> bool:
    """Tell an hour: "the gate opens at 6", "on weekdays from 9.30"."""
    is_clock = _CLOCK.fullmatch(digits) is not None and not (found.nouns or found.currency or found.unit)
    is_limit = found.bound is None or text.before(text.grammar.until, found.digits[0]) is not None
    is_led = is_clock and is_limit and text.before(text.grammar.clocks, found.digits[0]) is not None
    if not is_led or is_of_change(text, found):
        return False
    return says(text, found, text.grammar.own.timetables) or _NEXT_TIME.match(text.plain, found.digits[1]) is not None


def may_be_hour(found: Statement) -> bool:
    """Tell a typed whole number of nothing, up to 24."""
    return is_plain(found) and (found.value or 0) <= _LAST_HOUR


def is_plain(found: Statement) -> bool:
    """Tell a typed whole number of nothing in particular."""
    return found.is_bare and not found.nouns and found.ulp == 1


def says(text: FoldedText, found: Statement, stems: tuple[str, ...]) -> bool:
    """Tell whether a word that begins so stands in the sentence of a number."""
    return bool(stems) and beginning(stems).search(text.lower, *sentence(text, found.start, found.end)) is not None


@lru_cache(maxsize=256)
def beginning(stems: tuple[str, ...]) -> re.Pattern[str]:
    """Match the beginning of a word in small letters."""
    return regex(rf"(?<![^\W\d_])(?:{'|'.join(map(re.escape, stems))})")


# Ages, days of a month and short years, where people, names or days stand beside.

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
    before = set(LETTERS.findall(text.lower[:start][-_NEAR_PEOPLE:])[-3:])
    if _is_of_people(text, found):
        return True
    is_bound = found.bound is not None or between is not None
    return is_bound and bool(before & grammar.people) and (not found.nouns or found.nouns[0] in grammar.durations)


def _is_of_people(text: FoldedText, found: Statement) -> bool:
    """Tell whether a word for people stands right before the bound, which is one of their age: "people over 65"."""
    bound = bound_before(text.grammar.lex, text.lower, found.start) if found.bound else None
    if bound and _is_class(text, found, bound[1]):
        return True
    to = LAST_WORD.search(text.lower, found.start - BEFORE, found.start) if not found.bound else None
    at = bound[1] if bound else to.start() if to and to[0].strip() in text.grammar.to else 0
    return text.word_before(at) in text.grammar.people


def _is_class(text: FoldedText, found: Statement, at: int) -> bool:
    """Tell a class that begins a sentence, of a noun in the plural and its limit: "Farmers under 40 can apply"."""
    noun = LAST_WORD.search(text.plain, at - BEFORE, at)
    plurals = text.grammar.own.plurals
    is_counting = bool(found.nouns) and not is_before_singular(text, found)
    if noun is None or is_counting or found.bound not in {"under", "over"} or not plurals:
        return False
    word = noun[0].strip()
    is_noun = word.istitle() and word.endswith(plurals) and word.lower() not in text.grammar.not_names
    return is_noun and begins(text, noun.start())


def is_day_of_week(text: FoldedText, found: Statement) -> bool:
    """Tell the day of a month behind that of a week, where it counts nothing: "Friday 28", "on Friday, 28,"."""
    day = _DAY.search(text.lower, found.start - BEFORE, found.start)
    is_day = not found.nouns and found.value is not None and found.ulp == 1 and 0 < found.value <= _LAST_DAY
    if not is_day or day is None:
        return False
    names = (day["day"].replace(" ", ""), day["day"].rpartition("-")[2].strip())
    if text.grammar.weekdays.isdisjoint(names):
        return False
    if day["apart"] is not None and day["day"] in text.grammar.own.homonyms:
        return False  # Romanian "două luni (29)"
    return day["apart"] is None or _PAUSE.match(text.plain, found.digits[1]) is not None


def is_short_year(text: FoldedText, found: Statement) -> bool:
    """Tell the last two digits of a year behind a month, where they are no day: Portuguese "agosto de 93"."""
    month = _MONTH.search(text.lower, found.start - BEFORE, found.start)
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
    named = _APPOSED.search(text.plain, start - BEFORE, start)
    if named is None or not named[1].istitle() or text.before(text.grammar.sums, start):
        return False
    plurals = text.grammar.own.plurals
    if begins(text, named.start()) and (not plurals or named[1].endswith(plurals)):
        return False  # a noun that begins a sentence
    return _FULL_NAME.search(text.plain, start - BEFORE, start) is not None or not is_of_change(text, found)
