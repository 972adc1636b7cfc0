"""A look at the sources by their stats alone: what tells in milliseconds that nothing has changed.

This module imports next to nothing, as it is all that a build with nothing to do needs of this package.
"""

from __future__ import annotations  # the names of types need not be imported to start

import os
import stat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

Stat = tuple[int, int, int, int]
"""Size in bytes, times of modification and of change in nanoseconds, and inode."""

MAX_DEPTH = 32
"""Folders inside folders below which nothing is read."""

SETTLED = 50_000_000
"""Nanoseconds after which a file's times tell that it has not changed again: file systems count in coarse steps."""

LEFT_BEHIND = frozenset({"Thumbs.db", "desktop.ini", "Icon\r"})
"""Files that Windows and macOS put into folders, hidden there."""

PUBLISHED_DOT_NAMES = frozenset({".well-known", ".nojekyll", ".htaccess"})
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
