"""Would a test notice a small fault? Put one into each of some lines of the engine, chosen at random, and see.

    python -m scripts.mutants [--lines 200] [--seed 0] [--piece 1/4] [--module factsheet/l10n] [TESTS ...]

One process collects the tests, and each fault is tried in a copy of it, in memory alone, two at a time on two cores.
Which test runs which line is recorded once and kept in .cache/mutants/ for each file of tests, until that changes;
where the engine has changed since, the lines that are still there are known by their text. Mutants that change nothing
that can be told are listed in equivalent.toml, each with the reason. Ends with 1 where too few of the others are
killed.
"""

import argparse
import importlib
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from coverage import Coverage

from scripts.mutants.choosing import Known, by_line, choose, engine, read_known
from scripts.mutants.forking import end_properly, shared_out
from scripts.mutants.operators import Mutant
from scripts.mutants.reach import Reach, parted
from scripts.mutants.recording import HANDS, measuring, old_lines, recorded
from scripts.mutants.report import GOAL, rate, summary, told
from scripts.mutants.trial import Bench, Outcome, dotted
from scripts.mutants.typed import refused

ROOT = Path(__file__).resolve().parent.parent.parent
TESTS = (
    *("unit", "slips", "calls", "sites", "test_reference.py", "acceptance", "newcomer", "coverage"),
    *("property", "hostile", "corpus", "mutation", "oracle"),
)
"""What looks at what the engine does with a site; browsers do too, but see none of what is tried in memory."""
CACHE = ROOT / ".cache/mutants"
ASIDE = ("tests/unit/benchmarks", "tests/unit/scripts")
"""Unit tests of what is not the engine."""


def main(arguments: list[str]) -> int:
    """Try out mutants and print what came of each."""
    parser = argparse.ArgumentParser(prog="mutants", description="put faults into random lines, and run the tests")
    parser.add_argument("--lines", type=int, default=200, help="how many lines get a fault (default: 200)")
    parser.add_argument("--seed", type=int, default=0, help="what the choice of lines depends on (default: 0)")
    parser.add_argument("--piece", default="1/1", help="the first of four pieces of this work is 1/4 (default: all)")
    parser.add_argument("--module", default="factsheet", help="the file or folder to choose lines from")
    parser.add_argument("tests", nargs="*", metavar="TESTS", help="the tests that may notice (default: all)")
    given = parser.parse_args(arguments)
    end_properly()
    noting = measuring(ROOT)
    noting.start()
    trials = _Trials(_chosen(given.module, given.lines, given.seed, given.piece), noting)
    flags = ["-n", "0", "-q", "--randomly-dont-reorganize", "-m", "not browser and not node", "-p", "no:cacheprovider"]
    flags += [f"--ignore={ROOT / path}" for path in ASIDE]
    ended = pytest.main([*flags, *(given.tests or [f"tests/{name}" for name in TESTS])], plugins=[trials])
    print(summary(trials.outcomes))
    return ended or int(rate(trials.outcomes) < GOAL)


def _chosen(module: str, lines: int, seed: int, piece: str) -> list[tuple[str, Mutant]]:
    first, _, step = piece.partition("/")
    return list(choose(by_line(engine(ROOT), module), lines, seed))[int(first) - 1 :: int(step)]


class _Trials:
    """A pytest plugin that tries out mutants in the place of running the tests."""

    def __init__(self, chosen: list[tuple[str, Mutant]], noting: Coverage) -> None:
        self.outcomes: list[Outcome] = []
        self._chosen = chosen
        self._noting = noting

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Record what is not known, and try out one mutant after the other."""
        texts = engine(ROOT)
        for name in texts:
            if not name.endswith("/__main__.py"):  # which runs what it is named for
                importlib.import_module(dotted(name))
        self._noting.stop()
        data = self._noting.get_data()
        early = {Path(file).relative_to(ROOT).as_posix(): set(data.lines(file) or ()) for file in data.measured_files()}
        files = recorded(session.items, texts, ROOT, CACHE)
        reach = Reach(texts=texts, files=files, before=old_lines(CACHE, files, texts))
        bench = Bench(root=ROOT, items={item.nodeid: item for item in session.items}, early=early)
        tried = partial(_tried, texts, reach, bench, read_known())
        lasting = []
        for chosen, outcome in zip(self._chosen, shared_out(partial(tried, 0), self._chosen, HANDS), strict=True):
            if outcome.verdict in {"survived", "not reached"}:
                lasting.append(chosen)
                print(told(replace(outcome, verdict="not yet")), flush=True)
            else:
                self._tell(outcome)
        errors = refused(ROOT, lasting, CACHE / "types")
        for (name, mutant), code in errors.items():
            self._tell(Outcome(module=name, mutant=mutant, verdict="killed", by=f"mypy [{code}]"))
        for outcome in shared_out(partial(tried, 1), [chosen for chosen in lasting if chosen not in errors], HANDS):
            self._tell(outcome)
        return True

    def _tell(self, outcome: Outcome) -> None:
        self.outcomes.append(outcome)
        print(told(outcome), flush=True)


def _tried(
    texts: Mapping[str, str], reach: Reach, bench: Bench, known: Sequence[Known], time: int, chosen: tuple[str, Mutant]
) -> Outcome:
    """What comes of a mutant at the first time, or at the second, when other tests are tried."""
    name, mutant = chosen
    line = texts[name].split("\n")[mutant.line - 1].strip(" ")
    tests = reach.tests(name, mutant)
    if any(one.is_of(name, line, mutant) for one in known):
        return Outcome(module=name, mutant=mutant, verdict="equivalent")
    if not tests:
        return Outcome(module=name, mutant=mutant, verdict="not reached")
    return bench.try_out(name, mutant, parted(tests)[time])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
