"""Which tests ran which lines of the engine: recorded for each file of tests in a process of its own, and kept."""

import hashlib
import json
import pickle
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby, zip_longest
from pathlib import Path

import pytest
from _pytest.runner import runtestprotocol
from coverage import Coverage

from scripts.mutants.forking import forked

LONGEST = 600.0
"""Seconds that the tests of one file may take."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What the tests of a file ran."""

    digest: str
    """Of the engine and of the file."""
    seconds: dict[str, float]
    """What each test that passed took, its set-up and tear-down included."""
    lines: dict[str, dict[int, frozenset[str]]]
    """By module and line, the tests that ran it."""


def recorded(items: list[pytest.Item], texts: Mapping[str, str], root: Path, cache: Path) -> Iterator[Ran]:
    """What the tests of each file ran: as it was kept, or recorded where the engine or the file has changed."""
    engine = json.dumps(sorted(texts.items())).encode()
    for file, group in groupby(items, key=lambda item: item.nodeid.partition("::")[0]):
        digest = hashlib.sha256(engine + (root / file).read_bytes()).hexdigest()
        kept = cache / f"{file.replace('/', '.')}.ran"
        found = pickle.loads(kept.read_bytes()) if kept.exists() else None  # noqa: S301 - our own
        if found is None or found.digest != digest:
            print(f"recording {file}", flush=True)
            said = forked(partial(_ran, list(group), root), LONGEST)
            found = Ran(digest, *pickle.loads(said)) if said else Ran(digest, {}, {})  # noqa: S301 - the same
            cache.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(pickle.dumps(found))
        yield found


def _ran(items: list[pytest.Item], root: Path) -> bytes:
    """Run tests in this process; the seconds and the lines of `Ran`, pickled."""
    measuring = Coverage(data_file=None, config_file=False, source=[str(root / "factsheet")])
    measuring.start()
    seconds: dict[str, float] = {}
    for item, following in zip_longest(items, items[1:]):
        measuring.switch_context(item.nodeid)
        begun = time.perf_counter()
        if all(report.passed for report in runtestprotocol(item, log=False, nextitem=following)):
            seconds[item.nodeid] = time.perf_counter() - begun
    measuring.stop()
    data = measuring.get_data()
    lines = {
        Path(file).relative_to(root).as_posix(): {
            line: frozenset(tests) & seconds.keys() for line, tests in data.contexts_by_lineno(file).items()
        }
        for file in data.measured_files()
    }
    return pickle.dumps((seconds, lines))
