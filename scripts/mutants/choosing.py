"""Which lines get a fault, and which faults are known to change nothing."""

import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.mutants.operators import Mutant, mutants

WORDS_ALONE = ("factsheet/cli/speaking.py",)
"""Modules that are tables of texts for people."""
EQUIVALENT = Path(__file__).resolve().parent / "equivalent.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A mutant that no test can tell from the engine, told by its line's text, which moves less than its number."""

    module: str
    line: str
    old: str
    new: str
    reason: str

    def is_of(self, module: str, line: str, mutant: Mutant) -> bool:
        """Whether a mutant is this one."""
        return (self.module, self.line, self.old, self.new) == (module, line, mutant.old, mutant.new)


def read_known(file: Path = EQUIVALENT) -> tuple[Known, ...]:
    """The mutants that are judged to change nothing; raises TypeError where an entry lacks a key."""
    return tuple(Known(**entry) for entry in tomllib.loads(file.read_text(encoding="utf-8")).get("mutant", ()))


def engine(root: Path) -> dict[str, str]:
    """The text of all modules of the engine, by their path."""
    files = sorted((root / "factsheet").rglob("*.py"))
    return {file.relative_to(root).as_posix(): file.read_text(encoding="utf-8") for file in files}


def by_line(texts: dict[str, str], inside: str) -> dict[tuple[str, int], list[Mutant]]:
    """All mutants of the modules in a folder, by module and line."""
    found: dict[tuple[str, int], list[Mutant]] = {}
    for name, text in texts.items():
        if name.startswith(inside) and not name.startswith(WORDS_ALONE):
            for mutant in mutants(text.encode()):
                found.setdefault((name, mutant.line), []).append(mutant)
    return found


def choose(lines: dict[tuple[str, int], list[Mutant]], count: int, seed: int) -> Iterator[tuple[str, Mutant]]:
    """Choose lines at random, and one mutant of each, in an order of chance: what was tried by then is a sample too."""
    chance = random.Random(seed)  # noqa: S311 - a choice that can be made again
    for name, line in chance.sample(sorted(lines), min(count, len(lines))):
        yield name, chance.choice(lines[name, line])
