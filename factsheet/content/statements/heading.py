"""What is said of a number apart from it: by a heading, a label or a note ("Budget ($m)"), or behind a comma."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final

from factsheet.content.statements.comparing import PERCENT, POINTS, Statement
from factsheet.content.statements.grammar import DURATIONS, Grammar, grammar, unit_name
from factsheet.content.statements.text import PHRASE_ENDS, UNSPACED, WORD, FoldedText
from factsheet.core.patterns import regex
from factsheet.core.records import dataclass, replace
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.numerals import scaled
from factsheet.l10n.reading.phrases import Phrases, Value, skip_space
from factsheet.l10n.reading.rates import PERSON, Denominators, denominators
from factsheet.l10n.reading.units import units_at

# What a heading, a label or a note says of its numbers: "Thousands", "Budget ($m)", "Deaths per day", "In euros.".

_BRACKET: Final = regex(r"[(\[]([^()\[\]]{1,40})[)\]](?:\s*\Z|(?=, ))")
_WORD_STARTS: Final = regex(r"(?<!\w)[^\W\d_]")
_BETWEEN: Final = " \u00a0/,"
_LONGEST: Final = 120
_LEAST_SIGN: Final = 2
"""How short a sign of a unit may be: "(a)" and "(m)" are notes, months and millions as well."""

_LONGEST_NOTE: Final = 5
"""How many words a note has that says in what its figure is, and no sentence: "In thousands of deaths."."""

_LEAST_WHOLE: Final = 100
_TIMES: Final = DURATIONS - {"year"}
"""The denominators of time: what is counted in a year is told apart by no heading."""


@dataclass(frozen=True)
class CountedHeading:
    """The scale, the currency and the unit that a heading says, each only where it does."""

    scale: int | None = None
    """A power of ten: 3 for "thousands"."""
    currency: str | None = None
    unit: str | None = None
    text: str = ""
    """The words that say it."""


@lru_cache(maxsize=2_048)
def heading(loc: NumberLocale, text: str, *, is_label: bool = False) -> CountedHeading | None:
    """Read the scale, money and unit of a heading, or of a label beside what it counts; None where there is none."""
    own, text = grammar(loc), text[:_LONGEST]
    found = (_said(loc, own, part) for part in _parts(own, text, is_label=is_label))
    return next((one for one in found if one is not None), None) or _scaled(own, text)


@lru_cache(maxsize=2_048)
def times_of(loc: NumberLocale, text: str, *, is_label: bool) -> frozenset[str]:
    """Give the units of time that a heading says its numbers are in: "Minutes", "Ride (hours and minutes)"."""
    own, text = grammar(loc), text[:_LONGEST]
    first, *behind = WORD.findall(text)[:2] or ("",)
    is_led = bool(behind) and (behind[0] in own.stops or first.endswith(own.own.plurals or "-"))
    for part in (*_parts(own, text, is_label=is_label), first if is_led else ""):
        words = () if any(map(str.isdigit, part)) else WORD.findall(part.lower())
        units = [own.units.after(word, 0) for word in words if word not in own.joins and word not in own.own.joins]
        said = frozenset(one[0] for one in units if one is not None and one[0] in DURATIONS)
        if said and None not in units and len({*units}) == len(units):
            return said
    return frozenset()


@lru_cache(maxsize=2_048)
def per_of(loc: NumberLocale, text: str) -> Denominators:
    """Give what a heading, a label or a unit says that its numbers are per: a person, a day, 100,000; or nothing."""
    return per_behind(loc, text[:_LONGEST], 0)


def per_behind(loc: NumberLocale, text: str, end: int) -> Denominators:
    """Give what a number that ends at a place of a text is per; a year, in which all is counted, is left out."""
    return frozenset(one for one in denominators(loc, text, end) if _is_denominator(one))


def _is_denominator(one: Decimal | str) -> bool:
    if isinstance(one, str):
        return one == PERSON or one in _TIMES
    return one >= _LEAST_WHOLE and one == Decimal(10) ** one.adjusted()


def _parts(own: Grammar, text: str, *, is_label: bool) -> Iterator[str]:
    """Give what may name the unit: the brackets at the end, what follows the last comma or "in", or all of it."""
    bracket = _BRACKET.search(text)
    yield bracket[1] if bracket else ""
    plain = text[: bracket.start()] if bracket else text.rstrip(" .")
    yield plain.rpartition(",")[2] if "," in plain else ""
    for start in _WORD_STARTS.finditer(plain.lower()):
        link = own.money_links.after(plain.lower(), start.start())
        if link is not None:
            yield plain[link[1] :]
    if not is_label:
        yield plain


def _said(loc: NumberLocale, own: Grammar, part: str) -> CountedHeading | None:
    """Read a part that says nothing else: scale, money and unit in any order, links between them."""
    part = part.strip(_BETWEEN)
    link = own.money_links.after(part.lower(), 0)
    part = part[link[1] :].strip(_BETWEEN) if link else part
    found, at = CountedHeading(text=part), 0
    while at < len(part):
        at += len(part[at:]) - len(part[at:].lstrip(_BETWEEN))
        step = _step(loc, part, at, found)
        if step is None:
            return None
        found, at = step
    is_plain = found.scale is not None and found.currency is None and found.unit is None
    if is_plain and own.scales.after(part.lower(), 0) is None and part.isalpha() and part[0].isupper():
        return None  # "Million", the name of something
    return None if found == CountedHeading(text=part) else found


def _step(loc: NumberLocale, part: str, at: int, found: CountedHeading) -> tuple[CountedHeading, int] | None:
    """Read one word or sign of a part: what is said with it, and where it ends."""
    own = grammar(loc)
    points = _after(own.points, part, at)
    if points:
        return replace(found, unit=POINTS), points[1]
    percent = _after(own.lex.percent, part, at)
    if percent and percent[0]:
        return replace(found, unit=PERCENT), percent[1]
    scale = own.scales.after(part.lower(), at) or own.lex.scales_after.after(part, at)
    scale = scale or (own.lex.glued_scales.after(part, at) if found.currency else None)
    if scale:
        return replace(found, scale=scale[0]), scale[1]
    money = own.money.after(part.lower(), at) or _after(own.lex.money_after, part, at)
    if money and "/" not in money[0]:  # "bani" are money of any kind, and cents are seldom counted
        return replace(found, currency=money[0]), money[1]
    unit = None if money or len(part) - at < _LEAST_SIGN else own.units.after(part.lower(), at) or _sign(loc, part, at)
    if unit and unit[0] not in DURATIONS:
        return replace(found, unit=unit[0]), unit[1]
    link = own.lex.links.after(part.lower(), at)
    return (found, link[1]) if link and at else None


def _after(phrases: Phrases[Value], part: str, at: int) -> tuple[Value, int] | None:
    return phrases.after(part, at) or phrases.after(part.lower(), at)


def _sign(loc: NumberLocale, part: str, at: int) -> tuple[str, int] | None:
    """Read a sign of a unit up to the end of the part."""
    units = units_at(loc, part, at)
    return (unit_name(min(units)), len(part)) if len(units) == 1 and " " not in part[at:] else None


def _scaled(own: Grammar, text: str) -> CountedHeading | None:
    """Read a heading that counts in thousands: "Thousands of deaths", "Mii de decese", "In thousands of deaths."."""
    lower = text.lower()
    is_note = text.endswith(".") and len(text.split()) <= _LONGEST_NOTE  # “In millions of homes, …” is of another thing
    ahead = own.money_links.after(lower, 0) if is_note else None
    start = skip_space(lower, ahead[1]) if ahead else 0
    scale = own.scales.after(lower, start)
    link = own.lex.links.after(lower, skip_space(lower, scale[1])) if scale else None
    return CountedHeading(scale=scale[0], text=text[start : scale[1]]) if scale and link else None


# What is said of a number apart from it in its text: behind a comma, in brackets, or behind the noun that it counts.

_MOST_WORDS: Final = 4
_MOST_NOUNS: Final = 3
_APART: Final = regex(r" \(|（|, | [-–—] |/")
_ROUND: Final = regex(r" 1(?:[.,\u00a0 ]?0){2,6}(?!\d)")
_SCALED_APART: Final = regex(r"(?: \(|（)([^()\d]{2,20})[)）]")
_SIGNS_BEHIND: Final = "°′″²³"


def said_apart(text: FoldedText, found: Statement) -> None:
    """Read money, a unit or a scale word that a figure is said to be in: "97 in euros", "1,209 (thousands)"."""
    grammar, plain = text.grammar, text.plain
    mark = _APART.match(plain, found.end)
    link = text.behind(grammar.money_links, mark.end() if mark else found.end)
    if mark is None and link is None:
        _scaled_apart(text, found)
        return
    at = skip_space(plain, link[1] if link else mark.end() if mark else 0)
    money = grammar.lex.money_after.after(plain, at) or text.behind(grammar.money, at)
    percent = grammar.lex.percent.after(plain, at)
    unit = money or ((PERCENT, percent[1]) if percent else text.behind(grammar.units, at))
    scale = grammar.lex.scales_after.after(plain, at) or text.behind(grammar.scales, at)
    hit = unit or scale
    if hit is None or _goes_on(text, hit[1]) or begins_number(text, hit[1]):
        return
    if unit is None:
        multiply(found, scale, power=True)
    elif found.currency is None and found.unit is None:
        found.currency, found.unit = (unit[0], None) if money else (None, unit[0])
    elif unit[0] not in {found.currency, found.unit}:
        found.conflict = unit[0]


def _scaled_apart(text: FoldedText, found: Statement) -> None:
    """Read a scale word in brackets behind what a figure counts: "1,209 arrests (in thousands)"."""
    for at in _places_in_phrase(text, found.end) if "(" in text.plain or "（" in text.plain else ():
        apart = _SCALED_APART.match(text.lower, at)
        link = text.grammar.money_links.after(text.lower, apart.start(1)) if apart else None
        begin = skip_space(text.lower, link[1]) if link else apart.start(1) if apart else 0
        scale = text.grammar.scales.after(text.lower, begin) if apart else None
        if apart and scale and scale[1] == apart.end(1):
            multiply(found, (scale[0], found.end), power=True)
            return


def goes_on_behind(text: FoldedText, found: Statement) -> None:
    """Note what goes on right behind a figure and its unit: "12°", "2,450 km²", "2,450 km/h"."""
    sign, following = text.plain[found.end : found.end + 1], text.plain[found.end + 1 : found.end + 2]
    longer = text.behind(text.grammar.units, found.digits[1]) if found.unit not in {None, PERCENT, POINTS} else None
    if longer is not None and longer[1] > found.end and longer[0] != found.unit:
        found.conflict = longer[0]  # "2 450 kilomètres carrés"
    is_per = sign == "/" and following.isalpha() and (found.unit or found.currency)
    found.odd = bool(found.odd or is_per or (sign and sign in _SIGNS_BEHIND))


def _goes_on(text: FoldedText, at: int) -> bool:
    """Tell whether a phrase goes on behind a place: "in euro area countries", "(miles away)"."""
    word = WORD.match(text.lower, skip_space(text.lower, at))
    return text.grammar.spaced and word is not None and word[0] not in text.grammar.stops


def begins_number(text: FoldedText, at: int) -> bool:
    """Tell whether money stands before another number: the sign in "27 percent of $70 million"."""
    return text.plain[skip_space(text.plain, at) :][:1].isdecimal()


def multiply(found: Statement, hit: tuple[int, int] | None, *, power: bool) -> None:
    """Multiply a number by what stands behind it, or by that power of ten: the factor, and where it ends."""
    if hit is None or found.value is None:
        return
    if power:
        found.value, found.ulp = scaled(found.value, hit[0]), scaled(found.ulp, hit[0])
    else:
        found.value, found.ulp = found.value * hit[0], found.ulp * hit[0]
    found.end = hit[1]


def changes_behind(text: FoldedText, end: int, lists: Iterable[Phrases[Any]]) -> Iterator[str]:
    """Give the words of these lists behind a number, or behind what it counts."""
    for phrases in lists:
        for at in _places_in_phrase(text, end) if not text.lacks(phrases) else ():
            hit = text.behind(phrases, at) if text.grammar.spaced else phrases.after(text.lower, at)
            if hit is not None:
                yield text.lower[at : hit[1]].strip()


def rates_behind(text: FoldedText, end: int) -> Iterator[str]:
    """Give what makes a rate of a number, where a phrase ends with it: not "a day later", "a year before"."""
    rates, earlier = text.grammar.rates, text.grammar.until
    for at in _places_in_phrase(text, end) if not text.lacks(rates) else ():
        hit = text.behind(rates, at)
        when = text.behind(earlier, hit[1]) if hit is not None else None
        is_when = when is not None and not WORD.match(text.lower, skip_space(text.lower, when[1]))
        if hit is not None and not (is_when or _goes_on(text, hit[1])):
            yield text.lower[at : hit[1]].strip()


def per_round_numbers(text: FoldedText, end: int) -> Iterator[str]:
    """Give what makes a rate per a round number of one: "1,209 arrests per 100,000 people"."""
    per = text.grammar.per
    for at in _places_in_phrase(text, end) if not text.lacks(per) else ():
        hit = text.behind(per, at)
        round_number = _ROUND.match(text.plain, hit[1]) if hit else None
        if round_number is not None:
            yield text.lower[at : round_number.end()].strip()


def _places_in_phrase(text: FoldedText, at: int) -> Iterator[int]:
    """Give the place behind a number, and those behind the words that it may count."""
    grammar = text.grammar
    if not grammar.spaced:
        yield from places_behind(text, at)
        return
    yield at
    for _ in range(_MOST_NOUNS):
        word = WORD.match(text.lower, skip_space(text.lower, at))
        is_end = word is None or (word[0] in grammar.stops and word[0] not in grammar.skipped)
        if word is None or is_end or word[0] in grammar.own.lasts:  # "each of the 4 operations took a week"
            return
        at = word.end()
        yield at


def places_behind(text: FoldedText, at: int) -> Iterator[int]:
    """Give the ends of the words behind a place; in a script without spaces, each place of the phrase."""
    yield at
    if not text.grammar.spaced:
        ends = PHRASE_ENDS.search(text.lower, at, at + UNSPACED)
        yield from range(at + 1, min(ends.start() + 1 if ends else at + UNSPACED, len(text.lower)))
        return
    for _ in range(_MOST_WORDS):
        word = WORD.match(text.lower, skip_space(text.lower, at))
        if word is None:
            return
        at = word.end()
        yield at
