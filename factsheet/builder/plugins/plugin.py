"""A plugin: one value that holds all that it adds, and refuses what would only be noticed later."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from itertools import takewhile
from pathlib import Path
from traceback import walk_tb
from typing import Any

from jinja2.filters import FILTERS

from factsheet.checks import Check
from factsheet.content.kinds import KINDS
from factsheet.content.kinds.base import Kind
from factsheet.content.sheets.store import Restart
from factsheet.core.codes import OF_PLUGINS, report
from factsheet.core.problems import Code, Place, Problem
from factsheet.core.records import dataclass, field, replace
from factsheet.files.names import check_paths
from factsheet.outputs import OUTPUTS
from factsheet.outputs.artifacts import Artifact, Output, Rendering
from factsheet.outputs.bounds import TookTooLong
from factsheet.outputs.templating import Filter, TemplateFault
from factsheet.site.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Plugin:
    """All that one plugin adds.

    Raises TypeError for what is no kind, check, output or filter, and ValueError for a name that cannot be taken.
    """

    kinds: tuple[Kind, ...] = ()
    """Kinds of value: instances, not classes."""
    checks: tuple[Check, ...] = ()
    """Functions that are given the site, listing one sheet in all its languages, and give problems."""
    codes: tuple[Code, ...] = ()
    """The codes that the checks report, X000 to X999."""
    outputs: tuple[Output, ...] = ()
    """What is published besides."""
    filters: Mapping[str, Filter] = field(default_factory=dict)
    """Filters of templates by name."""

    def __post_init__(self) -> None:
        """Refuse what would only be noticed later, or change the tool itself."""
        _each("kinds", self.kinds, Kind)
        _each("codes", self.codes, Code)
        _each("outputs", self.outputs, Output)
        for what, functions in (("checks", self.checks), ("filters", self.filters.values())):
            _functions(what, functions)
        if bad := [code.id for code in self.codes if not OF_PLUGINS.fullmatch(code.id)]:
            raise ValueError(f"the code {bad[0]} is not one of X000 to X999")
        own = {"kind": [one.name for one in self.kinds], "output": [one.name for one in self.outputs]}
        taken = {"kind": {one.name for one in KINDS}, "output": {one.name for one in OUTPUTS}, "filter": set(FILTERS)}
        for what, names in {**own, "filter": list(self.filters)}.items():
            _names(what, names, taken[what])


def _each(what: str, given: tuple[object, ...], kind: type) -> None:
    if wrong := [one for one in given if not isinstance(one, kind)]:
        raise TypeError(f"`{what}` holds {wrong[0]!r}, which is no {kind.__name__}")


def _functions(what: str, given: Iterable[object]) -> None:
    if wrong := [one for one in given if not callable(one)]:
        raise TypeError(f"`{what}` holds {wrong[0]!r}, which is no function")


def _names(what: str, names: list[str], taken: set[str]) -> None:
    for name in names:
        if not name.replace("-", "_").isidentifier() or not name.isascii():
            raise ValueError(f"the {what} {name!r} needs a name of letters, digits and hyphens")
        if name in taken or names.count(name) > 1:
            raise ValueError(f"the {what} `{name}` is there already")


# What a plugin raises becomes a problem at the line of its code, and nothing else is hidden.

Homes = Mapping[str, str]
"""The files and folders of plugins by what they are called in problems; the path of a folder ends in a slash."""

MOST_REASON = 200
"""The longest reason that is quoted, in characters."""


def place_in(homes: Homes, file: str, line: int) -> Place | None:
    """Give the place of a line of code; None where no plugin holds it."""
    for home, shown in homes.items():
        if file == home or (home.endswith("/") and file.startswith(home)):
            return Place(f"{shown}{file[len(home) :]}", line)
    return None


def place_of(homes: Homes, error: BaseException) -> Place | None:
    """Give the innermost line of a plugin that an error went through; None where it went through none."""
    lines = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    places = (place_in(homes, file, line) for file, line in reversed(lines))
    return next((place for place in places if place), None)


def reason_of(error: BaseException) -> str:
    """Say in one line what an error says."""
    said = "".join(takewhile(lambda character: character != "\n", str(error)))[:MOST_REASON]
    return f"{type(error).__name__}: {said}" if said else type(error).__name__


def fault_of(homes: Homes, error: BaseException) -> Problem | None:
    """Give the problem that an error of a plugin is; None for an error of the tool itself."""
    place = None if isinstance(error, Restart) else place_of(homes, error)
    return report("O723", place, reason=reason_of(error)) if place else None


def guarded(plugin: Plugin, homes: Homes) -> Plugin:
    """Give the plugin with its checks, outputs and filters wrapped."""

    def problem(error: Exception, function: object) -> Problem:
        found = fault_of(homes, error)
        return found or report("O723", _definition(function, homes), reason=reason_of(error))

    return replace(
        plugin,
        checks=tuple(_check(one, problem) for one in plugin.checks),
        outputs=tuple(_output(one, problem) for one in plugin.outputs),
        filters={name: _filter(one, problem) for name, one in plugin.filters.items()},
    )


Files = Callable[..., Iterator[Artifact]]

Blame = Callable[[Exception, object], Problem]
"""Makes the problem of an error and the function of the plugin that was called."""


def _definition(function: object, homes: Homes) -> Place:
    """The place where a function is defined; the beginning of the first plugin where that cannot be told."""
    code = getattr(function, "__code__", None)
    place = place_in(homes, code.co_filename, code.co_firstlineno) if code else None
    return place or Place(Path(next(iter(homes.values()))).as_posix())


def _check(check: Check, blame: Blame) -> Check:
    @wraps(check)
    def run(site: Site) -> Iterator[Problem]:
        try:
            yield from map(_problem, check(site))
        except Restart:
            raise
        except Exception as error:  # noqa: BLE001 - whatever a plugin does, it is the plugin's fault
            yield blame(error, check)

    return run


def _output(output: Output, blame: Blame) -> Output:
    return replace(
        output,
        of_sheet=output.of_sheet and _files(output.of_sheet, blame),
        of_page=output.of_page and _files(output.of_page, blame),
        gather=output.gather and _gather(output.gather, blame),
        combine=output.combine and _files(output.combine, blame),
    )


def _files(make: Files, blame: Blame) -> Files:
    @wraps(make)
    def run(rendering: Rendering, *arguments: Any) -> Iterator[Artifact]:  # noqa: ANN401 - a path, or what was gathered
        try:
            yield from map(_artifact, make(rendering, *arguments))
        except (Restart, TemplateFault):
            raise
        except Exception as error:  # noqa: BLE001 - the same
            rendering.problems.append(blame(error, make))

    return run


def _gather(make: Callable[[Rendering, str], str], blame: Blame) -> Callable[[Rendering, str], str]:
    @wraps(make)
    def run(rendering: Rendering, path: str) -> str:
        try:
            return _text(make(rendering, path))
        except Restart:
            raise
        except Exception as error:  # noqa: BLE001 - the same
            rendering.problems.append(blame(error, make))
            return ""

    return run


def _filter(given: Filter, blame: Blame) -> Filter:
    @wraps(given)
    def run(*arguments: Any, **named: Any) -> object:  # noqa: ANN401 - templates hand over anything
        try:
            return given(*arguments, **named)
        except (Restart, TookTooLong, TemplateFault):
            raise
        except Exception as error:
            raise TemplateFault(blame(error, given)) from error

    return run


def _problem(found: object) -> Problem:
    if not isinstance(found, Problem):
        raise TypeError(f"a check gives problems, not {found!r}")
    return found


def _artifact(found: object) -> Artifact:
    match found:
        case (str(path), bytes(data)):
            check_paths([path])
            return path, data
        case _:
            raise TypeError(f"an output gives paths with bytes, not {str(found)[:80]}")


def _text(found: object) -> str:
    if not isinstance(found, str):
        raise TypeError(f"`gather` gives a text, not {found!r}")
    return found
