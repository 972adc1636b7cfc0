"""The folder `.cache/`: what a build remembers, kept for the next. It may be deleted, damaged or copied at any time.

Nothing in it is trusted: it is JSON behind its own digest, and what does not fit is as good as not there. A memory
only ever saves work; whether a file is still right is told by digests of what it was made of, and publishing looks
at the published files themselves.
"""

import hashlib
import json
import os
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache
from io import BufferedReader, FileIO
from pathlib import Path
from typing import Any

from factsheet.cache.memory import Memory
from factsheet.spool import Opened, Piece, Spool
from factsheet.tracing import Trace

FOLDER = ".cache/factsheet"
"""The folder below the site's root."""

MOST_MEMORIES = 8
"""How many memories of builds with other options or outputs are kept."""

MOST_BYTES = 512 * 1024 * 1024
"""The largest file of the cache that is read."""

MOST_HEAD = 8192
"""The longest line before a text, in bytes."""


def is_inside(root: Path) -> bool:
    """Whether the cache lies in the site's folder: where a link leads out of it, nothing is kept or looked for."""
    return not any((root / part).is_symlink() for part in (FOLDER, *map(str, Path(FOLDER).parents)) if part != ".")


def folder_of(root: Path, output: Path) -> Path:
    """Where the memory of builds into a folder is kept."""
    return root / FOLDER / f"{zlib.crc32(os.fsencode(output)):08x}"


def last(root: Path) -> Memory:
    """The memory that was kept last, of a build into whichever folder; an empty one where there is none."""
    if not is_inside(root):
        return Memory()
    with suppress(OSError):
        kept = [folder for folder in (root / FOLDER).iterdir() if (folder / "traces").is_file()]
        return load(max(kept, key=_age)) if kept else Memory()
    return Memory()


def load(folder: Path) -> Memory:
    """The memory in a folder; an empty one where there is none that can be used."""
    found = _read(folder / "traces")
    if not isinstance(found, dict):
        return Memory()
    try:
        name_at = list(found["answers"]).__getitem__
        traces = {
            name: Trace(tuple(map(name_at, asked)), value, digest)
            for name, (asked, value, digest) in found["traces"].items()
        }
        return Memory(
            environment=str(found["environment"]), traces=traces, answers=found["answers"], kept=_texts_of(folder)
        )
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        return Memory()


def save(folder: Path, memory: Memory) -> None:
    """Keep a memory for the next build; a disk that does not let it is no matter."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        for name in sorted(memory.gathered):
            _replace(folder / f"text-{name}", _packed(memory.texts(name)))
        at = {name: index for index, name in enumerate(memory.answers)}.__getitem__
        traces = {
            name: [list(map(at, trace.asked)), trace.value, trace.digest] for name, trace in memory.traces.items()
        }
        _write(
            folder / "traces",
            {"environment": memory.environment, "answers": dict(memory.answers), "traces": traces},
        )
        _prune(folder.parent, folder)


def forget(folder: Path) -> None:
    """Delete a memory."""
    with suppress(OSError):
        for file in list(folder.iterdir()):
            file.unlink()


def _texts_of(folder: Path) -> Callable[[str], Spool]:
    @cache
    def texts(name: str) -> Spool:
        try:
            file = (folder / f"text-{name}").open("rb", buffering=0)
        except OSError:
            return Spool()
        return Spool(dict(_pieces(file)), files=(Opened(file),))

    return texts


def _packed(texts: Spool) -> Iterator[bytes]:
    """Texts as a file of the cache holds them: the size and the name of each on a line before it."""
    for name, data in texts.items():
        yield b"%d %s\n" % (len(data), name.encode())
        yield data


def _pieces(file: FileIO) -> Iterator[tuple[str, Piece]]:
    """Where the texts of a file lie. Whether they are what they were is for their digests to tell."""
    size, reader = os.fstat(file.fileno()).st_size, BufferedReader(file, 4096)
    start = 0
    with suppress(OSError, ValueError):
        while start < size:
            reader.seek(start)
            line = reader.readline(MOST_HEAD)
            length, name = line.rstrip(b"\n").split(b" ", 1)
            piece = Piece(file.fileno(), start + len(line), int(length))
            start = piece.start + piece.size
            if not line.endswith(b"\n") or not 0 <= piece.size <= size - piece.start:
                break
            yield name.decode(), piece
    reader.detach()


def _read(file: Path) -> Any:  # noqa: ANN401 - whatever JSON holds; callers look at its shape
    try:
        with file.open("rb") as handle:
            data = handle.read(MOST_BYTES)
        digest, _, text = data.partition(b"\n")
        if hashlib.sha256(text).hexdigest().encode() != digest:
            return None
        return json.loads(text)
    except (OSError, ValueError, RecursionError, MemoryError):
        return None


def _write(file: Path, value: object) -> None:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    _replace(file, (hashlib.sha256(text).hexdigest().encode(), b"\n", text))


def _replace(file: Path, parts: Iterable[bytes]) -> None:
    """Replace a file as a whole, so that no reader sees half of it."""
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        with draft.open("wb") as handle:
            handle.writelines(parts)
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)


def _prune(home: Path, kept: Path) -> None:
    """Keep the newest memories, and not too many."""
    others = [folder for folder in home.iterdir() if folder.is_dir() and folder != kept and folder.name != "published"]
    newest = sorted(others, key=_age, reverse=True)
    for folder in newest[MOST_MEMORIES - 1 :]:
        forget(folder)
        with suppress(OSError):
            folder.rmdir()


def _age(folder: Path) -> float:
    try:
        return (folder / "traces").stat().st_mtime
    except OSError:
        return 0.0
