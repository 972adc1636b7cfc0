"""A trial: the tests that can notice a mutant are run in a copy of this process that holds it.

Where the fault is in the body of a function, the function is given its faulty code, which takes no time. Where it runs
as the engine and the tests are imported, those are imported anew: what a module has made of a function at its import,
or kept of its results, is as the fault makes it. So are they where the fault leaves out what a function knows of the
one around it, since Python lets no function that is there let go of that.
"""

import gc
import signal
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import partial
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from itertools import zip_longest
from pathlib import Path
from types import CodeType, FunctionType

import pytest
from _pytest.runner import runtestprotocol

from scripts.mutants.forking import forked
from scripts.mutants.operators import Mutant

OPTIONS = ("-n", "0", "-q", "-x", "--no-header", "--randomly-dont-reorganize", "-p", "no:cacheprovider")
LONGEST = 600.0
"""Seconds after which a trial is given up, on a machine however busy."""
SLACK = 5.0
"""Seconds of the processor that a test may take beyond five times what it took when it was recorded."""
OURS = frozenset({"factsheet", "tests"})
"""The packages that are imported anew."""

_Way = Callable[[bytes, Mapping[str, float]], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one mutant."""

    module: str
    mutant: Mutant
    verdict: str
    """`killed`, `survived`, `timed out` (or ended before that), `not reached` or `equivalent`."""
    tests: int = 0
    by: str = ""
    """The test that noticed it."""


@dataclass(kw_only=True)
class Bench:
    """The process that has collected the tests."""

    root: Path
    items: dict[str, pytest.Item]
    early: Mapping[str, AbstractSet[int]] = field(default_factory=dict)
    """By module, the lines that ran as the engine was imported and the tests collected."""
    functions: dict[str, list[FunctionType]] = field(default_factory=lambda: defaultdict(list))
    """By the file that they stand in."""

    def __post_init__(self) -> None:
        """Find all functions that there are, also those that the collection of tests has hidden from the search."""
        gc.unfreeze()
        for found in gc.get_objects():
            if isinstance(found, FunctionType):
                self.functions[found.__code__.co_filename].append(found)
        gc.collect()
        gc.freeze()

    def try_out(self, module: str, mutant: Mutant, tests: Mapping[str, float]) -> Outcome:
        """Run tests on a mutant; each comes with the seconds that it took without it."""
        source = (self.root / module).read_bytes()
        verdict, by = "survived", ""
        for way in self._ways(module, mutant):
            verdict, by = self._verdict(partial(way, module), source, mutant.apply(source), dict(tests))
            if verdict != "survived":
                break
        return Outcome(module=module, mutant=mutant, verdict=verdict, tests=len(tests), by=by)

    def _verdict(self, way: _Way, source: bytes, faulty: bytes, tests: dict[str, float]) -> tuple[str, str]:
        """Where a test fails without the fault too, the others are tried."""
        while tests:
            said = forked(partial(way, faulty, tests), LONGEST)
            if said is None:
                return "timed out", ""
            by = said.decode()
            if not by or forked(partial(way, source, {by: LONGEST}), LONGEST) == b"":
                return ("killed", by) if by else ("survived", "")
            tests = {test: seconds for test, seconds in tests.items() if test != by}
        return "survived", ""

    def _ways(self, module: str, mutant: Mutant) -> Iterator[Callable[[str, bytes, Mapping[str, float]], bytes]]:
        file, (first, last) = self.root / module, mutant.statement
        source = file.read_bytes()
        is_early = not self.early.get(module, frozenset()).isdisjoint(range(first, last + 1))
        found = (
            () if mutant.owner else (*faults_of(self.functions[str(file)], str(file), source, mutant.apply(source)),)
        )
        is_fit = bool(found) and all(code.co_freevars == function.__code__.co_freevars for function, code in found)
        if is_fit:
            yield self._in_place
        if is_early or not is_fit:
            yield self._anew

    def _in_place(self, module: str, faulty: bytes, tests: Mapping[str, float]) -> bytes:
        """The name of the first test that fails; empty where none does."""
        file = self.root / module
        for function, code in faults_of(self.functions[str(file)], str(file), file.read_bytes(), faulty):
            function.__code__ = code
        items = [self.items[test] for test in tests]
        for item, following in zip_longest(items, items[1:]):
            limit(tests[item.nodeid])
            if any(report.failed for report in runtestprotocol(item, log=False, nextitem=following)):
                return item.nodeid.encode()
        return b""

    def _anew(self, module: str, faulty: bytes, tests: Mapping[str, float]) -> bytes:
        """The same, with the engine and the tests imported anew."""
        for name in [name for name in sys.modules if name.partition(".")[0] in OURS]:
            del sys.modules[name]
        file = self.root / module
        sys.meta_path.insert(0, _Faulty(file, dotted(module), faulty))
        first = _First(tests)
        ended = pytest.main([*OPTIONS, *tests], plugins=[first])
        return (first.failed or (next(iter(tests)) if ended else "")).encode()


class _First:
    """A pytest plugin that notes the first test that fails."""

    def __init__(self, seconds: Mapping[str, float]) -> None:
        self.failed = ""
        self._seconds = seconds

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Bound it."""
        limit(self._seconds.get(nodeid, LONGEST))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take its name."""
        if report.failed:
            self.failed = self.failed or report.nodeid


class _Faulty:
    """Finds one module, whose source has a fault in it."""

    def __init__(self, file: Path, name: str, source: bytes) -> None:
        self._name = name
        self._file = file
        self._source = source

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        """Tell how the module is loaded; of all others, nothing."""
        source = self._source

        class Loader(SourceFileLoader):
            def get_code(self, _: str) -> CodeType:
                return compile(source, self.path, "exec")

        if name != self._name:
            return None
        return spec_from_file_location(name, self._file, loader=Loader(name, str(self._file)))


def limit(seconds: float) -> None:
    """End this process where what begins now takes far more of the processor than it took before."""
    signal.setitimer(signal.ITIMER_VIRTUAL, SLACK + 5 * seconds)


def faults_of(
    functions: Sequence[FunctionType], file: str, source: bytes, faulty: bytes
) -> Iterator[tuple[FunctionType, CodeType]]:
    """The functions of a module that have a fault in them, and their faulty code."""
    before, after = (dict(_codes(compile(text, file, "exec"))) for text in (source, faulty))
    faults = {_where(code): after[place] for place, code in before.items() if after.get(place, code) != code}
    for function in functions:
        code = faults.get(_where(function.__code__))
        if code is not None:
            yield function, code


def _where(code: CodeType) -> tuple[str, int, bytes]:
    """What tells code from all other code of its module, also once it has run: Python notes in it what it has seen."""
    return code.co_qualname, code.co_firstlineno, code.co_linetable


def _codes(code: CodeType, place: tuple[tuple[str, int], ...] = ()) -> Iterator[tuple[object, CodeType]]:
    """All code below one, with its place: the names that lead to it, each with its number among its like."""
    count: dict[str, int] = defaultdict(int)
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            here = (*place, (inner.co_name, count[inner.co_name]))
            count[inner.co_name] += 1
            yield here, inner
            yield from _codes(inner, here)


def dotted(module: str) -> str:
    """The name that a module is imported by, of its path."""
    return module.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
