"""A sheet cut into the blocks that a translator works on: each front-matter word, each block of Markdown.

Blocks of the body are spans of it: list markers, heading signs, rules and link definitions stand between them,
so that the body can be put together again byte for byte.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby, pairwise, product
from operator import attrgetter
from typing import Final

from factsheet.content.model import Sheet
from factsheet.content.texts import SheetText
from factsheet.core.patterns import regex
from factsheet.core.problems import Place
from factsheet.core.records import NamedTuple, dataclass

# What of a text matters to its translator, and a short digest of it.
#
# Figures are left out: a reference shows another value without a word changing. White space and the style of links
# are folded, so that wrapping lines anew or moving an address to the foot of the page makes no work either.

LENGTH: Final = 12
"""Hexadecimal digits of a digest: 48 bits of SHA-256, to tell apart the few blocks of one sheet."""

_FIGURE = regex(r"\{\{[^{}\n]{1,240}\}\}")
_SPACES = regex("[ \t\r\n\u00a0\u2009\u202f]+")
_LINK_DEFINITION = regex(r"^ {0,3}\[([^\]^\n][^\]\n]{0,200})\]:[ \t]+<?([^\s<>]{1,2000})>?.*$", re.MULTILINE)
_REFERENCE_LINK = regex(r"\[([^\[\]\n]{1,500})\][ ]?\[([^\[\]\n]{0,200})\]")


def fold(text: str, definitions: Mapping[str, str] | None = None) -> str:
    """Give a text as its digest sees it; `definitions` resolves links in reference style."""
    if "{{" in text:
        text = _FIGURE.sub("\ufffc", text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if definitions:
        text = _REFERENCE_LINK.sub(lambda match: _inline(match, definitions), text)
    if "  " in text or not text.isprintable():  # so is no space but one
        text = _SPACES.sub(" ", text)
    return text.strip(" ")


def digest(folded: str) -> str:
    """The digest of a folded text."""
    return hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def link_definitions(body: str) -> dict[str, str]:
    """The addresses that links in reference style name, by their lower-case labels."""
    if "]:" not in body:
        return {}
    return {match[1].casefold(): match[2] for match in _LINK_DEFINITION.finditer(body)}


def _inline(match: re.Match[str], definitions: Mapping[str, str]) -> str:
    address = definitions.get((match[2] or match[1]).casefold())
    return match[0] if address is None else f"[{match[1]}]({address})"


_FENCE = regex(r" {0,3}(`{3,}|~{3,})")
_HEADING = regex(r" {0,3}(#{1,6})[ \t]+")
_ITEM = regex(r"[ \t]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]+")
_RULE = regex(r"[ \t]{0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_UNDERLINE = regex(r"(?:=+|-+)[ \t]*$")
_DEFINITION = regex(r" {0,3}\[[^\]^\n][^\]\n]*\]:[ \t]")
_FOOTNOTE = regex(r" {0,3}\[\^[^\]\n]+\]:[ \t]+")
_COLUMNS = regex(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")


@dataclass(frozen=True, kw_only=True)
class TranslationBlock:
    """A piece of text that is translated as one."""

    key: str
    """`title`, `metrics.arrests.label` and so on; empty for a block of the body."""
    kind: str
    """`word` in front matter; `heading2`, `paragraph`, `item`, `table`, `quote`, `code` or `note` in the body."""
    text: str
    place: Place
    phrases: tuple[tuple[str, str], ...] = ()
    """The phrases of a unit, each after its plural category; `text` holds them on lines."""
    start: int = 0
    """Where the block begins in the body; `end` is where it ends."""
    end: int = 0
    folded: str = ""
    """The text as its digest sees it."""

    @cached_property
    def digest(self) -> str:
        """A short digest of the folded text."""
        return digest(self.folded)


def blocks(sheet: Sheet) -> tuple[TranslationBlock, ...]:
    """All blocks of a sheet: the words of its front matter, then those of its body."""
    return (*front_blocks(sheet), *body_blocks(sheet))


def front_blocks(sheet: Sheet) -> tuple[TranslationBlock, ...]:
    """The words of the front matter that translators see; the phrases of a unit are one block."""
    translatable = (text for text in sheet.texts() if text.declared.translatable)
    return tuple(_front_block(key, list(texts)) for key, texts in groupby(translatable, key=attrgetter("key")))


def _front_block(key: str, texts: list[SheetText]) -> TranslationBlock:
    phrases = tuple((text.form, text.text) for text in texts if text.form)
    words = "\n".join(f"{form}: {phrase}" for form, phrase in phrases) if phrases else texts[0].text
    place = texts[0].parent if phrases else texts[0].place
    return TranslationBlock(key=key, kind="word", text=words, place=place, phrases=phrases, folded=fold(words))


def body_blocks(sheet: Sheet) -> tuple[TranslationBlock, ...]:
    """The blocks of the body in their order, each with its digest."""
    definitions = link_definitions(sheet.body)
    found = []
    line, counted = sheet.body_line, 0
    for kind, text, start, end in _Cutter(sheet.body).cut():
        line += sheet.body.count("\n", counted, start)
        counted, column = start, start - sheet.body.rfind("\n", 0, start)
        place, folded = Place(sheet.file, line, column), fold(text, definitions)
        block = TranslationBlock(key="", kind=kind, text=text, place=place, start=start, end=end, folded=folded)
        found.append(block)
    return tuple(found)


class _Cut(NamedTuple):
    """A block of a body: its kind, and the text that stands between two places."""

    kind: str
    text: str
    start: int
    end: int


class _Cutter:
    """One pass over the lines of a body."""

    def __init__(self, body: str) -> None:
        self.body = body
        self.done: list[_Cut] = []
        self.kind = ""
        self.start = 0
        self.end = 0
        self.fence = ""

    def cut(self) -> list[_Cut]:
        offset = 0
        for line in self.body.split("\n"):
            self._line(line, offset)
            offset += len(line) + 1
        self._close()
        return self.done

    def _line(self, line: str, offset: int) -> None:
        if self.fence:
            self._inside_fence(line, offset)
        elif not line.strip(" \t\r"):
            self._close()
        elif not self._opens(line, offset):
            if not self.kind:
                self._open("quote" if line.lstrip(" ").startswith(">") else "paragraph", offset, 0, line)
            self.end = offset + len(line)
            is_second = self.kind == "paragraph" and self.body.count("\n", self.start, offset) == 1
            if is_second and "|" in line and _COLUMNS.match(line):  # the line under the head of a table
                self.kind = "table"

    def _opens(self, line: str, offset: int) -> bool:
        """Handle a line that begins a block of its own, or is none. None of them begins with a letter."""
        if line[:1].isalpha():
            return False
        if fence := _FENCE.match(line):
            self._open("code", offset, 0, line)
            self.fence = fence[1]
        elif heading := _HEADING.match(line):
            self._open(f"heading{len(heading[1])}", offset, heading.end(), line)
            self._close()
        elif self.kind == "paragraph" and _UNDERLINE.match(line):
            self.kind = "heading1" if line.startswith("=") else "heading2"
            self._close()
        elif _RULE.match(line) or (not self.kind and _DEFINITION.match(line)):
            self._close()
        elif self.kind in {"", "item"} and (item := _ITEM.match(line)):
            self._open("item", offset, item.end(), line)
        elif footnote := _FOOTNOTE.match(line):
            self._open("note", offset, footnote.end(), line)
        else:
            return False
        return True

    def _inside_fence(self, line: str, offset: int) -> None:
        self.end = offset + len(line)
        if line.strip(" \t").startswith(self.fence) and not line.strip(" \t").strip(self.fence[0]):
            self.fence = ""
            self._close()

    def _open(self, kind: str, offset: int, skip: int, line: str) -> None:
        self._close()
        self.kind, self.start, self.end = kind, offset + skip, offset + len(line)

    def _close(self) -> None:
        if self.kind:
            raw = self.body[self.start : self.end]
            if text := raw.strip(" \t\r\n"):
                start = self.start + raw.index(text)
                self.done.append(_Cut(self.kind, text, start, start + len(text)))
        self.kind, self.fence = "", ""


# Which block of a translation renders which block of the original.

_TARGET = regex(r"\{\{[ \t]*+([^{}\n.]{1,200}?)(?:\.[a-z]+)?[ \t]*\}\}")
_ENDS = regex(r"[.!?…।。！？؟۔]+(?=[\s\"”’»)\]*_]|$)")


def align(original: Sequence[TranslationBlock], own: Sequence[TranslationBlock]) -> dict[int, int]:
    """Pair the blocks of two bodies by their kind, the figures in them and their lengths: positions to positions.

    Blocks that have no counterpart are left out. Where both have the same headings, each section is paired for itself.
    """
    parts = [[at for at, block in enumerate(body) if block.kind.startswith("heading")] for body in (original, own)]
    levels = [[body[at].kind for at in heads] for body, heads in zip((original, own), parts, strict=True)]
    if levels[0] != levels[1]:
        parts = [[], []]
    starts = ((0, *parts[0], len(original)), (0, *parts[1], len(own)))
    pairs: dict[int, int] = {}
    for ours, theirs in zip(pairwise(starts[0]), pairwise(starts[1]), strict=True):
        found = _closest(original[slice(*ours)], own[slice(*theirs)])
        pairs |= {ours[0] + one: theirs[0] + other for one, other in found}
    return pairs


def _closest(original: Sequence[TranslationBlock], own: Sequence[TranslationBlock]) -> Iterator[tuple[int, int]]:
    """The pairs that are most alike together, both in their order (Needleman and Wunsch)."""
    if [block.kind for block in original] == [block.kind for block in own]:
        yield from enumerate(range(len(own)))
        return
    likeness = [[_likeness(one, other) for other in map(_facts, own)] for one in map(_facts, original)]
    best = [[0] * (len(own) + 1) for _ in range(len(original) + 1)]  # the most to be reached from a block of each on
    for one, other in product(reversed(range(len(original))), reversed(range(len(own)))):
        pair = likeness[one][other] and likeness[one][other] + best[one + 1][other + 1]
        best[one][other] = max(pair, best[one + 1][other], best[one][other + 1])
    one = other = 0
    while best[one][other]:
        if likeness[one][other] and best[one][other] == likeness[one][other] + best[one + 1][other + 1]:
            yield one, other
            one, other = one + 1, other + 1
        elif best[one][other] == best[one + 1][other]:
            one += 1
        else:
            other += 1


class _Facts(NamedTuple):
    kind: str
    figures: tuple[str, ...]
    sentences: int
    length: int


def _facts(block: TranslationBlock) -> _Facts:
    return _Facts(block.kind, tuple(_TARGET.findall(block.text)), len(_ENDS.findall(block.text)), len(block.text))


def _likeness(one: _Facts, other: _Facts) -> int:
    """How likely two blocks say the same, from 0 for two kinds to 20 for the same figures and about the same length."""
    if one.kind != other.kind:
        return 0
    shorter, longer = sorted((one.length, other.length))
    apart = min(3, abs(one.sentences - other.sentences)) + min(6, 2 * (2 * longer // (3 * shorter)))
    return (20 if one.figures == other.figures else 10) - apart
