"""What a build makes besides, of the pages as they are published: an index to search in, and compressed copies.

The index for readers who search is made by Pagefind, of the extra `search`.
"""

import gzip
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from factsheet.outputs.artifacts import Artifact
from factsheet.outputs.site_pages import INDEX_FOLDER

ENTRY: Final = f"{INDEX_FOLDER}pagefind-entry.json"
"""The file that lists the languages of the index."""

SECONDS: Final = 600
"""How long indexing may take."""

_ROOT: Final = "main"
_LEFT_OUT: Final = "nav, details, svg, .downloads, .citation, .notice, .unseen, .permalink"
"""Parts of a page that say nothing of its own."""

_NEEDED: Final = ("pagefind.", "pagefind-worker.js", "pagefind-entry.json", "wasm.", "index/", "fragment/")
"""The files of the index, without the ready-made search boxes: the site has its own."""


class IndexFailed(Exception):
    """Pagefind ended with an error; carries its last words."""


def can_index() -> bool:
    """Whether the extra `search` is installed."""
    return all(find_spec(name) for name in ("pagefind", "pagefind_bin"))


def index(pages: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give the files of the index of some pages, by their path in the output. Raises IndexFailed."""
    import subprocess
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="factsheet-") as folder:
        site, made = Path(folder, "site"), Path(folder, "made")
        for path, data in pages.items():
            target = site / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        site.mkdir(exist_ok=True)
        command = [sys.executable, "-P", "-m", "pagefind", "--silent", "--site", str(site), "--output-path", str(made)]
        command += ["--root-selector", _ROOT, "--exclude-selectors", _LEFT_OUT]
        done = subprocess.run(  # noqa: S603 - our own interpreter, and paths of our own
            command, cwd=folder, capture_output=True, text=True, timeout=SECONDS, check=False
        )
        if done.returncode:
            raise IndexFailed((done.stderr or done.stdout).strip(" \r\n").rpartition("\n")[2])
        files = {path.relative_to(made).as_posix(): path for path in sorted(made.rglob("*")) if path.is_file()}
        found = {f"{INDEX_FOLDER}{name}": path.read_bytes() for name, path in files.items() if name.startswith(_NEEDED)}
    return {**found, ENTRY: json.dumps(json.loads(found[ENTRY]), ensure_ascii=False, sort_keys=True).encode()}


# Compressed copies of files, for hosts that send them as they lie there: .gz (RFC 1952) and .br (RFC 7932).

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
    yield "gz", lambda data: gzip.compress(data, compresslevel=9, mtime=0)
    try:
        import brotli
    except ImportError:
        return
    yield "br", lambda data: bytes(brotli.compress(data, quality=11))
