"""All in which operating systems differ: how a file is opened, locked, kept, linked, and how a folder is replaced.

Where Linux and macOS open a file relative to its open folder, exchange two folders in one step and lock whole files,
Windows goes by paths, renames folders one after the other, and lets nobody move what another program has open; what is
held is tried again for `PATIENCE` seconds there. This imports on every system; `docs/hosting.md` says what holds where.
"""

import contextlib
import errno
import os
import stat
import sys
import time
from _thread import allocate_lock
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module

_LINUX_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2)
_MACOS_SWAP = 2  # RENAME_SWAP of renamex_np(2)
_AT_FDCWD = -100
_NOT_OFFERED = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})

MANY = 16
"""From this many files and folders on, one syncfs(2) costs less than an fsync(2) of each."""

PATIENCE = 5.0
"""Seconds for which what another program holds is tried again: virus scanners and indexers let go of it soon."""

_PAUSE = 0.02  # seconds
_HELD = frozenset({5, 32, 33, 145})  # ERROR_ACCESS_DENIED, _SHARING_VIOLATION, _LOCK_VIOLATION, _DIR_NOT_EMPTY
_FAR = 1 << 30  # where a byte is locked: behind what is written, for Windows lets nobody read a locked byte

BY_PATH = os.open not in os.supports_dir_fd
"""Whether files cannot be named relative to an open folder, and what is open cannot be moved away: on Windows."""

_PLAIN = getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
READ = os.O_RDONLY | _PLAIN | getattr(os, "O_NONBLOCK", 0)
"""How a file is opened to be read: its bytes as they are, no link followed, no pipe waited for."""
NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _PLAIN
"""How a new file is made."""
LOCK = os.O_RDWR | os.O_CREAT | _PLAIN
"""How a lock file is opened."""


def is_held(error: OSError) -> bool:
    """Whether an error says that another program has a file open, which only Windows minds."""
    return getattr(error, "winerror", None) in _HELD


def is_link(found: os.stat_result) -> bool:
    """Whether a stat, taken without following links, is one of a link; a junction of Windows is one."""
    junction = getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", None)
    return stat.S_ISLNK(found.st_mode) or (junction is not None and getattr(found, "st_reparse_tag", 0) == junction)


# Names given and taken away, again and again for a while where somebody holds what has them.


def persist(work: Callable[[], object]) -> None:
    """Do a work again and again, for `PATIENCE` seconds at most, while somebody holds a file. Raises OSError."""
    until, pause = time.monotonic() + PATIENCE, _PAUSE
    while True:
        try:
            work()
        except OSError as error:
            if not is_held(error) or time.monotonic() >= until:
                raise
        else:
            return
        time.sleep(pause)
        pause = min(2 * pause, 10 * _PAUSE)


def rename(old: str, new: str) -> None:
    """Give an entry another name that is free, or that of an empty folder. Raises OSError."""
    try:
        persist(lambda: os.rename(old, new))
    except FileExistsError:  # Windows replaces no folder, and an empty one is no loss
        os.rmdir(new)
        persist(lambda: os.rename(old, new))


def replace(old: str, new: str) -> None:
    """Give a file another name, in the place of what has it. Raises OSError."""
    persist(lambda: os.replace(old, new))


def remove(path: str) -> None:
    """Delete a file, or a folder with all in it, following no link. Raises OSError."""
    found = os.lstat(path)
    is_tree = stat.S_ISDIR(found.st_mode) and not is_link(found)
    if not BY_PATH:
        (import_module("shutil").rmtree if is_tree else os.unlink)(path)
        return
    if is_tree:
        for name in os.listdir(path):
            remove(f"{path}/{name}")
        persist(lambda: os.rmdir(path))
        return
    if not found.st_mode & stat.S_IWRITE:  # Windows deletes nothing that is only to be read
        os.chmod(path, stat.S_IWRITE | stat.S_IREAD)
    persist(lambda: os.unlink(path))


def link(source: str, target: str) -> None:
    """Let a file have a second name; a link is given one itself. Raises OSError."""
    os.link(source, target) if BY_PATH else os.link(source, target, follow_symlinks=False)


def exchange(one: str, other: str) -> bool:
    """Let two folders trade names in one step; False where the system or the file system cannot.

    Raises OSError when it can, and the exchange fails.
    """
    call = _exchange_call()
    number = errno.ENOSYS if call is None else call(os.fsencode(one), os.fsencode(other))
    if number in _NOT_OFFERED:
        return False
    if number:
        raise OSError(number, os.strerror(number), one, None, other)
    return True


# A lock of one process, which ends with it.


