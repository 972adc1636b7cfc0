"""Pages at the addresses that sheets had before: each leads on to the new one, without a script."""

from collections.abc import Iterator

from factsheet.outputs.artifacts import Artifact, Output, Rendering
from factsheet.outputs.base_context import site_view
from factsheet.outputs.templating import TemplateFault
from factsheet.site.addresses import Redirect, file_of
from factsheet.site.addresses import of_sheet as redirects_of


def of_sheet(rendering: Rendering, path: str) -> Iterator[Artifact]:
    """Give a page for each old address of a sheet, in each language that names it."""
    for tag, redirect in redirects_of(rendering.site, path):
        sheet = rendering.site.shown(tag, path)
        yield from page(rendering, redirect, sheet.title if sheet else path)


def page(rendering: Rendering, redirect: Redirect, title: str) -> Iterator[Artifact]:
    """Give the page that leads on; nothing where none can stand at the old address."""
    site, addresses, file = rendering.site, rendering.addresses, file_of(redirect)
    if file is None:
        return
    folder = file[: file.rfind("/") + 1]
    language = site.by_tag[redirect.tag]
    is_elsewhere = ":" in redirect.target
    values = {
        "lang": language.tag,
        "dir": language.dir,
        "site": site_view(rendering, language, folder),
        "title": title,
        "canonical": redirect.target if is_elsewhere else addresses.absolute(redirect.target),
        "href": redirect.target if is_elsewhere else addresses.relative(folder, redirect.target),
    }
    try:
        html = rendering.templates.render("alias.html", site.catalogs[language.tag], values)
    except TemplateFault as fault:
        rendering.problems.append(fault.problem)
        return
    yield file, html.encode()


OUTPUT = Output(name="aliases", of_sheet=of_sheet)
