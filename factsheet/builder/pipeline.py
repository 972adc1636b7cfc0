"""The whole path in one place: read everything, make values of it, check them, render them, publish."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from factsheet.builder import plugins
from factsheet.builder.assembly import WHOLE, assemble, prepare, settings_with_plugins
from factsheet.builder.catalogues import TEMPLATE_FILE, wanted_messages
from factsheet.builder.kept_pages import KeptPages
from factsheet.builder.options import Options
from factsheet.builder.result import Result
from factsheet.builder.spill import Spill
from factsheet.builder.state import PAGES, BuildState
from factsheet.builder.tasks import Forgotten, Plain, Tasks, files_of, problems_of
from factsheet.builder.workers import Demand, work
from factsheet.content.assets import ROOT
from factsheet.content.sheets.store import Key, Unreadable
from factsheet.content.sources import Sources, defaults, read_sources
from factsheet.content.tracing import Noted, Tracer
from factsheet.core.codes import report, with_severity
from factsheet.core.patterns import note_libraries
from factsheet.core.problems import Place, Problem, Severity
from factsheet.files.names import clashes
from factsheet.files.publishing import Published, publish
from factsheet.outputs import Rendering
from factsheet.site.proof import Tally
from factsheet.site.pseudo import with_pseudo
from factsheet.site.site import Site

Keys = frozenset[Key]
NONE: Keys = frozenset()

MOST_LOST = 4
"""How many sheets that cannot be read are told one by one: each begins the build anew."""


def check(root: Path, options: Options, *, state: BuildState | None = None, jobs: int = 1) -> Result:
    """Read and prove a site without rendering it; `state` is what a build of it gave."""
    return _run(root, options, state or BuildState(), jobs, render=False)


def build(
    root: Path,
    options: Options,
    *,
    state: BuildState | None = None,
    jobs: int = 1,
    demand: Demand | None = None,
    sources: Sources | None = None,
) -> Result:
    """Read, prove and render a site; the result has artifacts only where nothing stops publication.

    `state` is what an earlier build of the same site gave; with it only what has changed is done again.
    `demand` is who waits for pages meanwhile, where one process does all the work.
    `sources` is what has been read already: the disk is not looked at again.
    """
    return _run(root, options, state or BuildState(), jobs, render=True, demand=demand, sources=sources)


def look_at(root: Path, options: Options, state: BuildState) -> Site:
    """The site as it is now, of which only what `state` does not tell is read when it is asked for.

    Raises Unreadable, also later on, where all sheets must be read to know what there is.
    """
    if (site := _Run(root, read_sources(root), options, state, read_all=False).site) is None:
        raise Unreadable
    return site


def publish_result(folder: Path, result: Result, *, keep: Path | None = None) -> Published:
    """Put the artifacts in place, all or nothing; `folder` has passed `files.check_output`.

    Raises NotAsLeft where a file that should be unchanged is not (build again without a state), and PublishFailed;
    the old site is untouched then.
    """
    return publish(folder, result.artifacts, digests=result.digests, unchanged=result.unchanged, keep=keep)


def _run(
    root: Path,
    options: Options,
    state: BuildState,
    jobs: int,
    *,
    render: bool,
    demand: Demand | None = None,
    sources: Sources | None = None,
) -> Result:
    note_libraries("factsheet.content.markup.convert")
    sources = sources or read_sources(root, state.known)
    try:
        return _attempted(root, sources, options, state, jobs, render=render, demand=demand)
    except Exception as error:  # noqa: BLE001 - raised again where it is not a plugin's
        return Result(problems=(plugins.problem_of(error),))


def _attempted(
    root: Path, sources: Sources, options: Options, state: BuildState, jobs: int, *, render: bool, demand: Demand | None
) -> Result:
    try:
        return _Run(root, sources, options, state, read_all=False).result(jobs, render=render, demand=demand)
    except Forgotten:
        return _Run(root, sources, options, BuildState(known=state.known, copies=state.copies), read_all=False).result(
            jobs, render=render
        )
    except Unreadable as found:
        return _without_lost(root, sources, options, state, found)


def _without_lost(root: Path, sources: Sources, options: Options, state: BuildState, found: Unreadable) -> Result:
    """Check a site with sheets that cannot be read: they count as not there, beside what is wrong with them.

    The first that is asked for tells of one. Where nothing is remembered, or there are many, all sheets are read.
    """
    lost = NONE
    while state.environment and found.args and found.args[0] not in lost and len(lost) < MOST_LOST:
        lost |= {found.args[0]}
        try:
            return _Run(root, sources, options, state, read_all=False, lost=lost).result(1, render=False)
        except Unreadable as another:
            found = another
    return _Run(root, sources, options, BuildState(), read_all=True).result(1, render=False)


class _Run:
    """One build, from sources to result."""

    def __init__(
        self, root: Path, sources: Sources, options: Options, state: BuildState, *, read_all: bool, lost: Keys = NONE
    ) -> None:
        self.sources = sources
        self.options = options
        settings = settings_with_plugins(root, sources, options)
        self.plugins = plugins.in_use()
        digest = self.plugins.digest if self.plugins else ""
        self.environment = state.environment_of(sources, settings[0], options, plugins=digest)
        self.known, self.copies = state.known, state.copies
        self.state = state if state.environment == self.environment else BuildState()
        self.tracer = Tracer(previous=self.state.traces, before=self.state.answers)
        self.tracer.same = _same(self.state.sources, sources, self.tracer)
        self.is_whole = not read_all and not lost
        self.site, self.problems = prepare(
            root, sources, options, given=settings, tracer=self.tracer, read_all=read_all, unreadable=lost
        )

    def result(self, jobs: int, *, render: bool, demand: Demand | None = None) -> Result:
        """Check and, where nothing stops publication, render."""
        if self.site is None:
            return self._finished(None, {}, {}, self.problems)
        tasks = self._tasks(self.site, jobs)
        known = tasks.rendering.site.every_path
        paths = [*known, *sorted(set(tasks.all_paths()) - set(known))]  # last those without an original
        catalogs = tasks.catalogs()  # before any template is compiled: both take one reading of it
        work(tasks, paths, jobs, render=render and not self.options.pseudo, demand=demand)
        checked = {path: tasks.check(path) for path in paths}
        problems = [*self.problems, *problems_of([*catalogs, *checked.values()])]
        problems += tasks.compare({path: checked[path]["gathered"] for path in paths})
        if not render and self.sources.changes_templates:
            problems += problems_of(tasks.samples(paths))
        if not render or any(problem.severity is Severity.ERROR for problem in self._weighed(problems)):
            return self._finished(tasks, {}, checked, problems)
        rendered = {path: tasks.render(path) for path in known}
        parts = [*rendered.values(), *tasks.combine(rendered)]
        problems += problems_of(parts)
        copied = frozenset(path.removeprefix(ROOT) for path in self.sources.static if path.startswith(ROOT))
        files, twice = files_of(parts, copied)
        told = clashes(copied, files)
        twice += [report("O709", Place(f"static/{ROOT}{path}"), path=path, other=other) for path, other in told]
        return self._finished(tasks, files, checked, [*problems, *twice])

    def _tasks(self, site: Site, jobs: int) -> Tasks:
        """The tasks of the site, which know how to answer for what they may ask."""
        added = self.plugins.plugin if self.plugins else None
        made = Spill()
        pages = KeptPages(
            tracer=self.tracer, earlier=lambda: self.state.texts(PAGES), texts=Spill(drawers=made.drawers)
        )
        rendering = Rendering(
            site=with_pseudo(site) if self.options.pseudo else site,
            static=Noted("asset", self.sources.static, self.tracer),
            formats=frozenset(self.options.formats),
            added=added.outputs if added else (),
            filters=added.filters if added else {},
            jobs=jobs,
            kept=self.copies,
            kept_page=pages.take,
        )
        tasks = Tasks(
            site=site,
            rendering=rendering,
            made=made,
            texts={PAGES: pages.texts},
            earlier=self.state.texts,
            pages=pages,
            added=added.checks if added else (),
        )
        tasks.register_answers()
        return tasks

    def _finished(
        self, tasks: Tasks | None, files: Mapping[str, str], checked: Mapping[str, Plain], problems: list[Problem]
    ) -> Result:
        ordered = sorted(self._weighed(problems), key=lambda problem: problem.sort_key)
        if len(ordered) > 1:  # one repeats nothing
            from factsheet.checks.cascading import without_repeats

            ordered = without_repeats(ordered)
        made = tasks.made if tasks else Spill()
        proofs = [sum(column) for column in zip(*(parts["proofs"] for parts in checked.values()), strict=True)]
        return Result(
            artifacts=made.only(files),
            digests=files,
            unchanged={path: digest for path, digest in files.items() if path not in made},
            problems=tuple(ordered),
            site=self.site,
            proofs=Tally(full=proofs[0], quote=proofs[1], none=proofs[2]) if proofs else Tally(),
            state=self._remembered(tasks),
            others=self._others(),
            needs_readback=self.sources.changes_templates or bool(self.site and self.site.settings.plugins),
        )

    def _weighed(self, problems: Iterable[Problem]) -> set[Problem]:
        """The findings, each once and with the weight that the settings give it."""
        return set(with_severity(problems, dict(self.site.settings.checks) if self.site else {}))

    def _others(self) -> tuple[str, ...]:
        archives = self.site.archives if self.site else None
        looked_at = archives.folder.looked_at(archives) if archives is not None else ()
        return (*looked_at, *(self.plugins.files if self.plugins else ()))

    def _remembered(self, tasks: Tasks | None) -> BuildState:
        """What the next build can take over."""
        if tasks is None or not self.is_whole:
            return BuildState()  # whether a sheet is there was asked of the whole file
        pages = tasks.texts.pop(PAGES)
        now = {name: texts for name, texts in tasks.texts.items() if self._is_new(name, texts)}
        traces, answers = self.tracer.remembered()
        own = {**self.state.own, **{name: self._merged(name, texts) for name, texts in now.items()}}
        if pages:
            every = self.state.texts(PAGES).under(pages)
            own[PAGES] = every.only(name for name in every if f"page {name}" in traces)
        return BuildState(
            environment=self.environment,
            traces=traces,
            answers=answers,
            own=own,
            pages=pages,
            kept=self.state.kept,
            log=self.state.log,
            gathered=frozenset(now),
            known=self.known,
            copies=self.copies,
            sources=self.sources,
        )

    def _merged(self, name: str, texts: Spill) -> Spill:
        """What all sheets add to an output: those that are gone add nothing."""
        merged = self.state.texts(name).under(texts)
        return merged.only(path for path in merged if f"render {path}" in self.tracer.traces)

    def _is_new(self, output: str, texts: Iterable[str]) -> bool:
        """Whether any sheet adds something else to an output than in the build before."""
        before, now = self.state.traces, self.tracer.traces
        for path in texts:
            names = (traces.get(f"facts {path}") for traces in (before, now))
            old, new = (trace.value["gathered"][output] if trace else "" for trace in names)  # type: ignore[index]
            if old != new:
                return True
        return False


def _same(before: Sources | None, now: Sources, tracer: Tracer) -> dict[str, Callable[[str], bool]]:
    """How to tell that something is what it was for the build before, without a digest of its own.

    A process that goes on has the very same bytes; else the front matter is the same where the whole file is, and so is
    each entry of a lock.
    """

    def of(file: str) -> Callable[[str], bool]:
        return lambda _: tracer.answer(f"whole {file}") == tracer.before.get(f"whole {file}")

    whole = {kind: of(kind) for kind in WHOLE}
    if before is None:
        return {"front": lambda name: tracer.answer(f"file {name}") == tracer.before.get(f"file {name}"), **whole}

    def same(name: str) -> bool:
        return now.content.get(name) is before.content.get(name)

    return {"file": same, "front": same, **whole}


__all__ = [
    "TEMPLATE_FILE", "Options", "Result", "Sources", "Unreadable", "assemble", "build", "check", "defaults", "look_at",
    "prepare", "publish_result", "read_sources", "wanted_messages",
]  # fmt: skip
