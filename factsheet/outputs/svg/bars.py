"""The bars of a list: each an image of its own that says nothing, beside the words and the value in the page's text."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from factsheet.content.model import Moment, Ratio, Span, Value
from factsheet.core.records import dataclass
from factsheet.l10n.iso8601 import Duration, Stretch, TimeOfDay
from factsheet.outputs.svg.drawing import HUNDRED, ChartWords, Scale, across, rule, text, written
from factsheet.site.charting import moment

_LEAST = Decimal("0.4")
_MIDDLE = Decimal("0.625")
_END = Decimal("0.25")
_AXIS = Decimal("1.25")


@dataclass(frozen=True, slots=True)
class Tick:
    """A division of the axis: where its line stands, and its text with the place of its middle."""

    line: Decimal
    middle: Decimal
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A stretch of the scale, in percent of it."""

    first: Decimal
    last: Decimal
    tone: int = 1
    """Which of the tones of the style sheet it has."""
    spread: tuple[Decimal, ...] = ()
    """The two ends of the interval around its end."""


def image(parts: Iterable[str], *, name: str = "bar", width: Decimal = HUNDRED) -> str:
    """An image for the eye alone: what it shows stands beside it in words."""
    return f'<svg class="{name}" width="{written(width)}%" aria-hidden="true">{"".join(parts)}</svg>'


def draw_bar(bar: Bar, words: ChartWords) -> str:
    """A bar as wide as it reaches, so that its value stands at its end."""
    reach = max(bar.first + _LEAST, bar.last, *bar.spread, Decimal(0))
    part = HUNDRED / reach
    spread = tuple(end * part for end in bar.spread)
    scaled = Bar(first=bar.first * part, last=bar.last * part, tone=bar.tone)
    return image([_block(scaled, words), *_whiskers(spread, words)], width=reach)


def draw_parts(bars: Sequence[Bar], words: ChartWords, *, track: bool = False) -> str:
    """Bars on one line: the parts of a whole, or one of them in the frame of the whole."""
    frame = ['<rect class="track" width="100%" height="100%"/>'] if track else []
    return image([*frame, *(_block(bar, words) for bar in bars)])


def draw_stretch(bar: Bar, ticks: Sequence[Tick], words: ChartWords, *, dot: bool) -> str:
    """A stretch of time, or a moment, before the divisions of its axis."""
    if dot:
        middle = across((bar.first + bar.last) / 2, words)
        shape = f'<circle class="mark s1" cx="{middle}" cy="50%" r=".5rem"/>'
    else:
        shape = _block(bar, words, 'y="50%" height="10" transform="translate(0 -5)"')
    return image([*_grid(ticks, words), shape])


def draw_arrow(start: Decimal, end: Decimal, ticks: Sequence[Tick], words: ChartWords) -> str:
    """An arrow from one value to another, before the divisions of its axis."""
    first, last = across(start, words), across(end, words)
    back = "6" if (end < start) != words.rtl else "-6"
    tip = f'<path class="mark" d="M{back} -5 0 0 {back} 5"/>' if start != end else ""
    return image(
        [
            *_grid(ticks, words),
            f'<line class="mark arrow" x1="{first}" x2="{last}" y1="50%" y2="50%"/>',
            f'<circle class="mark" cx="{first}" cy="50%" r="3"/>',
            f'<svg x="{last}" y="50%" overflow="visible">{tip}</svg>',
        ]
    )


def draw_axis(ticks: Sequence[Tick], words: ChartWords) -> str:
    """The names of the divisions below the last line of the list; they stand where they are not cut."""
    return image(_names(ticks, words), name="bar axis")


def _names(ticks: Sequence[Tick], words: ChartWords) -> Iterator[str]:
    yield rule("0%", Decimal(0), "100%", Decimal(0), name="base")
    for tick in ticks:
        place = across(tick.middle, words)
        anchor = "start" if tick.middle == 0 else "end" if tick.middle == HUNDRED else "middle"
        yield text(tick.text, place, _AXIS, name="tick", anchor=anchor)


def _grid(ticks: Iterable[Tick], words: ChartWords) -> Iterator[str]:
    for tick in ticks:
        place = across(tick.line, words)
        yield f'<line class="grid" x1="{place}" x2="{place}" y1="0" y2="100%"/>'


def _block(bar: Bar, words: ChartWords, down: str = 'height="100%"') -> str:
    width = max(bar.last - bar.first, _LEAST)
    left = HUNDRED - bar.first - width if words.rtl else bar.first
    place = f' x="{written(left)}%"' if left else ""
    return f'<rect class="mark s{bar.tone}"{place} width="{written(width)}%" {down}/>'


def _whiskers(ends: Sequence[Decimal], words: ChartWords) -> Iterator[str]:
    """A line from end to end, with a short one across each, set off from the bar below it."""
    if not ends:
        return
    low, high = (across(end, words) for end in ends)
    for name in ("halo", "whisker"):
        yield rule(low, _MIDDLE, high, _MIDDLE, name=name)
    for end in (low, high):
        yield rule(end, _MIDDLE - _END, end, _MIDDLE + _END, name="whisker")


# Moments and years along a time axis.

_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_MOST = 6
_LAST_YEAR = 9999


def years(value: Value) -> tuple[Decimal, Decimal]:
    """The stretch of time that a year, a day or a period covers: from its first moment to its last."""
    if isinstance(value, Span):
        return moment(value.low), _end(value.high)
    if isinstance(value, Ratio | Duration | TimeOfDay):
        raise TypeError(type(value).__name__)
    return moment(value), _end(value)


def ticks(first: Decimal, last: Decimal, name: Callable[[int], str]) -> tuple[Callable[[Decimal], Decimal], list[Tick]]:
    """A scale over whole years that holds both moments, and its divisions, named by `name`."""
    start, end = date.fromordinal(int(first)).year, date.fromordinal(int(last) - 1).year + 1
    scale = Scale(moment(Decimal(start)), moment(Decimal(end)))
    return scale, list(_divisions(start, end, scale, name))


def _divisions(start: int, end: int, scale: Scale, name: Callable[[int], str]) -> Iterator[Tick]:
    step = next((step for step in _STEPS if (end - start) <= step * _MOST), _STEPS[-1])
    for year in range(start, end, step):
        line = scale(moment(Decimal(year)))
        following = scale(moment(Decimal(year + 1)))
        yield Tick(line, (line + following) / 2, name(year))


def _end(value: Moment) -> Decimal:
    if isinstance(value, Stretch):
        return Decimal(value.last.toordinal() + 1)
    if isinstance(value, date):
        return Decimal(value.toordinal() + 1)
    return Decimal(date(min(max(int(value), 1), _LAST_YEAR), 12, 31).toordinal() + 1)
