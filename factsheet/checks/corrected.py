"""Figures whose value was published differently: readers who knew the old one are told by a correction."""

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from factsheet.content.kinds import kind_of
from factsheet.content.model import Sheet
from factsheet.core.codes import report
from factsheet.core.problems import Problem
from factsheet.site.figures import Figure
from factsheet.site.site import Site

Known = Mapping[tuple[str, str], Mapping[str, Any]]
"""What was published of figures, as `figures.json` has it, by the path of their sheet and their id."""


def published_figures(data: bytes) -> Known:
    """The figures of a published `figures.json`; none where it is damaged."""
    try:
        found = json.loads(data, parse_float=Decimal, parse_int=Decimal)
        return {
            (str(sheet["path"]), str(figure["id"])): figure
            for sheet in found["sheets"]
            for figure in sheet["figures"]
            if isinstance(figure, dict)
        }
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
    old = str(before.get("text", ""))[:200]
    text = json.dumps(f"{figure.label}: {old} → {{{{ {figure.id} }}}}", ensure_ascii=False)
    day = site.today.isoformat() if site.today else "2025-11-13"
    return report(
        "O722",
        figure.metric.place_of("value"),
        variant="further" if sheet.corrections else "",
        metric=figure.id,
        before=old,
        now=figure.text,
        entry=f"{{date: {day}, text: {text}}}",
    )
