"""One run of a command: wall time, time of the processor, peak memory of all its processes together."""

import os
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

LIMIT: Final = 900.0
"""Seconds after which a run is ended."""

INTERVAL: Final = 0.004
"""Seconds between two looks at memory."""

LAST_WORDS: Final = 500
"""Bytes of what a failed command said that are passed on."""

MEBIBYTE: Final = 1024


class Failed(Exception):
    """A generator ended with an error, or not in time; the text is the end of what it said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one run took: seconds, seconds of processor time, and MiB of its largest process."""

    wall: float
    cpu: float
    peak: float


def run(command: Sequence[str], folder: Path, added: Mapping[str, str], *, watched: bool = False) -> Run:
    """Run a command to its end; Failed when it does not succeed.

    With `watched`, the memory of all its processes is sampled, shared pages counted once (PSS), which
    costs time.
    """
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **added},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            start_new_session=True,
        )
        with bounded(process.pid), sampled(process.pid, watched=watched) as samples:
            _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(max(0, said.tell() - LAST_WORDS))
            raise Failed(f"{command[0]}: {said.read().decode('utf-8', 'replace')}")
    return Run(
        wall=wall,
        cpu=usage.ru_utime + usage.ru_stime,
        peak=max([usage.ru_maxrss, *samples]) / MEBIBYTE,
    )


@contextmanager
def bounded(pid: int) -> Iterator[None]:
    """End a process and its own children when it takes too long."""
    timer = threading.Timer(LIMIT, os.killpg, (pid, signal.SIGKILL))
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


@contextmanager
def sampled(pid: int, *, watched: bool) -> Iterator[list[int]]:
    """Gather the KiB that a process and its descendants hold, again and again, while the block runs."""
    samples: list[int] = []
    ended = threading.Event()

    def look() -> None:
        while not ended.wait(INTERVAL):
            samples.append(sum(held(each) for each in family(pid)))

    watcher = threading.Thread(target=look, daemon=True)
    if watched:
        watcher.start()
    try:
        yield samples
    finally:
        ended.set()
        if watched:
            watcher.join()


def family(pid: int) -> Iterator[int]:
    """Give a process and all its descendants, as Linux knows them."""
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found = children.read_text("ascii").split()
        except OSError:
            continue
        for child in found:
            yield from family(int(child))


def held(pid: int) -> int:
    """Give the KiB that a process holds, pages it shares counted in parts; 0 when it is gone."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    except OSError:
        return 0
    return 0
