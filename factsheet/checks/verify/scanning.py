"""Published pages taken apart: HTML, quickly where it is plain as pages of this tool are, and the charts in it."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser
from typing import Final

from factsheet.core.patterns import regex
from factsheet.core.problems import Given, Place
from factsheet.core.records import dataclass, field

# HTML taken apart: quickly where it has the plain form that pages of this tool have, else by Python's own parser.
#
# The plain form is part of HTML, and both ways tell the same of it: names in small letters or not, values between
# double quotes, every `&` that begins a reference ended by `;`, no `<` in texts or scripts.

_SPLIT: Final = regex(r"(<[^<>]*>)")
_TAG: Final = regex(
    r"""<(?:(?P<end>/)(?P<ended>[a-zA-Z][a-zA-Z0-9-]*)>
    |(?P<begun>[a-zA-Z][a-zA-Z0-9-]*)(?P<given>(?:\s+[a-zA-Z_:][a-zA-Z0-9_:.-]*(?:="[^"<>]*")?)*)\s*(?P<empty>/?)>
    |!doctype\ html>)""",
    re.VERBOSE | re.IGNORECASE,
)
_GIVEN: Final = regex(r"""([a-zA-Z_:][a-zA-Z0-9_:.-]*)(="([^"]*)")?""")
_BARE: Final = regex(r"&(?!(?:[a-zA-Z][a-zA-Z0-9]*|\#[0-9]+|\#[xX][0-9a-fA-F]+);)")
_RAW: Final = frozenset(("script", "style"))
"""Elements whose text is no HTML."""

_UNPARTED: Final = _RAW | {"title", "textarea"}
"""Elements that hold text alone."""

_ODD: Final = frozenset(("plaintext", "xmp", "iframe", "noembed", "noframes"))
"""Elements in which releases of Python differ."""

_PLAIN: Final = regex(
    rf"""(?:[^<]*+<(?:/[a-z][a-z0-9-]*+
    |(?:(?!(?:{"|".join(sorted((*_UNPARTED, *_ODD, "figure")))})\b)[a-z]
        |{"|".join(rf"{name}(?=[^<>]*+>[^<]*+</{name}>)" for name in sorted(_UNPARTED))})[a-z0-9-]*+
        (?:\s++[a-zA-Z_:][a-zA-Z0-9_:.-]*+
            (?:="[^"<>&]*+(?:&(?:[a-zA-Z][a-zA-Z0-9]*+|\#[0-9]++|\#[xX][0-9a-fA-F]++);[^"<>&]*+)*")?)*\s*+/?
    |!(?i:doctype)\ html)>)*[^<]*+""",
    re.VERBOSE,
)
"""A piece in the plain form in which no tag is parted, no element that holds text alone, and no drawing stands."""

Attributes = tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """A tag: the elements that it begins and ends, in small letters, both for one that is empty, and its attributes."""

    begun: str = ""
    ended: str = ""
    given: Attributes = ()


Piece = tuple[int, str, int, Tag | None]
"""Where a text begins, in characters, and the text, which may be empty; and the same of the tag behind it, if any."""


class NotPlain(Exception):
    """The page has another form."""


def plain(html: str) -> Iterator[Piece]:
    """Take a page of the plain form apart; raises NotPlain where it turns out to have another."""
    parts = _SPLIT.split(html)
    if html.count("<") != len(parts) // 2:
        raise NotPlain
    at, raw = 0, ""
    texts, tags = iter(parts[::2]), parts[1::2]
    for written, text in zip(tags, texts, strict=False):
        tag, behind = _tag(written), at + len(text)
        if tag is None or (raw and tag.ended != raw):
            raise NotPlain
        yield at, text if raw in _RAW else _unescaped(text), behind, tag
        at, raw = behind + len(written), tag.begun if tag.begun in _UNPARTED and not tag.ended else ""
    if raw:
        raise NotPlain
    yield at, _unescaped(parts[-1]), at, None


def is_plain(html: str) -> bool:
    """Whether a piece of a page is of the plain form by itself, without drawings: far quicker than to take it apart."""
    return _PLAIN.fullmatch(html) is not None


def apart(html: str) -> list[str | Tag]:
    """Take a piece of a page that is plain by itself apart into texts, as they are written, and tags in turn."""
    written = _SPLIT.split(html)
    parts: list[str | Tag] = [*written]
    parts[1::2] = [tag for tag in map(_tag, written[1::2]) if tag]
    return parts


def parsed(html: str) -> list[Piece]:
    """Take any page apart, as far as it can be read."""
    parser = _Parser(html)
    parser.feed(html)
    parser.close()
    return parser.pieces


@lru_cache(maxsize=4096)
def _tag(written: str) -> Tag | None:
    """Read a tag, most of which a site has many times; None for one that is not plain."""
    tag = _TAG.fullmatch(written)
    begun, ended = ((tag["begun"] or "").lower(), (tag["ended"] or "").lower()) if tag else ("", "")
    if tag is None or begun in _ODD:
        return None
    try:
        every = _GIVEN.findall(tag["given"]) if tag["given"] else []
        given = tuple((name.lower(), _unescaped(value) if said else None) for name, said, value in every)
    except NotPlain:
        return None
    return Tag(begun, begun if tag["empty"] else ended, given)


def _unescaped(text: str) -> str:
    if "&" not in text:
        return text
    if _BARE.search(text):
        raise NotPlain
    return unescape(text)


