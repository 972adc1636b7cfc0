"""Every reference, link, anchor and source leads somewhere, and nothing is declared in vain."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from factsheet.checks.links import body_place, links_lead_somewhere, unknown_source
from factsheet.content.markup import HEADINGS, Prose, Run
from factsheet.content.model import FORMS, Chart, Group, Sheet
from factsheet.content.passages import mentions
from factsheet.content.targets import block_of, is_of_table, sheet_and_name
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Problem
from factsheet.core.records import replace
from factsheet.core.suggest import listed, nearest
from factsheet.l10n.reading.synonyms import name_meant
from factsheet.site.site import Site

_BRACED = regex(
    r"(?P<open>\{\{{0,3}|\[\[|\(\(|\uff5b{1,2})[ \t]*+(?P<target>(?:(?:chart|table) )?[A-Za-z][\w/-]{0,200}+)"
    r"(?P<form>(?:\.[A-Za-z]{1,20})?)[ \t]*"
    r"(?P<close>\]\]|\)\)|\uff5d{1,2}|\}{0,4})"
)
"""What looks like a reference, with any number of braces, wide ones too, or with other brackets."""

_PAIRS = {"[[": "]]", "((": "))"}

_CLOSED = regex(
    r"(?<![\w/.{-])(?P<open>)(?P<target>(?:(?:chart|table) )?[a-z][\w/-]{0,200})"
    r"(?P<form>(?:\.[a-z]{1,20})?)[ \t]*(?P<close>\}\})"
)
"""The end of a reference without its beginning."""
_ENDS = regex(r"\}\}")
_MERGED = regex(r"^<{7} ", re.MULTILINE)
_CALL = regex(r"(?P<table>[\w-]+)\((?P<cell>[^()]+,[^()]+)\)")
"""A cell between the brackets of a spreadsheet's function."""
_WORD = regex(r"[a-z][a-z0-9-]*")
_PARAGRAPH = 8
"""How many spaces a paragraph has that does not say the same again by chance."""
_COMPUTED = {" + ": "sum_of", " - ": "difference_of", " \u2212 ": "difference_of", " / ": "share_of"}
"""The signs of calculations, which are declared and not written into a text."""


def everything_resolves(site: Site) -> Iterator[Problem]:
    """Report references, links, anchors and sources that lead nowhere."""
    for (tag, path), sheet in site.sheets.items():
        if (site.settings.reference, path) not in site.sheets:
            continue
        prose = site.prose[tag, path]
        yield from _references(site, sheet)
        yield from links_lead_somewhere(site, sheet, prose)
        yield from _nearly_markup(site, sheet, prose)
        yield from _headings(sheet, prose)
    for path in site.paths:
        yield from _declarations(site, site.original(path))


def _headings(sheet: Sheet, prose: Prose) -> Iterator[Problem]:
    """Report a body that begins with its page's title, headings that leave out a level, and paragraphs told twice."""
    above, first = 1, next(iter(prose.runs), None)
    known: dict[object, Run] = {}
    for run in (one for one in prose.runs if one.element == "p" and one.text.count(" ") >= _PARAGRAPH):
        said = known.setdefault((run.text, tuple([prose.references[at].target for at in run.references])), run)
        if said is not run:
            yield report("M119", body_place(sheet, run.source(0) or 0), other=body_place(sheet, said.source(0) or 0))
    for run in (one for one in prose.runs if one.element in HEADINGS):
        level = int(run.element[1])
        if run is first and run.text.strip() == sheet.title:
            yield report("R532", body_place(sheet, run.source(0) or 0), title=sheet.title)
        elif level > above + 1:
            place = body_place(sheet, run.source(0) or 0)
            yield report("M117", place, level=level, above=above, better="#" * (above + 1))
        above = level


def mentioned(sheet: Sheet, prose: Prose) -> Iterator[tuple[str, str, Place]]:
    """Each reference of a sheet, in its texts and in its body: target, form and place."""
    for text in sheet.texts():
        for reference in mentions(text):
            yield reference.target, reference.form, text.place
    for reference in prose.references:
        if not reference.in_code:
            yield reference.target, reference.form, body_place(sheet, reference.offset)


def every_mention(site: Site, tag: str, path: str) -> tuple[tuple[str, str, Place], ...]:
    """What a sheet of the site mentions, gathered once for all checks."""
    return site.once(path, ("mentioned", tag), lambda: tuple(mentioned(site.sheets[tag, path], site.prose[tag, path])))


def _references(site: Site, sheet: Sheet) -> Iterator[Problem]:
    for target, form, place in every_mention(site, sheet.language, sheet.path):
        found = site.resolve(sheet.path, target)
        if block_of(target) or (is_of_table(target) and found is None):
            continue  # said where tables are checked
        if found is None:
            if not _is_refused(site, sheet, target):
                yield _unknown_metric(site, sheet, target, place, form)
        elif form and form not in FORMS:
            near, at = name_meant(form, FORMS), within(sheet, place, form)
            variant, said = "earlier" if form.isdigit() else "", {"form": form, "metric": target}
            yield report("R502", at, variant=variant, near=near, forms=", ".join(FORMS[1:]), **said)
        elif form == "row" and not found[1].asked:
            yield report("R502", place, variant="row", form=form, metric=target)
        elif form == "rounded" and found[1].round_to is None:
            yield report("R502", place, variant="rounded", form=form, metric=target)
        elif form == "size" and not found[1].change:
            yield report("R502", place, variant="size", form=form, metric=target)


