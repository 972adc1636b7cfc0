"""Where the time of a cold build of ours goes, by what is being done, told from samples of the processor's time."""

import json
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from benchmarks.measure import run
from benchmarks.rounds import places
from benchmarks.tools.ours import BUILD, Ours
from benchmarks.tools.places import WORK

SAMPLER: Final = str(Path(__file__).with_name("sampled.py"))

Stack = Sequence[Sequence[str]]
"""Functions under way, the innermost first, each as its file and its name."""

IMPORTING: Final = "importing the engine and its libraries"
ELSE: Final = "all else"

STAGES: Final = {
    "builder/state.py": "what is kept for the next build",
    "builder/store.py": "what is kept for the next build",
    "builder/up_to_date.py": "what is kept for the next build",
    "files/": "reading sources, publishing",
    "content/sheets/": "YAML to sheets",
    "content/frontmatter/": "YAML to sheets",
    "content/markup/": "Markdown to safe HTML",
    "content/statements/": "reading statements from texts",
    "l10n/reading/": "reading statements from texts",
    "checks/reading.py": "reading statements from texts",
    "l10n/": "writing figures",
    "site/figures.py": "writing figures",
    "content/kinds/": "writing figures",
    "site/extraction.py": "templates and catalogues read and checked",
    "content/catalogs/": "templates and catalogues read and checked",
    "checks/catalogues.py": "templates and catalogues read and checked",
    "checks/": "checks: what is left of them",
    "content/passages.py": "blocks of text",
    "content/texts.py": "blocks of text",
    "site/proof/": "checks: what is left of them",
    "site/translations/": "checks: what is left of them",
    "outputs/templating.py": "templates compiled and rendered",
    "outputs/": "data, JSON-LD and what pages are made of",
    "site/addresses.py": "data, JSON-LD and what pages are made of",
    "content/tracing.py": "noting what was asked for",
}
"""What is being done where the innermost function of ours is in such a file; the first that fits tells."""

SAMPLES: Final = {1: 20, 100: 2}
"""How many builds are looked at, so that there are enough samples."""


def profile(sheets: int, names: int = 0) -> dict[str, float]:
    """Build sites of ours from nothing in one process; give the milliseconds of each stage of one build, dearest first.

    Each sheet declares so many names with digits. What Python takes to start is left out: no sample is taken then.
    """
    folder = WORK / "profile"
    ours = Ours()
    place = places(folder, [ours], sheets, names)[0]
    data = place.folder / "profile"
    command = [sys.executable, SAMPLER, str(data), *BUILD[1:], "build", "--root", str(place.folder), "--quiet"]
    found: Counter[str] = Counter()
    builds = SAMPLES.get(sheets, 1)
    processor = 0.0
    try:
        for _ in range(builds):
            ours.clean(place.folder)
            processor += run([*command, "--jobs", "1"], place.folder, {}).cpu
            found.update(staged(json.loads(data.read_text("utf-8"))))
    finally:
        shutil.rmtree(folder)
    each = processor * 1000 / builds / max(found.total(), 1)
    return {name: count * each for name, count in found.most_common()}


def staged(samples: Iterable[tuple[int, Stack]]) -> Iterator[str]:
    """Name the stage of each sample."""
    for count, stack in samples:
        yield from [stage(stack)] * count


def stage(stack: Stack) -> str:
    """Name what is being done: told by the innermost function of ours, or by a module in the midst of its import."""
    for file, name in stack:
        if name == "<module>":
            return IMPORTING
        _, ours, inner = file.replace("\\", "/").rpartition("/factsheet/")
        if ours:
            found = next((label for part, label in STAGES.items() if inner.startswith(part)), None)
            if found is not None:
                return found
    return ELSE
