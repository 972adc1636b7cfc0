"""The file system as Windows has it, laid over that of Linux: for tests that run on both.

What is simulated is what code of ours meets: no handles of folders, no `fcntl`, text mode unless bytes are asked for,
one file for names that differ in capitals alone, names that no file may have, and above all that nobody moves, replaces
or deletes what anybody has open, nor a folder with it. On Windows itself nothing is laid over anything.
"""

import errno
import importlib
import os
import re
import stat
import sys
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest

from factsheet.files import system

IS_WINDOWS = os.name == "nt"
_BINARY = 1 << 40
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?|.*[<>:\"|?*\\].*|.*[. ]", re.IGNORECASE)
_GONE = ("O_NOFOLLOW", "O_NONBLOCK", "O_DIRECTORY", "O_CLOEXEC", "fchmod", "pread", "pwrite", "fork", "geteuid")


_told: list[str] = []
"""What was held when somebody wanted to move it, replace it or delete it."""


class _Held(PermissionError):
    """A sharing violation, as Windows tells of it."""

    def __init__(self, path: str) -> None:
        super().__init__(errno.EACCES, "The process cannot access the file because it is being used", path)
        self.winerror = 32


def _files_open() -> Iterator[str]:
    for name in _real["listdir"]("/proc/self/fd"):
        try:
            yield os.readlink(f"/proc/self/fd/{name}")
        except OSError:
            continue


def _refuse_held(path: str) -> None:
    whole = os.path.realpath(path)
    if any(one == whole or one.startswith(f"{whole}/") for one in _files_open()):
        _told.append(path)
        raise _Held(path)


_real: dict[str, Callable[..., Any]] = {
    name: getattr(os, name)
    for name in ("open", "listdir", "scandir", "lstat", "stat", "mkdir", "rename", "replace", "unlink", "rmdir")
}
_real |= {"link": os.link, "chmod": os.chmod, "fsync": os.fsync, "write": os.write}


def _is_dir(path: str) -> bool:
    try:
        return stat.S_ISDIR(_real["stat"](path).st_mode)
    except OSError:
        return False


def _is_there(path: str) -> bool:
    try:
        return bool(_real["lstat"](path))
    except OSError:
        return False


def _found(path: str) -> str:
    """The path with its names as they are spelled on the disk."""
    above, name = os.path.split(path)
    if _is_there(path) or not name:
        return path
    folder = _found(above)
    here = _real["listdir"](folder or ".") if _is_dir(folder or ".") else []
    return os.path.join(folder, next((one for one in here if one.casefold() == name.casefold()), name))


def _by_path(name: str) -> Callable[..., Any]:
    """A call of `os` that takes paths only, in whatever capitals."""

    def call(path: Any, *arguments: Any, **named: Any) -> Any:
        if isinstance(path, int) and name in {"scandir", "listdir"}:
            raise TypeError(name)
        if named.pop("dir_fd", None) is not None:
            raise NotImplementedError(name)
        return _real[name](path if isinstance(path, int) else _found(os.fspath(path)), *arguments, **named)

    return call


def _good(path: Any) -> str:
    name = os.path.basename(os.fspath(path))
    if _RESERVED.fullmatch(name):
        raise OSError(errno.EINVAL, "The filename, directory name, or volume label syntax is incorrect", path)
    return _found(os.fspath(path))