def try_lock(handle: int) -> bool:
    """Lock an open file for this process; False while another has it. Closing the file lets it go."""
    try:
        import fcntl
    except ModuleNotFoundError:
        return _try_lock_byte(handle)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _try_lock_byte(handle: int) -> bool:
    import msvcrt

    os.lseek(handle, _FAR, os.SEEK_SET)
    try:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined] # known on Windows only
    except OSError:
        return False
    return True


def is_in_place(handle: int, path: str) -> bool:
    """Whether an open file is still the one at a path; on Windows nobody can take it away."""
    try:
        return BY_PATH or os.path.samestat(os.fstat(handle), os.lstat(path))
    except FileNotFoundError:
        return False


def drop(handle: int, path: str) -> None:
    """Close a lock file and delete it: before others can lock it, and on Windows, if none has opened it, after."""
    if BY_PATH:
        os.close(handle)
        with contextlib.suppress(OSError):
            os.unlink(path)
        return
    with contextlib.suppress(OSError):
        if is_in_place(handle, path):
            os.unlink(path)
    os.close(handle)


# Bytes at a place of an open file, and its permissions.

_seeking = allocate_lock()


def read_at(handle: int, size: int, start: int) -> bytes:
    """Read from a place of an open file. Raises OSError."""
    if hasattr(os, "pread"):
        return os.pread(handle, size, start)
    with _seeking:
        os.lseek(handle, start, os.SEEK_SET)
        return os.read(handle, size)


def write_at(handle: int, data: bytes, start: int) -> int:
    """Write to a place of an open file; give how many bytes. Raises OSError."""
    if hasattr(os, "pwrite"):
        return os.pwrite(handle, data, start)
    with _seeking:
        os.lseek(handle, start, os.SEEK_SET)
        return os.write(handle, data)


def set_mode(handle: int, mode: int) -> None:
    """Give an open file its permissions, where files have them. Raises OSError."""
    if hasattr(os, "fchmod"):
        os.fchmod(handle, mode)


def changed_at(found: os.stat_result) -> int:
    """When an entry was changed last, in nanoseconds; Windows knows this of its content only."""
    return found.st_mtime_ns if BY_PATH else found.st_ctime_ns


# What has been written is on the disk.


def write_out(folder: str, changed: Iterable[str]) -> None:
    """Return when the changed files and folders below a folder are on the disk.

    Raises OSError when the disk says that it could not keep them.
    """
    paths = list(changed)
    if len(paths) > MANY and _sync_file_system(folder):
        return
    for path in paths:
        fsync(f"{folder}/{path}")
    _flush_drive(folder)


def fsync(path: str) -> None:
    """Return when a file's or a folder's own content is on the disk; Windows keeps its folders by itself."""
    if BY_PATH and stat.S_ISDIR(os.lstat(path).st_mode):
        return
    how = os.O_RDWR if BY_PATH else os.O_RDONLY  # Windows keeps only what was opened to be written
    with _opened(path, how | _PLAIN) as handle:
        os.fsync(handle)


@contextlib.contextmanager
def _opened(path: str, flags: int = os.O_RDONLY) -> Iterator[int]:
    handle = os.open(path, flags)
    try:
        yield handle
    finally:
        os.close(handle)


def _flush_drive(folder: str) -> None:
    """Empty the drive's own cache where fsync(2) leaves that out, as macOS does."""
    with contextlib.suppress(ModuleNotFoundError):
        import fcntl

        command: int | None = getattr(fcntl, "F_FULLFSYNC", None)
        if command is not None:
            with _opened(folder) as handle:
                fcntl.fcntl(handle, command)


def _sync_file_system(folder: str) -> bool:
    if (call := _syncfs_call()) is None:
        return False
    with _opened(folder) as handle:
        number = call(handle)
    if number in _NOT_OFFERED:
        return False
    if number:
        raise OSError(number, os.strerror(number), folder)
    return True


@cache
def _exchange_call() -> Callable[[bytes, bytes], int] | None:
    name, before, after = _exchange_of(sys.platform)
    if (function := _function(name)) is None:
        return None

    def call(one: bytes, other: bytes) -> int:
        return function(*before, one, *before, other, *after)

    return call


def _exchange_of(platform: str) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    if platform == "darwin":
        return ("renamex_np", (), (_MACOS_SWAP,))
    return ("renameat2", (_AT_FDCWD,), (_LINUX_EXCHANGE,))


@cache
def _syncfs_call() -> Callable[[int], int] | None:
    return _function("syncfs")


def _function(name: str) -> Callable[..., int] | None:
    """Find a function of the C library, made to answer 0 or the error's number."""
    with contextlib.suppress(ImportError, OSError, TypeError, AttributeError):
        import ctypes

        found = getattr(ctypes.CDLL(None, use_errno=True), name)

        def call(*arguments: object) -> int:
            return ctypes.get_errno() if found(*arguments) else 0

        return call
    return None
