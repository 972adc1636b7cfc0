"""Numbers written by another language's rules."""

from decimal import Decimal

import pytest

from factsheet.l10n import cldr
from factsheet.l10n.reading.digits import foreign_reading
from factsheet.l10n.reading.numerals import read


def foreign(tag: str, other: str, text: str) -> Decimal | None:
    """Read the first numeral of a text, and as the other language would."""
    loc = cldr.locale(tag)
    found = foreign_reading(loc, [cldr.locale(other)], text, read(loc, text)[0])
    return None if found is None else found.value


@pytest.mark.parametrize(
    ("tag", "other", "text", "value"),
    [
        ("en", "ro", "1.209 arrests", "1209"),
        ("ro", "en", "1,209 arestări", "1209"),
        ("ro", "en", "12.5 %", "12.5"),
        ("en", "ro", "12,5 million", "12500000"),
        ("en", "ro", "1.209.000", "1209000"),
        ("en", "ro", "-1.209", "-1209"),
    ],
)
def test_another_language_makes_more_sense(tag: str, other: str, text: str, value: str) -> None:
    """A group of three that is read as decimals, or a number against the rules, belongs elsewhere."""
    assert foreign(tag, other, text) == Decimal(value)


@pytest.mark.parametrize(
    ("tag", "other", "text"),
    [
        ("en", "ro", "1,209"),
        ("en", "ro", "1209"),
        ("en", "ro", "12.5"),
        ("en", "ro", "0.125"),
        ("ro", "en", "1.209"),
        ("en", "en-GB", "1.209"),
        ("en", "ro", "four"),
        ("ro", "de", "12.50"),
    ],
)
def test_a_number_at_home_is_left_alone(tag: str, other: str, text: str) -> None:
    """What the language itself writes so, or no other does, is not reported."""
    assert foreign(tag, other, text) is None
