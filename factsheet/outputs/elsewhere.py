"""The way from a section to the same one in another language, for readers without script.

A script gives the switch of languages the place that its reader is at. Without one, the switch can only lead to the
top of the other page, so each heading is followed by links of its own, which browsers show where no script runs; they
serve the figures below it, too. They are set into finished pages: only there it is known which places the page of the
other language has, and what else reads headings (contents, search, feeds) is made before.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from re import Match
from typing import Final

from markupsafe import escape

from factsheet.core.patterns import regex
from factsheet.outputs.views import LanguageLink

_ID: Final = regex(r' id="([^"]*)"')
_HEADING: Final = regex(
    r'(?s:<h(?P<level>[23])\b(?=[^>]* id="(?P<place>[^"]+)")(?![^>]*(?:"_contents"|class="unseen")).*?</h(?P=level)>)'
)
"""A heading that is seen and has an id, but for that of the contents."""
_PART: Final = "_cite", "_share", "_data"
"""Headings inside of a section that is short enough to be found again."""


def with_ways(pages: Mapping[str, str], languages: Callable[[str], Sequence[LanguageLink]]) -> Mapping[str, str]:
    """Give the pages of a sheet by language with their ways to each other; `languages` is the switcher of one."""
    if len(pages) == 1:
        return pages
    places = {tag: frozenset(_ID.findall(html)) for tag, html in pages.items()}
    return {tag: _with_ways(html, _others(languages(tag), places)) for tag, html in pages.items()}


_Other = tuple[str, str, Collection[str]]
"""A link to another language up to its place, what follows that, and the places to which it may lead."""


def _others(links: Sequence[LanguageLink], places: Mapping[str, Collection[str]]) -> list[_Other]:
    return [
        (
            f'<a href="{escape(link.href)}#',
            f'" lang="{link.tag}" dir="{link.dir}" hreflang="{link.tag}">{escape(link.name)}</a>',
            places[link.tag],
        )
        for link in links
        if not link.current and link.tag in places
    ]


def _with_ways(html: str, others: Sequence[_Other]) -> str:
    def put(match: Match[str]) -> str:
        place = match["place"]
        links = " ".join(f"{begun}{place}{ended}" for begun, ended, places in others if place in places)
        if not links or place in _PART:
            return match[0]
        return f'{match[0]}<noscript><span class="ways">{links}</span></noscript>'

    return _HEADING.sub(put, html)
