"""Figures in round numbers."""

from decimal import Decimal

import pytest

from factsheet.content.calculations import in_round_numbers, in_steps
from factsheet.content.model import Metric
from factsheet.core.problems import Place

HERE = Place("content/ro/index.md")


@pytest.mark.parametrize(
    ("value", "bound", "step", "expected"),
    [
        ("1209345", "exact", "100000", ("1200000", "about")),
        ("1250000", "exact", "100000", ("1300000", "about")),
        ("-1250000", "exact", "100000", ("-1300000", "about")),
        ("1200000", "exact", "100000", ("1200000", "exact")),
        ("1200000", "nearly", "100000", ("1200000", "nearly")),
        ("17950", "over", "1000", ("17000", "over")),
        ("17000", "at-least", "1000", ("17000", "at-least")),
        ("17050", "up-to", "1000", ("18000", "up-to")),
        ("12.46", "exact", "0.5", ("12.5", "about")),
    ],
)
def test_bounds_stay_true(value: str, bound: str, step: str, expected: tuple[str, str]) -> None:
    """An exact value becomes "about"; a least value goes down, a most value up; what is round stays as it is."""
    found = in_steps(Decimal(value), bound, Decimal(step))
    assert (format(found[0], "f"), found[1]) == expected


def test_a_metric_without_steps_stays_as_it_is() -> None:
    """Only what declares `round_to` is rounded."""
    plain = Metric(id="a", kind="count", value=Decimal(1209), place=HERE)
    assert in_round_numbers(plain) is plain
    stepped = Metric(id="a", kind="count", value=Decimal(1209), digits=2, round_to=Decimal(100), place=HERE)
    assert (in_round_numbers(stepped).value, in_round_numbers(stepped).bound, in_round_numbers(stepped).digits) == (
        Decimal(1200),
        "about",
        None,
    )
