"""Fail, interrupt and kill publishing at each of its file operations, and look what is left.

    python tests/hostile/crash_points.py --points 10000 --seed 1

SQLite is tested so: the 1st, 2nd, … nth operation fails until none does, and after each failure the data is
looked at. Here each point is a child process in which one operation of `os` fails with an error, or ends the
process before or after it. Then the folder must be the whole old site or the whole new one, with all files of
others, and the next publishing must succeed and leave nothing beside it.
"""

import argparse
import errno
import json
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

sys.path.insert(0, os.fspath(Path(__file__).resolve().parents[2]))

from factsheet.files import system
from factsheet.files.marker import MARKER, OutputRefused, PublishFailed
from factsheet.files.publishing import publish

OPERATIONS = (
    *("chmod", "close", "fchmod", "fstat", "fsync", "ftruncate", "link", "listdir", "lstat", "mkdir", "open"),
    *("pwrite", "readlink", "rename", "replace", "rmdir", "scandir", "stat", "symlink", "unlink", "write"),
)
"""Functions of `os` that can fail; at `close` only the process can."""

ERRORS = (errno.EIO, errno.ENOSPC, errno.EACCES, errno.EROFS)
KILLED = 77
ENDED_WELL, FAILED_WELL, INTERRUPTED, ENDED_BADLY = 0, 10, 11, 12

