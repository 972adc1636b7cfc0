"""Whether a cold build has become slower: its processor time beside Hugo's, held against what is recorded."""

import shutil
import tomllib
from collections.abc import Callable
from typing import Final

from benchmarks.results import ratio
from benchmarks.rounds import Tell, places, taken
from benchmarks.scenarios import COLD
from benchmarks.tools import Tool
from benchmarks.tools.places import BENCHMARKS, WORK

SHEETS: Final = 100
ROUNDS: Final = 3
SLACK: Final = 1.15
"""How far above the recorded ratio a measured one may lie: machines differ, and so do two runs on one."""


def recorded() -> float:
    """Give how many times Hugo's processor time a cold build is allowed, slack aside."""
    with (BENCHMARKS / "recorded.toml").open("rb") as file:
        return float(tomllib.load(file)["cold_cpu"])


def has_risen(allowed: float, measure: Callable[[], float], tell: Tell) -> bool:
    """Tell whether the ratio lies above what is allowed by more than the slack; what rises is measured once more."""
    for attempt in ("", "once more: "):
        found = measure()
        tell(f"{attempt}{found:.1f} times the processor time of Hugo; recorded {allowed:.1f}")
        if found <= allowed * SLACK:
            return False
    tell(f"a cold build takes over {SLACK - 1:.0%} more than is recorded: make it faster, or say why in recorded.toml")
    return True


def cold_ratio(ours: Tool, rival: Tool, tell: Tell, *, sheets: int = SHEETS) -> float:
    """Build the corpus from nothing in turn; give the median of how many times the rival's processor time is ours.

    A generator that fails tells why, and raises StatisticsError.
    """
    folder = WORK / "gate"
    try:
        mine, theirs = (series.runs for series in taken(places(folder, [ours, rival], sheets), COLD, ROUNDS, tell))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return ratio([run.cpu for run in mine], [run.cpu for run in theirs]).median
