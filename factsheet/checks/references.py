"""Every reference, link, anchor and source leads somewhere, and nothing is declared in vain."""

import json
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote, urlsplit

from factsheet.checks.addresses import leads_nowhere, own_path
from factsheet.content.assets import STATIC
from factsheet.content.markup import Link, Prose
from factsheet.content.model import FORMS, Sheet
from factsheet.content.passages import mentions
from factsheet.content.targets import block_of, is_of_table, sheet_and_name
from factsheet.content.text import place_at
from factsheet.patterns import regex
from factsheet.problems import Place, Problem
from factsheet.problems.codes import report
from factsheet.problems.suggest import listed, nearest
from factsheet.site.addresses import linked_asset, linked_sheet
from factsheet.site.site import Site

_BRACED = regex(
    r"(?P<open>\{\{{0,3}|\[\[)[ \t]*(?P<target>[A-Za-z][\w/-]{0,200})(?P<form>(?:\.[A-Za-z]{1,20})?)[ \t]*"
    r"(?P<close>\]\]|\}{0,4})"
)
"""What looks like a reference, with any number of braces, or with the brackets of a wiki."""

_MERGED = regex(r"^<{7} ", re.MULTILINE)
_WORD = regex(r"[a-z][a-z0-9-]*")
_SITE = regex(r"www\.|[a-z0-9-]+\.(?:com|eu|gov|net|org|ro)(?:/|$)", re.IGNORECASE)
_SCHEME = regex(r"[A-Za-z][A-Za-z0-9+.\-]*:")


def everything_resolves(site: Site) -> Iterator[Problem]:
    """Report references, links, anchors and sources that lead nowhere."""
    for (tag, path), sheet in site.sheets.items():
        if (site.settings.reference, path) not in site.sheets:
            continue
        prose = site.prose[tag, path]
        yield from _references(site, sheet, prose)
        yield from _links(site, sheet, prose)
        yield from _nearly_markup(site, sheet, prose)
    for path in site.paths:
        yield from _declarations(site, site.original(path))


def body_place(sheet: Sheet, offset: int) -> Place:
    """The place in the file of an offset in the sheet's body."""
    return place_at(sheet.file, sheet.body, offset, first_line=sheet.body_line)


def mentioned(sheet: Sheet, prose: Prose) -> Iterator[tuple[str, str, Place]]:
    """Each reference of a sheet, in its texts and in its body: target, form and place."""
    for text in sheet.texts():
        for reference in mentions(text):
            yield reference.target, reference.form, text.place
    for reference in prose.references:
        if not reference.in_code:
            yield reference.target, reference.form, body_place(sheet, reference.offset)


def _references(site: Site, sheet: Sheet, prose: Prose) -> Iterator[Problem]:
    for target, form, place in mentioned(sheet, prose):
        found = site.resolve(sheet.path, target)
        if block_of(target) or (is_of_table(target) and found is None):
            continue  # said where tables are checked
        if found is None:
            if not _is_refused(site, sheet, target):
                yield _unknown_metric(site, sheet, target, place, form)
        elif form and form not in FORMS:
            yield report("R502", place, form=form[:40], near=nearest(form, FORMS), forms=", ".join(FORMS[1:]))
        elif form == "row" and not found[1].asked:
            yield report("R502", place, variant="row", form=form, metric=target)
        elif form == "rounded" and found[1].round_to is None:
            yield report("R502", place, variant="rounded", form=form, metric=target)
        elif form == "size" and not found[1].change:
            yield report("R502", place, variant="size", form=form, metric=target)


def _is_refused(site: Site, sheet: Sheet, target: str) -> bool:
    """Whether a metric is declared and its value was refused, or a table is named, which is said elsewhere."""
    where, name = sheet_and_name(target)
    declaring = site.sheet(site.settings.reference, where or sheet.path)
    return declaring is not None and (name in declaring.words or name in declaring.tables)


def _unknown_metric(site: Site, sheet: Sheet, target: str, place: Place, form: str = "") -> Problem:
    draft = _drafted(site, sheet, target)
    if draft is not None:
        return report("R501", place, variant="draft", target=target[:80], file=draft.file)
    own = site.original(sheet.path)
    known = list(own.words)
    others = [f"{path}/{name}" for path in site.every_path if path != sheet.path for name in site.original(path).words]
    elsewhere = [name for name in others if name.endswith(f"/{target}")]
    within = [word for word in _WORD.findall(f"{target} {form}") if word in known]
    return report(
        "R501",
        place,
        target=target[:80],
        near=next(iter([*elsewhere, *within]), None) or nearest(target, [*known, *others]),
        known=listed(known or others) or "none is declared",
    )


