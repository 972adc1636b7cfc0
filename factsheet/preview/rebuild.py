"""The rebuilding: one call makes everything of what is on disk now, and keeps the last good site.

Whether there is anything to build is decided by comparing what the disk holds with what the last build read, and by
nothing else. So a save cannot be missed, whenever it is made and whoever tells of it or does not: the next look finds
that the two differ.
"""

import gc
import traceback
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from factsheet.builder import store
from factsheet.builder.pipeline import Options, Result, build
from factsheet.builder.state import BuildState
from factsheet.builder.workers import Demand
from factsheet.content.archives import Archives
from factsheet.content.sources import Sources, read_sources
from factsheet.core.patterns import regex
from factsheet.core.problems import Problem
from factsheet.core.records import dataclass, field, replace
from factsheet.files.marker import digest as digest_of
from factsheet.site.site import Site

Build = Callable[[Path, Options, BuildState, Demand | None, Sources], Result]

RESTS = 16
"""Rebuilds after which garbage is looked for everywhere."""

_STYLE = regex(r"assets/(.+)\.[0-9a-f]{10}\.css")


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What the preview shows: the last good files, and what is wrong with the sources now.

    `serial` grows by one with every change of `files`, so that a page knows when it has missed one. `changed` are the
    paths that differ from the state before; `styles` maps old style sheets to new ones where nothing else differs, so
    that they can be exchanged.
    """

    serial: int = 0
    files: Mapping[str, bytes] = field(default_factory=dict)
    site: Site | None = None
    problems: tuple[Problem, ...] = ()
    has_errors: bool = False
    crash: str = ""
    changed: frozenset[str] = frozenset()
    styles: Mapping[str, str] = field(default_factory=dict)
    is_partial: bool = False
    """Whether a build is under way, of which only what somebody waits for is shown."""


class Rebuilder:
    """Builds a site again and again in one warm process. Nothing is written to disk but what `keep` does."""

    def __init__(self, root: Path, options: Options, *, build: Build | None = None, cache: Path | None = None) -> None:
        """Take the site's folder, how it is to be built, and the folder with what the last preview built."""
        self._root = root
        self._options = options
        self._build = build or _warm
        self._cache = cache
        self._build_state = store.begun(root, cache) if cache else BuildState()
        self._earlier: Mapping[str, bytes] = self._build_state.texts(store.FILES)
        self._gathered: frozenset[str] = frozenset()
        self._kept: BuildState | None = None
        self._demand: Demand | None = None
        self._built: Sources | None = None
        self._archives: Archives | None = None
        self.state = State()
        self._rests = 0

    def serve_first(self, asked: Callable[[], Sequence[str]], tell: Callable[[State], None]) -> None:
        """Build what is asked for first, and tell of it while the build goes on.

        `asked` gives files of the output, the most wanted first; `tell` is handed partial states.
        """

        def show(files: Mapping[str, bytes]) -> None:
            now = self.state
            changed = frozenset(path for path, data in files.items() if now.files.get(path) != data)
            if changed:
                self.state = replace(
                    now,
                    serial=now.serial + 1,
                    files={**now.files, **files},
                    changed=changed,
                    styles={},
                    is_partial=True,
                )
                tell(self.state)

        self._demand = Demand(asked=asked, show=show)

    def refresh(self) -> State | None:
        """Build, unless the disk holds just what the last build read; None then.

        Never raises: what the build cannot survive is part of the state.
        """
        try:
            found = read_sources(self._root, self._build_state.known)
        except OSError as error:
            self._built = None
            self.state = _kept(self.state, self.state, crash=_summary(error))
            return self.state
        if found == self._built and (self._archives is None or self._archives.are_current()):
            return None
        self._built = found  # as it was read: what is saved from here on differs from it
        return self._rebuild(found)

    def _rebuild(self, sources: Sources) -> State:
        """Build what was read; what has not changed is taken over from the build before."""
        before = self.state
        try:
            result = self._build(self._root, self._options, self._build_state, self._demand, sources)
        except Exception as error:  # noqa: BLE001 - the preview must outlive every fault of a build
            self.state = _kept(before, self.state, crash=_summary(error))
            return self.state
        archives = result.site.archives if result.site else None
        self._archives = archives if isinstance(archives, Archives) else None
        if result.has_errors or not result.file_count:
            if result.state.environment:
                self._build_state = result.state.unpublished(self._build_state)
            self.state = _kept(before, self.state, problems=result.problems, has_errors=True)
            return self.state
        files = self._files(before, result)
        if files is None:  # what the last preview left has been damaged
            self._build_state = BuildState()
            return self._rebuild(sources)
        self._gathered |= result.state.gathered
        now = self.state  # not as before, where pages have been shown already
        changed = _changed(now.files, files)
        self._build_state = result.state
        self.state = State(
            serial=now.serial + bool(changed),
            files=files,
            site=result.site,
            problems=result.problems,
            changed=changed,
            styles=exchanged_styles(now.files, files, changed),
        )
        return self.state

    def _files(self, before: State, result: Result) -> dict[str, bytes] | None:
        """The files of a build with those that are as they were; None where one of these is not to be had."""
        files = dict(result.artifacts)
        for path, digest in result.unchanged.items():
            if (data := before.files.get(path)) is None:
                data = self._earlier.get(path)
                if data is None or digest_of(data) != digest:
                    return None
            files[path] = data
        return files

    def keep(self) -> None:
        """Keep what was built for the next preview of the site, unless that has been done."""
        if self._cache is None or self._kept is self._build_state or self._build_state.sources is None:
            return
        self._kept = self._build_state
        store.save(self._cache, replace(self._build_state, gathered=self._gathered), self.state.files or None)

    def rest(self) -> None:
        """Between two rebuilds: spare the next one from looking for garbage in all that is kept from this one.

        What is kept grows with the site, and Python's collector would go through all of it in the midst of a
        rebuild. So it is set aside; garbage among it is looked for once in a while, when nobody waits.
        """
        if not self._rests:
            self.keep()
        self._rests += 1
        if self._rests % RESTS == 0:
            gc.unfreeze()
            gc.collect()
        gc.freeze()


