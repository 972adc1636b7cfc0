"""One publisher at a time: a lock file beside the output, gone again when nobody publishes."""

import contextlib
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

from factsheet.files.failures import BUSY, BUSY_UNKNOWN, PublishFailed, WhyFailed

_PAUSE = 0.02  # seconds


@contextmanager
def locked(output: str, *, wait: float) -> Iterator[None]:
    """Hold the lock of an output; wait so many seconds for another publisher at most.

    The file is deleted before it is let go, so each taker looks whether the file it locked is still the one
    in place. Raises PublishFailed (busy, naming the other process), and OSError when the lock file cannot be
    made.
    """
    parent, name = os.path.split(output)
    path = f"{parent}/.{name}.lock"
    handle = _take(path, output, time.monotonic() + wait)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            if _is_in_place(handle, path):
                os.unlink(path)
        os.close(handle)


def _take(path: str, output: str, until: float) -> int:
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
        try:
            if _try_lock(handle, output, until) and _is_in_place(handle, path):
                os.ftruncate(handle, 0)
                os.pwrite(handle, str(os.getpid()).encode(), 0)
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)
        time.sleep(_PAUSE)


def _try_lock(handle: int, output: str, until: float) -> bool:
    """Lock an open file; False when another has it, and an exception when the time is over."""
    import fcntl  # not on Windows, where publishing is refused and importing must not fail

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        if time.monotonic() >= until:
            raise _busy(handle, output) from None
        return False
    return True


def _is_in_place(handle: int, path: str) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), os.lstat(path))
    except FileNotFoundError:
        return False


def _busy(handle: int, output: str) -> PublishFailed:
    owner = os.pread(handle, 20, 0).decode("ascii", "replace")
    if not owner.isdecimal():
        return PublishFailed(WhyFailed.BUSY, output, BUSY_UNKNOWN)
    return PublishFailed(WhyFailed.BUSY, output, BUSY, owner=owner)
