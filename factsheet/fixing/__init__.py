"""What the tool may mend by itself: faults that have one safe answer, and nothing else."""

from collections.abc import Iterable, Iterator, Mapping

from factsheet.fixing.edits import Edit, diff, mended
from factsheet.fixing.figures import typed_figures
from factsheet.fixing.letters import old_letters
from factsheet.fixing.repeats import repeated_values
from factsheet.problems import Problem
from factsheet.site import Site

__all__ = ["Edit", "diff", "edits", "mended"]


def edits(site: Site, problems: Iterable[Problem], texts: Mapping[str, str]) -> Iterator[Edit]:
    """Give the edits for typed figures, old Romanian letters and repeated values.

    `texts` holds the sources by their path, their lines ending in line feeds.
    """
    yield from typed_figures(site)
    yield from old_letters(problems, texts)
    yield from repeated_values(site, texts)
