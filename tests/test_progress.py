"""What is shown of a run of the tests, and the order in which they are run."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from tests import durations
from tests.progress import Estimate, spoken
from tests.test_conftest import TESTS, copied


def _run(folder: Path, tests: str, *arguments: str) -> str:
    """The output of pytest in a project with these tests, and with a line for each that is done."""
    copied(folder)
    progress = folder / "tests/progress.py"
    progress.write_text(progress.read_text(encoding="utf-8").replace("EVERY: Final = 30.0", "EVERY: Final = 0.0"))
    (folder / "tests/test_some.py").write_text(f'"""Some tests."""\n\nimport pytest\n\n{tests}', encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "--rootdir", str(folder), "-p", "no:cacheprovider", "-p", "no:randomly"]
    command += ["--basetemp", str(folder / "tmp"), "-o", "markers=slow: x", "-o", "console_output_style=classic"]
    done = subprocess.run(
        [*command, *arguments, "tests"],
        cwd=folder,
        env=os.environ | {"CI": "true", "PYTHONPATH": str(TESTS.parent)},
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    return done.stdout


def test_lines_tell_what_is_done_and_the_last_is_the_summary(tmp_path: Path) -> None:
    """Without a terminal each state is a line, a failure is named at once, and pytest has the last word."""
    output = _run(tmp_path, "def test_a():\n    pass\n\n\ndef test_b():\n    assert 0\n")
    assert re.search(r"(?m)^1 of 2 tests done, \d+ s left$", output)
    assert re.search(r"(?m)^FAILED tests/test_some.py::test_b\n2 of 2 tests done, 1 failed, 0 s left$", output)
    assert "\r" not in output
    assert re.fullmatch(r"=+ 1 failed, 1 passed in [\d.]+s =+", output.rstrip("\n").rpartition("\n")[2])
    kept = json.loads((tmp_path / durations.FILE).read_text(encoding="utf-8"))
    assert set(kept) == {"tests/test_some.py::test_a", "tests/test_some.py::test_b"}


def test_workers_begin_with_the_longest(tmp_path: Path) -> None:
    """Each worker begins with a test that took long the last time; the words of `-v` stay."""
    known = {"tests/test_some.py::test_c": 9.0}
    (tmp_path / durations.FILE).parent.mkdir(parents=True)
    (tmp_path / durations.FILE).write_text(json.dumps(known), encoding="utf-8")
    tests = "".join(f"def test_{name}():\n    pass\n\n\n" for name in "abcd")
    output = _run(tmp_path, tests, "-n", "1", "--dist", "worksteal", "-v")
    assert re.findall(r"PASSED tests/test_some.py::test_(\w)", output)[0] == "c"


def test_quick_leaves_out_what_is_slow(tmp_path: Path) -> None:
    """`--quick` runs neither what is marked as slow, nor what took long the last time."""
    known = {"tests/test_some.py::test_b": 0.5, "tests/test_some.py::test_c": 0.1}
    (tmp_path / durations.FILE).parent.mkdir(parents=True)
    (tmp_path / durations.FILE).write_text(json.dumps(known), encoding="utf-8")
    tests = "@pytest.mark.slow\ndef test_a():\n    pass\n\n\ndef test_b():\n    pass\n\n\ndef test_c():\n    pass\n"
    assert "1 passed, 2 deselected" in _run(tmp_path, tests, "--quick")


def test_quick_runs_what_there_is_time_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many quick tests the quickest are chosen, as long as they do not take too long together."""
    monkeypatch.setattr(durations, "MOST_QUICK", 0.5)
    known = {"a": 0.3, "b": 0.1, "c": 0.2, "d": 0.2}
    items = [cast("pytest.Item", _Test(name)) for name in known]
    assert {item.nodeid for item in durations.quickest(items, known)} == {"b", "c", "d"}


@dataclass(frozen=True)
class _Test:
    """A test as far as its time is asked for."""

    nodeid: str

    def iter_markers(self) -> Iterator[pytest.Mark]:
        """It has no marks."""
        return iter(())


def test_time_left_follows_the_pace_of_the_run() -> None:
    """What is left is what earlier runs took, by the pace of this one and shared among its workers."""
    estimate = Estimate({"a": 10.0, "b": 10.0, "c": 20.0}, workers=2, now=100.0)
    assert estimate.left(100.0) == 20.0
    estimate.start("a", 100.0)
    estimate.start("c", 100.0)
    assert estimate.left(103.0) == 17.0
    estimate.finish("a")
    estimate.finish("c")
    assert estimate.left(115.0) == 5.0
    assert 9.0 < estimate.left(130.0) < 10.0


def test_a_test_that_was_never_run_has_no_bad_influence() -> None:
    """A run of tests of no known duration ends with nothing left."""
    estimate = Estimate({}, workers=2, now=0.0)
    estimate.start("a", 1.0)
    estimate.finish("a")
    assert estimate.left(2.0) == 0.0


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.4, "0 s"), (59.4, "59 s"), (61.0, "1 min 01 s"), (600.0, "10 min 00 s")]
)
def test_times_are_spoken(seconds: float, text: str) -> None:
    """Times are given in minutes and seconds."""
    assert spoken(seconds) == text


def _item(file: str, name: str) -> pytest.Item:
    item = SimpleNamespace(path=Path(file), nodeid=f"{file}::{name}", iter_markers=list)
    return cast("pytest.Item", item)


def test_long_files_are_dealt_to_the_pieces_of_the_workers() -> None:
    """Each worker's piece begins with long files, whole and about as long together; all tests are there once."""
    items = [_item(file, str(number)) for file in ("a", "b", "c", "d") for number in range(5)]
    known = {"a::3": 9.0, "b::1": 5.0, "b::4": 6.0, "c::0": 3.0}
    ordered = durations.in_order(items, known, 2)
    assert sorted(item.nodeid for item in ordered) == sorted(item.nodeid for item in items)
    assert [item.nodeid for item in ordered[:2]] == ["b::4", "b::1"]
    assert [item.nodeid for item in ordered[10:11]] == ["a::3"]
    assert {str(item.path) for item in ordered[:5]} == {"b"}
    assert {str(item.path) for item in ordered[10:20]} == {"a", "c"}


def test_a_damaged_file_counts_as_none(tmp_path: Path) -> None:
    """Durations that cannot be read are begun anew."""
    (tmp_path / durations.FILE).parent.mkdir(parents=True)
    for text in ("", "[1]", "{"):
        (tmp_path / durations.FILE).write_text(text, encoding="utf-8")
        assert durations.load(tmp_path) == {}


def test_tests_of_files_that_are_gone_are_forgotten(tmp_path: Path) -> None:
    """What was kept of a file is kept while the file is there, and a partial run changes its own tests only."""
    for name in ("a.py", "b.py"):
        (tmp_path / name).touch()
    durations.save(tmp_path, {"a.py::x": 1.0, "b.py::y": 2.0})
    (tmp_path / "a.py").unlink()
    durations.save(tmp_path, {"b.py::z": 3.0})
    assert durations.load(tmp_path) == {"b.py::y": 2.0, "b.py::z": 3.0}
