"""Percentages: what is declared is what stands before the sign."""

from decimal import Decimal

import pytest

from factsheet.l10n.numbers import LosesDigits
from tests.counting import EN, FA, RO, forms, machine, metric, read, text


@pytest.mark.parametrize("written", ["12.5", "-0.125", "0", "150"])
def test_the_number_before_the_sign_is_read(written: str) -> None:
    """Any plain number may be a percentage, also above a hundred and below nothing."""
    assert read("percent", written) == Decimal(written)


def test_digits() -> None:
    """A percentage shows the digits that were declared, and fewer only where the bound allows it."""
    assert text(metric("percent", "12.5")) == "12,5 %"
    assert text(metric("percent", "12.50"), EN) == "12.50%"
    with pytest.raises(LosesDigits):
        text(metric("percent", "12.5", digits=0))
    assert text(metric("percent", "12.5", digits=0, bound="about"), EN) == "13%"


def test_there_is_no_compact_percentage() -> None:
    """Whatever the display, a percentage is written with its sign and without a scale word."""
    assert text(metric("percent", "12.5", display="compact-long"), EN) == "12.5%"
    assert forms(metric("percent", "2000"), EN).short == "2,000%"


def test_signs_and_words() -> None:
    """The sign is the language's; a unit takes its place."""
    assert text(metric("percent", "12.5"), FA) == "۱۲٫۵٪"
    assert text(metric("percent", "20"), RO, {"other": "{n} de procente"}) == "20 de procente"


def test_machines_get_the_number() -> None:
    """12.5 % is 12.5 for machines, not 0.125."""
    assert machine("percent", "12.5") == "12.5"
