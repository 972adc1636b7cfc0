"""The text of a sheet by its sections, the figures in it linked with the passages that prove them."""

import re
from collections.abc import Callable, Iterator
from html import escape, unescape
from typing import Final

from markupsafe import Markup

from factsheet.outputs.figure_views import Section
from factsheet.patterns import regex

_TOKEN: Final = regex(
    r"<(?P<end>/?)(?P<name>a|h[1-6]|blockquote|section|table|ul|ol|dl|div|details|svg)\b[^>]*>"
    r"|(?P<figure><(?P<element>data|time) class=\"figure\"[^>]*\bdata-metric=\"(?P<metric>[^\"]*)\"[^>]*>"
    r".*?</(?P=element)>)",
    re.DOTALL,
)
_TAG: Final = regex(r"<[^>]*>")
_HEADING: Final = regex(r"<h2\b[^>]*?(?: id=\"(?P<id>[^\"]*)\")?[^>]*>(?P<text>.*?)</h2>", re.DOTALL)
_LINKED: Final = frozenset({"a", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "svg"})
"""The elements inside which a figure is no link: it would stand in another link, or in words of others."""


def sections(body: str, link: Callable[[str], str | None]) -> Iterator[Section]:
    """Part a body before each heading of the second level, its figures linked with what proves them.

    `link` gives the way from a figure to its passage, by the name that the text calls the figure; it is asked in the
    order of the text, for a part before that part is given. The body must be well-formed, as what is sanitized is.
    """
    for part in _parted(body):
        heading = _HEADING.match(part.lstrip())
        title = Markup(_TAG.sub("", heading["text"])) if heading else None  # noqa: S704 - only tags are taken out
        html = Markup(_linked(part, link))  # noqa: S704 - links are put around what was sanitized
        yield Section(html=html, anchor=heading["id"] if heading else None, title=title)


def _parted(body: str) -> Iterator[str]:
    """The parts of a body that begin with a heading of the second level which stands in no other element."""
    depth, start = 0, 0
    for match in _TOKEN.finditer(body):
        name = match["name"]
        if name is None or name == "a":
            continue
        if name == "h2" and not match["end"] and depth == 0 and body[start : match.start()].strip():
            yield body[start : match.start()]
            start = match.start()
        depth += -1 if match["end"] else 1
    yield body[start:]


def _linked(part: str, link: Callable[[str], str | None]) -> str:
    """Link each figure that stands in no link, heading or quotation with its passage."""
    depth = 0

    def put(match: re.Match[str]) -> str:
        nonlocal depth
        if match["figure"] is None:
            depth += 0 if match["name"] not in _LINKED else -1 if match["end"] else 1
            return match[0]
        address = link(unescape(match["metric"])) if depth == 0 else None
        return f'<a class="in" href="{escape(address)}">{match[0]}</a>' if address else match[0]

    return _TOKEN.sub(put, part)
