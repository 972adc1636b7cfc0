"""Figures are looked at again when they were said to be."""

from collections.abc import Iterator
from datetime import date

from factsheet.content.model import Sheet
from factsheet.l10n.stretches import Stretch
from factsheet.problems import Problem
from factsheet.problems.codes import report
from factsheet.site.site import Site


def figures_are_fresh(site: Site) -> Iterator[Problem]:
    """Report figures whose `recheck_by` has come, and an `as_of` that has not, judged on the site's day."""
    for sheet in site.sheets.values():
        yield from _dates(sheet, site.today)
    today = site.today
    if today is None:
        return
    for path in site.paths:
        for metric in site.original(path).metrics.values():
            if metric.recheck_by is not None and metric.recheck_by <= today:
                yield report("Q408", metric.place_of("recheck_by"), metric=metric.id, day=metric.recheck_by)
            if metric.as_of is not None and _begins(metric.as_of) > today:
                yield report("Q411", metric.place_of("as_of"), metric=metric.id, day=metric.as_of)


def _dates(sheet: Sheet, today: date | None) -> Iterator[Problem]:
    """Report the dates of a sheet that contradict each other, or are still to come."""
    if sheet.date and sheet.updated and sheet.updated < sheet.date:
        yield report("F027", sheet.place_of("updated"), updated=sheet.updated, day=sheet.date)
    for key, day in (("date", sheet.date), ("updated", sheet.updated)):
        if today and day and day > today:
            yield report("F028", sheet.place_of(key), key=key, day=day)


def _begins(as_of: date | Stretch) -> date:
    return as_of.first if isinstance(as_of, Stretch) else as_of
