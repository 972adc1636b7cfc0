"""Every figure that is computed from others can be, and what is declared of it is the result."""

from collections.abc import Iterator

from factsheet.problems import Problem
from factsheet.site.site import Site


def calculations_are_right(site: Site) -> Iterator[Problem]:
    """Report calculations without a result, and declared values and bounds that are not the result."""
    for path in site.paths:
        yield from site.derivations(path).problems
