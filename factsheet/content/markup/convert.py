"""Python-Markdown with the dialect of sheets; one instance per process and typography."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.toc import unique
from markdown.treeprocessors import Treeprocessor

from factsheet.content.markup import HEADINGS
from factsheet.content.markup.collect import Collector
from factsheet.content.markup.commonmark.containers import List, ListItem
from factsheet.content.markup.commonmark.extension import Body, CommonMark, Footnotes
from factsheet.content.markup.commonmark.grammar import Marks
from factsheet.content.markup.raw import RawHtml
from factsheet.content.markup.sanitize import is_safe
from factsheet.content.markup.tokens import MARK
from factsheet.content.markup.values import ALERT_TITLES, CITATION, MarkupSlip, Prose, Reference, Run, Typography
from factsheet.content.targets import parted
from factsheet.core.patterns import listed_in, regex
from factsheet.l10n.cldr.source import gettext_plurals

_KEPT = regex(r"[^\w\- ]+")
_GAPS = regex(r"[ _\-]+")
_NO_TEXT = regex("\x02[^\x03]*\x03")


def heading_id(text: str, separator: str) -> str:
    """Make a heading's id of its letters, in any script; a figure in it is left out, so it may change."""
    words = _KEPT.sub("", MARK.sub("", text)).casefold()
    return _GAPS.sub(separator, words.strip(" _-"))[:80] or "section"


class _HeadingIds(Treeprocessor):
    """Each heading gets an id, made of its words where it has none."""

    def run(self, root: Element) -> None:
        """Set the ids in the order of the text."""
        headings = [element for element in root.iter() if element.tag in HEADINGS and "id" not in element.attrib]
        if headings:
            counters: dict[str, int] = {}
            taken = {element.attrib["id"] for element in root.iter() if "id" in element.attrib}
            for heading in headings:
                heading.set("id", unique(heading_id(_words(heading), "-"), taken, counters))  # type: ignore[call-arg] # newer than its stubs


def _words(element: Element) -> str:
    """The words of an element, without the marks of footnotes."""
    parts = [element.text or ""]
    for child in element:
        is_note = child.tag == "sup" and child.get("id", "").startswith("fnref")
        parts += ["" if is_note else _words(child), child.tail or ""]
    return _NO_TEXT.sub("", "".join(parts).replace("&amp;", "&"))


class _Finish(Treeprocessor):
    """The last step: what is safe is collected; what holds HTML is marked with its places instead."""

    def __init__(self, body: Body) -> None:
        super().__init__(body.md)
        self.body = body
        self._collected = Collector(body)
        self._raw: RawHtml | None = None

    def run(self, root: Element) -> None:
        """Collect, or mark."""
        if self.body.html or not is_safe(root):
            self._raw = RawHtml(self.body)
            self._raw.mark(root)
        else:
            self._collected = self.collect(root)

    def taken(self) -> tuple[Collector, RawHtml | None]:
        """What has been collected of a body, and the HTML in it; the next one finds nothing here."""
        taken = self._collected, self._raw
        self._collected, self._raw = Collector(self.body), None
        return taken

    def collect(self, root: Element) -> Collector:
        """Walk over a safe tree."""
        collector = Collector(self.body)
        collector.collect(root)
        return collector


class Converter:
    """Reads bodies of one language."""

    def __init__(self, typography: Typography) -> None:
        """Set up Python-Markdown for the words and marks of the language."""
        titles = dict(zip(ALERT_TITLES, typography.alerts, strict=True))
        marks = Marks((typography.open, typography.close), (typography.inner_open, typography.inner_close))
        notes = Footnotes(BACKLINK_TITLE=typography.back_to_text, SEPARATOR="-", USE_DEFINITION_ORDER=False)
        dialect = CommonMark(marks=marks, titles=titles.__getitem__)
        self.md = Markdown(extensions=[notes, dialect], output_format="html")
        self.body = dialect.body
        self._finish = _Finish(self.body)
        self.md.treeprocessors.register(_HeadingIds(self.md), "heading-ids", 5)
        self.md.treeprocessors.register(self._finish, "finish", -10)

    def convert(self, text: str) -> Prose:
        """Read one body; raises TooDeep and TooDeeplyNested."""
        html = self.md.reset().convert(text)
        collected, raw = self._finish.taken()
        lost: list[MarkupSlip] = []
        if raw is not None:
            root, lost = raw.tree(html)
            collected = self._finish.collect(root)
            html = self.md.serializer(root).removeprefix("<div>").removesuffix("</div>").strip()
        slips, figures = slips_of(self.body, text, collected.runs, collected.ids), enumerate(self.body.figures)
        return Prose(
            html=html,
            references=tuple(
                Reference(*parted(name), at, index not in collected.seen) for index, (name, at) in figures
            ),
            links=tuple(collected.links),
            ids=tuple(collected.ids),
            runs=tuple(collected.runs),
            code=tuple(sorted(self.body.code)),
            slips=tuple(sorted([*lost, *slips], key=lambda slip: slip.offset)),
        )


