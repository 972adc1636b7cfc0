"""Fuzz every target for a while.

    python -m tests.fuzz --seconds 60 [--target markdown] [--seed 1] [--keep DIR]

Where atheris is installed (it is no dependency: it exists for few Pythons), its coverage leads the inputs;
otherwise pieces that have broken things before are crossed at random. Finds are printed and kept.
"""

import argparse
import hashlib
import importlib
import random
import sys
import time
import traceback
from pathlib import Path

from tests.fuzz.targets import TARGETS, attempt, inputs


def main() -> int:
    """Fuzz; 1 when something was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--target", choices=TARGETS, action="append")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--keep", type=Path, default=Path(".cache/fuzz"))
    parser.add_argument("--atheris", action="store_true", help="let atheris lead: one target, until it is stopped")
    arguments = parser.parse_args()
    names = arguments.target or list(TARGETS)
    if arguments.atheris:
        _with_atheris(names[0], arguments.seconds)
    print(f"seed {arguments.seed}")  # noqa: T201 - it tells what it does
    found = sum(_fuzz(name, arguments.seconds / len(names), arguments.seed, arguments.keep) for name in names)
    return 1 if found else 0


def _fuzz(name: str, seconds: float, seed: int, keep: Path) -> int:
    until = time.monotonic() + seconds
    seen: set[str] = set()
    tried = 0
    for data in inputs(name, random.Random(seed)):  # noqa: S311 - the same inputs for the same seed
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
            print(f"{name}: {fault}\n  kept as {path}", flush=True)  # noqa: T201
    print(f"{name}: {tried} inputs, {len(seen)} finds", flush=True)  # noqa: T201
    return len(seen)


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
