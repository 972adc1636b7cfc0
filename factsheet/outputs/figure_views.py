"""What templates are handed of figures: with their evidence, on cards, in passages, counted."""

from collections.abc import Iterable, Sequence
from typing import Self

from markupsafe import Markup, escape

from factsheet.content.model import Language
from factsheet.content.targets import is_of_table
from factsheet.core.records import dataclass
from factsheet.l10n import dates
from factsheet.site.proof import Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """A date in words and for machines."""

    iso: str
    """As `<time>` takes it; empty where it is less exact than a month and no year, which HTML cannot write."""
    text: str

    @property
    def element(self) -> Markup:
        """The date as a `time` element, to be put into a translated sentence."""
        if not self.iso:
            return Markup(f"<span>{escape(self.text)}</span>")  # noqa: S704 - escaped here
        return Markup(f'<time datetime="{escape(self.iso)}">{escape(self.text)}</time>')  # noqa: S704 - escaped here


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """Where a figure comes from, as a reader is told."""

    number: str
    """Its place in the page's list of sources, in the digits of the page's language."""
    anchor: str
    """The id of its entry in that list."""
    title: str
    publisher: str | None
    url: str | None
    lang: str | None
    day: DayView | None
    accessed: DayView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """What a second source says of a figure, between the quotation marks of its language."""

    quote: str
    lang: str
    dir: str
    source: SourceView


@dataclass(frozen=True, kw_only=True)
class FigureView:
    """A figure with all that is told about it."""

    id: str
    element: Markup
    """The figure itself; on its card, or else at its first place on the page, with the id."""
    label: str
    label_lang: str | None
    """Set where the label is not in the page's language, as for the note."""
    note: str | None
    note_lang: str | None
    as_of: DayView | None
    quote: Markup | None
    """The passage, between the quotation marks of its own language, with a mark on the words that give the figure."""
    quoted: str
    """The passage alone; empty without one."""
    quote_marks: tuple[str, str]
    mark: tuple[int, int] | None
    """Where in the passage the words begin and end that give the figure."""
    quote_lang: str | None
    quote_dir: str
    quote_language: str | None
    """The name of its language in that of the page, where it is another."""
    translation: str | None
    """The passage in the language of the page, in words of the editors."""
    translated: tuple[int, int] | None
    """Where in the translation the words begin and end that give the figure."""
    source: SourceView | None
    confidence: Markup | None
    """How sure the interval or margin of an estimate is: a percentage, readable for machines."""
    proven: bool
    """Whether the quote was found in the archived text of its source."""
    checked: DayView | None
    """When that was kept in `proofs.lock`, if it still holds."""
    confirmed: Confirmed | None
    """What a second, independent source says of it."""
    href: str
    """Where the figure stands: on this page, or on the sheet that declares it."""
    row: str
    """The id of its row in the page's table of figures."""
    calculation: Markup | None
    """How it is computed from other figures, each a link to where it stands."""
    earlier: Markup | None
    """Its earlier values with their times, readable for machines."""
    proof: str | None = None
    """On a card, the way to what proves the figure: the mark in its passage, or its row in the table."""
    whole: str | None = None
    """In the table, the way to the whole passage where that stands elsewhere, and `quote` is a part of it."""
    embed: str | None = None
    """On a card, the HTML with which another site frames the figure."""
    shape: str = ""
    """On a card, the classes that tell the style sheet how wide its number is, as in `n7`."""
    says_more: bool = True
    """Whether the label says anything that the figure itself does not."""
    caption: str = ""
    """On a card, the unit with the rest of a label that begins with it, so that the noun is said once."""

    def having(self, **changes: object) -> Self:
        """The same figure with some fields changed, in a tenth of the time of `dataclasses.replace`."""
        changed = object.__new__(type(self))
        changed.__dict__.update(self.__dict__, **changes)
        return changed

    @property
    def has_evidence(self) -> bool:
        """Whether anything is told of where it comes from."""
        return bool(self.source or self.quote or self.note or self.calculation)


@dataclass(frozen=True, kw_only=True)
class TableCode:
    """The HTML with which another site frames a table or a chart."""

    label: str
    label_lang: str | None
    """Set where the label is not in the page's language."""
    embed: str


