"""Romanian letters with a cedilla become those with a comma below."""

from collections.abc import Iterable, Iterator, Mapping

from factsheet.content.text import place_at
from factsheet.problems import Place, Problem
from factsheet.tools.fixing.edits import Edit

CODE = "T614"
_NEW = str.maketrans("ŞşŢţ", "ȘșȚț")


def old_letters(problems: Iterable[Problem], texts: Mapping[str, str]) -> Iterator[Edit]:
    """Give an edit for each word that was found to be written with the old letters."""
    taken: dict[str, int] = {}
    for problem in sorted(problems, key=lambda problem: problem.sort_key):
        text = texts.get(problem.place.path)
        if problem.code != CODE or text is None:
            continue
        word = dict(problem.values)["word"]
        begin = max(_offset(text, problem.place), taken.get(problem.place.path, 0))
        found = text.find(word, begin)
        if found >= 0:
            taken[problem.place.path] = found + len(word)
            yield Edit(place_at(problem.place.path, text, found), word, word.translate(_NEW))


def _offset(text: str, place: Place) -> int:
    lines = text.split("\n")
    return sum(len(line) + 1 for line in lines[: place.line - 1]) + place.column - 1
