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

FIRST = 20.0
"""How many seconds of the processor the tests of one mutant may take together at first, as they were recorded."""
AGAIN = 60.0
"""How many those may take that are tried on what no test has noticed at first."""
READERS = ("tests/test_reference.py",)
"""The files of tests that read the modules of the engine as texts, of which they run no line: tried for a constant."""
WHOLE = ("tests/calls/", "tests/sites/", "tests/slips/", "tests/corpus/")
"""Where tests compare all that comes of a site or a sentence, which notice the most."""
FEWEST = 40
"""How many tests are run at first however long they take, where there are as many."""
ROUND = 5
"""How many tests of a file are run before the next file has its turn: those of one file look at much the same."""
AHEAD = 20
"""How many tests of a file that compares whole results are run in its first turn. Of the files for the modules beside,
all that ran the line are."""


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
        found: dict[str, tuple[bool, bool, int, int, float]] = {}
        turns: Counter[tuple[str, bool]] = Counter()
        for ran in self.files:
            reaching = self._reaching(ran, lines)
            for test, seconds in sorted(ran.seconds.items(), key=lambda pair: pair[1]):
                is_read = bool(mutant.owner) and test.startswith(READERS)
                is_own, is_beside = is_read or _is_own(module, test), test not in reaching
                if reaching or is_own:
                    file, rank = test.partition("::")[0], _rank(module, test)
                    turn = max(0, turns[file, is_beside] - (0, AHEAD, len(ran.seconds))[rank]) // ROUND
                    found[test] = not is_own, is_beside, turn, -rank, seconds
                    turns[file, is_beside] += 1
        return {test: found[test][-1] for test in sorted(found, key=found.__getitem__)}

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


def parted(tests: Mapping[str, float]) -> tuple[dict[str, float], dict[str, float]]:
    """The tests of a mutant that are run at first, and those that are run where none of these has noticed."""
    first: dict[str, float] = {}
    again: dict[str, float] = {}
    total = 0.0
    for test, seconds in tests.items():
        total += seconds
        if len(first) < FEWEST or total <= FIRST:
            first[test] = seconds
        elif total <= FIRST + AGAIN:
            again[test] = seconds
    return first, again


def _rank(module: str, test: str) -> int:
    """How likely a test notices: most where it is for the modules beside, then where it compares whole results."""
    return 2 if _is_near(module, test) else int(test.startswith(WHOLE))


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
