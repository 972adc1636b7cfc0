"""The two commands, the locks and the files around them."""

import ast
import os
import platform
import re
import shutil
import stat
import subprocess
import sys
import tomllib
from importlib import metadata
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
    """A folder with build.py and an engine that prints its arguments and ends with their number."""
    shutil.copy(ROOT / "build.py", tmp_path)
    (tmp_path / "factsheet").mkdir()
    (tmp_path / "factsheet/__init__.py").touch()
    engine = "import sys\ndef command(prepare):\n    prepare()\n    print('engine', *sys.argv[1:])\n"
    engine += "    sys.exit(len(sys.argv) - 1)\n"
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
    """With the packages at hand, the engine ends the command."""
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


@pytest.mark.parametrize(("ends_with", "runs"), [(0, True), (1, False)])
def test_the_headless_shell_is_unpacked_by_anybody(tmp_path: Path, ends_with: int, *, runs: bool) -> None:
    """Where apt has it, the shell is fetched once and found in the cache; one that does not run is left alone."""
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("cat", "chmod", "mkdir", "mv", "rm"):
        (tools / name).symlink_to(str(shutil.which(name)))
    unpack = f'folder="$3/usr/lib/chromium"; mkdir -p "$folder"; echo "exit {ends_with}" >"$folder/$SHELL"'
    for name, script in {
        "apt-cache": "",
        "apt-get": f'echo "$@" >>"{tmp_path}/calls"; echo >one.deb',
        "dpkg-deb": f'SHELL=chromium-headless-shell; {unpack}; chmod +x "$folder/$SHELL"',
        "chromium": "",
    }.items():
        (tools / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (tools / name).chmod(0o755)
    command: list[str | Path] = ["/bin/sh", ROOT / "scripts/browser.sh", "--fetch"]
    for _ in "ab":
        done = subprocess.run(
            command, cwd=tmp_path, env={"PATH": str(tools)}, capture_output=True, text=True, check=True
        )
        kept = tmp_path / ".cache/browser/usr/lib/chromium/chromium-headless-shell"
        assert done.stdout == f"{kept if runs else tools / 'chromium'}\n"
    calls = (tmp_path / "calls").read_text(encoding="utf-8")
    assert calls == "download -q chromium-common chromium-headless-shell\n"


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


def test_the_two_parts_of_the_tests_are_all_of_them() -> None:
    """What `make coverage` leaves out is run by `make system`, and each folder of tests by one of both."""
    command = [str(shutil.which("make")), "-n", "coverage", "system"]
    plain = {**os.environ, "MAKEFLAGS": ""}
    said = subprocess.run(command, cwd=ROOT, env=plain, capture_output=True, text=True, check=True).stdout
    watched, others = (part.split() for part in re.split(r"--cov ", said, maxsplit=1)[1].split("--dist worksteal"))
    left_out = [word.removeprefix("--ignore=") for word in watched if word.startswith("--ignore=")]
    assert left_out
    assert set(left_out) <= set(others)
    run = {word.rstrip("/") for word in (*watched, *others)}
    homes = {path.relative_to(ROOT).parts[:2] for path in (ROOT / "tests").rglob("test_*.py")}
    assert {"/".join(home) for home in homes} - run == set()


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


def test_ci_tells_first_what_it_runs_on() -> None:
    """.ci/run prints the machine before anything is installed, and `make check` again when all is there."""
    lines = (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()
    assert lines.index("scripts/machine.sh") < lines.index("missing=()")
    assert re.search(r"(?m)^check: machine ", MAKEFILE)


def test_the_machine_is_told() -> None:
    """Each program that tests run on has its line, with the release of the environment at hand."""
    done = subprocess.run([ROOT / "scripts/machine.sh"], cwd=ROOT, capture_output=True, text=True, check=True)
    told = {line.split()[0]: line.split()[1] for line in done.stdout.splitlines()}
    assert list(told) == ["System", "Python", "pip", "Node.js", "npm", "Chromium"]
    assert told["Python"] == platform.python_version()
    assert told["pip"] == metadata.version("pip")
    assert done.stderr == ""


def test_what_is_not_there_yet_is_told(tmp_path: Path) -> None:
    """Before anything is installed the same lines are printed, and the exit code is 0."""
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    script = [tmp_path / "scripts/machine.sh"]
    variables = os.environ | {"PYTHON": "/nowhere/python3"}
    done = subprocess.run(script, cwd=tmp_path, env=variables, capture_output=True, text=True, check=True)
    absent = [line.split()[0] for line in done.stdout.splitlines() if line.endswith(" not yet installed")]
    assert absent[:4] == ["Python", "pip", "Node.js", "npm"]


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
    for path in ROOT.glob("requirements*.lock"):
        assert "://" not in path.read_text(encoding="utf-8")
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text(encoding="utf-8")


def test_nothing_is_resolved_on_the_day() -> None:
    """Whatever installs or fetches packages takes them from a lock, by hash, and resolves nothing."""
    files = [ROOT / "Makefile", *ROOT.glob("scripts/*.sh"), *ROOT.glob(".ci/*"), *ROOT.glob(".github/workflows/*")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files).replace("\\\n", " ")
    commands = re.findall(r"(?m)^[^#\n]*\bpip (?:install|download|wheel)\b.*$", text)
    assert commands
    assert [each for each in commands if not {"--no-deps", "--require-hashes"} <= set(each.split())] == []
    assert set(re.findall(r"\bnpm ([a-z-]+)", re.sub(r"(?m)#.*$", "", text))) == {"ci", "--version"}


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
