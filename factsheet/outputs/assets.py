"""The files of `static/`, named by what is in them, so that a browser may keep them for ever."""

from collections.abc import Iterator

from factsheet.outputs.artifacts import Artifact, Rendering


def render(rendering: Rendering) -> Iterator[Artifact]:
    """Give each static file under its hashed name."""
    for path, data in rendering.static.items():
        yield rendering.assets[path], data
