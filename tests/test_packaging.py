"""The wheel, the source archive and the bill of materials of a release."""

import email.parser
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

from scripts.locks import RUNTIME, python_packages
from scripts.sbom import bill_of_materials

ROOT = Path(__file__).resolve().parent.parent
DEFAULTS = ("docs", "locales", "static", "templates")


def test_the_wheel_carries_the_defaults(archives: tuple[Path, Path]) -> None:
    """Every template, static file and catalogue of the repository is in the wheel, byte for byte."""
    with zipfile.ZipFile(archives[0]) as wheel:
        carried = {name: wheel.read(name) for name in wheel.namelist() if "/defaults/" in name}
    expected = {
        f"factsheet/defaults/{name}": (ROOT / name).read_bytes()
        for name in _tracked()
        if name.partition("/")[0] in DEFAULTS
    }
    assert carried == expected


def test_the_wheel_holds_the_engine_and_nothing_else(archives: tuple[Path, Path]) -> None:
    """The wheel holds the package `factsheet` with its types and data, no test and no sheet."""
    with zipfile.ZipFile(archives[0]) as wheel:
        names = set(wheel.namelist())
    tops = {name.partition("/")[0].partition("-")[0] for name in names}
    assert tops == {"factsheet"}
    assert {"factsheet/py.typed", "factsheet/cli.py", "factsheet/l10n/data/LICENSE"} <= names | _as_module(names)


def _as_module(names: set[str]) -> set[str]:
    """A package `x/__init__.py` counts as the module `x.py`."""
    return {name.replace("/__init__.py", ".py") for name in names}


def test_the_wheel_gives_the_command(archives: tuple[Path, Path]) -> None:
    """The wheel installs the command `factsheet`, and states its licences and its Python."""
    with zipfile.ZipFile(archives[0]) as wheel:
        (commands,) = [wheel.read(name).decode() for name in wheel.namelist() if name.endswith("entry_points.txt")]
        (metadata,) = [wheel.read(name).decode() for name in wheel.namelist() if name.endswith("/METADATA")]
    stated = email.parser.Parser().parsestr(metadata)
    assert "factsheet = factsheet.cli:command" in commands
    assert stated["Requires-Python"] == ">=3.11"
    assert stated["License-Expression"] == "MIT AND Unicode-3.0"


def test_the_archives_are_reproducible(archives: tuple[Path, Path], tmp_path: Path) -> None:
    """Made again from another folder, with other rights and later times, the archives are the same bytes."""
    copy = tmp_path / "elsewhere"
    with tarfile.open(archives[1]) as source:
        source.extractall(copy, filter="data")
    (folder,) = copy.iterdir()
    for path in folder.rglob("*"):
        os.utime(path, (2_000_000_000, 2_000_000_000))
    command = [sys.executable, "-I", "-m", "build", "--no-isolation", "--outdir", str(tmp_path), str(folder)]
    subprocess.run(command, cwd=tmp_path, check=True, umask=0o077)
    for archive in archives:
        assert (tmp_path / archive.name).read_bytes() == archive.read_bytes()


def test_the_bill_of_materials_lists_what_is_installed(archives: tuple[Path, Path]) -> None:
    """The bill names every locked package of a site with its licence and hashes."""
    packages = list(python_packages(RUNTIME))
    bill = bill_of_materials(archives[0], packages)
    assert [component["name"] for component in bill["components"]] == [package.name for package in packages]
    assert all(component["hashes"] and component["licenses"] for component in bill["components"])
    assert bill["dependencies"][0]["ref"] == bill["metadata"]["component"]["bom-ref"]


def _tracked() -> list[str]:
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]
