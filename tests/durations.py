"""How long each test takes: kept from run to run, to start the longest first and to tell how long a run will take."""

import json
from collections.abc import Iterator, Mapping
from itertools import accumulate, groupby
from pathlib import Path
from typing import Any, Final

import pytest

FILE: Final = Path(".cache/tests/durations.json")
"""Seconds by the id of a test, below the root of the repository."""

LONG: Final = 2.0
"""Tests of one file that take more than this together, in seconds, begin before all others."""

QUICK: Final = 0.3
"""The longest test of `--quick`, in seconds."""

MOST_QUICK: Final = 30.0
"""What the tests of `--quick` may take together, in seconds: the quickest are run, so that the wait stays one."""

_GUESSES: Final = {"slow": 10.0, "browser": 1.0, "node": 1.0}
_GUESS: Final = 0.05
"""What a test takes that has never run."""

Durations = Mapping[str, float]


def load(root: Path) -> dict[str, float]:
    """Read what earlier runs took; nothing where there were none, or where the file is damaged."""
    try:
        kept = json.loads((root / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {name: float(seconds) for name, seconds in kept.items()} if isinstance(kept, dict) else {}


def save(root: Path, now: Durations) -> None:
    """Keep what this run took beside what others took, but for tests of files that are gone."""
    known = {**load(root), **now}
    files = {name.partition("::")[0] for name in known}
    gone = {file for file in files if not (root / file).exists()}
    kept = {name: round(seconds, 3) for name, seconds in sorted(known.items()) if name.partition("::")[0] not in gone}
    target = root / FILE
    target.parent.mkdir(parents=True, exist_ok=True)
    staged = target.with_suffix(".new")
    staged.write_text(json.dumps(kept, indent=0), encoding="utf-8")
    staged.replace(target)


def expected(item: pytest.Item, durations: Durations) -> float:
    """The seconds that a test took the last time; a guess by its marks if it has never run."""
    marks = [mark.name for mark in item.iter_markers()]
    guess = max((_GUESSES[name] for name in marks if name in _GUESSES), default=_GUESS)
    return durations.get(item.nodeid, guess)


def is_quick(item: pytest.Item, durations: Durations) -> bool:
    """Whether a test needs neither browser, node nor patience."""
    return not any(item.get_closest_marker(name) for name in _GUESSES) and expected(item, durations) <= QUICK


def in_order(items: list[pytest.Item], durations: Durations, workers: int) -> list[pytest.Item]:
    """The tests in an order in which no worker is left with a long one at the end.

    The tests of a file stay together, since they share what is dear to set up. xdist gives each worker an equal number
    of tests in one piece (`--dist worksteal`), and takes from the end of a piece for those that have done theirs. So
    the long files are dealt to the pieces, the longest first, and the short ones fill up what is left.
    """
    files = [list(group) for _, group in groupby(items, key=lambda item: item.path)]
    weights = {id(file): sum(expected(item, durations) for item in file) for file in files}
    long = sorted((file for file in files if weights[id(file)] > LONG), key=lambda file: -weights[id(file)])
    pieces: list[list[pytest.Item]] = [[] for _ in range(workers)]
    loads = [0.0] * workers
    for file in long:
        lightest = loads.index(min(loads))
        pieces[lightest].extend(sorted(file, key=lambda item: -expected(item, durations)))
        loads[lightest] += weights[id(file)]
    short = (item for file in files if weights[id(file)] <= LONG for item in file)
    return list(_filled(pieces, short, len(items)))


def _filled(pieces: list[list[pytest.Item]], rest: Iterator[pytest.Item], count: int) -> Iterator[pytest.Item]:
    """The pieces in a row, each filled up to the number of tests that its worker is given."""
    for number, piece in enumerate(pieces):
        left = len(pieces) - number
        share = count // left
        count -= share
        yield from piece
        yield from (item for _, item in zip(range(share - len(piece)), rest, strict=False))
    yield from rest


def quickest(items: list[pytest.Item], durations: Durations) -> set[pytest.Item]:
    """The tests that take least, as many as `MOST_QUICK` has room for."""
    by_time = sorted(items, key=lambda item: (expected(item, durations), item.nodeid))
    together = accumulate(expected(item, durations) for item in by_time)
    return {item for item, seconds in zip(by_time, together, strict=True) if seconds <= MOST_QUICK}


class Order:
    """A pytest plugin that leaves out what is not quick, where only that is asked for, and begins with the longest."""

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        """Choose and order the tests once all have their marks."""
        given: Mapping[str, Any] = getattr(config, "workerinput", {})
        known = given.get("durations") or load(config.rootpath)
        if config.getoption("--quick"):
            chosen = quickest([item for item in items if is_quick(item, known)], known)
            config.hook.pytest_deselected(items=[item for item in items if item not in chosen])
            items[:] = [item for item in items if item in chosen]
        if given:
            items[:] = in_order(items, known, given["workercount"])
