"""Tables of the prose, each in a group of its own that scrolls where a screen is narrower than its words.

The group can be reached by the keyboard (WCAG 2.2, 2.1.1), and is named after the heading above it.
"""

import re
from typing import Final

from markupsafe import Markup

from factsheet.patterns import regex

TITLE: Final = "_title"
"""The id of the page's title, after which a table is named that no heading stands above."""

_MARKS: Final = regex(r'<h[2-6][^>]*? id="(?P<heading>[^"]*)"|<(?P<end>/?)table\b[^>]*>')

_NAMED: Final = regex(r' aria-labelledby="([^"]*)"')
"""A table that has a name of its own."""


def with_regions(body: Markup) -> Markup:
    """Put each outermost table of a body in its group. The body must be well-formed, as what is sanitized is."""
    return Markup(in_groups(body)) if "<table" in body else body  # noqa: S704 - only an id of the body is put beside it


def in_groups(body: str) -> str:
    """The same for markup as a text."""
    heading, depth = TITLE, 0

    def put(match: re.Match[str]) -> str:
        nonlocal heading, depth
        if match["heading"]:
            heading = match["heading"] if depth == 0 else heading
            return match[0]
        depth += -1 if match["end"] else 1
        if match["end"] and depth == 0:
            return f"{match[0]}</div>"
        if depth == 1 and not match["end"]:
            name = _NAMED.search(match[0])
            label = name[1] if name else heading
            return f'<div class="table" role="group" tabindex="0" aria-labelledby="{label}">{match[0]}'
        return match[0]

    return _MARKS.sub(put, body)
