"""What the inlines of a block are made of, before they become elements."""

import re
from typing import Final, Protocol
from xml.etree.ElementTree import Element

from factsheet.content.markup.commonmark.delimiters import Delimiter
from factsheet.content.markup.commonmark.typography import Marks
from factsheet.core.records import dataclass

References = dict[str, tuple[str, str | None, int]]
"""By its label, where each definition leads, its title, and where in the body its destination stands."""

Piece = tuple[str, int]
"""A text as readers see it, and where it stands in the body."""


class BodyContext(Protocol):
    """What the inlines of all blocks of a body have in common."""

    references: References
    code: list[tuple[int, int]]
    """Where code begins and ends in the body."""
    marks: Marks | None
    """Quotation marks; None where everything is left as it is typed."""
    is_github: bool
    """Whether bare addresses are links, and tildes strike out."""

    def figure(self, match: re.Match[str], source: int) -> str:
        """Note a reference to a figure; give the mark that stands for it."""

    def raw_html(self, html: str, source: int) -> str:
        """Note HTML; give the mark that stands for it."""

    def footnote(self, label: str) -> Element | None:
        """Make the mark of a footnote; None where there is no such footnote."""


@dataclass(slots=True, eq=False)
class Bracket:
    """`[` or `![`: the beginning of a link or a picture, or nothing but itself."""

    text: str
    source: int
    after: int
    """Where the text in the brackets begins."""
    delimiters: int
    """How many delimiter runs stand before it."""
    index: int
    """Where it stands among the nodes."""
    is_active: bool = True
    holds_bracket: bool = False
    link: "LinkNode | None" = None

    @property
    def is_image(self) -> bool:
        """Whether it may be a picture."""
        return self.text == "!["


@dataclass(slots=True, eq=False)
class LinkNode:
    """A link or a picture: where it leads, its title, and where both are written."""

    tag: str
    address: str
    title: str | None
    source: int
    address_source: int
    title_source: int = 0
    is_bare: bool = False


class LinkEnd:
    """The end of a link or a picture."""


END: Final = LinkEnd()
Node = Piece | Delimiter | Bracket | LinkNode | LinkEnd | Element


class BareEnd(LinkEnd):
    """The end of a bare address, which a link around it takes away."""


BARE_END: Final = BareEnd()


def is_bare(node: Node) -> bool:
    """Whether a node begins or ends a link that is a bare address."""
    return node is BARE_END or (isinstance(node, LinkNode) and node.is_bare)


def take_text(nodes: list[Node], source: int) -> list[Node] | None:
    """Take away what stands from a place on, and give it; None, and all stays, where that is not text alone."""
    kept = len(nodes)
    while kept and (place := _place_of_text(nodes[kept - 1])) is not None and place >= source:
        kept -= 1
    gone = nodes[kept:]
    last = nodes[kept - 1] if kept else None
    if type(last) is tuple and last[1] + len(last[0]) > source > last[1]:
        nodes[kept - 1 :] = [(last[0][: source - last[1]], last[1])]
        return gone
    if not gone or _place_of_text(gone[0]) != source:
        return None
    del nodes[kept:]
    return gone


def _place_of_text(node: Node) -> int | None:
    """Where a node stands that is text and may be part of an address of mail."""
    if isinstance(node, Delimiter):
        return node.source if node.sign == "_" else None
    return node[1] if type(node) is tuple and node[0] != "\n" and "\x02" not in node[0] else None


class SerializedText(str):
    """Text of an element as the serializer needs it, and the pieces of which it is made."""

    __slots__ = ("pieces",)

    pieces: list[Piece]


def text_of(pieces: list[Piece]) -> SerializedText:
    """Join pieces; the serializer takes `&name;` for a character reference, so each `&` is written as one."""
    made = SerializedText("".join([text for text, _ in pieces]).replace("&", "&amp;"))
    made.pieces = pieces
    return made
