"""The charts of a sheet to take away: the data as CSV, the drawing as SVG and PNG, in every language it is shown in."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from html import escape
from typing import Final

from factsheet.content.model import Language, Sheet
from factsheet.core.patterns import regex
from factsheet.l10n import cldr
from factsheet.outputs.artifacts import Artifact, Machine, Rendering, rows_text
from factsheet.outputs.charts import charts
from factsheet.outputs.share_cards import to_png
from factsheet.outputs.svg.drawing import ChartWords, lines, text, written
from factsheet.outputs.typefaces import Typefaces, chosen, installed
from factsheet.outputs.views import ChartView

_COLUMNS = ("id", "label", "at", "value", "text")
_STEP = Decimal("1.25")
_BAR = Decimal("1.25")
_SMALL = Decimal("4.5")
_LABEL = 78


def file_name(chart: str, ending: str) -> str:
    """The file of a chart beside the data files of its sheet."""
    return f"chart-{chart}.{ending}"


def of_sheet(rendering: Rendering, path: str) -> Iterator[Artifact]:
    """Give the files of the charts that a sheet declares."""
    site = rendering.site
    for language in site.published:
        sheet = site.shown(language.tag, path)
        if sheet is not None:
            yield from _files(rendering, language, sheet)


def _files(rendering: Rendering, language: Language, sheet: Sheet) -> Iterator[Artifact]:
    folder = rendering.addresses.data_folder(language.tag, sheet.path)
    page = rendering.addresses.page(language.tag, sheet.path)
    for view in charts(rendering, language, sheet):
        name = view.id.removeprefix("_chart-")
        words = ChartWords(title=view.title, summary=view.summary or "", rtl=language.dir == "rtl")
        yield f"{folder}{file_name(name, 'csv')}", _csv(view)
        notes = [*([words.summary] if words.summary else []), *_sources(view), f"{page}#{view.id}"]
        yield f"{folder}{file_name(name, 'svg')}", _svg(view, words, notes).encode()
        if (typefaces := _typefaces(rendering, language, view)) is not None:
            yield f"{folder}{file_name(name, 'png')}", to_png(_svg(view, words, notes, typefaces), typefaces)


def formats(rendering: Rendering, language: Language, view: ChartView) -> tuple[str, ...]:
    """What a chart can be taken away as; as a picture where pictures for sharing are drawn and have its letters."""
    return ("csv", "svg", "png") if _typefaces(rendering, language, view) else ("csv", "svg")


def _typefaces(rendering: Rendering, language: Language, view: ChartView) -> Typefaces | None:
    if not rendering.site.settings.cards or installed() is None:
        return None
    said = [view.title, view.summary or "", *_sources(view)]
    said += [word for label, at, one in view.data for word in (label, at, one.text, one.short)]
    found = chosen("".join(said), cldr.script(language.numbers))
    return None if found is None or found.missing("".join(said)) else found


def _csv(view: ChartView) -> bytes:
    """One line for each value that is drawn."""
    rows = [[one.id, label, at, Machine(one.machine), one.text] for label, at, one in view.data]
    return rows_text([_COLUMNS, *rows]).encode()


def _sources(view: ChartView) -> list[str]:
    sources = {one.source.id: one.source for _, _, one in view.data if one.source}
    return [" · ".join(filter(None, (one.title, one.publisher))) for one in sources.values()]


def _svg(view: ChartView, words: ChartWords, notes: Iterable[str], typefaces: Typefaces | None = None) -> str:
    parts, height = (beside(view.parts, words), height_of(view.parts[0][0])) if view.parts else _list(view, words)
    family, scale = (typefaces.family, 2) if typefaces else (FAMILY, 1)
    return image(parts, height, words, notes, family=family, scale=scale)


def _list(view: ChartView, words: ChartWords) -> tuple[str, Decimal]:
    """A list of bars with its words above each bar, and its height in rem."""
    parts, y = [], Decimal(0)
    for group in view.groups:
        for line in lines(group.label, _LABEL):
            y += _STEP
            parts.append(_text(line, y, "name", words))
        if group.drawing:
            parts.append(_placed(group.drawing, y, _SMALL if view.type == "multiples" else _BAR))
            y += _SMALL if view.type == "multiples" else _BAR
        for bar in group.bars:
            y += _STEP
            said = bar.element.striptags()
            parts.append(_text(f"{bar.name} {said}".strip(), y, f"amount s{bar.tone}", words))
            if bar.drawing:
                parts.append(_placed(bar.drawing, y, _BAR))
                y += _BAR
        y += _STEP / 2
    if view.axis:
        parts.append(_placed(view.axis, y, _BAR))
        y += _BAR
    return "".join(parts), y


def _text(content: str, y: Decimal, name: str, words: ChartWords) -> str:
    return text(content, "100%" if words.rtl else "0%", y - Decimal("0.3"), name=name)


def _placed(drawing: str, y: Decimal, height: Decimal) -> str:
    return f'<svg y="{y}rem" width="100%" height="{height}rem" overflow="visible">{drawing}</svg>'


# A drawing as a file of its own, for programs that know no style sheet: sizes in pixels, colours in the elements.

WIDTH: Final = Decimal(720)
_PIXELS: Final = 16
_EDGE: Final = Decimal(24)
_LINE: Final = Decimal(22)
_HALF: Final = Decimal("0.5")
_TITLE: Final = 60
_NOTE: Final = 84
"""How many columns of text fit a line of the title, and of what stands under the drawing."""

_REM: Final = regex(r"(-?[0-9.]+)rem\b")
_ELEMENT: Final = regex(r'<(line|rect|circle|polyline|path|text) class="([^"]*)"([^>]*)>')
_HEIGHT: Final = regex(r'<svg[^>]* height="([0-9.]+)rem"')
_TONES: Final = {1: "#15191d", 2: "#2a5ea5", 3: "#b88900", 4: "#555b62", 5: "#17654a", 6: "#9a3d12"}
_DASHES: Final = {2: "7 4", 3: "2 4", 5: "9 3 2 3", 7: "2 4", 8: "7 4"}
FAMILY: Final = "system-ui, 'Noto Sans', 'Liberation Sans', Arial, sans-serif"
_QUIET: Final = "#555b62"
_TITLED: Final = 'font-size="18" font-weight="700"'
_NOTED: Final = f'font-size="13" fill="{_QUIET}"'


def image(parts: str, height: Decimal, words: ChartWords, notes: Iterable[str], *, family: str, scale: int) -> str:
    """A whole file: the title, the drawing of a `height` in rem by `scale`, and below it what is known of it."""
    titles = lines(words.title, _TITLE)
    below = [line for note in notes for line in lines(note, _NOTE)]
    top, drawn = _EDGE + _LINE * (len(titles) + _HALF), height * _PIXELS
    whole = top + drawn + _LINE * (len(below) + 1) + _EDGE
    inner = WIDTH - 2 * _EDGE
    start, way = (WIDTH - _EDGE, "rtl") if words.rtl else (_EDGE, "ltr")
    said = [_said(line, start, _EDGE + _LINE * (index + _HALF), _TITLED) for index, line in enumerate(titles)]
    said += [_said(line, start, top + drawn + _LINE * (index + 1), _NOTED) for index, line in enumerate(below)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH * scale}" height="{written(whole * scale)}" '
        f'viewBox="0 0 {WIDTH} {written(whole)}" role="img" direction="{way}" font-family="{escape(family)}" '
        f'font-size="14" fill="{_TONES[1]}" color="{_TONES[1]}">'
        f"<title>{escape(words.title, quote=False)}</title>"
        f'<rect width="100%" height="100%" fill="#fff"/>{"".join(said)}'
        f'<svg x="{_EDGE}" y="{written(top)}" width="{inner}" height="{written(drawn)}" overflow="visible">'
        f"{_painted(parts)}</svg></svg>\n"
    )


def beside(drawings: Iterable[tuple[str, Decimal | None]], words: ChartWords) -> str:
    """Drawings side by side, each with its width in rem; the one without takes what they leave."""
    listed = list(drawings)
    room = (WIDTH - 2 * _EDGE) / _PIXELS - sum((width for _, width in listed if width is not None), Decimal(0))
    placed, x = [], Decimal(0)
    for drawing, width in reversed(listed) if words.rtl else listed:
        own = room if width is None else width
        placed.append(f'<svg x="{written(x)}rem" width="{written(own)}rem" overflow="visible">{drawing}</svg>')
        x += own
    return "".join(placed)


def height_of(drawing: str) -> Decimal:
    """How high a drawing is, in rem."""
    found = _HEIGHT.search(drawing)
    return Decimal(found[1]) if found else Decimal(0)


def _said(text: str, x: Decimal, y: Decimal, look: str) -> str:
    return f'<text x="{x}" y="{written(y)}" {look}>{escape(text, quote=False)}</text>'


def _painted(parts: str) -> str:
    pixels = _REM.sub(lambda found: written(Decimal(found[1]) * _PIXELS), parts)
    return _ELEMENT.sub(_with_paint, pixels)


def _with_paint(element: re.Match[str]) -> str:
    """The element with the attributes of its paint that it does not say itself; without its class."""
    name, classes, given = element.groups()
    given = given.replace(' stroke="currentColor"', "")
    said = "".join(one for one in _paint(name, classes.split(" ")) if f" {one.partition('=')[0].strip()}=" not in given)
    end = "/>" if given.endswith("/") else ">"
    return f"<{name}{given.removesuffix('/')}{said}{end}"


def _paint(element: str, classes: list[str]) -> list[str]:
    """The colours that the style sheet of the pages gives an element of these classes, as attributes."""
    tone = next((int(name[1:]) for name in classes if re.fullmatch("s[1-8]", name)), 1)
    colour = _TONES.get(tone, _TONES[1])
    if element == "text":
        weight = [' font-weight="700"'] if "amount" in classes else []
        return [f' fill="{_QUIET if {"tick", "name"} & set(classes) else colour}"', *weight]
    if element == "polyline":
        dash = [f' stroke-dasharray="{_DASHES[tone]}"'] if tone in _DASHES else []
        look = (' fill="none"', f' stroke="{colour}"', ' stroke-width="2.5"', ' vector-effect="non-scaling-stroke"')
        return [*look, *dash]
    if element == "line" or "track" in classes:
        stroke = "#dcd7c9" if {"grid", "track"} & set(classes) else "#fff" if "halo" in classes else _QUIET
        return [' fill="none"', f' stroke="{stroke}"', *([' stroke-width="7"'] if "halo" in classes else [])]
    return [f' fill="{colour}"']
