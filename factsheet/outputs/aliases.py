"""Pages at the addresses that sheets had before: each leads on to the new one, without a script."""

from collections.abc import Iterator

from factsheet.outputs.artifacts import Artifact, Output, Rendering
from factsheet.outputs.frame import site_view
from factsheet.outputs.templating import TemplateFault


def of_sheet(rendering: Rendering, path: str) -> Iterator[Artifact]:
    """Give a page for each alias of a sheet, in each language that names it."""
    site, addresses = rendering.site, rendering.addresses
    for language in site.published:
        sheet = site.sheet(language.tag, path)
        for alias in sheet.aliases if sheet else ():
            folder = addresses.alias(language.tag, alias)
            values = {
                "lang": language.tag,
                "dir": language.dir,
                "site": site_view(rendering, language, folder),
                "title": sheet.title if sheet else path,
                "canonical": addresses.page(language.tag, path),
                "href": addresses.relative(folder, addresses.folder(language.tag, path)),
            }
            try:
                html = rendering.templates.render("alias.html", site.catalogs[language.tag], values)
            except TemplateFault as fault:
                rendering.problems.append(fault.problem)
                return
            yield f"{folder}index.html", html.encode()


OUTPUT = Output(name="aliases", of_sheet=of_sheet)
