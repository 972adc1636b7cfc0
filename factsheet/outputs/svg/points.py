"""Charts of one figure over time: columns side by side, or a line through its points."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factsheet.core.records import dataclass
from factsheet.outputs.svg import drawing
from factsheet.outputs.svg.drawing import across, written

_TOP = Decimal("1.75")
_BOTTOM = Decimal(12)
_NAMES_ROOM = Decimal("1.75")
_ABOVE, _BELOW = Decimal("0.5"), Decimal("1.25")
"""How far the value stands above its point, or its baseline below one that is negative."""
_ALL_VALUES = 4
"""Up to so many points, each has its value above it; beyond, only the first, the last and the highest have."""
_NAMES = 6
"""How many names of times fit below the narrowest drawing."""
_MARGIN = Decimal(6)
_LETTER = Decimal("2.75")
"""How wide a letter is, in percent of the narrowest drawing, with room for wider spacing than usual."""
_GAP = Decimal(1)
_LINE = Decimal("1.125")
"""How far apart two lines of text must be not to touch, in rem."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePoint:
    """One value and when it held: `at` is its place in time, `name` the words for it."""

    name: str
    value: str
    """The value in few letters."""
    amount: Decimal
    at: Decimal


def draw_columns(points: Sequence[TimelinePoint], words: drawing.ChartWords) -> str:
    """Draw a column for each point, at equal distances."""
    width = drawing.HUNDRED / len(points)
    middles = [width * index + width / 2 for index in range(len(points))]
    scale = drawing.from_zero((point.amount for point in points), _BOTTOM, _TOP)
    zero = scale(Decimal(0))
    parts = []
    for point, middle in zip(points, middles, strict=True):
        top = scale(point.amount)
        half = width * Decimal("0.32")
        parts.append(drawing.block(middle - half, middle + half, min(top, zero), abs(zero - top), words))
    parts.extend(_frame(points, middles, scale, words))
    return drawing.svg(words, _base(points) + _NAMES_ROOM, parts)


def draw_line(points: Sequence[TimelinePoint], words: drawing.ChartWords) -> str:
    """Draw a line through the points, at distances in the proportion of time."""
    along = drawing.Scale(points[0].at, points[-1].at, _MARGIN, drawing.HUNDRED - _MARGIN)
    middles = [along(point.at) for point in points]
    scale = drawing.from_zero((point.amount for point in points), _BOTTOM, _TOP)
    places = " ".join(
        f"{written(drawing.HUNDRED - x if words.rtl else x)},{written(scale(point.amount))}"
        for x, point in zip(middles, points, strict=True)
    )
    high = _base(points) + _NAMES_ROOM
    height = written(high)
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
    return drawing.svg(words, high, parts)


def _frame(
    points: Sequence[TimelinePoint], middles: Sequence[Decimal], scale: drawing.Scale, words: drawing.ChartWords
) -> Iterator[str]:
    """The base line, the names of the times below it, and the values: above their points, or below negative ones."""
    base = _base(points)
    zero = scale(Decimal(0))
    yield drawing.rule("0%", zero, "100%", zero, name="base")
    tops = [scale(point.amount) - _ABOVE if point.amount >= 0 else scale(point.amount) + _BELOW for point in points]
    names = {index: _spot(points[index].name, middles[index], base + Decimal("1.25")) for index in _named(points)}
    values = {index: _spot(points[index].value, middles[index], tops[index]) for index in _valued(points)}
    for kind, spots in (("tick", names), ("amount small", values)):
        kept: list[int] = []
        for index, spot in spots.items():
            if not any(spot.touches(spots[other]) for other in kept):
                kept.append(index)
        for index in sorted(kept):
            spot = spots[index]
            yield drawing.text(spot.content, across(spot.place, words), spot.y, name=kind, anchor=spot.anchor)


def _base(points: Sequence[TimelinePoint]) -> Decimal:
    """Where the names of the times begin: lower where values stand below their points."""
    return _BOTTOM + (_BELOW if any(point.amount < 0 for point in points) else 0)


def _named(points: Sequence[TimelinePoint]) -> Iterator[int]:
    """The points whose times are named, the outermost first: all where there are few, else one in so many."""
    step = (len(points) + _NAMES - 1) // _NAMES
    last, *inner, first = range(len(points) - 1, -1, -step)
    yield from (last, first, *inner)


def _valued(points: Sequence[TimelinePoint]) -> Iterator[int]:
    """The points whose values are written, the most telling first."""
    last = len(points) - 1
    peak = max(range(len(points)), key=lambda index: points[index].amount)
    yield from dict.fromkeys((last, 0, peak, *(range(last) if last < _ALL_VALUES else ())))


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a text stands, and how far it reaches to either side, in percent of the narrowest drawing."""

    content: str
    place: Decimal
    anchor: str
    y: Decimal
    first: Decimal
    last: Decimal

    def touches(self, other: "_Spot") -> bool:
        """Whether the two would run into each other on the narrowest screen."""
        return abs(self.y - other.y) < _LINE and self.first < other.last + _GAP and other.first < self.last + _GAP


def _spot(content: str, x: Decimal, y: Decimal) -> _Spot:
    """Over its point, or at the edge of the drawing, so that it is never cut."""
    width = drawing.columns(content) * _LETTER
    if x * 2 < width:
        return _Spot(content, Decimal(0), "start", y, Decimal(0), width)
    if (drawing.HUNDRED - x) * 2 < width:
        return _Spot(content, drawing.HUNDRED, "end", y, drawing.HUNDRED - width, drawing.HUNDRED)
    return _Spot(content, x, "middle", y, x - width / 2, x + width / 2)
