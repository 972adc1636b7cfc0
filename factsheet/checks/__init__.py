"""What is proved before anything is published: one module per check, registered here and nowhere else."""

from collections.abc import Callable, Iterator

from factsheet.checks import (
    agreement,
    catalogues,
    charts,
    diacritics,
    evidence,
    forms,
    freshness,
    pages,
    parity,
    references,
    restated,
    shape,
    staleness,
    stray,
    translations,
)
from factsheet.problems import Problem
from factsheet.site import Site

Check = Callable[[Site], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    forms.every_form_is_there,
    restated.values_agree,
    parity.same_figures_are_mentioned,
    agreement.written_figures_agree,
    shape.texts_have_one_shape,
    stray.no_figure_is_typed,
    evidence.every_figure_is_proven,
    freshness.figures_are_fresh,
    references.everything_resolves,
    translations.sheets_pair,
    staleness.translations_are_current,
    catalogues.catalogues_are_good,
    diacritics.romanian_letters_are_new,
    pages.addresses_are_good,
    charts.charts_can_be_drawn,
)


def run(site: Site) -> list[Problem]:
    """Run every check over the site and give all findings in the order of the files."""
    found = {problem for check in CHECKS for problem in check(site)}
    return sorted(found, key=lambda problem: problem.sort_key)


__all__ = ["CHECKS", "Check", "run"]
