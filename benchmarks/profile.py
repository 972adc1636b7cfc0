"""Where the time of a cold build of ours goes: by part of the engine or library, and by function."""

import pstats
import shutil
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from benchmarks.measure import run
from benchmarks.rounds import places
from benchmarks.tools.ours import BUILD, Ours
from benchmarks.tools.places import WORK

Function = tuple[str, int, str]
"""File, line and name, as the profiler has them; a built-in function's file is "~"."""

LIBRARIES: Final = ("babel", "jinja2", "markdown", "yaml")
BUILT_IN: Final = "~"
DEAREST: Final = 30
PROFILED: Final = """\
import cProfile, os, runpy, sys, time
_, data, *sys.argv = sys.argv
sys.path[0] = os.path.dirname(sys.argv[0])
profile = cProfile.Profile(time.process_time)
try:
    profile.runcall(runpy.run_path, sys.argv[0], run_name="__main__")
finally:
    profile.dump_stats(data)
"""
"""Runs a script under the profiler by processor time, so that a busy machine does not show."""


def profile(sheets: int) -> tuple[dict[str, float], list[tuple[str, float]]]:
    """Build a site of ours from nothing in one process; give processor seconds by part, and the dearest functions.

    The profiler slows small functions more than large ones: shares are a guide, and no measurement.
    """
    folder = WORK / "profile"
    place = places(folder, [Ours()], sheets)[0]
    data = place.folder / "profile"
    command = [sys.executable, "-c", PROFILED, str(data), *BUILD[1:]]
    try:
        run([*command, "build", "--root", str(place.folder), "--quiet", "--jobs", "1"], place.folder, {})
        times = list(own_times(vars(pstats.Stats(str(data)))["stats"]))
    finally:
        shutil.rmtree(folder)
    return summed((part(function), seconds) for function, seconds in times), dearest(times)


def own_times(
    stats: Mapping[Function, tuple[int, int, float, float, Mapping[Function, tuple[int, int, float, float]]]],
) -> Iterator[tuple[Function, float]]:
    """Give the own seconds of each function; a built-in function's are its callers'."""
    for function, (_, _, seconds, _, callers) in stats.items():
        if function[0] == BUILT_IN and callers:
            for caller, numbers in callers.items():
                yield caller, numbers[2]
        else:
            yield function, seconds


def summed(times: Iterator[tuple[str, float]]) -> dict[str, float]:
    """Add up by name, the largest first."""
    total: defaultdict[str, float] = defaultdict(float)
    for name, seconds in times:
        total[name] += seconds
    return dict(sorted(total.items(), key=lambda each: -each[1]))


def part(function: Function) -> str:
    """Name the part of the engine, or the library, that a function is of."""
    pieces = function[0].replace("\\", "/").split("/")
    if "factsheet" in pieces:
        return "factsheet." + pieces[pieces.index("factsheet") + 1].removesuffix(".py")
    named = next((name for name in LIBRARIES if name in pieces), None)
    if named is None and function[0] == "<template>":
        return "templates"
    if named is None and function[0].startswith("<frozen importlib"):
        return "importing"
    return named or "standard library"


def dearest(times: list[tuple[Function, float]]) -> list[tuple[str, float]]:
    """Give the functions that cost most themselves, built-in functions within them."""
    by_name = summed(
        (f"{'/'.join(file.split('/')[-2:])}:{line} {name}", seconds) for (file, line, name), seconds in times
    )
    return list(by_name.items())[:DEAREST]
