"""Sentences with other phrases and other numbers are read as they were when their answers were read and kept.

Each file of `phrases/` has sentences of one language, of which each takes a way through the reader that no sentence of
the corpus does: a phrase of another list of the language stands before or behind a number, or the number is written
otherwise. Below each is what is read, as in `readings/`. A cell of a table stands before ` ⟂ `, its heading behind it.
What a figure's element shows stands in braces, where the figure has one with its unit: `{12.5 km=length-kilometer}`.
`make golden` writes what is read.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from factsheet.content.statements.comparing import FigureSpan
from factsheet.content.statements.nouns import Nouns
from factsheet.content.statements.reader import read
from factsheet.l10n import cldr
from tests.calls.rendering import shown
from tests.corpus.sentences import LANGUAGES, nouns

FILES = sorted((Path(__file__).parent / "phrases").glob("*.txt"))
_ANSWER = "    "
_IN = " ⟂ "
_FIGURE = re.compile(r"\{([^{}=]*)(?:=([^{}]*))?\}")


def marked(line: str) -> tuple[str, tuple[FigureSpan, ...]]:
    """A text without its braces, and the places of its figures."""
    text, marks, done = "", [], 0
    for found in _FIGURE.finditer(line):
        text += line[done : found.start()]
        marks.append(FigureSpan(len(text), len(text) + len(found[1]), found[2]))
        text, done = text + found[1], found.end()
    return text + line[done:], tuple(marks)


def lines(tag: str, asked: list[str]) -> Iterator[str]:
    """Each sentence with what is read of it."""
    loc = cldr.locale(tag)
    known = Nouns(tuple((noun.lower(), noun) for noun in (nouns(tag) if tag in LANGUAGES else ())))
    for one in asked:
        yield one
        cell, _, column = one.partition(_IN)
        text, marks = marked(cell)
        found = read(loc, text, marks=marks, nouns=known, head=column or None, column=column or None)
        yield from (f"{_ANSWER}{shown(statement).removeprefix('Statement')}" for statement in found)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_phrases(file: Path, *, rewrite_golden: bool) -> None:
    """All numbers of each sentence are read with all their fields."""
    kept = file.read_text("utf-8").splitlines()
    made = list(lines(file.stem, [line for line in kept if not line.startswith(_ANSWER)]))
    if rewrite_golden:
        file.write_text("".join(f"{line}\n" for line in made), "utf-8")
        kept = made
    assert kept == made
