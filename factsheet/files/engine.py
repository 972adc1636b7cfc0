"""Which engine this is: a digest of its own files, of the interpreter, and of what is installed beside it."""

import hashlib
import os
import sys
import time
from collections.abc import Iterator
from functools import lru_cache

from factsheet.files.scanning import scan_engine

STARTED = time.time_ns()
"""When this process began, in nanoseconds: an engine whose files are younger is not the one that runs."""


def engine() -> str:
    """Give the digest of the engine."""
    return looked_at()[0]


def is_settled() -> bool:
    """Tell whether no file of the engine has changed since this process began."""
    return looked_at()[1] < STARTED


@lru_cache(maxsize=1)
def looked_at() -> tuple[str, int]:
    """The digest, and when the youngest file was changed, in nanoseconds."""
    files = sorted(scan_engine())
    youngest = max((changed for _, (_, changed) in files), default=0)
    parts = [sys.version, *map(str, files), *_installed()]
    return hashlib.blake2b("\n".join(parts).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest(), youngest


def _installed() -> Iterator[str]:
    """The names of the installed distributions, which hold their versions."""
    for folder in sys.path:
        if folder.endswith("site-packages") and os.path.isdir(folder):
            yield from sorted(name for name in os.listdir(folder) if name.endswith(".dist-info"))
