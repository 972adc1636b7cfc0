"""A folder that is open: names in it are looked up one at a time, and no link is followed.

Where files can be opened relative to a handle, nothing can be swapped between a check and its use (CWE-367). Windows
goes by paths: an entry is looked at before and after it is opened, and what is open there cannot be moved away.
"""

import errno
import os
import stat
from typing import Self

from factsheet.files import system


class Folder:
    """An open folder; on Windows the path of one. Its methods raise OSError, and ELOOP for a link."""

    def __init__(self, where: int | str) -> None:
        """Take over a handle, or a path; see `root` and `enter`."""
        self.where = where

    @classmethod
    def root(cls, path: str | os.PathLike[str]) -> Self:
        """Open the folder at a path, through links where there are any."""
        if not system.BY_PATH:
            return cls(os.open(path, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0)))
        if not stat.S_ISDIR(os.stat(path).st_mode):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), os.fspath(path))
        return cls(os.fspath(path))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the folder."""
        if isinstance(self.where, int):
            os.close(self.where)

    def enter(self, name: str) -> "Folder":
        """Open a folder in this one."""
        if isinstance(self.where, int):
            return Folder(os.open(name, system.READ | getattr(os, "O_DIRECTORY", 0), dir_fd=self.where))
        found = self._unlinked(name)
        if not stat.S_ISDIR(found.st_mode):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), name)
        return Folder(f"{self.where}/{name}")

    def open(self, name: str, flags: int = system.READ, mode: int = 0o666) -> int:
        """Open a file in the folder; give its handle."""
        if isinstance(self.where, int):
            return os.open(name, flags, mode, dir_fd=self.where)
        if flags & os.O_CREAT:
            return os.open(f"{self.where}/{name}", flags, mode)
        before = self._unlinked(name)
        handle = os.open(f"{self.where}/{name}", flags)
        try:
            same = os.path.samestat(before, self._unlinked(name))
        except BaseException:
            os.close(handle)
            raise
        if not same:
            os.close(handle)
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), name)
        return handle

    def stat(self, name: str) -> os.stat_result:
        """Look at an entry without following a link."""
        if isinstance(self.where, int):
            return os.stat(name, dir_fd=self.where, follow_symlinks=False)
        return os.lstat(f"{self.where}/{name}")

    def entries(self) -> list[tuple[str, bool]]:
        """The names in the folder, each with whether it is a folder."""
        with os.scandir(self.where) as entries:
            return [(entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries]

    def make(self, name: str) -> None:
        """Make a folder in this one."""
        if isinstance(self.where, int):
            os.mkdir(name, dir_fd=self.where)
        else:
            os.mkdir(f"{self.where}/{name}")

    def replace(self, old: str, new: str) -> None:
        """Give a file another name, in the place of what has it."""
        if isinstance(self.where, int):
            os.replace(old, new, src_dir_fd=self.where, dst_dir_fd=self.where)
        else:
            system.replace(f"{self.where}/{old}", f"{self.where}/{new}")

    def unlink(self, name: str) -> None:
        """Delete a file."""
        if isinstance(self.where, int):
            os.unlink(name, dir_fd=self.where)
        else:
            system.persist(lambda: os.unlink(f"{self.where}/{name}"))

    def _unlinked(self, name: str) -> os.stat_result:
        found = self.stat(name)
        if system.is_link(found):
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), name)
        return found
