"""Charts of rows: a label, the value in words, and a bar below it, for bars, shares and timelines."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from factsheet.outputs.svg.drawing import Words, across, block, lines, rule, svg, text
from factsheet.outputs.svg.scale import written
from factsheet.records import dataclass

_LABEL_LINE = Decimal("1.25")
_VALUE_LINE = Decimal("1.375")
_BAR = Decimal("1.0")
_ABOVE_BAR = Decimal("0.5")
_BELOW_BAR = Decimal("1.25")
_WHISKER = Decimal("0.25")
_BELOW_WHISKERS = Decimal("0.4")
_LABEL_WIDTH = 34
_VALUE_WIDTH = 28
"""Columns of text that fit 18 rem: the narrowest screen, with the widest letter spacing a reader may set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A bar from `first` to `last`, in percent of the width, with its words."""

    label: str
    label_lang: str | None = None
    value: str
    first: Decimal
    last: Decimal
    open: bool = False
    """Whether the true value is higher: the bar then ends in strokes."""
    dot: bool = False
    """Whether this is a moment, which has no length."""
    spread: tuple[Decimal, Decimal] | None = None
    """Where the interval of an estimate begins and ends, in percent of the width: drawn below the bar."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A division of the axis: where its line stands, and its text with the place of its middle."""

    line: Decimal
    middle: Decimal
    text: str


def draw_rows(rows: Sequence[Row], words: Words, *, ticks: Sequence[Tick] = (), track: bool = False) -> str:
    """Draw the rows one below the other; `track` shows the whole of which each bar is a part."""
    parts: list[str] = []
    y = Decimal(0)
    for row in rows:
        label, value = lines(row.label, _LABEL_WIDTH), lines(row.value, _VALUE_WIDTH)
        parts.extend(_words(row, label, value, y, words))
        y += _LABEL_LINE * len(label) + _VALUE_LINE * len(value) + _ABOVE_BAR
        parts.extend(_bar(row, y, words, track=track))
        y += _BAR + _BELOW_BAR
    height = y - _BELOW_BAR + Decimal("0.25")
    behind = list(axis_of(ticks, height, words))
    return svg(words, height + (_LABEL_LINE + Decimal("0.25") if ticks else 0), [*behind, *parts])


def _words(row: Row, label: Iterable[str], value: Iterable[str], top: Decimal, words: Words) -> Iterator[str]:
    y, start = top, across(Decimal(0), words)
    for line in label:
        y += _LABEL_LINE
        yield text(line, start, y - Decimal("0.25"), name="name", lang=row.label_lang)
    for line in value:
        y += _VALUE_LINE
        yield text(line, start, y - Decimal("0.25"), name="amount")


def _bar(row: Row, y: Decimal, words: Words, *, track: bool) -> Iterator[str]:
    if track:
        yield (
            f'<rect class="track" x="0" y="{written(y)}rem" width="100%" height="{written(_BAR)}rem" '
            'fill="none" stroke="currentColor"/>'
        )
    if row.dot:
        yield (
            f'<circle class="mark" cx="{across(row.first, words)}" cy="{written(y + _BAR / 2)}rem" '
            f'r="{written(_BAR / 2)}rem"/>'
        )
        return
    yield block(row.first, row.last, y, _BAR, words)
    if row.spread is not None:
        yield from _whiskers(*row.spread, y + _BAR + _BELOW_WHISKERS, words)
    if row.open:
        sign = "-" if words.rtl else ""
        yield (
            f'<svg x="{across(row.last, words)}" y="{written(y)}rem" overflow="visible">'
            f'<line class="mark more" x1="{sign}0.2rem" x2="{sign}1.2rem" y1="{written(_BAR / 2)}rem" '
            f'y2="{written(_BAR / 2)}rem" stroke="currentColor" stroke-width="{written(_BAR)}rem" '
            'stroke-dasharray="3 3"/></svg>'
        )


def _whiskers(low: Decimal, high: Decimal, y: Decimal, words: Words) -> Iterator[str]:
    """A line from end to end, with a short one across each."""
    first, last = across(low, words), across(high, words)
    yield rule(first, y, last, y, name="whisker")
    for end in (first, last):
        yield rule(end, y - _WHISKER, end, y + _WHISKER, name="whisker")


def axis_of(ticks: Sequence[Tick], height: Decimal, words: Words) -> Iterator[str]:
    """The lines of the divisions from the top to the base, with their names below it."""
    if not ticks:
        return
    bottom = height + Decimal("0.25")
    for tick in ticks:
        place = across(tick.line, words)
        if tick.line:
            yield rule(place, Decimal(0), place, bottom, name="grid")
        if tick.text:
            yield text(tick.text, across(tick.middle, words), bottom + Decimal(1), name="tick", anchor="middle")
    yield rule("0%", bottom, "100%", bottom, name="base")
