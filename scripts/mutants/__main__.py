"""Would a test notice a small fault? Put one into each of some lines of the engine, chosen at random, and see.

    python -m scripts.mutants [--lines 200] [--seed 0] [--module factsheet/l10n] [--record [TESTS ...]]

Which test runs which line is recorded once and kept in .cache/mutants/: `--record` does so again, with the names of
tests it adds what these run. Nothing is ever written into the working tree itself. Mutants that change nothing that
can be told are listed in equivalent.toml, each with the reason. Ends with 1 where too few of the others are killed.
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
RECORDED = tuple(
    f"tests/{name}" for name in ("unit", "acceptance", "sites", "property", "hostile", "corpus", "mutation", "oracle")
)
"""The tests that are recorded; not those that need a browser, nor those that judge the project as a whole."""


def main(arguments: list[str]) -> int:
    """Try out mutants and print what came of each."""
    parser = argparse.ArgumentParser(prog="mutants", description="put faults into random lines, and run the tests")
    parser.add_argument("--lines", type=int, default=200, help="how many lines get a fault (default: 200)")
    parser.add_argument("--seed", type=int, default=0, help="what the choice of lines depends on (default: 0)")
    parser.add_argument("--module", default="factsheet", help="the file or folder to choose lines from")
    parser.add_argument("--record", nargs="*", metavar="TESTS", help="record which test runs which line")
    parser.add_argument("--workers", type=int, default=2, help="how many run at once (default: 2)")
    given = parser.parse_args(arguments)
    if given.record is not None or not (CACHE / "data").exists():
        record(given.record or [], given.workers)
    texts = engine(ROOT)
    if texts != engine(CACHE):
        sys.exit("mutants: the engine has changed since it was recorded; say --record")
    chosen = list(choose(by_line(texts, given.module), given.lines, given.seed))
    outcomes = []
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        for outcome in tried(chosen, texts, Path(folder), given.workers):
            outcomes.append(outcome)
            print(told(outcome), flush=True)
    print(summary(outcomes))
    return 0 if rate(outcomes) >= GOAL else 1


def record(tests: list[str], workers: int) -> None:
    """Run tests on a copy of the tree, and keep what each ran: of all tests, or of some beside what is known."""
    if not tests:
        shutil.rmtree(CACHE, ignore_errors=True)
    CACHE.mkdir(parents=True, exist_ok=True)
    shutil.copytree(ROOT / "factsheet", CACHE / "factsheet", dirs_exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        copy = Copy.of(ROOT, Path(folder, "tree"))
        environment = {"MUTANTS_DATA": str(CACHE / "data"), DURATIONS: str(CACHE / "durations.json")}
        command = [sys.executable, "-m", "pytest", "-q", "-n", str(workers), "-p", "scripts.mutants.recording"]
        command += ["--randomly-seed=0", "--randomly-dont-reorganize", "-m", "not browser and not node"]
        command += ["--cov", "--cov-append", "--cov-context=test", "--cov-report="]
        command += ["--cov-config=scripts/mutants/coverage.ini", *(tests or RECORDED)]
        subprocess.run(command, cwd=copy.root, env=os.environ | environment, check=False)


def tried(chosen: list[tuple[str, Mutant]], texts: dict[str, str], folder: Path, workers: int) -> Iterator[Outcome]:
    """What comes of each mutant, in their order."""
    reach = Reach.read(texts, CACHE / "data", CACHE / "durations.json")
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
