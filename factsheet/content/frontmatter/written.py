"""Front matter as it is written: between its fences, and the nodes that a text without fault becomes."""

import re
from typing import Any, Final

import yaml

from factsheet.content.frontmatter.slips import unmarked
from factsheet.content.text import place_at
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Problem
from factsheet.core.records import dataclass

# The two parts of a sheet: front matter between `---` lines, and the Markdown after it.

_FENCE = regex(r"^---[ \t]*$", re.MULTILINE)
_NEARLY = regex(r"^[ \t]*(?P<signs>[-=+_~*\u2010-\u2015\u2212]{1,12})[ \t]*$", re.MULTILINE)
"""A line that was most likely meant as a fence: word processors make one dash of three hyphens."""
_BEHIND = regex(r"^---[ \t]*\n(?=(?:#.*\n)*[a-z_]+:(?: |$))", re.MULTILINE)
"""A fence with a key below it: what stands above, such as the words of a program that wrote the sheet, is no part."""
_MOST_ABOVE = 4_000
"""How far down it is looked for, in characters."""
_CITED = regex(r"> ?---[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A sheet's text in its parts; joining `opening + head + closing + body` gives the text back."""

    opening: str
    head: str
    closing: str
    body: str
    body_line: int
    head_line: int = 2


def split(path: str, text: str) -> tuple[Split | None, list[Problem]]:
    """Find the front matter of `text`; it must open on the first line and be closed."""
    if (first := _FENCE.match(text)) is None:
        return None, [_unopened(path, text)]
    start = first.end() + 1
    second = _FENCE.search(text, start) if start <= len(text) else None
    if second is None:
        return None, [_unclosed(path, text, start)]
    end = min(second.end() + 1, len(text))
    return Split(
        opening=text[:start],
        head=text[start : second.start()],
        closing=text[second.start() : end],
        body=text[end:],
        body_line=text.count("\n", 0, end) + 1,
    ), []


def _unopened(path: str, text: str) -> Problem:
    """The finding for a sheet that does not begin with a fence, with the way out that fits what it begins with."""
    if (nearly := _NEARLY.match(text)) is not None:
        return report("F003", Place(path), variant="fence", written=nearly["signs"])
    is_fenced = _FENCE.match(text.lstrip())
    above = _BEHIND.search(text[:_MOST_ABOVE])
    if above is not None and not is_fenced:
        line = text.count("\n", 0, above.start()) + 1
        return report("F003", Place(path), variant="code" if text.startswith("```") else "above", line=line)
    variant = "blank" if is_fenced else "cited" if _CITED.match(text) else "" if text.strip() else "empty"
    return report("F003", Place(path), variant=variant)


_LIKE_KEY = regex(r"(?m)^ *(?:- )?[a-z][\w-]*:(?: .*)?$")
"""A line that looks like front matter."""


def _unclosed(path: str, text: str, start: int) -> Problem:
    """The finding for front matter without an end, at the line that was most likely meant as one."""
    if (nearly := _NEARLY.search(text, start)) is None:
        last = [*_LIKE_KEY.finditer(text, start)][-1:]
        place, variant = (place_at(path, text, last[0].start()), "after") if last else (Place(path), "")
        return report("F004", place, variant=variant)
    place = place_at(path, text, nearly.start("signs"))
    return report("F004", place, variant="fence", written=nearly["signs"])


# The nodes of front matter, and how a text without fault becomes them: event by event, as the C parser reads it.
#
# A text with anything odd is left to `nodes`, which composes it and says what is wrong.

MAX_DEPTH: Final = 12
"""How deeply mappings and lists may be nested."""

QUOTED: Final = frozenset("'\"|>")
"""The styles of a scalar that say its kind: all but that of a plain one."""
BLOCKS: Final = ("|", ">")
"""The signs of texts over several lines; alone they are a value where nothing stands below."""
COMMENT: Final = regex(r"[ \t]*(?P<comment>#(?P<joined>[^\s#!-]|[ \t]*[0-9])?.*)")
"""A comment behind a value; `joined` where it may rather belong to the value."""
_SPACES: Final = (" ", "\t", "#")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value: its text as written, and whether it stood in quotes or in a block."""

    text: str
    place: Place
    quoted: bool = False

    @property
    def language(self) -> str:
        """The language of its sheet, by the folder that this lies in: `ro` of content/ro/index.md; else empty."""
        return "".join(self.place.path.split("/")[1:2])


@dataclass(frozen=True, slots=True)
class Listing:
    """A YAML sequence."""

    items: "tuple[Node, ...]"
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """A YAML mapping; keys are scalars and stand in the order of the file."""

    entries: "tuple[tuple[Scalar, Node], ...]"
    place: Place


Node = Scalar | Listing | Mapping


class _Odd(ValueError):
    """Something that is a finding, or may be one."""


def faultless(path: str, head: str, first_line: int) -> Mapping | None:
    """Read a text that holds a mapping and nothing that is to be told; None for any other."""
    reading = _Reading(path, head, first_line)
    try:
        if type(reading.next()) is not yaml.StreamStartEvent or type(reading.next()) is not yaml.DocumentStartEvent:
            return None
        root = reading.node(reading.next(), 0)
        if type(reading.next()) is not yaml.DocumentEndEvent or type(reading.next()) is not yaml.StreamEndEvent:
            return None
    except (yaml.YAMLError, ValueError):
        return None
    return root if isinstance(root, Mapping) else None


class _Reading:
    """A text while its events are read."""

    def __init__(self, path: str, head: str, first_line: int) -> None:
        self._path = path
        self._head = head
        self._first_line = first_line
        self.next = yaml.CBaseLoader(head).get_event
        """Gives the next event."""

    def node(self, event: Any, depth: int) -> Node:  # noqa: ANN401 - any event
        """Give the node that an event begins. Raises _Odd, and what the parser raises."""
        kind, mark = type(event), event.start_mark
        if depth > MAX_DEPTH or kind is yaml.AliasEvent or event.anchor is not None or event.tag is not None:
            raise _Odd
        place = Place(self._path, mark.line + self._first_line, mark.column + 1)
        if kind is yaml.ScalarEvent:
            is_quoted = self._is_quoted(event)
            text = event.value or self._sign(event) if is_quoted else event.value
            return Scalar(text, place, quoted=is_quoted)
        if kind is yaml.SequenceStartEvent:
            return Listing(tuple(self._items(depth + 1)), place)
        if self._head.startswith("{{", mark.index):
            raise _Odd
        return Mapping(tuple(self._entries(depth + 1)), place)

    def _items(self, depth: int) -> list[Node]:
        found = []
        while type(event := self.next()) is not yaml.SequenceEndEvent:
            found.append(self.node(event, depth))
        return found

    def _entries(self, depth: int) -> list[tuple[Scalar, Node]]:
        found: dict[str, tuple[Scalar, Node]] = {}
        while type(event := self.next()) is not yaml.MappingEndEvent:
            key = self.node(event, depth)
            if type(key) is not Scalar or key.text in found or key.text != key.text.strip():
                raise _Odd
            found[key.text] = key, self.node(self.next(), depth)
        return list(found.values())

    @staticmethod
    def _sign(event: Any) -> str:  # noqa: ANN401 - of a scalar
        """The sign that opens a block, if nothing stands in it: `bound: >` means no block."""
        return event.style if event.style in BLOCKS else ""

    def _is_quoted(self, event: Any) -> bool:  # noqa: ANN401 - of a scalar
        """Whether a scalar is no plain one. Raises _Odd where it holds, or ends with, what is told."""
        text, style = event.value, event.style
        if style and style in QUOTED:
            if style == '"' and not text.isprintable():
                raise _Odd
            return True
        end = event.end_mark.index
        if self._head.startswith(_SPACES, end) and COMMENT.match(self._head, end):
            raise _Odd
        if not text.isascii() and unmarked(text) is not None:
            raise _Odd
        return False
