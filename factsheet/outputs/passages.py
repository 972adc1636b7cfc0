"""The words of the sources on a page: a mark on each figure that they prove, linked with the figure both ways.

A passage that proves several key figures stands large below them. The passages of other figures stand beside the
section of the text that first mentions them. What has no place in either stands in the table of figures alone.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape, unescape
from typing import Final

from markupsafe import Markup
from markupsafe import escape as markup_escape

from factsheet.content.markup import HEADINGS
from factsheet.content.model import Language
from factsheet.core.patterns import regex
from factsheet.l10n import dates
from factsheet.outputs.figure_views import FigureView, PassageView, Section
from factsheet.outputs.prose import joined
from factsheet.site.proof.quotes import Span, apart

_ID: Final = regex(r' id="[^"]*"')

LARGE: Final = "#_passage"
"""The way to the passage that is shown large."""

LEAST_WORDS: Final = 8
"""A passage that proves a single figure is shown large from so many words on: a shorter one says little more."""


MOST_NOTES: Final = 5
"""How many passages may stand beside one section of the text."""


class Passages:
    """The passages of one page, and where each figure is proven on it."""

    def __init__(self, language: Language, cards: Sequence[FigureView], figures: Iterable[FigureView]) -> None:
        """Choose the passage that is shown large; `figures` are all of the page, those of the cards among them."""
        self._language = language
        self._figures = {figure.row: figure for figure in figures}
        self._ways: dict[str, str] = {}
        self._notes: dict[tuple[str, str], list[FigureView]] = {}
        chosen = _most(cards) if cards else _several(tuple(self._figures.values()))
        self._large = _key(chosen[0]) if chosen else None
        self.large = self._passage(chosen) if chosen else None
        """The passage that proves most of the key figures, the first of several; None where none says enough."""
        self._ways.update((figure.row, LARGE) for figure in chosen if figure.row not in self._ways)

    def way(self, row: str) -> str | None:
        """The way to what proves a figure of the text; a passage that has no place yet gets one beside its section."""
        figure = self._figures.get(row)
        if figure is None or not figure.quoted:
            return None
        key = _key(figure)
        if row not in self._ways and (key in self._notes or len(self._notes) < MOST_NOTES):
            self._notes.setdefault(key, []).append(figure)
            self._ways[row] = f"#{_anchor(row)}" if figure.mark else f"#{row}"
        return self._ways.get(row, f"#{row}")

    def notes(self) -> tuple[PassageView, ...]:
        """The passages that have got their place since this was last asked."""
        found, self._notes = self._notes, {}
        return tuple(self._passage(figures, numbered=False) for figures in found.values())

    def of_card(self, figure: FigureView) -> FigureView:
        """The figure of a card with the way to what proves it."""
        return figure.having(proof=self._ways.get(figure.row, f"#{figure.row}") if figure.has_evidence else None)

    def said_once(self, figures: Iterable[FigureView]) -> Iterator[FigureView]:
        """The rows of the table: of a passage that stands large, or in a row before, a row has its own words alone."""
        first: dict[tuple[str, str], str] = {}
        for figure in figures:
            key = _key(figure)
            large = self._ways.get(figure.row, LARGE) if key == self._large else None
            whole = large or first.setdefault(key, f"#{figure.row}")
            repeats = figure.mark and whole != f"#{figure.row}"
            quote = joined(_own_words(figure) if repeats else figure.quote) if figure.quote else None
            yield figure.having(whole=whole if repeats else None, quote=quote)

    def _passage(self, figures: Sequence[FigureView], *, numbered: bool = True) -> PassageView:
        """Put a mark on each figure in a passage, which then is where the figure is proven."""
        first = figures[0]
        by_row = {figure.row: figure for figure in figures}
        spans = apart((figure.row, figure.mark) for figure in figures)
        order = {row: number for number, (row, _) in enumerate(spans, 1)}
        self._ways.update((row, f"#{_anchor(row)}") for row in order)
        opening, closing = first.quote_marks
        placed = [(by_row[row], span) for row, span in spans]
        shown = order.items() if numbered and len(figures) > 1 else ()
        digits = {row: escape(dates.year(self._language.numbers, number)) for row, number in shown}
        numbers = {row: f'<sup class="number" aria-hidden="true">{number}</sup>' for row, number in digits.items()}
        pieces = "".join(_pieces(first.quoted, placed, numbers, is_linked=True))
        return PassageView(
            text=joined(Markup(f"{escape(opening)}{pieces}{escape(closing)}")),  # noqa: S704 - every part is escaped
            lang=first.quote_lang,
            dir=first.quote_dir,
            language=first.quote_language,
            translation=_translation(figures, numbers),
            source=first.source,
            figures=tuple(map(_repeated, sorted(figures, key=lambda figure: order.get(figure.row, len(order))))),
        )


def _translation(figures: Sequence[FigureView], numbers: Mapping[str, str]) -> Markup | None:
    """The passage in the page's language, with marks on the same figures, which are linked in the original alone."""
    text = next((figure.translation for figure in figures if figure.translation), None)
    if text is None:
        return None
    by_row = {figure.row: figure for figure in figures if figure.translation == text}
    placed = [(by_row[row], span) for row, span in apart((row, one.translated) for row, one in by_row.items())]
    return joined(Markup("".join(_pieces(text, placed, numbers))))  # noqa: S704 - every part is escaped


