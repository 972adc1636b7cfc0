"""The two commands, the locks and the files around them."""

import ast
import os
import re
import shutil
import stat
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from scripts.dependencies import find

ROOT = Path(__file__).resolve().parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
INTERNAL_TARGETS = {"environment", "tools"}
BARE_PYTHON = [sys.executable, "-S"]
"""An interpreter without the packages of its environment."""


# ---- build.py ----


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with build.py and an engine that prints its arguments and returns their number."""
    shutil.copy(ROOT / "build.py", tmp_path)
    (tmp_path / "factsheet").mkdir()
    (tmp_path / "factsheet/__init__.py").touch()
    engine = "import sys\ndef main():\n    print('engine', *sys.argv[1:])\n    return len(sys.argv) - 1\n"
    (tmp_path / "factsheet/cli.py").write_text(engine, encoding="utf-8")
    return tmp_path


def _environment(checkout: Path, place: str, command: str) -> None:
    python = checkout / ".venv" / place
    python.parent.mkdir(parents=True)
    python.write_text(f"#!/bin/sh\n{command}\n", encoding="utf-8")
    python.chmod(0o755)


def _build(checkout: Path, *arguments: str, python: list[str]) -> subprocess.CompletedProcess[str]:
    command = [*python, str(checkout / "build.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)


def test_build_py_runs_the_engine(checkout: Path) -> None:
    """With the packages at hand, build.py exits with what the engine returns."""
    done = _build(checkout, "check", "--strict", python=[sys.executable])
    assert (done.returncode, done.stdout, done.stderr) == (2, "engine check --strict\n", "")


@pytest.mark.parametrize("place", ["bin/python", "Scripts/python.exe"])
def test_build_py_hands_over_to_the_environment(checkout: Path, place: str) -> None:
    """Without the packages, the interpreter of .venv is run with the same arguments."""
    _environment(checkout, place, f'exec "{sys.executable}" "$@"')
    done = _build(checkout, "status", python=BARE_PYTHON)
    assert (done.returncode, done.stdout, done.stderr) == (1, "engine status\n", "")


def test_build_py_names_the_command_to_run(checkout: Path) -> None:
    """Without the packages and without .venv, one line says what to run, and the exit code is 2."""
    done = _build(checkout, python=BARE_PYTHON)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "This Python lacks the site's packages: run `make`, which prepares .venv\n"


def test_build_py_does_not_hand_over_twice(checkout: Path) -> None:
    """An environment without the packages ends in the same line, not in a loop."""
    _environment(checkout, "bin/python", f'exec "{sys.executable}" -S "$@"')
    done = _build(checkout, python=BARE_PYTHON)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "run `make`" in done.stderr


def test_build_py_is_readable_to_old_pythons() -> None:
    """build.py parses as Python 3.6, so that an old Python can say that it is too old."""
    text = (ROOT / "build.py").read_text(encoding="utf-8")
    assert isinstance(ast.parse(text, feature_version=(3, 6)), ast.Module)


# ---- the scripts ----


def test_the_environment_is_kept_while_the_lock_is_the_same(tmp_path: Path) -> None:
    """Nothing is installed when .venv works and holds a copy of the lock."""
    (tmp_path / "some.lock").write_text("a lock\n", encoding="utf-8")
    _environment(tmp_path, "bin/python", 'echo "$@" >>calls; exit 0')
    shutil.copy(tmp_path / "some.lock", tmp_path / ".venv")
    done = subprocess.run([ROOT / "scripts/bootstrap.sh", "some.lock"], cwd=tmp_path, capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"", b"")
    assert "pip install" not in (tmp_path / "calls").read_text(encoding="utf-8")


def test_a_changed_lock_is_installed_with_hashes_and_wheels_only(tmp_path: Path) -> None:
    """A lock that differs from the one installed is installed, hashes required, wheels only."""
    for name in ("requirements.lock", "requirements-dev.lock"):
        (tmp_path / name).write_text(f"{name}\n", encoding="utf-8")
    _environment(tmp_path, "bin/python", 'echo "$@" >>calls; exit 0')
    command = [str(ROOT / "scripts/bootstrap.sh"), "requirements.lock", "requirements-dev.lock"]
    subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    (install,) = [line for line in (tmp_path / "calls").read_text(encoding="utf-8").splitlines() if " install " in line]
    assert "--require-hashes --only-binary :all: -r requirements-dev.lock" in install
    assert {path.name for path in (tmp_path / ".venv").glob("*.lock")} == {
        "requirements.lock",
        "requirements-dev.lock",
    }


def test_an_unusable_python_is_named(tmp_path: Path) -> None:
    """PYTHON naming no recent Python ends in exit code 2 and one line."""
    environment = os.environ | {"PYTHON": str(tmp_path / "python2")}
    done = subprocess.run(
        [ROOT / "scripts/bootstrap.sh", "x.lock"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (2, f"PYTHON={tmp_path}/python2 is no Python 3.11 or later\n")


def test_a_missing_browser_is_no_failure(tmp_path: Path) -> None:
    """Where no Chromium is found, nothing is printed but a line that says so, and the exit code is 0."""
    script = ROOT / "scripts/browser.sh"
    done = subprocess.run(
        ["/bin/sh", script],
        cwd=tmp_path,
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == ""
    assert "CHROMIUM=" in done.stderr


@pytest.mark.parametrize("script", sorted(path.name for path in (ROOT / "scripts").glob("*.sh")))
def test_shell_scripts_are_sound(script: str) -> None:
    """Each script parses as POSIX shell and may be run."""
    path = ROOT / "scripts" / script
    assert path.stat().st_mode & stat.S_IXUSR
    subprocess.run(["/bin/sh", "-n", path], check=True)


# ---- make ----


def _targets() -> set[str]:
    (phony,) = re.findall(r"(?m)^\.PHONY: ((?:.*\\\n)*.*)$", MAKEFILE)
    return set(re.findall(r"[a-z-]+", phony)) - INTERNAL_TARGETS


def test_every_target_is_documented() -> None:
    """Each make target has a line in `make help` and a place in CONTRIBUTING.md."""
    explained = set(re.findall(r"(?m)^([a-z-]+):[^#\n]*## \S", MAKEFILE))
    manual = set(re.findall(r"`make ([a-z-]+)", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")))
    assert explained == _targets()
    assert _targets() - manual == set()


def test_help_lists_the_targets() -> None:
    """`make help` prints every target once."""
    done = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert set(re.findall(r"(?m)^ +make ([a-z-]+)", done.stdout)) == _targets()


def test_ci_runs_what_people_run() -> None:
    """.ci/run may be executed, parses, and calls `make check` last."""
    script = ROOT / ".ci/run"
    assert script.stat().st_mode & stat.S_IXUSR
    subprocess.run(["bash", "-n", script], check=True)
    assert script.read_text(encoding="utf-8").rstrip("\n").rpartition("\n")[2].endswith(" check </dev/null")


def test_hooks_use_the_locked_tools() -> None:
    """The pre-commit hooks clone nothing: each runs a program of .venv."""
    text = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    entries = re.findall(r"(?m)^ +entry: (.+)$", text)
    assert entries
    assert [entry for entry in entries if not entry.startswith(".venv/bin/")] == []
    assert re.findall(r"(?m)^ +- repo: (.+)$", text) == ["local"]


# ---- the locks ----


def test_dependencies_are_locked_licensed_and_whole() -> None:
    """Every dependency is pinned by hash, under a licence allowed here, and without a known hole."""
    assert list(find()) == []


def test_locks_name_no_place() -> None:
    """No lock says where packages were fetched from: each machine's own settings do."""
    for name in ("requirements.lock", "requirements-dev.lock"):
        assert "://" not in (ROOT / name).read_text(encoding="utf-8")
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text(encoding="utf-8")


