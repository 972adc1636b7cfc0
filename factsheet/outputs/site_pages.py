"""Pages beside those of the sheets: the language chooser at `/`, of missing addresses, to search on, and to keep."""

import json
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Final

from markupsafe import Markup

from factsheet.content.model import Language
from factsheet.core.records import dataclass, replace
from factsheet.outputs import artifacts
from factsheet.outputs.figure_markup import Mentions, element
from factsheet.outputs.navigation import Navigation, alternates
from factsheet.outputs.parts import highlighted
from factsheet.outputs.views import Alternate, PageLink, SiteView
from factsheet.outputs.written import rendered
from factsheet.site.addresses import FRONT, folder_below

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
SCRIPT: Final = "search.js"

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
            "script": rendering.addresses.relative(folder, rendering.assets[SCRIPT]),
            "sheets": sheets,
        }
        html = rendering.templates.render(TEMPLATE, rendering.site.catalogs[language.tag], values)
        yield f"{folder}index.html", html.encode()


SEARCH = artifacts.Output(name="search", gather=gather_titles, combine=search_pages)


# Pages to keep, where they are asked for: each sheet as one HTML file and as a PDF, in `archive/`.

ARCHIVE_FOLDER: Final = "archive/"


def of_page(rendering: artifacts.Rendering, tag: str, path: str) -> Iterator[artifacts.Artifact]:
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


ARCHIVE = artifacts.Output(name="archive", of_page=of_page)


def _name(rendering: artifacts.Rendering, tag: str, path: str) -> str:
    """A name that says by itself what the file is: `ro-operatiuni`, `ro-index`; two hyphens stand for a slash."""
    slug = path if path == FRONT else folder_below(path, partial(rendering.site.slug, tag))
    return f"{tag}-{slug.replace('/', '--')}"
