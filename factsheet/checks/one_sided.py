"""What stands in one language alone: a paragraph that a translation lost, a note that it added."""

from collections.abc import Iterator
from typing import Final

from factsheet.checks.catalogues import short
from factsheet.checks.links import body_place
from factsheet.content.model import Sheet
from factsheet.core.codes import report
from factsheet.core.patterns import regex
from factsheet.core.problems import Place, Problem
from factsheet.site.addresses import linked_sheet
from factsheet.site.site import Site
from factsheet.site.translations import align, sentences

_TEXTS: Final = frozenset(("paragraph", "quote", "note"))
"""The kinds of blocks that no other check counts: headings, lists and tables are compared by their shape."""

_SAID: Final = frozenset(("note", "summary"))
"""The words of front matter that say something of their own, which readers of every language should be told."""

_TOLD_OF: Final = regex(r"\{\{|\d")
"""What is compared as a figure: that it is lost is told elsewhere."""


def languages_say_as_much(site: Site) -> Iterator[Problem]:
    """Report the first paragraph or footnote that a translation lost, or its links, and notes that it alone has."""
    for path in site.paths:
        original = site.original(path)
        for sheet in site.translations(path):
            lost = tuple(_lost(site, original, sheet))
            is_behind = lost or site.changes(sheet.language, sheet.path).stale
            yield from lost if is_behind else _unlinked(site, original, sheet)
            yield from _added(original, sheet)


def _lost(site: Site, original: Sheet, sheet: Sheet) -> Iterator[Problem]:
    """A text is lost where the translation has no block for it, and fewer sentences by as many; new ones are told."""
    body, own = ([block for block in site.blocks(one) if not block.key] for one in (original, sheet))
    if not own or [block.kind for block in body] == [block.kind for block in own]:
        return
    pairs, new = align(body, own), {change.block for change in site.changes(sheet.language, sheet.path).stale}
    lacking = [at for at, block in enumerate(body) if at not in pairs and block.kind in _TEXTS and block not in new]
    every = own, body, [body[at] for at in lacking]
    here, there, lost = (sum(sentences(block.text) for block in blocks) for blocks in every)
    untold = [at for at in lacking if not _TOLD_OF.search(body[at].text)]
    if untold and 0 < here <= there - lost:
        at, more = untold[0], len(untold) - 1
        after = next((own[pairs[one]] for one in range(at, len(body)) if one in pairs), own[-1])
        values = {"text": short(body[at].text), "other": body[at].place, "more": more}
        yield report("T623", after.place, variant="many" if more else "", **values)


def _unlinked(site: Site, original: Sheet, sheet: Sheet) -> Iterator[Problem]:
    """A link to a sheet is lost where the translation leads there nowhere, and has fewer links than the original."""
    links = [site.prose[one.language, one.path].links for one in (original, sheet)]
    there, here = ({linked_sheet(sheet.path, link.address): link for link in each} for each in links)
    for path in sorted(filter(None, there.keys() - here.keys())) if len(links[1]) < len(links[0]) else ():
        place = body_place(original, there[path].offset)
        yield report("T625", Place(sheet.file, sheet.body_line), link=there[path].address, other=place)


def _added(original: Sheet, sheet: Sheet) -> Iterator[Problem]:
    known = {text.key for text in original.texts()}
    for text in sheet.texts():
        within, _, name = text.key.rpartition(".")
        metric = within.removeprefix("metrics.")
        is_own = name in _SAID and text.key not in known and not _TOLD_OF.search(text.text)
        if is_own and (metric in original.metrics or not within):
            yield report("T624", text.place, key=name, of=metric or sheet.path, other=original.file)