def _drafted(site: Site, sheet: Sheet, target: str) -> Sheet | None:
    """The draft that declares a metric, where one does."""
    where, name = sheet_and_name(target)
    draft = site.drafts.get((site.settings.reference, where or sheet.path))
    return draft if draft and name in draft.words else None


def _links(site: Site, sheet: Sheet, prose: Prose) -> Iterator[Problem]:
    for link in prose.links:
        address, place = link.address, body_place(sheet, link.offset)
        if address.startswith(("#fn-", "#fnref")):
            continue
        if not link.text.strip():
            yield report("R510" if link.image else "R512", place, address=address[:120])
        if link.image and _SCHEME.match(address):
            yield report("R508", place, variant="picture", address=address[:120])
        yield from _link(site, sheet, link, place)


def _nearly_markup(site: Site, sheet: Sheet, prose: Prose) -> Iterator[Problem]:
    """Report references with a wrong number of braces, which would be shown as they are, and marks of a merge."""
    text = _without(sheet.body, prose.code)
    read = {reference.offset for reference in prose.references}
    for found in _BRACED.finditer(text):
        target = found["target"]
        if (found["open"] == "[[") != (found["close"] == "]]"):
            continue
        if (
            (found["open"], found["close"]) != ("{{", "}}")
            and found.start() not in read
            and site.resolve(sheet.path, target) is not None
        ):
            place = body_place(sheet, found.start())
            yield report("R509", place, written=found[0].strip(" \t"), metric=f"{target}{found['form']}")
    for found in _MERGED.finditer(text):
        yield report("F022", body_place(sheet, found.start()))


def _without(body: str, spans: Sequence[tuple[int, int]]) -> str:
    """The body with blanks in the place of some of it."""
    for start, end in spans:
        body = f"{body[:start]}{' ' * (end - start)}{body[end:]}"
    return body


def _link(site: Site, sheet: Sheet, link: Link, place: Place) -> Iterator[Problem]:
    address = link.address
    if _SCHEME.match(address):
        own = own_path(site, address)
        if own is not None and leads_nowhere(site, sheet, own):
            yield report("R503", place, address=address[:120], near=_sheet_meant(site, own))
        return
    try:
        parts = urlsplit(address)
    except ValueError:
        yield report("R508", place, address=address[:120])
        return
    if parts.netloc or address.startswith("//") or ":" in parts.path.partition("/")[0]:  # RFC 3986, section 4.2
        yield report("R508", place, address=address[:120])
        return
    target = sheet.path
    linked = linked_sheet(sheet.path, address)
    if linked is not None:
        target = linked
        if not site.is_shown(sheet.language, target):
            near = nearest(target, site.every_path) or _sheet_meant(site, target)
            yield report("R503", place, address=address[:120], near=near)
            return
    elif parts.path:
        yield from _elsewhere(site, sheet, link, parts.path, place)
        return
    if parts.fragment:
        yield from _anchor(site, sheet, target, unquote(parts.fragment), place)


def _elsewhere(site: Site, sheet: Sheet, link: Link, path: str, place: Place) -> Iterator[Problem]:
    """Report addresses within the site that lead nowhere: pages by their file, web sites, pictures, and all others."""
    address, name, asset = link.address[:120], posixpath.basename(path), linked_asset(link.address, sheet.file)
    if asset is not None and asset in site.assets:
        return
    if path.startswith(STATIC):
        near = nearest(asset or "", site.assets)
        variant = "asset" if near else "no-asset"
        yield report("R503", place, variant=variant, address=address, name=(asset or "")[:120], known=f"{STATIC}{near}")
    elif link.image:
        yield report("R503", place, variant="picture", address=address, name=name)
    elif _SITE.match(path):
        yield report("R503", place, variant="web", address=address)
    elif path.endswith((".html", ".htm")):
        yield report("R503", place, address=address, near=nearest(name.rpartition(".")[0], site.every_path))
    elif leads_nowhere(site, sheet, path):
        file = next((known for known in site.assets if posixpath.basename(known) == name), None)
        if file is not None:
            yield report("R503", place, variant="asset", address=address, known=f"{STATIC}{file}")
        elif "." in name:
            yield report("R503", place, variant="no-asset", address=address, name=name[:120])
        else:
            yield report("R503", place, address=address, near=_sheet_meant(site, path))


