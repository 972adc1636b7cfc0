"""Which folder may be an output, and the list of a published site's own files in it, `.factsheet.json`."""

import errno
import hashlib
import json
import os
import stat
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from factsheet.core.patterns import regex
from factsheet.files import system
from factsheet.files.names import check_paths, mode
from factsheet.files.survey import MARKER

# The list of a published site's own files, kept inside it as `.factsheet.json`.
#
# It tells the tool's files from foreign ones, which are never deleted. It holds no time, inode or machine's name, so
# that equal sites are equal byte for byte, the list included.

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
    """What kept a site from being published: what to do about it."""

    BUSY = "process {owner} is publishing here; wait until it is done, then build again"
    DISK_FULL = "the disk is full; make room, then build again"
    NOT_WRITABLE = "the folder around the output must be writable; correct that, or name another"
    FIXED = "the output is a mount point or part of an image; name a folder inside it"
    OCCUPIED = "this tool did not make what stands here, and the site needs the name; move it away"
    INPUT_OUTPUT = "the disk reports an error; build again when it works"
    HELD = "another program has a file of the output open; close it there, then build again"


WAYS_OUT = {reason.name: reason.value for reason in WhyFailed}
"""What to do about each of these: translators see it."""
BUSY_UNKNOWN = "another process is publishing here; wait until it is done, then build again"
SPECIAL = "a pipe, socket or device cannot stay in the output; move it away"


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


def failure(error: OSError, output: str) -> PublishFailed:
    """Say what an error of the system means for publishing to an output."""
    known = _REASONS.get(error.errno or 0, WhyFailed.INPUT_OUTPUT)
    reason = WhyFailed.HELD if system.is_held(error) else known
    path = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else output
    said = error.strerror or str(error)
    return PublishFailed(reason, path, "{said}: {fix}", said=said, fix=reason.value)


def occupied(path: str) -> PublishFailed:
    """Say that somebody else's file is in the way."""
    return PublishFailed(WhyFailed.OCCUPIED, path, WhyFailed.OCCUPIED.value)


__all__ = ["MARKER", "digest", "marker_bytes", "read_marker"]


# Which folder may be an output: never one whose loss would hurt.

SOURCE_FOLDERS = ("content", "data", "templates", "static", "locales", "sources", ".git", ".cache")
"""Folders of a site that hold no output."""


_CONTROL = regex(r"[\x00-\x1f\x7f]")


class WhyRefused(StrEnum):
    """Why a folder is refused as output, and what to do."""

    EMPTY = "the output folder has no name; name one, such as public"
    FILESYSTEM_ROOT = "the output cannot be the whole disk; name a folder, such as public"
    HOME = "the output cannot be a home folder, nor hold one; name a folder inside it"
    ROOT = "the output cannot be the site's own folder; name a folder inside it, such as public"
    ABOVE_ROOT = "the output cannot hold the site's own folder; name another one"
    SOURCES = "the output cannot be, nor lie in, a folder of sources; name another, such as public"
    LINK = "the output cannot be a link; name the folder that it points to"
    NOT_A_FOLDER = "the output is there, but is no folder; name another, or move it away"
    FOREIGN = "the output holds files that this tool did not make; empty it, or name another"
    UNREADABLE = "the output cannot be looked into; check its permissions"
    BAD_NAME = "the output's name holds a control character; name another"


REFUSALS = {reason.name: reason.value for reason in WhyRefused}
"""The message for each reason to refuse an output: translators see it."""


class OutputRefused(Exception):
    """An output folder that would endanger other files, with the reason; `str()` says what to do instead."""

    def __init__(self, reason: WhyRefused, path: str) -> None:
        """Keep the reason, and the path as it was given."""
        self.reason = reason
        self.path = path
        self.shown = path or "(empty)"
        self.message = reason.value
        super().__init__(f"{self.shown}: {self.message}")


def check_output(root: Path, output: str | Path, *, base: Path | None = None, home: Path | None = None) -> Path:
    """Resolve an output folder to an absolute path, or raise OutputRefused.

    A relative output is taken from `base`, by default the root (a command line hands its current folder).
    `home` is by default the user's home folder. Folders are compared as the file system does, whatever their
    spelling.
    """
    given = os.fspath(output)
    if not given.strip(" \t\r\n"):
        raise OutputRefused(WhyRefused.EMPTY, given)
    if _CONTROL.search(given):
        raise OutputRefused(WhyRefused.BAD_NAME, ascii(given))
    spelled = Path(base or root, given)
    # The parent is resolved and the last name is not, so that a link put in the output's place is seen.
    lexical = os.path.abspath(spelled)
    resolved = Path(os.path.realpath(spelled if spelled.name in {"", ".."} else spelled.parent))
    resolved = resolved if spelled.name in {"", ".."} else resolved / spelled.name
    reason = _reason(Path(os.path.realpath(root)), resolved, home or Path.home()) or reason_inside(
        resolved, is_whole=False
    )
    if reason is not None:
        raise OutputRefused(reason, given if given != "." else lexical)
    return resolved


def _reason(root: Path, output: Path, home: Path) -> WhyRefused | None:
    chain = [output, *output.parents]
    if len(chain) == 1:
        return WhyRefused.FILESYSTEM_ROOT
    if _same(output, root):
        return WhyRefused.ROOT
    if any(_same(output, folder) for folder in root.parents):
        return WhyRefused.ABOVE_ROOT
    real_home = Path(os.path.realpath(home))
    if any(_same(output, folder) for folder in (real_home, *real_home.parents)):
        return WhyRefused.HOME
    if any(_same(folder, root / name) for folder in chain for name in SOURCE_FOLDERS):
        return WhyRefused.SOURCES
    return None


def _same(one: Path, other: Path) -> bool:
    if one == other or str(one).casefold() == str(other).casefold():
        return True
    try:
        return os.path.samefile(one, other)
    except OSError:
        return False


def reason_inside(output: Path, *, is_whole: bool = True) -> WhyRefused | None:
    """Say why what is at a path cannot be replaced by a site; None when it is a site, empty, or not there.

    Unless `is_whole`, a long list of published files that begins well is taken for one: publishing reads it all.
    """
    try:
        found = os.lstat(output)
        if stat.S_ISDIR(found.st_mode) and not system.is_link(found):
            folder = os.fspath(output)
            is_ours = not os.listdir(output) or (read_marker(folder) is not None if is_whole else is_marked(folder))
            return None if is_ours else WhyRefused.FOREIGN
    except FileNotFoundError:
        return None
    except NotADirectoryError:
        return WhyRefused.NOT_A_FOLDER
    except OSError:
        return WhyRefused.UNREADABLE
    return WhyRefused.LINK if system.is_link(found) else WhyRefused.NOT_A_FOLDER
