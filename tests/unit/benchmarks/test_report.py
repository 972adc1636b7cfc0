"""The page says what was measured, and whether it is what was wanted."""

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import profile as profiling
from benchmarks.measure import Run
from benchmarks.profile import own_times, part, profile, summed
from benchmarks.report import report
from benchmarks.results import Series, Size, Written, load, ratio, save
from benchmarks.scenarios import COLD, MEMORY
from benchmarks.tools import OURS, RIVAL


def series(tool: str, *walls: float, scenario: str = COLD) -> Series:
    """Make rounds with these wall times, half of each spent on the processor, 100 MiB to the second."""
    return Series(
        tool=tool, scenario=scenario, runs=tuple(Run(wall=wall, cpu=wall / 2, peak=wall * 100) for wall in walls)
    )


def size(sheets: int, *found: Series) -> Size:
    """Make a size with these series."""
    return Size(
        sheets=sheets,
        day="2025-11-13",
        machine="a machine",
        load=0.5,
        commit="abc",
        versions={OURS: "1", RIVAL: "2"},
        written={RIVAL: Written(files=1_234, bytes=3 * 2**20)},
        series=found,
    )


def test_ratio() -> None:
    """Ratios pair the runs of one round, so that noise which both had is not in them."""
    assert ratio([1.0, 10.0, 3.0], [2.0, 20.0, 3.0]).median == 0.5
    assert ratio([1.0, 10.0, 3.0], [2.0, 20.0, 3.0]).high == 1.0


def test_missed_goal_is_bold() -> None:
    """A ratio above its goal is bold, one at or below it is not."""
    missed = report([size(100, series(OURS, 2.0), series(RIVAL, 1.0))], [])
    assert "| cold | **2** (1) |" in missed
    met = report([size(100, series(OURS, 1.0), series(RIVAL, 1.0))], [])
    assert "| cold | 1 (1) |" in met


def test_nothing_measured() -> None:
    """What was not measured, or failed, is a dash, and has no row."""
    text = report([size(100, series(OURS), series(RIVAL, 1.0))], [])
    assert "| cold | – |" in text
    assert f"| cold | {OURS} |" not in text


def test_memory() -> None:
    """Memory is compared by its peak, and stands in the row of the cold build."""
    found = [
        *(series(OURS, 1.0), series(RIVAL, 1.0)),
        *(series(OURS, 3.0, scenario=MEMORY), series(RIVAL, 1.0, scenario=MEMORY)),
    ]
    text = report([size(100, *found)], [])
    assert f"| {MEMORY} | **3** (0.3) |" in text
    assert "| cold | factsheet | 1.000 | 1 (1–1) | 0.50 | 1 | 300 |" in text


def test_growth() -> None:
    """Ten times the sheets in ten times the time is growth with the exponent one."""
    small, large = (size(sheets, series(OURS, sheets / 100), series(RIVAL, 1.0)) for sheets in (1_000, 10_000))
    assert "exponent 1.00" in report([large, small], [])
    assert "exponent" not in report([small], [])


def test_amounts() -> None:
    """The page tells how many files were written, since not all generators write the same."""
    assert f"Written: {RIVAL} 1,234 files of 3.0 MiB together." in report([size(100)], [])


def test_formatting() -> None:
    """The cost of a figure stands beside Babel's."""
    assert "| decimal | 2.0 | 8.0 | 0.25 |" in report([], [("decimal", 2.0, 8.0)])


def test_kept(tmp_path: Path) -> None:
    """Results come back as they were, and those of another form are left alone."""
    path = tmp_path / "new" / "results.json"
    sizes = [size(1, series(OURS, 1.5, 2.5)), replace(size(100), load=2.0)]
    assert load(path) == []
    save(path, sizes)
    assert load(path) == sizes
    path.write_text('{"format": 0, "sizes": [{}]}', "utf-8")
    assert load(path) == []


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("/home/me/factsheet/outputs/pages.py", "factsheet.outputs"),
        ("/home/me/factsheet/site.py", "factsheet.site"),
        ("/lib/site-packages/markdown/core.py", "markdown"),
        ("<template>", "templates"),
        ("<frozen importlib._bootstrap>", "importing"),
        ("/lib/python3.11/json/encoder.py", "standard library"),
    ],
)
def test_parts(file: str, name: str) -> None:
    """A function belongs to a part of the engine, to a library, or to Python."""
    assert part((file, 1, "f")) == name


def test_built_in_functions() -> None:
    """The time of a built-in function is its callers'."""
    one, two = ("one.py", 1, "f"), ("two.py", 1, "g")
    stats = {
        one: (1, 1, 1.0, 2.0, {}),
        ("~", 0, "<built-in len>"): (3, 3, 0.75, 0.75, {one: (1, 1, 0.5, 0.5), two: (2, 2, 0.25, 0.25)}),
    }
    assert summed((function[0], seconds) for function, seconds in own_times(stats)) == {"one.py": 1.5, "two.py": 0.25}


def test_profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A real build shows the parts that every build needs, dearest first, and leaves nothing behind."""
    monkeypatch.setattr(profiling, "WORK", tmp_path)
    found, functions = profile(1)
    assert {"markdown", "jinja2", "factsheet.outputs", "factsheet.l10n"} <= set(found)
    assert list(found.values()) == sorted(found.values(), reverse=True)
    assert len(functions) == profiling.DEAREST
    assert list(tmp_path.iterdir()) == []
