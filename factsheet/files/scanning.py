"""A look at the sources by their stats alone: what tells in milliseconds that nothing has changed.

This module imports next to nothing, as it is all that a build with nothing to do needs of this package.
"""

from __future__ import annotations  # the names of types need not be imported to start

import os
import stat
import struct
import zlib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence


Stat = tuple[int, int, int, int]
"""Size in bytes, times of modification and of change in nanoseconds, and inode."""

MAX_DEPTH = 32
"""Folders inside folders below which nothing is read."""

SETTLED = 50_000_000
"""Nanoseconds after which a file's times tell that it has not changed again: file systems count in coarse steps."""

LEFT_BEHIND = frozenset({"Thumbs.db", "desktop.ini", "Icon\r"})
"""Files that Windows and macOS put into folders, hidden there."""

PUBLISHED_DOT_NAMES = frozenset({".well-known", ".nojekyll", ".htaccess", ".domains"})
"""Names that begin with a dot and still belong to a site."""


def is_ignored(name: str) -> bool:
    """Tell whether a name is a hidden file, or one that editors leave behind."""
    if name[0] == ".":
        return name not in PUBLISHED_DOT_NAMES
    return name[-1] == "~" or (name[0] == "#" and name[-1] == "#") or name[:2] == "~$" or name in LEFT_BEHIND


def names_in(folder: os.PathLike[str]) -> list[str]:
    """The names of the files right in a folder, in order; none where it cannot be read."""
    try:
        with os.scandir(folder) as found:
            return sorted(entry.name for entry in found if entry.is_file() and not is_ignored(entry.name))
    except OSError:
        return []


def stat_key(found: os.stat_result) -> Stat:
    """Take from a stat what changes whenever a file's content does."""
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def is_wanted(name: str, suffixes: Collection[str] | None) -> bool:
    """Tell whether a file's name ends in one of the suffixes; with None, every name does."""
    return suffixes is None or os.path.splitext(name)[1] in suffixes


def scan_tree(
    root: str | os.PathLike[str],
    folders: Sequence[str],
    *,
    suffixes: Mapping[str, Collection[str]] | None = None,
    max_files: int = 1_000_000,
) -> dict[str, Stat]:
    """List the stats of all that `read_tree` would read or refuse, by path relative to the root.

    A link or special file is listed too, so that its coming is seen as a change. The scan stops after
    `max_files`. Raises OSError when a folder cannot be listed; a folder that is not there is empty.
    """
    base = os.fspath(root)
    found: dict[str, Stat] = {}
    for folder in folders:
        try:
            own = os.lstat(os.path.join(base, folder))
        except FileNotFoundError:
            continue
        if not stat.S_ISDIR(own.st_mode):
            found[folder] = stat_key(own)
            continue
        accepted = None if suffixes is None else suffixes.get(folder)
        for path, seen in _files(base, folder, accepted):
            found[path] = seen
            if len(found) > max_files:
                return found
    return found


def _files(base: str, folder: str, accepted: Collection[str] | None) -> Iterator[tuple[str, Stat]]:
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        with os.scandir(f"{base}/{here}") as entries:
            for entry in entries:
                name = entry.name
                if is_ignored(name):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    if here.count("/") < MAX_DEPTH:
                        waiting.append(f"{here}/{name}")
                elif not entry.is_file(follow_symlinks=False) or is_wanted(name, accepted):
                    yield f"{here}/{name}", stat_key(entry.stat(follow_symlinks=False))


# Stats of a tree's files from when they were last known to be right, by which they are known again.
#
# A ledger is a cache: a file whose stat is as noted still has the noted digest, whatever else happened; any other is
# read. So a ledger that is old, half written or gone costs time and changes nothing. Its form is one that loads twenty
# thousand entries in milliseconds and runs nothing: text joined by NUL, then 64-bit integers.

FolderStat = tuple[int, int]
"""A folder's time of modification in nanoseconds and its inode: they change when an entry comes or goes."""