@lru_cache(maxsize=64)
def converter(typography: Typography) -> Converter:
    """The converter for a language; it is used for one body after the other."""
    return Converter(typography)


def set_up_libraries() -> None:
    """Have the libraries compile what they do for every site."""
    Converter(Typography("“", "”", ""))
    gettext_plurals("en", ("one", "other"))


# Mistakes of which Markdown reports nothing: numbers of lists that are not shown, signs that readers would see.

_SIGNS: Final = regex(
    "|".join(f"(?P<{name}>{sign})" for name, sign in listed_in("content/data/signs.txt"))
    .replace("@CITATION@", CITATION)
    .replace("@ALERTS@", "|".join(ALERT_TITLES).upper()),
    re.MULTILINE,
)
"""Signs of other dialects, or of a slip, as they stand in the text that a reader sees; the name is the variant."""

_RULE: Final = regex(r"[^\n]*\n[|: ]*[-\u2013\u2014]+[|: \u2013\u2014-]*(?:\n|\Z)")
"""A table whose second line is there, and has another number of parts."""

_SHOWN: Final = regex(r"^-\w|[\t\u3010\[#*!?:{~_=+^$|%<&\\\u201c\u2022\u25aa\u25e6\u25cf\u00b7\u2023\u2043]")
_REWRITTEN = [(name, both.split("\t")) for name, both in listed_in("content/data/rewritten.txt")]
_WRITTEN: Final = {name: (regex(wrong), right) for name, (wrong, right) in _REWRITTEN}
"""How it is to be written, by variant: what stands there, from the sign on, and what is made of that."""
_MARKER: Final = regex(r"([0-9]+)([.)])")


def slips_of(body: Body, text: str, runs: Sequence[Run], ids: Sequence[str]) -> Iterator[MarkupSlip]:
    """Give what is to be told of a body that has been read."""
    for name in {one for one in ids if ids.count(one) > 1} if len({*ids}) < len(ids) else ():
        every = list(re.finditer(rf"\{{#{re.escape(name)}(?=[ }}])", text))
        yield from (MarkupSlip("M114", found.start(), (("id", name),)) for found in every[1:])
    yield from (MarkupSlip("M103", block.offset, (("opening", block.opening),)) for block in body.unfinished)
    for found in body.lists:
        if found.start is not None:
            yield from _numbers(found, text)
        elif len(found.children) == 1:
            yield from _alone(found, text)
    yield from (MarkupSlip("M111", fence.offset, (("fence", fence.fence),)) for fence in body.open_fences)
    yield from (MarkupSlip("M115", place, (("label", label),)) for label, place in body.references.doubled)
    yield from (MarkupSlip("M116", place, (("address", address),)) for address, place in body.references.lost())
    for code in body.indented:
        yield MarkupSlip("M113", code.offset, (("line", " ".join(code.lines[0].split())),))
    for offset, cells, columns, lost in body.surplus:
        yield MarkupSlip("M110", offset, (("cells", str(cells)), ("columns", str(columns)), ("lost", lost)))
    shown = [
        slip for run in runs if run.element != "attribute" and _SHOWN.search(run.text) for slip in _signs(run, text)
    ]
    yield from _footnotes(dict(body.unmarked_footnotes()), shown, runs)


def _footnotes(unmarked: Mapping[str, int], shown: Sequence[MarkupSlip], runs: Sequence[Run]) -> Iterator[MarkupSlip]:
    """The signs that readers would see, and the footnotes they would not; one of each are two names for one thing."""
    marks = {dict(slip.values)["signs"] for slip in shown if slip.variant == "footnote"}
    if len(marks) == len(unmarked) == 1:
        for slip in shown:
            more = (("label", next(iter(unmarked))),) if (is_mark := slip.variant == "footnote") else ()
            yield MarkupSlip(slip.code, slip.offset, (*slip.values, *more), "misnamed" if is_mark else slip.variant)
        return
    yield from shown
    for label, offset in unmarked.items():
        mark = next((run.source(run.text.index(f"[{label}]")) for run in runs if f"[{label}]" in run.text), None)
        at, variant = (offset, "") if mark is None else (mark, "caret")
        yield MarkupSlip("M112", at, (("label", label),), variant)


