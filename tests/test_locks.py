"""What is installed is what the lock files say, whatever was released since.

The indexes here are made for it: for each locked package they offer the locked version and a newer one, of
the same requirements. The packages hold nothing, so that all is installed in seconds and without a network.
"""

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping, Sequence
from compileall import compile_dir
from importlib import metadata
from pathlib import Path
from typing import Final

import pytest
from packaging.markers import Marker
from packaging.utils import canonicalize_name

from scripts.locks import DEVELOPMENT, INSTALLERS, ROOT, RUNTIME, python_packages
from tests import releasing

LOCKS: Final = (RUNTIME, DEVELOPMENT)
WITH_AN_EXTRA: Final = ("coverage", "iniconfig", "packaging", "pluggy", "pygments", "pytest", "pytest-cov")
"""A locked package that another one asks for with an extra, that one, and the rest of what it needs."""


@pytest.fixture(scope="module")
def moved_on(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout with the locks, and beside it the folder `index`, which has a newer release of every package."""
    checkout = tmp_path_factory.mktemp("moved on") / "a checkout"
    index = checkout.with_name("index")
    for folder in (checkout, index):
        folder.mkdir()
    for path in LOCKS:
        packages = list(python_packages(path))
        wheels = {each.name: releasing.wheel(index, each.name, each.version) for each in packages}
        if "pip" in wheels:  # the one package that works on the others
            wheels["pip"] = releasing.wheel_of_installed(index, "pip")
        for each in packages:
            releasing.wheel(index, each.name, releasing.newer(each.version))
        (checkout / path.name).write_text(releasing.lock(wheels, packages), encoding="utf-8")
    return checkout


@pytest.fixture(scope="module")
def pips(moved_on: Path, wheels: Path) -> Mapping[str, Path]:
    """Folders that hold the oldest pip that comes with a supported Python, and the newest."""
    (oldest,) = (each for each in python_packages(INSTALLERS) if each.name == "pip")
    shipped = {
        "oldest": wheels / f"pip-{oldest.version}-py3-none-any.whl",
        "newest": next(moved_on.with_name("index").glob(f"pip-{metadata.version('pip')}-*.whl")),
    }
    for age, path in shipped.items():
        with zipfile.ZipFile(path) as archive:
            archive.extractall(moved_on.with_name(age))
        compile_dir(moved_on.with_name(age), quiet=1)
    return {age: moved_on.with_name(age) for age in shipped}


def _python(folder: Path, pip: Path) -> Path:
    """Write a Python whose new environments hold this pip, as those of an older or newer Python do."""
    python = folder / "python"
    packages = f"lib/python{sys.version_info.major}.{sys.version_info.minor}/site-packages"
    lines = (
        "#!/bin/sh -e",
        f"case \"$*\" in *' venv '*) ;; *) exec '{sys.executable}' \"$@\" ;; esac",
        f"'{sys.executable}' \"$@\" --without-pip",
        "for environment; do :; done",
        f"cp -Rp '{pip}'/. \"$environment/{packages}/\"",
    )
    python.write_text("\n".join(lines) + "\n", encoding="utf-8")
    python.chmod(0o755)
    return python


def _install(
    checkout: Path, script: Path, pip: Path, locks: Sequence[str] = (RUNTIME.name, DEVELOPMENT.name)
) -> subprocess.CompletedProcess[str]:
    """Install locks into a new `.venv` of a checkout, with the folder beside it as the only index."""
    shutil.rmtree(checkout / ".venv", ignore_errors=True)
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON"))} | {
        "PYTHON": str(_python(checkout, pip)),
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": checkout.with_name("index").as_uri(),
    }
    return subprocess.run(
        [script, *locks],
        cwd=checkout,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def _installed(checkout: Path) -> dict[str, str]:
    packages = next((checkout / ".venv/lib").glob("python*/site-packages"))
    return {canonicalize_name(each.name): each.version for each in metadata.distributions(path=[str(packages)])}


def _locked(path: Path) -> dict[str, str]:
    """The versions that a lock names for this machine."""
    return {
        canonicalize_name(each.name): each.version
        for each in python_packages(path)
        if each.marker is None or Marker(each.marker).evaluate()
    }


@pytest.mark.slow
@pytest.mark.parametrize("age", ["oldest", "newest"])
def test_the_locked_releases_are_installed(moved_on: Path, pips: Mapping[str, Path], age: str) -> None:
    """Where every package has a newer release, old and new pips install the locked one of each, and say no more.

    The lock of a site is held to as well: its packages are some of those that are installed.
    """
    done = _install(moved_on, ROOT / "scripts/bootstrap.sh", pips[age])
    assert (done.returncode, done.stderr) == (0, f"Installing {DEVELOPMENT.name} into .venv\n")
    locked, of_a_site = _locked(DEVELOPMENT), _locked(RUNTIME)
    assert of_a_site.items() <= locked.items()
    installed = _installed(moved_on)
    assert installed.keys() - locked.keys() <= {"pip"}
    assert {name: installed.get(name) for name in locked} == locked


@pytest.mark.slow
def test_an_installation_that_resolves_would_fail_here(moved_on: Path, pips: Mapping[str, Path]) -> None:
    """Without `--no-deps`, the oldest pip takes the newer release for an extra such as `coverage[toml]`, and fails.

    The lock is cut down to the package with the extra and to what asks for it.
    """
    script = moved_on / "resolving.sh"
    text = (ROOT / "scripts/bootstrap.sh").read_text(encoding="utf-8")
    script.write_text(text.replace(" --no-deps", ""), encoding="utf-8")
    script.chmod(0o755)
    index = moved_on.with_name("index")
    few = [each for each in python_packages(DEVELOPMENT) if each.name in WITH_AN_EXTRA]
    wheels = {each.name: next(index.glob(f"{each.name.replace('-', '_')}-{each.version}-*.whl")) for each in few}
    (moved_on / "few.lock").write_text(releasing.lock(wheels, few), encoding="utf-8")
    done = _install(moved_on, script, pips["oldest"], ("few.lock",))
    assert done.returncode != 0
    assert "must have their versions pinned" in done.stderr
    assert "coverage[toml]" in done.stderr
