"""What an output gives: files by their path, and the tools that all outputs share."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from factsheet.addresses import Addresses
from factsheet.problems import Problem
from factsheet.site import Site

Artifact = tuple[str, bytes]
"""A file of the output: its path, with `/` between the parts, and its bytes."""


@dataclass(frozen=True, kw_only=True)
class Rendering:
    """One rendering of a site: the site, its addresses and its assets."""

    site: Site
    static: Mapping[str, bytes] = field(default_factory=dict)
    """The files of `static/`, by their path below it."""
    problems: list[Problem] = field(default_factory=list)

    @cached_property
    def addresses(self) -> Addresses:
        """Where each page stands."""
        return Addresses(self.site)

    @cached_property
    def assets(self) -> dict[str, str]:
        """Each static file's path in the output, which holds a digest of its bytes."""
        return {path: asset_path(path, data) for path, data in self.static.items()}


Output = Callable[[Rendering], Iterator[Artifact]]


def asset_path(path: str, data: bytes) -> str:
    """The name of an asset with ten hexadecimal digits of its SHA-256, so that it may be kept for ever."""
    stem, dot, extension = path.rpartition(".")
    digest = hashlib.sha256(data).hexdigest()[:10]
    return f"assets/{stem}.{digest}.{extension}" if dot else f"assets/{path}.{digest}"