_TITLE = b"factsheet ledger 1\n"
_TICK = 40_000_000  # nanoseconds: four times the coarsest clock of a kernel in use
_COARSE_TICK = 2_100_000_000  # FAT counts two seconds, HFS+ one
_SECOND = 1_000_000_000
_NUMBERS_PER_FILE = 4


class Ledger:
    """Own files with digest and stat, own folders, others' entries; as at the time `taken` (nanoseconds)."""

    __slots__ = ("digests", "folders", "foreign", "long_ago", "stats", "taken")

    def __init__(
        self,
        *,
        digests: Mapping[str, str],
        stats: Mapping[str, Stat],
        folders: Mapping[str, FolderStat],
        foreign: Iterable[str],
        taken: int,
    ) -> None:
        """Note what was seen; paths of `digests` are in `stats`, and parents come first in `folders`."""
        self.digests = digests
        self.stats = stats
        self.folders = folders
        self.foreign = tuple(foreign)
        self.taken = taken
        self.long_ago = taken - _COARSE_TICK

    def is_recent(self, stamp: int) -> bool:
        """Tell whether a later change could bear the same stamp, so that equal stats prove nothing."""
        return stamp > self.taken - (_TICK if stamp % _SECOND else _COARSE_TICK)

    def known(self, own: Mapping[str, str]) -> Mapping[str, Stat]:
        """Give the stats by which files with these digests are known."""
        if own is self.digests:
            return self.stats
        digests = self.digests
        return {path: stat for path, stat in self.stats.items() if own.get(path) == digests.get(path)}


def save(path: str, ledger: Ledger) -> None:
    """Write a ledger in place of the old one; one that cannot be written is dropped."""
    files = list(ledger.digests)
    numbers = [ledger.taken, len(files), len(ledger.folders), len(ledger.foreign)]
    for file in files:
        numbers += ledger.stats[file]
    for folder in ledger.folders.values():
        numbers += folder
    names = [*files, *ledger.digests.values(), *ledger.folders, *ledger.foreign]
    text = "\0".join(names).encode("utf-8", "surrogateescape")
    temporary = f"{path}.new-{os.getpid()}"
    try:
        body = len(text).to_bytes(8, "little") + text + struct.pack(f"<{len(numbers)}q", *numbers)
        with open(temporary, "wb") as output:
            output.write(_TITLE + zlib.crc32(body).to_bytes(4, "little") + body)
        os.replace(temporary, path)
    except (OSError, struct.error):  # some disks of Windows number files with 128 bits
        return


def load(path: str) -> Ledger | None:
    """Read a ledger; None when it is not there or damaged."""
    try:
        with open(path, "rb") as file:
            data = file.read()
        return _parse(data)
    except (OSError, ValueError, struct.error):
        return None


def _parse(data: bytes) -> Ledger | None:
    start = len(_TITLE) + 4
    body = memoryview(data)[start:]
    if not data.startswith(_TITLE) or zlib.crc32(body) != int.from_bytes(data[start - 4 : start], "little"):
        return None
    length = int.from_bytes(body[:8], "little")
    names = str(body[8 : 8 + length], "utf-8", "surrogateescape").split("\0")
    rest = body[8 + length :]
    numbers = struct.unpack(f"<{len(rest) // 8}q", rest)
    taken, files, folders, foreign = numbers[:4]
    if len(names) != max(1, 2 * files + folders + foreign):
        return None
    after_files = 4 + _NUMBERS_PER_FILE * files
    of_files, of_folders = iter(numbers[4:after_files]), iter(numbers[after_files:])
    paths, folder_paths = names[:files], names[2 * files : 2 * files + folders]
    return Ledger(
        digests=dict(zip(paths, names[files : 2 * files], strict=True)),
        stats=dict(zip(paths, zip(of_files, of_files, of_files, of_files, strict=True), strict=True)),
        folders=dict(zip(folder_paths, zip(of_folders, of_folders, strict=True), strict=True)),
        foreign=names[2 * files + folders :][:foreign],
        taken=taken,
    )
