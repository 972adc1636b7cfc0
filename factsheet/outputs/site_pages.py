"""The pages: of the sheets, the language chooser at `/`, of missing addresses, to search on, and to keep."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from re import Match
from typing import Final

from markupsafe import Markup, escape

from factsheet.content.model import Language
from factsheet.core.patterns import regex
from factsheet.core.problems import Problem
from factsheet.core.records import dataclass, replace
from factsheet.outputs import artifacts
from factsheet.outputs.figure_markup import Mentions, element
from factsheet.outputs.navigation import Navigation, alternates
from factsheet.outputs.pages import make_values
from factsheet.outputs.parts import highlighted
from factsheet.outputs.templating import TemplateFault
from factsheet.outputs.views import Alternate, LanguageLink, Page, PageLink, SiteView
from factsheet.site.addresses import FRONT, folder_below

# The pages of the sheets, each with its ways to the same one in other languages.


def of_page(rendering: artifacts.Rendering, tag: str, path: str) -> Iterator[artifacts.Artifact]:
    """Give the page of a sheet in a language in which it is shown."""
    page, html = rendered(rendering, tag, path)
    places = {link.tag: _places(rendering, link.tag, path) for link in page.languages if link.tag != tag}
    whole = with_ways(html, page.languages, places)
    yield f"{rendering.addresses.folder(tag, path)}index.html", whole.encode()


def _places(rendering: artifacts.Rendering, tag: str, path: str) -> str:
    return rendering.site.tracer.task(f"places {tag} {path}", lambda: make_places(rendering, tag, path))


def make_places(rendering: artifacts.Rendering, tag: str, path: str) -> str:
    """The work `places`: to what a link into the page of a sheet may lead."""
    made, _ = _once(rendering, tag, path)
    return "" if isinstance(made, TemplateFault) else ids_of(made[1])


def rendered(rendering: artifacts.Rendering, tag: str, path: str) -> tuple[Page, str]:
    """Give a page by itself: what its template was handed, and the HTML. Raises TemplateFault."""
    made, problems = _once(rendering, tag, path)
    rendering.problems.extend(problems)
    if isinstance(made, TemplateFault):
        raise made
    return made


_Attempt = tuple[tuple[Page, str] | TemplateFault, Sequence[Problem]]


def _once(rendering: artifacts.Rendering, tag: str, path: str) -> _Attempt:
    return rendering.site.once(path, ("html", tag), lambda: _attempted(rendering, tag, path))


def _attempted(rendering: artifacts.Rendering, tag: str, path: str) -> _Attempt:
    """Make a page; give what came of it, and what was found meanwhile: all who ask for the page are told of it."""
    site, before = rendering.site, len(rendering.problems)
    made: tuple[Page, str] | TemplateFault
    try:
        template, page, told = (rendering.kept_page or make_values)(rendering, tag, path)
        view = artifacts.site_view(rendering, site.by_tag[tag], rendering.addresses.folder(tag, path))
        values = {"page": page, "site": view, "machines": told}
        made = page, rendering.templates.render(template, site.catalogs[tag], values)
    except TemplateFault as fault:
        made = fault
    problems = rendering.problems[before:]
    del rendering.problems[before:]
    return made, problems


PAGES = artifacts.Output(name="pages", of_page=of_page)


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


# Pages that belong to no sheet: the language chooser at `/`, the one to search on, and those of missing addresses.


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooserEntry:
    """What the chooser and the common 404 page say in one language."""

    tag: str
    dir: str
    name: str
    href: str
    site: SiteView
    not_found: str
    not_found_why: str
    figure: Markup | None
    """The figure that leads the front page, where it has one."""
    sheets: tuple[PageLink, ...]
    """The ways on: the sheets of the language, where they are few."""


def interface(rendering: artifacts.Rendering, _gathered: Mapping[str, str]) -> Iterator[artifacts.Artifact]:
    """Give the chooser (unless a language stands at the root), a 404 page per language and one for all."""
    site = rendering.site
    templates = rendering.templates
    entries = tuple(_entry(rendering, language, absolute=True) for language in site.published)
    links: tuple[Alternate, ...] = alternates(rendering, "index") if "index" in site.paths else ()
    common = {"entries": entries, "alternates": links, "canonical": rendering.addresses.base}
    reference = site.reference
    pages = [(f"{rendering.addresses.home(entry.tag)}404.html", "404.html", entry) for entry in entries]
    for path, template, entry in pages:
        values = {**common, "entries": (entry,), "lang": entry.tag, "dir": entry.dir, "site": entry.site}
        yield path, templates.render(template, site.catalogs[entry.tag], values).encode()
    if not site.settings.root:
        values = {**common, "lang": reference.tag, "dir": reference.dir, "site": _shared(entries, reference)}
        yield "404.html", templates.render("404.html", site.catalogs[reference.tag], values).encode()
        entries = tuple(_entry(rendering, language, absolute=False) for language in site.published)
        values |= {"entries": entries, "site": _shared(entries, reference)}
        yield "index.html", templates.render("chooser.html", site.catalogs[reference.tag], values).encode()


INTERFACE = artifacts.Output(name="interface", combine=interface, gives_way=True)


def _entry(rendering: artifacts.Rendering, language: Language, *, absolute: bool) -> ChooserEntry:
    """What is said in a language; `absolute` for pages that are shown at any address, as those of errors are."""
    catalog = rendering.site.catalogs[language.tag]
    view = artifacts.site_view(rendering, language, "", absolute=absolute)
    return ChooserEntry(
        tag=language.tag,
        dir=language.dir,
        name=language.name,
        href=view.home,
        site=view,
        not_found=catalog.text("This page does not exist"),
        not_found_why=catalog.text("The address may be mistyped, or the page may have moved."),
        figure=_lead(rendering, language),
        sheets=_sheets(rendering, language),
    )


def _lead(rendering: artifacts.Rendering, language: Language) -> Markup | None:
    """The first key figure of the front page."""
    site = rendering.site
    targets = highlighted(site.original(FRONT)) if FRONT in site.paths else ()
    figure = site.shown_figure(language.tag, FRONT, targets[0]) if targets else None
    if figure is None:
        return None
    return element(figure, name=f"{figure.sheet}/{figure.id}", isolate=language.dir == "rtl", apart=True)


def _sheets(rendering: artifacts.Rendering, language: Language) -> tuple[PageLink, ...]:
    """The sheets of a language with addresses from the root of the host: a missing page has no folder."""
    base = rendering.addresses.base_path
    links = Navigation(rendering, language).menu("index", "")
    return tuple(replace(link, href=base + link.href.removeprefix("./")) for link in links)


def _shared(entries: tuple[ChooserEntry, ...], reference: Language) -> SiteView:
    """What is said in the reference language, or in the first of those that are built (`--locale`)."""
    return next((entry.site for entry in entries if entry.tag == reference.tag), entries[0].site)


# The page on which readers search a language's sheets, where an index is asked for; without script, a list.

TEMPLATE: Final = "search.html"

INDEX_FOLDER: Final = "pagefind/"
"""Where the index stands in the output; its main file is `pagefind.js`."""


def gather_titles(rendering: artifacts.Rendering, path: str) -> str:
    """Give the title and the folder of a sheet in every language in which it is shown."""
    site = rendering.site
    found = {}
    for language in site.published:
        if (sheet := site.shown(language.tag, path)) is not None:
            title = Mentions(rendering, sheet, taken=set()).plain(sheet.title)
            lang = None if sheet.language == language.tag else sheet.language
            found[language.tag] = [title, rendering.addresses.folder(language.tag, path), lang]
    return json.dumps(found, ensure_ascii=False)


def search_pages(rendering: artifacts.Rendering, gathered: Mapping[str, str]) -> Iterator[artifacts.Artifact]:
    """Give the page of each language; none where no index is asked for."""
    if "search" not in rendering.formats:
        return
    parts = [json.loads(text) for text in gathered.values()]
    policy = artifacts.with_origins(artifacts.SEARCH_POLICY, rendering.site.settings.csp)
    for language in rendering.site.published:
        folder = artifacts.search_folder(rendering, language)
        sheets = [
            PageLink(title=title, summary=None, href=rendering.addresses.relative(folder, target), lang=lang)
            for title, target, lang in (part[language.tag] for part in parts if language.tag in part)
        ]
        values = {
            "lang": language.tag,
            "dir": language.dir,
            "site": replace(artifacts.site_view(rendering, language, folder), policy=policy),
            "index": f"{rendering.addresses.base_path}{INDEX_FOLDER}pagefind.js",
            "base": rendering.addresses.base_path,
            "script": rendering.addresses.relative(folder, rendering.assets[artifacts.SEARCH_SCRIPT]),
            "sheets": sheets,
        }
        html = rendering.templates.render(TEMPLATE, rendering.site.catalogs[language.tag], values)
        yield f"{folder}index.html", html.encode()


SEARCH = artifacts.Output(name="search", gather=gather_titles, combine=search_pages)


# Pages to keep, where they are asked for: each sheet as one HTML file and as a PDF, in `archive/`.

ARCHIVE_FOLDER: Final = "archive/"


def to_keep(rendering: artifacts.Rendering, tag: str, path: str) -> Iterator[artifacts.Artifact]:
    """Give the page of a sheet in a language to keep, in the formats asked for."""
    if not rendering.formats:
        return
    from factsheet.outputs.offline import Surroundings, single_file, to_pdf

    addresses = rendering.addresses
    files = {rendering.assets[name]: data for name, data in rendering.static.items()}
    around = Surroundings(address=addresses.page(tag, path), folder=addresses.folder(tag, path), files=files)
    html = single_file(rendered(rendering, tag, path)[1], around)
    name = f"{ARCHIVE_FOLDER}{_name(rendering, tag, path)}"
    if "html" in rendering.formats:
        yield f"{name}.html", html.encode()
    if "pdf" in rendering.formats:
        yield f"{name}.pdf", to_pdf(html)


ARCHIVE = artifacts.Output(name="archive", of_page=to_keep)


def _name(rendering: artifacts.Rendering, tag: str, path: str) -> str:
    """A name that says by itself what the file is: `ro-operatiuni`, `ro-index`; two hyphens stand for a slash."""
    slug = path if path == FRONT else folder_below(path, partial(rendering.site.slug, tag))
    return f"{tag}-{slug.replace('/', '--')}"
