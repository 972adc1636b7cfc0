"""What is said again is the same, or told: by a translation, and after an earlier publication."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import Any

from factsheet.content.frontmatter import Scalar
from factsheet.content.kinds import BadValue, Details, kind_of
from factsheet.content.model import Chart, Group, Metric, MetricWords, Restated, Sheet, Span
from factsheet.content.sheets.tables import DECLARED_KEYS
from factsheet.content.statements.comparing import OF_TIME, Statement
from factsheet.content.statements.reader import read
from factsheet.core.codes import report
from factsheet.core.problems import Place, Problem
from factsheet.core.records import replace
from factsheet.core.suggest import counterpart, listed, nearest
from factsheet.site.figures import Figure
from factsheet.site.site import Site

# What a translation declares agrees with its original: values that it repeats, and names of entries.

INHERITED = ("highlight", "sources", "order", "layout")
"""Sheet keys that only the reference sheet may hold."""


def values_agree(site: Site) -> Iterator[Problem]:
    """Report values that differ, words for metrics that do not exist, and keys of the reference only."""
    for path in site.paths:
        original = site.original(path)
        for sheet in site.translations(path):
            for key in INHERITED:
                if key in sheet.places:
                    yield report("F017", replace(sheet.place_of(key), column=1), key=key)
            for words in sheet.words.values():
                yield from _of_metric(original, words, sheet.words)
            yield from _redated(original, sheet)
            yield from _unknown(original, sheet.charts, [chart.id for chart in original.charts])
            yield from _unknown(original, sheet.groups, [group.id for group in original.groups])
            for table in sheet.table_words.values():
                for key in sorted(DECLARED_KEYS & table.places.keys()):
                    yield report("F017", replace(table.place_of(key), column=1), key=f"{table.id}.{key}")
            yield from _of_columns(site, sheet)


def _redated(original: Sheet, sheet: Sheet) -> Iterator[Problem]:
    """Report corrections of another day than those of the original, which they translate in its order."""
    for mine, other in zip(sheet.corrections, original.corrections, strict=False):
        if mine.date not in {one.date for one in original.corrections}:
            values = {"metric": "corrections", "key": "date", "here": mine.date, "there": other.date}
            yield report("P201", mine.place_of("date"), variant="day", other=other.place_of("date"), **values)


def _unknown(original: Sheet, entries: Sequence[Chart | Group], known: Sequence[str]) -> Iterator[Problem]:
    """Report words for charts or groups that the original does not have."""
    for entry in entries:
        if entry.id not in known:
            near = counterpart(entry.id, known, (one.id for one in entries))
            section = "charts" if isinstance(entry, Chart) else "groups"
            yield report("P202", entry.place, metric=entry.id, section=section, near=near, other=original.file)


def _of_columns(site: Site, sheet: Sheet) -> Iterator[Problem]:
    """Report words for columns that the file of a table does not have."""
    for words in sheet.table_words.values():
        table = site.table(sheet.path, words.id)
        known = {} if table is None or table.is_refused else table.grid.columns
        for name, column in words.columns.items() if known else ():
            if name not in known:
                values = {"table": words.id, "name": name, "known": listed(known)}
                yield report("R521", column.place, near=counterpart(name, known, words.columns), **values)


def _of_metric(original: Sheet, words: MetricWords, every: Iterable[str]) -> Iterator[Problem]:
    metric = original.metrics.get(words.id)
    if metric is None:
        if words.id not in original.words:
            near = counterpart(words.id, original.metrics, every)
            yield report("P202", words.place, metric=words.id, near=near, other=original.file)
        return
    for restated in words.restated:
        yield from _compared(metric, restated)


def agrees(metric: Metric, restated: Restated) -> bool:
    """Tell whether a repeated value says what the reference declares."""
    return not any(_compared(metric, restated))


def _compared(metric: Metric, restated: Restated) -> Iterator[Problem]:
    there = _declared(metric, restated.key)
    if restated.key == "value":
        kind = kind_of(metric)
        scalar = Scalar(restated.text, restated.place, restated.quoted)
        is_rate = metric.per is not None or metric.out_of is not None
        details = Details(currency=metric.currency, measure=metric.measure, change=metric.change, is_rate=is_rate)
        try:
            value = kind.read(scalar, details)
        except BadValue as bad:
            yield report(bad.code, restated.place, variant=bad.variant, metric=metric.id, **bad.values)
            return
        here = kind.machine(value)
    else:
        here = restated.text.strip(" \t\r\n")
    if here != there:
        said = {"metric": metric.id, "key": restated.key, "here": here, "there": there or "nothing"}
        yield report("P201", restated.place, **said, other=metric.place_of(restated.key))


def _declared(metric: Metric, key: str) -> str:
    """A key of the reference as text."""
    if key == "value":
        return kind_of(metric).machine(metric.value)
    declared = getattr(metric, key, None)
    if isinstance(declared, Span):
        return f"{declared.low}–{declared.high}"
    if isinstance(declared, bool):
        return str(declared).lower()
    return "" if declared is None else str(declared)


# Figures whose value was published differently: readers who knew the old one are told by a correction.

Known = Mapping[tuple[str, str], Mapping[str, Any]]
"""What was published of figures, as `figures.json` has it, by the path of their sheet and their id."""


def published_figures(data: bytes) -> Known:
    """The figures of a published `figures.json`; none where it is damaged."""
    try:
        found = json.loads(data, parse_float=Decimal, parse_int=Decimal)
        every = ((sheet["path"], one) for sheet in found["sheets"] for one in sheet["figures"] if isinstance(one, dict))
        return {(str(path), str(figure["id"])): figure for path, figure in every}
    except (ValueError, LookupError, TypeError, RecursionError):
        return {}


def silent_changes(site: Site, known: Known, paths: Iterable[str] | None = None) -> Iterator[Problem]:
    """Report figures of another value than the published one, of which neither a correction nor the history tells.

    A figure of another day (`as_of`) is no correction of the one before. `paths` are the sheets to look at, all where
    nothing is said.
    """
    tag = site.settings.reference
    for path in site.paths if paths is None else paths:
        sheet = site.original(path)
        for figure in site.figures(tag, path):
            before = known.get((path, figure.id))
            if before is not None and _is_silent(figure, before, sheet):
                yield _finding(site, figure, before, sheet)


def _is_silent(figure: Figure, before: Mapping[str, Any], sheet: Sheet) -> bool:
    metric = figure.metric
    old, day = _machine(before.get("value")), metric.as_of.isoformat() if metric.as_of else None
    if not old or _is_same(old, figure.machine) or before.get("as_of") != day or before.get("kind") != metric.kind:
        return False
    if any(_is_same(old, kind_of(metric).machine(point.value)) for point in metric.history):
        return False
    told = " ".join(correction.text for correction in sheet.corrections)
    return not any(sign in told for sign in (f"{{{{ {figure.id}", f"{{{{{figure.id}", str(before.get("number"))))


def _machine(value: object) -> str:
    """A value of `figures.json` as the pages have it for machines."""
    if isinstance(value, dict):
        return "/".join(_machine(value.get(end)) for end in ("low", "high"))
    return format(value, "f") if isinstance(value, Decimal) else str(value or "")


def _is_same(one: str, other: str) -> bool:
    """Whether two values are equal, however many zeros end their decimals."""
    try:
        return all(Decimal(a) == Decimal(b) for a, b in zip(one.split("/"), other.split("/"), strict=True))
    except (InvalidOperation, ValueError):
        return one == other


def _finding(site: Site, figure: Figure, before: Mapping[str, Any], sheet: Sheet) -> Problem:
    old = str(before.get("text", ""))
    text = json.dumps(f"{figure.label}: {old} → {{{{ {figure.id} }}}}", ensure_ascii=False)
    day = site.today.isoformat() if site.today else "2025-11-13"
    variant, entry = "further" if sheet.corrections else "", f"{{date: {day}, text: {text}}}"
    said = {"metric": figure.id, "before": old, "now": figure.text, "entry": entry}
    return report("O722", figure.metric.place_of("value"), variant=variant, **said)


# Classes of age or size are classes, and have the same ends in every language: “15–49 de ani”, “aged 15–49”.

_WIDEST_JOINT = 9
"""How far apart the ends of a class may stand, in characters: “10 to 49”, “16 bis 24”."""


def classes_agree(site: Site) -> Iterator[Problem]:
    """Report classes of a sheet that are none, that only a translation has, or that differ between languages."""
    for path in site.paths:
        original = site.original(path)
        yield from _of_sheet(site, original)
        for sheet in site.translations(path):
            yield from _of_sheet(site, sheet)
            yield from _classes_compared(site, original, sheet)


def classes_of_the_site_agree(site: Site) -> Iterator[Problem]:
    """Report the same of the classes in site.toml."""
    for name, words in site.settings.classes.items():
        places = site.settings.places
        tags = [language.tag for language in site.languages if language.tag in words]
        for tag in tags:
            place, first = (places[f"classes.{name}.{one}"] for one in (tag, tags[0]))
            yield from _none(site, tag, words[tag], place)
            if tag != tags[0]:
                yield from _differing(site, {tags[0]: words[tags[0]], tag: words[tag]}, name, place, str(first))


def _of_sheet(site: Site, sheet: Sheet) -> Iterator[Problem]:
    for name, texts in sheet.classes.items():
        yield from _none(site, sheet.language, texts, sheet.place_of(f"classes.{name}"))


def _classes_compared(site: Site, original: Sheet, sheet: Sheet) -> Iterator[Problem]:
    for name, texts in sheet.classes.items():
        place, declared = sheet.place_of(f"classes.{name}"), original.classes.get(name)
        if declared is None:
            near = nearest(name, original.classes)
            yield report("P214", place, near=near, name=name, other=original.file)
        else:
            both = {original.language: declared, sheet.language: texts}
            yield from _differing(site, both, name, place, str(original.place_of(f"classes.{name}")))


def _none(site: Site, tag: str, texts: Sequence[str], place: Place) -> Iterator[Problem]:
    """Report a phrase that says no class: it has neither two ends nor a bound, and no word of an age."""
    for text in texts:
        if not _is_class(_statements(site, tag, text)):
            yield report("S313", place, text=text)


def _is_class(found: Sequence[Statement]) -> bool:
    is_range = any(0 < high.start - low.end <= _WIDEST_JOINT for low, high in pairwise(found))
    return is_range or any(one.bound or one.kind in OF_TIME for one in found)


def _differing(site: Site, both: Mapping[str, Sequence[str]], name: str, place: Place, other: str) -> Iterator[Problem]:
    """Report the first phrase of either language whose numbers are not those of the first phrase of the original."""
    every = ((text, _statements(site, tag, text)) for tag, texts in both.items() for text in texts)
    rows = [(text, sorted(one.value for one in found if one.value is not None)) for text, found in every]
    first, ends = rows[0]
    for text, found in rows[1:]:
        if found != ends:
            yield report("P213", place, name=name, here=text, there=first, other=other)
            return


def _statements(site: Site, tag: str, text: str) -> tuple[Statement, ...]:
    return read(site.by_tag[tag].numbers, text.replace("*", ""))
