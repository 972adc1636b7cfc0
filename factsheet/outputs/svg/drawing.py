"""The parts that all charts are drawn with: the `svg` element with its words, text, lines and mirroring."""

import unicodedata
from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from html import escape

from factsheet.core.records import dataclass
from factsheet.outputs.prose import MONEY

# Values to places along an axis.

_PLACES = Decimal("0.01")
_DIVISIONS = 5


@dataclass(frozen=True, slots=True)
class Scale:
    """Maps the values from `low` to `high` onto the stretch from `start` to `end`, in percent or `rem`."""

    low: Decimal
    high: Decimal
    start: Decimal = Decimal(0)
    end: Decimal = Decimal(100)

    def __call__(self, value: Decimal) -> Decimal:
        """The place of a value; where all values are equal, the start of the stretch."""
        if self.high == self.low:
            return self.start
        return self.start + (self.end - self.start) * (value - self.low) / (self.high - self.low)


def from_zero(values: Iterable[Decimal], start: Decimal, end: Decimal) -> Scale:
    """A scale that shows zero, so that lengths are in the proportion of the values."""
    listed = [Decimal(0), *values]
    return Scale(min(listed), max(listed), start, end)


def divided(values: Iterable[Decimal], *, zero: bool) -> list[Decimal]:
    """The round numbers that divide an axis on which all values lie: four to seven, the outermost at its ends.

    Zero is among them where it is asked for, and where the values are not close together beside it.
    """
    listed = list(values)
    low, high = min(listed), max(listed)
    if zero or low * 2 < high - low or low <= 0:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    if low == high:
        low, high = low - 1, high + 1
    step = _step((high - low) / _DIVISIONS)
    first, last = (low / step).to_integral_value(ROUND_FLOOR), (high / step).to_integral_value(ROUND_CEILING)
    return [step * number for number in range(int(first), int(last) + 1)]


def _step(least: Decimal) -> Decimal:
    """The least of 1, 2, 5, 10, 20, 50 ... that is not below `least`."""
    power = Decimal(1).scaleb(least.adjusted())
    return next(power * digit for digit in (1, 2, 5, 10) if power * digit >= least)


def written(length: Decimal) -> str:
    """A length with at most two decimals and no trailing zeros."""
    text = format(length.quantize(_PLACES, ROUND_HALF_UP), "f")
    text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


HUNDRED = Decimal(100)

_RIGHT_TO_LEFT = frozenset({"R", "AL"})
"""The bidirectional classes of letters that are written from right to left (UAX 9)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartWords:
    """What a chart is called, and which way its language runs."""

    title: str
    summary: str
    rtl: bool = False


def svg(words: ChartWords, height: Decimal, parts: Iterable[str]) -> str:
    """Wrap the parts in an image for the eye: its title, its summary and its data are read beside it, once."""
    return (
        f'<svg class="drawing" aria-hidden="true" width="100%" '
        f'height="{written(height)}rem" direction="{"rtl" if words.rtl else "ltr"}" fill="currentColor">'
        f"{''.join(parts)}</svg>"
    )


def across(place: Decimal, words: ChartWords) -> str:
    """A place along the horizontal axis, mirrored where the language runs from right to left."""
    return f"{written(HUNDRED - place if words.rtl else place)}%"


def text(
    content: str,
    x: str,
    y: Decimal,
    *,
    name: str,
    anchor: str = "start",
    lang: str | None = None,
    shift: Decimal | None = None,
) -> str:
    """A line of text on the baseline `y`, `shift` rem beside `x`; `anchor` follows the direction of the language."""
    language = f' lang="{escape(lang)}"' if lang else ""
    aligned = "" if anchor == "start" else f' text-anchor="{anchor}"'
    shown = escape(content, quote=False)
    if any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in content):
        shown = MONEY.sub(r'<tspan direction="ltr" unicode-bidi="embed">\1</tspan>', shown)
    aside = f' dx="{written(shift)}rem"' if shift else ""
    return f'<text class="{name}" x="{x}" y="{written(y)}rem"{aside}{aligned}{language}>{shown}</text>'


def rule(x1: str, y1: Decimal, x2: str, y2: Decimal, *, name: str) -> str:
    """A thin line."""
    return (
        f'<line class="{name}" x1="{x1}" y1="{written(y1)}rem" x2="{x2}" y2="{written(y2)}rem" stroke="currentColor"/>'
    )


def block(first: Decimal, last: Decimal, y: Decimal, height: Decimal, words: ChartWords) -> str:
    """A filled rectangle from one place to another, never thinner than can be seen."""
    width = max(last - first, Decimal("0.4"))
    left = HUNDRED - first - width if words.rtl else first
    return (
        f'<rect class="mark" x="{written(left)}%" y="{written(y)}rem" '
        f'width="{written(width)}%" height="{written(height)}rem"/>'
    )


def lines(content: str, width: int) -> list[str]:
    """Break a text at its ordinary spaces into even lines of `width` columns; East Asian letters take two.

    A word that is longer than a line, as a whole sentence of Japanese is, goes on in the next one.
    """
    words = [piece for word in content.split(" ") for piece in _cut(word, width)]
    broken = _broken(words, width)
    narrower = width - 1
    while len(broken) > 1 and narrower and len(tried := _broken(words, narrower)) == len(broken):
        broken, narrower = tried, narrower - 1
    return broken


def _broken(words: Iterable[str], width: int) -> list[str]:
    broken: list[str] = []
    for word in words:
        if broken and columns(f"{broken[-1]} {word}") <= width:
            broken[-1] = f"{broken[-1]} {word}"
        else:
            broken.append(word)
    return broken


def _cut(word: str, width: int) -> list[str]:
    """A word in pieces of at most `width` columns."""
    pieces = [""]
    for letter in word:
        if columns(pieces[-1]) + columns(letter) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def columns(content: str) -> int:
    """How many columns a text takes; East Asian letters take two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in content)
