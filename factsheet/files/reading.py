"""Sources read whole into memory, from regular files below the root and from nothing else.

Every check is made on the opened handle, which is opened in its open folder and follows no link (`folder.py`).
"""

import errno
import os
import stat
import time
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from factsheet.core.records import dataclass, field
from factsheet.files import system
from factsheet.files.names import Folder, PublishedNames, fault_in_name, printable
from factsheet.files.scanning import MAX_DEPTH, SETTLED, Stat, is_ignored, is_wanted, stat_key

_TRIES = 4

Opened = TypeVar("Opened")
"""A handle of a file, or a folder."""

_LINK_ERRORS = frozenset({errno.ELOOP, errno.EMLINK, getattr(errno, "EFTYPE", errno.ELOOP)})


class WhyNotRead(StrEnum):
    """Why a file or folder of the sources is refused."""

    LINK = "link"
    SPECIAL = "special"
    TOO_LARGE = "too-large"
    TOO_MANY = "too-many"
    TOO_DEEP = "too-deep"
    BAD_NAME = "bad-name"
    UNREADABLE = "unreadable"
    CHANGED = "changed"
    OTHER_KIND = "other-kind"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file's path relative to the root, its bytes as they were at one moment, and its stat then."""

    path: str
    data: bytes = field(repr=False)
    stat: Stat


@dataclass(frozen=True, slots=True)
class ReadTree:
    """The files of one tree as they were read."""

    files: Mapping[str, SourceFile] = field(default_factory=dict)
    settled: int = 0
    """Nanoseconds of the system's clock: a file that changed later may have changed again unseen."""

    def same(self, path: str, found: os.stat_result) -> SourceFile | None:
        """The file as it was read, if it cannot have changed since."""
        file = self.files.get(path)
        if file is None or not stat.S_ISREG(found.st_mode) or stat_key(found) != file.stat:
            return None
        return file if max(found.st_mtime_ns, found.st_ctime_ns) < self.settled else None


Known = dict[str, ReadTree]
"""What a process has read before, by the root's path: a file that has not changed since is not read again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A file or folder that is not read: its path with unseen characters escaped, the reason, and details."""

    path: str
    reason: WhyNotRead
    detail: str


