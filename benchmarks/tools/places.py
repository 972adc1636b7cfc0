"""Where generators are installed, which releases, and how a Python one is installed."""

import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from benchmarks.tools.base import NotHere

BENCHMARKS: Final = Path(__file__).resolve().parents[1]
REPOSITORY: Final = BENCHMARKS.parent
INSTALLED: Final = REPOSITORY / ".cache" / "bench" / "tools"
THEMES: Final = BENCHMARKS / "themes"
RESULTS: Final = REPOSITORY / ".cache" / "bench" / "results.json"
WORK: Final = REPOSITORY / ".cache" / "bench" / "sites"
ASIDE: Final = "aside"
"""The folder beside the sites into which they are cleaned."""
PATIENCE: Final = 300
"""Seconds that an installation may take."""


def put_aside(folder: Path, names: Iterable[str]) -> None:
    """Move what is in a site's folder out of the way, for whoever measured to delete when all is done.

    Deleting it at once would fall on the build that follows: ext4 passes over inodes that were freed less than a
    minute ago, and looks at each of them again for every new file.
    """
    aside = folder.parent / ASIDE
    aside.mkdir(exist_ok=True)
    for name in names:
        if (folder / name).exists():
            (folder / name).rename(Path(mkdtemp(dir=aside)) / name)


def release(name: str) -> str:
    """Give the release of a generator that is measured."""
    with (BENCHMARKS / "versions.toml").open("rb") as file:
        return str(tomllib.load(file)[name])


def python_environment(name: str, *requirements: str) -> Path:
    """Make a virtual environment with these requirements, once; NotHere when pip cannot."""
    folder = INSTALLED / name
    stamp = folder / "requirements.txt"
    wanted = "\n".join(requirements)
    if not stamp.is_file() or stamp.read_text("utf-8") != wanted:
        installation([sys.executable, "-m", "venv", "--clear", str(folder)])
        installation([str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", *requirements])
        stamp.write_text(wanted, "utf-8")
    return folder


def installation(command: list[str], folder: Path | None = None) -> None:
    """Run one step of an installation; NotHere when it fails."""
    try:
        subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True, timeout=PATIENCE)
    except (OSError, subprocess.SubprocessError) as error:
        lines = (getattr(error, "stderr", None) or str(error)).strip(" \t\r\n").splitlines()
        raise NotHere(f"could not be installed: {lines[-1]}") from error
