"""What the operating system can do and Python's `os` cannot ask for: exchange two folders, write a disk out.

Reached through ctypes, which is imported only when a site is published. Where a call is missing the slower
way is taken; importing this module works on every system.
"""

import contextlib
import errno
import os
import sys
from collections.abc import Callable, Iterable
from functools import cache

_LINUX_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2)
_MACOS_SWAP = 2  # RENAME_SWAP of renamex_np(2)
_AT_FDCWD = -100
_NOT_OFFERED = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})

MANY = 16
"""From this many files and folders on, one syncfs(2) costs less than an fsync(2) of each."""


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
    """Return when a file's or a folder's own content is on the disk."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _flush_drive(folder: str) -> None:
    """Empty the drive's own cache where fsync(2) leaves that out, as macOS does."""
    import fcntl

    command: int | None = getattr(fcntl, "F_FULLFSYNC", None)
    if command is None:
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.fcntl(handle, command)
    finally:
        os.close(handle)


def _sync_file_system(folder: str) -> bool:
    call = _syncfs_call()
    if call is None:
        return False
    handle = os.open(folder, os.O_RDONLY)
    try:
        number = call(handle)
    finally:
        os.close(handle)
    if number in _NOT_OFFERED:
        return False
    if number:
        raise OSError(number, os.strerror(number), folder)
    return True


@cache
def _exchange_call() -> Callable[[bytes, bytes], int] | None:
    name, before, after = _exchange_of(sys.platform)
    function = _function(name)
    if function is None:
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
