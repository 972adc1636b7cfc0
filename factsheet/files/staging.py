"""The new site, made beside the old one where no reader sees it.

It grows out of an empty folder, or out of the `spare`: the site before the last one, whose unchanged files
are the same inodes as the published ones, so that only what differs costs anything.
"""

import errno
import os
import shutil
import stat
import time
from collections.abc import Iterable, Mapping

from factsheet.files import system
from factsheet.files.marker import SPECIAL, PublishFailed, WhyFailed
from factsheet.files.names import unlink
from factsheet.files.scanning import Stat, stat_key
from factsheet.files.survey import FILE_MODE, FOLDER_MODE, MARKER, Survey, folders_of, parent

_CANNOT_LINK = frozenset(
    {errno.EXDEV, errno.EINVAL, errno.EPERM, errno.EACCES, errno.EMLINK, errno.ENOTSUP, errno.EOPNOTSUPP}
)


class Stage:
    """A folder that becomes the site, with the stats of what is in it. Its methods raise OSError."""

    def __init__(self, path: str, base: Survey | None) -> None:
        """Begin with an empty folder, made here, or with the folder that `base` was found in."""
        self.path = path
        self.found = base or Survey()
        self.touched: set[str] = {""}
        self.linked: list[str] = []
        self.written: list[str] = []
        if base is None:
            os.mkdir(path, FOLDER_MODE)
            self.found.folders[""] = (0, 0)
        else:
            # Without a list, what a killed publisher leaves here is known to hold nothing of others.
            unlink(f"{path}/{MARKER}")
            self.found.sound.pop(MARKER, None)
        self._must_set_mode = self._find_mode()

    def _find_mode(self) -> bool:
        """Give the folder its mode, and tell whether the process's umask keeps new files from theirs."""
        before = os.stat(self.path).st_mode & 0o7777
        if before != FOLDER_MODE:
            os.chmod(self.path, FOLDER_MODE)
        probe = os.umask(0o022)
        os.umask(probe)
        return probe & FOLDER_MODE != 0

    def keep_only(self, wanted: Mapping[str, str], listed: Iterable[str], needed: Iterable[str]) -> None:
        """Delete listed files not wanted as they are, all strangers, and folders that no path needs."""
        sound = self.found.sound
        for path in listed:
            if path not in wanted or sound.get(path) != wanted[path]:
                unlink(f"{self.path}/{path}")
                sound.pop(path, None)
                self.touched.add(parent(path))
        for path in self.found.foreign:
            unlink(f"{self.path}/{path}")
            self.touched.add(parent(path))
        self.found.foreign.clear()
        for folder in sorted(self.found.folders.keys() - folders_of(needed), reverse=True):
            os.rmdir(f"{self.path}/{folder}")
            del self.found.folders[folder]
            self.touched.add(parent(folder))

    def add_folders(self, paths: Iterable[str]) -> None:
        """Make the folders that some files need and that are not there."""
        for folder in sorted(folders_of(paths) - self.found.folders.keys()):
            self.add_folder(folder, FOLDER_MODE)

    def add_folder(self, path: str, mode: int) -> None:
        """Make one folder, with its mode."""
        os.mkdir(f"{self.path}/{path}", mode)
        if self._must_set_mode or mode != FOLDER_MODE:
            os.chmod(f"{self.path}/{path}", mode)
        self.found.folders[path] = (0, 0)
        self.touched.update((path, parent(path)))

    def write(self, path: str, data: bytes, digest: str) -> None:
        """Write one new file."""
        handle = os.open(f"{self.path}/{path}", system.NEW, FILE_MODE)
        try:
            _write_all(handle, data)
            if self._must_set_mode:
                system.set_mode(handle, FILE_MODE)
            self.found.stats[path] = stat_key(os.fstat(handle))
        finally:
            os.close(handle)
        self.found.sound[path] = digest
        self.written.append(path)
        self.touched.add(parent(path))

    def link(self, path: str, tree: str, seen: Stat, digest: str) -> bool:
        """Let a file of another tree stand here too; False if it cannot, or is not as it was seen."""
        target = f"{self.path}/{path}"
        try:
            system.link(f"{tree}/{path}", target)
        except OSError as error:
            if error.errno in _CANNOT_LINK or error.errno == errno.ENOENT:
                return False
            raise
        now = stat_key(os.lstat(target))
        if (now[0], now[1], now[3]) != (seen[0], seen[1], seen[3]):
            os.unlink(target)
            return False
        self.found.sound[path] = digest
        self.found.stats[path] = now
        self.linked.append(path)
        self.touched.add(parent(path))
        return True

    def carry(self, path: str, tree: str) -> None:
        """Bring an entry of others over from another tree as it is: linked where that can be, else copied."""
        source, target = f"{tree}/{path}", f"{self.path}/{path}"
        self.touched.add(parent(path))
        self.found.foreign.append(path)
        _carry(source, target)

    def settle(self) -> None:
        """Take the stats of touched folders in their final state; nothing may be added afterwards."""
        folders = self.found.folders
        self.touched &= folders.keys()
        for path in self.touched:
            seen = os.lstat(f"{self.path}/{path}" if path else self.path)
            folders[path] = (seen.st_mtime_ns, seen.st_ino)
        self.found.folders = {path: folders[path] for path in sorted(folders)}
        self.found.taken = time.time_ns()


def _write_all(handle: int, data: bytes) -> None:
    view = memoryview(data)
    while len(view) > 0:
        view = view[os.write(handle, view) :]


def _carry(source: str, target: str) -> None:
    """Carry one entry; a folder with all that is in it."""
    seen = os.lstat(source)
    if stat.S_ISDIR(seen.st_mode):
        os.mkdir(target, 0o700)
        for name in sorted(os.listdir(source)):
            _carry(f"{source}/{name}", f"{target}/{name}")
        os.chmod(target, seen.st_mode & 0o7777)
        return
    try:
        system.link(source, target)
    except OSError as error:
        if error.errno not in _CANNOT_LINK:
            raise
        _copy(source, target, seen)


def _copy(source: str, target: str, seen: os.stat_result) -> None:
    if stat.S_ISLNK(seen.st_mode):
        os.symlink(os.readlink(source), target)
    elif stat.S_ISREG(seen.st_mode):
        shutil.copy2(source, target, follow_symlinks=False)
    else:
        raise PublishFailed(WhyFailed.OCCUPIED, source, SPECIAL)
