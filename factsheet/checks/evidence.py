"""Every figure has a source and a quote, its earlier values too; the quote says the value and stands in the text."""

from collections.abc import Iterable, Iterator
from datetime import date

from factsheet.checks.links import unknown_source
from factsheet.content.frontmatter import Scalar
from factsheet.content.frontmatter.slips import quoted
from factsheet.content.kinds import kind_of
from factsheet.content.kinds.quotes import Mismatch, QuoteReading
from factsheet.content.model import Correction, HistoryPoint, Metric, Sheet, Source
from factsheet.content.sheets.values import amount_meant
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Problem
from factsheet.core.suggest import listed, nearest_passage
from factsheet.l10n.iso8601 import Stretch
from factsheet.site.proof import Evidence, ProvenPoint, are_independent, evidence, points, source_language
from factsheet.site.proof.quotes import marked, other_times, out_of_order, stands_in
from factsheet.site.site import Site

_OPENING, _CLOSING = "„“«", '”“»"'
"""Quotation marks that YAML does not know: they are part of the text."""


def every_figure_is_proven(site: Site) -> Iterator[Problem]:
    """Report figures without a source or quote, and quotes that say something else."""
    for path in site.paths:
        sheet = site.original(path)
        for metric in sheet.metrics.values():
            yield from _of_metric(site, path, metric)
            yield from _of_confirmation(site, path, metric)


def _of_metric(site: Site, path: str, metric: Metric) -> Iterator[Problem]:
    found = evidence(site, path, metric)
    if metric.source is None:
        if metric.derivation is None or metric.quote is not None:  # the evidence of a result is its calculation
            ready = filter(None, (_ready(site, metric, one) for one in site.original(path).sources.values()))
            yield report("Q401", metric.place, metric=metric.id, **next(ready, {}))
    elif metric.quote is None:
        yield report("Q402", metric.place, metric=metric.id, **_ready(site, metric, found.source))
    yield from of_quote(site, metric, found)


_SENTENCE = regex(r"(?<=[.!?])\s+(?=\D)|\n\s*\n")
_SHORT_END = regex(r"(?<=\d) [^\W\d_]{1,2}$")
_MOST_READ = 200_000
"""How much of an archived text is searched for a passage, in characters."""


def _ready(site: Site, metric: Metric, source: Source | None) -> dict[str, str]:
    """The passage of a source that says a figure, ready to be pasted, as fields of a finding; none if none does."""
    archive, loc = site.archives.get(source.archive) if source else None, source_language(site, source)
    digits = _digits(kind_of(metric).machine(metric.value))
    for sentence in _SENTENCE.split(archive.text[:_MOST_READ]) if archive and source and digits else ():
        if digits in "".join(filter(str.isdecimal, sentence)):
            reading = kind_of(metric).read_quote(loc, metric, sentence)
            span = marked(metric, sentence, loc, reading) if reading.mismatch is None else None
            if span and archive and source and "@" not in metric.id:  # an earlier value needs its year, too
                passage = _SHORT_END.sub("", " ".join(sentence[slice(*span)].split()))
                return {"variant": "ready", "source": source.id, "file": archive.name, "passage": quoted(passage)}
    return {}


def _of_confirmation(site: Site, path: str, metric: Metric) -> Iterator[Problem]:
    """Report a second source that is not independent of the first, or says something else."""
    if second := metric.confirmed:
        found = evidence(site, path, second)
        if found.source and not are_independent(site.source(path, metric), found.source):
            yield report("Q428", second.place_of("source"), metric=metric.id)
        yield from of_quote(site, second, found)


def of_quote(site: Site, metric: Metric, found: Evidence) -> Iterator[Problem]:
    """Report a quote that does not say the figure, or does not stand in the archived text."""
    if found.reading is not None and found.reading.mismatch is not None:
        yield _lacking(site, metric, found, found.reading)
    if found.archive is not None and metric.quote is not None and not found.is_quoted:
        first, last = metric.quote[:1], metric.quote[-1:]
        is_marked = first in _OPENING and last in _CLOSING
        ready = {} if is_marked else _ready(site, metric, found.source)
        is_long = len(metric.quote) > _LONGEST
        near = None if is_marked or is_long else nearest_passage(_PARTED.sub("", metric.quote), found.archive.text)
        near = None if near == metric.quote or (ready and near and ready["passage"][1:-1] not in near) else near
        part = "" if is_marked or near or ready else _part_that_stands(metric.quote, found.archive.text)
        said = {"file": found.archive.name, "marks": f"{first} {last}", "part": part}
        said["better"] = quoted(metric.quote[1:-1])
        said |= {"variant": "marks" if is_marked else "part"} if is_marked or part else {}
        said |= {} if near or "variant" in said else ready
        yield report("Q406", metric.place_of("quote"), near=near, metric=metric.id, **said)
    elif found.receipt is not None and not found.is_receipted:
        yield report("Q426", metric.place_of("quote"), metric=metric.id, day=found.receipt.day)


