"""What goes wrong in Markdown without a word: numbers of lists that are not shown, signs that readers would see."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from factsheet.content.markup.commonmark.containers import List, ListItem
from factsheet.content.markup.commonmark.extension import Body
from factsheet.content.markup.values import CITATION, MarkupSlip, Run
from factsheet.core.patterns import regex

_SIGNS: Final = regex(
    r"(?P<footnote>\[\^[^\]\s]{1,60}\])"
    r"|(?P<abbreviation>^\*\[[^\]\n]{1,60}\]:)"
    r"|(?P<contents>^\[(?:TOC|\[_TOC_\])\]$)"
    r"|(?P<admonition>^(?:!!!|\?\?\?|:::)[ \t]*\w*)"
    r"|(?P<wiki>\[\[[^\[\]\n]{1,80}\]\])"
    r"|(?P<space>\[[^\[\]\n]{1,80}\] \((?=(?:https?:|mailto:|/|#|[\w./-]+\.md))[^()\n]{1,200}\))"
    r"|(?P<template>\{%[^%\n]{0,80}%\}|\{#[^#\n]{1,80}#\})"
    r"|(?P<heading>^#{2,6}(?=[^\W\d_]))"
    r"|(?P<unclosed>\[[^\[\]\n]{1,80}\]\((?![^\n]*\)))"
    r"|(?P<reversed>\([^()\n]{1,80}\)\[(?:https?:|mailto:|/|[\w./-]+\.md)[^\[\]\n]{0,200}\])"
    r"|(?P<quotes>\u201c[^\u201c-\u201e\n]{1,120}\u201c)"
    r"|(?P<titled>\[[^\[\]\n]{0,80}\]\([^\s()]{1,200} [\u201c-\u201f\u00ab\u2018\u2019][^()\n]{1,200}\))"
    r"|(?P<address>\[[^\[\]\n]{0,80}\]\((?:[^()\n]|\([^()\n]{0,80}\)){1,200}\))"
    rf"|(?P<citation>{CITATION})"
    r"|(?P<bullet>^[o\u00a7](?=\t)|^[\u2022\u25aa\u25e6\u25cf\u00b7\u2023\u2043][ \t\u00a0])"
    r"|(?P<table>^\|(?:[^|\n]+\|){2,}[ \t]*(?:\n\|[^\n]*\|[ \t]*)*$|^\|[^\n]+\|[ \t]*(?:\n\|[^\n]*\|[ \t]*)+$)"
    r"|(?P<dialect>(?<![\w=])==(?=[^\s=])[^=\n]{1,80}(?<=\S)==(?!=)|(?<![\w+])\+\+(?=[^\s+])[^+\n]{1,80}(?<=\S)\+\+(?!\+)"
    r"|(?<=\w)~\w{1,10}~|(?<=\w)\^\w{1,10}\^|\$\$[^$\n]{1,200}\$\$)"
    r"|(?P<emoji>(?<![\w:]):[a-z]+_?[a-z_]{1,30}:(?![\w:]))"
    r"|(?P<language>\{:? ?lang=[^{}\n]{2,40}\})"
    r"|(?P<attributes>\{:[^{}\n]{0,80}\}|\{[#.][A-Za-z][\w-]*\}|\{[A-Za-z-]{2,20}=[^{}\n]{1,80}\})"
    r"|(?P<emphasis>\*\*|(?<!\w)__(?=\w)|(?<=\w)__(?!\w)|~~)",
    re.MULTILINE,
)
"""Signs of other dialects, or of a slip, as they stand in the text that a reader sees; the name is the variant."""

_SHOWN: Final = regex(r"[\t\u3010\[#*!?:{~_=+^$|\u201c\u2022\u25aa\u25e6\u25cf\u00b7\u2023\u2043]")
_MARKER: Final = regex(r"([0-9]+)([.)])")


def slips_of(body: Body, text: str, runs: Sequence[Run]) -> Iterator[MarkupSlip]:
    """Give what is to be told of a body that has been read."""
    for block in body.unfinished:
        yield MarkupSlip("M103", block.offset, (("opening", block.opening[:12]),))
    for found in body.lists:
        if found.start is not None:
            yield from _numbers(found, text)
    for fence in body.open_fences:
        yield MarkupSlip("M111", fence.offset, (("fence", fence.fence),))
    for code in body.indented:
        yield MarkupSlip("M113", code.offset, (("line", " ".join(code.lines[0].split())[:60]),))
    for offset, cells, columns, lost in body.surplus:
        yield MarkupSlip("M110", offset, (("cells", str(cells)), ("columns", str(columns)), ("lost", lost[:80])))
    shown = [
        slip for run in runs if run.element != "attribute" and _SHOWN.search(run.text) for slip in _signs(run, text)
    ]
    yield from _footnotes(dict(body.unmarked_footnotes()), shown, runs)


def _footnotes(unmarked: Mapping[str, int], shown: Sequence[MarkupSlip], runs: Sequence[Run]) -> Iterator[MarkupSlip]:
    """The signs that readers would see, and the footnotes they would not; one of each are two names for one thing."""
    marks = {dict(slip.values)["signs"] for slip in shown if slip.variant == "footnote"}
    if len(marks) == len(unmarked) == 1:
        (label,) = unmarked
        for slip in shown:
            is_mark = slip.variant == "footnote"
            more = (("label", label),) if is_mark else ()
            yield MarkupSlip(slip.code, slip.offset, (*slip.values, *more), "misnamed" if is_mark else slip.variant)
        return
    yield from shown
    for label, offset in unmarked.items():
        mark = next((run.source(run.text.index(f"[{label}]")) for run in runs if f"[{label}]" in run.text), None)
        if mark is not None:
            yield MarkupSlip("M112", mark, (("label", label[:60]),), "caret")
            continue
        yield MarkupSlip("M112", offset, (("label", label[:60]),))


def _numbers(found: List, text: str) -> Iterator[MarkupSlip]:
    """Numbers of items that are not the ones shown; a list all of whose numbers are the same is counted by itself."""
    items = [item for item in found.children if isinstance(item, ListItem)]
    numbers = [item.number for item in items]
    if len(items) == 1 and found.start not in {None, 0, 1}:
        written = _MARKER.match(text, found.offset)
        marker = written[0] if written else ""
        yield MarkupSlip("M105", found.offset, (("marker", marker), ("escaped", f"{marker[:-1]}\\{marker[-1:]}")))
    if len(set(numbers)) == 1 and len(numbers) > 1:
        return
    for shown, item in enumerate(items, start=found.start or 0):
        if item.number != shown:
            values = (("written", str(item.number)), ("shown", str(shown)))
            yield MarkupSlip("M104", item.offset, values)
            return


def _signs(run: Run, text: str) -> Iterator[MarkupSlip]:
    """Signs that are left in a text; one that was escaped is meant."""
    for found in _SIGNS.finditer(run.text):
        source = run.source(found.start())
        if source is None or (source and text[source - 1] == "\\") or not text.startswith(found[0][:2], source):
            continue
        variant = found.lastgroup or ""
        if variant == "emphasis":
            variant = _emphasis(run.text, found)
        yield MarkupSlip("M106", source, (("signs", found[0].partition("\n")[0][:60]),), variant)


def _emphasis(text: str, found: re.Match[str]) -> str:
    """Whether a sign that stands alone was to begin or to end something; the variant of the finding."""
    if text.count(found[0]) > 1:
        return "emphasis"
    before, after = text[: found.start()][-1:], text[found.end() :][:1]
    if after.strip():
        return "opened" if not before.strip() else "emphasis"
    return "closing" if before.strip() else "emphasis"
