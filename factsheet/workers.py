"""All cores for a cold build: the units that must be done are shared out to forked processes.

A fork begins warm, with everything imported and every table made; only what it finds out comes back. What it sends
is pickled, which is safe between a process and its own child.
"""

import gc
import os
import pickle
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

from factsheet.outputs.navigation import card
from factsheet.problems import Severity
from factsheet.sheets.shelf import Unreadable
from factsheet.tracing import Trace
from factsheet.units import Units, to_problem

FEWEST = 24
"""Below so many units a fork costs more than it gains."""

LAST = "index"
"""The front page lists the others, so it is rendered when they are known."""


@dataclass(frozen=True, kw_only=True)
class Share:
    """What a worker sends back."""

    traces: dict[str, Trace]
    made: dict[str, bytes]
    texts: dict[str, dict[str, str]] = field(default_factory=dict)
    failure: str = ""
    unreadable: bool = False


def cores() -> int:
    """How many processes a build may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run_in_parallel(units: Units, paths: Sequence[str], jobs: int, *, render: bool) -> None:
    """Do the units that are out of date in `jobs` processes; their traces and files are then known to `units`.

    Raises Unreadable as the units do, and RuntimeError where a worker fails.
    """
    tracer = units.site.tracer
    waiting = [
        path
        for path in paths
        if tracer.current(f"check {path}") is None or (render and tracer.current(f"render {path}") is None)
    ]
    if jobs < 2 or len(waiting) < FEWEST or not hasattr(os, "fork"):  # noqa: PLR2004 - two make a crowd
        return
    gc.collect()
    gc.freeze()
    sys.stdout.flush()
    sys.stderr.flush()
    size = -(-len(waiting) // jobs)
    pipes = [_fork(units, waiting[start : start + size], render=render) for start in range(0, len(waiting), size)]
    shares = [_receive(pid, handle) for pid, handle in pipes]
    gc.unfreeze()
    for share in shares:
        if share.unreadable:
            raise Unreadable
        if share.failure:
            raise RuntimeError(share.failure)
        tracer.traces.update(share.traces)
        units.made.update(share.made)
        for name, texts in share.texts.items():
            units.texts.setdefault(name, {}).update(texts)


def _fork(units: Units, paths: Sequence[str], *, render: bool) -> tuple[int, int]:
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        return pid, reading
    code = 1
    try:
        os.close(reading)
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(_share(units, paths, render=render), pipe, protocol=pickle.HIGHEST_PROTOCOL)
        code = 0
    finally:
        os._exit(code)


def _share(units: Units, paths: Sequence[str], *, render: bool) -> Share:
    known = set(units.site.tracer.traces)
    try:
        for path in paths:
            _work(units, path, render=render)
    except Unreadable:
        return Share(traces={}, made={}, unreadable=True)
    except Exception:  # noqa: BLE001 - the parent reports it as if it had done the work itself
        import traceback

        return Share(traces={}, made={}, failure=traceback.format_exc())
    traces = {name: trace for name, trace in units.site.tracer.traces.items() if name not in known}
    return Share(traces=traces, made=units.made, texts=units.texts)


def _work(units: Units, path: str, *, render: bool) -> None:
    checked = units.check(path)
    if any(to_problem(plain).severity is Severity.ERROR for plain in checked["problems"]):
        return
    if render and path in units.site.every_path:
        for language in units.site.published:
            if units.site.is_shown(language.tag, path):
                card(units.rendering, language.tag, path)
        if path != LAST:
            units.render(path)


def _receive(pid: int, handle: int) -> Share:
    with os.fdopen(handle, "rb") as pipe:
        data = pipe.read()
    os.waitpid(pid, 0)
    if not data:
        return Share(traces={}, made={}, failure="a worker ended without a word")
    share: Share = pickle.loads(data)  # noqa: S301 - sent by our own child over a private pipe
    return share