class Windows:
    """The calls of `os` that mean something else there."""

    def __init__(self, fcntl: ModuleType) -> None:
        """Lock with the locks of this system."""
        self._fcntl = fcntl
        self._texts: set[int] = set()

    def open(self, path: Any, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        """Open a file; a folder cannot be, and text is translated unless it is bytes that are asked for."""
        if dir_fd is not None:
            raise NotImplementedError("dir_fd")
        real = _good(path) if flags & os.O_CREAT else _found(os.fspath(path))
        if _is_dir(real):
            raise PermissionError(errno.EACCES, "Permission denied", real)
        handle: int = _real["open"](real, flags & ~_BINARY, mode)
        (self._texts.discard if flags & _BINARY else self._texts.add)(handle)
        return handle

    def write(self, handle: int, data: bytes) -> int:
        """Write; a line ends in two characters where text is written."""
        text = handle in self._texts
        _real["write"](handle, bytes(data).replace(b"\n", b"\r\n") if text else data)
        return len(data)

    def fsync(self, handle: int) -> None:
        """Write out what was opened to be written."""
        if self._fcntl.fcntl(handle, self._fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDONLY:
            raise OSError(errno.EBADF, "Bad file descriptor")
        _real["fsync"](handle)

    def locking(self, handle: int, _mode: int, _bytes: int) -> None:
        """Lock bytes of a file, as `msvcrt` does."""
        try:
            self._fcntl.flock(handle, self._fcntl.LOCK_EX | self._fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise PermissionError(errno.EACCES, "Permission denied") from error

    @staticmethod
    def rename(old: Any, new: Any, **named: Any) -> None:
        """Rename what nobody has open to a name that is free."""
        if named:
            raise NotImplementedError("dir_fd")
        source, target = _found(os.fspath(old)), _good(new)
        if _is_there(target) and source != target:
            raise FileExistsError(errno.EEXIST, "Cannot create a file when that file already exists", target)
        _refuse_held(source)
        _real["rename"](source, target)

    @staticmethod
    def replace(old: Any, new: Any, **named: Any) -> None:
        """Rename over a file that nobody has open."""
        if named:
            raise NotImplementedError("dir_fd")
        for path in (_found(os.fspath(old)), _good(new)):
            _refuse_held(path)
        _real["replace"](_found(os.fspath(old)), _good(new))

    @staticmethod
    def unlink(path: Any, *, dir_fd: int | None = None) -> None:
        """Delete what nobody has open, and what may be written."""
        if dir_fd is not None:
            raise NotImplementedError("dir_fd")
        real = _found(os.fspath(path))
        found = _real["lstat"](real)
        _refuse_held(real)
        if stat.S_ISREG(found.st_mode) and not found.st_mode & stat.S_IWUSR:
            raise PermissionError(errno.EACCES, "Access is denied", real)
        _real["unlink"](real)

    @staticmethod
    def rmdir(path: Any, *, dir_fd: int | None = None) -> None:
        """Delete an empty folder."""
        if dir_fd is not None:
            raise NotImplementedError("dir_fd")
        _refuse_held(os.fspath(path))
        _real["rmdir"](_found(os.fspath(path)))

    @staticmethod
    def mkdir(path: Any, mode: int = 0o777, *, dir_fd: int | None = None) -> None:
        """Make a folder of a name that may be."""
        if dir_fd is not None:
            raise NotImplementedError("dir_fd")
        _real["mkdir"](_good(path), mode)

    @staticmethod
    def link(source: Any, target: Any, **named: Any) -> None:
        """Give a file a second name."""
        if named:
            raise NotImplementedError("follow_symlinks")
        _real["link"](_found(os.fspath(source)), _good(target))

    @staticmethod
    def chmod(path: Any, mode: int, **_: Any) -> None:
        """Let a file be written, or not; there are no other permissions."""
        real = _found(os.fspath(path))
        if not _is_dir(real):
            _real["chmod"](real, 0o666 if mode & stat.S_IWRITE else 0o444)


@pytest.fixture
def windows() -> Iterator[list[str]]:
    """Windows, or what it does to files laid over Linux; gives the paths that were held by somebody when wanted."""
    _told.clear()
    if IS_WINDOWS:
        yield _told
        return
    if not sys.platform.startswith("linux"):
        pytest.skip("what is open is known on Linux alone")
    import fcntl

    laid = Windows(fcntl)
    with pytest.MonkeyPatch.context() as patch:
        for name in _GONE:
            patch.delattr(os, name)
        patch.setattr(os, "O_BINARY", _BINARY, raising=False)
        for name in ("open", "write", "fsync", "rename", "replace", "unlink", "rmdir", "mkdir", "link", "chmod"):
            patch.setattr(os, name, getattr(laid, name))
        for name in ("listdir", "scandir", "lstat", "stat"):
            patch.setattr(os, name, _by_path(name))
        locks = ModuleType("msvcrt")
        vars(locks).update(locking=laid.locking, LK_NBLCK=2)
        patch.setitem(sys.modules, "msvcrt", locks)
        for name in ("fcntl", "resource"):
            patch.setitem(sys.modules, name, None)
        importlib.reload(system)
        patch.setattr(system, "_function", lambda _name: None)
        patch.setattr(system, "PATIENCE", 0.05)
        yield _told
    importlib.reload(system)
