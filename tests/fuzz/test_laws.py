"""Laws that do not hold are found by chance, and told in a way that makes tests of them."""

import random
import re
from pathlib import Path

import pytest

from tests.fuzz import __main__ as command
from tests.fuzz.finds import Find, in_report, write
from tests.fuzz.laws import ROOT, files_that_draw, hunt
from tests.fuzz.targets import TARGETS

FALSE_LAW = '''"""A law that does not hold."""

from hypothesis import given
from hypothesis import strategies as st


@given(st.integers(), st.booleans())
def test_numbers_are_small(number: int, other: bool) -> None:
    """It is false."""
    assert number < 1000
'''


PROFILE = """from hypothesis import settings

settings.register_profile("fuzz", deadline=None, database=None)
"""


def false_law(folder: Path) -> Path:
    """Write a test file with a law that does not hold, in a project of its own."""
    (folder / "conftest.py").write_text(PROFILE, encoding="utf-8")
    path = folder / "test_false.py"
    path.write_text(FALSE_LAW, encoding="utf-8")
    return path


def test_a_law_that_does_not_hold_is_found(tmp_path: Path) -> None:
    """The simplest example against a law is given as the line to put above its test."""
    path = false_law(tmp_path)
    find = next(hunt([path], 100, random.Random(1)))  # noqa: S311 (no secret)
    assert find.where == f"{path}::test_numbers_are_small"
    assert "assert 1000 < 1000" in find.what
    assert re.sub(r"\s+", "", find.commit).endswith("@example(number=1000,other=False,)")


def test_a_hunt_ends_when_its_time_is_up(tmp_path: Path) -> None:
    """Without time, or without a file, nothing is run."""
    path = false_law(tmp_path)
    assert list(hunt([path], 0, random.Random(1))) == []  # noqa: S311 (no secret)
    assert list(hunt([path], 0.01, random.Random(1))) == []  # noqa: S311 (no secret)
    assert list(hunt([], 5, random.Random(1))) == []  # noqa: S311 (no secret)


def test_all_files_that_draw_are_known() -> None:
    """Laws of Hypothesis are found, and tests that draw from a seed, but no others."""
    names = {str(path.relative_to(ROOT / "tests")) for path in files_that_draw(ROOT / "tests")}
    assert {"property/test_reading.py", "fuzz/test_targets.py", "hostile/test_trees.py"} <= names
    assert "test_docs.py" not in names


def test_a_failure_without_an_example_is_told_by_its_seed() -> None:
    """A test that draws from a seed is repeated by the command that ran it."""
    (find,) = in_report("tests/test_x.py", "E   assert 1 == 2\n", "python -m pytest --randomly-seed=7")
    assert (find.where, find.what) == ("tests/test_x.py", "    assert 1 == 2")
    assert "--randomly-seed=7" in find.commit


def test_a_find_is_written_once(tmp_path: Path) -> None:
    """The file lists each find one time, however often it is met."""
    one, two = Find("a", "    x", "Do this."), Find("b", "    y", "Do that.")
    paths = {write(tmp_path / "kept", find) for find in (one, two, one)}
    assert [path.read_text(encoding="utf-8") for path in paths] == [
        "# What fuzzing found\n\n## a\n\n    x\n\nDo this.\n\n## b\n\n    y\n\nDo that.\n"
    ]


def test_the_command_tells_what_it_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A find is printed, kept, and written to the file with the bytes to commit; the exit code is 1, else 0."""

    def broken(_: bytes) -> None:
        raise KeyError("x")

    words = ["fuzz", "--seconds", "0.2", "--seed", "1", "--target", "numerals", "--keep", str(tmp_path)]
    monkeypatch.setattr("sys.argv", words)
    assert command.main() == 0
    monkeypatch.setitem(TARGETS, "numerals", broken)
    assert command.main() == 1
    assert "KeyError: 'x'" in capsys.readouterr().out
    told = (tmp_path / "finds.md").read_text(encoding="utf-8")
    assert 'Add it to `SEEDS["numerals"]` in `tests/fuzz/targets.py`' in told
    (kept,) = tmp_path.glob("numerals-*")
    assert repr(kept.read_bytes()) in told
