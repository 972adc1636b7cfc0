"""What is in a published folder: which own files are as they were left, and what belongs to others.

With a ledger, a file is known by its stat and a folder's listing by the folder's stat; what does not match,
or changed too recently to tell, is read and listed. This module is all that a build with nothing to do needs.
"""

from __future__ import annotations  # the names of types need not be imported to start

import os
import time

from factsheet.files.scanning import Ledger, load, save, stat_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factsheet.files.scanning import FolderStat, Stat

MARKER = ".factsheet.json"
"""Name of the list of own files, at the top of the output. It is no page: it need not be served."""

FILE_MODE = 0o644
FOLDER_MODE = 0o755
_GONE = (FileNotFoundError, NotADirectoryError)  # a failing disk says nothing of the kind
_KIND = 0o170000
_IS_FOLDER = 0o040000
_IS_FILE = 0o100000


class Survey:
    """What was found in a tree: own files that hold what they should, own folders, and entries of others."""

    __slots__ = ("folders", "foreign", "had_to_look", "listed", "sound", "stats", "taken")

    def __init__(self) -> None:
        """Begin with nothing found, now: a change from here on must not be mistaken for what was seen."""
        self.taken = time.time_ns()
        self.sound: dict[str, str] = {}
        self.stats: dict[str, Stat] = {}
        self.folders: dict[str, FolderStat] = {}
        self.foreign: list[str] = []
        self.listed: set[str] = set()
        self.had_to_look = False

    def ledger(self) -> Ledger:
        """Note what was found, to know it again."""
        return Ledger(
            digests=self.sound, stats=self.stats, folders=self.folders, foreign=self.foreign, taken=self.taken
        )


def intact(output: str | os.PathLike[str], keep: str | os.PathLike[str]) -> str | None:
    """Give the digest of the published site's list if every file is as `publish` with `keep` left it.

    None means that something is missing, changed or unknown: publish again. Only own files are looked at.
    """
    tree = os.path.abspath(output)
    path = ledger_path(shelf(keep, tree))
    ledger = load(path)
    if ledger is None or MARKER not in ledger.digests:
        return None
    try:
        found = survey(tree, ledger.digests, ledger)
    except OSError:
        return None
    if len(found.sound) != len(ledger.digests):
        return None
    if found.had_to_look:
        save(path, found.ledger())
    return ledger.digests[MARKER]


def shelf(keep: str | os.PathLike[str], output: str) -> str:
    """Name the folder inside `keep` that belongs to one output."""
    import zlib

    return f"{os.fspath(keep)}/{zlib.crc32(os.fsencode(output)):08x}"


def ledger_path(folder: str) -> str:
    """Name the ledger of the published site, in an output's folder of `keep`."""
    return f"{folder}/site"


def survey(
    tree: str,
    own: Mapping[str, str],
    ledger: Ledger | None = None,
    *,
    of_use: Mapping[str, str] | None = None,
    twin: Survey | None = None,
) -> Survey:
    """Look through a tree for own files (path to digest) and for everything else.

    With `of_use`, a file that must be read to be known is read only if its digest there is the same. A
    `twin` is a survey, just made, of a tree that shares inodes with this one: a file found in order there is
    so here, if the ledger knows it by the same inode and its folder has not changed since.
    Raises OSError when a folder cannot be looked at.
    """
    found = look_at_folders(tree, own, ledger)
    if twin is not None and ledger is not None:
        _look_at_twins(ledger, twin, found)
    _look_at_files(tree, own, ledger, of_use, found)
    return found


def look_at_folders(tree: str, own: Mapping[str, str], ledger: Ledger | None) -> Survey:
    """Look through a tree for the folders of own files, and for everything that is not of them."""
    found = Survey()
    to_list = [""]
    if ledger is not None and "" in ledger.folders:
        to_list = _changed_folders(tree, ledger, found)
    if ledger is not None:
        unlisted = found.folders.keys() - set(to_list)
        found.foreign += [path for path in ledger.foreign if parent(path) in unlisted]
    if to_list:
        found.had_to_look = True
        _list_folders(tree, own, to_list, found)
        found.listed.update(to_list)
    return found


