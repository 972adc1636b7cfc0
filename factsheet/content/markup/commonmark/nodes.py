"""What the inlines of a block are made of, before they become elements."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, Protocol
from xml.etree.ElementTree import Element

from factsheet.content.markup.commonmark.grammar import Marks
from factsheet.core.records import dataclass, field

# Delimiter runs, and which of them are emphasis: section 6.2; and strikethrough, as GitHub has it.

STRONG: Final = 2
_MOST_TILDES: Final = 2
_TAGS: Final = {1: "em", 2: "strong"}


@dataclass(slots=True, eq=False)
class Delimiter:
    """A run of `*`, `_` or `~`: what of it opens and closes elements, and how many of its signs are left."""

    sign: str
    length: int
    source: int
    can_open: bool
    can_close: bool
    left: int
    closing: int = 0
    """How many of its signs close elements."""
    closes: int = 0
    """How many elements it closes."""
    opens: list[tuple[str, int]] = field(default_factory=list)
    """The elements that it opens with their places, the innermost first."""

    @property
    def key(self) -> tuple[str, bool, int]:
        """What runs have in common that find no opener where one of them found none."""
        return self.sign, self.can_open, self.length % 3

    def matches(self, closer: "Delimiter") -> bool:
        """Whether it may open what `closer` closes: the rule of three, or for tildes the same length."""
        if self.sign != closer.sign:
            return False
        if self.sign == "~":
            return self.left == closer.left
        is_odd = (self.can_close or closer.can_open) and (self.length + closer.length) % 3 == 0
        return not is_odd or (self.length % 3 == 0 and closer.length % 3 == 0)


def delimiter_run(sign: str, length: int, source: int, before: str, after: str) -> Delimiter:
    """Make a run of the characters around it; both are a line end where there is none."""
    space_before, space_after = before.isspace(), after.isspace()
    sign_before, sign_after = _is_punctuation(before), _is_punctuation(after)
    is_left = not space_after and (not sign_after or space_before or sign_before)
    is_right = not space_before and (not sign_before or space_after or sign_after)
    if sign == "_":
        can_open, can_close = is_left and (not is_right or sign_before), is_right and (not is_left or sign_after)
    else:
        fits = sign != "~" or length <= _MOST_TILDES
        can_open, can_close = is_left and fits, is_right and fits
    return Delimiter(sign, length, source, can_open, can_close, length)


def match_delimiters(delimiters: list[Delimiter]) -> None:
    """Match closers with openers: each finds the nearest one, and what stands between them opens nothing."""
    openers: list[Delimiter] = []
    floors: dict[tuple[str, bool, int], int] = {}
    for closer in delimiters:
        while closer.can_close and closer.left:
            if (index := _opener(openers, closer, floors.get(closer.key, 0))) is None:
                floors[closer.key] = len(openers)
                break
            _match(openers[index], closer)
            del openers[index + bool(openers[index].left) :]
            floors = {key: min(floor, len(openers)) for key, floor in floors.items()}
        if closer.can_open and closer.left:
            openers.append(closer)


def _opener(openers: list[Delimiter], closer: Delimiter, floor: int) -> int | None:
    for index in range(len(openers) - 1, floor - 1, -1):
        if openers[index].matches(closer):
            return index
    return None


def _match(opener: Delimiter, closer: Delimiter) -> None:
    if opener.sign == "~":
        used, tag = opener.left, "del"
    else:
        used = min(opener.left, closer.left, STRONG)
        tag = _TAGS[used]
    opener.left -= used
    closer.left -= used
    opener.opens.append((tag, opener.source + opener.closing + opener.left))
    closer.closing += used
    closer.closes += 1


def _is_punctuation(character: str) -> bool:
    if character.isascii():
        return not character.isalnum() and character > " " and character != "\x7f"
    return unicodedata.category(character)[0] in "PS"


# What the blocks of a body have in common, and the nodes that they are read into.

Definition = tuple[str, str | None, int]
"""Where the definition of a link leads, its title, and where in the body its destination stands."""


class References(dict[str, Definition]):
    """The definitions of links by their labels. The first of a label counts, and one that no link asks for is lost."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self.asked: set[str] = set()
        self.doubled: list[tuple[str, int]] = []
        """Labels that are defined once more, of footnotes too, and where."""

    def define(self, label: str, key: str, definition: Definition) -> None:
        """Take a definition; one that says the same again is no mistake."""
        first = self.setdefault(key, definition)
        if first[:2] != definition[:2]:
            self.doubled.append((label, definition[2]))

    def asked_for(self, key: str) -> Definition | None:
        """Give the definition of a label to a link."""
        self.asked.add(key)
        return self.get(key)

    def lost(self) -> Iterator[tuple[str, int]]:
        """Give what no link asks for, and where; a definition that leads nowhere is an idiom for comments."""
        for key, (address, _, place) in self.items():
            if key not in self.asked and address not in _NOWHERE:
                yield address, place

    def clear(self) -> None:
        """Forget all of them."""
        super().clear()
        self.asked.clear()
        self.doubled.clear()


_NOWHERE: Final = frozenset(("", "#"))

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
