"""The page docs/benchmarks.md, and the lines that the terminal shows, from what was measured."""

import itertools
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from benchmarks.goals import CORPORA, GOALS, GROWTH, SIZES
from benchmarks.results import Ratio, Series, Size, ratio
from benchmarks.rounds import SERVED
from benchmarks.scenarios import COLD, MEMORY, SCENARIOS
from benchmarks.tools import OURS, RIVAL

INTRODUCTION: Final = """\
<!-- Written by `make bench`. -->
# Benchmarks

How fast sites are built, beside other static site generators on the same facts. `make bench` measures anew;
`python -m benchmarks --help` tells how to measure less, or more.

**The corpus** is made by seeded chance: N fact sheets in Romanian and in English (2N pages), each with eight
figures on cards, ten mentions of them in about 620 words of prose, five headings, a list, a table and three links.
Sheets of a second corpus say 19 names with digits, too (“Apollo 137”), each in a sentence of its own.

**All generators write** the cards with their evidence, the figures in the prose in each language's form (number,
plural, bound word), the language switcher, `hreflang`, the list of all sheets on the front page, and the sitemap.
Hugo's binary is called directly. Pelican's cache is on. Eleventy is spared the ids of headings. Pelican and MkDocs
share their templates; MkDocs makes each page anew, as its `--dirty` sees no change of a template.

**Ours does more**, and all of that is in its times: every check of the content, a table of all figures and their
sources on each page, CSV and JSON files for each sheet, data for machines in each
page, digests of all files, and publishing all or nothing.

**How.** Generators take turns in every round, on one machine, with a first round that is not counted. A ratio
compares runs of the same round; what stands in the tables is the median over the rounds, with the lowest and the
highest ratio in brackets. After each run the page must show the edit, or the run does not count. What a cold build
finds removed was moved away, and is deleted when all is measured: ext4 is slow to make files where many were deleted
within the last minute. Peak memory is that of all processes together, shared pages counted once, sampled in a run of
its own. Hugo's command line has no incremental build, its preview server has: from save to served page, both preview
servers have been running.
"""

NOTES: Final = "<!-- Written by hand: `make bench` keeps what stands from here to the next heading of two signs. -->"


def report(
    sizes: Sequence[Size],
    formatting: Sequence[tuple[str, float, float]],
    profiles: Mapping[int, Mapping[str, float]] | None = None,
    notes: str = "",
) -> str:
    """Write the page; `notes` are what `notes_of` gives of the page before."""
    ordered = sorted(sizes, key=lambda size: size.corpus)
    parts = [INTRODUCTION, "## Goals", "", *goals(ordered), *growth(ordered), *(["", notes] if notes else [])]
    for size in ordered:
        parts += [
            "",
            f"## {size.title}",
            "",
            sitting(size),
            "",
            *table(size),
            *amounts(size),
        ]
    if profiles:
        parts += ["", "## Where the time goes", "", *shares(profiles)]
    if formatting:
        parts += ["", "## One figure", "", *figures(formatting)]
    return "\n".join(parts) + "\n"


def notes_of(page: str) -> str:
    """What people have written on the page: it stands behind a line that says so, and ends at the next heading."""
    at = page.find(NOTES)
    return page[at : page.index("\n## ", at)].rstrip() if at >= 0 else ""


def shares(profiles: Mapping[int, Mapping[str, float]]) -> Iterator[str]:
    """Write what a cold build spends its time on, for each size: milliseconds and shares."""
    yield "Milliseconds of processor time of a cold build of ours in one process, told from samples. Python's own start"
    yield "is left out."
    yield ""
    yield "| stage | " + " | ".join(f"N = {sheets:,}" for sheets in profiles) + " |"
    yield "|---|" + "---:|" * len(profiles)
    largest = profiles[max(profiles)]
    names = dict.fromkeys([*largest, *(name for found in profiles.values() for name in found)])
    for name in names:
        cells = (
            f"{found.get(name, 0):,.0f} ({found.get(name, 0) / sum(found.values()):.0%})" for found in profiles.values()
        )
        yield f"| {name} | " + " | ".join(cells) + " |"


def sitting(size: Size) -> str:
    """Tell when and on what a size was measured."""
    versions = ", ".join(f"{name} {version}" for name, version in size.versions.items())
    return (
        f"{size.day}, commit {size.commit}. {versions}. {size.machine}. "
        f"Load of the machine when it began: {size.load:.1f}."
    )


