"""Every text of a sheet that a reader sees, with the way back from each character to the file."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from factsheet.content.markup import GAP, Prose, Reference, RunSpan
from factsheet.content.markup.tokens import REFERENCE
from factsheet.content.model import Sheet
from factsheet.content.targets import parted
from factsheet.content.text import place_at
from factsheet.content.texts import SheetText
from factsheet.core.patterns import regex
from factsheet.core.problems import Place
from factsheet.core.records import dataclass, field

# Declared literals in a text: digits that are a name.

Extent = tuple[int, int]

_DIGITS: Final = regex(r"\d\d*")
_ENDING: Final = regex(r"(?<=[^\W\d_])\*")
"""A star behind a letter: "tip* 2" is "tip 2" and "tipul 2"."""

_ANY_ENDING: Final = r"[^\W\d_]{0,12}"

_SAME: Final = (
    *((space, " ") for space in "\u00a0\u202f\u2009\n"),
    ("\u2019", "'"),
    *((dash, "-") for dash in "\u2011\u2013"),
)


class _Literal:
    """One literal as it is looked for: as a whole, not inside a word, and not inside a longer number."""

    __slots__ = ("_bare_after", "_bare_before", "_fixed", "_longest", "written")

    def __init__(self, written: str, flat: str) -> None:
        self.written = written
        self._fixed = _ENDING.split(flat)
        self._longest = max(self._fixed, key=len)
        self._bare_before = is_word(flat[0])
        self._bare_after = is_word(flat[-1]) or _ENDING.search(flat[-2:]) is not None

    def spans(self, flat: str) -> Iterator[Extent]:
        """Give its places in a flattened text."""
        if self._longest not in flat:
            return
        if len(self._fixed) > 1:
            yield from (found.span() for found in self._pattern().finditer(flat))
            return
        start = flat.find(self._longest)
        while start >= 0:
            end = start + len(self._longest)
            if is_whole := self._stands_apart(flat, start, end):
                yield start, end
            start = flat.find(self._longest, end if is_whole else start + 1)

    def _pattern(self) -> re.Pattern[str]:
        """Match it where it has stars; `re` keeps the last ones."""
        before = r"(?<![\w])(?<!\d[.,])" if self._bare_before else ""
        after = r"(?!\w)(?![.,]\d)" if self._bare_after else ""
        return re.compile(before + _ANY_ENDING.join(map(re.escape, self._fixed)) + after)

    def _stands_apart(self, flat: str, start: int, end: int) -> bool:
        """Tell the same without a pattern, which takes long to compile."""
        if self._bare_before and start:
            last = flat[start - 1]
            if is_word(last) or (last in ".," and flat[max(0, start - 2) : start - 1].isdecimal()):
                return False
        following = flat[end : end + 1] if self._bare_after else ""
        return not (following and (is_word(following) or (following in ".," and flat[end + 1 : end + 2].isdecimal())))


class Literals:
    """Literals that are looked for together: a text is searched for those alone whose digits it has.

    So the time to search all texts of a site does not grow with the literals of its other sheets.
    """

    __slots__ = ("_by_digits",)

    def __init__(self, literals: Iterable[str]) -> None:
        """Index the literals by their first digits, which stand whole in every text that holds one."""
        self._by_digits: dict[str, list[_Literal]] = {}
        for literal in dict.fromkeys(literals):
            if flat := flattened(literal):
                digits = _DIGITS.search(flat)
                self._by_digits.setdefault(digits[0] if digits else "", []).append(_Literal(literal, flat))

    def places(self, text: str) -> Iterator[tuple[str, Extent]]:
        """Give each literal with its places; all kinds of space and apostrophe count as one."""
        if not self._by_digits:
            return
        flat, every = _scanned(text)
        for digits in every:
            for literal in self._by_digits.get(digits, ()):
                for span in literal.spans(flat):
                    yield literal.written, span

    def spans(self, text: str) -> Iterator[Extent]:
        """Give the places of all of them."""
        return (span for _, span in self.places(text))


def literal_spans(text: str, literals: Iterable[str]) -> list[Extent]:
    """Give the places of declared literals in a text."""
    return list(indexed(tuple(literals)).spans(text))


@lru_cache(maxsize=1_024)
def indexed(literals: tuple[str, ...]) -> Literals:
    """Give literals ready to be looked for, once."""
    return Literals(literals)


@lru_cache(maxsize=256)
def _scanned(text: str) -> tuple[str, frozenset[str]]:
    """Give a text flattened, and all digits in it; several checks look at the texts of one sheet after the other."""
    flat = flattened(text)
    return flat, frozenset(("", *_DIGITS.findall(flat)))


def flattened(text: str) -> str:
    """A text, of the same length, in which all kinds of space, of apostrophe and of dash are one."""
    for sign, same in _SAME:
        text = text.replace(sign, same)
    return text


def is_word(character: str) -> bool:
    """Whether a character stands in words."""
    return character.isalnum() or character == "_"


# The texts of a sheet: its title and summary, the blocks of its body, and the words of its front matter.
#
# A passage is what a reader sees of one block, and all that a check needs of it:
#
# - `text`, with `GAP` where a figure stands and `CODE_GAP` where code does that is no number;
# - `references`, what stands in the gaps, in their order, and `place_of` each;
# - `spans`, which parts of the text are emphasised, links, code, figures;
# - `place(offset)` and `source(offset)`, where any of its characters stands in the file and in the body.
#
# Places come from the parser: nothing is looked for in the source.

BODY = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """The blocks of one body."""

    sheet: Sheet
    prose: Prose

    def origin(self, index: int) -> int:
        """The offset in the body at which a block begins; one that is not in the body has the place of that before."""
        return next((run.origins[0][1] for run in self.prose.runs[index::-1] if run.origins), 0)

    def place(self, offset: int) -> Place:
        """The place in the file of an offset in the body."""
        return place_at(self.sheet.file, self.sheet.body, offset, first_line=self.sheet.body_line)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """One text in one language, with a gap for each figure and for code."""

    key: str
    """`body` for a block of the body, else the front-matter key: `title`, `metrics.arrests.label`."""
    element: str = ""
    """The HTML element of a block of the body."""
    text: str
    references: tuple[Reference, ...]
    """What stands in its gaps; the offset of one in the front matter is -1."""
    front: Place | None = None
    """Where a text of the front matter stands."""
    is_exempt: bool = False
    """Whether digits in it are no figures of the site."""
    blocks: Blocks = field(repr=False)
    index: int = 0
    """The number of the block."""

    @property
    def is_body(self) -> bool:
        """Whether it is a block of the body, whose characters have places of their own."""
        return self.front is None

    @property
    def start(self) -> Place:
        """Where the passage begins."""
        return self.front or self.blocks.place(self.blocks.origin(self.index))

    def place_of(self, reference: Reference) -> Place:
        """Where one of its references stands."""
        return self.front or self.blocks.place(reference.offset)

    def place(self, offset: int) -> Place:
        """Where the character at `offset` stands in the file; for front matter, where its key does."""
        source = self.source(offset)
        return self.start if source is None else self.blocks.place(source)

    def source(self, offset: int) -> int | None:
        """The offset in the sheet's body of the character at `offset`; None where it does not stand there."""
        return None if self.front else self.blocks.prose.runs[self.index].source(offset)

    @property
    def marker(self) -> str:
        """What a list that does not count from one shows before its first item."""
        return "" if self.front else self.blocks.prose.runs[self.index].marker

    @property
    def cell(self) -> tuple[int, int] | None:
        """The row and the column of a cell of a table; None elsewhere."""
        return None if self.front else self.blocks.prose.runs[self.index].cell

    @property
    def spans(self) -> tuple[RunSpan, ...]:
        """The parts of a block that are marked up, links, code or figures; a text of the front matter has none."""
        return () if self.front else self.blocks.prose.runs[self.index].spans


