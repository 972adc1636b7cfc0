"""Pages that belong to no sheet: the language chooser at `/`, and the pages for addresses that do not exist."""

from collections.abc import Iterator
from dataclasses import dataclass

from factsheet.model import Language
from factsheet.outputs.artifacts import Artifact, Rendering
from factsheet.outputs.pages import alternates, site_view
from factsheet.outputs.templating import TemplateFault, Templates
from factsheet.outputs.views import Alternate, SiteView


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the chooser and the common 404 page say in one language."""

    tag: str
    dir: str
    name: str
    href: str
    site: SiteView
    not_found: str
    choose: str


def render(rendering: Rendering) -> Iterator[Artifact]:
    """Give the chooser (unless a language stands at the root), a 404 page per language and one for all."""
    site = rendering.site
    templates = Templates(site.templates)
    entries = tuple(_entry(rendering, language) for language in site.published)
    links: tuple[Alternate, ...] = alternates(rendering, "index") if "index" in site.paths else ()
    common = {"entries": entries, "alternates": links, "canonical": rendering.addresses.base}
    reference = site.reference
    pages = [(f"{rendering.addresses.home(entry.tag)}404.html", "404.html", entry) for entry in entries]
    try:
        for path, template, entry in pages:
            values = {**common, "entries": (entry,), "lang": entry.tag, "dir": entry.dir, "site": entry.site}
            yield path, templates.render(template, site.catalogs[entry.tag], values).encode()
        values = {**common, "lang": reference.tag, "dir": reference.dir, "site": _shared(entries, reference)}
        if not site.settings.root:
            yield "404.html", templates.render("404.html", site.catalogs[reference.tag], values).encode()
            yield (
                "index.html",
                templates.render("chooser.html", site.catalogs[reference.tag], values).encode(),
            )
    except TemplateFault as fault:
        rendering.problems.append(fault.problem)


def _entry(rendering: Rendering, language: Language) -> Entry:
    catalog = rendering.site.catalogs[language.tag]
    view = site_view(rendering, language, "", absolute=True)
    return Entry(
        tag=language.tag,
        dir=language.dir,
        name=language.name,
        href=view.home,
        site=view,
        not_found=catalog.text("This page does not exist"),
        choose=catalog.text("Choose a language"),
    )


def _shared(entries: tuple[Entry, ...], reference: Language) -> SiteView:
    return next(entry.site for entry in entries if entry.tag == reference.tag)
