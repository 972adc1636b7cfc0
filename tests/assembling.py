"""Sites as values, made of files that a test writes."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from factsheet.builder.assembly import assemble, prepare
from factsheet.builder.kept_pages import KeptPages
from factsheet.builder.options import Options
from factsheet.builder.state import PAGES, BuildState
from factsheet.builder.tasks import Tasks
from factsheet.content.sources import Sources, read_sources
from factsheet.content.tracing import Noted, Tracer
from factsheet.core.problems import Problem
from factsheet.outputs import Rendering
from factsheet.site.site import Site
from tests.support import ENGLISH, ROMANIAN, SETTINGS, write_site

FILES: Final[Mapping[str, str]] = {
    "site.toml": SETTINGS,
    "content/ro/index.md": ROMANIAN,
    "content/en/index.md": ENGLISH,
    "content/ro/urmari.md": "---\ntitle: Urmări\nslug: ce-a-urmat\norder: 2\n---\nDupă {{ index/arrests }}.\n",
    "content/en/urmari.md": "---\ntitle: Aftermath\n---\nAfter {{ index/arrests }}.\n",
    "content/ro/metoda.md": "---\ntitle: Metoda\norder: 1\n---\nText.\n",
    "content/ro/dosar/nota.md": "---\ntitle: Notă\ndraft: true\n---\nText.\n",
}
"""A front page, a sheet in two languages, one in the reference language alone, and a draft."""


def read(root: Path, files: Mapping[str, str | bytes] = FILES) -> Sources:
    """Write files and read them as a build does."""
    return read_sources(write_site(root, files))


def site_of(root: Path, files: Mapping[str, str | bytes] = FILES, options: Options | None = None) -> Site:
    """The site of some files; its findings are no matter."""
    site, problems = assemble(root, read(root, files), options or Options())
    assert site is not None, [str(problem.place) for problem in problems]
    return site


def findings(root: Path, files: Mapping[str, str | bytes]) -> tuple[Site | None, list[Problem]]:
    """The site of some files, if it is one, and the findings of putting it together."""
    return assemble(root, read(root, files), Options())


def units_of(root: Path, files: Mapping[str, str | bytes] = FILES, state: BuildState | None = None) -> Tasks:
    """The work of a build of some files, none of it done yet; with the state of an earlier build."""
    sources = read(root, files)
    earlier = state or BuildState()
    site, problems = prepare(root, sources, Options(), tracer=Tracer(previous=earlier.traces, before=earlier.answers))
    assert site is not None, problems
    pages = KeptPages(tracer=site.tracer, earlier=lambda: earlier.texts(PAGES))
    units = Tasks(
        site=site,
        rendering=Rendering(site=site, static=Noted("asset", sources.static, site.tracer), kept_page=pages.take),
        texts={PAGES: pages.texts},
        earlier=earlier.texts,
        pages=pages,
    )
    units.register_answers()
    return units


def remembered(units: Tasks) -> BuildState:
    """What a build leaves for the next, once its work is done."""
    for path in units.all_paths():
        units.check(path)
    units.combine({path: units.render(path) for path in units.site.every_path})
    return BuildState(traces=units.site.tracer.traces, answers=units.site.tracer.answers, own=units.texts)
