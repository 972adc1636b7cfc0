"""The goals: how much our wall time, or memory, may be of Hugo's in the same run."""

from collections.abc import Mapping
from typing import Final

from benchmarks.rounds import SERVED
from benchmarks.scenarios import COLD, MEMORY

GOALS: Final[Mapping[str, Mapping[int, float]]] = {
    COLD: {1: 3.4, 100: 3.3, 1_000: 3.3, 10_000: 3.3},
    "nothing changed": {1: 0.2, 100: 0.08, 1_000: 0.035, 10_000: 0.03},
    "one body changed": {1: 3, 100: 0.5, 1_000: 0.12, 10_000: 0.06},
    "one metric changed": {1: 3, 100: 0.6, 1_000: 0.15, 10_000: 0.08},
    "one catalogue entry changed": {1: 3, 100: 1.5, 1_000: 1.5},
    "one template changed": {1: 3, 100: 1.5, 1_000: 1.5},
    SERVED: {100: 0.1, 1_000: 0.1, 10_000: 0.1},
    MEMORY: {1: 0.5, 100: 0.5, 1_000: 0.3, 10_000: 0.25},
}
SIZES: Final = (1, 100, 1_000)
NAMED: Final = 19
"""Names with digits that each sheet of the second corpus declares."""
CORPORA: Final = (0, NAMED)

GROWTH: Final = 1.05
"""The exponent of growth from 1,000 to 10,000 sheets that a cold build may have."""
