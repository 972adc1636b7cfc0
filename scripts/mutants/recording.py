"""Which tests ran which lines of the engine: recorded for each file of tests in a process of its own, and kept."""

import hashlib
import json
import os
import pickle
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial
from itertools import accumulate, groupby, zip_longest
from pathlib import Path

import pytest
from _pytest.runner import runtestprotocol
from coverage import Coverage

from scripts.mutants.forking import forked, shared_out

LONGEST = 600.0
"""Seconds that the tests of one file may take."""
HANDS = os.cpu_count() or 1
"""How many processes work at a time."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What the tests of a file ran."""

    digest: str
    """Of the file, of the data beside it, and of the names of its tests."""
    engine: str
    """The digest of the engine that they ran."""
    seconds: dict[str, float]
    """What each test that passed took of the processor, its set-up and tear-down included."""
    lines: dict[str, dict[int, int]]
    """By module and line, the tests that ran it: the bit of each, in the order of `seconds`, is set."""

    def tests(self, module: str, line: int) -> set[str]:
        """The tests that ran a line."""
        bits = self.lines.get(module, {}).get(line, 0)
        return {test for number, test in enumerate(self.seconds) if bits >> number & 1}


Before = tuple[str, Mapping[int, int]]
"""The name of a module when its lines were recorded, and what line each was (`moved`)."""


def recorded(items: list[pytest.Item], texts: Mapping[str, str], root: Path, cache: Path) -> list[Ran]:
    """What the tests of each file ran: as it was kept, or recorded where the file has changed.

    Where the engine has changed, what was kept holds for the lines that have not (`old_lines`).
    """
    cache.mkdir(parents=True, exist_ok=True)
    engine = hashlib.sha256(json.dumps(sorted(texts.items())).encode()).hexdigest()
    (cache / f"{engine}.engine").write_bytes(pickle.dumps(dict(texts)))
    files = [(file, list(group)) for file, group in groupby(items, key=lambda item: item.nodeid.partition("::")[0])]
    kept = list(shared_out(partial(_record, root, cache, engine), files, HANDS))
    return [pickle.loads(file.read_bytes()) for file in kept]  # noqa: S301 - our own


def _record(root: Path, cache: Path, engine: str, tests: tuple[str, list[pytest.Item]]) -> Path:
    file, items = tests
    digest = digest_of(root / file, [item.nodeid for item in items])
    kept = cache / f"{file.replace('/', '.')}.ran"
    found = pickle.loads(kept.read_bytes()) if kept.exists() else None  # noqa: S301 - our own
    if found is None or found.digest != digest:
        print(f"recording {file}", flush=True)
        said = forked(partial(_ran, items, root), LONGEST)
        found = Ran(digest, engine, *(pickle.loads(said) if said else ({}, {})))  # noqa: S301 - the same
        kept.write_bytes(pickle.dumps(found))
    return kept


def digest_of(file: Path, names: Iterable[str]) -> str:
    """What tells a file of tests from what it was; whence it imports is all one."""
    text = [line for line in file.read_bytes().split(b"\n") if not line.startswith((b"from ", b"import "))]
    data = (data.read_bytes() for data in sorted(file.parent.glob("*.t*")))
    return hashlib.sha256(b"\n".join((*text, *data, *map(str.encode, names)))).hexdigest()


def old_lines(cache: Path, files: Iterable[Ran], texts: Mapping[str, str]) -> dict[str, dict[str, Before]]:
    """By the engine that was recorded and by module: what that module and its lines were then."""
    found: dict[str, dict[str, Before]] = {}
    for engine in {ran.engine for ran in files}:
        then = pickle.loads((cache / f"{engine}.engine").read_bytes())  # noqa: S301 - our own
        names = {name: name if name in then else _renamed(name, text, then) for name, text in texts.items()}
        found[engine] = {name: (names[name], moved(then[names[name]], text)) for name, text in texts.items()}
    return found


def _renamed(name: str, text: str, then: Mapping[str, str]) -> str:
    """The module that a new one was most likely: of those with such a name, the one with the most of its lines."""
    words, lines = set(name.removesuffix(".py").split("/")), set(text.split("\n"))
    like = [other for other in then if words & {Path(other).stem, Path(other).parent.name} - {"factsheet", "__init__"}]
    return max(like or then, key=lambda other: len(lines & set(then[other].split("\n"))))


def moved(before: str, after: str) -> dict[int, int]:
    """Which line of a text each line of a later one was, where anything differs; a new one counts as that above it."""
    if before == after:
        return {}
    blocks = SequenceMatcher(None, before.split("\n"), after.split("\n"), autojunk=False).get_matching_blocks()
    known = {new + index + 1: old + index + 1 for old, new, size in blocks for index in range(size)}
    return dict(
        enumerate(accumulate(range(1, after.count("\n") + 2), lambda last, line: known.get(line, last), initial=0))
    )


def measuring(root: Path) -> Coverage:
    """What notes the lines of the engine that run."""
    return Coverage(data_file=None, config_file=False, source=[str(root / "factsheet")])


def _ran(items: list[pytest.Item], root: Path) -> bytes:
    """Run tests in this process; the seconds and the lines of `Ran`, pickled."""
    noting = measuring(root)
    noting.start()
    seconds: dict[str, float] = {}
    for item, following in zip_longest(items, items[1:]):
        noting.switch_context(item.nodeid)
        begun = _spent()
        if all(report.passed for report in runtestprotocol(item, log=False, nextitem=following)):
            seconds[item.nodeid] = _spent() - begun
    noting.stop()
    data = noting.get_data()
    numbers = {test: number for number, test in enumerate(seconds)}
    lines = {
        Path(file).relative_to(root).as_posix(): {
            line: sum(1 << numbers[test] for test in set(tests) if test in numbers)
            for line, tests in data.contexts_by_lineno(file).items()
        }
        for file in data.measured_files()
    }
    return pickle.dumps((seconds, lines))


def _spent() -> float:
    """The seconds of the processor that this process has taken, and those that it started and saw the end of."""
    return sum(os.times()[:4])
