"""What templates are handed: plain values, every decision taken."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A date for a `time` element and in words."""

    iso: str
    text: str


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
class SourceView:
    """Where a figure comes from, as a reader is told."""

    title: str
    publisher: str | None
    url: str | None
    lang: str | None
    day: Day | None
    accessed: Day | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """A figure with all that is told about it."""

    id: str
    anchor: str
    """The id to put on the row of the table: empty where the figure has a card or a mention."""
    element: Markup
    text: str
    label: str
    label_lang: str | None
    """Set where the label is not in the page's language."""
    note: str | None
    note_lang: str | None
    as_of: Day | None
    quote: str | None
    quote_lang: str | None
    source: SourceView | None
    proven: bool
    """Whether the quote was found in the archived text of its source."""
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLink:
    """A link to another sheet in the page's language."""

    title: str
    summary: str | None
    href: str
    lang: str | None
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionView:
    """A dated note about a mended mistake."""

    day: Day
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteView:
    """What all pages of a language share."""

    title: str
    description: str | None
    publisher: str | None
    license: str | None
    license_url: str | None
    contact: str | None
    home: str
    stylesheet: str
    script: str
    icon: str


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
    cards: tuple[FigureView, ...]
    body: Markup
    figures: tuple[FigureView, ...]
    sources: tuple[SourceView, ...]
    corrections: tuple[CorrectionView, ...]
    published: Day | None
    updated: Day | None
    sheets: tuple[PageLink, ...]
    previous: PageLink | None
    next: PageLink | None
    csv: str
    json: str


def day(iso: date | None, text: str) -> Day | None:
    """A date as templates have it."""
    return Day(iso=iso.isoformat(), text=text) if iso else None
