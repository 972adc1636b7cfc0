"""The words and numbers of drawn charts are those of the tables beside them."""

from collections.abc import Iterator
from decimal import Decimal
from html.parser import HTMLParser
from itertools import zip_longest
from typing import Final

from factsheet.checks.verify.context import Context
from factsheet.checks.verify.readback import says
from factsheet.content.kinds.saying import numerals
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.stretches import parse
from factsheet.patterns import regex
from factsheet.problems import Place, Problem
from factsheet.problems.codes import report
from factsheet.records import dataclass, field

_STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_MOST_TICKS: Final = 6
"""A time axis has a division each so many years: the first of `_STEPS` with which no more than these are needed."""

_ABOVE: Final = Decimal("0.5")
"""How far above its point a value stands, in rem."""

_LENGTH: Final = regex(r"(-?[0-9]{1,5}(?:\.[0-9]{1,5})?)(?:%|rem)")
_MARKS: Final = {"data": "value", "time": "datetime"}
_WRAPPED: Final = frozenset({"name", "amount"})
"""Texts that go on in the next element where they are too long for a line."""


@dataclass(frozen=True, slots=True)
class Written:
    """A text of a drawing, or of the table beside it."""

    text: str
    place: Place
    value: str = ""
    """The machine value, where it has one."""
    x: Decimal = Decimal(0)
    y: Decimal = Decimal(0)
    """Where it stands in a drawing, in percent of the width and in rem."""
    anchor: str = ""


@dataclass(slots=True, kw_only=True)
class Drawing:
    """One chart: what its drawing says, and the rows of its table."""

    lang: str
    texts: dict[str, list[Written]] = field(default_factory=dict)
    """By the class of the element: `name`, `amount`, `amount small` and `tick`."""
    marks: list[tuple[Decimal, Decimal]] = field(default_factory=list)
    """The middles of the columns or points, in percent of the width, and their tops in rem."""
    labels: list[Written] = field(default_factory=list)
    values: list[Written] = field(default_factory=list)


def drawings_agree(path: str, html: str, context: Context) -> Iterator[Problem]:
    """Report what a drawing says and its table does not."""
    if 'class="drawing"' not in html:
        return
    reader = _Reader(path)
    reader.feed(html)
    reader.close()
    for drawing in reader.drawings:
        loc = context.locale(drawing.lang)
        if loc is not None and drawing.values:
            yield from _points(loc, drawing) if "amount small" in drawing.texts else _rows(loc, drawing)


def _rows(loc: NumberLocale, drawing: Drawing) -> Iterator[Problem]:
    """A drawing of rows repeats its table; divisions, if there are any, are years."""
    yield from _same(drawing.texts.get("name", []), drawing.labels)
    yield from _same(drawing.texts.get("amount", []), drawing.values)
    ticks = drawing.texts.get("tick", [])
    if ticks:
        years = [Written(str(year), ticks[0].place) for year in _divisions(drawing.values)]
        for tick, year in zip_longest(ticks, years):
            said = [one.value for one in numerals(loc, tick.text)] if tick else []
            if tick is None or year is None or [str(value) for value in said] != [year.text]:
                yield _differs(tick, year)


def _points(loc: NumberLocale, drawing: Drawing) -> Iterator[Problem]:
    """A drawing of points over time names some of the times and shows some of the values, the last ones always."""
    ticks, amounts = drawing.texts.get("tick", []), drawing.texts["amount small"]
    for tick in ticks:
        index = _nearest(drawing, tick)
        yield from _same([tick], drawing.labels[index : index + 1])
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


def _same(drawn: list[Written], told: list[Written]) -> Iterator[Problem]:
    for one, other in zip_longest(drawn, told):
        if one is None or other is None or one.text != other.text:
            yield _differs(one, other)


def _differs(drawn: Written | None, told: Written | None) -> Problem:
    """The finding stands at the text in the drawing; where that is missing, at what it should repeat."""
    at = drawn or told or Written("", Place(""))
    return report("V904", at.place, text=drawn.text[:100] if drawn else "", value=told.text[:100] if told else "")


def _years(value: str) -> list[str]:
    """The first and the last year of a stretch of time, as far as each is written with four digits."""
    stretch = parse(value)
    if stretch is not None:
        return [str(stretch.first.year), str(stretch.last.year)]
    ends = [(parse(end), end) for end in value.split("/")]
    return [str(found.last.year) if found and found.unit != "year" else end[:4] for found, end in ends]


def _divisions(values: list[Written]) -> list[int]:
    """The years at which a time axis is divided that holds all stretches; none where one is no time."""
    ends = [end for value in values for end in _years(value.value)]
    if not all(end.isdecimal() for end in ends):
        return []
    first, after = min(map(int, ends)), max(map(int, ends)) + 1
    step = next((step for step in _STEPS if after - first <= step * _MOST_TICKS), _STEPS[-1])
    return list(range(first, after, step))


def _length(length: str) -> Decimal:
    """A length in percent of the width or in rem; others count as none."""
    found = _LENGTH.fullmatch(length)
    return Decimal(found[1]) if found else Decimal(0)


class _Reader(HTMLParser):
    """Reads the figures of a page that are charts."""

    def __init__(self, path: str) -> None:
        super().__init__(convert_charrefs=True)
        self.drawings: list[Drawing] = []
        self._path = path
        self._lang = ""
        self._is_open = False
        self._parts: list[str] | None = None
        """The text that is being read."""
        self._sort = ""
        self._last = ""
        """The class of the text before."""
        self._begun = Place(path)
        self._value = ""
        self._spot = (Decimal(0), Decimal(0), "")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a chart, a text of its drawing, or a cell of its table."""
        given = {name: value or "" for name, value in attrs}
        if tag == "html":
            self._lang = given.get("lang", "")
        if tag == "figure" and "chart" in given.get("class", "").split(" "):
            self.drawings.append(Drawing(lang=self._lang))
            self._is_open, self._last = True, ""
        if not self._is_open:
            return
        if tag in {"text", "td"} or (tag == "th" and given.get("scope") == "row"):
            self._sort = given.get("class", "") if tag == "text" else tag
            line, column = self.getpos()
            self._parts, self._begun, self._value = [], Place(self._path, line, column + 1), ""
            self._spot = (_length(given.get("x", "")), _length(given.get("y", "")), given.get("text-anchor", "start"))
        elif tag in _MARKS and self._parts is not None:
            self._value = given.get(_MARKS[tag], "")
        elif given.get("class") == "mark" and (tag == "circle" or (tag == "rect" and "width" in given)):
            middle = _length(given.get("cx", given.get("x", ""))) + _length(given.get("width", "")) / 2
            self.drawings[-1].marks.append((middle, _length(given.get("cy", given.get("y", "")))))
            self._last = ""

    def handle_endtag(self, tag: str) -> None:
        """End what was begun."""
        if tag == "figure":
            self._is_open = False
        if tag in {"text", "td", "th"} and self._parts is not None:
            self._keep("".join(self._parts).strip(" \t\r\n"))
            self._parts = None

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        if self._parts is not None:
            self._parts.append(data)

    def _keep(self, text: str) -> None:
        drawing, written = self.drawings[-1], Written(text, self._begun, self._value, *self._spot)
        if self._sort == "th":
            drawing.labels.append(written)
        elif self._sort == "td":
            drawing.values.append(written)
        else:
            kept = drawing.texts.setdefault(self._sort, [])
            if self._sort == self._last and self._sort in _WRAPPED:
                kept[-1] = Written(f"{kept[-1].text} {text}", kept[-1].place)
            else:
                kept.append(written)
            self._last = self._sort