def goals(sizes: Sequence[Size]) -> Iterator[str]:
    """Set what was reached beside what is wanted, as ratios to Hugo."""
    yield "Our wall time as a multiple of Hugo's in the same round, and for memory our peak as a multiple of Hugo's;"
    yield "beside it the goal, in brackets. What misses its goal is **bold**; what was not measured yet is a dash."
    yield ""
    found = {size.corpus: size for size in sizes}
    columns = sorted({*itertools.product(CORPORA, SIZES), *found})
    yield (
        "| scenario | " + " | ".join(f"N = {sheets:,}{', names' if names else ''}" for names, sheets in columns) + " |"
    )
    yield "|---|" + "---:|" * len(columns)
    for scenario, wanted in GOALS.items():
        cells = (beside(found.get(each), scenario, wanted.get(each[1])) for each in columns)
        yield f"| {scenario} | " + " | ".join(cells) + " |"


def beside(size: Size | None, scenario: str, goal: float | None) -> str:
    """Write one ratio with its goal."""
    found = None if size is None else to_rival(size, OURS, scenario)
    if found is None:
        return "–"
    if goal is None:
        return f"{found.median:.3g}"
    shown = f"{found.median:.3g}"
    return f"{shown if found.median <= goal else f'**{shown}**'} ({goal:g})"


def to_rival(size: Size, tool: str, scenario: str) -> Ratio | None:
    """Compare a generator with Hugo, by wall time, or by memory where that is what the scenario is for."""
    mine, theirs = size.find(tool, scenario), size.find(RIVAL, scenario)
    if mine is None or theirs is None:
        return None
    if scenario == MEMORY:
        return ratio([run.peak for run in mine.runs], [run.peak for run in theirs.runs])
    return ratio([run.wall for run in mine.runs], [run.wall for run in theirs.runs])


def growth(sizes: Sequence[Size]) -> Iterator[str]:
    """Tell how cold builds, ours and Hugo's, grow from 1,000 to 10,000 sheets."""
    ours, theirs = (exponent(sizes, tool) for tool in (OURS, RIVAL))
    if ours is not None:
        beside = "" if theirs is None else f"; one of Hugo's, in the same rounds, with {theirs:.2f}"
        yield ""
        yield f"From 1,000 to 10,000 sheets a cold build grows with the exponent {ours:.2f} (goal: {GROWTH}){beside}."


def exponent(sizes: Sequence[Size], tool: str) -> float | None:
    """The exponent with which a generator's cold build grows from 1,000 to 10,000 sheets; None if not measured."""
    ends = {size.sheets: size.find(tool, COLD) for size in sizes if not size.names}
    small, large = ends.get(1_000), ends.get(10_000)
    return math.log10(large.wall / small.wall) if small and large else None


def table(size: Size) -> Iterator[str]:
    """Write all that was measured at one size."""
    yield "| scenario | generator | wall s | to Hugo | CPU s | CPU to Hugo | peak MiB |"
    yield "|---|---|---:|---:|---:|---:|---:|"
    for scenario in (*SCENARIOS, SERVED):
        for tool in size.versions:
            series = size.find(tool, scenario)
            if series is not None:
                yield row(size, series)


def amounts(size: Size) -> Iterator[str]:
    """Tell how many files each generator wrote, and how large they are together."""
    each = (
        f"{tool} {much.files:,} files of {much.bytes / 2**20:.1f} MiB together" for tool, much in size.written.items()
    )
    yield ""
    yield f"Written: {'; '.join(each)}."


def row(size: Size, series: Series) -> str:
    """Write the row of one generator in one scenario."""
    found = to_rival(size, series.tool, series.scenario)
    memory = size.find(series.tool, MEMORY) if series.scenario == COLD else None
    rival = size.find(RIVAL, series.scenario)
    cells = [
        series.scenario,
        series.tool,
        f"{series.wall:.3f}",
        f"{found.median:.3g} ({found.low:.3g}–{found.high:.3g})" if found and series.tool != RIVAL else "",
        f"{series.cpu:.2f}" if series.cpu else "",
        f"{series.cpu / rival.cpu:.3g}" if rival and rival.cpu and series.tool != RIVAL else "",
        f"{(memory or series).peak:.0f}" if series.peak else "",
    ]
    return "| " + " | ".join(cells) + " |"


def figures(formatting: Sequence[tuple[str, float, float]]) -> Iterator[str]:
    """Write what one figure costs, beside Babel."""
    yield "Microseconds to write one figure once all caches are warm, beside Babel's own call; mean of six languages."
    yield ""
    yield "| style | ours | Babel | ratio |"
    yield "|---|---:|---:|---:|"
    for style, ours, theirs in formatting:
        yield f"| {style} | {ours:.1f} | {theirs:.1f} | {ours / theirs:.2f} |"