def _changed_folders(tree: str, ledger: Ledger, found: Survey) -> list[str]:
    changed = []
    folders, lstat, long_ago = found.folders, os.lstat, ledger.long_ago
    for path, noted in ledger.folders.items():
        if path and path.rpartition("/")[0] not in folders:
            continue
        try:
            stat = lstat(f"{tree}/{path}" if path else tree)
        except _GONE:
            continue
        if (stat.st_mode & _KIND) != _IS_FOLDER:
            continue
        stamp = stat.st_mtime_ns
        folders[path] = seen = (stamp, stat.st_ino)
        if seen != noted or (stamp > long_ago and ledger.is_recent(stamp)):
            changed.append(path)
    return changed


def _list_folders(tree: str, own: Mapping[str, str], waiting: list[str], found: Survey) -> None:
    own_folders = folders_of(own)
    for path in waiting:  # grows while it runs
        if path not in found.folders:
            if (seen := _folder_stat(f"{tree}/{path}" if path else tree)) is None:
                continue
            found.folders[path] = seen
        with os.scandir(f"{tree}/{path}") as entries:
            for entry in entries:
                inner = f"{path}/{entry.name}" if path else entry.name
                if entry.is_dir(follow_symlinks=False):
                    if inner in found.folders:
                        continue
                    (waiting if inner in own_folders else found.foreign).append(inner)
                elif inner not in own:
                    found.foreign.append(inner)


def _look_at_twins(ledger: Ledger, twin: Survey, found: Survey) -> None:
    unlisted = found.folders.keys() - found.listed
    sound, stats, of_twin = found.sound, found.stats, twin.stats
    for path, noted in ledger.stats.items():
        seen = of_twin.get(path)
        if (
            seen is not None
            and seen[3] == noted[3]
            and twin.sound[path] == ledger.digests[path]
            and path.rpartition("/")[0] in unlisted
        ):
            sound[path] = twin.sound[path]
            stats[path] = seen


def _look_at_files(
    tree: str, own: Mapping[str, str], ledger: Ledger | None, of_use: Mapping[str, str] | None, found: Survey
) -> None:
    noted = {} if ledger is None else ledger.known(own)
    long_ago = 0 if ledger is None else ledger.long_ago
    folders, sound, stats, lstat = found.folders, found.sound, found.stats, os.lstat
    for path, digest in own.items():
        if path in sound or path.rpartition("/")[0] not in folders:
            continue
        try:
            stat = lstat(f"{tree}/{path}")
        except OSError:
            continue
        if (stat.st_mode & _KIND) != _IS_FILE:
            continue
        stamp = stat.st_ctime_ns
        seen = (stat.st_size, stat.st_mtime_ns, stamp, stat.st_ino)
        if noted.get(path) == seen and not (stamp > long_ago and ledger and ledger.is_recent(stamp)):
            sound[path] = digest
            stats[path] = seen
        elif of_use is None or of_use.get(path) == digest:
            found.had_to_look = True
            if _holds(f"{tree}/{path}", digest):
                sound[path] = digest
                stats[path] = stat_key(lstat(f"{tree}/{path}"))


def _holds(path: str, digest: str) -> bool:
    """Tell whether a file has the content of a digest; if so, give it back the mode of a published file."""
    import hashlib

    from factsheet.files import system

    try:
        handle = os.open(path, system.READ)
    except OSError:
        return False
    with open(handle, "rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != digest:
            return False
        try:
            if os.fstat(handle).st_mode & 0o7777 != FILE_MODE:
                system.set_mode(handle, FILE_MODE)
        except OSError:
            return True
    return True


def parent(path: str) -> str:
    """Name the folder of a path; the tree itself is the empty name."""
    return path.rpartition("/")[0]


def folders_of(paths: Iterable[str]) -> set[str]:
    """List all folders that some files lie in, the tree itself included."""
    own = {path.rpartition("/")[0] for path in paths}  # most files share theirs, and there may be very many
    folders = {""}
    for folder in own:
        above = folder
        while above not in folders:
            folders.add(above)
            above = parent(above)
    return folders


def _folder_stat(path: str) -> FolderStat | None:
    try:
        seen = os.lstat(path)
    except _GONE:
        return None
    return (seen.st_mtime_ns, seen.st_ino) if (seen.st_mode & _KIND) == _IS_FOLDER else None