_PARTED = regex(r"(?<=\w)(?:-[ \n]+|\u00ad[ \n]*)(?=[^\W\d_])")
"""What parts a word at the end of a line of print: it comes along with what is copied from a PDF."""
_LONGEST = 400
"""The longest quote, in characters, for which a finding shows the passage that was meant."""


def _part_that_stands(quote: str, text: str) -> str:
    """The longest run of words of a quote that stands in the text, if it is more than a third of it."""
    words, first, best = quote.split() if len(quote) <= _LONGEST else [], 0, (0, 0)
    for last in range(1, len(words) + 1):
        while first < last and not stands_in(" ".join(words[first:last]), text):
            first += 1
        best = max(best, (first, last), key=lambda run: run[1] - run[0])
    return " ".join(words[slice(*best)]) if best[1] - best[0] > len(words) // 3 else ""


def _lacking(site: Site, metric: Metric, of: Evidence, reading: QuoteReading) -> Problem:
    mismatch, place = reading.mismatch, metric.place_of("quote")
    if mismatch is Mismatch.VALUE:
        value = kind_of(metric).machine(metric.value)
        found = f"it says {reading.found}" if reading.found else "it holds no number"
        meant = amount_meant(Scalar(reading.found, place)).get("better", "").partition(", ")[0]
        is_same = f" {value.lstrip('-')}`" in meant  # “by 6” of a fall lacks its direction, and not its size
        is_size = meant and not is_same and _digits(value) and _digits(value) == _digits(reading.found)
        ready = {"variant": "size", "better": meant} if is_size else _ready(site, metric, of.source)
        near = [one for one in reading.found.split(", ") if _is_slip(_digits(value), _digits(one))]
        if not ready and len(near) == 1:
            ready = {"variant": "near", "better": amount_meant(Scalar(near[0], place)).get("better", "")}
        when = metric.id.partition("@")[2] if ready.get("variant") in {"near", "size"} else ""
        if when and when == metric.source:
            ready = {}  # a second source declares no value that could be corrected there
        elif when and metric.place.line:
            place, ready["better"] = metric.place, ready["better"].replace("`value:", f"`{when}:")
        return report("Q403", place, metric=metric.id, value=value, found=found, **ready)
    if mismatch is Mismatch.BOUND:
        at, variant = metric.places.get("bound", place), "exact" if reading.bound == "exact" else ""
        said = {"metric": metric.id, "bound": metric.bound, "found": reading.found, "quoted": reading.bound}
        return report("Q404", at, variant=variant, **said)
    if mismatch is Mismatch.SIGN:
        value = kind_of(metric).machine(metric.value)
        return report("Q415", place, metric=metric.id, value=value, found=reading.found)
    if mismatch is Mismatch.PER:
        return report("Q416", place, metric=metric.id, per=str(metric.per), found=reading.found)
    if mismatch is Mismatch.BESIDE:
        return report("Q417", place, metric=metric.id, expected=_beside(metric), found=reading.found)
    meant = amount_meant(Scalar(reading.found, place)).get("better", "").partition(", ")[2]
    said = {"metric": metric.id, "found": reading.found, "expected": kind_of(metric).unit_name(metric), "better": meant}
    return report("Q405", place, variant="said" if meant else "", **said)


def _is_slip(some: str, others: str) -> bool:
    """Whether two runs of digits differ in one digit, or in the order of two that stand side by side."""
    apart = [at for at, (one, other) in enumerate(zip(some, others, strict=False)) if one != other]
    is_turned = len(apart) == 2 and apart[1] - apart[0] == 1 and sorted(some) == sorted(others)  # noqa: PLR2004
    return len(some) == len(others) > 2 and (len(apart) == 1 or is_turned)  # noqa: PLR2004 - fewer are another number


def _digits(text: str) -> str:
    """The digits of a number that say something wherever its point stands: those of 0.625, 62,5 and 625000."""
    return "".join(filter(str.isdecimal, text)).strip("0")


def _beside(metric: Metric) -> str:
    span = metric.interval
    parts = [f"[{span.low}–{span.high}]" if span else "", f"± {metric.margin}" if metric.margin else ""]
    return " ".join([*filter(None, parts), *([f"/ {metric.out_of}"] if metric.out_of else [])])


