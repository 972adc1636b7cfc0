"""Where the time of a command goes: seconds by part of the engine and by package, for `--profile`."""

import cProfile
import pstats
from collections import Counter
from collections.abc import Callable

from factsheet.cli.printing import seconds, spoken
from factsheet.core.patterns import regex

_PART = regex(r"[\\/]factsheet[\\/]([a-z0-9_]+)")
_PACKAGE = regex(r"[\\/](?:site|dist)-packages[\\/]([A-Za-z0-9_]+)")
_SHOWN = 12


def profiled(run: Callable[[], int]) -> tuple[int, list[str]]:
    """Run something; give its exit code, and lines that say where the time went, the longest first."""
    profile = cProfile.Profile()
    code = profile.runcall(run)
    return code, lines(pstats.Stats(profile))


def lines(stats: pstats.Stats) -> list[str]:
    """Add up the time spent inside each part, without what it called."""
    spent: Counter[str] = Counter()
    for (file, _, _), (_, _, own, _, _) in stats.stats.items():  # type: ignore[attr-defined] # not in the stubs
        spent[part(file)] += own
    total = sum(spent.values())
    rows = [f"{seconds(amount):>8} s  {name}" for name, amount in spent.most_common(_SHOWN)]
    last = spoken("in all, the profiler's own work included")
    return [*rows, f"{seconds(total):>8} s  {last}"]


def part(file: str) -> str:
    """Name the part of the engine, or the package, that a file belongs to."""
    for pattern, name in ((_PACKAGE, "{}"), (_PART, "factsheet.{}")):
        found = pattern.search(file)
        if found:
            return name.format(found[1])
    return spoken("Python itself")
