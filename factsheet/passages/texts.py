"""The texts of a sheet: its title and summary, the blocks of its body, and the words of its front matter."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from factsheet.markup import Prose, Reference
from factsheet.markup.prose import GAP
from factsheet.markup.tokens import REFERENCE
from factsheet.model import Sheet
from factsheet.passages.alignment import Alignment, Anchor
from factsheet.problems import Place
from factsheet.text import place_at
from factsheet.texts import SheetText

BODY = "body"


@dataclass(frozen=True, kw_only=True)
class Blocks:
    """The blocks of one body; where their words stand is worked out when somebody asks."""

    sheet: Sheet
    prose: Prose

    @cached_property
    def anchors(self) -> tuple[tuple[Anchor, ...], ...]:
        """The words of each block."""
        alignment = Alignment(self.sheet.body)
        return tuple(
            alignment.anchors_of_attribute(run.text) if run.element == "attribute" else alignment.anchors(run.text)
            for run in self.prose.runs
        )

    def origin(self, index: int) -> int:
        """The offset in the body at which a block begins, or the nearest block before it that was found."""
        for run, anchors in zip(self.prose.runs[index::-1], self.anchors[index::-1], strict=True):
            offsets = [self.prose.references[number].offset for number in run.references[:1]]
            offsets += [anchor.source for anchor in anchors[:1]]
            if offsets:
                return min(offsets)
        return 0

    def place(self, offset: int) -> Place:
        """The place in the file of an offset in the body."""
        return place_at(self.sheet.file, self.sheet.body, offset, first_line=self.sheet.body_line)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One text in one language, with a gap for each figure and for code."""

    key: str
    """`body` for a block of the body, else the front-matter key: `title`, `metrics.arrests.label`."""
    element: str = ""
    """The HTML element of a block of the body."""
    text: str
    references: tuple[Reference, ...] = ()
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
        """The offset in the sheet's body of the character at `offset`; None where it was not found."""
        anchors = () if self.front else self.blocks.anchors[self.index]
        index = bisect_right(anchors, offset, key=_end)
        if index == len(anchors):
            return None
        nearest = anchors[index]
        if offset >= nearest.start:
            return nearest.source + offset - nearest.start
        between = self.text[offset : nearest.start]
        body = self.blocks.sheet.body
        return nearest.source - (len(between) if body.endswith(between, 0, nearest.source) else 0)


def _end(anchor: Anchor) -> int:
    return anchor.end


def passages(sheet: Sheet, prose: Prose) -> tuple[Passage, ...]:
    """Give every text of the sheet in the order of the page."""
    blocks = Blocks(sheet=sheet, prose=prose)
    body = (
        Passage(
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


def _front_matter(blocks: Blocks) -> Iterator[Passage]:
    for text in blocks.sheet.texts():
        if text.declared.translatable:
            yield Passage(
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
    if text.declared.filled:
        yield from (_reference(match[1]) for match in REFERENCE.finditer(text.text))


def _reference(written: str) -> Reference:
    target, _, form = written.partition(".")
    return Reference(target.strip(" \t"), form.strip(" \t"), -1)
