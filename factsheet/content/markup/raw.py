"""Bodies that hold HTML: it is marked with its places, made safe, and made a tree again.

What went in and did not come out is told: an element, an attribute, an address.
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Final
from urllib.parse import unquote
from xml.etree.ElementTree import Element, SubElement

from factsheet.content.markup import tokens
from factsheet.content.markup.commonmark.extension import Body
from factsheet.content.markup.commonmark.grammar import CHARACTER_REFERENCE, FIGURE
from factsheet.content.markup.commonmark.nodes import Piece, SerializedText, text_of
from factsheet.content.markup.sanitize import MARKER, TAGS, sanitize
from factsheet.content.markup.values import MarkupSlip
from factsheet.core.patterns import regex
from factsheet.core.records import NamedTuple, dataclass, field

_TOKEN: Final = regex(
    rf"(?P<hidden><!--[\s\S]*?(?:-->|\Z)|<\?[\s\S]*?(?:\?>|\Z)|<![\s\S]*?(?:>|\Z))"
    r"|(?P<opening><(?P<name>[A-Za-z][A-Za-z0-9-]*)(?P<attributes>(?:\"[^\"]*\"|'[^']*'|[^\"'<>])*)>)"
    r"|(?P<closing></[A-Za-z][^<>]*>)"
    rf"|(?P<figure>{FIGURE})|(?P<reference>{CHARACTER_REFERENCE.pattern})|[^<{{&]+|[<{{&]"
)
_ATTRIBUTE: Final = regex(r"([^\s\"'<>/=]+)(?:[ \t\n]*=[ \t\n]*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")
_UNREAD: Final = {name: regex(rf"</{name}[ \t\n]*>", re.IGNORECASE) for name in ("script", "style")}
"""Elements whose content is no HTML, and how each ends."""

_SAFE: Final = regex(r"<(/?)([a-z0-9]+)((?: [a-z-]+=\"[^\"]*\")*)>")
_SAFE_ATTRIBUTE: Final = regex(r" ([a-z-]+)=\"([^\"]*)\"")
_VOID: Final = frozenset({"br", "col", "hr", "img", "wbr"})
_MAY_LACK_AN_END: Final = frozenset(
    {"li", "dt", "dd", "p", "rt", "rp", "option", "colgroup", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"}
)
_TYPED_NUMBERS: Final = frozenset({("ol", "start"), ("li", "value")})
"""Attributes of HTML that would show a number that nobody declares."""

_ON_DISK: Final = regex(r"file:|[A-Za-z]:(?:\\|%5C|/)", re.IGNORECASE)
"""How an address on a disk of Windows begins."""
_REFERENCE: Final = regex(FIGURE)


@dataclass(slots=True)
class _Given:
    """An element as it was written: its name, its attributes, and where it stands."""

    name: str
    attributes: dict[str, str]
    place: int
    is_html: bool
    places: dict[str, int] = field(default_factory=dict)
    """Where the values of its attributes begin."""


class _Tag(NamedTuple):
    """A tag as it was written."""

    place: int
    name: str
    opens: bool


class RawHtml:
    """The HTML of one body."""

    def __init__(self, body: Body) -> None:
        """Put the marks of places into the pieces of HTML that the body holds."""
        self._body = body
        self._given: list[_Given] = []
        self._tags: list[_Tag] = []
        stash = body.md.htmlStash.rawHtmlBlocks
        for index, (html, source) in enumerate(body.html):
            parts: list[str] = []
            position = 0
            while found := _TOKEN.match(html, position):
                place = source(position)
                parts.append(self._marked(found, place))
                position = found.end()
                if (end := _UNREAD.get((found["name"] or "").lower())) is not None:
                    stop = end.search(html, position)
                    finish = stop.start() if stop else len(html)
                    parts.append(html[position:finish])
                    position = finish
            stash[index] = "".join(parts)

    def mark(self, root: Element) -> None:
        """Put the marks of places into a tree that Python-Markdown is about to write."""
        for element in root.iter():
            if (source := self._body.sources.get(element)) is not None:
                places = {name: self._body.attributes.get((element, name), source) for name in element.attrib}
                self._given.append(_Given(element.tag, dict(element.attrib), source, is_html=False, places=places))
                element.set(MARKER, str(len(self._given) - 1))
            element.text = _with_places(element.text)
            element.tail = _with_places(element.tail)

    def tree(self, html: str) -> tuple[Element, list[MarkupSlip]]:
        """Make HTML safe; give its tree, and what has been dropped."""
        root = Element("div")
        stack = [root]
        position = 0
        source = -1
        safe = sanitize(html)
        seen: dict[int, Element] = {}
        for found in _SAFE.finditer(safe):
            source = _append(stack[-1], safe[position : found.start()], source)
            position = found.end()
            if found[1]:
                stack.pop()
                continue
            element = SubElement(stack[-1], found[2], self._attributes(found[3]))
            if (marker := element.attrib.pop(MARKER, None)) is not None:
                seen[int(marker)] = element
                self._known(element, self._given[int(marker)])
            if found[2] not in _VOID:
                stack.append(element)
        _append(stack[-1], safe[position:], source)
        lost = [slip for index, given in enumerate(self._given) for slip in _lost(given, seen.get(index))]
        return root, [*lost, *_unpaired(self._tags)]

    def _marked(self, found: re.Match[str], place: int) -> str:
        if found["opening"]:
            self._tags.append(_Tag(place, found["name"].lower(), opens=True))
            return self._opening(found, place)
        if found["closing"]:
            self._tags.append(_Tag(place, found[0].strip("</> \t\n").lower(), opens=False))
            return found[0]
        if found["hidden"]:
            return found[0]
        if found["figure"]:
            match = tokens.REFERENCE.match(found[0])
            return tokens.place(place) + (self._body.figure(match, place) if match else "")
        return tokens.place(place) + found[0]

    def _opening(self, found: re.Match[str], place: int) -> str:
        given = _Given(found["name"].lower(), {}, place, is_html=True)
        start = found.start("attributes") - found.start()
        for one in _ATTRIBUTE.finditer(found["attributes"]):
            group = next((number for number in (2, 3, 4) if one[number] is not None), 0)
            given.attributes.setdefault(one[1].lower(), one[group] if group else "")
            if group:
                given.places[one[1].lower()] = place + start + one.start(group)
        self._given.append(given)
        rest = _REFERENCE.sub(lambda one: self._figure(one, place + start), found["attributes"])
        return f'<{found["name"]} {MARKER}="{len(self._given) - 1}"{rest}>'

    def _figure(self, found: re.Match[str], place: int) -> str:
        match = tokens.REFERENCE.match(found[0])
        return self._body.figure(match, place + found.start()) if match else found[0]

    def _attributes(self, written: str) -> dict[str, str]:
        return {name: unescape(value).replace("&", "&amp;") for name, value in _SAFE_ATTRIBUTE.findall(written)}

    def _known(self, element: Element, given: _Given) -> None:
        """Tell where an element and the values of its attributes stand; drop numbers that are typed in them."""
        self._body.sources[element] = given.place
        if given.name != element.tag:
            return
        for name, source in given.places.items():
            self._body.attributes[element, name] = source
        for name in list(element.attrib):
            if given.is_html and (element.tag, name) in _TYPED_NUMBERS:
                del element.attrib[name]


def _with_places(text: str | None) -> str | None:
    if not isinstance(text, SerializedText):
        return text
    return "".join([_piece_with_place(piece) for piece in text.pieces])


def _piece_with_place(piece: Piece) -> str:
    text, source = piece
    shown = text.replace("&", "&amp;")
    return shown if source < 0 or text.startswith("\x02") else tokens.place(source) + shown


def _append(element: Element, text: str, source: int) -> int:
    """Add safe text to an element; give the place of what follows."""
    if not text:
        return source
    pieces: list[Piece] = []
    position = 0
    for found in tokens.PLACE.finditer(text):
        source = _pieces(pieces, text[position : found.start()], source)
        source, position = int(found[1]), found.end()
    source = _pieces(pieces, text[position:], source)
    if pieces:
        last = element[-1] if len(element) else None
        if last is None:
            element.text = text_of(pieces)
        else:
            last.tail = text_of(pieces)
    return source


def _pieces(pieces: list[Piece], text: str, source: int) -> int:
    """Add text as one piece, but for figures, each of which is one of its own; give the place of what follows."""
    shown = unescape(text)
    position = 0
    for found in tokens.MARK.finditer(shown):
        if found.start() > position:
            pieces.append((shown[position : found.start()], source))
        pieces.append((found[0], source))
        position = found.end()
    if position < len(shown):
        pieces.append((shown[position:], source))
    return source + len(shown) - position if source >= 0 else source


def _unpaired(tags: Iterable[_Tag]) -> Iterator[MarkupSlip]:
    """Tell which tags lack their other half; those that HTML lets be left out (HTML, 13.1.2.4) may."""
    stack: list[_Tag] = []
    for tag in sorted(tags):
        if tag.name in _VOID or tag.name in _MAY_LACK_AN_END or tag.name not in TAGS:
            continue
        if tag.opens:
            stack.append(tag)
        elif any(one.name == tag.name for one in stack):
            while (last := stack.pop()).name != tag.name:
                yield MarkupSlip("M108", last.place, (("element", last.name),))
        else:
            yield MarkupSlip("M109", tag.place, (("element", tag.name),))
    yield from (MarkupSlip("M108", one.place, (("element", one.name),)) for one in stack)


def _lost(given: _Given, element: Element | None) -> list[MarkupSlip]:
    """What of an element is not on the page."""
    if element is None:
        if given.name in TAGS:
            return []
        return [MarkupSlip("M101", given.place, (("element", given.name),), "embed" if given.name in _EMBEDS else "")]
    slips = []
    for name, value in given.attributes.items():
        if name in element.attrib or name == "align":
            continue
        if name in {"href", "src"}:
            address = unescape(value)
            values = (("address", address), ("name", re.split(r"[\\/]", unquote(address))[-1]))
            variant = "disk" if _ON_DISK.match(address) else ""
            slips.append(MarkupSlip("R508", given.places.get(name, given.place), values, variant))
        elif given.is_html:
            variant = "markdown" if name == "markdown" else "number" if (given.name, name) in _TYPED_NUMBERS else ""
            slips.append(MarkupSlip("M102", given.place, (("attribute", name), ("element", given.name)), variant))
    return slips


_EMBEDS: Final = frozenset({"audio", "embed", "iframe", "object", "picture", "source", "svg", "video"})