LEDGER = 3
"""How many figures stand beside the one that leads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardGroup:
    """Cards that stand together, under a heading where they have one."""

    id: str
    """The id of its heading, which is of the interface and begins with `_`."""
    title: str | None
    title_lang: str | None
    """Set where the title is not in the page's language."""
    cards: tuple[FigureView, ...]

    @property
    def lead(self) -> FigureView:
        """The first of its figures, which leads where the group is the first of the page."""
        return self.cards[0]

    @property
    def ledger(self) -> tuple[FigureView, ...]:
        """The figures that stand beside the one that leads."""
        return self.cards[1 : 1 + self._beside]

    @property
    def rest(self) -> tuple[FigureView, ...]:
        """The figures below these."""
        return self.cards[1 + self._beside :]

    @property
    def _beside(self) -> int:
        """One more than usual where it would be alone below."""
        return LEDGER + (len(self.cards) - 1 == LEDGER + 1)

    @property
    def span(self) -> str:
        """How much of the width the group takes beside others: `narrow`, `wide` or `full`."""
        return "narrow" if len(self.cards) <= 2 else "wide" if len(self.cards) <= 4 else "full"  # noqa: PLR2004 - cards


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageView:
    """Words of a source that prove figures of the page."""

    text: Markup
    """The passage between its quotation marks, with a mark on each figure, which is linked."""
    lang: str | None
    dir: str
    language: str | None
    """The name of its language in that of the page, where it is another."""
    translation: Markup | None
    """The passage in the language of the page, with a mark on each figure."""
    source: SourceView | None
    figures: tuple[FigureView, ...]
    """The figures that it proves, in the order of its words."""

    @property
    def rows(self) -> frozenset[str]:
        """The rows of the table of figures that hold the same words."""
        return frozenset(figure.row for figure in self.figures)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the text: what stands before the first heading, or a heading of the second level and what follows."""

    html: Markup
    anchor: str | None
    """The id of its heading."""
    title: Markup | None
    notes: tuple[PassageView, ...] = ()
    """The passages that prove the figures which it is the first to mention."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountView:
    """Some of the figures of a page, and all of them, in the digits of its language."""

    part: str
    whole: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How well the figures of a page are proven, and the dates that tell when."""

    full: CountView | None
    """The figures whose passage was found in the full text of its source."""
    quoted: CountView | None
    """The figures that their passage says, where the full text was not at hand."""
    bare: CountView | None
    """The figures without a passage."""
    confirmed: CountView | None
    """The figures that a second source confirms, which may be none; without figures or sources there is no count."""
    cells: CountView | None
    """The cells of tables that agree with the publisher's file."""
    sources: str
    """How many sources there are, in the digits of the language."""
    source: SourceView | None
    """The source, where there is exactly one."""
    source_day: DayView | None
    """When the newest of the sources was published."""
    read: DayView | None
    """When a source was last read."""
    published: DayView | None
    updated: DayView | None
    """When the sheet was changed, where that was on another day."""
    checked: DayView | None
    """When a passage was last looked up in the full text."""


# How well the figures of a page are proven, counted for the strip beside its title.


def standing(
    language: Language,
    figures: Sequence[FigureView],
    sources: Sequence[SourceView],
    *,
    tables: Sequence[Comparison],
    published: DayView | None,
    updated: DayView | None,
) -> Standing:
    """Count the figures of a page by what stands behind each, and name the days of the sources, sheet and checks.

    Cells are counted with the tables that they stand in: those that agree with the publisher's file. What tables are
    asked follows from these, and is not counted again.
    """
    figures = [figure for figure in figures if not is_of_table(figure.id)]
    tables = [one for one in tables if not one.quote]
    full = sum(figure.proven for figure in figures)
    quoted = sum(figure.quote is not None and not figure.proven for figure in figures)

    told = bool(sources) and any(figure.source for figure in figures)

    def said(part: int, whole: int) -> CountView:
        """A count in the digits of the language."""
        texts = [dates.year(language.numbers, number) for number in (part, whole)]
        return CountView(part=texts[0], whole=texts[1])

    def count(part: int, whole: int) -> CountView | None:
        """The same; none where there is nothing to count."""
        return said(part, whole) if part else None

    return Standing(
        full=count(full, len(figures)),
        quoted=count(quoted, len(figures)),
        bare=count(len(figures) - full - quoted, len(figures)),
        confirmed=said(sum(figure.confirmed is not None for figure in figures), len(figures)) if told else None,
        cells=count(sum(one.agreed for one in tables), sum(one.cells for one in tables)),
        sources=dates.year(language.numbers, len(sources)),
        source=sources[0] if len(sources) == 1 else None,
        source_day=_latest(source.day for source in sources),
        read=_latest(source.accessed for source in sources),
        published=published,
        updated=None if published and updated and published.iso == updated.iso else updated,
        checked=_latest(figure.checked for figure in figures),
    )


def _latest(days: Iterable[DayView | None]) -> DayView | None:
    return max(filter(None, days), key=lambda day: day.iso, default=None)
