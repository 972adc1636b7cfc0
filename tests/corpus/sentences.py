"""The sentences of `statements/`: clean texts as editors write them, with the readings of their figures.

A line is one sentence. What a figure's element shows stands in braces with its reading: `{over 17,000=>17000}`.
A reading is a bound (`>` over, `>=` at least, `~` about, `<~` nearly, `<` under, `<=` up to), a value, and a currency,
`%`, `pp` (percentage points) or a unit of CLDR. The first line names the nouns that metrics of the site count.

Those in `statements/reports` are in the manner of offices of statistics, health, police and cities, and were written
before the rules that make names of such numbers. `statements/sheets` has sentences of fact sheets about health,
transport, budgets, energy, schools, sport and climate, `statements/unseen` further ones about courts, votes, museums,
farms and the environment: the rules were written after the first, and before the others were measured.
`statements/ordinary` has plain sentences of a library in more languages, with what real texts of offices showed to be
common: years in a year's place, days of the week, eras, ages, lists of labels. None of them may give an alarm.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent / "statements"
LANGUAGES: Final = ("ro", "en", "de", "fr", "ar", "ja")
MORE: Final = ("it", "es", "pt", "nl", "pl")
"""Languages that some parts are written in besides."""

_FIGURE: Final = re.compile(r"\{([^{}]*?)=((?:[<>]?=|<~|[<>~])?[^{}=]*)\}")
_UNSPACED: Final = frozenset({"ja"})


@dataclass(frozen=True, slots=True)
class Figure:
    """What a figure's element shows in a sentence: its place, half-open, and the reading of it."""

    start: int
    end: int
    reading: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the corpus as a reader sees it."""

    tag: str
    part: str
    """The folder below `statements` that it stands in; empty for none."""
    text: str
    figures: tuple[Figure, ...]

    @property
    def is_held_out(self) -> bool:
        """Whether it belongs to the half that the reader is never adjusted to."""
        return hashlib.sha256(self.text.encode()).digest()[0] % 2 == 1

    @property
    def words(self) -> int:
        """How many words it has; in Japanese two characters are counted as one."""
        return len(self.text) // 2 if self.tag in _UNSPACED else len(self.text.split())


def languages(part: str = "") -> tuple[str, ...]:
    """The languages that a part is written in."""
    return tuple(tag for tag in (*LANGUAGES, *MORE) if (FOLDER / part / f"{tag}.txt").is_file())


def nouns(tag: str, part: str = "") -> tuple[str, ...]:
    """The nouns that the metrics of the site count."""
    return tuple(_lines(tag, part)[0].removeprefix("# nouns: ").split(", "))


def sentences(tag: str, part: str = "") -> Iterator[Sentence]:
    """All sentences of one part in one language."""
    for line in _lines(tag, part)[1:]:
        yield _sentence(tag, part, line)


def _lines(tag: str, part: str) -> list[str]:
    return (FOLDER / part / f"{tag}.txt").read_text("utf-8").splitlines()


def _sentence(tag: str, part: str, line: str) -> Sentence:
    parts: list[str] = []
    figures: list[Figure] = []
    length = done = 0
    for found in _FIGURE.finditer(line):
        parts += [line[done : found.start()], found[1]]
        start = length + found.start() - done
        length = start + len(found[1])
        figures.append(Figure(start, length, found[2]))
        done = found.end()
    return Sentence(tag, part, "".join((*parts, line[done:])), tuple(figures))
