"""What stands beside a number and belongs to it: what a rate is per, a margin, the most of a score, a bound."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

from factsheet.core.patterns import LETTERS, either, regex
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.fold import fold
from factsheet.l10n.reading.language import language
from factsheet.l10n.reading.lexicon import lexicon
from factsheet.l10n.reading.numerals import read
from factsheet.l10n.reading.phrases import Phrases, beginnings, may_begin
from factsheet.l10n.reading.qualifiers import bound_before
from factsheet.l10n.reading.units import units_at

PERSON: Final = "person"

Denominators = frozenset[Decimal | str]
"""What the words may mean: a number, units of CLDR without their family, so many of one (`100-kilometer`), a person."""

_NONE: Final[Denominators] = frozenset()
_REACH: Final = 100
_NEAR: Final = 40
_MOST_WORDS: Final = 6
_SECOND: Final = 3
"""How far behind what a number is per a second denominator may begin, in words: "per person per day"."""
_LONGEST_NOUN: Final = 12
"""How long what is counted may be between a denominator and the number behind it, in characters."""
_NEAR_WORDS: Final = 6
"""How far before a number "monthly" or "per capita" may stand, in words."""
_AMOUNT: Final = regex(r"(?<!\d)(?!(?:1[89]|20)\d\d(?!\d))\d[\d.,]*")
"""A number that is no year: what stands behind it may be what that is per."""
_COMPARED: Final = regex(r"(?<!\w)([^\W\d_])/\1(?!\w)")
"""What a change is compared with: "m/m" is month on month."""
_WORD: Final = regex(r"[ -]?[^\W\d_]+(?:[-'’][^\W\d_]+)*|[ ]?[%\])°²³0-9]")
_WHOLES: Final = frozenset(Decimal(10) ** power for power in range(2, 7))
"""What rates are out of: "211 out of 100,000"."""
_ENDS: Final = regex(r"[;:!?\n。、！？，；：،؛؟।]|[.,](?= |\Z)")
"""Behind these no denominator is looked for; an interval may stand before one: "11.4 (10–12) per year"."""
_MARGIN: Final = regex(r"±[ \u00a0]?\Z|(?:\+/-|\+/−)[ ]?\Z")


def denominators(loc: NumberLocale, text: str, end: int) -> Denominators:
    """Give what a number that ends at a place is per: "9.6 cases per 100,000", "pe locuitor", "a day"; or nothing."""
    return _behind(loc, text[end : end + _REACH])


@lru_cache(maxsize=1_024)
def _behind(loc: NumberLocale, text: str) -> Denominators:
    """Read what stands behind a number; the words of a unit are read once for all its numbers."""
    own = _words(loc.code)
    plain = fold(text, loc.code).plain
    plain = _COMPARED.sub("   ", plain) if "/" in plain else plain
    lower = plain.lower()
    at, left, found = 0, _MOST_WORDS + 1, _NONE
    while left:
        place = at + lower.startswith(" ", at)
        place += lower.startswith("(", place)
        here = _at(loc, own, lower, plain, place) if may_begin(own.heads, lower, place) else _NONE
        if found and here:
            return found | here
        word = _WORD.match(lower, at)
        if word is None or _ENDS.match(lower, at) or (found and word[0][-1].isdigit()):
            return found or here
        at, found, left = word.end(), found or here, min(left, _SECOND) if here else left - 1
    return found


def denominators_before(loc: NumberLocale, text: str, start: int) -> Denominators:
    """Give what words before a number make it a rate of: "a monthly wage of 7,450 lei", "per 100,000 births, 197"."""
    plain = fold(text[:start][-_REACH:], loc.code).plain
    *earlier, lead = _ENDS.split(plain.lower())
    fixed, (named, *_) = _words(loc.code).fixed, _AMOUNT.split(lead)
    label = earlier[-1].rstrip() if plain.rstrip().endswith(":") else ""
    hits = [fixed.after(named, word.start()) for word in list(LETTERS.finditer(named))[-_NEAR_WORDS:]]
    every = (*hits, fixed.before(label, len(label)), fixed.before(lead, len(lead.rstrip()), whole=False))
    found: Denominators = frozenset(hit[0] for hit in every if hit is not None) or _right_before(loc, plain)
    if found or not earlier:
        return found
    at = len(plain) - len(lead) - 1 - len(earlier[-1].lstrip())
    is_whole_clause = start - len(plain) == 0 or len(earlier) > 1
    return _at(loc, _words(loc.code), plain.lower(), plain, at) if is_whole_clause else _NONE


def _right_before(loc: NumberLocale, plain: str) -> Denominators:
    """What the end of a text says that the number behind it is per: "人口10万人あたり", "每10万人"."""
    own = language(loc.code)
    last = next(iter(read(loc, plain)[-1:]), None) if own.per_behind or own.per_ahead else None
    noun = "" if last is None else plain[last.end :].strip()
    if last is None or last.percent or _ENDS.search(noun) or len(noun) > _LONGEST_NOUN:
        return _NONE
    if not (noun.endswith(own.per_behind) or plain[: last.start].rstrip().endswith(own.per_ahead)):
        return _NONE
    counted = [unit.partition("-")[2] for unit in units_at(loc, plain, last.end + plain.startswith(" ", last.end))]
    return frozenset((last.value, *(unit if last.value == 1 else f"{last.value:f}-{unit}" for unit in counted)))


def is_margin(loc: NumberLocale, text: str, start: int) -> bool:
    """Tell whether a number is what another may be off: "±" stands right before it, or words for it."""
    before = fold(text[:start][-_REACH:], loc.code).plain.lower()
    return _MARGIN.search(before) is not None or before.rstrip().endswith(language(loc.code).margins)


def is_out_of(loc: NumberLocale, text: str, start: int) -> bool:
    """Tell whether a number is the most that the one before it can be: "out of" stands right before it."""
    before = fold(text[:start][-_REACH:], loc.code).plain.lower().rstrip()
    return any(before == words or before.endswith((f" {words}", f"({words}")) for words in language(loc.code).out_of)


def is_per(loc: NumberLocale, text: str, start: int) -> bool:
    """Tell whether a number is what something is counted per: "per one million", "la o sută de mii"."""
    before = fold(text[:start][-_REACH:], loc.code).plain.lower().rstrip()
    return _words(loc.code).per.before(before, len(before)) is not None


def _at(loc: NumberLocale, own: "_Words", lower: str, plain: str, at: int) -> Denominators:
    fixed = own.fixed.after(lower, at)
    if fixed is not None:  # but "در سال 2020" is in that year
        return _NONE if lower[fixed[1] :].lstrip()[:1].isdigit() else frozenset((fixed[0],))
    per = own.per.after(lower, at)
    part = own.parts.after(lower, at) if per is None else None
    link = per or part
    if link is None or lexicon(loc).percent.after(lower, at):
        return _NONE
    place = link[1] + lower.startswith(" ", link[1])
    first = next(iter(read(loc, plain[place:])), None)
    if first is not None and first.start == 0 and not first.percent and (per or first.value in _WHOLES):
        end = place + first.end
        counted = units_at(loc, plain, end + plain.startswith(" ", end)) if per else ()
        return frozenset((first.value, *(f"{first.value:f}-{unit.partition('-')[2]}" for unit in counted)))
    return frozenset(unit.partition("-")[2] for unit in units_at(loc, plain, place)) if per else _NONE


class _Words:
    """The words of a language: such as begin a denominator, and such as are one."""

    def __init__(self, code: str) -> None:
        own = language(code)
        self.per = Phrases((word, True) for word in own.per)
        self.parts = Phrases((word, True) for word in (*own.one_in, *own.out_of))
        numbers = ((word, Decimal(number)) for word, number in own.per_numbers.items())
        people = ((word, PERSON) for word in own.per_person)
        self.fixed: Phrases[Decimal | str] = Phrases([*numbers, *people, *own.per_units.items()])
        self.heads = beginnings((self.per, self.parts, self.fixed))


@lru_cache(maxsize=64)
def _words(code: str) -> _Words:
    return _Words(code)


def side_of_zero(loc: NumberLocale, text: str, end: int) -> int:
    """Tell where words behind a number put it: -1 for "12 degrees below zero", 1 for "above zero", 0 for neither."""
    words, own = fold(text[end : end + _NEAR], loc.code).plain.lower().split(",")[0], language(loc.code)
    return any(f" {one}" in words for one in own.above_zero) - any(f" {one}" in words for one in own.below_zero)


def says_bound_before(loc: NumberLocale, text: str, start: int) -> bool:
    """Tell whether a bound word stands before a place: "over " of "over {figure}"."""
    lex = lexicon(loc)
    plain = fold(text[:start][-_NEAR:], lex.code).plain
    return bound_before(lex, plain, len(plain)) is not None


def with_bounds_behind(loc: NumberLocale, text: str) -> str:
    """Write a bound between a number and the word behind it behind both: "65 or more years", "65 o más años"."""
    return _bound_between(loc).sub(r"\g<number> \g<noun> \g<bound>", text)


@lru_cache(maxsize=64)
def _bound_between(loc: NumberLocale) -> re.Pattern[str]:
    phrases = either(phrase for phrase in lexicon(loc).bounds_after.table if " " in phrase)
    return regex(rf"(?P<number>\d[\d.,]*)[ \u00a0](?P<bound>{phrases})[ \u00a0](?P<noun>[^\W\d_]+)")
