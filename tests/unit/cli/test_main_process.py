"""What the command of a process does at its beginning and at its end, asked without ending one."""

import atexit
import gc
import os
import resource
import sys
import threading
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

import pytest

from factsheet.cli import main as entry
from factsheet.cli.printing import Ended
from factsheet.core import derived, modules
from tests.support import SMALL_SITE, write_site

main = sys.modules["factsheet.cli.main"]
MANY = 3_000


class _Ended(BaseException):
    """What the end of a process is here."""


class _Stream:
    """A stream that is flushed, or has no way out."""

    def __init__(self, events: list[object], error: Exception | None = None) -> None:
        self.events, self.error = events, error

    def flush(self) -> None:
        self.events.append("flushed")
        if self.error:
            raise self.error


@pytest.mark.parametrize(
    ("threads", "error", "expected"),
    [
        (1, None, ["at exit", "flushed", "flushed", 3]),
        (2, None, ["left to Python", 3]),
        (1, OSError(), ["at exit", "flushed", "left to Python", 3]),
        (1, ValueError(), ["at exit", "flushed", "left to Python", 3]),
        (1, AttributeError(), ["at exit", "flushed", "left to Python", 3]),
    ],
)
def test_a_process_ends_at_once_unless_something_is_left(
    threads: int, error: Exception | None, expected: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was to be done at its end is done, what was printed goes out; a thread or a closed stream are for Python."""
    events: list[object] = []

    def end(code: int) -> None:
        events.append(code)
        raise _Ended

    monkeypatch.setattr(main, "main", lambda **_: 3)
    monkeypatch.setattr(threading, "active_count", lambda: threads)
    monkeypatch.setattr(atexit, "_run_exitfuncs", lambda: events.append("at exit"))
    monkeypatch.setattr(os, "_exit", end)
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, _Stream(events, error))
    with pytest.raises((_Ended, SystemExit)) as left:
        vars(main)["command"]()
    if isinstance(left.value, SystemExit):
        events += ["left to Python", left.value.code]
    assert events == expected


@pytest.mark.parametrize(("given", "is_searched"), [(["check"], False), (["serve"], True)])
def test_a_process_prepares_and_keeps(given: list[str], *, is_searched: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Modules are taken and kept, memory is bounded, and only a preview lives so long that garbage counts."""
    events: list[object] = []
    monkeypatch.setattr(sys, "argv", ["factsheet", *given])
    monkeypatch.setattr(gc, "disable", lambda: events.append("no search"))
    monkeypatch.setattr(modules, "use", lambda file: events.append(file == modules.FILE))
    for name in ("keep_compiled", "keep_modules", "use_compiled"):
        monkeypatch.setattr(derived, name, lambda name=name: events.append(name))
    monkeypatch.setattr(main, "_run", _noting(events, 7))
    assert entry(prepare=lambda: events.append("prepared")) == 7
    searched = [] if is_searched else ["no search"]
    assert events == ["prepared", *searched, True, "use_compiled", (given, True), "keep_compiled", "keep_modules"]


def test_words_that_are_given_are_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """A call from another program takes no modules, and bounds nothing."""
    events: list[object] = []
    monkeypatch.setattr(gc, "disable", lambda: events.append("no search"))
    monkeypatch.setattr(modules, "use", lambda _: events.append("used"))
    monkeypatch.setattr(derived, "keep_modules", lambda: events.append("kept"))
    monkeypatch.setattr(main, "_run", _noting(events, 0))
    assert entry(["check"]) == 0
    assert events == [(["check"], False)]


def _noting(events: list[object], code: int) -> Callable[..., int]:
    def run(words: list[str], *, is_bounded: bool) -> int:
        events.append((words, is_bounded))
        return code

    return run


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (Ended(4), 4, ""),
        (BrokenPipeError(), 1, "silent"),
        (MemoryError(), 1, "the site needs more memory than there is"),
        (KeyboardInterrupt(), 130, "interrupted"),
    ],
)
def test_what_may_happen_has_a_code(
    error: BaseException,
    code: int,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A refusal has its own, a reader that has gone and memory that is used up have 1, and an interruption has 130."""

    def fail(_: Namespace) -> int:
        raise error

    monkeypatch.setattr("factsheet.cli.check.run", fail)
    monkeypatch.setattr("factsheet.cli.check.COMMANDS", _with(fail))
    monkeypatch.setattr("factsheet.cli.printing.fall_silent", lambda: sys.stderr.write("silent"))
    assert entry(["check", "--root", str(write_site(tmp_path, SMALL_SITE))]) == code
    assert said in capsys.readouterr().err


def _with(run: Callable[[Namespace], int]) -> tuple[object, ...]:
    from factsheet.cli.check import COMMANDS
    from factsheet.core.records import replace

    return tuple(replace(command, run=run) for command in COMMANDS)


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        ((resource.RLIM_INFINITY, resource.RLIM_INFINITY), [(MANY, resource.RLIM_INFINITY)]),
        ((MANY + 1, 9_000), [(MANY, 9_000)]),
        ((MANY, 9_000), []),
        ((MANY - 1, resource.RLIM_INFINITY), []),
    ],
)
def test_a_bound_that_is_there_is_kept(
    limits: tuple[int, int], expected: list[tuple[int, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """BuildState is bounded where it is not yet; a lower bound, of whoever runs the tool, stays."""
    made: list[tuple[int, int]] = []
    monkeypatch.setattr(resource, "getrlimit", lambda _: limits)
    monkeypatch.setattr(resource, "setrlimit", lambda _, pair: made.append(pair))
    vars(main)["bound_memory"](MANY)
    assert made == expected


def test_a_process_is_bounded_but_a_preview_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The threads of a preview reserve more than they use."""
    made: list[int] = []
    monkeypatch.setattr(main, "bound_memory", made.append)
    monkeypatch.setattr("factsheet.cli.check.run", lambda _: 0)
    run, root = vars(main)["_run"], str(write_site(tmp_path, SMALL_SITE))
    assert run(["check", "--root", root], is_bounded=True) == 0
    assert run(["check", "--root", root], is_bounded=False) == 0
    assert made == [main.MOST]
