"""Would a test notice a small fault? Put one into each of some lines of the engine, chosen at random, and see.

    python -m scripts.mutants [--lines 200] [--seed 0] [--module factsheet/l10n] [--record [TESTS ...]]

Which test runs which line is recorded once and kept in .cache/mutants/, part by part of the tests: `--record` does so
again, of all parts or of those that are named, and where the engine has changed all parts are recorded again. Nothing
is ever written into the working tree itself. Mutants that change nothing that can be told are listed in
equivalent.toml, each with the reason. Ends with 1 where too few of the others are killed.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

from scripts.mutants.choosing import Known, by_line, choose, engine, read_known
from scripts.mutants.operators import Mutant
from scripts.mutants.reach import Reach
from scripts.mutants.recording import DURATIONS
from scripts.mutants.report import GOAL, rate, summary, told
from scripts.mutants.trial import Copy, Outcome

ROOT = Path(__file__).resolve().parent.parent.parent
CACHE = ROOT / ".cache" / "mutants"
RECORDED = (
    *("slips", "sites", "test_reference.py", "acceptance", "newcomer", "coverage"),
    *("property", "hostile", "corpus", "mutation", "oracle"),
)
"""What is recorded after tests/unit; no other tests look at what the engine does with a site, but in a browser."""
ASIDE = frozenset({"tests/unit/benchmarks", "tests/unit/scripts"})
"""Unit tests of what is not the engine."""


def main(arguments: list[str]) -> int:
    """Try out mutants and print what came of each."""
    parser = argparse.ArgumentParser(prog="mutants", description="put faults into random lines, and run the tests")
    parser.add_argument("--lines", type=int, default=200, help="how many lines get a fault (default: 200)")
    parser.add_argument("--seed", type=int, default=0, help="what the choice of lines depends on (default: 0)")
    parser.add_argument("--module", default="factsheet", help="the file or folder to choose lines from")
    parser.add_argument("--record", nargs="*", metavar="TESTS", help="record which test runs which line")
    parser.add_argument("--workers", type=int, default=2, help="how many run at once (default: 2)")
    given = parser.parse_args(arguments)
    texts = engine(ROOT)
    if texts != engine(CACHE) or given.record == []:
        shutil.rmtree(CACHE, ignore_errors=True)
        shutil.copytree(ROOT / "factsheet", CACHE / "factsheet")
    for part in given.record or [one for one in parts() if not _lines(one).exists()]:
        record(part)
    chosen = list(choose(by_line(texts, given.module), given.lines, given.seed))
    outcomes = []
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        for outcome in tried(chosen, texts, Path(folder), given.workers):
            outcomes.append(outcome)
            print(told(outcome), flush=True)
    print(summary(outcomes))
    return 0 if rate(outcomes) >= GOAL else 1


def parts() -> list[str]:
    """The parts in which tests are recorded, each in a run of its own: quick ones first."""
    units = (path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "tests/unit").iterdir()))
    found = [unit for unit in units if unit not in ASIDE and not unit.endswith("__pycache__")]
    return [*found, *(f"tests/{name}" for name in RECORDED)]


def _lines(part: str) -> Path:
    """Where it is kept which lines the tests of a part run."""
    return CACHE / f"{part.replace('/', '.')}.lines"


def record(part: str) -> None:
    """Run tests on a copy of the tree, and keep what each of them ran."""
    target = _lines(part)
    target.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        copy = Copy.of(ROOT, Path(folder, "tree"))
        environment = {"MUTANTS_DATA": str(target), DURATIONS: str(target.with_suffix(".json"))}
        command = [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "scripts.mutants.recording"]
        command += ["-m", "not browser and not node", "--randomly-dont-reorganize", "--tb=line"]
        command += ["--cov", "--cov-context=test", "--cov-report=", "--cov-config=scripts/mutants/coverage.ini", part]
        print(f"recording {part}", flush=True)
        subprocess.run(command, cwd=copy.root, env=os.environ | environment, check=False)


def tried(chosen: list[tuple[str, Mutant]], texts: dict[str, str], folder: Path, workers: int) -> Iterator[Outcome]:
    """What comes of each mutant, in their order."""
    reach = Reach.read(texts, CACHE)
    known = read_known()
    copies: SimpleQueue[Copy] = SimpleQueue()
    for number in range(workers):
        copies.put(Copy.of(ROOT, folder / str(number)))

    def one(module: str, mutant: Mutant, tests: list[str]) -> Outcome:
        copy = copies.get()
        try:
            return copy.try_out(module, mutant, tests, sum(map(reach.seconds.__getitem__, tests)))
        finally:
            copies.put(copy)

    with ThreadPoolExecutor(workers) as pool:
        waiting = [
            (module, mutant, None)
            if _is_known(known, module, texts, mutant)
            else (module, mutant, pool.submit(one, module, mutant, reach.tests(module, mutant)))
            for module, mutant in chosen
        ]
        for module, mutant, future in waiting:
            yield future.result() if future else Outcome(module=module, mutant=mutant, verdict="equivalent")


def _is_known(known: tuple[Known, ...], module: str, texts: dict[str, str], mutant: Mutant) -> bool:
    line = texts[module].split("\n")[mutant.line - 1].strip(" ")
    return any(one.is_of(module, line, mutant) for one in known)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
