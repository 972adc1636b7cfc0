"""Pages to keep, where they are asked for: each sheet as one HTML file and as a PDF, in `archive/`."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from factsheet.outputs import pages
from factsheet.outputs.artifacts import Artifact, Output, Rendering
from factsheet.site.addresses import FRONT, folder_below

if TYPE_CHECKING:
    from factsheet.outputs.offline import Surroundings

FOLDER: Final = "archive/"


def of_sheet(rendering: Rendering, path: str) -> Iterator[Artifact]:
    """Give the sheet to keep in every language in which it is shown, in the formats asked for."""
    if not rendering.formats:
        return
    from factsheet.outputs.offline import single_file, to_pdf

    for tag, _, page in pages.rendered(rendering, path):
        html = single_file(page, _surroundings(rendering, tag, path))
        name = f"{FOLDER}{_name(rendering, tag, path)}"
        if "html" in rendering.formats:
            yield f"{name}.html", html.encode()
        if "pdf" in rendering.formats:
            yield f"{name}.pdf", to_pdf(html)


OUTPUT = Output(name="archive", of_sheet=of_sheet, is_of_page=True)


def _surroundings(rendering: Rendering, tag: str, path: str) -> "Surroundings":
    from factsheet.outputs.offline import Surroundings

    return Surroundings(
        address=rendering.addresses.page(tag, path),
        folder=rendering.addresses.folder(tag, path),
        files={rendering.assets[name]: data for name, data in rendering.static.items()},
    )


def _name(rendering: Rendering, tag: str, path: str) -> str:
    """A name that says by itself what the file is: `ro-operatiuni`, `ro-index`; two hyphens stand for a slash."""
    slug = path if path == FRONT else folder_below(path, partial(rendering.site.slug, tag))
    return f"{tag}-{slug.replace('/', '--')}"
