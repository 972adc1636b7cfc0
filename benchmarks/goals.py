"""The goals: how much our wall time, or memory, may be of Hugo's in the same run."""

from collections.abc import Mapping
from typing import Final

from benchmarks.rounds import SERVED
from benchmarks.scenarios import COLD, MEMORY

GOALS: Final[Mapping[str, Mapping[int, float]]] = {
    COLD: {1: 1.25, 100: 1.0, 1_000: 0.9, 10_000: 0.95},
    "nothing changed": {1: 0.2, 100: 0.05, 1_000: 0.02, 10_000: 0.01},
    "one body changed": {1: 0.75, 100: 0.2, 1_000: 0.04, 10_000: 0.02},
    "one metric changed": {1: 1.3, 100: 0.3, 1_000: 0.06, 10_000: 0.03},
    SERVED: {100: 0.1, 1_000: 0.1},
    MEMORY: {1: 0.5, 100: 0.3, 1_000: 0.15, 10_000: 0.1},
}
GROWTH: Final = 1.05
"""The exponent of growth from 1,000 to 10,000 sheets that a cold build may have."""
