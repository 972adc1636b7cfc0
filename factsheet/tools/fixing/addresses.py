"""Old addresses of renamed sheets: each is written into the sheet as an alias."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from factsheet.patterns import regex
from factsheet.problems import Place, Problem
from factsheet.tools.fixing.edits import Edit

_ALIASES: Final = regex(r"^aliases:(?: *\[|(?= *$))", re.MULTILINE)
_TITLE: Final = regex(r"^title:", re.MULTILINE)


def kept_addresses(problems: Iterable[Problem], texts: Mapping[str, str]) -> Iterator[Edit]:
    """Give the edits that add the old address of a page to the sheet that it was most likely renamed to.

    Where a sheet was renamed twice, the first address is added; the next run finds the other.
    """
    done: set[str] = set()
    for problem in problems:
        if (problem.code, problem.variant) == ("O714", "alias") and problem.place.path not in done:
            done.add(problem.place.path)
            yield from _edit(problem.place.path, texts[problem.place.path], dict(problem.values)["alias"])


def _edit(path: str, text: str, alias: str) -> Iterator[Edit]:
    given, title = _ALIASES.search(text), _TITLE.search(text)
    if given is not None and given[0].endswith("["):
        yield Edit(_line(path, text, given.start()), given[0], f'{given[0]}"{alias}", ')
    elif given is not None:
        yield Edit(_line(path, text, given.start()), given[0], f'{given[0]}\n  - "{alias}"')
    elif title is not None:
        yield Edit(_line(path, text, title.start()), title[0], f'aliases: ["{alias}"]\n{title[0]}')


def _line(path: str, text: str, offset: int) -> Place:
    return Place(path, text.count("\n", 0, offset) + 1)
