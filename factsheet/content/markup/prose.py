"""A sheet's body as safe HTML with open places for its figures and links.

Nothing here depends on the value of a figure or the address of a page, so the costly part of a build is done
once per text. `fill` closes the open places for one page.
"""

import html as entities
import re
from collections.abc import Callable, Iterator
from typing import Final

from factsheet.content.markup import tokens
from factsheet.content.markup.guard import convert, without_reserved
from factsheet.content.markup.values import GAP, Prose, Run, Typography
from factsheet.content.targets import block_of, parted
from factsheet.core.patterns import regex
from factsheet.core.records import replace


def render(body: str, typography: Typography) -> Prose:
    """Render Markdown to safe HTML with open places; raises Unrenderable."""
    return convert(without_reserved(body), typography)


def fill(prose: Prose, figure: Callable[[int], str], plain: Callable[[int], str], link: Callable[[int], str]) -> str:
    """Close the open places: `figure` gives HTML, `plain` and `link` give text, which is escaped here."""
    text = tokens.replace(tokens.LINK, prose.html, lambda index: entities.escape(link(index)))
    text = tokens.replace(tokens.PLAIN, text, lambda index: entities.escape(plain(index)))
    return tokens.replace(tokens.MARK, text, figure)


_ALONE = regex(rf"<p>{tokens.MARK.pattern}</p>")


def alone(prose: Prose) -> frozenset[int]:
    """Give the references that are a whole paragraph, by their place in `Prose.references`."""
    return frozenset(int(found[1]) for found in _ALONE.finditer(prose.html))


def blocks(prose: Prose, kind: str) -> tuple[str, ...]:
    """Give the ids of the tables or charts that stand in a body, in their order."""
    found = (block_of(prose.references[index].target) for index in sorted(alone(prose)))
    return tuple(block.name for block in found if block and block.kind == kind)


def fill_blocks(prose: Prose, block: Callable[[int], str | None]) -> Prose:
    """Put blocks in the place of references that are a whole paragraph, where `block` gives HTML."""
    if not any(block_of(reference.target) for reference in prose.references):
        return prose
    return replace(prose, html=_ALONE.sub(lambda found: block(int(found[1])) or found[0], prose.html))


def plain_fill(text: str, figure: Callable[[str, str], str]) -> str:
    """Fill the references of a plain text, such as a title; `figure` is given target and form."""

    def put(match: re.Match[str]) -> str:
        return figure(*parted(match[1]))

    return tokens.REFERENCE.sub(put, text)


# Which references begin a sentence: a word that the tool sets before a figure has a capital there.

_CELLS: Final = frozenset(("td", "th"))
_BEGINS: Final = regex(r"(?:\A|(?:[!?…]|(?:[^\W_]{4}|[\d%)\]\ufffc])\.)[\"”»’)]{0,2}[ \u00a0\n]+)[\"„“«(]{0,2}\Z")
"""A full stop behind three letters or less is mostly that of an abbreviation."""

_REACH: Final = 12


def openers(prose: Prose) -> frozenset[int]:
    """Give the references that begin a sentence, by their place in `Prose.references`; a cell of a table is none."""
    return frozenset(number for run in prose.runs if run.element not in _CELLS for number in _of_run(run))


def _of_run(run: Run) -> Iterator[int]:
    at = -1
    for number in run.references:
        at = run.text.find(GAP, at + 1)
        if at >= 0 and _BEGINS.search(run.text[max(0, at - _REACH) : at] if at > _REACH else run.text[:at]):
            yield number
