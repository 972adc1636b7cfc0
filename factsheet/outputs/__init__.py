"""What a site is rendered to: a site in, files out; every output is registered here and nowhere else.

Drawing (`svg`, `share_cards`) and single files (`offline`) are here too. An output asks the site, never a check.
"""

from collections.abc import Iterable, Iterator

from factsheet.files.marker import digest
from factsheet.outputs import (
    cards,
    csvw,
    data,
    descriptors,
    embeds,
    feed,
    histories,
    hosting,
    pictures,
    site_pages,
    table_files,
)
from factsheet.outputs.artifacts import Artifact, Output, Rendering
from factsheet.outputs.templating import TemplateFault

OUTPUTS: tuple[Output, ...] = (
    site_pages.PAGES, hosting.REDIRECTS, site_pages.INTERFACE, data.OUTPUT, histories.OUTPUT, table_files.OUTPUT,
    embeds.CHART_FILES, csvw.OUTPUT, descriptors.DATA_PACKAGE, embeds.OUTPUT, cards.OUTPUT, site_pages.ARCHIVE,
    feed.OUTPUT, site_pages.SEARCH, hosting.MANIFEST, hosting.SECURITY, hosting.HOSTING, hosting.ASSETS,
    pictures.OUTPUT, descriptors.BUILD_INFO,
)  # fmt: skip


def every(rendering: Rendering) -> tuple[Output, ...]:
    """Give the outputs of the tool and those of plugins."""
    return (*OUTPUTS, *rendering.added)


def of_sheet(rendering: Rendering, path: str) -> Iterator[Artifact]:
    """Give the files that belong to the sheet at a path and are no pages."""
    for output in every(rendering):
        if output.of_sheet:
            yield from until_fault(rendering, output.of_sheet(rendering, path))


def of_page(rendering: Rendering, tag: str, path: str) -> Iterator[Artifact]:
    """Give the page of a sheet in one language, and what is made of it."""
    for output in every(rendering):
        if output.of_page:
            yield from until_fault(rendering, output.of_page(rendering, tag, path))


def until_fault(rendering: Rendering, files: Iterable[Artifact]) -> Iterator[Artifact]:
    """Give the files of an output up to the first whose template fails, which is a finding of the rendering."""
    try:
        yield from files
    except TemplateFault as fault:
        rendering.problems.append(fault.problem)


def gather(rendering: Rendering, path: str) -> dict[str, str]:
    """Give what a sheet adds to the files of the whole site, by output."""
    return {output.name: output.gather(rendering, path) for output in every(rendering) if output.gather}


__all__ = [
    "OUTPUTS", "Artifact", "Output", "Rendering", "digest", "every", "gather", "of_page", "of_sheet", "until_fault",
]  # fmt: skip
