"""Pictures of a text with their size, so that a page does not jump as they come; all but the first come when needed."""

import re
from collections.abc import Callable, Sequence
from html import escape
from typing import Final

from markupsafe import Markup

from factsheet.content.markup import Link
from factsheet.content.pictures import Size, size_of
from factsheet.outputs.artifacts import Rendering
from factsheet.patterns import regex
from factsheet.site.addresses import linked_asset

_PICTURE: Final = regex(r'<img\b[^>]*?\bsrc="([^"]*)"[^>]*>')


def with_sizes(
    rendering: Rendering, body: Markup, sheet: str, links: Sequence[Link], address: Callable[[int], str]
) -> Markup:
    """Write width and height at each picture of the site, unless its element says one.

    `links` are those of the file `sheet`, of which `address` gives each as it stands on the page.
    """
    if "<img" not in body:
        return body
    sizes: dict[str, Size | None] = {}
    for index, link in enumerate(links):
        name = linked_asset(link.address, sheet) if link.image else None
        if name is not None and name in rendering.static:
            sizes[escape(address(index))] = size_of(rendering.static[name])
    seen = 0

    def written(found: re.Match[str]) -> str:
        nonlocal seen
        seen += 1
        size = sizes.get(found[1])
        kept = f' width="{size[0]}" height="{size[1]}"' if size and " width=" not in found[0] else ""
        lazy = ' loading="lazy"' if seen > 1 else ""
        return f"{found[0][:-1].rstrip('/ ')}{kept}{lazy}>"

    return Markup(_PICTURE.sub(written, body))  # noqa: S704 - numbers and words of ours are put in
