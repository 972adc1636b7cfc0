"""Counts: whole, never negative, with the noun that their number asks for."""

from decimal import Decimal

import pytest

from factsheet.content.kinds import Details
from tests.counting import RO, VICTIMS, forms, machine, metric, read, refusal, text


@pytest.mark.parametrize("written", ["0", "1209", "9" * 30])
def test_whole_numbers_are_read_digit_by_digit(written: str) -> None:
    """A plain whole number is read as it stands, up to thirty digits."""
    assert read("count", written) == Decimal(written)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("1.209", ("N103", "thousands")),
        ("1209.0", ("N103", "")),
        ("12.5", ("N103", "")),
        ("-3", ("N103", "negative")),
        ("1" * 31, ("N114", "")),
    ],
)
def test_what_is_no_count(written: str, expected: tuple[str, str]) -> None:
    """Decimals, what looks like thousands, negative and endless numbers are refused, each with its own fix."""
    assert refusal("count", written) == expected


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, "0 victime"),
        (1, "1 victimă"),
        (13, "13 victime"),
        (19, "19 victime"),
        (20, "20 de victime"),
        (97, "97 de victime"),
        (101, "101 victime"),
        (119, "119 victime"),
        (120, "120 de victime"),
        (1209, "1.209 victime"),
        (1220, "1.220 de victime"),
        (120000, "120.000 de victime"),
        (1000000, "1 milion de victime"),
        (1500000, "1,5 milioane de victime"),
        (1234567, "1.234.567 de victime"),
    ],
)
def test_romanian_takes_de_where_it_must(value: int, shown: str) -> None:
    """The noun follows CLDR's category of the number, or of the scale word."""
    assert text(metric("count", str(value)), RO, VICTIMS) == shown


def test_the_other_forms_have_no_noun() -> None:
    """The number alone, all digits and the short form leave the unit out."""
    shown = forms(metric("count", "97000000"), RO, VICTIMS)
    assert (shown.number, shown.full, shown.short) == ("97 de milioane", "97.000.000", "97 mil.")


def test_machines_get_the_digits() -> None:
    """The machine value has no separators."""
    assert machine("count", "1209") == "1209"


def test_a_rate_may_have_decimals() -> None:
    """9.6 cases per 100,000 are counted all the same."""
    rate = Details(is_rate=True)
    assert read("count", "9.6", rate) == Decimal("9.6")
    assert read("count", "0", rate) == 0
    assert refusal("count", "-9.6", rate) == ("N103", "")