def within(sheet: Sheet, place: Place, part: str) -> Place:
    """Where a part of a reference of the body stands: its form, its row; where the reference does, if it has none."""
    lines = sheet.body.split("\n")[place.line - sheet.body_line :] if place.line >= sheet.body_line else []
    words = re.compile(rf"(?<![\w-]){re.escape(part)}(?![\w-])")
    found = words.search(lines[0], place.column - 1) if lines else None
    return replace(place, column=found.start() + 1) if found else place


def _is_refused(site: Site, sheet: Sheet, target: str) -> bool:
    """Whether a metric is declared and its value was refused, or a table is named, which is said elsewhere."""
    where, name = sheet_and_name(target)
    declaring = site.sheet(site.settings.reference, where or sheet.path)
    return declaring is not None and (name in declaring.words or name in declaring.tables)


def _unknown_metric(site: Site, sheet: Sheet, target: str, place: Place, form: str | None = None) -> Problem:
    draft, is_declared, form = _drafted(site, sheet, target), form is None, form or ""
    if draft is not None:
        return report("R501", place, variant="draft", target=target, file=draft.file)
    if not target or target.startswith(("<", "%")):
        return report("R501", place, variant="shortcode" if target else "empty", target=target or '""')
    own, low = site.original(sheet.path), target.casefold()
    others = [f"{path}/{name}" for path in site.every_path if path != sheet.path for name in site.original(path).words]
    by_name = {one.rpartition("/")[2]: one for one in others}
    named, _, _ = f"{target}.{form}".replace(".md/", "/").partition(".")
    if form.startswith("md/") and site.resolve(sheet.path, named):
        return report("R501", place, target=f"{target}.{form}", near=named)
    renamed = _renamed(site, *sheet_and_name(target), sheet.path)
    elsewhere = [name for name in others if name.endswith(f"/{target}") or name == f"{target}/{form.partition('.')[0]}"]
    labelled = [one for one, of in own.words.items() if low in {one.replace("-", "_"), (of.label or "").casefold()}]
    labelled += [f"{table}[{cell}]" for table, cell in _CALL.findall(target) if table in own.tables]
    labelled += [f"chart {chart.id}" for chart in own.charts if chart.id == target and not is_declared]
    words, sign = _WORD.findall(target), next((sign for sign in _COMPUTED if sign in target), "")
    block = next((kind for word in words if (kind := name_meant(word, ("chart", "table")))), "")
    blocks = [chart.id for chart in own.charts] if block == "chart" else own.tables if block else ()
    labelled += [f"{block} {name}" for name in words if name in blocks]
    inside = [word for word in _WORD.findall(f"{target} {form}") if word in own.words]
    if inside and (meant := next((word for word in words if word in FORMS), "")):
        inside = [f"{inside[0]}.{meant}"]
    if len(inside) > 1 and (sign or {*inside} == {*words}):
        said = {"of": _COMPUTED.get(sign, ""), "parts": ", ".join(inside)}
        said["parts"] = said["parts"] if sign or is_declared else f"{{{{ {' }}, {{ '.join(inside)} }}}}"
        return report("R501", place, variant="sum" if sign else "several", target=target, **said)
    near = next(filter(None, [*renamed, _left_out(site, sheet, target), *elsewhere, *labelled, *inside]), None)
    near = near or nearest(target, [*own.words, *others]) or by_name.get(nearest(target, by_name) or "")
    said = {"target": target, "known": listed(own.words or others) or "none is declared"}
    if renamed:
        where = site.original(renamed[0].rpartition("/")[0] or sheet.path).words[renamed[0].rpartition("/")[2]].place
        said |= {"original": own.file, "suggestion": renamed[0], "place": f"{where}"}
        return report("R501", place, variant="renamed", **said)
    return report("R501", place, near=near, **said)


def _renamed(site: Site, where: str, name: str, path: str) -> list[str]:
    """The metric that had this name before, as a reference names it: a translation has it still, and that one alone."""
    if (site.settings.reference, where or path) not in site.sheets:
        return []
    now = site.original(where or path).words
    for sheet in site.translations(where or path):
        lacking = [one for one in now if one not in sheet.words]
        if name in sheet.words and len(lacking) == 1:
            return [f"{where}/{lacking[0]}" if where else lacking[0]]
    return []


def _drafted(site: Site, sheet: Sheet, target: str) -> Sheet | None:
    """The draft that declares a metric, where one does."""
    where, name = sheet_and_name(target)
    draft = site.drafts.get((site.settings.reference, where or sheet.path))
    return draft if draft and name in draft.words else None


