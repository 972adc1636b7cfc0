"""The texts of a sheet: its title and summary, the blocks of its body, and the words of its front matter.

A passage is what a reader sees of one block, and all that a check needs of it:

- `text`, with `GAP` where a figure stands and `CODE_GAP` where code does that is no number;
- `references`, what stands in the gaps, in their order, and `place_of` each;
- `spans`, which parts of the text are emphasised, links, code, figures;
- `place(offset)` and `source(offset)`, where any of its characters stands in the file and in the body.

Places come from the parser: nothing is looked for in the source.
"""

from collections.abc import Iterator

from factsheet.content.markup import GAP, Prose, Reference, RunSpan
from factsheet.content.markup.tokens import REFERENCE
from factsheet.content.model import Sheet
from factsheet.content.targets import parted
from factsheet.content.text import place_at
from factsheet.content.texts import SheetText
from factsheet.problems import Place
from factsheet.records import dataclass, field

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
    if text.declared.filled:
        yield from (_reference(match[1]) for match in REFERENCE.finditer(text.text))


def _reference(written: str) -> Reference:
    return Reference(*parted(written), -1)