OLD = {
    "index.html": b"old front",
    "ro/index.html": b"old ro",
    "ro/method/index.html": b"stays",
    "assets/site.css": b"stays",
}
NEW = {
    "index.html": b"new front",
    "ro/method/index.html": b"stays",
    "assets/site.css": b"stays",
    "en/index.html": b"new en",
}
OTHERS = {"CNAME": b"example.org", "ro/notes.txt": b"mine", "photos/a/b.jpg": b"picture"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A way to come to the point where something fails."""

    name: str
    prepare: Callable[[Path, Path | None], None]
    keeps: bool = False
    can_exchange: bool = True
    can_link: bool = True
    may_be_absent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What goes wrong: an error number, an interruption, or the process's end before or after."""

    kind: str
    number: int = 0


FAULTS = (
    *(Fault(kind="error", number=number) for number in ERRORS),
    Fault(kind="interrupt"),
    Fault(kind="kill"),
    Fault(kind="kill-after"),
)


def nothing_yet(output: Path, keep: Path | None) -> None:
    """Nothing has been published."""
    del output, keep


def published_once(output: Path, keep: Path | None) -> None:
    """The old site is there, and files of others have been added."""
    publish(output, OLD, keep=keep)
    for path, data in OTHERS.items():
        (output / path).parent.mkdir(parents=True, exist_ok=True)
        (output / path).write_bytes(data)
    (output / "link").symlink_to("/etc/hostname")


def published_twice(output: Path, keep: Path | None) -> None:
    """The old site is there, and with `keep` a spare one."""
    publish(output, {**NEW, "gone/index.html": b"gone"}, keep=keep)
    published_once(output, keep)


def killed_before(output: Path, keep: Path | None) -> None:
    """A publisher was killed just before, and the next has to clean up after it."""
    published_twice(output, keep)
    run_child(output, keep, NEW, at=60, fault=Fault(kind="kill"))


SCENARIOS = (
    Scenario(name="first", prepare=nothing_yet),
    Scenario(name="first, kept", prepare=nothing_yet, keeps=True),
    Scenario(name="second", prepare=published_once),
    Scenario(name="second, kept", prepare=published_once, keeps=True),
    Scenario(name="third, kept", prepare=published_twice, keeps=True),
    Scenario(name="after a kill", prepare=killed_before),
    Scenario(name="after a kill, kept", prepare=killed_before, keeps=True),
    Scenario(name="no links", prepare=published_once, can_link=False),
    Scenario(name="no exchange", prepare=published_once, can_exchange=False, may_be_absent=True),
    Scenario(name="no exchange, kept", prepare=published_twice, keeps=True, can_exchange=False, may_be_absent=True),
)


class Summary(TypedDict):
    """How many points were tried in how many sweeps, and what was found wrong."""

    points: int
    sweeps: int
    findings: list[str]


class _Saboteur:
    """Counts operations in this process and lets one of them go wrong."""

    def __init__(self, at: int, fault: Fault) -> None:
        self.count = 0
        self._at = at
        self._fault = fault

    def wrap(self, function: Callable[..., object], name: str) -> Callable[..., object]:
        def operation(*arguments: object, **named: object) -> object:
            self.count += 1
            if self.count != self._at:
                return function(*arguments, **named)
            if self._fault.kind == "kill":
                os._exit(KILLED)
            if self._fault.kind == "interrupt":
                raise KeyboardInterrupt
            if self._fault.kind == "error" and name != "close":
                raise OSError(self._fault.number, os.strerror(self._fault.number))
            answer = function(*arguments, **named)
            if self._fault.kind == "kill-after":
                os._exit(KILLED)
            return answer

        return operation

    def settle_in(self) -> None:
        """Take the place of the operations, in this process only."""
        for name in OPERATIONS:
            setattr(os, name, self.wrap(getattr(os, name), name))
        for name in ("exchange", "write_out"):
            setattr(system, name, self.wrap(getattr(system, name), name))


def run_child(
    output: Path, keep: Path | None, artifacts: Mapping[str, bytes], *, at: int, fault: Fault
) -> tuple[int, bool]:
    """Publish in a child process whose operation `at` goes wrong; answer its end, and if it got there."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        saboteur = _Saboteur(at, fault)
        ending = ENDED_BADLY
        leave = os._exit
        tell = os.write
        try:
            saboteur.settle_in()
            publish(output, artifacts, keep=keep, wait=0.5)
            ending = ENDED_WELL
        except (PublishFailed, OutputRefused):
            ending = FAILED_WELL
        except KeyboardInterrupt:
            ending = INTERRUPTED
        except BaseException as error:  # noqa: BLE001 (what else there is, is the finding)
            sys.stderr.write(f"{type(error).__name__}: {error}\n")
        tell(writing, b"1" if saboteur.count >= at else b"0")
        leave(ending)
    os.close(writing)
    with os.fdopen(reading, "rb") as answer:
        reached = answer.read() != b"0"
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), reached


def site_of(output: Path) -> dict[str, bytes] | None:
    """Read all regular files of a folder, the list of own files apart; None when it is not there."""
    if not output.is_dir():
        return None
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in output.rglob("*")
        if path.is_file() and not path.is_symlink() and path.name != MARKER
    }


def faults_left(output: Path, scenario: Scenario, ending: int) -> list[str]:
    """Say what is wrong with the folder after a failed publishing."""
    before: dict[str, bytes] | None = None if scenario.name.startswith("first") else {**OLD, **OTHERS}
    after = NEW if before is None else {**NEW, **OTHERS}
    found = site_of(output)
    said = []
    if found == before and ending == ENDED_WELL:
        said.append("said that it published, and did not")
    if found != before and ending == FAILED_WELL:
        said.append("said that it failed, and changed the site")
    if found not in (before, after) and not (found is None and scenario.may_be_absent and ending == KILLED):
        said.append(f"torn: {found}")
    if found is not None and before is not None and not (output / "link").is_symlink():
        said.append("a link of others is lost")
    if ending == ENDED_BADLY:
        said.append("an error that says nothing")
    return said


def faults_after_healing(output: Path, keep: Path | None, scenario: Scenario) -> list[str]:
    """Publish once more with nothing going wrong, and say what is wrong then."""
    first = scenario.name.startswith("first")
    said = []
    try:
        publish(output, NEW, keep=keep)
    except Exception as error:  # noqa: BLE001 (whatever it is, it is the finding)
        return [f"cannot be healed: {error}"]
    if site_of(output) != (NEW if first else {**NEW, **OTHERS}):
        said.append(f"not healed: {site_of(output)}")
    if [entry.name for entry in output.parent.iterdir() if entry.name not in {"public", "keep"}]:
        said.append(f"left behind: {sorted(entry.name for entry in output.parent.iterdir())}")
    if not first and not (output / "link").is_symlink():
        said.append("a link of others is lost")
    return said


def try_point(folder: Path, scenario: Scenario, fault: Fault, at: int) -> tuple[list[str], bool]:
    """Try one crash point in an empty folder; answer what is wrong, and whether publishing came so far."""
    output, keep = folder / "public", folder / "keep" if scenario.keeps else None
    scenario.prepare(output, keep)
    ending, reached = run_child(output, keep, NEW, at=at, fault=fault)
    said = faults_left(output, scenario, ending) + faults_after_healing(output, keep, scenario)
    return said, reached


def _points(scenario: Scenario, fault: Fault, folder: Path) -> Iterator[tuple[int, list[str]]]:
    """Try each operation in turn, until none is left to go wrong."""
    at, reached = 0, True
    while reached:
        at += 1
        here = folder / "point"
        here.mkdir()
        said, reached = try_point(here, scenario, fault, at)
        shutil.rmtree(here)
        yield at, said


def _no_exchange(one: str, other: str) -> bool:
    del one, other
    return False


def limit(scenario: Scenario) -> None:
    """Take from this process what a scenario does without."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    if not scenario.can_link:
        os.link = refuse
    if not scenario.can_exchange:
        system.exchange = _no_exchange


def run(points: int, seed: int | None) -> Summary:
    """Try up to so many crash points, all combinations in order or, with a seed, shuffled; give a summary."""
    combinations = [(scenario, fault) for scenario in SCENARIOS for fault in FAULTS]
    if seed is not None:
        random.Random(seed).shuffle(combinations)  # noqa: S311 (an order, not a secret)
    findings: list[str] = []
    tried, swept = 0, 0
    link, exchange = os.link, system.exchange
    memory = Path("/dev/shm")  # noqa: S108 (a disk in memory has nothing to wait for)
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        while tried < points:
            scenario, fault = combinations[swept % len(combinations)]
            swept += 1
            limit(scenario)
            for at, said in _points(scenario, fault, Path(name)):
                tried += 1
                findings += [f"{scenario.name}, {fault.kind} {fault.number} at {at}: {each}" for each in said]
                if tried >= points:
                    break
            shutil.rmtree(Path(name) / "point", ignore_errors=True)
            os.link, system.exchange = link, exchange
    return {"points": tried, "sweeps": swept, "findings": findings}


def main() -> int:
    """Run from the command line; print a summary in JSON and end with 1 when anything is wrong."""
    parser = argparse.ArgumentParser(description="Fail publishing at each of its file operations.")
    parser.add_argument("--points", type=int, default=10_000)
    parser.add_argument("--seed", type=int)
    arguments = parser.parse_args()
    summary = run(arguments.points, arguments.seed)
    sys.stdout.write(json.dumps(summary, ensure_ascii=False, indent=1) + "\n")
    return 1 if summary["findings"] else 0


if __name__ == "__main__":
    sys.exit(main())
