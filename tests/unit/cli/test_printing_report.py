"""How findings look in a terminal."""

import io
from pathlib import Path

from factsheet.cli.printing import report_lines, wants_colour
from factsheet.core.codes import report
from factsheet.core.problems import Place, Problem
from factsheet.tools.findings import words_of


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        """Whether somebody reads along: always."""
        return True


def _lines(root: Path, *problems: Problem, colour: bool = False) -> list[str]:
    return list(report_lines(root, problems, words_of("en"), colour=colour))


def test_a_finding_is_place_message_fix_and_line(tmp_path: Path) -> None:
    """The first line is what editors and compilers read; then the fix, then the line with a caret."""
    (tmp_path / "a.md").write_text("---\ntitel: X\n---\n", encoding="utf-8")
    problem = report("F007", Place("a.md", 2, 1), variant="suggest", key="titel", suggestion="title", known="title")
    assert _lines(tmp_path, problem) == [
        "a.md:2:1: F007 `titel` is not a key that is known here",
        "    did you mean `title`?",
        "      2 | titel: X",
        "        | ^",
    ]


def test_files_are_set_apart(tmp_path: Path) -> None:
    """An empty line stands between the findings of two files."""
    assert _lines(tmp_path, report("F003", Place("a")), report("F003", Place("b")))[2] == ""


def test_what_is_left_out_is_counted(tmp_path: Path) -> None:
    """Where a file has too many findings, the last line counts those that are not shown."""
    lines = _lines(tmp_path, *(report("F003", Place("a", line)) for line in range(1, 80)))
    assert lines[-1] == "… and 29 more in a"
    files = [report("F003", Place(f"{file}", line)) for file in range(11) for line in range(1, 51)]
    assert _lines(tmp_path, *files)[-1] == "… and 50 more in 1 other files"


def test_colours_change_nothing_else(tmp_path: Path) -> None:
    """Coloured lines without their escapes are the plain lines."""
    import re

    problem = report("F003", Place("a"))
    coloured = [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in _lines(tmp_path, problem, colour=True)]
    assert coloured == _lines(tmp_path, problem)


def test_colour_is_for_terminals_that_want_it() -> None:
    """Colours are for terminals; NO_COLOR and a dumb terminal do without, FORCE_COLOR has them everywhere."""
    terminal, file = _Terminal(), io.StringIO()
    assert wants_colour(terminal, {"TERM": "xterm"})
    assert not wants_colour(file, {"TERM": "xterm"})
    assert not wants_colour(terminal, {"TERM": "dumb"})
    assert not wants_colour(terminal, {"TERM": "xterm", "NO_COLOR": "1"})
    assert not wants_colour(file, {"NO_COLOR": "1", "FORCE_COLOR": "1"})
    assert wants_colour(file, {"FORCE_COLOR": "1"})
