"""The charts of a sheet to take away: the data as CSV, the drawing as SVG, in every language in which it is shown."""

from collections.abc import Iterator
from decimal import Decimal

from factsheet.content.model import Language, Sheet
from factsheet.outputs.artifacts import Artifact, Output, Rendering
from factsheet.outputs.charts import charts
from factsheet.outputs.csv_text import Machine, rows_text
from factsheet.outputs.svg.drawing import Words, lines, text
from factsheet.outputs.svg.standalone import beside, height_of, image
from factsheet.outputs.views import ChartView

_COLUMNS = ("id", "label", "at", "value", "text")
_LINE = Decimal("1.25")
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
        if sheet is not None and site.original(path).charts:
            yield from _files(rendering, language, sheet)


OUTPUT = Output(name="charts", of_sheet=of_sheet)


def _files(rendering: Rendering, language: Language, sheet: Sheet) -> Iterator[Artifact]:
    folder = rendering.addresses.data_folder(language.tag, sheet.path)
    page = rendering.addresses.page(language.tag, sheet.path)
    for view in charts(rendering, language, sheet):
        name = view.id.removeprefix("_chart-")
        words = Words(title=view.title, summary=view.summary or "", rtl=language.dir == "rtl")
        yield f"{folder}{file_name(name, 'csv')}", _csv(view)
        yield f"{folder}{file_name(name, 'svg')}", _svg(view, words, f"{page}#{view.id}").encode()


def _csv(view: ChartView) -> bytes:
    """One line for each value that is drawn."""
    rows = [[one.id, label, at, Machine(one.machine), one.text] for label, at, one in view.data]
    return rows_text([_COLUMNS, *rows]).encode()


def _svg(view: ChartView, words: Words, address: str) -> str:
    sources = {one.source.id: one.source for _, _, one in view.data if one.source}
    notes = [" · ".join(filter(None, (one.title, one.publisher))) for one in sources.values()]
    parts, height = (beside(view.parts, words), height_of(view.parts[0][0])) if view.parts else _list(view, words)
    return image(parts, height, words, [*([words.summary] if words.summary else []), *notes, address])


def _list(view: ChartView, words: Words) -> tuple[str, Decimal]:
    """A list of bars with its words above each bar, and its height in rem."""
    parts, y = [], Decimal(0)
    for group in view.groups:
        for line in lines(group.label, _LABEL):
            y += _LINE
            parts.append(_text(line, y, "name", words))
        if group.drawing:
            parts.append(_placed(group.drawing, y, _SMALL if view.type == "multiples" else _BAR))
            y += _SMALL if view.type == "multiples" else _BAR
        for bar in group.bars:
            y += _LINE
            said = bar.element.striptags()
            parts.append(_text(f"{bar.name} {said}".strip(), y, f"amount s{bar.tone}", words))
            if bar.drawing:
                parts.append(_placed(bar.drawing, y, _BAR))
                y += _BAR
        y += _LINE / 2
    if view.axis:
        parts.append(_placed(view.axis, y, _BAR))
        y += _BAR
    return "".join(parts), y


def _text(content: str, y: Decimal, name: str, words: Words) -> str:
    return text(content, "100%" if words.rtl else "0%", y - Decimal("0.3"), name=name)


def _placed(drawing: str, y: Decimal, height: Decimal) -> str:
    return f'<svg y="{y}rem" width="100%" height="{height}rem" overflow="visible">{drawing}</svg>'
