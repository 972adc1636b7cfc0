"""The drawings of charts to take away show what the data beside them tell: lengths, places and numbers alike.

`chart-*.svg` is read as it is drawn, without the page that it comes from; `chart-*.csv` says the values.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import partial
from html.parser import HTMLParser
from typing import Final

from factsheet.checks.verify.digests import PublishedContext
from factsheet.checks.verify.drawings import bars_are_right, divided, on_one_scale, valued
from factsheet.checks.verify.readback import says
from factsheet.checks.verify.scanning import Drawing, Written, length
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Given, Place, Problem
from factsheet.l10n.cldr import NumberLocale

_PREFIX: Final = "chart-"
_PIXELS: Final = 16
"""How many pixels a rem has in these files."""

_LENGTH: Final = regex(r"(-?[0-9]{1,6}(?:\.[0-9]{1,5})?)(%?)")
_length: Final = partial(length, pattern=_LENGTH)
"""A length in percent of the width or in pixels."""
_DIGITS: Final = regex(r"\d(?:[\d.,'’\u00a0\u202f\u066b\u066c/\u200f-]*\d)?")
_LANGUAGE: Final = regex(r'"language": "([A-Za-z0-9-]{2,35})"')
_OWN: Final = regex(r"[@\[]")
"""What begins the part of an id that is one value's own: `arrests@2023`, `inflation[ro, 2024-08]`."""
_BESIDE: Final = "figures.json"
"""The data file in the same folder, which begins with the language of all of them."""

_YEARS: Final = regex(r"\d{4}")
_MIDDLE: Final = "50%"
"""The height at which arrows are drawn."""


def pictures_agree(files: Mapping[str, bytes], context: PublishedContext) -> Iterator[Problem]:
    """Report each number, bar and point of a drawing that its data do not have."""
    for path in sorted(files):
        folder, _, name = path.rpartition("/")
        data = files.get(f"{path.removesuffix('.svg')}.csv")
        if name.startswith(_PREFIX) and name.endswith(".svg") and data is not None:
            told = _LANGUAGE.search(files.get(f"{folder}/{_BESIDE}", b"")[:200].decode("utf-8", errors="replace"))
            yield from _picture(path, files[path], _rows(data), context.locale(told[1]) if told else None)


def _rows(data: bytes) -> list[dict[str, str]]:
    text = data.decode("utf-8", errors="replace")
    return [dict(row) for row in csv.DictReader(io.StringIO(text, newline="")) if row.get("id")]


def _picture(path: str, data: bytes, rows: list[dict[str, str]], loc: NumberLocale | None) -> Iterator[Problem]:
    reader = _Reader(path)
    reader.feed(data.decode("utf-8", errors="replace"))
    reader.close()
    drawing = reader.drawing
    told = [Written(row.get("text") or "", drawing.place, row.get("value") or "") for row in rows]
    series: dict[tuple[str, str], list[Written]] = {}
    for row, one in zip(rows, told, strict=True):  # two metrics may have one label, and each cell has an id of its own
        series.setdefault((_OWN.split(row["id"])[0], row.get("label") or ""), []).append(one)
    ends = [end for line in series.values() for end in (line[0], line[-1])]
    has_arrows = len(drawing.arrows) == len(ends)
    yield from _numbers(drawing, rows, told, loc, has_arrows=has_arrows)
    if len(drawing.lengths) == len(told):
        drawing.type, drawing.listed = "bars", told
        yield from bars_are_right(drawing)
    if loc is None:
        return
    heights = _points(drawing, list(series.values()), told)
    yield from on_one_scale([*valued(heights), *divided(loc, drawing.texts.get("scale", []), across=False)])
    if has_arrows:
        places = zip(ends, drawing.arrows, strict=True)
        yield from on_one_scale([*valued(places), *divided(loc, drawing.texts.get("axis", []), across=True)])


def _numbers(
    drawing: Drawing, rows: list[dict[str, str]], told: list[Written], loc: NumberLocale | None, *, has_arrows: bool
) -> Iterator[Problem]:
    """Each number that is written is one of the data, in its words or in full; years stand below an axis."""
    texts = (row.get(key) or "" for row in rows for key in ("label", "at", "text"))
    known = {number for text in texts for number in _DIGITS.findall(text)}
    years = sorted(int(found) for one in told for found in _YEARS.findall(one.value)) or [0]
    for text in drawing.texts.get("said", []):
        is_known = known.issuperset(_DIGITS.findall(text.text))
        if not is_known and not (loc and any(says(loc, text.text, one.value) for one in told)):
            yield report("V904", text.place, text=text.text, value="")
    for text in drawing.texts.get("axis", []) if not has_arrows else ():
        if not (text.text.isdecimal() and years[0] <= int(text.text) <= years[-1] + 1):
            yield report("V904", text.place, text=text.text, value="")


def _points(drawing: Drawing, series: list[list[Written]], told: list[Written]) -> list[tuple[Written, Decimal]]:
    """The values with the heights of the points of their lines, or of the tops of their columns."""
    if [len(line) for line in series] == [len(path) for path in drawing.paths]:
        every = zip(series, drawing.paths, strict=True)
        return [pair for line, path in every for pair in zip(line, path, strict=True)]
    tops = [top for _, top in drawing.marks]
    return list(zip(told, tops, strict=True)) if len(tops) == len(told) else []


class _Reader(HTMLParser):
    """Keeps what a drawing says, and where its bars, lines and columns stand."""

    def __init__(self, path: str) -> None:
        super().__init__(convert_charrefs=True)
        self.drawing = Drawing(lang="", place=Place(path))
        self._path = path
        self._open: list[str] = []
        """The classes of the drawings within each other."""
        self._width = Decimal(100)
        self._text: tuple[str, Place, tuple[Decimal, Decimal]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a shape; begin a text."""
        given = Given({name: value or "" for name, value in attrs})
        if tag == "svg":
            self._open.append(given["class"])
            self._width = _length(given["width"]) if given.get("class") == "bar" else self._width
        elif tag == "text" and "font-size" not in given:
            line, column = self.getpos()
            sort = "scale" if "scale" in self._open else "axis" if "bar axis" in self._open else "said"
            spot = (_length(given["x"]), _length(given["y"]) / _PIXELS)
            self._text = (sort, Place(self._path, line, column + 1), spot)
        elif tag == "polyline":
            points = given["points"].split()
            self.drawing.paths.append([_length(point.partition(",")[2]) for point in points])
        elif tag == "line" and given.get("y1") == given.get("y2") == _MIDDLE:
            self.drawing.arrows += [_length(given["x1"]), _length(given["x2"])]
        elif tag == "rect" and given.get("fill") != "none" and len(self._open) > 1:
            if given.get("height") == "100%":
                self.drawing.lengths.append(_length(given["width"]) * self._width / 100)
            else:
                self.drawing.marks.append((Decimal(0), _length(given["y"]) / _PIXELS))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a shape."""
        self.handle_starttag(tag, attrs)
        if tag == "svg":
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        """End a drawing or a text."""
        if tag == "svg" and self._open:
            self._open.pop()
        elif tag == "text":
            self._text = None

    def handle_data(self, data: str) -> None:
        """Keep a text."""
        if self._text is not None:
            sort, place, (x, y) = self._text
            self.drawing.texts.setdefault(sort, []).append(Written(data, place, x=x, y=y))
