"""What a chart draws and writes is what the figures beside it say: lengths, places and words alike."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import zip_longest
from typing import Final

from factsheet.checks.verify.digests import PublishedContext
from factsheet.checks.verify.readback import says
from factsheet.checks.verify.records import as_value
from factsheet.checks.verify.scanning import Drawing, Written, read_charts
from factsheet.content.kinds.quotes import numerals
from factsheet.core.codes import report
from factsheet.core.problems import Problem
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.iso8601 import parse_stretch

_STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_MOST_TICKS: Final = 6
"""A time axis has a division each so many years: the first of `_STEPS` with which no more than these are needed."""

_ABOVE: Final = Decimal("0.5")
"""How far above its point a value stands, in rem."""

_NEAR: Final = Decimal("0.03")
"""How far a place may be from where its value belongs, being rounded; in percent of the width, or rem."""

_OF_LENGTHS: Final = frozenset({"bars", "grouped", "share", "stacked"})
"""The types whose bars are as long as their values."""

_LEAST: Final = Decimal("0.4")
"""The shortest bar that is drawn, in percent of the width."""


def drawings_agree(path: str, html: str, context: PublishedContext) -> Iterator[Problem]:
    """Report what a drawing says or shows and the figures beside it do not."""
    if 'class="chart' not in html:
        return
    for drawing in read_charts(path, html):
        loc = context.locale(drawing.lang)
        if loc is None:
            continue
        yield from bars_are_right(drawing)
        if drawing.type == "timeline":
            yield from _years_of(loc, drawing)
        elif drawing.type == "change":
            yield from _arrows(loc, drawing)
        elif len(drawing.heads) > len(("what", "figure")) or drawing.type == "multiples":
            yield from _lines(loc, drawing)
        elif drawing.values and drawing.marks:
            yield from _points(loc, drawing)


def bars_are_right(drawing: Drawing) -> Iterator[Problem]:
    """Bars are as long as their values are large, in one proportion."""
    if drawing.type not in _OF_LENGTHS or not drawing.listed:
        return
    if len(drawing.lengths) != len(drawing.listed):
        yield _differs(drawing.listed[-1], None)
        return
    pairs = [
        (size, length, one)
        for one, length in zip(drawing.listed, drawing.lengths, strict=True)
        if (size := _size(one.value)) is not None
    ]
    largest = max(pairs, key=lambda pair: pair[0], default=None)
    for size, length, one in pairs:
        right = largest[1] * size / largest[0] if largest and largest[0] else Decimal(0)
        if abs(max(right, _LEAST) - length) > _NEAR and abs(right - length) > _NEAR:
            yield _misplaced(one)


def _arrows(loc: NumberLocale, drawing: Drawing) -> Iterator[Problem]:
    """The ends of arrows stand at their values, and so do the divisions of the axis."""
    ends = zip(drawing.listed, drawing.arrows, strict=False)
    yield from on_one_scale([*valued(ends), *divided(loc, drawing.texts.get("tick", []), across=True)])
    if len(drawing.listed) != len(drawing.arrows):
        yield report("V904", drawing.place, variant="drawn", text=drawing.type, value=str(len(drawing.listed)))


def _lines(loc: NumberLocale, drawing: Drawing) -> Iterator[Problem]:
    """Lines run through their values, divisions stand at theirs, and each line is named with its last value."""
    rows = [[one for one in row if one.value] for row in drawing.rows if row]
    if not rows:
        return
    if [len(row) for row in rows] != [len(path) for path in drawing.paths]:
        yield report("V904", drawing.place, variant="drawn", text=drawing.type, value=str(len(rows)))
        return
    points = (point for row, path in zip(rows, drawing.paths, strict=True) for point in zip(row, path, strict=True))
    yield from on_one_scale([*valued(points), *divided(loc, drawing.texts.get("amounts", []), across=False)])
    if drawing.type == "multiples":
        ends = zip(drawing.listed, [end for row in rows for end in (row[0], row[-1])], strict=False)
        yield from (_differs(one, end) for one, end in ends if one.value != end.value)
        return
    names = {head.text for head in drawing.heads}
    yield from (_differs(tick, None) for tick in drawing.texts.get("tick", []) if tick.text not in names)
    yield from _named(loc, drawing, rows)


def _named(loc: NumberLocale, drawing: Drawing, rows: Sequence[Sequence[Written]]) -> Iterator[Problem]:
    """The labels at the ends of lines, which may take several lines each, are the names and the last values."""
    written = list(drawing.texts.get("amount", []))
    for label, row in zip(drawing.labels, rows, strict=True):
        text = ""
        while written and len(text) <= len(label.text):
            at = written.pop(0)
            text = f"{text} {at.text}".strip()
        value = text[len(label.text) :].strip() if text.startswith(label.text) else ""
        if not value or not says(loc, value, row[-1].value, is_exact=False):
            yield _differs(Written(text, row[-1].place), row[-1])


def _years_of(loc: NumberLocale, drawing: Drawing) -> Iterator[Problem]:
    """The divisions of an axis of time are years."""
    ticks = drawing.texts.get("tick", [])
    years = [Written(str(year), ticks[0].place if ticks else drawing.place) for year in _divisions(drawing.listed)]
    for tick, year in zip_longest(ticks, years):
        said = [one.value for one in numerals(loc, tick.text)] if tick else []
        if tick is None or year is None or [str(value) for value in said] != [year.text]:
            yield _differs(tick, year)


def _points(loc: NumberLocale, drawing: Drawing) -> Iterator[Problem]:
    """A drawing of points over time names some of the times and shows some of the values, the last ones always."""
    ticks, amounts = drawing.texts.get("tick", []), drawing.texts.get("amount", [])
    for tick in ticks:
        label = next(iter(drawing.labels[_nearest(drawing, tick) :]), None)
        if label is None or label.text != tick.text:
            yield _differs(tick, label)
    for amount in amounts:
        told = [drawing.values[index] for index in _meant(drawing, amount) if index < len(drawing.values)]
        if not any(says(loc, amount.text, value.value, is_exact=False) for value in told):
            yield _differs(amount, told[0] if told else None)
    if not ticks or ticks[-1].text != drawing.labels[-1].text:
        yield _differs(None, drawing.labels[-1])


def _nearest(drawing: Drawing, text: Written) -> int:
    """The point over or under which a text stands; at an edge, the first or the last."""
    last = len(drawing.marks) - 1
    if text.anchor != "middle":
        return last if text.anchor == "end" else 0
    return min(range(last + 1), key=lambda index: abs(drawing.marks[index][0] - text.x), default=0)


def _meant(drawing: Drawing, text: Written) -> list[int]:
    """The points whose value a text may be: at an edge, where it may have been pushed, those of its height."""
    if text.anchor == "middle":
        return [_nearest(drawing, text)]
    level = [index for index, (_, top) in enumerate(drawing.marks) if abs(top - _ABOVE - text.y) < _ABOVE / 10]
    return level or list(range(len(drawing.marks)))


def valued(places: Iterable[tuple[Written, Decimal]]) -> Iterator[tuple[Decimal, Decimal, Written]]:
    """Give values with their places, and what is written there; what has no value is left out."""
    yield from ((value, place, one) for one, place in places if (value := as_value(one.value)) is not None)


def on_one_scale(places: Sequence[tuple[Decimal, Decimal, Written]]) -> Iterator[Problem]:
    """Report each value whose place is not on the straight scale through the least and the greatest one."""
    if not places:
        return
    low, high = min(places, key=lambda one: one[0]), max(places, key=lambda one: one[0])
    rise = (high[1] - low[1]) / (high[0] - low[0]) if high[0] != low[0] else Decimal(0)
    for value, place, one in places:
        if abs(low[1] + (value - low[0]) * rise - place) > _NEAR:
            yield _misplaced(one)


def divided(loc: NumberLocale, ticks: Sequence[Written], *, across: bool) -> list[tuple[Decimal, Decimal, Written]]:
    """The divisions of an axis of amounts: their numbers as they are written, and where they stand."""
    read = [(numerals(loc, tick.text), tick) for tick in ticks]
    below = Decimal(0) if across else Decimal("0.3")
    return [(found[0].value, tick.x if across else tick.y - below, tick) for found, tick in read if found]


def _size(value: str) -> Decimal | None:
    """How long the bar of a value is: a number from zero; None for a range, a ratio and a duration."""
    number = as_value(value)
    return None if number is None else abs(number)


def _misplaced(one: Written) -> Problem:
    return report("V904", one.place, variant="drawn", text=one.text, value=one.value or one.text)


def _differs(drawn: Written | None, told: Written | None) -> Problem:
    """The finding stands at the text in the drawing; where that is missing, at what it should repeat."""
    place = next(one.place for one in (drawn, told) if one)
    return report("V904", place, text=drawn.text if drawn else "", value=told.text if told else "")


def _years(value: str) -> list[str]:
    """The first and the last year of a stretch of time, as far as each is written with four digits."""
    stretch = parse_stretch(value)
    if stretch is not None:
        return [str(stretch.first.year), str(stretch.last.year)]
    ends = [(parse_stretch(end), end) for end in value.split("/")]
    return [str(found.last.year) if found and found.unit != "year" else end[:4] for found, end in ends]


def _divisions(values: list[Written]) -> list[int]:
    """The years at which a time axis is divided that holds all stretches; none where one is no time."""
    ends = [end for value in values for end in _years(value.value)]
    if not all(end.isdecimal() for end in ends) or not ends:
        return []
    first, after = min(map(int, ends)), max(map(int, ends)) + 1
    step = next((step for step in _STEPS if after - first <= step * _MOST_TICKS), _STEPS[-1])
    return list(range(first, after, step))
