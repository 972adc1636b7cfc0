"""A figure taken apart as a card shows it: the number large, and quiet beside it the bound word and the unit.

The parts stand in the order of the language and together they are the very text of the figure, so whoever reads the
page by program or by ear meets the same words.
"""

import unicodedata
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from html import escape
from itertools import filterfalse
from typing import Final

from markupsafe import Markup

from factsheet.content.kinds import kind_of
from factsheet.content.kinds.base import Kind
from factsheet.content.metric import Moment
from factsheet.content.model import Language, Sheet
from factsheet.core.patterns import regex
from factsheet.core.records import NamedTuple
from factsheet.l10n import dates
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.iso8601 import Stretch
from factsheet.outputs.figure_views import DayView
from factsheet.site.figures import Figure

LONG: Final = 10
"""From a width of so many digits on a number takes the place of two cards."""

WIDEST: Final = 24
"""The widest number that the style sheet has a size for, in digits."""

_ATTACHED: Final = frozenset({"Sc", "Sm", "Pd", "Cf"})
"""Unicode categories of signs that belong to the number before them or after: currency, plus and minus, bidi marks."""

_RUN: Final = regex(r"\d+(?:[.,'\u2019\u00a0\u202f]\d+)*")
"""One number, with its separators."""

_GLUED: Final = regex(r"\w*")
"""The ending of an ordinal, which is no unit: "4th"."""

_JOINER: Final = 2
"""The letters of a word between a number and its noun."""

_PERCENT: Final = frozenset("%٪‰")
_TAGS: Final = {"bound": "span", "num": "b", "unit": "span"}

_BOUND_LAST: Final = regex(r'(</b>\s*<span class="unit">[^<]*)</span>(\s*<span class="bound">.*)')
"""A bound behind the unit, which is shown within it, on one line: "人超"."""


class FigurePart(NamedTuple):
    """A piece of a figure's text: `bound`, `num` or `unit`, or empty for the spaces between them."""

    role: str
    text: str


def parts(figure: Figure) -> tuple[FigurePart, ...]:
    """Take the text of a figure apart; joined, the parts are the text again.

    What cannot be taken apart, such as a date or a phrase with the bound word inside it, is one number.
    """
    return _parted(figure.text, figure.measured, figure.number, kind_of(figure.metric))


@lru_cache(maxsize=1024)
def _parted(text: str, measured: str, number: str, kind: Kind) -> tuple[FigurePart, ...]:
    start = text.find(measured)
    if start < 0 or not measured:
        return (FigurePart("num", text),)
    first, last = (0, len(measured)) if kind.is_time else _number(measured, number)
    ending = _GLUED.match(measured, last) if kind.has_ordinals else None
    last = ending.end() if ending else last
    pieces = (
        ("bound", text[:start]),
        ("unit", measured[:first]),
        ("num", measured[first:last]),
        ("unit", measured[last:]),
        ("bound", text[start + len(measured) :]),
    )
    return tuple(part for role, piece in pieces for part in _trimmed(role, piece))


def element_parts(figure: Figure) -> str:
    """The text of a figure as HTML, each part in an element of its role."""
    written = ((role, escape(text, quote=False)) for role, text in parts(figure))
    html = "".join(f'<{_TAGS[role]} class="{role}">{text}</{_TAGS[role]}>' if role else text for role, text in written)
    return _BOUND_LAST.sub(r"\1\2</span>", html)


