"""Would a test notice a small fault? Put one into each of some lines of the engine, chosen at random, and see.

    python -m scripts.mutants [--lines 200] [--seed 0] [--module factsheet/l10n] [TESTS ...]

One process collects the tests, and each fault is tried in a copy of it, in memory alone. Which test runs which line is
recorded once and kept in .cache/mutants/ for each file of tests, until that file or the engine changes. Mutants that
change nothing that can be told are listed in equivalent.toml, each with the reason. Ends with 1 where too few of the
others are killed.
"""

import argparse
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.mutants.choosing import by_line, choose, engine, read_known
from scripts.mutants.reach import Reach
from scripts.mutants.recording import recorded
from scripts.mutants.report import GOAL, rate, summary, told
from scripts.mutants.trial import Bench, Outcome, dotted

ROOT = Path(__file__).resolve().parent.parent.parent
TESTS = (
    *("unit", "slips", "calls", "sites", "test_reference.py", "acceptance", "newcomer", "coverage"),
    *("property", "hostile", "corpus", "mutation", "oracle"),
)
"""What looks at what the engine does with a site; browsers do too, but see none of what is tried in memory."""
ASIDE = ("tests/unit/benchmarks", "tests/unit/scripts")
"""Unit tests of what is not the engine."""


def main(arguments: list[str]) -> int:
    """Try out mutants and print what came of each."""
    parser = argparse.ArgumentParser(prog="mutants", description="put faults into random lines, and run the tests")
    parser.add_argument("--lines", type=int, default=200, help="how many lines get a fault (default: 200)")
    parser.add_argument("--seed", type=int, default=0, help="what the choice of lines depends on (default: 0)")
    parser.add_argument("--module", default="factsheet", help="the file or folder to choose lines from")
    parser.add_argument("tests", nargs="*", metavar="TESTS", help="the tests that may notice (default: all)")
    given = parser.parse_args(arguments)
    trials = _Trials(given.module, given.lines, given.seed)
    flags = ["-n", "0", "-q", "--randomly-dont-reorganize", "-m", "not browser and not node", "-p", "no:cacheprovider"]
    flags += [f"--ignore={ROOT / path}" for path in ASIDE]
    ended = pytest.main([*flags, *(given.tests or [f"tests/{name}" for name in TESTS])], plugins=[trials])
    print(summary(trials.outcomes))
    return ended or int(rate(trials.outcomes) < GOAL)


class _Trials:
    """A pytest plugin that tries out mutants in the place of running the tests."""

    def __init__(self, module: str, lines: int, seed: int) -> None:
        self.outcomes: list[Outcome] = []
        self._chosen = module, lines, seed

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Record what is not known, and try out one mutant after the other."""
        for outcome in self._tried(session.items):
            self.outcomes.append(outcome)
            print(told(outcome), flush=True)
        return True

    def _tried(self, items: list[pytest.Item]) -> Iterator[Outcome]:
        module, lines, seed = self._chosen
        texts, known = engine(ROOT), read_known()
        reach = Reach(texts=texts, files=tuple(recorded(items, texts, ROOT, ROOT / ".cache/mutants")))
        for name in texts:
            if not name.endswith("/__main__.py"):  # which runs what it is named for
                importlib.import_module(dotted(name))
        bench = Bench(root=ROOT, items={item.nodeid: item for item in items})
        for name, mutant in choose(by_line(texts, module), lines, seed):
            line = texts[name].split("\n")[mutant.line - 1].strip(" ")
            if any(one.is_of(name, line, mutant) for one in known):
                yield Outcome(module=name, mutant=mutant, verdict="equivalent")
                continue
            tests = reach.tests(name, mutant)
            yield bench.try_out(name, mutant, list(tests), sum(tests.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
