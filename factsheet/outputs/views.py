"""What templates are handed: plain values, every decision taken."""

from decimal import Decimal

from markupsafe import Markup

from factsheet.core.patterns import regex
from factsheet.core.records import dataclass
from factsheet.outputs.figure_views import (
    CardGroup,
    DayView,
    FigureView,
    PassageView,
    Section,
    SourceView,
    Standing,
    TableCode,
)
from factsheet.outputs.templating import Asset
from factsheet.site.charting import IN_SERIES
from factsheet.site.figures import Figure

_SERIES = IN_SERIES - {"columns"}
"""The types of charts with a style of their own; columns are drawn as bars are."""
_RARE = (
    regex(rf'<figure(?:>| class="(?:cells"|chart (?:{"|".join(sorted(_SERIES))})"))'),
    regex(r"<(?:(?:pre|code|img|summary)\b|td data-of)"),
    regex('class="(?:align|task|whisker)'),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageLink:
    """One entry of the language switcher, in its own language."""

    tag: str
    name: str
    dir: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    """One `hreflang` link: an absolute address."""

    hreflang: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileView:
    """A file to take away: the name of its format, and the way to it."""

    name: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartRow:
    """One row of the table beside a chart."""

    label: Markup | str
    label_lang: str | None
    cells: tuple[Markup | None, ...]
    """The values: one, or one for each head of the table; None where there is none."""

    @property
    def element(self) -> Markup | None:
        """The only value."""
        return self.cells[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarView:
    """A value with its bar."""

    name: str
    """Which of the values of its group it is; empty for the only one."""
    drawing: Markup
    element: Markup
    tone: int = 1
    is_open: bool = False
    """Whether the value is higher than the bar."""
    note: str | None = None
    """What the figure's note says, where the chart shows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarGroup:
    """What stands under one label of a list of bars; `drawing` is what all its values are drawn in."""

    label: str
    label_lang: str | None
    bars: tuple[BarView, ...]
    drawing: Markup | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartView:
    """A chart: its words, its drawing, and its data as a table."""

    id: str
    """The id of its element, which is of the interface and begins with `_`."""
    title: str
    title_lang: str | None
    """Set where the title is not in the page's language."""
    summary: str | None
    summary_lang: str | None
    type: str
    drawing: Markup
    """What is drawn as one image; its data stands in a table below it."""
    groups: tuple[BarGroup, ...] = ()
    """What is drawn as a list of bars, with its data as text beside them."""
    columns: int = 0
    """How many columns of text the longest value of a list takes; 0 where it takes a line of its own."""
    axis: Markup | None = None
    """The names of the divisions of the list's axis."""
    has_lower_bounds: bool = False
    """Whether a bar is drawn open at its end, because the value is higher than the bar."""
    has_intervals: bool = False
    """Whether a line across the end of a bar shows an interval."""
    has_times: bool = False
    """Whether the rows are points in time of one figure, rather than figures."""
    heads: tuple[Markup | str, ...] = ()
    """What stands above the columns of the table, where there are several."""
    rows: tuple[ChartRow, ...] = ()
    data: tuple[tuple[str, str, Figure], ...] = ()
    """Every value that is drawn: its series or its own name, what it stands under in a series, and the figure."""
    parts: tuple[tuple[str, Decimal | None], ...] = ()
    """What the image is made of, side by side, each with its width in rem where it has its own."""
    sources: tuple[SourceView, ...] = ()
    """Where its figures come from."""
    files: tuple[FileView, ...] = ()
    """What can be taken away of it."""
    level: int = 3
    """The level of its heading."""
    lang: str | None = None
    """Set, with `dir`, where it stands in a text that is not in the page's language."""
    dir: str = "ltr"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLink:
    """A link to another sheet in the page's language."""

    title: str
    summary: str | None
    href: str
    lang: str | None
    current: bool = False
    inside: tuple["PageLink", ...] = ()
    """In a list, the sheets of the section that the sheet is the index of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionView:
    """A dated note about a corrected mistake."""

    day: DayView
    text: Markup
    plain: str
    """The text with its figures as text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """The picture beside the site's name; its size in pixels, where its file says it."""

    href: str
    width: int | None
    height: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteView:
    """What all pages of a language share."""

    title: str
    description: str | None
    publisher: str | None
    license: str | None
    """Its name, or its address where it has none."""
    license_url: str | None
    contact: str | None
    home: str
    stylesheet: str
    script: str
    first_script: Markup
    """What runs before the first paint; the policy names it by its digest."""
    icon: str
    policy: str
    """The content security policy, for hosts that send no headers."""
    head: Markup | None
    """What the site's owner puts into the head of every page."""
    logo: Logo | None
    footer: str | None
    """Words of the site's owner for the foot of each page."""
    asset: Asset
    """Gives templates the address of a static file by its name."""
    search: str | None
    """The page to search on, where there is an index."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page, ready to be written out."""

    lang: str
    dir: str
    title: str
    summary: Markup | None
    description: str | None
    canonical: str
    alternates: tuple[Alternate, ...]
    languages: tuple[LanguageLink, ...]
    state: str
    """`complete`, `stale` or `fallback`."""
    content_lang: str
    content_dir: str
    content_language_name: str
    original: LanguageLink | None
    """The original: where the page shows it in place of a translation, or its translation is behind it."""
    groups: tuple[CardGroup, ...]
    """The key figures; the first of the first group leads."""
    embeds: tuple[FigureView | TableCode, ...]
    """The figures that another site can frame."""
    passage: PassageView | None
    """The passage that proves most of the key figures."""
    sections: tuple[Section, ...]
    """The text, by its headings of the second level."""
    charts: tuple[ChartView, ...]
    figures: tuple[FigureView, ...]
    """The sheet's own figures, then those that its text takes from other sheets."""
    declares_figures: bool
    """Whether any of them is the sheet's own."""
    has_evidence: bool
    """Whether any of them has a source, a quote or a note."""
    has_tools: bool
    """Whether the table of figures is long enough to be worth filtering."""
    standing: Standing
    sources: tuple[SourceView, ...]
    corrections: tuple[CorrectionView, ...]
    published: DayView | None
    updated: DayView | None
    author: str
    """Whom to name in a citation."""
    menu: tuple[PageLink, ...]
    """The sheets that the settings name; else those outside sections, as long as they are few enough for a menu."""
    listing: tuple[PageLink, ...]
    """On the front page: every other sheet of the language."""
    crumbs: tuple[PageLink, ...]
    """The way from the front page to this one, which is not in it."""
    method: PageLink | None
    """The sheet named `method`, which says how the figures were gathered."""
    previous: PageLink | None
    next: PageLink | None
    edit: str | None
    """Where its text can be edited."""
    workbook: str
    """The figures of the whole language, for spreadsheets."""
    csv: str
    json: str

    @property
    def body(self) -> Markup:
        """The whole text, safe to put out."""
        return Markup().join(section.html for section in self.sections)

    @property
    def has_data(self) -> bool:
        """Whether it shows a table of cells, a chart of several series or outside the text, or another rare part.

        These have a style sheet of their own, so that the first paint of the others waits for less.
        """
        return (
            self.state != "complete"
            or len(self.crumbs) > 1
            or any(link.inside for link in self.listing)
            or bool(self.charts)
            or any(rare.search(self.body) for rare in _RARE)
        )
