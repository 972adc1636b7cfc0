"""The list of a published site's own files, kept inside it as `.factsheet.json`.

It tells the tool's files from foreign ones, which are never deleted. It holds no time, inode or machine's
name, so that equal sites are equal byte for byte, the list included.
"""

import errno
import hashlib
import json
import os
import stat
from collections.abc import Mapping, Sequence
from enum import StrEnum

from factsheet.files import system
from factsheet.files.names import check_paths, mode
from factsheet.files.survey import MARKER

LONG = 256 * 1024
"""Bytes from which on a list takes a while to read."""

_ABOUT = "Files that factsheet made here. It replaces and deletes these, and no others."
_FORMAT = 1
_MAX_BYTES = 256 * 1024 * 1024


def digest(data: bytes) -> str:
    """Name a content: its SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def marker_bytes(files: Mapping[str, str]) -> bytes:
    """Write the list of own files, path to digest, in the order of the paths."""
    listed = {path: files[path] for path in sorted(files)}
    value = {"about": _ABOUT, "format": _FORMAT, "files": listed}
    text = json.dumps(value, ensure_ascii=False, separators=(",\n", ": "))
    return f"{text}\n".encode()


def is_marked(folder: str) -> bool:
    """Whether a folder holds a list of this tool; of a long one the beginning is enough. Raises OSError."""
    data = _read(folder, LONG)
    if data is None or len(data) < LONG:
        return read_marker(folder) is not None
    return data.startswith(marker_bytes({}).partition(b'"files"')[0])


def read_marker(folder: str) -> dict[str, str] | None:
    """Read the list inside a folder; None when there is none of this tool. Raises OSError."""
    data = _read(folder, _MAX_BYTES)
    try:
        return None if data is None else _parse(data)
    except (ValueError, RecursionError):
        return None


def _read(folder: str, most: int) -> bytes | None:
    path = f"{folder}/{MARKER}"
    if not stat.S_ISREG(mode(path) or 0):
        return None
    with os.fdopen(os.open(path, system.READ), "rb") as file:
        return file.read(most)


def _parse(data: bytes) -> dict[str, str] | None:
    value = json.loads(data)
    if not isinstance(value, dict) or value.get("format") != _FORMAT:
        return None
    files = value.get("files")
    if not isinstance(files, dict) or not all(isinstance(each, str) for each in files.values()):
        return None
    check_paths(files)
    return files


# Why a site could not be published, as exceptions that carry what a caller needs.


class WhyFailed(StrEnum):
    """What kept a site from being published."""

    BUSY = "busy"
    DISK_FULL = "disk-full"
    NOT_WRITABLE = "not-writable"
    OCCUPIED = "occupied"
    FIXED = "fixed"
    INPUT_OUTPUT = "input-output"
    HELD = "held"


class PublishFailed(Exception):
    """Publishing stopped; what was published before is untouched. `str()` says where, why and what to do.

    `text` says why and what to do, with `{name}` fields that `values` fill, so that it can be told in any language.
    """

    def __init__(self, reason: WhyFailed, path: str, text: str, **values: str) -> None:
        """Keep the reason and the path beside the text and what fills it."""
        super().__init__(f"{path}: {text.format(**values)}")
        self.reason = reason
        self.path = path
        self.text = text
        self.values = values


class NotAsLeft(Exception):
    """Files named as unchanged are missing or differ; render `paths` and publish again."""

    def __init__(self, paths: Sequence[str]) -> None:
        """Keep the paths, sorted."""
        self.paths = tuple(sorted(paths))
        super().__init__(f"{len(self.paths)} files are not as they were left, such as {self.paths[0]}")


_REASONS = {
    errno.ENOSPC: WhyFailed.DISK_FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): WhyFailed.DISK_FULL,
    errno.EACCES: WhyFailed.NOT_WRITABLE,
    errno.EPERM: WhyFailed.NOT_WRITABLE,
    errno.EROFS: WhyFailed.NOT_WRITABLE,
    errno.EXDEV: WhyFailed.FIXED,
    errno.EBUSY: WhyFailed.FIXED,
    errno.EEXIST: WhyFailed.OCCUPIED,
    errno.ENOTEMPTY: WhyFailed.OCCUPIED,
}
FIXES = {
    WhyFailed.DISK_FULL: "the disk is full; make room, then build again",
    WhyFailed.NOT_WRITABLE: "the folder around the output must be writable; correct that, or name another",
    WhyFailed.FIXED: "the output is a mount point or part of an image; name a folder inside it",
    WhyFailed.OCCUPIED: "this tool did not make what stands here, and the site needs the name; move it away",
    WhyFailed.INPUT_OUTPUT: "the disk reports an error; build again when it works",
    WhyFailed.HELD: "another program has a file of the output open; close it there, then build again",
}
BUSY = "process {owner} is publishing here; wait until it is done, then build again"
BUSY_UNKNOWN = "another process is publishing here; wait until it is done, then build again"
SPECIAL = "a pipe, socket or device cannot stay in the output; move it away"


def failure(error: OSError, output: str) -> PublishFailed:
    """Say what an error of the system means for publishing to an output."""
    known = _REASONS.get(error.errno or 0, WhyFailed.INPUT_OUTPUT)
    reason = WhyFailed.HELD if system.is_held(error) else known
    path = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else output
    said = error.strerror or str(error)
    return PublishFailed(reason, path, "{said}: {fix}", said=said, fix=FIXES[reason])


def occupied(path: str) -> PublishFailed:
    """Say that somebody else's file is in the way."""
    return PublishFailed(WhyFailed.OCCUPIED, path, FIXES[WhyFailed.OCCUPIED])


__all__ = ["MARKER", "digest", "marker_bytes", "read_marker"]