def _nearly_markup(site: Site, sheet: Sheet, prose: Prose) -> Iterator[Problem]:
    """Report references with a wrong number of braces, which would be shown as they are, and marks of a merge."""
    text = _without(sheet.body, prose.code)
    read = {reference.offset for reference in prose.references}
    for found in (*_BRACED.finditer(text), *_closed(text)):
        target = found["target"]
        is_other = found["open"] in _PAIRS or found["close"] in _PAIRS.values()
        if is_other and _PAIRS.get(found["open"]) != found["close"]:
            continue
        is_read = found.start() in read or (found["open"], found["close"]) == ("{{", "}}")
        if not is_read and _is_there(site, sheet, target):
            place = body_place(sheet, found.start())
            written = "$" * text.endswith("$", 0, found.start()) + found[0].strip(" \t")
            yield report("R509", place, written=written, metric=f"{target}{found['form']}")
    for found in _MERGED.finditer(text):
        yield report("F022", body_place(sheet, found.start()))


def _closed(text: str) -> Iterator[re.Match[str]]:
    """Find the ends of references without a beginning, each behind the last brace before it."""
    for end in (one.start() for one in _ENDS.finditer(text)):
        begin = max(text.rfind("{", 0, end), text.rfind("}", 0, end)) + 1
        if text.endswith("{{", 0, begin):
            continue  # it has a beginning, and is told as a name that is not known
        found = _CLOSED.search(text, begin, end + len("}}"))
        if found and not text[max(0, begin - 1) : found.start()].rstrip(" \t").endswith("{"):
            yield found


def _is_there(site: Site, sheet: Sheet, target: str) -> bool:
    """Whether there is a figure, a table or a chart of this name."""
    block, original = block_of(target), site.original(sheet.path)
    if block is None:
        return site.resolve(sheet.path, target) is not None
    return block.name in (original.table_words if block.kind == "table" else [chart.id for chart in original.charts])


def _left_out(site: Site, sheet: Sheet, target: str) -> str | None:
    """The metric that the original mentions where its translation has a name that is not known: it was translated."""
    if sheet.language == site.settings.reference:
        return None
    original = site.original(sheet.path)
    both = (mentioned(one, site.prose[one.language, one.path]) for one in (original, sheet))
    ours, theirs = (Counter(target for target, _, _ in every) for every in both)
    missing = [one for one in ours - theirs if not block_of(one) and site.resolve(sheet.path, one)]
    strange = [one for one in theirs - ours if not block_of(one) and not site.resolve(sheet.path, one)]
    return dict(zip(strange, missing, strict=True)).get(target) if len(strange) == len(missing) else None


def _without(body: str, spans: Sequence[tuple[int, int]]) -> str:
    """The body with blanks in the place of some of it."""
    for start, end in spans:
        body = f"{body[:start]}{' ' * (end - start)}{body[end:]}"
    return body


def _declarations(site: Site, sheet: Sheet) -> Iterator[Problem]:
    for target, place in named(sheet):
        is_known = is_of_table(target) or site.resolve(sheet.path, target) is not None
        if not is_known and not _is_refused(site, sheet, target):
            yield _unknown_metric(site, sheet, target, place)
    metrics = sheet.metrics.values()
    for metric in (one for each in metrics for one in (each, each.confirmed) if one):
        if metric.source is not None and metric.source not in sheet.sources:
            yield unknown_source(metric.place_of("source"), metric.source, sheet.sources)
    told = (one for metric in metrics for one in (metric, metric.confirmed_by, *metric.history))
    used = {one.source for one in (*told, *sheet.tables.values()) if one}
    # A metric whose value was refused, or a table, may use a source.
    whole = len(sheet.metrics) == len(sheet.words) and len(sheet.tables) == len(sheet.table_words)
    for source in sheet.sources.values():
        if whole and source.id not in used:
            yield report("R505", source.place, source=source.id)


def named(sheet: Sheet) -> Iterator[tuple[str, Place]]:
    """The metrics that the front matter names: on the cards, in groups, in charts and as parts of calculations."""
    yield from ((target, sheet.place_of(f"highlight.{index}")) for index, target in enumerate(sheet.highlight or ()))
    entries: tuple[Chart | Group, ...] = (*sheet.charts, *sheet.groups)
    yield from ((target, place) for entry in entries for target, place in _shown(entry))
    for derived in sheet.derived.values():
        derivation = derived.derivation
        yield from ((part, derivation.place_of(str(index))) for index, part in enumerate(derivation.parts))


def _shown(entry: Chart | Group) -> Iterator[tuple[str, Place]]:
    """The metrics of a chart or a group of cards, each with its place."""
    whole = entry.place_of("metrics")
    yield from ((target, entry.places.get(f"metrics.{at}", whole)) for at, target in enumerate(entry.metrics))


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
        for target, *_ in (*every_mention(site, tag, path), *named(sheet)):
            where, name = sheet_and_name(target)
            yield where or path, name