def _numbers(found: List, text: str) -> Iterator[MarkupSlip]:
    """Numbers of items that are not the ones shown; a list all of whose numbers are the same is counted by itself."""
    items = [item for item in found.children if isinstance(item, ListItem)]
    if len(items) == 1 and found.start not in {None, 0, 1}:
        above = _MARKER.match(text[: found.offset].rstrip().rpartition("\n")[2])
        marker = written[0] if (written := _MARKER.match(text, found.offset)) else ""
        is_next = above is not None and int(above[1]) + 1 == found.start
        better = f"{found.start}{above[2]}" if above and is_next else f"{marker[:-1]}\\{marker[-1:]}"
        values = (("marker", marker), ("escaped", better))
        yield MarkupSlip("M105", found.offset, values, "continued" if is_next else "")
    is_counted = len({item.number for item in items}) > 1
    for shown, item in enumerate(items if is_counted else (), start=found.start or 0):
        if item.number != shown:
            yield MarkupSlip("M104", item.offset, (("written", str(item.number)), ("shown", str(shown))))
            return


def _alone(found: List, text: str) -> Iterator[MarkupSlip]:
    """An item with another sign than the one right above it, so that it begins a list of its own."""
    above, _, before = text[: found.offset].rpartition("\n")
    last = above.rpartition("\n")[2]
    sign = next((one for one in "-*+" if last.startswith(f"{before}{one} ") and not before.strip(" ")), "")
    if sign not in {"", text[found.offset]}:
        yield MarkupSlip("M105", found.offset, (("marker", text[found.offset]), ("escaped", sign)), "continued")


def _signs(run: Run, text: str) -> Iterator[MarkupSlip]:
    """Signs that are left in a text; one that was escaped is meant."""
    for found in _SIGNS.finditer(run.text):
        source = run.source(found.start())
        if source is None or (source and text[source - 1] == "\\") or not text.startswith(found[0][:2], source):
            continue
        variant = found.lastgroup or ""
        if variant == "half" and "**" not in text[max(0, source - 1) : source + 2]:
            continue
        if found[0] == "-" and not _is_item(text, source):
            continue
        if variant == "emphasis":
            variant = _emphasis(run.text, found)
        variant = "defined" if variant == "footnote" and not found.start() else variant
        signs = found[0].partition("\n")[0]
        better: tuple[tuple[str, str], ...] = ()
        if variant in {"table", "cells"}:
            row = signs if variant == "table" else "| " + signs.strip().replace("\t", " | ") + " |"
            lines = (("row", row), ("rows", str(found[0].count("\n") + 1)))
            better = (("better", f"|{'---|' * (row.strip().count('|') - 1)}"), *lines)
            if variant == "table" and _RULE.match(found[0]):
                variant, source = "rule", run.source(found.start() + len(signs) + 1) or source
                signs = text[source:].partition("\n")[0]
        elif variant == "note" and (meant := _note_meant(signs.strip("[]!+- "))):
            variant, better = "note_meant", (("better", f"[!{meant.upper()}]"),)
        elif variant in _WRITTEN:
            wrong, right = _WRITTEN[variant]
            line = wrong.search(
                text[source:].partition("\n")[0] if variant in {"emphasis", "heading", "space"} else signs
            )
            better = (("better", line.expand(right).replace(' "")', ")") if line else f"{signs}words{signs}"),)
        yield MarkupSlip("M106", source, (("signs", signs), *better), variant)


def _is_item(text: str, at: int) -> bool:
    """Whether a line that begins with a hyphen has such a line above it, or below."""
    above, below = text[:at].splitlines()[-1:], text[at:].splitlines()[1:2]
    return any(line.lstrip(" ").startswith("-") and line.strip("- ") for line in (*above, *below))


def _note_meant(word: str) -> str | None:
    from factsheet.l10n.reading.synonyms import names_meant

    return names_meant(word, ALERT_TITLES)


def _emphasis(text: str, found: re.Match[str]) -> str:
    """Whether a sign that stands alone was to begin or to end something; the variant of the finding."""
    if text.count(found[0]) > 1:
        return "emphasis"
    before, after = text[: found.start()][-1:], text[found.end() :][:1]
    if after.strip():
        return "opened" if not before.strip() else "emphasis"
    return "closing" if before.strip() else "emphasis"
