"""How many calls a cold build makes for each page: a measure of work that nothing else on the machine changes.

    python -m benchmarks.calls            tells how many, by part of the engine, beside what is recorded
    python -m benchmarks.calls --record   records them, to be committed with what made them more or fewer

A new check tells its price here. What is recorded holds for one version of Python: others call otherwise.
"""

import contextlib
import io
import json
import os
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from cProfile import Profile
from pathlib import Path
from tempfile import TemporaryDirectory
from types import CodeType
from typing import Any, Final

from benchmarks.corpus import LANGUAGES, pages
from benchmarks.tools.ours import Ours
from benchmarks.tools.places import BENCHMARKS, REPOSITORY

SHEETS: Final = 6
NAMES: Final = 2
"""Names with digits in each sheet."""
SEEDS: Final = (777, 20_251_113)
"""Of a site that is built first, so that all is read that lasts, and of the one whose calls are counted."""
DAY: Final = "1764547200"
"""1 December 2025: what a page says may depend on the day."""
ROOM: Final = 1.03
RECORDED: Final = BENCHMARKS / "calls.toml"
ENGINE: Final = "/factsheet/"
OF_PATTERNS: Final = ("/re/__init__.py", "/re/_compiler.py", "/re/_parser.py", "/enum.py")
"""What compiles regular expressions, which only the first process of an engine does: it is left out."""
PATIENCE: Final = 120


def counted() -> dict[str, int]:
    """Count the calls for a page in a process of its own, by part of the engine; those of libraries are one part."""
    alone = {**os.environ, "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": DAY}
    command = [sys.executable, "-m", "benchmarks.calls", "--here"]
    done = subprocess.run(
        command, cwd=REPOSITORY, env=alone, capture_output=True, text=True, check=True, timeout=PATIENCE
    )
    found: dict[str, int] = json.loads(done.stdout)
    return found


def recorded() -> tuple[str, dict[str, int]]:
    """Give the version of Python that was counted with, and the calls by part."""
    with RECORDED.open("rb") as file:
        found = tomllib.load(file)
    return str(found["python"]), {str(part): int(calls) for part, calls in found["calls"].items()}


def version() -> str:
    """Give the version of Python that is running, as it is recorded."""
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def risen(calls: Mapping[str, int], allowed: Mapping[str, int]) -> str:
    """Say what has become more if all calls together are more than is allowed, the room aside; else nothing."""
    now, before = sum(calls.values()), sum(allowed.values())
    if now <= before * ROOM:
        return ""
    more = {part: calls.get(part, 0) - allowed.get(part, 0) for part in {*calls, *allowed}}
    parts = [f"{count:+,} in {part}" for part, count in sorted(more.items(), key=lambda one: -one[1]) if count > 0]
    return (
        f"a page takes {now:,} calls, where {before:,} are recorded, {now / before - 1:+.1%}: {'; '.join(parts[:5])}. "
        "Look for less work (a gate of words, a reading that is there already); "
        "where the gain is worth the price, record it: python -m benchmarks.calls --record"
    )


def main(given: Sequence[str]) -> int:
    """Tell, record, or count in this process."""
    if "--here" in given:
        print(json.dumps(_here()))
        return 0
    calls = counted()
    if "--record" in given:
        RECORDED.write_text("".join(_lines(calls)), "utf-8")
    python, allowed = recorded()
    rows = [*sorted(calls.items(), key=lambda one: -one[1]), ("all", sum(calls.values()))]
    for part, count in rows:
        before = allowed.get(part, 0) if part != "all" else sum(allowed.values())
        print(f"{count:8,} {count - before:+7,}  {part}")
    print(f"recorded with Python {python}")
    return 0


def _lines(calls: Mapping[str, int]) -> Iterator[str]:
    yield "# How many calls a cold build makes for a page, by part of the engine: tests hold it to 3 % more in all.\n"
    yield "# Written by `python -m benchmarks.calls --record`; say in the commit what the calls are spent on.\n"
    yield f'python = "{version()}"\n\n[calls]\n'
    yield from (f'"{part}" = {count}\n' for part, count in sorted(calls.items()))


def _here() -> dict[str, int]:
    from factsheet.cli.main import main as command

    ours, profile = Ours(), Profile()
    with TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
        sites = [Path(folder) / str(seed) for seed in SEEDS]
        for site, seed in zip(sites, SEEDS, strict=True):
            ours.write_site(site, pages(SHEETS, seed=seed, names=NAMES))
        for site in sites:
            if site is sites[-1]:
                profile.enable()
            code = command(["build", "--root", str(site), "--quiet", "--jobs", "1"])
            if code:
                raise SystemExit(code)
        profile.disable()
    every: Counter[str] = Counter()
    for entry in profile.getstats():
        if isinstance(entry.code, CodeType) and not entry.code.co_filename.replace(os.sep, "/").endswith(OF_PATTERNS):
            every[_part(entry.code)] += entry.callcount + _of_builtins(entry.calls or ())
    by_page = {part: round(count / SHEETS / len(LANGUAGES)) for part, count in every.items()}
    return {part: count for part, count in by_page.items() if count}


def _part(code: CodeType) -> str:
    """The folder of the engine that a function stands in, two deep where it has any."""
    _, engine, inner = code.co_filename.replace(os.sep, "/").rpartition(ENGINE)
    return "/".join(inner.split("/")[:-1][:2]) or inner if engine else "libraries"


def _of_builtins(calls: Sequence[Any]) -> int:
    """The calls of functions that are not written in Python, which are those of whoever calls them."""
    return sum(one.callcount for one in calls if not isinstance(one.code, CodeType))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
