"""The tasks that must be done, one after another or, for a cold build, shared out to this and forked processes.

A fork begins warm, with everything imported and every table made; only what it finds out comes back, as it finds it
out. This process does a share itself: one that waits holds as much memory as one that works. What it sends is
pickled, which is safe between a process and its own child.
"""

import gc
import os
import pickle
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import BinaryIO

from factsheet.builder import plugins
from factsheet.builder.plugins import PluginFailed
from factsheet.builder.spill import Drawer, Entry
from factsheet.builder.status import sheets_of
from factsheet.builder.tasks import Tasks
from factsheet.content.sheets.store import Unreadable
from factsheet.content.tracing import Trace, Tracer
from factsheet.core.problems import Problem
from factsheet.core.records import dataclass
from factsheet.outputs.navigation import card

FEWEST = 24
"""Below so many tasks a fork costs more than it gains."""

LAST = "index"
"""The front page lists the others, so it is rendered when they are known."""


OF_PAGES = frozenset(("facts", "written", "page", "places"))
"""The kinds of work that make the files of one sheet: they are what is shared out."""

WINDOW = 12
"""How many sheets are held in memory at a time beside what came of them: neighbours ask each other for titles."""

COLLECT = 256
"""Tasks after which garbage is looked for: a command has Python's own looking switched off."""

BATCH = 8
"""How many tasks a worker does before it sends what came of them."""


@dataclass(frozen=True, kw_only=True)
class Demand:
    """Somebody who waits for pages while a site is built in this process."""

    asked: Callable[[], Sequence[str]]
    """The files of the output that are waited for, the most wanted first."""
    show: Callable[[Mapping[str, bytes]], None]
    """Takes all files that are ready, as soon as those of a sheet that is waited for are."""


@dataclass(frozen=True, kw_only=True)
class WorkerResults:
    """What a worker sends back of some tasks."""

    traces: dict[str, Trace]
    answers: dict[str, str]
    made: dict[str, Entry]
    texts: dict[str, dict[str, Entry]]


@dataclass(frozen=True, kw_only=True)
class WorkerEnd:
    """The last that a worker sends."""

    failure: str = ""
    unreadable: bool = False
    fault: Problem | None = None
    """Set where a plugin failed."""


