"""Ranges: from a low to a high number of another kind."""

from decimal import Decimal

import pytest

from factsheet.content.kinds import Details
from factsheet.content.model import Span
from factsheet.l10n.numbers import LosesDigits
from tests.counting import EN, RO, VICTIMS, forms, machine, metric, read, refusal, text

KM = Details(measure="kilometer")


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("10–20", "10", "20"),
        ("10-20", "10", "20"),
        ("-5..2.5", "-5", "2.5"),
        ("-5–-2", "-5", "-2"),
        ("1 – 2", "1", "2"),
    ],
)
def test_two_numbers(written: str, low: str, high: str) -> None:
    """Two plain numbers are joined by a dash, a hyphen or two points; both may be negative."""
    assert read("range", written, KM) == Span(Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("20–10", "N112"),
        ("10–10", "N112"),
        ("10 to 20", "N121"),
        ("10", "N121"),
        ("1.2.3–4", "N101"),
        ("017–20", "N101"),
    ],
)
def test_what_is_no_range(written: str, code: str) -> None:
    """Ends that do not rise, and ends that are no plain numbers, are refused."""
    assert refusal("range", written)[0] == code


def test_a_quoted_range_is_refused() -> None:
    """In quotation marks stands a text, not two numbers."""
    assert refusal("range", "10–20", quoted=True) == ("N121", "")


def test_what_both_ends_share_is_written_as_the_language_has_it() -> None:
    """Currency, sign, measure and noun stand once or twice, as CLDR says."""
    assert text(metric("range", "10–20", currency="USD"), EN) == "$10 – $20"
    assert text(metric("range", "10–20", measure="kilometer"), EN) == "10–20 kilometers"
    assert text(metric("range", "3–5"), RO, VICTIMS) == "3–5 victime"
    assert text(metric("range", "3–5", measure="percent"), EN) == "3% – 5%"
    assert text(metric("range", "3–5"), EN) == "3–5"


def test_the_upper_end_chooses_the_display() -> None:
    """From a million on the ends take scale words, unless one of them would lose a digit."""
    assert "million" in text(metric("range", "1000000–2000000"), EN)
    assert text(metric("range", "1234567–2000000"), EN) == "1,234,567–2,000,000"
    with pytest.raises(LosesDigits):
        text(metric("range", "1234567–2000000", display="compact-long"), EN)


def test_the_number_alone_has_no_sign() -> None:
    """The number alone leaves out what the full form names."""
    shown = forms(metric("range", "10–20", currency="USD"), EN)
    assert (shown.number, shown.full) == ("10–20", "$10 – $20")


def test_machines_get_both_ends() -> None:
    """The machine value has a slash between its ends."""
    assert machine("range", "10–20.50") == "10/20.5"
