"""Every figure has a source and a quote; the quote says the value and stands in the archived text."""

from collections.abc import Iterator

from factsheet.content.archives import Archives
from factsheet.content.kinds import kind_of
from factsheet.content.model import Metric, Source
from factsheet.files import WhyNotRead
from factsheet.l10n import cldr
from factsheet.l10n.cldr import UnknownLocale
from factsheet.problems import Problem
from factsheet.problems.codes import report
from factsheet.problems.suggest import listed
from factsheet.site.proof import Evidence, Lack, Reading, evidence
from factsheet.site.site import Site

_KINDS = {
    WhyNotRead.LINK: "a link",
    WhyNotRead.SPECIAL: "no regular file",
    WhyNotRead.TOO_LARGE: "too large",
    WhyNotRead.BAD_NAME: "of a name that is not allowed",
}
_OPENING, _CLOSING = "„“«", "”“»"
"""Quotation marks that YAML does not know: they are part of the text."""


def every_figure_is_proven(site: Site) -> Iterator[Problem]:
    """Report figures without a source or quote, quotes that say something else, and altered archives."""
    for path in site.paths:
        sheet = site.original(path)
        for source in sheet.sources.values():
            yield from _of_source(site, source)
            yield from _without_receipts(site, path, source)
        for metric in sheet.metrics.values():
            yield from _of_metric(metric, evidence(site, path, metric))


def _of_source(site: Site, source: Source) -> Iterator[Problem]:
    if source.lang is not None and source.lang not in site.by_tag and not _is_language(source.lang):
        yield report("Q409", source.place, source=source.id, tag=source.lang[:40])
    if source.file is not None and not _stays_inside(source.file):
        yield report("Q410", source.place, source=source.id, file=source.file[:200])
    elif isinstance(site.archives, Archives) and source.archive:
        yield from _not_found(site.archives, source)
    archive = site.archives.get(source.archive)
    if archive is not None and source.sha256 not in {None, archive.sha256}:
        yield report("Q407", source.place, file=archive.name, found=archive.sha256)


def _not_found(archives: Archives, source: Source) -> Iterator[Problem]:
    """Report a copy that is not where it should be, or that something else than a file stands for."""
    refusal = archives.refusal(source.archive)
    if refusal is not None:
        what = _KINDS.get(refusal.reason, refusal.detail)
        yield report("Q427", source.place_of("file"), source=source.id, file=(source.file or "")[:200], what=what)
    elif archives.is_lost(source.archive):
        yield report("Q423", source.place_of("file"), source=source.id, file=source.file or "")


def _without_receipts(site: Site, path: str, source: Source) -> Iterator[Problem]:
    """Report a source whose text is missing while nothing says that its quotes were found in it."""
    if not (source.sha256 or (source.file and site.receipts)) or site.archives.get(source.archive) is not None:
        return
    metrics = [metric for metric in site.original(path).metrics.values() if metric.source == source.id and metric.quote]
    names = [metric.id for metric in metrics if evidence(site, path, metric).receipt is None]
    if names:
        key = "sha256" if source.sha256 else "file"
        yield report("Q425", source.place_of(key), source=source.id, metrics=listed(names))


def _of_metric(metric: Metric, found: Evidence) -> Iterator[Problem]:
    if metric.source is None:
        if metric.derivation is None or metric.quote is not None:  # the evidence of a result is its calculation
            yield report("Q401", metric.place, metric=metric.id)
    elif metric.quote is None:
        yield report("Q402", metric.place, metric=metric.id)
    yield from of_quote(metric, found)


def of_quote(metric: Metric, found: Evidence) -> Iterator[Problem]:
    """Report a quote that does not say the figure, or does not stand in the archived text."""
    if found.reading is not None and found.reading.lack is not None:
        yield _lacking(metric, found.reading, found.reading.lack)
    if found.archive is not None and metric.quote is not None and not found.is_quoted:
        first, last = metric.quote[:1], metric.quote[-1:]
        variant = "marks" if first in _OPENING and last in _CLOSING else ""
        place = metric.place_of("quote")
        yield report("Q406", place, variant=variant, metric=metric.id, file=found.archive.name, marks=f"{first} {last}")
    elif found.receipt is not None and not found.is_receipted:
        yield report("Q426", metric.place_of("quote"), metric=metric.id, day=found.receipt.day[:20])


def _lacking(metric: Metric, reading: Reading, lack: Lack) -> Problem:
    place = metric.place_of("quote")
    if lack is Lack.VALUE:
        value = kind_of(metric).machine(metric.value)
        found = f"it says {reading.found}" if reading.found else "it holds no number"
        return report("Q403", place, metric=metric.id, value=value, found=found[:300])
    if lack is Lack.BOUND:
        return report(
            "Q404",
            metric.place_of("bound") if "bound" in metric.places else place,
            variant="exact" if reading.bound == "exact" else "",
            metric=metric.id,
            bound=metric.bound,
            found=reading.found,
            quoted=reading.bound,
        )
    if lack is Lack.SIGN:
        value = kind_of(metric).machine(metric.value)
        return report("Q415", place, metric=metric.id, value=value, found=reading.found)
    if lack is Lack.PER:
        return report("Q416", place, metric=metric.id, per=str(metric.per), found=reading.found)
    if lack is Lack.BESIDE:
        return report("Q417", place, metric=metric.id, expected=_beside(metric), found=reading.found)
    return report("Q405", place, metric=metric.id, found=reading.found, expected=kind_of(metric).unit_name(metric))


def _beside(metric: Metric) -> str:
    span = metric.interval
    parts = [f"[{span.low}–{span.high}]" if span else "", f"± {metric.margin}" if metric.margin else ""]
    return " ".join([*filter(None, parts), *([f"/ {metric.out_of}"] if metric.out_of else [])])


def _is_language(tag: str) -> bool:
    try:
        cldr.locale(tag)
    except UnknownLocale:
        return False
    return True


def _stays_inside(file: str) -> bool:
    return not any(part in {"", ".", ".."} for part in file.split("/")) and "\\" not in file
