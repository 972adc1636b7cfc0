"""What an output gives: files by their path, and the tools that all outputs share."""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from functools import cached_property
from typing import Any

from factsheet.content.assets import published_path
from factsheet.content.tracing import Noted
from factsheet.core.problems import Problem
from factsheet.core.records import dataclass, field
from factsheet.outputs.templating import Filter, Templates
from factsheet.site.addresses import Addresses
from factsheet.site.site import Site

Artifact = tuple[str, bytes]
"""A file of the output: its path, with `/` between the parts, and its bytes."""


@dataclass(frozen=True, kw_only=True)
class Rendering:
    """One rendering of a site: the site, its addresses and its assets."""

    site: Site
    static: Mapping[str, bytes] = field(default_factory=dict)
    """The files of `static/`, by their path below it."""
    formats: frozenset[str] = frozenset()
    """What is made besides: each sheet as one file (`html`, `pdf`), and pages to search on (`search`)."""
    added: "tuple[Output, ...]" = ()
    """The outputs of plugins."""
    filters: Mapping[str, Filter] = field(default_factory=dict)
    """The filters of templates that plugins give."""
    problems: list[Problem] = field(default_factory=list)
    jobs: int = 1
    """How much may be worked on at once."""
    kept: MutableMapping[str, bytes] = field(default_factory=dict)
    """What takes long to make and depends on nothing but its name; kept from build to build where there is a cache."""
    kept_page: "Callable[[Rendering, str, str], Any] | None" = None
    """How what templates are handed of the page of a sheet in a language is taken over from an earlier build."""
    shared: dict[str, object] = field(default_factory=dict)
    """What outputs work out once for all pages."""

    @cached_property
    def templates(self) -> Templates:
        """The site's templates, compiled once."""
        templates = self.site.templates
        entries = templates.entries if isinstance(templates, Noted) else templates
        return Templates(entries, self.site.tracer.note, filters=self.filters)

    @cached_property
    def addresses(self) -> Addresses:
        """Where each page stands."""
        return Addresses(self.site)

    @cached_property
    def assets(self) -> Mapping[str, str]:
        """Each static file's path in the output, which holds a digest of its bytes."""
        files = self.static.entries if isinstance(self.static, Noted) else self.static
        return Noted("asset", {path: published_path(path, data) for path, data in files.items()}, self.site.tracer)


@dataclass(frozen=True, kw_only=True)
class Output:
    """One output. What it makes of one sheet is kept apart from what it makes of all of them.

    So an edit to a sheet renders that sheet anew, and the files of the whole site only where what they gather
    from it has changed.
    """

    name: str
    of_sheet: Callable[[Rendering, str], Iterator[Artifact]] | None = None
    """The files of the sheet at a path, in every language."""
    gather: Callable[[Rendering, str], str] | None = None
    """What the sheet at a path adds to files of the whole site, as text."""
    combine: Callable[[Rendering, Mapping[str, str]], Iterator[Artifact]] | None = None
    """The files of the whole site, made of what was gathered, by path in reading order."""
    is_of_page: bool = False
    """Whether its files are pages as templates write them, or made of these: what a template changes."""
    gives_way: bool = False
    """Whether a file of `static/root/` takes the place of one that `combine` makes."""
