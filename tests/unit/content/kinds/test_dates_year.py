"""Years: four digits, never grouped."""

from decimal import Decimal

import pytest

from factsheet.content.kinds import kind_of
from factsheet.content.kinds.quotes import Mismatch
from tests.counting import EN, FA, RO, forms, machine, metric, read, refusal


def test_four_digits_are_a_year() -> None:
    """A year is read as the number that it is."""
    assert read("year", "2023") == Decimal(2023)


@pytest.mark.parametrize("written", ["25", "02025", "0999", "10000", "2025.0", "-2025", "2.025", "٢٠٢٥"])
def test_what_is_no_year(written: str) -> None:
    """Two digits, more than four, a zero in front and anything else are refused."""
    assert refusal("year", written) == ("N113", "")


def test_a_quoted_year_is_refused() -> None:
    """In quotation marks stands a text, not a year."""
    assert refusal("year", "2025", quoted=True) == ("N113", "")


def test_years_are_never_grouped() -> None:
    """2025 and not 2.025, in every form; in the digits of the language."""
    shown = forms(metric("year", "2025"), RO)
    assert {shown.text, shown.number, shown.full, shown.short} == {"2025"}
    assert forms(metric("year", "2025"), FA).text == "۲۰۲۵"
    assert forms(metric("year", "2025"), EN).text == "2025"


@pytest.mark.parametrize(
    ("quote", "mismatch"),
    [
        ("about 1997 chairs", Mismatch.UNIT),
        ("in the 1997 elections", None),
        ("1997: a census", None),
        ("about 1997 chairs, in 1997", None),
    ],
)
def test_a_count_is_no_year(quote: str, mismatch: Mismatch | None) -> None:
    """Four digits that count something prove no year."""
    made = metric("year", "1997")
    assert kind_of(made).read_quote(EN, made, quote).mismatch is mismatch


def test_machines_get_the_digits() -> None:
    """The machine value is the year in ASCII digits."""
    assert machine("year", "2025") == "2025"


@pytest.mark.parametrize(
    ("quote", "mismatch"),
    [
        ("în anul 476", None),
        ("476 de oameni", Mismatch.VALUE),
        ("În 476 imperiul a căzut", None),
        ("476 e.n.", None),
        ("4760", Mismatch.VALUE),
        ("476 %", Mismatch.VALUE),
    ],
)
def test_years_before_1000(quote: str, mismatch: Mismatch | None) -> None:
    """Three digits are a year too, which a plain number says."""
    made = metric("year", "476")
    assert kind_of(made).read_quote(RO, made, quote).mismatch is mismatch
    assert forms(made, RO).text == machine("year", "476") == "476"
