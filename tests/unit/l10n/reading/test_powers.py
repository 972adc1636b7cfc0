"""Powers of ten are read."""

from decimal import Decimal

import pytest

from factsheet.l10n import cldr
from factsheet.l10n.decimals import decimal
from factsheet.l10n.reading.numerals import read
from factsheet.l10n.reading.shares import with_powers


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "6.02 × 10^23 molecules", ["6.02E+23"]),
        ("en", "1.6x10^-7 C", ["1.6E-7"]),
        ("en", "a luminosity of 10^34", ["1E+34"]),
        ("en", "5 · 10⁶ people", ["5E+6"]),
        ("en", "about 2 × 10¹⁰ protons", ["2E+10"]),
        ("en", "2 × 10^999", []),
        ("en", "12 people", ["12"]),
    ],
)
def test_powers(tag: str, text: str, expected: list[str]) -> None:
    """With signs or raised digits, before or without a number; one that no figure has is left alone."""
    loc = cldr.locale(tag)
    assert [f"{one.value}" for one in with_powers(loc, text, read(loc, text), None)] == expected


def test_the_unit_stands_behind_the_power() -> None:
    """A quantity is read with its unit and its bound."""
    ro = cldr.locale("ro")
    [one] = with_powers(ro, "peste 1,989 × 10³⁰ kg", read(ro, "peste 1,989 × 10³⁰ kg"), "mass-kilogram")
    assert (one.text, one.is_measured, one.bound) == ("1,989 × 10³⁰ kg", True, "over")


@pytest.mark.parametrize("tag", ["ro", "en", "de", "fr", "ar", "fa", "ja", "hi"])
def test_what_is_shown_is_read(tag: str) -> None:
    """Each language reads the powers that it writes."""
    loc = cldr.locale(tag)
    for text in ("602000000000000000000000", "-0.00000016"):
        shown = decimal(loc, Decimal(text), display="scientific").text
        assert [one.value for one in with_powers(loc, shown, read(loc, shown), None)] == [Decimal(text)]