class _Refused(Exception):
    def __init__(self, reason: WhyNotRead, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


def read_tree(
    root: Path,
    folders: Sequence[str],
    *,
    suffixes: Mapping[str, Collection[str]] | None = None,
    max_bytes: int,
    max_files: int,
    known: Known | None = None,
) -> tuple[dict[str, SourceFile], list[Refusal]]:
    """Read all files of some folders below the root; both results are sorted by path.

    `suffixes` gives for a folder the endings that are read (`{"content": (".md",)}`), others being refused.
    Links, special files, files over `max_bytes` and unsafe names are refused, hidden files ignored, a folder that is
    not there is empty. Reading stops with a refusal after `max_files`. Raises OSError if the root cannot be opened.
    """
    before = ReadTree() if known is None else known.get(str(root), ReadTree())
    reader = _Reader(before, max_bytes=max_bytes, max_files=max_files)
    started = time.time_ns()
    with Folder.root(root) as opened:
        for folder in folders:
            reader.read_folder(opened, folder, None if suffixes is None else suffixes.get(folder))
    if known is not None:
        known[str(root)] = ReadTree(reader.files, started - SETTLED)
    files = {path: reader.files[path] for path in sorted(reader.files)}
    return files, sorted(reader.refusals, key=lambda refusal: refusal.path)


def read_file(root: Path, path: str, *, max_bytes: int) -> SourceFile | Refusal | None:
    """Read one file below the root under the same rules; None when it is not there.

    Raises ValueError unless `path` is relative, with neither `..` nor empty parts.
    """
    parts = path.split("/")
    if any(part in {"", ".", ".."} for part in parts):
        message = f"not a path below the root: {printable(path)!r}"
        raise ValueError(message)
    try:
        _check_name(next(filter(None, map(fault_in_name, parts)), None))
        with Folder.root(root) as base, _open_below(base, parts[:-1]) as folder:
            data, found = _read(parts[-1], folder, max_bytes)
    except _Refused as refused:
        return Refusal(path=printable(path), reason=refused.reason, detail=refused.detail)
    except (FileNotFoundError, NotADirectoryError):
        return None
    return SourceFile(path=path, data=data, stat=found)


def _open_below(base: Folder, parts: Sequence[str]) -> Folder:
    """Open a folder below an open one, part by part, so that no part can be a link."""
    folder = base.enter(".")
    try:
        for part in parts:
            inner = _enter(part, folder)
            folder.close()
            folder = inner
    except BaseException:
        folder.close()
        raise
    return folder


class _Reader:
    """What has been read so far, and the bounds."""

    def __init__(self, before: ReadTree, *, max_bytes: int, max_files: int) -> None:
        self._before = before
        self.files: dict[str, SourceFile] = {}
        self.refusals: list[Refusal] = []
        self._published = PublishedNames()
        self._max_bytes = max_bytes
        self._max_files = max_files

    def read_folder(self, root: Folder, folder: str, accepted: Collection[str] | None) -> None:
        """Read a folder of the root, or note why not."""
        try:
            opened = _open_below(root, folder.split("/"))
        except FileNotFoundError:
            return
        except _Refused as refused:
            self._refuse(folder, refused.reason, refused.detail)
        else:
            self._read_open_folder(opened, folder, accepted)

    def _read_open_folder(self, folder: Folder, path: str, accepted: Collection[str] | None) -> None:
        try:
            for name, is_folder in sorted(entry for entry in folder.entries() if not is_ignored(entry[0])):
                if len(self.files) >= self._max_files:
                    self._refuse(path, WhyNotRead.TOO_MANY, f"there are more than {self._max_files} files")
                    return
                self._read_entry(folder, f"{path}/{name}", name, is_folder=is_folder, accepted=accepted)
        except OSError as error:
            self._refuse(path, WhyNotRead.UNREADABLE, _reason(error))
        finally:
            folder.close()

    def _read_entry(
        self, folder: Folder, path: str, name: str, *, is_folder: bool, accepted: Collection[str] | None
    ) -> None:
        try:
            _check_name(fault_in_name(name) or self._published.fault(path))
            if is_folder:
                _check_depth(path)
                self._read_open_folder(_enter(name, folder), path, accepted)
            else:
                self._keep(path, name, folder, accepted)
        except _Refused as refused:
            self._refuse(path, refused.reason, refused.detail)
        except FileNotFoundError:
            self._refuse(path, WhyNotRead.CHANGED, "it went away while it was read")

    def _keep(self, path: str, name: str, folder: Folder, accepted: Collection[str] | None) -> None:
        if not is_wanted(name, accepted):
            _refuse_unless_regular(folder.stat(name))
            raise _Refused(WhyNotRead.OTHER_KIND, "")
        key = path if path.isascii() else unicodedata.normalize("NFC", path)
        if key in self.files:
            raise _Refused(WhyNotRead.BAD_NAME, "another file has this name in other Unicode characters")
        known = key in self._before.files
        same = self._before.same(key, folder.stat(name)) if known else None
        if same is None:
            data, found = _read(name, folder, self._max_bytes)
            same = SourceFile(path=key, data=data, stat=found)
        self.files[key] = same

    def _refuse(self, path: str, reason: WhyNotRead, detail: str) -> None:
        self.refusals.append(Refusal(path=printable(path), reason=reason, detail=detail))


def _check_name(fault: str | None) -> None:
    if fault is not None:
        raise _Refused(WhyNotRead.BAD_NAME, fault)


def _check_depth(path: str) -> None:
    if path.count("/") > MAX_DEPTH:
        raise _Refused(WhyNotRead.TOO_DEEP, f"it lies deeper than {MAX_DEPTH} folders")


def _enter(name: str, folder: Folder) -> Folder:
    return _refusing(name, folder, folder.enter)


def _refusing(name: str, folder: Folder, open_it: Callable[[str], Opened]) -> Opened:
    """Open an entry; a link, and what is no file or folder, is refused."""
    try:
        return open_it(name)
    except FileNotFoundError:
        raise
    except OSError as error:
        if error.errno in _LINK_ERRORS or _is_link(name, folder):
            raise _Refused(WhyNotRead.LINK, "links are not followed") from None
        if error.errno in {errno.ENXIO, errno.EOPNOTSUPP, errno.ENODEV, errno.ENOTDIR}:
            raise _Refused(WhyNotRead.SPECIAL, "it is not a regular file or folder") from None
        raise _Refused(WhyNotRead.UNREADABLE, _reason(error)) from None


def _is_link(name: str, folder: Folder) -> bool:
    try:
        return system.is_link(folder.stat(name))
    except OSError:
        return False


def _read(name: str, folder: Folder, max_bytes: int) -> tuple[bytes, Stat]:
    for _ in range(_TRIES):
        handle = _refusing(name, folder, folder.open)
        try:
            before = os.fstat(handle)
            _refuse_unless_regular(before)
            data = _read_open(handle, before.st_size, max_bytes)
            after = os.fstat(handle)
        except OSError as error:
            raise _Refused(WhyNotRead.UNREADABLE, _reason(error)) from None
        finally:
            os.close(handle)
        if stat_key(before)[:3] == stat_key(after)[:3] and len(data) == after.st_size:
            return data, stat_key(after)
    raise _Refused(WhyNotRead.CHANGED, "it kept changing while it was read")


def _read_open(handle: int, size: int, max_bytes: int) -> bytes:
    if size > max_bytes:
        raise _Refused(WhyNotRead.TOO_LARGE, f"it has {size} bytes; at most {max_bytes} are read")
    data = os.read(handle, size + 1)
    while len(data) <= max_bytes:
        more = os.read(handle, max_bytes + 1 - len(data)) if len(data) != size else b""
        if not more:
            return data
        data += more
    raise _Refused(WhyNotRead.TOO_LARGE, f"it grew over {max_bytes} bytes while it was read")


def _refuse_unless_regular(found: os.stat_result) -> None:
    if stat.S_ISLNK(found.st_mode):
        raise _Refused(WhyNotRead.LINK, "links are not followed")
    if not stat.S_ISREG(found.st_mode):
        raise _Refused(WhyNotRead.SPECIAL, "it is a pipe, a socket or a device")


def _reason(error: OSError) -> str:
    return os.strerror(error.errno) if error.errno else str(error)
