"""Stats of a tree's files from when they were last known to be right, by which they are known again.

A ledger is a cache: a file whose stat is as noted still has the noted digest, whatever else happened; any
other is read. So a ledger that is old, half written or gone costs time and changes nothing. Its form is one
that loads twenty thousand entries in milliseconds and runs nothing: text joined by NUL, then 64-bit integers.
"""

from __future__ import annotations  # the names of types need not be imported to start

import os
import struct
import zlib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factsheet.files.scanning import Stat

FolderStat = tuple[int, int]
"""A folder's time of modification in nanoseconds and its inode: they change when an entry comes or goes."""

_TITLE = b"factsheet ledger 1\n"
_TICK = 40_000_000  # nanoseconds: four times the coarsest clock of a kernel in use
_COARSE_TICK = 2_100_000_000  # FAT counts two seconds, HFS+ one
_SECOND = 1_000_000_000
_NUMBERS_PER_FILE = 4
_NUMBERS_PER_FOLDER = 2


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
