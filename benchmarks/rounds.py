"""Interleaved rounds: every generator once, then every generator again, so that noise falls on all alike."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from benchmarks.corpus import pages
from benchmarks.measure import Failed, Run
from benchmarks.results import Series, Written
from benchmarks.scenarios import COLD, MEMORY, SCENARIOS, Place, Unchanged
from benchmarks.serving import saves
from benchmarks.tools import Tool

SERVED: Final = "save to served page"

Tell = Callable[[str], None]


def places(folder: Path, tools: Sequence[Tool], sheets: int, names: int = 0) -> list[Place]:
    """Write the corpus anew for each generator, each sheet with so many names that have digits."""
    corpus = pages(sheets, names=names)
    made = []
    for tool in tools:
        own = folder / f"{tool.name.lower()}-{sheets}"
        shutil.rmtree(own, ignore_errors=True)
        own.mkdir(parents=True)
        tool.write_site(own, corpus)
        made.append(Place(tool=tool, folder=own, pages=corpus))
    return made


def written(sites: Sequence[Place]) -> dict[str, Written]:
    """Count what each generator wrote."""
    found = {}
    for place in sites:
        files = [path.stat().st_size for path in (place.folder / "public").rglob("*") if path.is_file()]
        found[place.tool.name] = Written(files=len(files), bytes=sum(files))
    return found


def measured(sites: Sequence[Place], rounds: int, tell: Tell) -> list[Series]:
    """Take all scenarios, memory and the preview servers; what a generator fails at is told and left out.

    Memory is watched before anything is edited: what a template of the site's own costs is a scenario of its own.
    """
    found = [
        each
        for scenario in (COLD, MEMORY, *SCENARIOS[1:])
        for each in taken(sites, scenario, 1 if scenario == MEMORY else rounds, tell)
    ]
    return [*found, *served(sites, rounds, tell)]


def taken(sites: Sequence[Place], scenario: str, rounds: int, tell: Tell) -> list[Series]:
    """Take one scenario of all generators; where there are several rounds, one before them warms the disk."""
    runs: dict[str, list[Run]] = {place.tool.name: [] for place in sites}
    failed: set[str] = set()
    uncounted = 1 if rounds > 1 else 0
    for number in range(uncounted + rounds):
        for place in sites:
            name = place.tool.name
            if name in failed:
                continue
            try:
                run = place.take(scenario)
            except (Failed, Unchanged) as reason:
                tell(f"{name}, {scenario}: {reason}")
                failed.add(name)
                runs[name] = []
                continue
            if number >= uncounted:
                runs[name].append(run)
    return [Series(tool=name, scenario=scenario, runs=tuple(each)) for name, each in runs.items()]


def served(sites: Sequence[Place], rounds: int, tell: Tell) -> list[Series]:
    """Take the time from save to served page of each preview server, one server after the other."""
    found = []
    for place in sites:
        try:
            times = saves(place, rounds)
        except Failed as reason:
            tell(f"{place.tool.name}, {SERVED}: {reason}")
            continue
        if times:
            runs = tuple(Run(wall=wall, cpu=0.0, peak=0.0) for wall in times)
            found.append(Series(tool=place.tool.name, scenario=SERVED, runs=runs))
    return found
