"""A sheet's body as safe HTML with open places for its figures and links.

Nothing here depends on the value of a figure or the address of a page, so the costly part of a build is done
once per text. `fill` closes the open places for one page.
"""

import html as entities
import re
from collections.abc import Callable

from factsheet.content.markup import tokens
from factsheet.content.markup.guard import convert, without_reserved
from factsheet.content.markup.values import Prose, Typography
from factsheet.content.targets import block_of, parted
from factsheet.patterns import regex
from factsheet.records import replace


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
