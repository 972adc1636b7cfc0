"""What was measured, and how it is kept between runs, so that a long run need not be repeated with a short one."""

import json
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final

from benchmarks.measure import Run

FORMAT: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """All rounds of one generator in one scenario."""

    tool: str
    scenario: str
    runs: tuple[Run, ...]

    @property
    def wall(self) -> float:
        """Median seconds."""
        return statistics.median(run.wall for run in self.runs)

    @property
    def cpu(self) -> float:
        """Median seconds of processor time."""
        return statistics.median(run.cpu for run in self.runs)

    @property
    def peak(self) -> float:
        """Median of the peak memory in MiB."""
        return statistics.median(run.peak for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """How much one generator's site is."""

    files: int
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """One size of the corpus, measured in one sitting."""

    sheets: int
    names: int = 0
    """Names with digits that each sheet declares."""
    day: str
    machine: str
    load: float
    commit: str
    versions: Mapping[str, str]
    written: Mapping[str, Written] = field(default_factory=dict)
    series: tuple[Series, ...]

    @property
    def corpus(self) -> tuple[int, int]:
        """What was built: names of a sheet, and sheets."""
        return self.names, self.sheets

    @property
    def title(self) -> str:
        """What was built, in words."""
        sheets = f"{self.sheets:,} sheet{'' if self.sheets == 1 else 's'}"
        return f"{sheets}, {self.names} names each" if self.names else sheets

    def find(self, tool: str, scenario: str) -> Series | None:
        """Give the rounds of a generator in a scenario."""
        return next(
            (each for each in self.series if each.tool == tool and each.scenario == scenario and each.runs), None
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """How many times as much one generator took as another, round by round."""

    median: float
    low: float
    high: float


def ratio(mine: Sequence[float], theirs: Sequence[float]) -> Ratio:
    """Compare two generators in pairs of runs that stood side by side."""
    pairs = [one / other for one, other in zip(mine, theirs, strict=False)]
    return Ratio(median=statistics.median(pairs), low=min(pairs), high=max(pairs))


def save(path: Path, sizes: Sequence[Size]) -> None:
    """Keep the sizes in a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = {"format": FORMAT, "sizes": [asdict(size) for size in sizes]}
    path.write_text(json.dumps(kept, ensure_ascii=False, indent=1), "utf-8")


def load(path: Path) -> list[Size]:
    """Read the sizes that were kept; none when there is no such file or it is of another form."""
    if not path.is_file():
        return []
    kept = json.loads(path.read_text("utf-8"))
    return [read_size(size) for size in kept["sizes"]] if kept["format"] == FORMAT else []


def read_size(kept: Mapping[str, object]) -> Size:
    """Make a size of what JSON gave."""
    fields = dict(kept)
    series, written = fields.pop("series"), fields.pop("written")
    if not isinstance(series, list) or not isinstance(written, dict):
        raise TypeError("the file is not as it was written")
    return Size(
        **fields,  # type: ignore[arg-type]
        written={tool: Written(**each) for tool, each in written.items()},
        series=tuple(
            Series(
                tool=each["tool"],
                scenario=each["scenario"],
                runs=tuple(Run(**run) for run in each["runs"]),
            )
            for each in series
        ),
    )
