"""What is said of a number apart from it: behind a comma, in brackets, or behind the noun that it counts."""

from collections.abc import Iterable, Iterator
from typing import Final

from factsheet.content.statements.comparing import PERCENT, POINTS, Statement
from factsheet.content.statements.text import PHRASE_ENDS, UNSPACED, WORD, FoldedText
from factsheet.core.patterns import regex
from factsheet.l10n.reading.numerals import scaled
from factsheet.l10n.reading.phrases import Phrases, skip_space

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
    following = skip_space(text.plain, at)
    return text.plain[following : following + 1].isdecimal()


def multiply(found: Statement, hit: tuple[int, int] | None, *, power: bool) -> None:
    """Multiply a number by what stands behind it, or by that power of ten: the factor, and where it ends."""
    if hit is None or found.value is None:
        return
    if power:
        found.value, found.ulp = scaled(found.value, hit[0]), scaled(found.ulp, hit[0])
    else:
        found.value, found.ulp = found.value * hit[0], found.ulp * hit[0]
    found.end = hit[1]


def changes_behind(text: FoldedText, end: int, lists: Iterable[Phrases[bool]]) -> Iterator[str]:
    """Give the words of these lists behind a number, or behind what it counts."""
    for phrases in lists:
        for at in _places_in_phrase(text, end) if not text.lacks(phrases) else ():
            hit = text.behind(phrases, at) if text.grammar.spaced else phrases.after(text.lower, at)
            if hit is not None:
                yield text.lower[at : hit[1]].strip(" ")


def rates_behind(text: FoldedText, end: int) -> Iterator[str]:
    """Give what makes a rate of a number, where a phrase ends with it: not "a day later", "a year before"."""
    rates, earlier = text.grammar.rates, text.grammar.until
    for at in _places_in_phrase(text, end) if not text.lacks(rates) else ():
        hit = text.behind(rates, at)
        when = text.behind(earlier, hit[1]) if hit is not None else None
        is_when = when is not None and not WORD.match(text.lower, skip_space(text.lower, when[1]))
        if hit is not None and not (is_when or _goes_on(text, hit[1])):
            yield text.lower[at : hit[1]].strip(" ")


def per_round_numbers(text: FoldedText, end: int) -> Iterator[str]:
    """Give what makes a rate per a round number of one: "1,209 arrests per 100,000 people"."""
    per = text.grammar.per
    for at in _places_in_phrase(text, end) if not text.lacks(per) else ():
        hit = text.behind(per, at)
        round_number = _ROUND.match(text.plain, hit[1]) if hit else None
        if round_number is not None:
            yield text.lower[at : round_number.end()].strip(" ")


def _places_in_phrase(text: FoldedText, at: int) -> Iterator[int]:
    """Give the place behind a number, and those behind the words that it may count."""
    grammar = text.grammar
    if not grammar.spaced:
        yield from places_behind(text, at)
        return
    yield at
    for _ in range(_MOST_NOUNS):
        word = WORD.match(text.lower, skip_space(text.lower, at))
        if word is None or (word[0] in grammar.stops and word[0] not in grammar.skipped):
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
