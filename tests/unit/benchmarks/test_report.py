"""The page says what was measured, and whether it is what was wanted."""

from dataclasses import replace
from pathlib import Path

from benchmarks.measure import Run
from benchmarks.report import NOTES, notes_of, report
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
    missed = report([size(100, series(OURS, 4.0), series(RIVAL, 1.0))], [])
    assert "| cold | – | **4** (3.3) | – |" in missed
    met = report([size(100, series(OURS, 1.0), series(RIVAL, 1.0))], [])
    assert "| cold | – | 1 (3.3) | – |" in met


def test_what_was_written_by_hand_is_kept() -> None:
    """What stands behind the line that says so goes over to the next page; the figures around it are those of now."""
    sizes = [size(100, series(OURS, 2.0), series(RIVAL, 1.0))]
    page = report(sizes, []).replace("\n## 100 sheets", f"\n{NOTES}\n\nA note.\n\n### More\n\n## 100 sheets")
    assert notes_of(report(sizes, [])) == ""
    again = report(sizes, [], notes=notes_of(page))
    assert again == page.replace("### More\n\n\n## 100", "### More\n\n## 100")
    assert "A note." in again


def test_nothing_measured() -> None:
    """What was not measured, or failed, is a dash, and has no row."""
    text = report([size(100, series(OURS), series(RIVAL, 1.0))], [])
    assert "| cold | – |" in text
    assert f"| cold | {OURS} |" not in text


def test_both_corpora() -> None:
    """Each corpus has its columns among the goals and its sections, those with names behind the others."""
    plain, named = size(1_000, series(OURS, 2.0), series(RIVAL, 1.0)), size(1, series(OURS, 3.0), series(RIVAL, 1.0))
    text = report([replace(named, names=19), plain], [])
    assert "| N = 1,000 | N = 1, names | N = 100, names | N = 1,000, names |" in text
    assert "| cold | – | – | 2 (3.3) | 3 (3.4) | – | – |" in text
    assert text.index("## 1,000 sheets\n") < text.index("## 1 sheet, 19 names each\n")


def test_memory() -> None:
    """Memory is compared by its peak, and stands in the row of the cold build."""
    found = [
        *(series(OURS, 1.0), series(RIVAL, 1.0)),
        *(series(OURS, 3.0, scenario=MEMORY), series(RIVAL, 1.0, scenario=MEMORY)),
    ]
    text = report([size(100, *found)], [])
    assert f"| {MEMORY} | – | **3** (0.5) | – |" in text
    assert "| cold | factsheet | 1.000 | 1 (1–1) | 0.50 | 1 | 300 |" in text


def test_growth() -> None:
    """Ten times the sheets in ten times the time is growth with the exponent one; Hugo's stands beside it."""
    small, large = (size(sheets, series(OURS, sheets / 100), series(RIVAL, 1.0)) for sheets in (1_000, 10_000))
    assert "exponent 1.00 (goal: 1.05); one of Hugo's, in the same rounds, with 0.00." in report([large, small], [])
    assert "exponent" not in report([small], [])
    alone = [size(each.sheets, *each.series[:1]) for each in (small, large)]
    assert "exponent 1.00 (goal: 1.05)." in report(alone, [])


def test_amounts() -> None:
    """The page tells how many files were written, since not all generators write the same."""
    assert f"Written: {RIVAL} 1,234 files of 3.0 MiB together." in report([size(100)], [])


def test_formatting() -> None:
    """The cost of a figure stands beside Babel's."""
    assert "| decimal | 2.0 | 8.0 | 0.25 |" in report([], [("decimal", 2.0, 8.0)])


def test_kept(tmp_path: Path) -> None:
    """Results come back as they were, and those of another form are left alone."""
    path = tmp_path / "new" / "results.json"
    sizes = [size(1, series(OURS, 1.5, 2.5)), replace(size(100), load=2.0, names=19)]
    assert load(path) == []
    save(path, sizes)
    assert load(path) == sizes
    path.write_text('{"format": 0, "sizes": [{}]}', "utf-8")
    assert load(path) == []


def test_the_profile_stands_on_the_page() -> None:
    """What a build spends its time on is told for each size, with the stages of the largest first."""
    page = report([], [], {1: {"importing": 30.0, "Markdown": 10.0}, 100: {"Markdown": 900.0, "importing": 100.0}})
    assert "| stage | N = 1 | N = 100 |\n|---|---:|---:|\n| Markdown | 10 (25%) | 900 (90%) |\n" in page
