"""What the tool may mend by itself: faults that have one safe answer, and nothing else."""

from collections.abc import Iterable, Iterator, Mapping

from factsheet.problems import Problem
from factsheet.site.site import Site
from factsheet.tools.fixing.addresses import kept_addresses
from factsheet.tools.fixing.edits import Edit, diff, mended
from factsheet.tools.fixing.figures import typed_figures
from factsheet.tools.fixing.letters import old_letters
from factsheet.tools.fixing.repeats import repeated_values

__all__ = ["Edit", "diff", "edits", "mended"]


def edits(site: Site, problems: Iterable[Problem], texts: Mapping[str, str]) -> Iterator[Edit]:
    """Give the edits for addresses that are gone, typed figures, old Romanian letters and repeated values.

    `texts` holds the sources by their path, their lines ending in line feeds.
    """
    yield from kept_addresses(problems, texts)
    yield from typed_figures(site)
    yield from old_letters(problems, texts)
    yield from repeated_values(site, texts)