def shape(figure: Figure) -> str:
    """The classes that tell the style sheet how wide the number of a figure is: `n7`, or `n12 long`."""
    halves = sum(sum(map(_halves, part.text)) for part in parts(figure) if part.role == "num")
    width = max(1, min(WIDEST, (halves + 1) // 2))
    return f"n{sized(width)} long" if width >= LONG else f"n{width}"


def sized(width: int) -> int:
    """The size of the style sheet that has room for so many digits: from ten on it has every second one."""
    return width + width % 2 if width >= LONG else width


def says_more(label: str, figure: Figure) -> bool:
    """Tell whether a label has a word that the figure's own text has not: "Arrests" beside "1,209 arrests" has none."""
    said = _folded(figure.text)
    return not (_folded(label) in said or set(_folded(label).split()) <= set(said.split()))


def caption(label: str, figure: Figure) -> str:
    """The unit of a figure with what its label adds behind it: "de victime identificate"; else nothing.

    A word of two letters that joins a number and its noun, as "de" in Romanian, is no part of a label.
    """
    last = parts(figure)[-1]
    unit, words = last.text.split() if last.role == "unit" else [], label.split()
    for noun in (unit, unit[1:] if unit and len(unit[0]) == _JOINER else []):
        if noun and words[len(noun) :] and [*map(_folded, noun)] == [*map(_folded, words[: len(noun)])]:
            return " ".join((last.text, *words[len(noun) :]))
    return ""


def _number(measured: str, number: str) -> tuple[int, int]:
    """Where the number of a text begins and ends: its digits, their signs, and a scale word that is joined to them."""
    digits = [index for index, character in enumerate(measured) if character.isdigit()]
    if not digits or (number == measured and len(_RUN.findall(number)) > 1):  # "1 in 5", "2 h 30 min"
        return 0, len(measured)
    own = _digits_of(number, measured)
    first, last = own or (digits[0], digits[-1] + 1)
    tail = number[1 + max((index for index, one in enumerate(number) if one.isdigit()), default=-1) :]
    if tail and not any(map(str.isspace, tail)) and measured.startswith(tail, last):
        last += len(tail)
    return _before(measured, first), _after(measured, last)


def _digits_of(number: str, measured: str) -> tuple[int, int] | None:
    """Where the digits of the number alone stand: behind them may be those of an interval or of a rate."""
    if not (places := [index for index, character in enumerate(number) if character.isdigit()]):
        return None
    digits = number[places[0] : places[-1] + 1]
    at = measured.find(digits)
    while at >= 0 and _is_longer(measured, at, at + len(digits)):
        at = measured.find(digits, at + 1)
    return (at, at + len(digits)) if at >= 0 else None


def _is_longer(text: str, start: int, end: int) -> bool:
    """Tell whether digits go on before a place, also across a sign of groups or decimals, or behind another."""
    before = text[:start][-2:]
    is_led = before[-1:].isdecimal() or (before[-1:] in {".", ","} and before[:-1].isdecimal())
    return is_led or text[end : end + 1].isdecimal()


def _before(text: str, first: int) -> int:
    """Go back over signs, and over the letters of a currency whose sign was among them: US$."""
    start = first
    while start and unicodedata.category(text[start - 1]) in _ATTACHED:
        start -= 1
    if any(unicodedata.category(character) == "Sc" for character in text[start:first]):
        while start and text[start - 1].isascii() and text[start - 1].isupper():
            start -= 1
    return start


def _after(text: str, last: int) -> int:
    """Go on over signs, and over a percent or currency sign behind a space."""
    end = last
    while end < len(text) and unicodedata.category(text[end]) in _ATTACHED:
        end += 1
    sign = end + 1 if text[end : end + 1].isspace() else end
    following = text[sign : sign + 1]
    if not following or (following not in _PERCENT and unicodedata.category(following) != "Sc"):
        return end
    end = sign + 1
    while end < len(text) and unicodedata.category(text[end]) == "Cf":  # without its mark the sign would change sides
        end += 1
    return end


def _trimmed(role: str, piece: str) -> Iterator[FigurePart]:
    """A piece without the spaces around it, and the spaces as they are."""
    inner = piece.strip()
    before, _, after = piece.partition(inner) if inner else (piece, "", "")
    every = (FigurePart("", before), FigurePart(role, inner), FigurePart("", after))
    return (part for part in every if part.text)


@lru_cache(maxsize=1024)
def _folded(text: str) -> str:
    """A text in lower case and without marks, to compare words by."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(filterfalse(unicodedata.combining, plain))


@lru_cache(maxsize=256)
def _halves(character: str) -> int:
    """How many halves of a digit a character is wide: points and spaces one, Han characters and kana four."""
    if unicodedata.category(character) == "Cf":
        return 0
    if character in ".,'’" or character.isspace():
        return 1
    return 4 if unicodedata.east_asian_width(character) in {"W", "F"} else 2


# Dates as a page shows them, as exact as they are known.


def day_view(language: Language, value: date | Stretch) -> DayView:
    """A date in a language: a day, or a month, a quarter and the like by its name."""
    if isinstance(value, Stretch):
        iso = value.isoformat() if value.is_standard else ""
        return DayView(iso=iso, text=dates.stretch(language.numbers, value))
    return DayView(iso=value.isoformat(), text=dates.date(language.numbers, value, "long"))


def short_name(loc: NumberLocale, when: Moment) -> str:
    """A time as it stands beside a value of it: a year, a day, a month and the like, in few letters."""
    if isinstance(when, Stretch):
        return dates.stretch(loc, when, short=True)
    if isinstance(when, Decimal):
        return dates.year(loc, int(when))
    return dates.date(loc, when, "medium")


def dated(name: str, when: Moment) -> Markup:
    """The name of a time, as readable for machines as the value it had; HTML has no way to write a quarter."""
    if isinstance(when, Stretch) and not when.is_standard:
        return Markup('<data value="{}">{}</data>').format(when, name)
    return Markup('<time datetime="{}">{}</time>').format(when, name)


# Which figures of a sheet have a card, and in which order.


def ungrouped(sheet: Sheet) -> tuple[str, ...]:
    """The metrics with a card in no group, in their order: `highlight`, or all where nothing is said."""
    if sheet.highlight is None:
        return () if sheet.groups else tuple(sheet.metrics)
    grouped = {target for group in sheet.groups for target in group.metrics}
    return tuple(dict.fromkeys(target for target in sheet.highlight if target not in grouped))


def highlighted(sheet: Sheet) -> tuple[str, ...]:
    """Every metric with a card, in the order of the page."""
    grouped = (target for group in sheet.groups for target in group.metrics)
    return tuple(dict.fromkeys((*ungrouped(sheet), *grouped)))
