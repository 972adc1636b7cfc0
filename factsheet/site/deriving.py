"""Figures that are computed from others: found through all sheets, computed exactly, checked where a value stands.

What is computed is carried on as a fraction. Only what is shown is rounded, so that a share of a sum of shares is
rounded once, and whoever computes it again from the published parts gets the same.
"""

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from typing import Final

from factsheet.content.model import Derived, Metric, Sheet
from factsheet.content.targets import sheet_and_name
from factsheet.core.codes import report
from factsheet.core.problems import Problem
from factsheet.core.records import dataclass, replace
from factsheet.site.computing import NotComputable, Operand, compute, exact_part

Name = tuple[str, str]
"""A metric of any sheet: the path of the sheet and the id."""

_MOST: Final = 5_000
"""How many computed figures are followed from one sheet."""

_MOST_CIRCLES: Final = 50
"""How many figures of a sheet are told to be computed from themselves: each is looked for on its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivations:
    """The computed figures of a sheet, and why others could not be computed."""

    metrics: Mapping[str, Metric]
    problems: tuple[Problem, ...]


def name_of(path: str, target: str) -> Name:
    """The metric that the sheet `path` calls `target`."""
    where, name = sheet_and_name(target)
    return where or path, name


def derive(
    path: str, find: Callable[[str], Sheet | None], part: Callable[[str, str], Operand | None] = lambda *_: None
) -> Derivations:
    """Compute the figures of the sheet `path`.

    `find` gives the sheet of the reference language at a path, `part` what one of its tables tells.
    """
    return _Deriver(path, find, part).derivations()


def completed(sheet: Sheet, derivations: Derivations) -> Sheet:
    """The sheet with its computed metrics, in the order in which all are declared."""
    known = {**sheet.metrics, **derivations.metrics}
    return replace(sheet, metrics={name: known[name] for name in sheet.words if name in known})


class _Deriver:
    """Computes what one sheet needs, other sheets' figures included."""

    def __init__(
        self, path: str, find: Callable[[str], Sheet | None], part: Callable[[str, str], Operand | None]
    ) -> None:
        self._path = path
        self._find = find
        self._told = part
        self._known: dict[Name, Operand] = {}
        self._problems: list[Problem] = []

    def derivations(self) -> Derivations:
        sheet = self._find(self._path)
        own = sheet.derived if sheet else {}
        graph = self._graph([(self._path, name) for name in own])
        for name in self._in_order(graph):
            self._make(name)
        found = {id_: part.metric for (where, id_), part in self._known.items() if where == self._path and id_ in own}
        return Derivations(metrics=found, problems=tuple(self._problems))

    def _graph(self, names: list[Name]) -> dict[Name, list[Name]]:
        """Every computed figure that these stand on, with its parts."""
        graph: dict[Name, list[Name]] = {}
        while names and len(graph) < _MOST:
            name = names.pop()
            derived = self._derived(name)
            if derived is not None and name not in graph:
                graph[name] = [name_of(name[0], part) for part in derived.derivation.parts]
                names.extend(graph[name])
        return graph

    def _in_order(self, graph: Mapping[Name, Sequence[Name]]) -> Iterator[Name]:
        """The figures, each behind its parts; those that are computed from themselves are reported instead."""
        sorter = TopologicalSorter(graph)
        try:
            sorter.prepare()
        except CycleError:
            self._tell_circles(graph)
        while ready := sorter.get_ready():
            yield from (name for name in ready if name in graph)
            sorter.done(*ready)

    def _tell_circles(self, graph: Mapping[Name, Sequence[Name]]) -> None:
        sheet = self._find(self._path)
        for id_, derived in (sheet.derived if sheet else {}).items():
            way = _way_back(graph, (self._path, id_)) if len(self._problems) < _MOST_CIRCLES else []
            if way:
                route = " \u2192 ".join((one[1] if one[0] == self._path else "/".join(one)) for one in way)
                self._problems.append(report("N142", derived.derivation.place, metric=id_, route=route))

    def _derived(self, name: Name) -> Derived | None:
        sheet = self._find(name[0])
        return sheet.derived.get(name[1]) if sheet else None

    def _part(self, name: Name) -> Operand | None:
        """A part that is known: declared with its value, or computed before."""
        if name not in self._known:
            sheet = self._find(name[0])
            metric = sheet.metrics.get(name[1]) if sheet else None
            part = exact_part(metric) if metric else self._told(*name) if sheet else None
            if part is None:
                return None
            self._known[name] = part
        return self._known[name]

    def _make(self, name: Name) -> None:
        """Compute a figure whose parts are known; a part that is missing has been reported where it is missing."""
        derived = self._derived(name)
        parts = [self._part(name_of(name[0], part)) for part in derived.derivation.parts] if derived else []
        known = [part for part in parts if part is not None]
        if derived is None or len(known) < len(parts):
            return
        try:
            self._known[name] = compute(derived, known)
        except NotComputable as refused:
            if name[0] == self._path:
                self._problems.append(refused.problem)


def _way_back(graph: Mapping[Name, Sequence[Name]], start: Name) -> list[Name]:
    """The shortest way from a figure over its parts back to itself; empty where there is none."""
    reached: dict[Name, Name] = {}
    waiting = deque([start])
    while waiting and start not in reached:
        name = waiting.popleft()
        for part in graph.get(name, ()):
            if part not in reached:
                reached[part] = name
                waiting.append(part)
    way = [start]
    while start in reached and (len(way) == 1 or way[0] != start):
        way.insert(0, reached[way[0]])
    return way if start in reached else []
