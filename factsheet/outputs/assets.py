"""The files of `static/`, named by what is in them, so that a browser may keep them for ever."""

from collections.abc import Iterator, Mapping

from factsheet.outputs.artifacts import Artifact, Output, Rendering
from factsheet.outputs.search import SCRIPT


def combine(rendering: Rendering, _gathered: Mapping[str, str]) -> Iterator[Artifact]:
    """Give each static file under its hashed name; the script of the search page only where there is such a page."""
    for path, data in rendering.static.items():
        if path != SCRIPT or "search" in rendering.formats:
            yield rendering.assets[path], data


OUTPUT = Output(name="assets", combine=combine)
