"""The folder `.cache/`: what a build remembers, kept for the next. It may be deleted, damaged or copied at any time.

Nothing in it is trusted: it is JSON behind its own digest, and what does not fit is as good as not there. A memory
only ever saves work; whether a file is still right is told by digests of what it was made of, and publishing looks
at the published files themselves.
"""

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from factsheet.cache.memory import Memory
from factsheet.tracing import Trace

FOLDER = ".cache/factsheet"
"""The folder below the site's root."""

MOST_MEMORIES = 8
"""How many memories of builds with other options or outputs are kept."""

MOST_BYTES = 512 * 1024 * 1024
"""The largest file of the cache that is read."""


def is_inside(root: Path) -> bool:
    """Whether the cache lies in the site's folder: where a link leads out of it, nothing is kept or looked for."""
    return not any((root / part).is_symlink() for part in (FOLDER, *map(str, Path(FOLDER).parents)) if part != ".")


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
            environment=str(found["environment"]), traces=traces, answers=found["answers"], texts=_texts_of(folder)
        )
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        return Memory()


def save(folder: Path, memory: Memory) -> None:
    """Keep a memory for the next build; a disk that does not let it is no matter."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        for name in sorted(memory.gathered):
            _write(folder / f"text-{name}", dict(memory.texts(name)))
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


def _texts_of(folder: Path) -> Callable[[str], Mapping[str, str]]:
    @cache
    def texts(name: str) -> Mapping[str, str]:
        found = _read(folder / f"text-{name}")
        whole = isinstance(found, dict) and all(isinstance(text, str) for text in found.values())
        return found if whole else {}

    return texts


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
    """Replace a file as a whole, so that no reader sees half of it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        draft.write_bytes(hashlib.sha256(text).hexdigest().encode() + b"\n" + text)
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
