"""Fuzz every target, and run every law with other examples, for a while.

    python -m tests.fuzz --seconds 60 [--target markdown] [--seed 1] [--keep DIR]

Where atheris is installed (it is no dependency: it exists for few Pythons), its coverage leads the inputs;
otherwise pieces that have broken things before are crossed at random. Finds are printed, and written to a file that
tells how to commit them.
"""

import argparse
import hashlib
import importlib
import random
import sys
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.fuzz.finds import Find, write
from tests.fuzz.laws import ROOT, files_that_draw, hunt
from tests.fuzz.targets import TARGETS, attempt, inputs

LAWS: Final = "laws"
"""What is no target but all tests that draw by chance; it takes half of the time."""


def main() -> int:
    """Fuzz; 1 when something was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--target", choices=[*TARGETS, LAWS], action="append")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--keep", type=Path, default=Path(".cache/fuzz"))
    parser.add_argument("--atheris", action="store_true", help="let atheris lead: one target, until it is stopped")
    arguments = parser.parse_args()
    names = arguments.target or [*TARGETS, LAWS]
    if arguments.atheris:
        _with_atheris(names[0], arguments.seconds)
    print(f"seed {arguments.seed}", flush=True)  # noqa: T201 - it tells what it does
    shares = {name: len(names) - 1 or 1 if name == LAWS else 1 for name in names}
    found = 0
    for name, share in shares.items():
        seconds = arguments.seconds * share / sum(shares.values())
        for find in _finds(name, seconds, arguments.seed, arguments.keep):
            found += 1
            path = write(arguments.keep, find)
            print(f"{find.where}:\n{find.what}\n  see {path}", flush=True)  # noqa: T201
    return 1 if found else 0


def _finds(name: str, seconds: float, seed: int, keep: Path) -> Iterator[Find]:
    dice = random.Random(seed)  # noqa: S311 - the same inputs for the same seed
    if name == LAWS:
        return hunt(files_that_draw(ROOT / "tests"), seconds, dice)
    return _fuzz(name, seconds, dice, keep)


def _fuzz(name: str, seconds: float, dice: random.Random, keep: Path) -> Iterator[Find]:
    until = time.monotonic() + seconds
    seen: set[str] = set()
    tried = 0
    for data in inputs(name, dice):
        if time.monotonic() > until:
            break
        tried += 1
        fault = attempt(name, data)
        kind = fault[:60]
        if fault and kind not in seen:
            seen.add(kind)
            keep.mkdir(parents=True, exist_ok=True)
            path = keep / f"{name}-{hashlib.sha256(data).hexdigest()[:12]}"
            path.write_bytes(data)
            how = f'Add it to `SEEDS["{name}"]` in `tests/fuzz/targets.py`, and correct the fault:\n\n    {data!r}'
            yield Find(f"{name} ({path})", f"    {fault}", how)
    print(f"{name}: {tried} inputs, {len(seen)} finds", flush=True)  # noqa: T201


def _with_atheris(name: str, seconds: float) -> None:
    atheris = importlib.import_module("atheris")

    def once(data: bytes) -> None:
        try:
            TARGETS[name](data)
        except Exception:
            traceback.print_exc()
            raise

    atheris.instrument_all()
    atheris.Setup([sys.argv[0], f"-max_total_time={int(seconds)}", "-timeout=20", "-max_len=4000"], once)
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
