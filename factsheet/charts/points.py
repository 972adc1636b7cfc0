"""Charts of one figure over time: columns side by side, or a line through its points."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from factsheet.charts.drawing import HUNDRED, Words, across, block, rule, svg, text
from factsheet.charts.scale import Scale, from_zero, written

_TOP = Decimal("1.75")
_BOTTOM = Decimal(12)
_HEIGHT = Decimal("13.75")
_ALL_VALUES = 4
"""Up to so many points, each has its value above it; beyond, only the first and the last have."""
_NAMES = 6
"""How many names of times fit below the narrowest drawing."""
_MARGIN = Decimal(6)
_SHORT_NAME = 5
"""Up to so many letters, the name of a time fits below its point even at the edge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One value and when it held: `at` is its place in time, `name` the words for it."""

    name: str
    value: str
    """The value in few letters."""
    amount: Decimal
    at: Decimal


def draw_columns(points: Sequence[Point], words: Words) -> str:
    """Draw a column for each point, at equal distances."""
    width = HUNDRED / len(points)
    middles = [width * index + width / 2 for index in range(len(points))]
    scale = from_zero((point.amount for point in points), _BOTTOM, _TOP)
    zero = scale(Decimal(0))
    parts = []
    for point, middle in zip(points, middles, strict=True):
        top = scale(point.amount)
        half = width * Decimal("0.32")
        parts.append(block(middle - half, middle + half, min(top, zero), abs(zero - top), words))
    parts.extend(_frame(points, middles, scale, words))
    return svg(words, _HEIGHT, parts)


def draw_line(points: Sequence[Point], words: Words) -> str:
    """Draw a line through the points, at distances in the proportion of time."""
    along = Scale(points[0].at, points[-1].at, _MARGIN, HUNDRED - _MARGIN)
    middles = [along(point.at) for point in points]
    scale = from_zero((point.amount for point in points), _BOTTOM, _TOP)
    places = " ".join(
        f"{written(HUNDRED - x if words.rtl else x)},{written(scale(point.amount))}"
        for x, point in zip(middles, points, strict=True)
    )
    height = written(_HEIGHT)
    through = (
        f'<svg x="0" y="0" width="100%" height="{height}rem" viewBox="0 0 100 {height}" '
        f'preserveAspectRatio="none"><polyline class="mark" points="{places}" fill="none" '
        'stroke="currentColor" stroke-width="2.5" stroke-linejoin="round" '
        'vector-effect="non-scaling-stroke"/></svg>'
    )
    parts = [through]
    parts.extend(
        f'<circle class="mark" cx="{across(x, words)}" cy="{written(scale(point.amount))}rem" r="0.3rem"/>'
        for x, point in zip(middles, points, strict=True)
    )
    parts.extend(_frame(points, middles, scale, words))
    return svg(words, _HEIGHT, parts)


def _frame(points: Sequence[Point], middles: Sequence[Decimal], scale: Scale, words: Words) -> Iterator[str]:
    """The base line, the names of the times below it and the values above the points."""
    zero = scale(Decimal(0))
    yield rule("0%", zero, "100%", zero, name="base")
    last = len(points) - 1
    step = -(-len(points) // _NAMES)
    for index, (point, x) in enumerate(zip(points, middles, strict=True)):
        if (last - index) % step == 0:
            long = len(point.name) > _SHORT_NAME
            place, anchor = _edge(index, last, x) if long else (x, "middle")
            y = _BOTTOM + Decimal("1.25")
            yield text(point.name, across(place, words), y, name="tick", anchor=anchor)
        if last < _ALL_VALUES or index in {0, last}:
            place, anchor = _edge(index, last, x)
            y = min(scale(point.amount), zero) - Decimal("0.5")
            yield text(point.value, across(place, words), y, name="amount small", anchor=anchor)


def _edge(index: int, last: int, x: Decimal) -> tuple[Decimal, str]:
    """Where a text stands: over its point, or at the edge of the drawing, so that it is never cut."""
    if index == 0:
        return Decimal(0), "start"
    return (HUNDRED, "end") if index == last else (x, "middle")
