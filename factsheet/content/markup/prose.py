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


def render(body: str, typography: Typography) -> Prose:
    """Render Markdown to safe HTML with open places; raises Unrenderable."""
    return convert(without_reserved(body), typography)


def fill(prose: Prose, figure: Callable[[int], str], plain: Callable[[int], str], link: Callable[[int], str]) -> str:
    """Close the open places: `figure` gives HTML, `plain` and `link` give text, which is escaped here."""
    text = tokens.replace(tokens.LINK, prose.html, lambda index: entities.escape(link(index)))
    text = tokens.replace(tokens.PLAIN, text, lambda index: entities.escape(plain(index)))
    return tokens.replace(tokens.MARK, text, figure)


def plain_fill(text: str, figure: Callable[[str, str], str]) -> str:
    """Fill the references of a plain text, such as a title; `figure` is given target and form."""

    def put(match: re.Match[str]) -> str:
        target, _, form = match[1].partition(".")
        return figure(target.strip(" \t"), form.strip(" \t"))

    return tokens.REFERENCE.sub(put, text)
