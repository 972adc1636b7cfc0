"""Percentage points are never a percentage, in no form."""

import pytest

from factsheet.content.kinds import kind_of
from factsheet.content.kinds.quotes import Mismatch
from tests.counting import RO, forms, machine, metric, refusal

POINTS = {"one": "{n} punct procentual", "few": "{n} puncte procentuale", "other": "{n} de puncte procentuale"}


def test_every_form_says_points() -> None:
    """The full and the short form keep the words, so that no card or table makes a percentage of it."""
    shown = forms(metric("points", "0.74"), RO, POINTS)
    assert (shown.text, shown.full, shown.short) == ("0,74 puncte procentuale",) * 3
    assert shown.number == "0,74"


def test_machines() -> None:
    """Machines get the number and a name of the unit that is no percent sign."""
    made = metric("points", "0.74")
    assert machine("points", "0.74") == "0.74"
    assert kind_of(made).unit_text(made) == "percentage point"
    assert refusal("points", "0.74%") == ("N101", "percent-sign")


@pytest.mark.parametrize(
    ("quote", "mismatch"),
    [
        ("cu 0,74 puncte procentuale", None),
        ("cu 0,74 p.p.", None),
        ("cu 0,74 %", Mismatch.UNIT),
        ("cu 0,74", Mismatch.UNIT),
        ("cu 0,47 puncte procentuale", Mismatch.VALUE),
    ],
)
def test_what_they_are_said_by(quote: str, mismatch: Mismatch | None) -> None:
    """Only a number that is called so proves them."""
    made = metric("points", "0.74")
    assert kind_of(made).read_quote(RO, made, quote).mismatch is mismatch


def test_points_prove_no_percentage_and_no_count() -> None:
    """Two percentage points are neither 2 % nor two things."""
    for kind in ("percent", "count", "money"):
        made = metric(kind, "2", currency="EUR" if kind == "money" else None)
        assert kind_of(made).read_quote(RO, made, "cu 2 puncte procentuale").mismatch is Mismatch.UNIT