# Every earlier value that is published is proven as the present one is, by a passage that speaks of its time.


def every_history_is_proven(site: Site) -> Iterator[Problem]:
    """Report earlier values without a passage, and passages that say something else or speak of another time."""
    for path in site.paths:
        for metric in site.original(path).metrics.values():
            found = tuple(points(site, path, metric))
            for one in found:
                yield from _of_point(site, path, one)
            yield from _exchanged(site, found)
            yield from _other_present(metric)


def _of_point(site: Site, path: str, one: ProvenPoint) -> Iterator[Problem]:
    metric, found = one.metric, one.evidence
    sources = site.original(path).sources
    if one.point.source is not None and one.point.source not in sources:
        yield unknown_source(metric.place_of("source"), one.point.source, sources)
    if one.point.is_filed:
        return  # it is compared with the publisher's own file, which is told once for all values
    if found.reading is None:
        yield report("Q412", metric.place, metric=_name(metric), when=one.point.when)
        return
    yield from of_quote(site, metric, found)
    times = other_times(source_language(site, found.source), metric.quote or "", one.point)
    if times and found.reading.mismatch is None:
        yield _of_time(metric, one.point, listed(times), "")


def _other_present(metric: Metric) -> Iterator[Problem]:
    """Report a value of the history that is of the time of the present one, and another than it."""
    machine = kind_of(metric).machine
    for point in metric.history if metric.as_of is not None else ():
        if str(point.when) == str(metric.as_of) and point.value != metric.value:
            value, other = machine(metric.value), machine(point.value)
            yield report("D132", point.place, metric=metric.id, when=point.when, value=value, other=other)


def _exchanged(site: Site, found: tuple[ProvenPoint, ...]) -> Iterator[Problem]:
    """Report values of one passage that stand in another order than their times."""
    passages: dict[tuple[str, str], list[ProvenPoint]] = {}
    for one in found:
        if one.evidence.reading is not None and one.evidence.reading.mismatch is None:
            passages.setdefault((one.metric.source or "", one.metric.quote or ""), []).append(one)
    for (_, quote), several in passages.items():
        loc = source_language(site, several[0].evidence.source)
        wrong = out_of_order(loc, quote, [one.point for one in several])
        if wrong is not None:
            metric = next(one.metric for one in several if one.point is wrong)
            yield _of_time(metric, wrong, "other values", "order")


def _of_time(metric: Metric, point: HistoryPoint, found: str, variant: str) -> Problem:
    place = max(metric.place, metric.place_of("quote")) if not variant else metric.place
    return report("Q413", place, variant=variant, metric=_name(metric), when=point.when, found=found)


def _name(metric: Metric) -> str:
    return metric.id.partition("@")[0]


# Figures are looked at again when they were said to be.


def figures_are_fresh(site: Site) -> Iterator[Problem]:
    """Report figures whose `recheck_by` has come, and an `as_of` that has not, judged on the site's day."""
    for sheet in site.sheets.values():
        is_own = sheet.language == site.settings.reference
        dated: tuple[Correction | Source, ...] = (*sheet.corrections, *sheet.sources.values()) if is_own else ()
        yield from _dates(sheet, site.today, dated)
    today = site.today
    if today is None:
        return
    for path in site.paths:
        for metric in site.original(path).metrics.values():
            if metric.recheck_by is not None and metric.recheck_by <= today:
                yield report("Q408", metric.place_of("recheck_by"), metric=metric.id, day=metric.recheck_by)
            if metric.as_of is not None and _begins(metric.as_of) > today:
                yield report("Q411", metric.place_of("as_of"), metric=metric.id, day=metric.as_of)


def _dates(sheet: Sheet, today: date | None, dated: Iterable[Correction | Source]) -> Iterator[Problem]:
    """Report the dates of a sheet that contradict each other, or are still to come."""
    if sheet.date and sheet.updated and sheet.updated < sheet.date:
        yield report("F027", sheet.place_of("updated"), updated=sheet.updated, day=sheet.date)
    own = (("", sheet.place_of(key), key, day) for key, day in (("date", sheet.date), ("updated", sheet.updated)))
    days = ((one, key, getattr(one, key, None)) for one in dated for key in ("date", "accessed"))
    entries = (("entry", one.place_of(key), key, day) for one, key, day in days)
    for variant, place, key, day in (*own, *entries):
        if today and day and _begins(day) > today:
            yield report("F028", place, variant=variant, key=key, day=day)


def _begins(as_of: date | Stretch) -> date:
    return as_of.first if isinstance(as_of, Stretch) else as_of
