"""How well the figures of a page are proven, counted for the strip beside its title."""

from collections.abc import Iterable, Sequence

from factsheet.content.model import Language
from factsheet.content.targets import cell_of
from factsheet.l10n import dates
from factsheet.outputs.figure_views import CountView, DayView, FigureView, SourceView, Standing
from factsheet.site.proof import Comparison


def standing(
    language: Language,
    figures: Sequence[FigureView],
    sources: Sequence[SourceView],
    *,
    tables: Sequence[Comparison] = (),
    published: DayView | None,
    updated: DayView | None,
) -> Standing:
    """Count the figures of a page by what stands behind each, and name the three kinds of dates.

    Cells are counted with the tables that they stand in: those that agree with the publisher's file.
    """
    figures = [figure for figure in figures if cell_of(figure.id) is None]
    tables = [one for one in tables if not one.quote]
    full = sum(figure.proven for figure in figures)
    quoted = sum(figure.quote is not None and not figure.proven for figure in figures)

    def count(part: int, whole: int) -> CountView | None:
        """A count in the digits of the language; none where there is nothing to count."""
        texts = [dates.year(language.numbers, number) for number in (part, whole)]
        return CountView(part=texts[0], whole=texts[1]) if part else None

    return Standing(
        full=count(full, len(figures)),
        quoted=count(quoted, len(figures)),
        bare=count(len(figures) - full - quoted, len(figures)),
        cells=count(sum(one.agreed for one in tables), sum(one.cells for one in tables)),
        sources=dates.year(language.numbers, len(sources)),
        source=sources[0] if len(sources) == 1 else None,
        source_day=_latest(source.day for source in sources),
        read=_latest(source.accessed for source in sources),
        published=published,
        updated=None if published and updated and published.iso == updated.iso else updated,
    )


def _latest(days: Iterable[DayView | None]) -> DayView | None:
    return max(filter(None, days), key=lambda day: day.iso, default=None)