def passages(sheet: Sheet, prose: Prose) -> tuple[TextBlock, ...]:
    """Give every text of the sheet in the order of the page."""
    blocks = Blocks(sheet=sheet, prose=prose)
    body = (
        TextBlock(
            key=BODY,
            element=run.element,
            text=run.text,
            references=tuple(prose.references[number] for number in run.references),
            blocks=blocks,
            index=index,
        )
        for index, run in enumerate(prose.runs)
    )
    return (*_front_matter(blocks), *body)


def _front_matter(blocks: Blocks) -> Iterator[TextBlock]:
    for text in blocks.sheet.texts():
        if text.declared.translatable:
            yield TextBlock(
                key=text.key,
                text=_with_gaps(text),
                references=tuple(mentions(text)),
                front=text.place,
                is_exempt=text.declared.is_exempt,
                blocks=blocks,
            )


def _with_gaps(text: SheetText) -> str:
    if text.declared.filled:
        return REFERENCE.sub(GAP, text.text)
    return text.text.replace("{n}", GAP) if text.form else text.text


def mentions(text: SheetText) -> Iterator[Reference]:
    """Give the references to figures that are filled in a text of the front matter."""
    if text.declared.filled and "{{" in text.text:
        yield from (Reference(*parted(match[1]), -1) for match in REFERENCE.finditer(text.text))


__all__ = ["Literals", "TextBlock", "literal_spans", "mentions", "passages"]
