"""Digits, groups and rounding."""

from decimal import Decimal

import pytest

from factsheet.l10n import cldr, figures


@pytest.mark.parametrize(
    ("value", "digits", "shown"),
    [
        ("12.5", 0, "13"),
        ("13.5", 0, "14"),
        ("-12.5", 0, "-13"),
        ("0.125", 2, "0.13"),
        ("2", 2, "2.00"),
        ("1E+3", 0, "1000"),
    ],
)
def test_rounding_is_half_up(value: str, digits: int, shown: str) -> None:
    """Where rounding is asked for, a half goes away from zero."""
    assert str(figures.with_digits(Decimal(value), digits, exact=False)) == shown


def test_nothing_is_lost_unasked() -> None:
    """A value that needs more decimals is refused, and the error names it."""
    with pytest.raises(figures.LosesDigits, match=r"0\.125 needs more than 2 decimals") as caught:
        figures.with_digits(Decimal("0.125"), 2, exact=True)
    assert (caught.value.value, caught.value.digits) == (Decimal("0.125"), 2)
    assert str(figures.with_digits(Decimal("0.120"), 2, exact=True)) == "0.12"


@pytest.mark.parametrize("digits", [-1, 61])
def test_odd_number_of_decimals(digits: int) -> None:
    """A number of decimals that no page has is refused."""
    with pytest.raises(ValueError, match="no number of decimals"):
        figures.with_digits(Decimal(1), digits, exact=False)


def test_at_most() -> None:
    """Only the decimals needed are kept, up to a limit."""
    values = [Decimal(text) for text in ("1.500", "2.00", "1E+3", "0")]
    assert [str(figures.at_most(value, 2, exact=True)) for value in values] == [
        "1.5", "2", "1000", "0",
    ]  # fmt: skip
    assert str(figures.at_most(Decimal("1.999"), 2, exact=False)) == "2"
    with pytest.raises(figures.LosesDigits):
        figures.at_most(Decimal("1.234"), 2, exact=True)


@pytest.mark.parametrize(
    ("tag", "value", "text"),
    [
        ("ro", "1209", "1.209"),
        ("es", "1209", "1209"),
        ("es", "12090", "12.090"),
        ("pl", "1209", "1209"),
        ("pt-PT", "1209", "1209"),
        ("hu", "1209", "1209"),
        ("it", "1209", "1209"),
        ("bg", "1209", "1209"),
        ("es-MX", "1209", "1,209"),
        ("de-CH", "1209", "1’209"),
        ("fr", "1209", "1\u202f209"),
        ("en-IN", "9700000", "97,00,000"),
        ("hi", "123456789", "12,34,56,789"),
        ("ar-EG", "1209.5", "١٬٢٠٩٫٥"),
        ("fa", "120", "۱۲۰"),
        ("en", "-1209", "1,209"),
        ("en", "123456789012345678901234567890", "123,456,789,012,345,678,901,234,567,890"),
    ],
)
def test_write(tag: str, value: str, text: str) -> None:
    """Digits are grouped as the language groups them, and written in its own figures."""
    assert figures.writer(cldr.locale(tag)).write(Decimal(value)) == text


def test_minimum() -> None:
    """A form that wants more digits before it groups gets them."""
    writer = figures.writer(cldr.locale("ro"))
    assert [writer.write(Decimal(number), minimum=2) for number in (1209, 12345)] == ["1209", "12.345"]
