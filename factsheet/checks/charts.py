"""Every chart can be drawn honestly: lengths of one unit, shares of one whole, points of one history."""

from collections.abc import Iterator

from factsheet.content.model import Chart, Sheet
from factsheet.problems import Problem
from factsheet.problems.codes import report
from factsheet.site.charting import Fault, faults
from factsheet.site.site import Site

_CODES = {"units": "N123", "share": "N125", "sum": "N149"}


def charts_can_be_drawn(site: Site) -> Iterator[Problem]:
    """Report each chart whose figures cannot stand in it."""
    for path in site.paths:
        sheet = site.original(path)
        for chart in sheet.charts:
            yield from _chart(site, sheet, chart)


def _chart(site: Site, sheet: Sheet, chart: Chart) -> Iterator[Problem]:
    found = [site.resolve(sheet.path, target) for target in chart.metrics]
    metrics = [entry[1] for entry in found if entry]
    words = {
        metric.id: given
        for where, metric in (entry for entry in found if entry)
        if (given := site.words(site.settings.reference, where, metric.id))
    }
    if chart.type is not None and len(metrics) == len(found):
        yield from (_problem(chart, fault) for fault in faults(chart, metrics, words))


def _problem(chart: Chart, fault: Fault) -> Problem:
    code = _CODES.get(fault.reason, "N124")
    return report(
        code,
        chart.place,
        variant=fault.reason if code == "N124" else "",
        chart=chart.id,
        type=chart.type or "",
        metric=fault.metric,
        other=fault.other,
    )
