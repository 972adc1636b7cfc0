"""A translation has the headings, lists and tables of its original."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from factsheet.checks.counterparts import sections
from factsheet.content.model import Sheet
from factsheet.content.passages import TextBlock
from factsheet.patterns import regex
from factsheet.problems import Place, Problem
from factsheet.problems.codes import report
from factsheet.site.site import Site

_TAG: Final = regex(r"<(/?)(h[1-6]|ul|ol|li|table|tr|t[hd])\b[^>]*>")
_HEADING: Final = regex(r"h[1-6]")
_NAMES: Final = {"ul": "a list of", "ol": "a numbered list of"}

Shape = list[tuple[str, list[str]]]
"""The sections of a body: the heading's element, and its lists and tables in words."""


def texts_have_one_shape(site: Site) -> Iterator[Problem]:
    """Report the first heading, and in each section the first list or table, that differs."""
    for path in site.paths:
        original = site.original(path)
        mine = shape(site.prose[original.language, path].html)
        for sheet in site.translations(path):
            other = shape(site.prose[sheet.language, path].html)
            if mine != other:
                yield from _differences(site, original, sheet, mine, other)


def shape(html: str) -> Shape:
    """Describe a rendered body by its headings, lists and tables."""
    found: Shape = [("", [])]
    lists: list[tuple[int, int]] = []
    rows, cells = 0, 0
    for match in _TAG.finditer(html):
        closing, name = bool(match[1]), match[2]
        items = found[-1][1]
        if _HEADING.fullmatch(name) and not closing:
            found.append((name, []))
        elif name in _NAMES and not closing:
            lists.append((len(items), 0))
            items.append("")
        elif name in _NAMES and lists:
            index, size = lists.pop()
            if index < len(items):
                items[index] = f"{_NAMES[name]} {_counted(size, 'item')}"
        elif name == "li" and not closing and lists:
            lists[-1] = (lists[-1][0], lists[-1][1] + 1)
        elif name == "table":
            if closing:
                columns = _counted(cells // max(rows, 1), "column")
                items.append(f"a table of {_counted(rows, 'row')} and {columns}")
            rows = cells = 0
        elif not closing:
            rows, cells = rows + (name == "tr"), cells + (name in {"th", "td"})
    return found


def _differences(site: Site, original: Sheet, sheet: Sheet, mine: Shape, other: Shape) -> Iterator[Problem]:
    there = sections(site.passages(original.language, original.path))
    here = sections(site.passages(sheet.language, sheet.path))
    for index, (one, two) in enumerate(zip_longest(mine, other)):
        if one is None or two is None or one[0] != two[0]:
            place, twin = _place(sheet, here, index), _place(original, there, index)
            yield report("P206", place, here=_heading(two), there=_heading(one), other=twin)
            return
    for index, (one, two) in enumerate(zip(mine, other, strict=True)):
        unequal = [pair for pair in zip_longest(one[1], two[1], fillvalue="nothing") if pair[0] != pair[1]]
        for left, right in unequal[:1]:
            place, twin = _place(sheet, here, index, right), _place(original, there, index, left)
            yield report("P206", place, here=right, there=left, other=twin)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _heading(section: tuple[str, list[str]] | None) -> str:
    return f"a heading of level {section[0][1:]}" if section and section[0] else "no further heading"


def _place(sheet: Sheet, blocks: list[list[TextBlock]], index: int, item: str = "") -> Place:
    """Where a section begins, or its first list or table does; the last section there is, if there are fewer."""
    elements = ("th", "td") if "table" in item else ("li",) if "list" in item else ()
    listed = [block for section in blocks[index : index + 1] for block in section if block.element in elements]
    begun = [block for section in blocks[: index + 1] for block in section[:1]]
    found = listed[:1] or begun[-1:]
    return found[0].start if found else Place(sheet.file, sheet.body_line)
