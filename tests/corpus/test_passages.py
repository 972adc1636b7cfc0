"""Passages, as quotes and headings are, are read as they were when their answers were read and kept.

Each file of `passages/` has passages of one language, as short as they can be, of which each takes a way through what
reads quotes that no other test does. Below each stands what is read of it, and around each numeral what is asked of its
place: what it is per, whether it is a margin, whether it rises or falls. `make golden` writes what is read.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from factsheet.content.kinds.quotes import numerals
from factsheet.content.statements.heading import heading, per_of, times_of
from factsheet.l10n.cldr import NumberLocale, locale
from factsheet.l10n.reading.digits import Numeral
from factsheet.l10n.reading.qualifiers import direction
from factsheet.l10n.reading.rates import (
    denominators,
    denominators_before,
    is_margin,
    is_out_of,
    is_per,
    says_bound_before,
    side_of_zero,
    with_bounds_behind,
)
from factsheet.l10n.reading.shares import bound_before_article, multiples, ranks, shares
from factsheet.l10n.reading.stretches import stretches, written_dates
from factsheet.l10n.reading.times import durations, times
from factsheet.l10n.reading.units import names_unit
from factsheet.l10n.reading.words import in_figures
from tests.calls.rendering import shown

FILES = sorted((Path(__file__).parent / "passages").glob("*.txt"))
_ANSWER = "    "
_WHOLE: Final[dict[str, Callable[[NumberLocale, str], Any]]] = {
    "shares": shares,
    "multiples": multiples,
    "ranks": ranks,
    "times": times,
    "durations": durations,
    "dates": written_dates,
    "stretches": stretches,
    "heading": heading,
    "per": per_of,
    "times of a heading": lambda loc, text: times_of(loc, text, is_label=False),
}
_BEFORE: Final[dict[str, Callable[[NumberLocale, str, int], Any]]] = {
    "per, before": denominators_before,
    "margin": is_margin,
    "out of": is_out_of,
    "per": is_per,
    "bound before": says_bound_before,
    "bound before article": bound_before_article,
}
_BEHIND: Final[dict[str, Callable[[NumberLocale, str, int], Any]]] = {
    "per, behind": denominators,
    "side of zero": side_of_zero,
    "unit": names_unit,
}


def said(loc: NumberLocale, text: str) -> Iterator[str]:
    """All that is read of a passage, a line for each thing."""
    for one in numerals(loc, text):
        yield f"{shown(one).removeprefix('Numeral')}{''.join(_around(loc, text, one))}"
    for name, ask in _WHOLE.items():
        if found := ask(loc, text):
            yield f"{name}: {shown(found)}"
    for name, changed in (("figures", in_figures(loc, text)), ("bounds behind", with_bounds_behind(loc, text))):
        if changed != text:
            yield f"{name}: {changed}"


def _around(loc: NumberLocale, text: str, one: Numeral) -> Iterator[str]:
    for name, ask in _BEFORE.items():
        if found := ask(loc, text, one.start):
            yield f", {name}: {shown(found)}"
    for name, ask in _BEHIND.items():
        if found := ask(loc, text, one.end):
            yield f", {name}: {shown(found)}"
    ways = [direction(loc, text, one.start, one.end, is_sure=is_sure) for is_sure in (False, True)]
    if any(ways):
        yield f", direction: {shown(ways)}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_passages(file: Path, *, rewrite_golden: bool) -> None:
    """All that each passage says is read."""
    loc = locale(file.stem)
    kept = file.read_text("utf-8").splitlines()
    asked = [line for line in kept if not line.startswith(_ANSWER)]
    made = [line for one in asked for line in (one, *(f"{_ANSWER}{found}" for found in said(loc, one)))]
    if rewrite_golden:
        file.write_text("".join(f"{line}\n" for line in made), "utf-8")
        kept = made
    assert kept == made
