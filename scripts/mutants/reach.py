"""Which tests can notice a mutant: those that ran its line when all tests were recorded, the nearest first.

What tests of a file share, be it a fixture or a site that is built once, is recorded for the first of them alone. So
all tests of the module's own test file are run, and after those that ran the line, all that stand beside one of them.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from scripts.mutants.operators import Mutant
from scripts.mutants.recording import Before, Ran

SECONDS = 40.0
"""How long the tests of one mutant may take together, as they were recorded."""
READERS = ("tests/test_reference.py",)
"""The files of tests that read the modules of the engine as texts, of which they run no line: tried for a constant."""
FEWEST = 40
"""How many tests are run for a mutant however long they take, where there are as many."""
MOST = 800
"""How many tests are run for a mutant at most."""
ROUND = 5
"""How many tests of a file are run before the next file has its turn: those of one file look at much the same. Of the
files for the modules beside, all that ran the line are run."""


@dataclass(frozen=True, kw_only=True)
class Reach:
    """What the record says."""

    texts: Mapping[str, str]
    """The modules of the engine, by their path."""
    files: Sequence[Ran]
    """What was recorded, file by file of the tests."""
    before: Mapping[str, Mapping[str, Before]] = field(default_factory=dict)
    """By the engine of the record and by module: what that module and its lines were then."""

    def tests(self, module: str, mutant: Mutant) -> dict[str, float]:
        """The tests that may notice a mutant of a module, with their seconds: the module's own, then the nearest."""
        lines = list(self._lines(module, mutant))
        found: dict[str, tuple[bool, bool, int, float]] = {}
        turns: Counter[tuple[str, bool]] = Counter()
        for ran in self.files:
            reaching = self._reaching(ran, lines)
            for test, seconds in sorted(ran.seconds.items(), key=lambda pair: pair[1]):
                is_own, is_beside = _is_own(module, test), test not in reaching
                if reaching or is_own or (mutant.owner and test.startswith(READERS)):
                    turn = test.partition("::")[0], is_beside
                    found[test] = not is_own, is_beside, 0 if _is_near(module, test) else turns[turn] // ROUND, seconds
                    turns[turn] += 1
        return dict(_within_bounds((test, found[test][3]) for test in sorted(found, key=found.__getitem__)))

    def _reaching(self, ran: Ran, lines: Iterable[tuple[str, int]]) -> set[str]:
        before = self.before.get(ran.engine, {})
        return {test for line in lines for test in ran.tests(*_before(before, *line))}

    def _lines(self, module: str, mutant: Mutant) -> Iterator[tuple[str, int]]:
        """Where a piece runs once, as the module is imported, what counts is who uses the name that is made of it."""
        if not mutant.owner:
            yield from ((module, number) for number in range(mutant.statement[0], mutant.statement[1] + 1))
            return
        word = re.compile(rf"\b{re.escape(mutant.owner)}\b")
        for path, text in self.texts.items():
            if mutant.owner in text:
                lines = enumerate(text.split("\n"), start=1)
                yield from ((path, number) for number, line in lines if word.search(line))


def _before(before: Mapping[str, Before], module: str, line: int) -> tuple[str, int]:
    """What a line was in the engine that was recorded."""
    name, moved = before.get(module, (module, {}))
    return name, moved[line] if moved else line


def _within_bounds(tests: Iterable[tuple[str, float]]) -> Iterator[tuple[str, float]]:
    total = 0.0
    for count, (test, seconds) in enumerate(tests):
        total += seconds
        if count >= MOST or (count >= FEWEST and total > SECONDS):
            return
        yield test, seconds


def _is_near(module: str, test: str) -> bool:
    """Whether a test stands in the folder for the modules beside this one."""
    package = module.removeprefix("factsheet/").rpartition("/")[0]
    return test.partition("::")[0].rpartition("/")[0] == f"tests/unit/{package}"


def _is_own(module: str, test: str) -> bool:
    """Whether a test asks calls of the module, or stands in its `test_<module>.py`, or that of its package."""
    inside = module.removeprefix("factsheet/").removesuffix(".py").removesuffix("/__init__")
    if test.endswith(f"-factsheet.{inside.replace('/', '.')}]"):
        return True
    package, _, name = inside.rpartition("/")
    folder, _, file = test.partition("::")[0].removeprefix("tests/unit/").rpartition("/")
    own = f"{file.removeprefix('test_').removesuffix('.py')}_"
    return folder in {package, inside} and own.startswith((f"{name}_", f"{package.rpartition('/')[2]}_"))
