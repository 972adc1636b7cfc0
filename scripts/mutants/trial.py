"""A trial: the tests that can notice a mutant are run on a copy of the tree that holds it."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scripts.mutants.operators import Mutant

FAILED = 1
"""How pytest ends when a test has failed."""
FIRST = 30
"""How many tests are run at first: most mutants are noticed by these, and few tests start fast."""
LINKED = (".venv", "node_modules")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one mutant."""

    module: str
    mutant: Mutant
    verdict: str
    """`killed`, `survived`, `timed out`, `not reached` or `equivalent`."""
    tests: int = 0
    by: str = ""
    """The test that noticed it."""


@dataclass(kw_only=True)
class Copy:
    """A copy of the tree, in which one mutant stands at a time."""

    root: Path
    _clock: int = field(default_factory=lambda: int(time.time()) - 10_000_000)

    @classmethod
    def of(cls, tree: Path, root: Path) -> "Copy":
        """Copy the files that Git knows or would take up, as they are now."""
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=tree,
            capture_output=True,
            check=True,
        )
        for name in listed.stdout.decode().split("\0"):
            if name and (tree / name).is_file():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(tree / name, root / name)
        for name in LINKED:
            if (tree / name).exists():
                (root / name).symlink_to((tree / name).resolve())
        return cls(root=root)

    def try_out(self, module: str, mutant: Mutant, tests: Sequence[str], seconds: float) -> Outcome:
        """Put the mutant in, run the tests, and take it out again; `seconds` is how long the tests took without it.

        Raises RuntimeError where the tests cannot be run without the mutant either.
        """
        file = self.root / module
        source, limit = file.read_bytes(), 60 + 10 * seconds
        for part in filter(None, (tests[:FIRST], tests[FIRST:])):
            self._write(file, mutant.apply(source))
            try:
                ended, by = self._run(part, limit)
            finally:
                self._write(file, source)
            if ended > FAILED and self._run(part, limit)[0] > 0:
                raise RuntimeError(f"{module}: pytest ends with {ended} for {part[0]} without the mutant too")
            if ended:
                verdict = "timed out" if ended < 0 else "killed"
                return Outcome(module=module, mutant=mutant, verdict=verdict, tests=len(tests), by=by)
        return Outcome(module=module, mutant=mutant, verdict="survived" if tests else "not reached", tests=len(tests))

    def _write(self, file: Path, source: bytes) -> None:
        """Write a module with a time of its own, or Python may take the compiled form of the one before."""
        self._clock += 2
        file.write_bytes(source)
        os.utime(file, (self._clock, self._clock))

    def _run(self, tests: Sequence[str], limit: float) -> tuple[int, str]:
        """How pytest ended, negative where time ran out; and the test that failed, where it can be told."""
        listed = self.root / ".cache" / "tests.txt"
        listed.parent.mkdir(exist_ok=True)
        listed.write_text("\n".join(tests) + "\n", encoding="utf-8")
        flags = [
            "-x",
            "--randomly-dont-reorganize",
            "-n",
            "0",
            "-q",
            "--no-header",
            "--tb=no",
            "-p",
            "no:cacheprovider",
        ]
        process = subprocess.Popen(
            [sys.executable, "-m", "pytest", *flags, f"@{listed}"],
            cwd=self.root,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
        )
        try:
            said, _ = process.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            return -1, ""
        finally:
            _end(process)
        failed = [line for line in said.splitlines() if line.startswith(("FAILED", "ERROR"))]
        return process.returncode, failed[0].split(" ")[1] if failed else ""


def _end(process: "subprocess.Popen[str]") -> None:
    """End a process and those that it started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
