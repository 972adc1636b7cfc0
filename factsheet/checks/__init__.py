"""What is proved before anything is published: one module per check, registered here and nowhere else."""

from collections.abc import Callable, Iterator

from factsheet.checks import forms, pages, references, restated, staleness, translations
from factsheet.problems import Problem
from factsheet.site import Site

Check = Callable[[Site], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    forms.every_form_is_there,
    restated.values_agree,
    references.everything_resolves,
    translations.sheets_pair,
    staleness.translations_are_current,
    pages.addresses_are_good,
)


def run(site: Site) -> list[Problem]:
    """Run every check over the site and give all findings in the order of the files."""
    found = {problem for check in CHECKS for problem in check(site)}
    return sorted(found, key=lambda problem: problem.sort_key)


__all__ = ["CHECKS", "Check", "run"]
