"""Numbers that name a thing by their place in the sentence: a gate, a score, an hour, an end of a scale.

Words that a language uses so are in its data, mostly by their beginnings ("timetab", "deschi"); the rest is form: a
range that falls is a score, a verb in the singular behind "7" belongs to a name, and a number that a noun of a metric
follows counts, whatever stands before it.
"""

import re
from functools import lru_cache
from typing import Final

from factsheet.content.statements.comparing import Statement
from factsheet.content.statements.nouns import Nouns
from factsheet.content.statements.text import BEFORE, FoldedText, is_of_change, sentence
from factsheet.content.statements.yearlike import LEAD, ONE_THING, STARTS
from factsheet.core.patterns import regex

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
    is_compared = _COMPARED.search(text.plain, max(0, start - BEFORE), start) is not None
    if is_compared or _is_acronym(text, found, digits) or _is_hour(text, found, digits):
        return True
    if not digits.isdecimal() or len(digits) > _LONGEST or found.bound:
        return False
    tests = (_is_before_singular, _has_ending, _is_one_thing, _begins_name, _is_quoted, _is_called)
    return any(test(text, found) for test in tests)


def _is_of_metric(text: FoldedText, start: int, nouns: Nouns) -> bool:
    """Tell whether the word right before is the noun of a metric: "arrests 1290"."""
    lead = LEAD.search(text.lower, max(0, start - BEFORE), start)
    return lead is not None and bool(nouns.metrics_of((lead[1].rstrip("."),)))


def _lead(text: FoldedText, found: Statement) -> str:
    """Give the word right before a number that may be the noun of a name; empty for others."""
    start = found.digits[0]
    lead = LEAD.search(text.plain, max(0, start - BEFORE), start)
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
    named = ONE_THING.search(text.plain, max(0, found.digits[0] - BEFORE), found.digits[0])
    if named is None or found.value == 1 or not _lead(text, found) or not named[2].islower():
        return False
    own, before = text.grammar.own, named[1].lower()
    is_at_end = not found.nouns or STARTS.search(text.plain, 0, named.start(1)) is not None
    is_single = before in own.singles and is_at_end
    return is_single or (before in text.grammar.places and named[2].endswith(own.labels_at_places or ("\0",)))


def _begins_name(text: FoldedText, found: Statement) -> bool:
    """Tell a number behind one noun that begins a sentence: "Panel 5 sits"; "Freed 77 hostages" has a participle."""
    lead = LEAD.search(text.plain, max(0, found.digits[0] - BEFORE), found.digits[0])
    own = text.grammar.own
    if lead is None or not own.no_names or not _lead(text, found) or found.ulp != 1 or (found.value or 0) > _LAST_NAME:
        return False
    is_start = STARTS.search(text.plain, max(0, lead.start() - BEFORE), lead.start()) is not None
    is_noun = lead[1].isalpha() and lead[1][0].isupper() and not lead[1].endswith(own.no_names)
    return is_start and is_noun and bool(found.nouns)


def _is_quoted(text: FoldedText, found: Statement) -> bool:
    """Tell a number that ends a short title between quotation marks."""
    start, end = found.digits
    title = _QUOTED.search(text.plain, max(0, start - BEFORE), start)
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
    return (
        is_clock
        and is_limit
        and text.before(text.grammar.clocks, found.digits[0]) is not None
        and not is_of_change(text, found)
        and (
            says(text, found, text.grammar.own.timetables) or _NEXT_TIME.match(text.plain, found.digits[1]) is not None
        )
    )


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
