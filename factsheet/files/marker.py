"""The list of a published site's own files, kept inside it as `.factsheet.json`.

It tells the tool's files from foreign ones, which are never deleted. It holds no time, inode or machine's
name, so that equal sites are equal byte for byte, the list included.
"""

import hashlib
import json
import os
import stat
from collections.abc import Mapping

from factsheet.files.entries import mode
from factsheet.files.names import check_paths
from factsheet.files.survey import MARKER

__all__ = ["MARKER", "digest", "marker_bytes", "read_marker"]

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
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    path = f"{folder}/{MARKER}"
    if not stat.S_ISREG(mode(path) or 0):
        return None
    with os.fdopen(os.open(path, flags), "rb") as file:
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
