"""Which engine this is: a digest of its own files, of the interpreter, and of what is installed beside it.

This module imports next to nothing, as a build with nothing to do looks at the engine's files too.
"""

from __future__ import annotations  # the names of types need not be imported to start

import os
import sys
import time

from factsheet import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STARTED = time.time_ns()
"""When this process began, in nanoseconds: an engine whose files are younger is not the one that runs."""


def engine() -> str:
    """Give the digest of the engine."""
    return looked_at()[0]


def is_settled() -> bool:
    """Tell whether no file of the engine has changed since this process began."""
    return looked_at()[1] < STARTED


looked: list[tuple[str, int]] = []
"""What was seen of the engine, once that was asked."""


def looked_at() -> tuple[str, int]:
    """The digest, and when the youngest file was changed, in nanoseconds; the engine is looked at once."""
    if not looked:
        looked.append(_look())
    return looked[0]


def _look() -> tuple[str, int]:
    import hashlib

    files = sorted(scan_engine())
    youngest = max((changed for _, (_, changed) in files), default=0)
    parts = [sys.version, *map(str, files), *_installed()]
    return hashlib.blake2b("\n".join(parts).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest(), youngest


def _installed() -> Iterator[str]:
    """The names of the installed distributions, which hold their versions."""
    for folder in sys.path:
        if folder.endswith("site-packages") and os.path.isdir(folder):
            yield from sorted(name for name in os.listdir(folder) if name.endswith(".dist-info"))


def scan_engine(folders: Sequence[str] = ()) -> list[tuple[str, tuple[int, int]]]:
    """List size and time of modification of each file of the engine by its path, bytecode left out.

    An installed engine is known by the one file that lists all of its files with their digests. Of a checkout, the
    `folders` beside the package are listed too.
    """
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    if package not in packages:
        packages[package] = tuple(_of_package(package))
    home, found = os.path.dirname(package), list(packages[package])
    for name in folders if found[0][0].startswith(package + os.sep) else ():
        _add_files(os.path.join(home, name), found)
    return found


packages: dict[str, tuple[tuple[str, tuple[int, int]], ...]] = {}
"""The files of the package as this process, which runs no younger ones, saw them first."""


def _of_package(package: str) -> list[tuple[str, tuple[int, int]]]:
    record = os.path.join(os.path.dirname(package), f"factsheet-{__version__}.dist-info", "RECORD")
    found: list[tuple[str, tuple[int, int]]] = []
    if os.path.isfile(record):
        seen = os.stat(record)
        found.append((record, (seen.st_size, seen.st_mtime_ns)))
    else:
        _add_files(package, found)
    return found


def _add_files(folder: str, found: list[tuple[str, tuple[int, int]]]) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    _add_files(entry.path, found)
            else:
                seen = entry.stat()
                found.append((entry.path, (seen.st_size, seen.st_mtime_ns)))