def _warm(root: Path, options: Options, state: BuildState, demand: Demand | None, sources: Sources) -> Result:
    return build(root, options, state=state, demand=demand, sources=sources)


def _kept(
    before: State, now: State, *, problems: tuple[Problem, ...] = (), has_errors: bool = False, crash: str = ""
) -> State:
    """The state before a build that failed; pages of it that have been shown meanwhile are taken back."""
    changed = _changed(now.files, before.files) if now is not before else frozenset()
    return State(
        serial=now.serial + bool(changed),
        files=before.files,
        site=before.site,
        problems=problems,
        has_errors=has_errors,
        crash=crash,
        changed=changed,
    )


def _changed(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> frozenset[str]:
    return frozenset(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))


def exchanged_styles(
    before: Mapping[str, bytes], after: Mapping[str, bytes], changed: frozenset[str]
) -> dict[str, str]:
    """Map old style sheets to new ones, where the pages differ in the names of these and in nothing else."""
    gone = {match[1]: path for path in changed - after.keys() if (match := _STYLE.fullmatch(path))}
    new = {match[1]: path for path in changed - before.keys() if (match := _STYLE.fullmatch(path))}
    styles = {gone[name]: new[name] for name in gone.keys() & new.keys()}
    pages = [path for path in changed if path.endswith(".html")]
    if not styles or any(_restyled(before.get(path), styles) != after.get(path) for path in pages):
        return {}
    return styles


def _restyled(page: bytes | None, styles: Mapping[str, str]) -> bytes | None:
    if page is None:
        return None
    for old, new in styles.items():
        page = page.replace(old.encode(), new.encode())
    return page


def _summary(error: Exception) -> str:
    """Say in one line what failed inside the tool and where: no editor's mistake may end here."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    return f"{type(error).__name__}: {error}{where}"[:500]