def _sheet_meant(site: Site, path: str) -> str | None:
    """The sheet whose page was most likely meant by an address."""
    return nearest(posixpath.basename(path.rstrip("/")), site.every_path)


def _anchor(site: Site, sheet: Sheet, target: str, fragment: str, place: Place) -> Iterator[Problem]:
    tag = site.shown_as(sheet.language, target)
    if tag is None:
        return
    known = site.anchors(tag, target)
    if fragment not in known and not site.has_cell(target, fragment):
        yield report(
            "R504",
            place,
            address=f"#{fragment[:80]}",
            variant="" if known else "none",
            near=nearest(fragment, known),
            known=listed(known),
        )


def _declarations(site: Site, sheet: Sheet) -> Iterator[Problem]:
    for target, place in named(sheet):
        is_known = is_of_table(target) or site.resolve(sheet.path, target) is not None
        if not is_known and not _is_refused(site, sheet, target):
            yield _unknown_metric(site, sheet, target, place)
    for metric in sheet.metrics.values():
        if metric.source is not None and metric.source not in sheet.sources:
            yield report(
                "R507",
                metric.place_of("source"),
                variant="known" if sheet.sources else "",
                source=metric.source[:80],
                near=nearest(metric.source, sheet.sources),
                known=listed(sheet.sources),
            )
    used = {metric.source for metric in sheet.metrics.values()}
    used.update(table.source for table in sheet.tables.values())
    used.update(point.source for metric in sheet.metrics.values() for point in metric.history)
    whole = _is_whole(sheet)
    for source in sheet.sources.values():
        if whole and source.id not in used:
            yield report("R505", source.place, source=source.id)


def _is_whole(sheet: Sheet) -> bool:
    """Whether no declaration was refused: a metric whose value was, or a table, may use a source."""
    return len(sheet.metrics) == len(sheet.words) and len(sheet.tables) == len(sheet.table_words)


def named(sheet: Sheet) -> Iterator[tuple[str, Place]]:
    """The metrics that the front matter names: on the cards, in groups, in charts and as parts of calculations."""
    yield from ((target, sheet.place_of(f"highlight.{index}")) for index, target in enumerate(sheet.highlight or ()))
    yield from ((target, place) for place, targets in _shown(sheet) for target in targets)
    for derived in sheet.derived.values():
        derivation = derived.derivation
        yield from ((part, derivation.place_of(str(index))) for index, part in enumerate(derivation.parts))


def _shown(sheet: Sheet) -> Iterator[tuple[Place, tuple[str, ...]]]:
    """The metrics of each chart and of each group of cards, with the place of the entry."""
    yield from ((chart.place, chart.metrics) for chart in sheet.charts)
    yield from ((group.place, group.metrics) for group in sheet.groups)


def gather_uses(site: Site) -> str:
    """What a sheet says of unused metrics: those it shows, and those it declares and should show."""
    declared = [
        (path, metric.id, metric.place.path, metric.place.line, metric.place.column)
        for path in site.paths
        if site.original(path).highlight is not None or site.original(path).groups
        for metric in site.original(path).metrics.values()
    ]
    return json.dumps({"uses": sorted(set(_uses(site))), "declared": declared})


def every_metric_is_used(_site: Site, gathered: Mapping[str, str]) -> Iterator[Problem]:
    """Report metrics that no sheet of any language shows."""
    parts = [json.loads(text) for text in gathered.values()]
    used = {tuple(pair) for part in parts for pair in part["uses"]}
    for path, metric, file, line, column in (entry for part in parts for entry in part["declared"]):
        if (path, metric) not in used:
            yield report("R506", Place(file, line, column), metric=metric)


def _uses(site: Site) -> Iterator[tuple[str, str]]:
    """The metrics that any sheet of any language shows: the sheet that declares each, and its id."""
    for (tag, path), sheet in site.sheets.items():
        targets = [name for name, _, _ in mentioned(sheet, site.prose[tag, path])]
        targets.extend(sheet.highlight or ())
        targets.extend(name for _, names in _shown(sheet) for name in names)
        targets.extend(part for derived in sheet.derived.values() for part in derived.derivation.parts)
        for target in targets:
            where, name = sheet_and_name(target)
            yield where or path, name
