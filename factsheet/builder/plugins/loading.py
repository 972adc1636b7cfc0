"""Loading plugins: the code that site.toml names is run once, and becomes one value or problems at its lines.

One process works on one site at a time: what `use` has loaded holds until it is called again.
"""

import hashlib
import sys
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from types import ModuleType

from factsheet.builder.plugins.plugin import Plugin, guarded, place_of, reason_of
from factsheet.content.kinds import use_kinds
from factsheet.content.settings import PluginSettings
from factsheet.core.codes import report, use_codes
from factsheet.core.problems import FactsheetError, Place, Problem, WithProblem
from factsheet.core.records import dataclass
from factsheet.core.suggest import nearest

GROUP = "factsheet"
"""The group of the entry points by which installed distributions name their plugins."""

NAME = "PLUGIN"
"""The name that a file gives its plugin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What has been loaded: all plugins as one, and what they were made of."""

    plugin: Plugin
    digest: str = ""
    """The digest of the files, and of the versions of the distributions."""
    homes: tuple[tuple[str, str], ...] = ()
    """The files and folders that the code came from, each with how it is called in problems."""
    files: tuple[str, ...] = ()
    """All files that were looked at."""


class _NotLoaded(WithProblem, FactsheetError):
    """A plugin that cannot be loaded; carries the problem."""


NOTHING = Loaded(plugin=Plugin())
_in_use: list[Loaded] = [NOTHING]


def in_use() -> Loaded:
    """What this process has loaded last."""
    return _in_use[0]


def use(root: Path, files: Mapping[str, bytes], wanted: PluginSettings) -> list[Problem]:
    """Load the plugins that site.toml names, and make their kinds and codes known; `files` are the bytes at hand.

    Where one cannot be loaded, none is in use.
    """
    found: list[Loaded] = []
    problems: list[Problem] = []
    for name in (*wanted.files, *wanted.installed):
        try:
            is_file = name in wanted.files
            found.append(_from_file(root, name, files, wanted) if is_file else _from_installed(name, wanted))
        except _NotLoaded as refused:
            problems.append(refused.problem)
    problems += _twice(found, wanted)
    _in_use[0] = _joined(found) if found and not problems else NOTHING
    use_kinds(in_use().plugin.kinds)
    use_codes(in_use().plugin.codes)
    return problems


def _from_file(root: Path, name: str, files: Mapping[str, bytes], wanted: PluginSettings) -> Loaded:
    if name not in files:
        near = nearest(name, [path.name for path in root.glob("*.py")])
        raise _NotLoaded(report("C812", wanted.places["files"], name=name, near=near))
    return _run(str(root.resolve() / name), files[name])


@lru_cache(maxsize=8)
def _run(file: str, data: bytes) -> Loaded:
    """Run a file; one that has not changed is not run again by a process that goes on."""
    name = Path(file).name
    module = ModuleType(f"factsheet_plugin_{Path(file).stem}")
    module.__file__ = file
    sys.modules[module.__name__] = module  # where dataclasses look for the names in their annotations
    homes = ((file, name),)
    try:
        exec(compile(data, file, "exec", dont_inherit=True), module.__dict__)  # noqa: S102 - what `[plugins]` is for
    except (Exception, SystemExit) as error:
        raise _NotLoaded(report("C814", _place(homes, error, Place(name)), reason=reason_of(error))) from error
    plugin = module.__dict__.get(NAME)
    if not isinstance(plugin, Plugin):
        raise _NotLoaded(report("C813", Place(name), name=name))
    return Loaded(plugin=plugin, digest=hashlib.sha256(data).hexdigest(), homes=homes, files=(file,))


def _place(homes: tuple[tuple[str, str], ...], error: BaseException, otherwise: Place) -> Place:
    """The line of a plugin at which loading it failed."""
    if isinstance(error, SyntaxError) and error.filename == homes[0][0]:
        return Place(homes[0][1], error.lineno or 1, error.offset or 1)
    return place_of(dict(homes), error) or otherwise


def _from_installed(name: str, wanted: PluginSettings) -> Loaded:
    place = wanted.places["installed"]
    known = {point.name: point for point in entry_points(group=GROUP)}
    if name not in known:
        near = nearest(name, known)
        raise _NotLoaded(report("C812", place, variant="" if near else "installed", name=name, near=near))
    return _loaded(known[name], place)


@lru_cache(maxsize=8)
def _loaded(point: EntryPoint, place: Place) -> Loaded:
    """Import what an entry point names; a process imports it once, so an update is seen by the next process."""
    package = point.module.partition(".")[0]
    try:
        plugin = point.load()
    except (Exception, SystemExit) as error:
        raise _NotLoaded(report("C814", _place(_homes(package), error, place), reason=reason_of(error))) from error
    if not isinstance(plugin, Plugin):
        raise _NotLoaded(report("C813", place, variant="installed", name=point.name))
    homes = _homes(package)
    state = hashlib.sha256(repr((point.value, point.dist and (point.dist.name, point.dist.version))).encode())
    files = tuple(chain.from_iterable(_sources(home) for home, _ in homes))
    for file in files:
        state.update(Path(file).read_bytes())
    return Loaded(plugin=plugin, digest=state.hexdigest(), homes=homes, files=files)


def _homes(package: str) -> tuple[tuple[str, str], ...]:
    """The folders of a package, imported or not, or the file of a module that is alone."""
    if (spec := find_spec(package)) is None:
        return ()
    folders = tuple((f"{Path(folder)}/", f"{package}/") for folder in spec.submodule_search_locations or ())
    return folders or (((spec.origin, Path(spec.origin).name),) if spec.origin else ())


def _sources(home: str) -> Iterator[str]:
    if not home.endswith("/"):
        yield home
        return
    yield from sorted(str(path) for path in Path(home).rglob("*") if path.is_file() and path.suffix != ".pyc")


def _twice(found: list[Loaded], wanted: PluginSettings) -> Iterator[Problem]:
    """Report what two plugins give under one name."""
    seen: set[tuple[str, str]] = set()
    for one in found:
        names = {("kind", kind.name) for kind in one.plugin.kinds} | {("code", code.id) for code in one.plugin.codes}
        names |= {("output", output.name) for output in one.plugin.outputs}
        names |= {("filter", name) for name in one.plugin.filters}
        for _, name in sorted(names & seen):
            yield report("C815", next(iter(wanted.places.values())), name=name)
        seen |= names


def _joined(found: list[Loaded]) -> Loaded:
    plugins = [one.plugin for one in found]
    homes = tuple(chain.from_iterable(one.homes for one in found))
    together = Plugin(
        kinds=tuple(chain.from_iterable(one.kinds for one in plugins)),
        checks=tuple(chain.from_iterable(one.checks for one in plugins)),
        codes=tuple(chain.from_iterable(one.codes for one in plugins)),
        outputs=tuple(chain.from_iterable(one.outputs for one in plugins)),
        filters=dict(chain.from_iterable(one.filters.items() for one in plugins)),
    )
    return Loaded(
        plugin=guarded(together, dict(homes)),
        digest=" ".join(one.digest for one in found),
        homes=homes,
        files=tuple(chain.from_iterable(one.files for one in found)),
    )
