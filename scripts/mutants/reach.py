"""Which tests can notice a mutant: those that ran its line when all tests were recorded, the quickest first.

What tests share, be it a fixture of their file or a site that is built once in a process, is recorded for the first of
them alone. So all tests of the module's own test file are run, and all that stand in one file with a test that ran the
line.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from coverage import CoverageData

from scripts.mutants.operators import Mutant

SECONDS = 40.0
"""How long the tests of one mutant may take together, as they were recorded."""
READERS = ("tests/test_reference.py",)
"""The files of tests that read the modules of the engine as texts, of which they run no line: tried for a constant."""
FEWEST = 40
"""How many tests are run for a mutant however long they take, where there are as many."""
MOST = 400
"""How many tests are run for a mutant at most."""


@dataclass(frozen=True, kw_only=True)
class Reach:
    """What the record says."""

    texts: Mapping[str, str]
    """The modules of the engine, by their path."""
    data: tuple[CoverageData, ...]
    """What was recorded, part by part of the tests."""
    seconds: dict[str, float]
    """How long each test that passed took."""
    _of_files: dict[str, dict[int, set[str]]] = field(default_factory=dict)

    @classmethod
    def read(cls, texts: Mapping[str, str], folder: Path) -> "Reach":
        """Read what was recorded with the engine as it is now: `*.lines` and `*.json`, one of each for each part."""
        data = tuple(CoverageData(str(file)) for file in sorted(folder.glob("*.lines")))
        for one in data:
            one.read()
        seconds: dict[str, float] = {}
        for file in sorted(folder.glob("*.json")):
            seconds.update(json.loads(file.read_text(encoding="utf-8")))
        return cls(texts=texts, data=data, seconds=seconds)

    def tests(self, module: str, mutant: Mutant) -> list[str]:
        """The tests that may notice a mutant of a module: the module's own first, then the quickest, within bounds."""
        reaching = self._reaching(module, mutant)
        files = {_file(test) for test in reaching}
        files |= set(READERS) if mutant.owner else set()
        tests = [test for test in self.seconds if _is_own(module, test) or _file(test) in files]
        order = sorted(tests, key=lambda test: (not _is_own(module, test), test not in reaching, self.seconds[test]))
        return list(self._within_bounds(order))

    def _within_bounds(self, tests: Iterable[str]) -> Iterator[str]:
        total = 0.0
        for count, test in enumerate(tests):
            total += self.seconds[test]
            if count >= MOST or (count >= FEWEST and total > SECONDS):
                return
            yield test

    def _reaching(self, module: str, mutant: Mutant) -> set[str]:
        """Where a piece runs once, as the module is imported, what counts is who uses the name that is made of it."""
        lines = [(module, number) for number in range(mutant.statement[0], mutant.statement[1] + 1)]
        if mutant.owner:
            word = re.compile(rf"\b{re.escape(mutant.owner)}\b")
            lines = [
                (path, number)
                for path, text in self.texts.items()
                if mutant.owner in text
                for number, line in enumerate(text.split("\n"), start=1)
                if word.search(line)
            ]
        return {test for path, number in lines for test in self._of(path).get(number, ()) if test in self.seconds}

    def _of(self, module: str) -> dict[int, set[str]]:
        """The tests that ran each line of a module, in whichever copy of the tree they were recorded."""
        if module not in self._of_files:
            known: dict[int, set[str]] = {}
            files = [
                (part, file) for part in self.data for file in part.measured_files() if file.endswith(f"/{module}")
            ]
            for part, file in files:
                for line, contexts in part.contexts_by_lineno(file).items():
                    known.setdefault(line, set()).update(context.rpartition("|")[0] for context in contexts)
            self._of_files[module] = known
        return self._of_files[module]


def _is_own(module: str, test: str) -> bool:
    """Whether a test stands in the test file of the module, or in that of its package."""
    inside = module.removeprefix("factsheet/").removesuffix(".py").removesuffix("/__init__")
    package, _, name = inside.rpartition("/")
    names = {f"{name}.py", f"{package.rpartition('/')[2]}.py"}
    file = _file(test).removeprefix("tests/unit/")
    folder, _, stem = file.rpartition("/")
    return folder in {package, inside} and stem.removeprefix("test_") in names


def _file(test: str) -> str:
    """The file that a test stands in."""
    return test.partition("::")[0]
