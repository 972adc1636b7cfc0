"""What a heading, a label or a note says of its numbers: "Thousands", "Budget ($m)", "Deaths per day", "In euros."."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final

from factsheet.content.statements.comparing import PERCENT, POINTS
from factsheet.content.statements.grammar import DURATIONS, Grammar, grammar, unit_name
from factsheet.content.statements.text import WORD
from factsheet.core.patterns import regex
from factsheet.core.records import dataclass, replace
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.phrases import Phrases, Value, skip_space
from factsheet.l10n.reading.rates import PERSON, Denominators, denominators
from factsheet.l10n.reading.units import units_at

_BRACKET: Final = regex(r"[(\[]([^()\[\]]{1,40})[)\]](?:\s*\Z|(?=, ))")
_WORD_STARTS: Final = regex(r"(?<!\w)[^\W\d_]")
_BETWEEN: Final = " \u00a0/,"
_LONGEST: Final = 120
_LEAST_SIGN: Final = 2
"""How short a sign of a unit may be: "(a)" and "(m)" are notes, months and millions as well."""

_MOST_WORDS: Final = 5
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
        step = _step(loc, own, part, at, found)
        if step is None:
            return None
        found, at = step
    is_plain = found.scale is not None and found.currency is None and found.unit is None
    if is_plain and own.scales.after(part.lower(), 0) is None and part.isalpha() and part[0].isupper():
        return None  # "Million", the name of something
    return None if found == CountedHeading(text=part) else found


def _step(
    loc: NumberLocale, own: Grammar, part: str, at: int, found: CountedHeading
) -> tuple[CountedHeading, int] | None:
    """Read one word or sign of a part: what is said with it, and where it ends."""
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
    unit = own.units.after(part.lower(), at) or _sign(loc, part, at)
    if unit and unit[0] not in DURATIONS:
        return replace(found, unit=unit[0]), unit[1]
    link = own.lex.links.after(part.lower(), at)
    return (found, link[1]) if link and at else None


def _after(phrases: Phrases[Value], part: str, at: int) -> tuple[Value, int] | None:
    return phrases.after(part, at) or phrases.after(part.lower(), at)


def _sign(loc: NumberLocale, part: str, at: int) -> tuple[str, int] | None:
    """Read a sign of a unit up to the end of the part."""
    units = units_at(loc, part, at) if len(part) - at >= _LEAST_SIGN else frozenset()
    end = max((len(part) for _ in units), default=at)
    return (unit_name(min(units)), end) if len(units) == 1 and " " not in part[at:] else None


def _scaled(own: Grammar, text: str) -> CountedHeading | None:
    """Read a heading that counts in thousands: "Thousands of deaths", "Mii de decese", "In thousands of deaths."."""
    lower = text.lower()
    is_note = text.endswith(".") and len(text.split()) <= _MOST_WORDS  # “In millions of homes, …” is of another thing
    ahead = own.money_links.after(lower, 0) if is_note else None
    start = skip_space(lower, ahead[1]) if ahead else 0
    scale = own.scales.after(lower, start)
    link = own.lex.links.after(lower, skip_space(lower, scale[1])) if scale else None
    return CountedHeading(scale=scale[0], text=text[start : scale[1]]) if scale and link else None
