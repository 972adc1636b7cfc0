"""What a heading or a label says of the numbers below or behind it: "Thousands", "Budget (euros)", "Share, %"."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from factsheet.content.statements.grammar import DURATIONS, Grammar, grammar
from factsheet.content.statements.values import PERCENT
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.reading.phrases import Phrases, Value
from factsheet.patterns import regex
from factsheet.records import dataclass

_BRACKET: Final = regex(r"[(\[]([^()\[\]]{1,40})[)\]]\s*\Z")
_LONGEST: Final = 120


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
    """Read a heading; None for one that says no scale, no money and no unit.

    The words of a label are what is counted, so that only what it adds to them is read.
    """
    own = grammar(loc)
    return next(
        (found for part in _parts(own, text[:_LONGEST], is_label=is_label) if (found := _said(own, part)) is not None),
        None,
    )


def _parts(own: Grammar, text: str, *, is_label: bool) -> Iterator[str]:
    """Give what may name the unit: the brackets at the end, what follows the last comma or "in", or all of it."""
    bracket = _BRACKET.search(text)
    parts = [bracket[1] if bracket else "", text.rpartition(",")[2] if "," in text else "", "" if is_label else text]
    for part in parts:
        plain = part.strip(" \u00a0")
        link = own.money_links.after(plain.lower(), 0)
        yield plain[link[1] :].strip(" ") if link else plain


def _said(own: Grammar, part: str) -> CountedHeading | None:
    lower = part.lower()
    scale = own.scales.after(lower, 0)
    if scale is not None and (scale[1] == len(part) or _money(own, _unlinked(own, part[scale[1] :]))):
        return CountedHeading(scale=scale[0], text=part)
    if _whole(own.lex.percent, part) or _whole(own.lex.percent, lower):
        return CountedHeading(unit=PERCENT, text=part)
    money = _money(own, part)
    if money:
        return CountedHeading(currency=money, text=part)
    unit = _whole(own.units, lower)
    return CountedHeading(unit=unit, text=part) if unit and unit not in DURATIONS else None


def _unlinked(own: Grammar, part: str) -> str:
    """Take off a linking word: "milioane de lei"."""
    plain = part.strip(" ")
    link = own.lex.links.after(plain, 0)
    return plain[link[1] :].strip(" ") if link else plain


def _money(own: Grammar, part: str) -> str | None:
    lower = part.lower()
    known = _whole(own.money, lower)
    if known and "/" in known:
        return None  # "bani" are money of any kind, and cents are seldom counted
    return known or _whole(own.lex.money_after, part) or _whole(own.lex.money_after, lower)


def _whole(phrases: Phrases[Value], part: str) -> Value | None:
    found = phrases.after(part, 0)
    return found[0] if found is not None and found[1] == len(part) else None
