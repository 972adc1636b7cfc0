"""Measure, print the table, and write docs/benchmarks.md."""

import argparse
import itertools
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Final

from benchmarks import formatting, gate
from benchmarks.goals import CORPORA, SIZES
from benchmarks.machine import machine
from benchmarks.profile import profile
from benchmarks.report import notes_of, report
from benchmarks.results import Size, load, save
from benchmarks.rounds import measured, places, written
from benchmarks.tools import OURS, RIVAL, TOOLS, NotHere, Tool
from benchmarks.tools.places import REPOSITORY, RESULTS, WORK

PAGE: Final = REPOSITORY / "docs" / "benchmarks.md"
LARGE: Final = 10_000
QUICK: Final = 20
PROFILED: Final = (1, 100)
"""The sizes whose profile stands on the page."""


def main(given: Sequence[str] | None = None) -> int:
    """Measure what the arguments ask for; 1 when neither we nor Hugo could be measured."""
    arguments = parser().parse_args(given)
    if arguments.profile is not None:
        show_profile(arguments.profile, arguments.names or 0)
        return 0
    found = tools([] if arguments.gate or (arguments.quick and arguments.tools is None) else arguments.tools)
    if OURS not in {tool.name for tool, _ in found} or (arguments.gate and len(found) == 1):
        print("nothing to compare")
        return 1
    if arguments.gate:
        ours, rival = (tool for tool, _ in found)
        return int(gate.has_risen(gate.recorded(), lambda: gate.cold_ratio(ours, rival, tell), tell))
    sizes = {size.corpus: size for size in ([] if arguments.quick else load(RESULTS))}
    try:
        for names, sheets in corpora(arguments):
            sizes[names, sheets] = size_of(found, sheets, rounds_of(arguments, sheets), names)
            if not arguments.quick:
                save(RESULTS, list(sizes.values()))
        profiles = {} if arguments.quick else {sheets: profile(sheets) for sheets in PROFILED}
    finally:
        shutil.rmtree(WORK / str(os.getpid()), ignore_errors=True)
    notes = notes_of(PAGE.read_text("utf-8"))
    text = report(list(sizes.values()), [] if arguments.quick else list(formatting.styles()), profiles, notes)
    print(text[text.index("## Goals") :])
    if not arguments.quick:
        PAGE.write_text(text, "utf-8")
        tell(f"written: {PAGE}")
    return 0


def parser() -> argparse.ArgumentParser:
    """Make the parser of the command line."""
    made = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure speed beside other generators.")
    made.add_argument("--quick", action="store_true", help="a short run on small sites, which writes no page")
    made.add_argument(
        "--gate", action="store_true", help="fail where a cold build takes more of Hugo's processor time than recorded"
    )
    made.add_argument(
        "--sizes",
        type=int,
        nargs="+",
        default=SIZES,
        metavar="N",
        help=f"how many sheets (default: 1 100 1000; {LARGE} takes long)",
    )
    made.add_argument(
        "--profile", type=int, metavar="N", help="measure nothing, but show where a build of N sheets spends its time"
    )
    made.add_argument(
        "--names", type=int, metavar="N", help="names with digits that each sheet declares (default: 0, then 19)"
    )
    made.add_argument("--rounds", type=int, metavar="N", help="rounds that count (default: by size, 7 down to 1)")
    made.add_argument("--tools", nargs="+", metavar="NAME", help="only these generators, beside ours and Hugo")
    return made


def show_profile(sheets: int, names: int) -> None:
    """Print where a cold build of ours spends its time."""
    found = profile(sheets, names)
    total = sum(found.values())
    for name, spent in found.items():
        print(f"{spent / total:6.1%}  {spent:8.1f} ms  {name}")


def corpora(arguments: argparse.Namespace) -> Iterator[tuple[int, int]]:
    """Give what is to be built: names of a sheet, and sheets."""
    if arguments.quick:
        return iter([(arguments.names or 0, QUICK)])
    return itertools.product(CORPORA if arguments.names is None else [arguments.names], arguments.sizes)


def rounds_of(arguments: argparse.Namespace, sheets: int) -> int:
    """Give how many rounds count at a size: fewer where each is long."""
    if arguments.rounds:
        return int(arguments.rounds)
    if arguments.quick:
        return 1
    if sheets >= LARGE:
        return 1
    return 3 if sheets >= SIZES[-1] else 7


def tools(names: Sequence[str] | None) -> list[tuple[Tool, str]]:
    """Make the generators ready, each with its version; those that cannot be had are told and left out."""
    found = []
    for make in TOOLS:
        tool = make()
        if names is not None and tool.name not in (OURS, RIVAL) and tool.name.lower() not in names:
            continue
        try:
            found.append((tool, tool.install()))
        except NotHere as reason:
            tell(f"{tool.name} is left out: {reason}")
    return found


def size_of(found: Sequence[tuple[Tool, str]], sheets: int, rounds: int, names: int) -> Size:
    """Measure one size from nothing."""
    tell(f"{sheets:,} sheets with {names} names each, {rounds} rounds")
    load_before = os.getloadavg()[0]
    sites = places(WORK / str(os.getpid()), [tool for tool, _ in found], sheets, names)
    series, much = measured(sites, rounds, tell), written(sites)
    return Size(
        sheets=sheets,
        names=names,
        day=datetime.now(UTC).date().isoformat(),
        machine=machine(),
        load=load_before,
        commit=commit(),
        versions={tool.name: version for tool, version in found},
        written=much,
        series=tuple(series),
    )


def commit() -> str:
    """Give the commit that is checked out, or say that there is none."""
    command = ["git", "-C", str(REPOSITORY), "rev-parse", "--short", "HEAD"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=10)
    return done.stdout.strip(" \n") or "unknown"


def tell(text: str) -> None:
    """Say how far it has come, apart from the result."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
