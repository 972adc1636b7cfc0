"""The folder `.cache/`: what a build remembers, kept for the next. It may be deleted, damaged or copied at any time.

Nothing in it is trusted: it is JSON behind its own digests, and what does not fit is as good as not there. A state
only ever saves work; whether a file is still right is told by digests of what it was made of, and publishing looks
at the published files themselves.
"""

import hashlib
import os
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from contextlib import suppress
from functools import cache
from io import BufferedReader, FileIO
from pathlib import Path

from factsheet.builder.spill import Opened, Piece, Spill
from factsheet.builder.state import PAGES, BuildLog, BuildState, read, written
from factsheet.core.records import replace
from factsheet.files import system
from factsheet.files.scanning import names_in

FOLDER = ".cache/factsheet"
"""The folder below the site's root."""

PREVIEW = "preview"
"""The folder below it with what the last preview built, files and all: nothing of it is published."""

FILES = "files"
"""The name of the texts that are the files themselves."""

MOST_STATES = 8
"""How many memories of builds with other options or outputs are kept."""

TRACES = "traces"
"""The name of the file with what was done."""

PICTURES = "pictures"
"""The folder below it with smaller copies of pictures, which all builds of the site share."""

_APART = frozenset(("published", PREVIEW, PICTURES))
"""Folders that are no memories of builds into a folder."""

_DIGEST = 16

MOST_HEAD = 8192
"""The longest line before a text, in bytes."""


def is_inside(root: Path) -> bool:
    """Whether the cache lies in the site's folder, and may be looked into: else nothing is kept or looked for."""
    try:
        return not any((root / part).is_symlink() for part in (FOLDER, *map(str, Path(FOLDER).parents)) if part != ".")
    except OSError:
        return False


def folder_of(root: Path, output: Path) -> Path:
    """Where the state of builds into a folder is kept."""
    return root / FOLDER / f"{zlib.crc32(os.fsencode(output)):08x}"


def last(root: Path) -> BuildState:
    """What was kept last, of a build into whichever folder or of a preview, but for files; else an empty state."""
    if not is_inside(root):
        return BuildState()
    with suppress(OSError):
        kept = [folder for folder in (root / FOLDER).iterdir() if (folder / TRACES).is_file()]
        return load(max(kept, key=_age)).without_files() if kept else BuildState()
    return BuildState()


def begun(root: Path, folder: Path) -> BuildState:
    """The state in a folder; where nothing is, what was found last elsewhere in the site's cache."""
    found = load(folder)
    return found if found.environment else replace(last(root), copies=found.copies)


def load(folder: Path) -> BuildState:
    """The state in a folder; an empty one where there is none that can be used."""
    found, copies = read(folder / TRACES), KeptBytes(folder.parent / PICTURES)
    if not found.last:
        return BuildState(copies=copies)
    return BuildState(
        copies=copies,
        environment=found.environment,
        traces=found.traces,
        answers=found.answers,
        kept=_texts_of(folder),
        log=found,
    )


def preview_of(root: Path) -> Path | None:
    """Where the state of previews is kept; None where nothing is."""
    return root / FOLDER / PREVIEW if is_inside(root) else None


def save(folder: Path, state: BuildState, files: Mapping[str, bytes] | None = None) -> None:
    """Keep a state for the next build, and unpublished files themselves; a disk that does not let it is no matter."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        if files is not None:
            _replace(folder / f"text-{FILES}", _packed(files))
        for name in sorted(state.gathered):
            _replace(folder / f"text-{name}", _packed(state.texts(name)))
        known, file, pages = state.log, folder / TRACES, folder / f"text-{PAGES}"
        if known is None or known.size > 2 * known.first or not _has_size(file, known.size):
            _replace(file, written(BuildLog().batch(state.environment, state.traces, state.answers)))
            _replace(pages, _packed(state.texts(PAGES))) if state.texts(PAGES) else pages.unlink(missing_ok=True)
        else:
            batch = b"".join(written(known.batch(state.environment, state.traces, state.answers)))
            _append(file, batch)
            _append(pages, b"".join(_packed(state.pages)))
        _prune(folder.parent, folder)


def _append(file: Path, data: bytes) -> None:
    """Add to a file in one step, so that what two builds add does not mix."""
    if data:
        with file.open("ab", buffering=0) as handle:
            handle.write(data)


def _has_size(file: Path, size: int) -> bool:
    try:
        return file.stat().st_size == size
    except OSError:
        return False


def forget(folder: Path) -> None:
    """Delete a state."""
    with suppress(OSError):
        for file in list(folder.iterdir()):
            file.unlink()


def _texts_of(folder: Path) -> Callable[[str], Spill]:
    @cache
    def texts(name: str) -> Spill:
        try:
            file = (folder / f"text-{name}").open("rb", buffering=0)
        except OSError:
            return Spill()
        kept = Spill(dict(_pieces(file)), files=(Opened(file),))
        return Spill(dict(kept)) if system.BY_PATH else kept  # a file that stays open could not be replaced there

    return texts


def _packed(texts: Mapping[str, bytes]) -> Iterator[bytes]:
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
    others = [folder for folder in home.iterdir() if folder.is_dir() and folder != kept and folder.name not in _APART]
    newest = sorted(others, key=_age, reverse=True)
    for folder in newest[MOST_STATES - 1 :]:
        forget(folder)
        with suppress(OSError):
            folder.rmdir()


def _age(folder: Path) -> float:
    try:
        return (folder / TRACES).stat().st_mtime
    except OSError:
        return 0.0


class KeptBytes(MutableMapping[str, bytes]):
    """Bytes by name, each in a file behind its digest; a disk that does not let it keeps nothing."""

    def __init__(self, folder: Path) -> None:
        """Take the folder, which need not be there."""
        self._folder = folder

    def __getitem__(self, name: str) -> bytes:
        """The bytes; raises KeyError where there are none, or not what they were."""
        with suppress(OSError):
            data = (self._folder / name).read_bytes()
            if data[:_DIGEST] == _digest(data[_DIGEST:]):
                return data[_DIGEST:]
        raise KeyError(name)

    def __setitem__(self, name: str, data: bytes) -> None:
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            _replace(self._folder / name, (_digest(data), data))

    def __delitem__(self, name: str) -> None:
        with suppress(OSError):
            (self._folder / name).unlink()

    def __iter__(self) -> Iterator[str]:
        return iter(names_in(self._folder))

    def __len__(self) -> int:
        return len(names_in(self._folder))


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_DIGEST).digest()
