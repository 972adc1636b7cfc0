"""The charts of a sheet to take away: the data as CSV, the drawing as SVG and PNG, in every language it is shown in."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from factsheet.content.model import Language, Sheet
from factsheet.l10n import cldr
from factsheet.outputs.artifacts import Artifact, Output, Rendering
from factsheet.outputs.charts import charts
from factsheet.outputs.csv_text import Machine, rows_text
from factsheet.outputs.share_cards import Typefaces, chosen, installed, to_png
from factsheet.outputs.svg.drawing import ChartWords, lines, text
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
        words = ChartWords(title=view.title, summary=view.summary or "", rtl=language.dir == "rtl")
        yield f"{folder}{file_name(name, 'csv')}", _csv(view)
        notes = [*([words.summary] if words.summary else []), *_sources(view), f"{page}#{view.id}"]
        yield f"{folder}{file_name(name, 'svg')}", _svg(view, words, notes).encode()
        typefaces = _typefaces(rendering, language, view)
        if typefaces is not None:
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
    if typefaces is None:
        return image(parts, height, words, notes)
    return image(parts, height, words, notes, family=typefaces.family, scale=2)


def _list(view: ChartView, words: ChartWords) -> tuple[str, Decimal]:
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


def _text(content: str, y: Decimal, name: str, words: ChartWords) -> str:
    return text(content, "100%" if words.rtl else "0%", y - Decimal("0.3"), name=name)


def _placed(drawing: str, y: Decimal, height: Decimal) -> str:
    return f'<svg y="{y}rem" width="100%" height="{height}rem" overflow="visible">{drawing}</svg>'
