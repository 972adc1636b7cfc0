"""Work that is done in a copy of this process, which has loaded the engine and collected the tests already."""

import contextlib
import multiprocessing
import os
import signal
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")
_shared: dict[str, Any] = {}
"""What the copies of this process share out, which knows more than can be sent to them."""
_forked: set[int] = set()
"""The processes that this one waits for."""


def shared_out(work: Callable[[Given], Made], parts: Sequence[Given], hands: int) -> Iterator[Made]:
    """What work makes of each part, in their order, done in so many copies of this process at once."""
    _shared.update(work=work, parts=parts)
    with multiprocessing.get_context("fork").Pool(hands, end_at_once) as pool:
        yield from pool.imap(_part, range(len(parts)))
        pool.close()  # an order to end that comes as a copy begins to wait for a lock is not seen: each ends by itself
        pool.join()


def end_properly() -> None:
    """Have this process, where it is told to end, first end the copies that share its work."""
    signal.signal(signal.SIGTERM, _end_all)


def end_at_once() -> None:
    """Have a copy, where it is told to end, take along what it has forked, and clean up nothing: it may hold a lock."""
    signal.signal(signal.SIGTERM, _end)


def _end_all(*_: object) -> None:
    """Without cleaning up: that waits for a lock of the pool, which a copy may have taken along."""
    for copy in multiprocessing.active_children():
        copy.terminate()
    os._exit(1)


def _end(*_: object) -> None:
    for child in _forked:
        _kill(child)
    os._exit(1)


def _kill(child: int) -> None:
    for way in (os.killpg, os.kill):  # it may not have a group of its own yet
        with contextlib.suppress(ProcessLookupError, PermissionError):
            way(child, signal.SIGKILL)


def _part(number: int) -> object:
    return _shared["work"](_shared["parts"][number])


def forked(work: Callable[[], bytes], limit: float) -> bytes | None:
    """What a copy of this process gives back; None where it ends otherwise, or not within a limit in seconds.

    What it prints is lost. Processes that it has started are ended with it.
    """
    handle, name = tempfile.mkstemp(prefix="mutants-")
    os.close(handle)
    answer = Path(name)
    with _not_ended_now():
        child = os.fork()
        if child:
            _forked.add(child)
    if not child:
        _work_and_end(work, answer)
    ended = _wait(child, time.monotonic() + limit)
    said = answer.read_bytes()
    answer.unlink()
    return said if ended == 0 else None


@contextlib.contextmanager
def _not_ended_now() -> Iterator[None]:
    """Have an order to end wait: one between the birth of a copy and the note of it would leave the copy running."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})


def _work_and_end(work: Callable[[], bytes], answer: Path) -> None:
    status = 1
    try:
        os.setpgid(0, 0)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nowhere, stream)
        answer.write_bytes(work())
        status = 0
    finally:
        os._exit(status)


def _wait(child: int, end: float) -> int:
    """Wait for a process, at most until a moment; how it ended, negative where it was killed."""
    done, status = 0, 0
    while not done and time.monotonic() < end:
        time.sleep(0.005)
        done, status = os.waitpid(child, os.WNOHANG)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    _forked.discard(child)
    return os.waitstatus_to_exitcode(status if done else os.waitpid(child, 0)[1])
