"""Which engine this is: a digest of its own files, of the interpreter, and of what is installed beside it."""

import hashlib
import os
import sys
import time
from collections.abc import Iterator
from functools import lru_cache

STARTED = time.time_ns()
"""When this process began, in nanoseconds: an engine whose files are younger is not the one that runs."""

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def engine() -> str:
    """Give the digest of the engine."""
    return looked_at()[0]


def is_settled() -> bool:
    """Tell whether no file of the engine has changed since this process began."""
    return looked_at()[1] < STARTED


@lru_cache(maxsize=1)
def looked_at() -> tuple[str, int]:
    """The digest, and when the youngest file was changed."""
    files = sorted(_stats(_PACKAGE))
    parts = [sys.version, *(f"{path} {size} {changed}" for path, size, changed in files), *_installed()]
    youngest = max((changed for _, _, changed in files), default=0)
    return hashlib.blake2b("\n".join(parts).encode(), digest_size=16).hexdigest(), youngest


def _stats(folder: str) -> Iterator[tuple[str, int, int]]:
    """The path, the size and the time of each source file below a folder."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir() and entry.name not in {"__pycache__", "defaults"}:
                yield from _stats(entry.path)
            elif entry.is_file() and not entry.name.endswith(".pyc"):
                found = entry.stat()
                yield entry.path, found.st_size, found.st_mtime_ns


def _installed() -> Iterator[str]:
    """The names of the installed distributions, which hold their versions."""
    for folder in sys.path:
        if folder.endswith("site-packages") and os.path.isdir(folder):
            yield from sorted(name for name in os.listdir(folder) if name.endswith(".dist-info"))
