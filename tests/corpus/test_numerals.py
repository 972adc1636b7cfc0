"""Precision and recall of reading on a corpus of small texts, half of them to be left alone."""

import hashlib
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from factsheet.l10n import cldr
from factsheet.l10n.reading.digits import Numeral, is_year_like
from factsheet.l10n.reading.numerals import read

TABLE: Final = tomllib.loads(Path(__file__).with_name("numerals.toml").read_text("utf-8"))
LEAST_PRECISION: Final = Decimal("0.95")
LEAST_RECALL: Final = Decimal("0.95")


class Case(NamedTuple):
    """A text and the figures it holds, as "value currency bound word"."""

    tag: str
    text: str
    figures: tuple[str, ...]


CASES: Final = [
    Case(tag, row[0], tuple(row[1:]))
    for tag, group in TABLE.items()
    for row in [*group["finds"], *([text] for text in group["leaves"])]
]


def is_held_out(case: Case) -> bool:
    """Split the corpus by a hash of the text, which no one can choose."""
    return hashlib.sha256(case.text.encode()).digest()[0] % 2 == 1


TUNED: Final = [case for case in CASES if not is_held_out(case)]
HELD_OUT: Final = [case for case in CASES if is_held_out(case)]


def described(numeral: Numeral) -> str:
    """Write a numeral the way the corpus does."""
    money = numeral.currency or ("%" if numeral.percent else None)
    parts = [str(numeral.value), money, numeral.bound, "word" if numeral.word else None]
    return " ".join(part for part in parts if part)


def figures(case: Case) -> list[str]:
    """Give the figures read in a case's text; a year counts only where the case asks for that number."""
    found = read(cldr.locale(case.tag), case.text)
    return [described(one) for one in found if not is_year_like(one) or str(one.value) in case.figures]


def test_the_corpus_is_large_and_half_of_it_holds_no_figure() -> None:
    """At least 120 cases, between 40 % and 60 % of them to be left alone."""
    empty = sum(not case.figures for case in CASES)
    assert len(CASES) >= 120
    assert 0.4 < empty / len(CASES) < 0.6
    assert len({case.text for case in CASES}) == len(CASES)


@pytest.mark.parametrize("tag", sorted({case.tag for case in TUNED}))
def test_a_case_of_the_tuned_half_is_read_right(tag: str) -> None:
    """Every figure is found as it stands, and nothing else."""
    cases = [case for case in TUNED if case.tag == tag]
    assert [(case.text, found) for case in cases if (found := figures(case)) != list(case.figures)] == []


def test_precision_and_recall_on_the_held_out_half() -> None:
    """On cases the reader was never adjusted to, few findings are wrong and few are missing."""
    right = sum(len(set(figures(case)) & set(case.figures)) for case in HELD_OUT)
    found = sum(len(figures(case)) for case in HELD_OUT)
    wanted = sum(len(case.figures) for case in HELD_OUT)
    assert Decimal(right) / found >= LEAST_PRECISION
    assert Decimal(right) / wanted >= LEAST_RECALL