def cores() -> int:
    """How many processes a build may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def work(tasks: Tasks, paths: Sequence[str], jobs: int, *, render: bool, demand: Demand | None = None) -> None:
    """Do the tasks that are out of date, in `jobs` processes where that pays; their traces and files are then known.

    Where there are many and somebody waits for pages, the sheets of these come first. Raises Unreadable as the tasks
    do, PluginFailed where a plugin does there, and RuntimeError where a worker fails.
    """
    tracer = tasks.site.tracer
    kinds = ("check", "status", *["render"] * render)
    waiting = [path for path in paths if any(_is_due(tracer, f"{kind} {path}") for kind in kinds)]
    if jobs < 2 or len(waiting) < FEWEST or not hasattr(os, "fork"):  # noqa: PLR2004 - one process is no sharing
        is_watched = render and len(paths) >= FEWEST
        turns = _by_demand(tasks, waiting, demand) if demand and is_watched else waiting
        deque(_done(tasks, turns, render=render), maxlen=0)
        return
    warm, rest = waiting[:1], waiting[1:]
    deque(_done(tasks, warm, render=render), maxlen=0)  # what all pages need is made once, before there are copies
    _share_out(tasks, rest, jobs, render=render)


def _is_due(tracer: Tracer, name: str) -> bool:
    """Whether work is to be done, of which nothing is done for that; else it is taken over."""
    return tracer.is_due(name, OF_PAGES) or tracer.current(name) is None


def _share_out(tasks: Tasks, paths: Sequence[str], jobs: int, *, render: bool) -> None:
    is_long = len(paths) > jobs * COLLECT  # else nobody looks for garbage, and writes a mark into each object for that
    if is_long:
        gc.collect()
        gc.freeze()
    sys.stdout.flush()
    sys.stderr.flush()
    size = -(-len(paths) // jobs)
    shares = [paths[start : start + size] for start in range(0, len(paths), size)]
    drawers = [Drawer() for _ in shares]
    ends: list[WorkerEnd] = []
    workers = [
        threading.Thread(target=_receive, args=(tasks, *_fork(tasks, share, drawer, render=render), ends))
        for share, drawer in zip(shares[1:], drawers[1:], strict=True)
    ]
    tasks.made.drawers[:] = drawers
    for worker in workers:
        worker.start()
    try:
        deque(_done(tasks, shares[0], render=render), maxlen=0)
    finally:
        for worker in workers:
            worker.join()
        if is_long:
            gc.unfreeze()
    if any(end.unreadable for end in ends):
        raise Unreadable
    for fault in [end.fault for end in ends if end.fault]:
        raise PluginFailed(fault)
    if failures := [end.failure for end in ends if end.failure]:
        raise RuntimeError(failures[0])


def _fork(tasks: Tasks, paths: Sequence[str], drawer: Drawer, *, render: bool) -> tuple[int, int]:
    reading, writing = os.pipe()
    if pid := os.fork():
        os.close(writing)
        return pid, reading
    code = 1
    try:
        os.close(reading)
        tasks.made.drawers[:] = (drawer,)
        with os.fdopen(writing, "wb") as pipe:
            _send(tasks, paths, pipe, render=render)
        code = 0
    finally:
        os._exit(code)


def _send(tasks: Tasks, paths: Sequence[str], pipe: BinaryIO, *, render: bool) -> None:
    """Do tasks and send what came of them, a few at a time, so that nothing piles up here."""
    traces, answers = tasks.site.tracer.traces, tasks.site.tracer.answers
    sent = len(traces), len(answers)
    end = WorkerEnd()
    _let_go(tasks)
    try:
        for number, _ in enumerate(_done(tasks, paths, render=render), start=1):
            if number % BATCH == 0 or number == len(paths):
                share = WorkerResults(
                    traces=dict(islice(traces.items(), sent[0], None)),
                    answers=dict(islice(answers.items(), sent[1], None)),
                    made=tasks.made.entries,
                    texts={name: texts.entries for name, texts in tasks.texts.items()},
                )
                _put(share, pipe)
                sent = len(traces), len(answers)
                _let_go(tasks)
    except Unreadable:
        end = WorkerEnd(unreadable=True)
    except Exception as error:  # noqa: BLE001 - the parent reports it as if it had done the work itself
        import traceback

        end = WorkerEnd(failure=traceback.format_exc(), fault=plugins.fault_of(error))
    _put(end, pipe)


def _let_go(tasks: Tasks) -> None:
    for kept in (tasks.made, *tasks.texts.values()):
        kept.clear()


def _put(sent: WorkerResults | WorkerEnd, pipe: BinaryIO) -> None:
    pickle.dump(sent, pipe, protocol=pickle.HIGHEST_PROTOCOL)


def _by_demand(tasks: Tasks, paths: Sequence[str], demand: Demand) -> Iterator[str]:
    """Give the tasks in the order in which they are waited for, and show what is ready when one of these is done."""
    rest, folders = dict.fromkeys(paths), tasks.folders(paths)
    while rest:
        asked = (folders.get(file[: file.rfind("/") + 1], "") for file in demand.asked())
        wanted = next((path for path in asked if path in rest), None)
        path = next(iter(rest)) if wanted is None else wanted
        del rest[path]
        yield path
        if wanted is not None and tasks.is_sound(path):
            tasks.render(path)  # the front page too, which else comes last
            demand.show({**tasks.assets(), **tasks.made})


def _done(tasks: Tasks, paths: Iterable[str], *, render: bool) -> Iterator[str]:
    """Do tasks one after another; sheets that are far behind are let go of."""
    behind: deque[str] = deque()
    for index, path in enumerate(paths):
        _do(tasks, path, render=render)
        behind.append(path)
        if len(behind) > WINDOW:
            tasks.forget(behind.popleft())
        if index % COLLECT == COLLECT - 1:
            gc.collect()
        yield path


def _do(tasks: Tasks, path: str, *, render: bool) -> None:
    tasks.check(path)
    sheets_of(tasks.site, path)
    if render and tasks.is_sound(path):
        for language in tasks.site.published:
            if tasks.site.is_shown(language.tag, path):
                card(tasks.rendering, language.tag, path)
        if path != LAST:
            tasks.render(path)


def _receive(tasks: Tasks, pid: int, handle: int, ends: list[WorkerEnd]) -> None:
    """Take in what a worker sends, as it comes."""
    end = WorkerEnd(failure="a worker process ended without sending its results")
    with os.fdopen(handle, "rb") as pipe:
        while True:
            try:
                sent: WorkerResults | WorkerEnd = pickle.load(pipe)  # noqa: S301 - sent by our own child over a private pipe
            except (EOFError, pickle.UnpicklingError):
                break
            if isinstance(sent, WorkerEnd):
                end = sent
                break
            tasks.site.tracer.traces.update(sent.traces)
            tasks.site.tracer.answers.update(sent.answers)
            tasks.made.entries.update(sent.made)
            for name, texts in sent.texts.items():
                tasks.texts_of(name).entries.update(texts)
    os.waitpid(pid, 0)
    ends.append(end)


def chosen(names: Sequence[str], holds: Callable[[str], bool], jobs: int) -> list[str]:
    """Those of some names for which something holds, which forked processes look at too where there are many."""
    if jobs < 2 or len(names) < FEWEST or not hasattr(os, "fork"):  # noqa: PLR2004 - one process is no sharing
        return list(filter(holds, names))
    size = -(-len(names) // jobs)
    shares = [names[start : start + size] for start in range(0, len(names), size)]
    asked = [_fork_to_choose(share, holds) for share in shares[1:]]
    found = list(filter(holds, shares[0]))
    for share, (pid, handle) in zip(shares[1:], asked, strict=True):
        with os.fdopen(handle, "rb") as pipe:
            marks = pipe.read()
        os.waitpid(pid, 0)
        is_whole = len(marks) == len(share)  # a process that failed leaves its share to this one
        found += [name for name, mark in zip(share, marks, strict=True) if mark] if is_whole else filter(holds, share)
    return found


def _fork_to_choose(names: Sequence[str], holds: Callable[[str], bool]) -> tuple[int, int]:
    """Begin a process that writes a byte for each name; give its number and where to read them."""
    reading, writing = os.pipe()
    if pid := os.fork():
        os.close(writing)
        return pid, reading
    try:
        os.close(reading)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(bytes(map(holds, names)))
    finally:
        os._exit(0)