def _pieces(
    text: str, spans: Iterable[tuple[FigureView, Span]], numbers: Mapping[str, str], *, is_linked: bool = False
) -> Iterator[str]:
    """A text with marks on spans of it, each with the number that its row has."""
    position = 0
    for figure, (start, end) in spans:
        yield escape(text[position:start], quote=False)
        words, number = escape(text[start:end], quote=False), numbers.get(figure.row, "")
        begun = f' id="{escape(_anchor(figure.row))}"><a href="{escape(figure.href)}"' if is_linked else ""
        yield f"<mark{begun}>{words}{'</a>' if is_linked else ''}{number}</mark>"
        position = end
    yield escape(text[position:], quote=False)


def with_mark(text: str, span: Span | None, marks: tuple[str, str]) -> Markup:
    """A passage between quotation marks, with a mark on the words that give the figure."""
    start, end = span or (len(text), len(text))
    parts = map(markup_escape, (marks[0], text[:start], text[start:end], text[end:], marks[1]))
    opening, before, words, behind, closing = map(str, parts)
    marked = f"<mark>{words}</mark>" if span else words
    return Markup(f"{opening}{before}{marked}{behind}{closing}")  # noqa: S704 - every part is escaped


def _own_words(figure: FigureView) -> Markup:
    """The words of its passage that give a figure, between dots for what stands around them."""
    start, end = figure.mark or (0, 0)
    before, behind = ("… " if start else "", " …" if figure.quoted[end:] else "")
    words = f"{before}{figure.quoted[start:end]}{behind}"
    return with_mark(words, (len(before), len(words) - len(behind)), figure.quote_marks)


def _repeated(figure: FigureView) -> FigureView:
    """A figure as it is shown once more: its id belongs to its first place on the page."""
    return figure.having(element=Markup(_ID.sub("", figure.element, count=1)))  # noqa: S704 - only the id is taken out


def _most(figures: Sequence[FigureView]) -> list[FigureView]:
    """The key figures that one passage proves: the most there are, or the first of several; none if it says little."""
    best = _several(figures)
    first = next((figure for figure in figures if len(figure.quoted.split()) >= LEAST_WORDS and figure.source), None)
    return best or ([first] if first else [])


def _several(figures: Sequence[FigureView]) -> list[FigureView]:
    """The figures that one passage proves, where it proves several: the most there are, or the first."""
    alike: dict[tuple[str, str], list[FigureView]] = {}
    for figure in figures:
        if figure.quoted and figure.source:
            alike.setdefault(_key(figure), []).append(figure)
    best = max(alike.values(), key=len, default=[])
    return best if len(best) > 1 else []


def _key(figure: FigureView) -> tuple[str, str]:
    """What figures of one passage have in common: its words, and the source they stand in."""
    return figure.quoted, figure.source.anchor if figure.source else ""


def _anchor(row: str) -> str:
    """The id of the mark that proves the figure of a row."""
    return f"_s{row.removeprefix('_row')}"


# The text of a sheet by its sections, the figures in it linked with the passages that prove them.

_TOKEN: Final = regex(
    r"<(?:(?P<end>/?)(?P<name>a|h[1-6]|blockquote|section|table|ul|ol|dl|div|details|svg)\b[^>]*>"
    r"|(?P<figure>data|time) class=\"figure\"[^>]*\bdata-metric=\"(?P<metric>[^\"]*)\"[^>]*>.*?</(?P=figure)>)",
    re.DOTALL,
)
_BLOCK: Final = regex(r"<(?P<end>/?)(?P<name>h[1-6]|blockquote|section|table|ul|ol|dl|div|details|svg)\b")
_TAG: Final = regex(r"<[^>]*>")
_HEADING: Final = regex(r"<h2\b[^>]*?(?: id=\"(?P<id>[^\"]*)\")?[^>]*>(?P<text>.*?)</h2>", re.DOTALL)
_LINKED: Final = HEADINGS | {"a", "blockquote", "svg"}
"""The elements inside which a figure is no link: it would stand in another link, or in words of others."""


def sections(body: str, link: Callable[[str], str | None]) -> Iterator[Section]:
    """Part a body before each heading of the second level, its figures linked with what proves them.

    `link` gives the way from a figure to its passage, by the name that the text calls the figure; it is asked in the
    order of the text, for a part before that part is given. The body must be well-formed, as what is sanitized is.
    """
    for part in _parted(body):
        heading = _HEADING.match(part.lstrip())
        title = Markup(_TAG.sub("", heading["text"])) if heading else None  # noqa: S704 - only tags are taken out
        html = Markup(_linked(part, link))  # noqa: S704 - links are put around what was sanitized
        yield Section(html=html, anchor=heading["id"] if heading else None, title=title)


def _parted(body: str) -> Iterator[str]:
    """The parts of a body that begin with a heading of the second level which stands in no other element."""
    depth, start = 0, 0
    for match in _BLOCK.finditer(body):
        if match["name"] == "h2" and not match["end"] and depth == 0 and body[start : match.start()].strip():
            yield body[start : match.start()]
            start = match.start()
        depth += -1 if match["end"] else 1
    yield body[start:]


def _linked(part: str, link: Callable[[str], str | None]) -> str:
    """Link each figure that stands in no link, heading or quotation with its passage."""
    depth = 0

    def put(match: re.Match[str]) -> str:
        nonlocal depth
        if match["figure"] is None:
            depth += 0 if match["name"] not in _LINKED else -1 if match["end"] else 1
            return match[0]
        address = link(unescape(match["metric"])) if depth == 0 else None
        return f'<a class="in" href="{escape(address)}">{match[0]}</a>' if address else match[0]

    return _TOKEN.sub(put, part)
