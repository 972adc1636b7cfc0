"""A figure where a text shows it, and what stands around it there."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from factsheet.checks.reading import ReadBlock, Shown, blocks
from factsheet.content.markup import HEADINGS, Reference
from factsheet.content.statements.comparing import Statement
from factsheet.core.problems import Place
from factsheet.core.records import NamedTuple
from factsheet.l10n.cldr import NumberLocale
from factsheet.site.figures import Figure
from factsheet.site.site import Site

_FURTHEST: Final = 400
"""How far before a figure its clause may begin, in characters."""


class Mention(NamedTuple):
    """A figure where a text shows it, with the block around it and what stands over that."""

    loc: NumberLocale
    block: ReadBlock
    number: int
    """That of its element."""
    shown: Shown
    figure: Figure
    said: Sequence[Statement]
    """What is read at its element."""
    over: str
    """The heading that it stands below, and the passage before its list or its table."""

    @property
    def place(self) -> Place:
        """Where its reference stands."""
        return self.block.place_of(self.shown)

    @property
    def reference(self) -> Reference:
        """What names it, and asks for a form of it."""
        return self.shown.reference

    @property
    def before(self) -> str:
        """The text before it, as far as its clause may reach."""
        return self.block.text[: self.shown.start][-_FURTHEST:]

    def behind(self, reach: int) -> str:
        """So many characters behind it."""
        return self.block.text[self.shown.end : self.shown.end + reach]

    def around(self, reach: int) -> str:
        """It with so many characters before and behind it."""
        return self.block.text[max(0, self.shown.start - reach) : self.shown.end + reach].strip(" ")

    @property
    def beside(self) -> tuple[str, str]:
        """The text from the number shown before it, and to whatever is shown behind it."""
        text, shown, number = self.block.text, self.block.shown, self.number
        start = next((one.end for one in reversed(shown[:number]) if one.is_number), 0)
        end = shown[number + 1].start if number + 1 < len(shown) else len(text)
        return text[start : self.shown.start], text[self.shown.end : end]

    @property
    def context(self) -> str:
        """All that may say in what it is: its block, what heads it, and what stands over it."""
        return f"{self.block.text}\n{self.block.head}\n{self.block.row}\n{self.over}"


def mentions(site: Site, tag: str, path: str) -> tuple[Mention, ...]:
    """Every figure that a sheet shows in a language, in the order of its texts."""
    loc = site.by_tag[tag].numbers
    return site.once(path, ("shown", tag), lambda: tuple(_mentions(loc, blocks(site, tag, path))))


def _mentions(loc: NumberLocale, blocks: Iterable[ReadBlock]) -> Iterator[Mention]:
    title = lead = ""
    for block in blocks:
        element, said = block.passage.element, block.by_figure() if block.figures else {}
        is_below = block.passage.cell is not None or element == "li"
        over = f"{title}\n{lead}" if is_below else title
        for number, shown, figure in block.figures:
            yield Mention(loc, block, number, shown, figure, said.get(number, ()), over)
        if element in HEADINGS:
            title, lead = block.text, ""
        elif not is_below:
            lead = block.text
