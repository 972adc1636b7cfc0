"""Keys that are known at another level than the one where they were written."""

from collections.abc import Iterator, Mapping, Sequence

from factsheet.core.problems import Problem
from factsheet.core.records import replace

_FEW = 1
"""In how many levels a key of the sheet may be known too, and still be most likely meant for the sheet."""


def placed(problems: Sequence[Problem], sheet: Sequence[str], levels: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    """Tell of an unknown key where it belongs: in the `sheet` itself, or below a name under one of the `levels`."""
    for problem in problems:
        given = dict(problem.values)
        if problem.code != "F007" or problem.variant or "suggestion" in given:
            yield problem
            continue
        within, _, key = given["key"].rpartition(".")
        sections = [f"`{section}`" for section, keys in levels.items() if key in keys]
        if within and key in sheet and len(sections) <= _FEW:
            yield replace(problem, variant="sheet")
        elif sections:
            yield replace(problem, variant="level", values=(*problem.values, ("sections", ", ".join(sections))))
        else:
            yield problem
