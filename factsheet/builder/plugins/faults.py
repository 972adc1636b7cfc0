"""What a plugin raises becomes a problem at the line of its code, and nothing else is hidden.

A check, an output and a filter are wrapped: one that fails leaves the others at work. A kind is asked everywhere, so
what it raises ends the build, which then asks `fault_of`.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import wraps
from itertools import takewhile
from pathlib import Path
from traceback import walk_tb
from typing import Any

from factsheet.builder.plugins.plugin import Plugin
from factsheet.checks import Check
from factsheet.content.sheets.store import Restart
from factsheet.files.names import check_paths
from factsheet.outputs.artifacts import Artifact, Output, Rendering
from factsheet.outputs.bounds import TookTooLong
from factsheet.outputs.templating import Filter, TemplateFault
from factsheet.problems import Place, Problem
from factsheet.problems.codes import report
from factsheet.records import replace
from factsheet.site.site import Site

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
        gather=output.gather and _gather(output.gather, blame),
        combine=output.combine and _files(output.combine, blame),
    )


def _files(make: Files, blame: Blame) -> Files:
    @wraps(make)
    def run(rendering: Rendering, *arguments: Any) -> Iterator[Artifact]:  # noqa: ANN401 - a path, or what was gathered
        try:
            yield from map(_artifact, make(rendering, *arguments))
        except Restart:
            raise
        except TemplateFault as fault:
            rendering.problems.append(fault.problem)
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
