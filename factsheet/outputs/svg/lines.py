"""Several lines over time: an axis with its divisions, and the name and the last value at the end of each line."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain

from factsheet.core.records import dataclass
from factsheet.outputs.svg.bars import image
from factsheet.outputs.svg.drawing import HUNDRED, ChartWords, Scale, across, columns, lines, rule, text, written

_TOP = Decimal("0.75")
_LEAST_HEIGHT = Decimal(13)
_BELOW = Decimal("1.75")
_LINE = Decimal("1.125")
_GAP = Decimal("0.375")
_LETTER = Decimal("0.62")
"""The height of a line of a label, the room between two labels, and the width of a letter, in rem."""
_LABEL = 14
"""How many columns a label may have before it goes on in the next line."""
_LEAD = Decimal("0.9")
_NARROWEST, _TIME, _NAMED = Decimal(18), Decimal("0.48"), Decimal(2)
"""How wide a chart is on the smallest phone, and a letter of a time, in rem; the letter in percent of a wide one."""
_START, _END = Decimal(2), Decimal(98)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartLine:
    """One line: what it is called, its last value in words, and its points by place in time and amount."""

    label: str
    label_lang: str | None = None
    value: str
    points: Sequence[tuple[Decimal, Decimal]]


@dataclass(frozen=True, slots=True)
class Division:
    """A division of an axis: its place in time or its amount, and its name."""

    at: Decimal
    name: str


Parts = tuple[tuple[str, Decimal | None], ...]
"""Images side by side, each with its width in rem; the one without takes what the others leave."""


def draw_lines(
    series: Sequence[ChartLine], times: Sequence[Division], amounts: Sequence[Division], words: ChartWords
) -> tuple[Parts, str]:
    """Draw the axis, the lines and their labels as three images, and put them side by side in HTML."""
    labels = [_label(line) for line in series]
    room = sum((_LINE * len(label) + _GAP for label in labels), Decimal(0))
    bottom = max(_LEAST_HEIGHT, room)
    along = Scale(times[0].at, times[-1].at, _START, _END)
    up = Scale(amounts[0].at, amounts[-1].at, bottom, _TOP)
    before, after = _width([one.name for one in amounts]), _width(chain(*labels)) + _LEAD
    images = (
        ("scale", _scale(amounts, up, words), before),
        ("plot", _plot(series, times, amounts, along, up, _NARROWEST - before - after, words), None),
        ("ends", _labels(series, labels, up, words), after),
    )
    parts = tuple((_image(drawn, name, width, bottom, words), width) for name, drawn, width in images)
    return parts, f'<div class="lines" aria-hidden="true">{"".join(drawing for drawing, _ in parts)}</div>'


def draw_small(line: ChartLine, times: Sequence[Division], amounts: Sequence[Division], words: ChartWords) -> str:
    """One line without words, for many beside each other: all have the same axes."""
    along, up = (
        Scale(times[0].at, times[-1].at, _START, _END),
        Scale(amounts[0].at, amounts[-1].at, HUNDRED, Decimal(0)),
    )
    zero = written(up(max(amounts[0].at, min(Decimal(0), amounts[-1].at))))
    base = f'<line class="base" x1="0" x2="100%" y1="{zero}%" y2="{zero}%"/>'
    at, amount = line.points[-1]
    dot = f'<circle class="mark s1" cx="{across(along(at), words)}" cy="{written(up(amount))}%" r="3"/>'
    return image([base, _through(line.points, along, up, HUNDRED, 1, words), dot], name="bar small-line")


def _image(parts: Iterable[str], name: str, width: Decimal | None, bottom: Decimal, words: ChartWords) -> str:
    wide = "100%" if width is None else f"{written(width)}rem"
    way = "rtl" if words.rtl else "ltr"
    height = written(bottom + _BELOW)
    return f'<svg class="{name}" width="{wide}" height="{height}rem" direction="{way}">{"".join(parts)}</svg>'


def _width(texts: Iterable[str]) -> Decimal:
    return max(columns(one) for one in texts) * _LETTER + _GAP


def _label(line: ChartLine) -> list[str]:
    """The name of a line and its last value, on one line where they fit."""
    *before, last = lines(line.label, _LABEL)
    both = f"{last} {line.value}"
    return [*before, both] if columns(both) <= _LABEL else [*before, last, line.value]


def _scale(amounts: Sequence[Division], up: Scale, words: ChartWords) -> Iterator[str]:
    edge = across(HUNDRED, words)
    for one in amounts:
        yield text(one.name, edge, up(one.at) + Decimal("0.3"), name="tick amounts", anchor="end")


def _plot(
    series: Sequence[ChartLine],
    times: Sequence[Division],
    amounts: Sequence[Division],
    along: Scale,
    up: Scale,
    room: Decimal,
    words: ChartWords,
) -> Iterator[str]:
    for one in amounts:
        yield rule("0%", up(one.at), "100%", up(one.at), name="grid" if one.at else "base")
    for tone, line in enumerate(series, start=1):
        yield _through(line.points, along, up, up.start + _BELOW, tone, words)
        at, amount = line.points[-1]
        yield (f'<circle class="mark s{tone}" cx="{across(along(at), words)}" cy="{written(up(amount))}rem" r="4"/>')
    yield from _times(times, along, up.start + _LINE + Decimal("0.25"), room, words)


def _through(
    points: Sequence[tuple[Decimal, Decimal]], along: Scale, up: Scale, height: Decimal, tone: int, words: ChartWords
) -> str:
    places = " ".join(
        f"{written(HUNDRED - along(at) if words.rtl else along(at))},{written(up(amount))}" for at, amount in points
    )
    return (
        f'<svg width="100%" height="100%" viewBox="0 0 100 {written(height)}" preserveAspectRatio="none">'
        f'<polyline class="mark s{tone}" points="{places}"/></svg>'
    )


def _times(times: Sequence[Division], along: Scale, y: Decimal, room: Decimal, words: ChartWords) -> Iterator[str]:
    """The last time always; the first where a phone has room for both, and a wide drawing for more between them."""
    (first, start), (last, end) = ((one.name, columns(one.name)) for one in (times[0], times[-1]))
    yield text(last, across(HUNDRED, words), y, name="tick", anchor="end")
    shown = "tick" if (start + end) * _TIME <= room else "tick between"
    yield text(first, across(Decimal(0), words), y, name=shown)
    reached, edge = start * _NAMED, HUNDRED - end * _NAMED
    for one in times[1:-1]:
        middle, half = along(one.at), columns(one.name) * _NAMED / 2
        if middle - half > reached + 1 and middle + half + 1 < edge:
            yield text(one.name, across(middle, words), y, name="tick between", anchor="middle")
            reached = middle + half


def _labels(
    series: Sequence[ChartLine], labels: Sequence[Sequence[str]], up: Scale, words: ChartWords
) -> Iterator[str]:
    """Each label beside the end of its line, moved where two would touch, and tied to it."""
    ends = [up(line.points[-1][1]) for line in series]
    tops = _apart(ends, [_LINE * len(label) + _GAP for label in labels], up.start + _GAP)
    start, lead = across(Decimal(0), words), (-_LEAD if words.rtl else _LEAD)
    for tone, (line, label, end, top) in enumerate(zip(series, labels, ends, tops, strict=True), start=1):
        middle = top + _LINE * len(label) / 2
        yield (
            f'<svg x="{start}" overflow="visible"><line class="tie" x1="0" y1="{written(end)}rem" '
            f'x2="{written(lead * Decimal("0.7"))}rem" y2="{written(middle)}rem"/></svg>'
        )
        for number, content in enumerate(label, start=1):
            y = top + _LINE * number - Decimal("0.25")
            yield text(content, start, y, name=f"amount s{tone}", lang=line.label_lang, shift=lead)


def _apart(ends: Sequence[Decimal], heights: Sequence[Decimal], bottom: Decimal) -> list[Decimal]:
    """The tops of labels that stand beside their ends as far as they fit without touching, down to `bottom`."""
    order = sorted(range(len(ends)), key=lambda index: ends[index])
    tops = dict.fromkeys(order, Decimal(0))
    free = Decimal(0)
    for index in order:
        tops[index] = max(ends[index] - heights[index] / 2, free)
        free = tops[index] + heights[index]
    limit = bottom
    for index in reversed(order):
        tops[index] = min(tops[index], limit - heights[index])
        limit = tops[index]
    return [tops[index] for index in range(len(ends))]
