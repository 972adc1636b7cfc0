"""How well the figures of a page are proven, counted for the strip beside its title."""

from collections.abc import Iterable, Sequence

from factsheet.content.model import Language
from factsheet.l10n import dates
from factsheet.outputs.figure_views import Count, Day, FigureView, SourceView, Standing


def standing(
    language: Language,
    figures: Sequence[FigureView],
    sources: Sequence[SourceView],
    *,
    published: Day | None,
    updated: Day | None,
) -> Standing:
    """Count the figures of a page by what stands behind each, and name the three kinds of dates."""
    full = sum(figure.proven for figure in figures)
    quoted = sum(figure.quote is not None and not figure.proven for figure in figures)

    def count(part: int) -> Count | None:
        """A count in the digits of the language; none where there is nothing to count."""
        text, whole = (dates.year(language.numbers, number) for number in (part, len(figures)))
        return Count(part=text, whole=whole) if part else None

    return Standing(
        full=count(full),
        quoted=count(quoted),
        bare=count(len(figures) - full - quoted),
        sources=dates.year(language.numbers, len(sources)),
        source=sources[0] if len(sources) == 1 else None,
        source_day=_latest(source.day for source in sources),
        read=_latest(source.accessed for source in sources),
        published=published,
        updated=None if published and updated and published.iso == updated.iso else updated,
    )


def _latest(days: Iterable[Day | None]) -> Day | None:
    return max(filter(None, days), key=lambda day: day.iso, default=None)
