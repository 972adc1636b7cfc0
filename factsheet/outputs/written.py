"""The pages of the sheets as they are written, each with its ways to the same one in other languages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from re import Match
from typing import Final

from markupsafe import escape

from factsheet.core.patterns import regex
from factsheet.core.problems import Problem
from factsheet.outputs.artifacts import Artifact, Output, Rendering, site_view
from factsheet.outputs.pages import make_values
from factsheet.outputs.templating import TemplateFault
from factsheet.outputs.views import LanguageLink, Page


def of_page(rendering: Rendering, tag: str, path: str) -> Iterator[Artifact]:
    """Give the page of a sheet in a language in which it is shown."""
    page, html = rendered(rendering, tag, path)
    places = {link.tag: _places(rendering, link.tag, path) for link in page.languages if link.tag != tag}
    whole = with_ways(html, page.languages, places)
    yield f"{rendering.addresses.folder(tag, path)}index.html", whole.encode()


def _places(rendering: Rendering, tag: str, path: str) -> str:
    return rendering.site.tracer.task(f"places {tag} {path}", lambda: make_places(rendering, tag, path))


def make_places(rendering: Rendering, tag: str, path: str) -> str:
    """The work `places`: to what a link into the page of a sheet may lead."""
    made, _ = _once(rendering, tag, path)
    return "" if isinstance(made, TemplateFault) else ids_of(made[1])


def rendered(rendering: Rendering, tag: str, path: str) -> tuple[Page, str]:
    """Give a page by itself: what its template was handed, and the HTML. Raises TemplateFault."""
    made, problems = _once(rendering, tag, path)
    rendering.problems.extend(problems)
    if isinstance(made, TemplateFault):
        raise made
    return made


_Attempt = tuple[tuple[Page, str] | TemplateFault, Sequence[Problem]]


def _once(rendering: Rendering, tag: str, path: str) -> _Attempt:
    return rendering.site.once(path, ("html", tag), lambda: _attempted(rendering, tag, path))


def _attempted(rendering: Rendering, tag: str, path: str) -> _Attempt:
    """Make a page; give what came of it, and what was found meanwhile: all who ask for the page are told of it."""
    site, before = rendering.site, len(rendering.problems)
    made: tuple[Page, str] | TemplateFault
    try:
        template, page, told = (rendering.kept_page or make_values)(rendering, tag, path)
        view = site_view(rendering, site.by_tag[tag], rendering.addresses.folder(tag, path))
        values = {"page": page, "site": view, "machines": told}
        made = page, rendering.templates.render(template, site.catalogs[tag], values)
    except TemplateFault as fault:
        made = fault
    problems = rendering.problems[before:]
    del rendering.problems[before:]
    return made, problems


OUTPUT = Output(name="pages", of_page=of_page)


# The way from a section to the same one in another language, for readers without script.
#
# A script gives the switch of languages the place that its reader is at. Without one, the switch can only lead to the
# top of the other page, so each heading is followed by links of its own, which browsers show where no script runs; they
# serve the figures below it, too. They are set into finished pages: only there it is known which places the page of the
# other language has, and what else reads headings (contents, search, feeds) is made before.

_ID: Final = regex(r' id="([^"]*)"')
_HEADING: Final = regex(
    r'(?s:<h(?P<level>[23])\b(?=[^>]* id="(?P<place>[^"]+)")(?![^>]*(?:"_contents"|class="unseen")).*?</h(?P=level)>)'
)
"""A heading that is seen and has an id, but for that of the contents."""
_PART: Final = "_cite", "_share", "_data"
"""Headings inside of a section that is short enough to be found again."""


def with_ways(html: str, links: Iterable[LanguageLink], places: Mapping[str, str]) -> str:
    """Give a page with its ways to those of other languages: `links` is its switcher, `places` are their ids."""
    others = [
        (
            f'<a href="{escape(link.href)}#',
            f'" lang="{link.tag}" dir="{link.dir}" hreflang="{link.tag}">{escape(link.name)}</a>',
            frozenset(places[link.tag].split("\n")),
        )
        for link in links
        if link.tag in places
    ]

    def put(match: Match[str]) -> str:
        place = match["place"]
        links = " ".join(f"{begun}{place}{ended}" for begun, ended, known in others if place in known)
        if not links or place in _PART:
            return match[0]
        return f'{match[0]}<noscript><span class="ways">{links}</span></noscript>'

    return _HEADING.sub(put, html) if others else html


def ids_of(html: str) -> str:
    """All places of a page to which a link may lead, each on a line."""
    return "\n".join(_ID.findall(html))
