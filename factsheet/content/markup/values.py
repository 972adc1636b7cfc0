"""What a body is once it has been read: HTML with open places, and every text, figure and link with its place.

A place is an offset in the body, counted in characters. Whoever reads the texts of a body needs `Run` alone:

- `text` is what a reader sees of one block, with `GAP` for a figure and `CODE_GAP` for code that is no number;
- `source(offset)` leads from any of its characters to the body, exactly, behind entities, links and marks too;
- `references` are the figures in the gaps, in their order;
- `spans` are the parts of the text that are emphasised, links, code, figures: `(kind, start, end)`.
"""

from bisect import bisect_right
from operator import itemgetter
from typing import Final

from factsheet.core.records import dataclass

GAP: Final = "\ufffc"
"""Stands in a run of text for a figure: OBJECT REPLACEMENT CHARACTER."""

CODE_GAP: Final = "\ufffd"
"""Stands in a run of text for code, which is not read unless it is a number alone."""


CODE: Final = frozenset({"code", "pre", "kbd", "samp", "var"})
"""Elements that hold code."""

HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
"""The elements of headings; a text has none of the first level."""

CITATION: Final = r"\u3010[^\u3010\u3011\n]{1,60}\u3011|:contentReference\[[^\]\n]{1,60}\](?:\{[^{}\n]{0,60}\})?"
"""What chat programs put where they name a source."""

ALERT_TITLES: Final = {
    "note": "Note",
    "tip": "Tip",
    "important": "Important",
    "warning": "Warning",
    "caution": "Caution",
    "known": "The source says",
    "unknown": "The source does not say",
}
"""The words above alerts, in English, by their kinds: `> [!NOTE]` and so on."""


@dataclass(frozen=True, slots=True)
class Typography:
    """What a body's typography depends on: quotation marks, and the words that are not the editor's."""

    open: str
    close: str
    back_to_text: str
    """The name of a footnote's way back."""
    inner_open: str = "\u2018"
    inner_close: str = "\u2019"
    """The marks of a quotation in a quotation."""
    alerts: tuple[str, ...] = tuple(ALERT_TITLES.values())
    """The words above alerts."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A figure mentioned in the body: what is written between the braces, and where."""

    target: str
    form: str
    offset: int
    in_code: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """An address in the body as it was written; `image` for the source of a picture."""

    address: str
    image: bool = False
    offset: int = 0
    """Where the address stands."""
    text: str = ""
    """What a reader sees of it: the description of a picture."""


@dataclass(frozen=True, slots=True)
class RunSpan:
    """A part of a run's text: `kind` is the element (`strong`, `a`, `code`), or `figure`."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """The visible text of one block, with gaps for figures and code; `element` is the block's name."""

    element: str
    text: str
    references: tuple[int, ...] = ()
    """The references that stand in the gaps, by their place in `Prose.references`."""
    origins: tuple[tuple[int, int], ...] = ()
    """From which offset in the text on which offset of the body follows, one to one, up to the next of them."""
    spans: tuple[RunSpan, ...] = ()
    marker: str = ""
    """What a list that does not count from one shows before its first item: `15. `."""
    cell: tuple[int, int] | None = None
    """The row and the column of a cell of a table; rows are counted through the body, from 1, columns from 0."""

    def source(self, offset: int) -> int | None:
        """The offset in the body of the character at `offset`; None where the text is not in the body."""
        index = bisect_right(self.origins, offset, key=itemgetter(0)) - 1
        if index < 0:
            return None
        start, source = self.origins[index]
        return source + offset - start


@dataclass(frozen=True, slots=True)
class MarkupSlip:
    """Something in the Markdown that a finding is to be made of: its code, its offset, and what fills the code."""

    code: str
    offset: int
    values: tuple[tuple[str, str], ...] = ()
    variant: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A body rendered: HTML with open places, and what is in it."""

    html: str
    references: tuple[Reference, ...]
    links: tuple[Link, ...]
    ids: tuple[str, ...]
    runs: tuple[Run, ...]
    code: tuple[tuple[int, int], ...] = ()
    """Where code begins and ends in the body."""
    slips: tuple[MarkupSlip, ...] = ()
