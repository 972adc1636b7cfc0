"""What happens to tests whose programs are missing, and what they may leave to chance."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants

TESTS = Path(__file__).resolve().parent
_SYSTEM = re.compile(r"\bSystemRandom\(|\burandom\(|\buuid4\(|\bsecrets\.|\bRandom\(\)")
"""What gives other numbers in each run."""

WANTS = '"""Wants the page checkers."""\n\ndef test_pages(page_checkers):\n    assert page_checkers\n'


def copied(folder: Path) -> None:
    """Put our conftest.py, with what it stands on, into a project with options: without any, pytest looks above it."""
    (folder / "tests").mkdir()
    (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    for name in ("conftest.py", "durations.py", "fonts.py", "programs.py", "progress.py"):
        shutil.copy(TESTS / name, folder / "tests")


def _run(folder: Path, *arguments: str, ci: str) -> str:
    """The output of pytest in a project that has our conftest.py and nothing else."""
    copied(folder)
    (folder / "tests/test_pages.py").write_text(WANTS, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "--rootdir", str(folder), "--basetemp", str(folder / "tmp")]
    command += ["-p", "no:cacheprovider", *arguments, "tests"]
    environment = os.environ | {"CI": ci}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def test_missing_programs_are_not_overlooked(tmp_path: Path) -> None:
    """On a person's machine the tests are skipped, and a banner says which and why."""
    output = _run(tmp_path, ci="")
    assert "1 TESTS WERE NOT RUN" in output
    assert "1 not tested, for want of node_modules (run `make test`)" in output
    assert "1 skipped" in output


def test_missing_programs_fail_in_ci(tmp_path: Path) -> None:
    """Where CI=true, a missing program is a failure."""
    output = _run(tmp_path, ci="true")
    assert "not tested, for want of node_modules" in output
    assert "1 error" in output


def test_tests_can_be_chosen_by_what_they_need(tmp_path: Path) -> None:
    """Tests that use a program carry its mark without saying so."""
    assert "1 deselected" in _run(tmp_path, "-m", "not node", ci="true")


@pytest.mark.parametrize(("ci", "refused"), [("true", True), ("", False)])
def test_golden_files_are_not_rewritten_in_ci(tmp_path: Path, ci: str, *, refused: bool) -> None:
    """`--rewrite-golden` is refused where nobody reads the difference."""
    assert ("not for CI" in _run(tmp_path, "--rewrite-golden", ci=ci)) is refused


def test_golden_files_are_written_by_one_process(tmp_path: Path) -> None:
    """Of several processes each would write what it saw alone."""
    assert "needs -n 0" in _run(tmp_path, "--rewrite-golden", "-n", "2", ci="")


def test_hypothesis_draws_the_same_examples_each_time() -> None:
    """Examples depend on the test alone, and none are kept between runs; `make fuzz` asks for others."""
    assert (settings.get_profile("repeatable").derandomize, settings.get_profile("repeatable").database) == (True, None)
    assert settings.get_profile("fuzz").derandomize is False
    assert settings.get_profile("fuzz").max_examples > settings.get_profile("repeatable").max_examples


def test_hypothesis_draws_the_same_whatever_is_loaded() -> None:
    """No constants of our modules are drawn: which are loaded depends on the tests that ran before in the process."""
    assert providers._get_local_constants() == Constants()  # noqa: SLF001 - there is no public way to ask


def test_all_chance_has_one_seed() -> None:
    """The seed of the run is fixed, no test asks the system for chance, and one that draws is marked `chance`."""
    options = tomllib.loads((TESTS.parent / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["pytest"]["addopts"]
    assert any(re.fullmatch(r"--randomly-seed=\d+", option) for option in options)
    for path in sorted(TESTS.rglob("test_*.py")):
        text = path.read_text(encoding="utf-8")
        assert not re.search(_SYSTEM, text), path
        if re.search(r"(?<![\w.])random\.(?:random|randrange|randint|choice|sample|shuffle)\(", text):
            assert "pytest.mark.chance" in text, path