class _Parser(HTMLParser):
    """Python's parser, which keeps what it tells of."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []
        self._lines = [0, *(found.end() for found in re.finditer("\n", html))]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the beginning of an element."""
        self._keep("", Tag(begun=tag, given=tuple(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Keep the end of an element."""
        self._keep("", Tag(ended=tag))

    def handle_data(self, data: str) -> None:
        """Keep a text."""
        self._keep(data, None)

    def _keep(self, text: str, tag: Tag | None) -> None:
        line, column = self.getpos()
        at = self._lines[line - 1] + column
        self.pieces.append((at, text, at, tag))


# The charts of a page taken apart: what is drawn, where, and the figures that stand beside it.

_LENGTH: Final = regex(r"(-?[0-9]{1,5}(?:\.[0-9]{1,5})?)(?:%|rem)")
FIGURES: Final = {"data": "value", "time": "datetime"}
"""The elements of figures, with the attributes that hold their machine values."""

_TEXTS: Final = frozenset({"text", "td", "th", "dt", "dd"})


@dataclass(frozen=True, slots=True)
class Written:
    """A text of a chart."""

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
    """One chart: what its drawing says and shows, and the figures of its list and of its table."""

    lang: str
    place: Place
    type: str = ""
    texts: dict[str, list[Written]] = field(default_factory=dict)
    """By the first word of the class of the element: `amount`, `tick`; `amounts` are the divisions at the side."""
    marks: list[tuple[Decimal, Decimal]] = field(default_factory=list)
    """The middles of the columns or points, in percent of the width, and their tops in rem."""
    lengths: list[Decimal] = field(default_factory=list)
    """The lengths of the bars, in percent of the width."""
    arrows: list[Decimal] = field(default_factory=list)
    """The two ends of each arrow, in percent of the width."""
    paths: list[list[Decimal]] = field(default_factory=list)
    """The heights of the points of each line, from the top."""
    heads: list[Written] = field(default_factory=list)
    labels: list[Written] = field(default_factory=list)
    rows: list[list[Written]] = field(default_factory=list)
    """The values of the table by its rows."""
    listed: list[Written] = field(default_factory=list)
    """The values of the list."""

    @property
    def values(self) -> list[Written]:
        """The values of a table of one column."""
        return [cell for row in self.rows for cell in row]


def read_charts(path: str, html: str) -> list[Drawing]:
    """Read the charts of a page."""
    reader = _Reader(path)
    reader.feed(html)
    reader.close()
    return reader.drawings


class _Reader(HTMLParser):
    def __init__(self, path: str) -> None:
        super().__init__(convert_charrefs=True)
        self.drawings: list[Drawing] = []
        self._path = path
        self._lang = ""
        self._is_open = False
        self._width = Decimal(100)
        self._parts: list[str] | None = None
        self._sort = ""
        self._last = ""
        self._begun = Place(path)
        self._value = ""
        self._spot = (Decimal(0), Decimal(0), "")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a chart, a text of its drawing, or a figure beside it."""
        given = Given({name: value or "" for name, value in attrs})
        classes = given["class"].split(" ")
        if tag == "html":
            self._lang = given["lang"]
        if tag == "figure" and "chart" in classes:
            place = Place(self._path, self.getpos()[0], self.getpos()[1] + 1)
            lang = given.get("lang", self._lang)
            self.drawings.append(Drawing(lang=lang, place=place, type=(classes[1:] or [""])[0]))
            self._is_open, self._last = True, ""
        if not self._is_open:
            return
        if tag == "tr":
            self.drawings[-1].rows.append([])
        if tag in _TEXTS:
            line, column = self.getpos()
            self._sort = tag if tag != "text" else "amounts" if "amounts" in classes else classes[0]
            self._sort += given["scope"]
            self._parts, self._begun, self._value = [], Place(self._path, line, column + 1), ""
            self._spot = (length(given["x"]), length(given["y"]), given.get("text-anchor", "start"))
        elif tag in FIGURES and self._parts is not None:
            self._value = given[FIGURES[tag]]
        elif tag == "svg":
            self._width = length(given["width"]) if "bar" in classes else self._width
        elif classes[0] == "mark":
            self._mark(tag, given)

    def _mark(self, tag: str, given: Given) -> None:
        drawing = self.drawings[-1]
        if tag == "polyline":
            drawing.paths.append([Decimal(point.partition(",")[2]) for point in given["points"].split()])
        elif tag == "line":
            drawing.arrows += [length(given["x1"]), length(given["x2"])]
        elif tag == "rect" and given.get("height") == "100%":
            drawing.lengths.append(length(given["width"]) * self._width / 100)
        elif tag in {"circle", "rect"}:
            middle = length(given["cx"] or given["x"]) + length(given["width"]) / 2
            drawing.marks.append((middle, length(given["cy"] or given["y"])))
            self._last = ""

    def handle_endtag(self, tag: str) -> None:
        """End what was begun."""
        if tag == "figure":
            self._is_open = False
        if tag in _TEXTS and self._parts is not None:
            self._keep("".join(self._parts).strip(" \t\r\n"))
            self._parts = None

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        if self._parts is not None:
            self._parts.append(data)

    def _keep(self, text: str) -> None:
        drawing, written = self.drawings[-1], Written(text, self._begun, self._value, *self._spot)
        cells = drawing.rows[-1] if drawing.rows else []
        lists = {"throw": drawing.labels, "thcol": drawing.heads, "td": cells, "dd": drawing.listed, "dt": []}
        found = lists.get(self._sort)
        (drawing.texts.setdefault(self._sort, []) if found is None else found).append(written)


def length(text: str, pattern: re.Pattern[str] = _LENGTH) -> Decimal:
    """A length in percent of the width or in rem; others count as none."""
    found = pattern.fullmatch(text)
    return Decimal(found[1]) if found else Decimal(0)
