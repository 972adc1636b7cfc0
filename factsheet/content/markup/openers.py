"""Which references begin a sentence: a word that the tool sets before a figure has a capital there."""

from collections.abc import Iterator
from typing import Final

from factsheet.content.markup.values import GAP, Prose, Run
from factsheet.patterns import regex

_CELLS: Final = frozenset(("td", "th"))
_BEGINS: Final = regex(r"(?:\A|(?:[!?…]|(?:[^\W_]{4}|[\d%)\]\ufffc])\.)[\"”»’)]{0,2}[ \u00a0\n]+)[\"„“«(]{0,2}\Z")
"""A full stop behind three letters or less is mostly that of an abbreviation."""

_REACH: Final = 12


def openers(prose: Prose) -> frozenset[int]:
    """Give the references that begin a sentence, by their place in `Prose.references`; a cell of a table is none."""
    return frozenset(number for run in prose.runs if run.element not in _CELLS for number in _of_run(run))


def _of_run(run: Run) -> Iterator[int]:
    at = -1
    for number in run.references:
        at = run.text.find(GAP, at + 1)
        if at >= 0 and _BEGINS.search(run.text[max(0, at - _REACH) : at] if at > _REACH else run.text[:at]):
            yield number
