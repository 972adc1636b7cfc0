"""Findings by file, in words."""

from pathlib import Path

from factsheet.core.codes import report
from factsheet.core.problems import Place, Problem
from factsheet.tools.findings import IN_ALL, PER_FILE, make_report, words_of

EN = words_of("en")


def _typo(path: str, line: int) -> Problem:
    return report("F003", Place(path, line))


def test_findings_stand_by_file(tmp_path: Path) -> None:
    """Each file is a group, in the order of paths and lines."""
    made = make_report(tmp_path, [_typo("b", 2), _typo("a", 1), _typo("b", 1)], EN)
    assert [(group.path, [found.place.line for found in group.findings]) for group in made.groups] == [
        ("a", [1]),
        ("b", [1, 2]),
    ]


def test_causes_stand_before_what_they_cause(tmp_path: Path) -> None:
    """A file whose front matter is at fault comes before one that only refers to it."""
    follows = report("R501", Place("a"), target="x", known="y")
    made = make_report(tmp_path, [follows, _typo("b", 1)], EN)
    assert [group.path for group in made.groups] == ["b", "a"]


def test_many_findings_are_counted(tmp_path: Path) -> None:
    """Beyond the limit of a file, and beyond the limit of all, findings are counted and not shown."""
    files = [f"{number:03}" for number in range(20)]
    problems = [_typo(path, line) for path in files for line in range(1, 101)]
    made = make_report(tmp_path, problems, EN)
    assert made.groups[0].hidden == 100 - PER_FILE
    assert sum(len(group.findings) for group in made.groups) == IN_ALL
    assert (made.hidden, made.hidden_files) == (1000, 10)
    everything = make_report(tmp_path, problems, EN, capped=False)
    assert sum(len(group.findings) for group in everything.groups) == 2000


def test_errors_are_shown_rather_than_warnings(tmp_path: Path) -> None:
    """Where not all can be shown, errors are."""
    warnings = [report("T601", Place("a", line), language="x", other="y") for line in range(1, 100)]
    made = make_report(tmp_path, [*warnings, _typo("a", 200)], EN)
    assert made.groups[0].findings[-1].code == "F003"


def test_the_line_is_read_from_the_site(tmp_path: Path) -> None:
    """The line of a finding is that of the file; a file that is not there, or is outside, is none."""
    (tmp_path / "a.md").write_text("\ufeffone\ntwo\n", encoding="utf-8")
    made = make_report(tmp_path, [_typo("a.md", 2), _typo("../a.md", 1), _typo("none", 1)], EN)
    lines = {group.path: group.findings[0].excerpt for group in made.groups}
    assert lines["a.md"] is not None
    assert lines["a.md"].text == "two"
    assert lines["../a.md"] is lines["none"] is None
