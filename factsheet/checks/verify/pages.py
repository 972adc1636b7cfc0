"""A published page as its reader meets it: figures with their machine values, and the text around them."""

from collections.abc import Collection, Mapping
from typing import Final

from factsheet.checks.verify.scanning import Scanner
from factsheet.patterns import regex
from factsheet.records import dataclass, field

GAP: Final = "\ufffc"
"""Stands in a text for a figure."""

_VOID: Final = frozenset(
    {
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    }
)
_INLINE: Final = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "data",
        "del",
        "dfn",
        "em",
        "i",
        "ins",
        "mark",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "text",
        "time",
        "u",
        "wbr",
    }
)
_UNREAD: Final = frozenset(
    {
        "blockquote",
        "cite",
        "code",
        "kbd",
        "pre",
        "q",
        "samp",
        "script",
        "style",
        "template",
        "textarea",
        "var",
    }
)
"""What is not the site's own prose: passages and titles of others, code, and what no reader sees."""

_NUMBERING: Final = frozenset(("amount", "number", "tick"))
"""Classes of elements that number something."""

_SAYING: Final = regex(r"[^\W_]")
"""A letter or a digit: texts without any say nothing."""

_NOTHING: Final[Mapping[str, str]] = {}
_FIGURES: Final = {"data": "value", "time": "datetime"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A `data` or `time` element: what machines are told, and what readers see."""

    lang: str
    metric: str
    """`data-metric`: the figure's id, with its sheet's path where that is another; empty for other dates."""
    form: str
    value: str
    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The text of one block in one language, with a gap for each figure."""

    lang: str
    text: str
    is_prose: bool
    """Whether it is the body of a sheet, in which every figure is an element."""
    line: int
    column: int


@dataclass(slots=True, kw_only=True)
class Page:
    """What was read of one page."""

    canonical: str = ""
    marks: list[Mark] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    scripts: list[tuple[str, int]] = field(default_factory=list)
    """The JSON-LD of the page, each with the line it begins on."""


def read_page(html: str) -> Page:
    """Read a page as far as it can be read; what is not HTML gives no figures."""
    reader = _Reader()
    reader.read(html)
    reader.end_text()
    return reader.page


@dataclass(slots=True)
class _Open:
    """An element that has been opened."""

    name: str
    lang: str
    is_unread: bool
    is_prose: bool


class _Reader(Scanner):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self._open: list[_Open] = [_Open("", "", is_unread=False, is_prose=False)]
        self._text: list[str] = []
        self._from = (1, 1)
        self._mark: tuple[str, Mapping[str, str], list[str], tuple[int, int]] | None = None
        self._script: tuple[list[str], int] | None = None
        self._drawn = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element says about its content."""
        given = {name: value or "" for name, value in attrs} if attrs else _NOTHING
        above = self._open[-1]
        lang = given.get("lang", above.lang)
        if tag not in _INLINE or lang != above.lang:
            self.end_text()
        if tag == "text":
            self._begin_line(given.get("class", ""))
        if tag == "link" and given.get("rel") == "canonical":
            self.page.canonical = given.get("href", "")
        if tag == "script" and given.get("type") == "application/ld+json":
            self._script = ([], self.getpos()[0])
        if tag in _FIGURES and _FIGURES[tag] in given and self._mark is None:
            self._put(GAP)
            self._mark = (tag, {**given, "lang": lang}, [], self._here())
        if tag in _VOID:
            return
        classes = given["class"].split(" ") if "class" in given else ()
        is_own = "prose" in classes
        unread = above.is_unread or tag in _UNREAD or _is_ordinal(tag, given, classes)
        self._open.append(_Open(tag, lang, is_unread=unread, is_prose=above.is_prose or is_own))

    def handle_endtag(self, tag: str) -> None:
        """Go back to the element around."""
        if self._mark is not None and tag == self._mark[0]:
            self._end_mark()
        if tag == "text" and self._text:
            self._text.append(" ")
        if tag == "script" and self._script is not None:
            parts, line = self._script
            self.page.scripts.append(("".join(parts), line))
            self._script = None
        if self._open[-1].name != tag and not any(one.name == tag for one in self._open[1:]):
            return
        closed = self._open.pop()
        while closed.name != tag:
            closed = self._open.pop()
        if tag not in _INLINE or closed.lang != self._open[-1].lang:
            self.end_text()

    def handle_data(self, data: str) -> None:
        """Keep the text of figures apart from that around them."""
        if self._script is not None:
            self._script[0].append(data)
        elif self._mark is not None:
            self._mark[2].append(data)
        elif not self._open[-1].is_unread:
            self._put(data)

    def end_text(self) -> None:
        """End the block of text that has been gathered."""
        if not self._text:
            return
        text = "".join(self._text)
        if _SAYING.search(text):
            here = self._open[-1]
            line, column = self._from
            self.page.texts.append(Text(lang=self._lang, text=text, is_prose=here.is_prose, line=line, column=column))
        self._text.clear()

    def _put(self, text: str) -> None:
        if not self._text:
            self._from, self._lang = self._here(), self._open[-1].lang
        self._text.append(text)

    def _begin_line(self, drawn: str) -> None:
        """Begin a line of a drawing: it goes on with the text of the line before if that was of the same class."""
        if drawn != self._drawn:
            self.end_text()
        self._drawn = drawn

    def _here(self) -> tuple[int, int]:
        line, column = self.getpos()
        return line, column + 1

    def _end_mark(self) -> None:
        if self._mark is None:
            return
        tag, given, parts, (line, column) = self._mark
        self._mark = None
        self.page.marks.append(
            Mark(
                lang=given["lang"],
                metric=given.get("data-metric", ""),
                form=given.get("data-form", ""),
                value=given[_FIGURES[tag]],
                text="".join(parts),
                line=line,
                column=column,
            )
        )


def _is_ordinal(tag: str, given: Mapping[str, str], classes: Collection[str]) -> bool:
    """Whether an element is the number of a source or of a footnote, a link to one, or one of a drawing or a strip.

    What drawings say is compared with their tables.
    """
    is_link = tag == "a" and given.get("href", "").startswith(("#_", "#fn"))
    return is_link or not _NUMBERING.isdisjoint(classes)
