"""A trial: the tests that can notice a mutant are run in a copy of this process that holds it.

Where the fault is in the body of a function, the function is given its faulty code, which takes no time. Where it runs
as the module is imported, or no test has noticed it so, the engine and the tests are imported anew: what a module has
made of a function at its import, or kept of its results, is as the fault makes it.
"""

import gc
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
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
ALONE = 120.0
"""Seconds in which a test must pass without a fault."""
OURS = frozenset({"factsheet", "tests"})
"""The packages that are imported anew."""


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

    def try_out(self, module: str, mutant: Mutant, tests: Sequence[str], seconds: float) -> Outcome:
        """Run tests on a mutant; `seconds` is how long they took without it."""
        if not tests:
            return Outcome(module=module, mutant=mutant, verdict="not reached")
        source = (self.root / module).read_bytes()
        faulty = mutant.apply(source)
        verdict, by = "survived", ""
        for way in (self._anew,) if mutant.owner else (self._in_place, self._anew):
            said = forked(partial(way, module, faulty, tests), 60 + 10 * seconds)
            by = said.decode() if said else ""
            verdict = "timed out" if said is None else "killed" if by else "survived"
            if verdict == "killed" and forked(partial(way, module, source, [by]), ALONE) != b"":
                verdict, by = "survived", f"{by} fails without it"
            if verdict != "survived":
                break
        return Outcome(module=module, mutant=mutant, verdict=verdict, tests=len(tests), by=by)

    def _in_place(self, module: str, faulty: bytes, tests: Sequence[str]) -> bytes:
        file = self.root / module
        exchange(self.functions[str(file)], str(file), file.read_bytes(), faulty)
        return self._run(tests)

    def _run(self, tests: Sequence[str]) -> bytes:
        """The name of the first test that fails; empty where none does."""
        items = [self.items[test] for test in tests]
        for item, following in zip_longest(items, items[1:]):
            if any(report.failed for report in runtestprotocol(item, log=False, nextitem=following)):
                return item.nodeid.encode()
        return b""

    def _anew(self, module: str, faulty: bytes, tests: Sequence[str]) -> bytes:
        """The same, with the engine and the tests imported anew."""
        for name in [name for name in sys.modules if name.partition(".")[0] in OURS]:
            del sys.modules[name]
        file = self.root / module
        sys.meta_path.insert(0, _Faulty(file, dotted(module), faulty))
        first = _First()
        ended = pytest.main([*OPTIONS, *tests], plugins=[first])
        return (first.failed or (tests[0] if ended else "")).encode()


class _First:
    """A pytest plugin that notes the first test that fails."""

    failed = ""

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


def exchange(functions: Sequence[FunctionType], file: str, source: bytes, faulty: bytes) -> None:
    """Give functions of a module their faulty code."""
    before, after = (dict(_codes(compile(text, file, "exec"))) for text in (source, faulty))
    faults = {_where(code): after[place] for place, code in before.items() if after.get(place, code) != code}
    for function in functions:
        code = faults.get(_where(function.__code__))
        if code is not None and code.co_freevars == function.__code__.co_freevars:
            function.__code__ = code


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
