"""Whether the tool for types refuses a fault that no test has noticed: CI asks it about each change, beside the tests.

None in the place of a text is such a fault, or a condition turned round behind which None would be asked for more.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from subprocess import run
from tempfile import TemporaryDirectory

from scripts.mutants.operators import Mutant

Fault = tuple[str, Mutant]
_ERROR = re.compile(r"^(factsheet/[^:]+):\d+: error: .*\[([a-z-]+)\]$", re.MULTILINE)


def refused(root: Path, faults: Sequence[Fault], cache: Path) -> dict[Fault, str]:
    """The faults of an engine without errors of types that make one in their own module, with the code of the first."""
    found: dict[Fault, str] = {}
    for round_ in _rounds(faults):
        errors = _errors(root, round_, cache)
        found |= {fault: errors[name] for name, fault in round_.items() if name in errors}
    return found


def _rounds(faults: Sequence[Fault]) -> Iterator[dict[str, Fault]]:
    """Faults of which no two stand in one module, so that one run can look at all of them."""
    left = list(faults)
    while left:
        now = {name: (name, mutant) for name, mutant in reversed(left)}
        yield now
        left = [fault for fault in left if fault not in now.values()]


def _errors(root: Path, faults: dict[str, Fault], cache: Path) -> dict[str, str]:
    """The modules with an error, each with the code of its first, where so many faults stand in them."""
    with TemporaryDirectory() as folder:
        swaps: list[str] = []
        for number, (name, mutant) in enumerate(faults.values()):
            swap = Path(folder) / f"{number}.py"
            swap.write_bytes(mutant.apply((root / name).read_bytes()))
            swaps += ["--shadow-file", name, str(swap)]
        command = [sys.executable, "-m", "mypy", "--cache-dir", str(cache), "--no-pretty", *swaps, "factsheet"]
        said = run(command, cwd=root, capture_output=True, text=True, check=False).stdout
    return {match[1]: match[2] for match in reversed(list(_ERROR.finditer(said)))}
