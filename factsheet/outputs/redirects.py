"""Old addresses: a page at each that leads on without a script, and `_redirects`, as Netlify and Cloudflare read it."""

import json
from collections.abc import Iterator, Mapping

from factsheet.outputs.artifacts import Artifact, Output, Rendering
from factsheet.outputs.base_context import site_title, site_view
from factsheet.site.addresses import Redirect, addresses_of, file_of, of_settings
from factsheet.site.addresses import of_sheet as redirects_of


def of_sheet(rendering: Rendering, path: str) -> Iterator[Artifact]:
    """Give a page for each old address of a sheet, in each language that names it."""
    for tag, redirect in redirects_of(rendering.site, path):
        sheet = rendering.site.shown(tag, path)
        yield from _page(rendering, redirect, sheet.title if sheet else path)


def gather(rendering: Rendering, path: str) -> str:
    """Give the old addresses of a sheet, each with the new one."""
    return json.dumps([addresses_of(rendering.site, redirect) for _, redirect in redirects_of(rendering.site, path)])


def combine(rendering: Rendering, gathered: Mapping[str, str]) -> Iterator[Artifact]:
    """Give `_redirects`, where anything has moved, and a page for each redirect of the settings."""
    site = rendering.site
    moved = [pair for text in gathered.values() for pair in json.loads(text)]
    for redirect in of_settings(site):
        moved.append(addresses_of(site, redirect))
        yield from _page(rendering, redirect, site_title(rendering, site.by_tag[redirect.tag]))
    lines = [f"{old} {new} 301\n" for olds, new in moved for old in olds]
    if lines:
        yield "_redirects", "".join(lines).encode()


OUTPUT = Output(name="redirects", of_sheet=of_sheet, gather=gather, combine=combine, gives_way=True)


def _page(rendering: Rendering, redirect: Redirect, title: str) -> Iterator[Artifact]:
    """Give the page that leads on; nothing where none can stand at the old address."""
    site, addresses, file = rendering.site, rendering.addresses, file_of(rendering.site, redirect)
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
    yield file, rendering.templates.render("alias.html", site.catalogs[language.tag], values).encode()
