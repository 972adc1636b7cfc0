"""Every earlier value that is published is proven as the present one is, by a passage that speaks of its time."""

from collections.abc import Iterator

from factsheet.checks.evidence import of_quote
from factsheet.content.model import HistoryPoint, Metric
from factsheet.problems import Problem
from factsheet.problems.codes import report
from factsheet.problems.suggest import listed, nearest
from factsheet.site.proof import ProvenPoint, points, source_language
from factsheet.site.proof.moments import other_times, out_of_order
from factsheet.site.site import Site


def every_history_is_proven(site: Site) -> Iterator[Problem]:
    """Report earlier values without a passage, and passages that say something else or speak of another time."""
    for path in site.paths:
        for metric in site.original(path).metrics.values():
            found = tuple(points(site, path, metric))
            for one in found:
                yield from _of_point(site, path, one)
            yield from _exchanged(site, found)


def _of_point(site: Site, path: str, one: ProvenPoint) -> Iterator[Problem]:
    metric, found = one.metric, one.evidence
    sources = site.original(path).sources
    if one.point.source is not None and one.point.source not in sources:
        place, near = metric.place_of("source"), nearest(one.point.source, sources)
        yield report("R507", place, source=one.point.source[:80], near=near)
    if one.point.is_filed:
        return  # it is compared with the publisher's own file, which is told once for all values
    if found.reading is None:
        yield report("Q412", metric.place, metric=_name(metric), when=one.point.when)
        return
    if metric.source is None:
        yield report("Q401", metric.place, metric=metric.id)
    yield from of_quote(metric, found)
    times = other_times(source_language(site, found.source), metric.quote or "", one.point)
    if times and found.reading.lack is None:
        yield _of_time(metric, one.point, listed(times), "")


def _exchanged(site: Site, found: tuple[ProvenPoint, ...]) -> Iterator[Problem]:
    """Report values of one passage that stand in another order than their times."""
    passages: dict[tuple[str, str], list[ProvenPoint]] = {}
    for one in found:
        if one.evidence.reading is not None and one.evidence.reading.lack is None:
            passages.setdefault((one.metric.source or "", one.metric.quote or ""), []).append(one)
    for (_, quote), several in passages.items():
        loc = source_language(site, several[0].evidence.source)
        wrong = out_of_order(loc, quote, [one.point for one in several])
        if wrong is not None:
            metric = next(one.metric for one in several if one.point is wrong)
            yield _of_time(metric, wrong, "other values", "order")


def _of_time(metric: Metric, point: HistoryPoint, found: str, variant: str) -> Problem:
    place = metric.place_of("quote") if not variant else metric.place
    return report("Q413", place, variant=variant, metric=_name(metric), when=point.when, found=found[:80])


def _name(metric: Metric) -> str:
    return metric.id.partition("@")[0]