# ---- the files around ----


def _tracked() -> list[str]:
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]


def _texts() -> dict[str, str]:
    return {name: (ROOT / name).read_bytes().decode("utf-8", "replace") for name in _tracked()}


def test_no_file_names_a_registry() -> None:
    """No tracked file names the host of a package registry: the clients' own settings do."""
    host = re.compile(r"\b(?:pypi|pythonhosted|registry\.npmjs|npmjs|crates|deb\.debian)\.(?:org|com|io)\b")
    assert {name: found[0] for name, text in _texts().items() if (found := host.search(text))} == {}


def test_no_file_names_this_machine() -> None:
    """No tracked file holds the path of a checkout or of somebody's home."""
    places = [re.escape(str(ROOT)), r"/home/(?!you\b|me\b|editor\b)[a-z]+/", r"/Users/[A-Za-z]+/", r"/roo[t]/"]
    path = re.compile(rf"(?<![\w./-])(?:{'|'.join(places)})")
    assert {name: found[0] for name, text in _texts().items() if (found := path.search(text))} == {}


def test_nothing_built_is_tracked() -> None:
    """No built site, cache, environment, compiled catalogue or private source is in the repository."""
    built = re.compile(r"^(?:public|dist|sources|node_modules|\.venv|\.cache)/|/__pycache__/|\.(?:mo|pyc)$")
    assert [name for name in _tracked() if built.search(name)] == []


def test_licences_are_there() -> None:
    """The code is under MIT, the site's text under CC BY 4.0 with its address."""
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License\n")
    content = (ROOT / "LICENSE-CONTENT").read_text(encoding="utf-8")
    assert "CC BY 4.0" in content
    assert "https://creativecommons.org/licenses/by/4.0/" in content


def test_exceptions_have_reasons() -> None:
    """Every rule of style that is switched off says why, on its own line or its list's."""
    section = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    start, end = section.index("[tool.ruff.lint]"), section.index("[tool.ruff.lint.flake8")
    lines = [line for line in section[start:end].splitlines() if re.search(r'"[A-Z]+[0-9]*",?\]?', line)]
    assert [line for line in lines if "#" not in line and "ALL" not in line] == []


def test_the_coverage_limit_stands_in_one_place() -> None:
    """At least 95 % of lines and branches must be reached, and only pyproject.toml says so."""
    assert PYPROJECT["tool"]["coverage"]["report"]["fail_under"] >= 95
    assert PYPROJECT["tool"]["coverage"]["run"]["branch"] is True
    assert "fail-under" not in MAKEFILE
