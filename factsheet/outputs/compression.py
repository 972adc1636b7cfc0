"""Compressed copies of files, for hosts that send them as they lie there: .gz (RFC 1952) and .br (RFC 7932)."""

import gzip
from collections.abc import Callable, Iterator, Mapping

from factsheet.outputs.artifacts import Artifact

SUFFIXES = ("css", "csv", "html", "js", "json", "svg", "txt", "webmanifest", "xml")
"""Endings of files that are text; pictures and fonts are compressed in themselves."""

SMALLEST = 200
"""Below so many bytes a copy saves nothing that a reader would notice."""

NOT_SERVED = ("_headers", "_redirects")
"""Files that tell a host what to do and that it does not send."""

Compress = Callable[[bytes], bytes]


def compressed(artifacts: Mapping[str, bytes]) -> Iterator[Artifact]:
    """Give the copies that are smaller than their originals: .gz always, .br where the package is installed.

    The bytes depend on nothing but the originals and the versions of the two libraries.
    """
    ways = tuple(_ways())
    for path, data in artifacts.items():
        if len(data) < SMALLEST or path.rpartition(".")[2] not in SUFFIXES or path in NOT_SERVED:
            continue
        for suffix, compress in ways:
            smaller = compress(data)
            if len(smaller) < len(data):
                yield f"{path}.{suffix}", smaller


def has_brotli() -> bool:
    """Whether the optional package for .br is installed."""
    return any(suffix == "br" for suffix, _ in _ways())


def _ways() -> Iterator[tuple[str, Compress]]:
    yield "gz", _gzip
    try:
        import brotli
    except ImportError:
        return
    yield "br", lambda data: bytes(brotli.compress(data, quality=11))


def _gzip(data: bytes) -> bytes:
    return gzip.compress(data, compresslevel=9, mtime=0)
