"""Write the lock files: what the site needs, what working on it needs, installers, and the page checkers.

    python -m scripts.lock [--upgrade]

The lock of a site holds its dependencies; the development lock holds those at the same versions, every
extra and the group `dev`; the third holds the group `installers`. All carry the hash of every wheel of a
release, so that they install on any machine. They are resolved with the oldest Python supported, for which
the most packages are needed.
"""

import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable
from pathlib import Path

from scripts.locks import DEVELOPMENT, INSTALLERS, ROOT, RUNTIME

OLDEST = (3, 11)
MACHINES = (
    ("3.11", "macosx_11_0_arm64", "macosx_14_0_arm64"),
    ("3.12", "macosx_11_0_arm64", "macosx_14_0_arm64"),
    ("3.12", "win_amd64"),
    ("3.13", "macosx_11_0_arm64", "macosx_14_0_arm64"),
    ("3.13", "manylinux2014_x86_64", "manylinux_2_17_x86_64", "manylinux_2_28_x86_64"),
    ("3.13", "macosx_10_13_x86_64", "macosx_14_0_x86_64"),
    ("3.14", "manylinux2014_x86_64", "manylinux_2_17_x86_64", "manylinux_2_28_x86_64"),
    ("3.14", "macosx_11_0_arm64", "macosx_14_0_arm64"),
)
"""Versions of Python and the wheel platforms of machines on which all locks must install.

Environment markers are taken as on the machine at hand: a package for one system alone is not proved.
"""


def main(arguments: list[str]) -> int:
    """Write all locks; `arguments` are handed to pip-compile."""
    if sys.version_info[:2] != OLDEST:
        print(f"make lock: use Python {OLDEST[0]}.{OLDEST[1]}, the oldest supported", file=sys.stderr)
        return 2
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    needed: list[str] = pyproject["project"]["dependencies"]
    extras: dict[str, list[str]] = pyproject["project"]["optional-dependencies"]
    groups: dict[str, list[str]] = pyproject["dependency-groups"]
    _compile(RUNTIME, needed, arguments)
    _compile(
        DEVELOPMENT,
        [*needed, *(each for extra in extras.values() for each in extra), *groups["dev"]],
        arguments,
        RUNTIME,
    )
    _compile(INSTALLERS, groups["installers"], arguments)
    _lock_page_checkers()
    for lock in (RUNTIME, DEVELOPMENT, INSTALLERS):
        for version, *platforms in MACHINES:
            _prove_installable(lock, version, platforms)
    return 0


def _compile(lock: Path, needed: Iterable[str], arguments: Iterable[str], constraint: Path | None = None) -> None:
    command = [
        sys.executable,
        "-P",  # build.py beside it is not the package of that name
        "-m",
        "piptools",
        "compile",
        "--quiet",
        *arguments,
        "--output-file",
        lock.name,
        "-",
    ]
    if constraint:
        command[-1:-1] = ["--constraint", constraint.name]
    environment = os.environ | {"CUSTOM_COMPILE_COMMAND": "make lock"}
    wanted = "\n".join(needed)
    subprocess.run(command, cwd=ROOT, input=wanted, text=True, check=True, env=environment)
    text = lock.read_text(encoding="utf-8")
    lock.write_text(text.replace("-r -", "pyproject.toml"), encoding="utf-8")


def _prove_installable(lock: Path, version: str, platforms: Iterable[str]) -> None:
    """Go through all of an installation on another kind of machine but for the installing itself."""
    command = [sys.executable, "-m", "pip", "install", "--dry-run", "--quiet", "--ignore-installed"]
    command += ["--require-hashes", "--only-binary", ":all:", "--python-version", version, "-r", lock.name]
    command += [argument for platform in platforms for argument in ("--platform", platform)]
    print(f"{lock.name} on Python {version}, {', '.join(platforms)}")
    with tempfile.TemporaryDirectory() as nowhere:
        subprocess.run([*command, "--target", nowhere], cwd=ROOT, check=True)


def _lock_page_checkers() -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    command = ["npm", "install", "--package-lock-only", "--silent"]
    subprocess.run(command, cwd=ROOT, check=True, env=os.environ | {"PATH": path})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
