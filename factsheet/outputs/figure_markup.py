"""Figures in HTML: each one a `data` or `time` element that carries its machine value."""

from collections.abc import Callable
from html import escape

from markupsafe import Markup

from factsheet.content.markup import Prose, fill, fill_blocks, openers, plain_fill
from factsheet.content.model import Sheet
from factsheet.content.targets import BlockTarget, block_of, sheet_and_name
from factsheet.outputs.artifacts import Rendering
from factsheet.outputs.parts import element_parts
from factsheet.outputs.prose import MONEY
from factsheet.site.figures import Figure


def element(
    figure: Figure,
    form: str = "",
    *,
    anchor: bool = False,
    name: str | None = None,
    isolate: bool = False,
    apart: bool = False,
    opens: bool = False,
) -> Markup:
    """Write a figure as its element; `anchor` gives it the id that permalinks point at.

    `name` is what the reference called it where that is not its id; `isolate` wraps it in `bdi`, for pages
    that run from right to left; its direction is given, for a mark in front of a sign would set another. `apart` puts
    the number, the unit and the bound word into elements of their own, for a card. One that `opens` a sentence has a
    capital where it begins with a word.
    """
    text = _opening(figure.form(form)) if opens else figure.form(form)
    text = element_parts(figure) if apart else escape(text, quote=False)
    identifier = f' id="{figure.anchor}"' if anchor else ""
    metric = f' data-metric="{escape(name or figure.id)}"'
    shown = f' data-form="{form}"' if form else ""
    tag, value = ("time", "datetime") if figure.is_time else ("data", "value")
    machine = figure.machine
    if form == "row":
        tag, value, machine = "data", "value", figure.row_key
    if isolate and form != "row":
        text = MONEY.sub(r'<bdi dir="ltr">\1</bdi>', text)
    html = f'<{tag} class="figure"{identifier}{metric}{shown} {value}="{escape(machine)}">{text}</{tag}>'
    return Markup(f'<bdi dir="rtl">{html}</bdi>' if isolate else html)  # noqa: S704 - every part is escaped above


def _opening(text: str) -> str:
    first = text[:1]
    return first.upper() + text[1:] if first.islower() and len(first.upper()) == 1 else text


class Mentions:
    """The figures that one page mentions; hands out each figure's id once."""

    def __init__(
        self,
        rendering: Rendering,
        sheet: Sheet,
        *,
        taken: set[str],
        isolate: bool = False,
        blocks: Callable[[BlockTarget], str | None] = lambda _: None,
    ) -> None:
        """Start a page on which the ids `taken` are given to cards; `blocks` gives the HTML of tables and charts.

        A title has no place for these.
        """
        self._site = rendering.site
        self._sheet = sheet
        self._taken = taken
        self._isolate = isolate
        self._blocks = blocks
        self.shown: dict[tuple[str, str], Figure] = {}
        """The figures mentioned, by the sheet that declares them and their id."""

    def figure(self, target: str) -> Figure | None:
        """The figure a reference names, in the language of the text."""
        figure = self._site.shown_figure(self._sheet.language, self._sheet.path, target)
        if figure is not None:
            self.shown[figure.sheet, figure.id] = figure
        return figure

    def html(self, target: str, form: str, *, opens: bool = False) -> str:
        """A reference as HTML; a label is words, not a figure."""
        if (figure := self.figure(target)) is None:
            return escape(f"{{{{ {target} }}}}")
        if form == "label":
            return escape(figure.label, quote=False)
        form = figure.asked(form)
        anchor = figure.id not in self._taken
        self._taken.add(figure.id)
        where = sheet_and_name(target)[0]
        name = f"{where}/{figure.id}" if where else figure.id
        return element(figure, form, anchor=anchor, name=name, isolate=self._isolate, opens=opens)

    def text(self, target: str, form: str) -> str:
        """A reference as plain text."""
        figure = self.figure(target)
        return figure.form(figure.asked(form)) if figure else f"{{{{ {target} }}}}"

    def body(self, prose: Prose, link: Callable[[int], str]) -> Markup:
        """A rendered body with its figures and links in place."""
        references, opening = prose.references, openers(prose)

        def figure(index: int) -> str:
            return self.html(references[index].target, references[index].form, opens=index in opening)

        def plain(index: int) -> str:
            return self.text(references[index].target, references[index].form)

        prose = fill_blocks(prose, lambda index: self._block(references[index].target))
        return Markup(fill(prose, figure, plain, link))  # noqa: S704 - prose was sanitized, figures are escaped

    def _block(self, target: str) -> str | None:
        """What stands in the place of a paragraph that is nothing but a reference to a table or a chart."""
        block = block_of(target)
        return self._blocks(block) if block else None

    def plain(self, text: str) -> str:
        """A title or summary with its figures as text."""
        return plain_fill(text, self.text)

    def inline(self, text: str) -> Markup:
        """A summary with its figures as elements."""
        parts: list[str] = []

        def put(target: str, form: str) -> str:
            parts.append(self.html(target, form))
            return f"\ue000{len(parts) - 1}\ue001"

        marked = escape(plain_fill(text, put), quote=False)
        for index, part in enumerate(parts):
            marked = marked.replace(f"\ue000{index}\ue001", part)
        return Markup(marked)  # noqa: S704 - the text is escaped, the parts are elements made here
