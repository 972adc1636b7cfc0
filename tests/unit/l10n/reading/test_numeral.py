"""Numerals as values."""

import pytest

from factsheet.l10n import cldr
from factsheet.l10n.reading.digits import is_year_like
from factsheet.l10n.reading.numerals import read


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2025", True),
        ("1000", True),
        ("2199", True),
        ("999", False),
        ("2200", False),
        ("2,025", False),
        ("$2025", False),
        ("2025%", False),
        ("2 thousand", False),
        ("two thousand", False),
    ],
)
def test_a_year_is_four_bare_digits(text: str, year: bool) -> None:  # noqa: FBT001
    """A separator, money, percent or a word makes it a figure."""
    (numeral,) = read(cldr.locale("en"), text)
    assert is_year_like(numeral) is year
