"""Other Pythons of the machine, each with the locked packages in an environment of its own.

An interpreter is looked for where people and CI keep them: named by `FACTSHEET_PYTHON3_12` and the like, on the
PATH, in the folders of pyenv and uv, and in the tool cache of hosted runners. Environments are kept in
`.cache/pythons`, one for each state of `requirements.lock`.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from tests.support import ROOT

LOCK: Final = ROOT / "requirements.lock"
KEPT: Final = ROOT / ".cache/pythons"
SECONDS: Final = 240
"""The most that making an environment may take."""


class Unavailable(Exception):
    """There is no such Python here, or its packages cannot be installed; the text says which."""


def python_with_packages(version: str) -> Path:
    """Give a Python of a version such as `3.12` that has the locked packages; raises Unavailable."""
    named = os.environ.get(f"FACTSHEET_PYTHON{version.replace('.', '_')}")
    if named:
        return Path(named)
    python = next((one for one in candidates(version, os.environ) if _is(one, version)), None)
    if python is None:
        raise Unavailable(f"a Python {version} (put python{version} on the PATH)")
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()[:12]
    environment = KEPT / f"{version}-{digest}"
    if not _has_packages(environment):
        _make(python, environment)
    return environment / "bin/python"


def candidates(version: str, variables: Mapping[str, str]) -> Iterator[Path]:
    """Where a Python of this version may lie, the PATH first, then the newest of each place."""
    on_path = shutil.which(f"python{version}", path=variables.get("PATH", ""))
    if on_path:
        yield Path(on_path)
    home = Path(variables.get("HOME", "/"))
    places = (
        (Path(variables.get("PYENV_ROOT", home / ".pyenv")) / "versions", f"{version}.*/bin/python"),
        (home / ".local/share/uv/python", f"cpython-{version}.*/bin/python{version}"),
        (Path(variables.get("RUNNER_TOOL_CACHE", "/opt/hostedtoolcache")) / "Python", f"{version}.*/*/bin/python"),
    )
    for folder, pattern in places:
        yield from sorted(folder.glob(pattern), reverse=True)


def _is(python: Path, version: str) -> bool:
    """Whether a file is a working Python of the version: a shim of pyenv may stand for none."""
    asked = "import sys, venv, ensurepip; print('%d.%d' % sys.version_info[:2])"
    try:
        done = subprocess.run([python, "-Ic", asked], capture_output=True, text=True, check=False, timeout=600)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and done.stdout.rstrip("\n") == version


def _has_packages(environment: Path) -> bool:
    asked = "import babel, jinja2, markdown, nh3, yaml"
    try:
        done = subprocess.run([environment / "bin/python", "-Ic", asked], capture_output=True, check=False, timeout=600)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _make(python: Path, environment: Path) -> None:
    """Make the environment beside its place and move it there, so that only whole ones are ever found."""
    KEPT.mkdir(parents=True, exist_ok=True)
    stage = KEPT / f"{environment.name}.{os.getpid()}"
    pip = (sys.executable, "-Im", "pip", "--python", stage / "bin/python", "install", "--no-compile", "--quiet")
    try:
        _run(python, "-Im", "venv", "--without-pip", "--clear", stage)
        _run(
            *pip,
            "--disable-pip-version-check",
            "--no-input",
            "--no-deps",
            "--require-hashes",
            "--only-binary",
            ":all:",
            "-r",
            LOCK,
        )
        shutil.rmtree(environment, ignore_errors=True)
        stage.rename(environment)
    except OSError as error:
        if not _has_packages(environment):  # else another run was faster
            raise Unavailable(f"an environment of {python}: {error}") from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _run(*command: str | Path) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=SECONDS)
    except subprocess.TimeoutExpired as error:
        raise Unavailable(f"{SECONDS} more seconds for {command[0]}") from error
    if done.returncode:
        raise Unavailable(f"the locked packages for {command[0]}: {done.stderr[-300:]}")
