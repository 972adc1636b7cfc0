"""Ranges of numbers."""

from decimal import Decimal

import pytest

from factsheet.l10n import amounts, cldr
from factsheet.l10n.decimals import decimal, percent
from factsheet.l10n.ranges import number_range, printed_pattern


@pytest.mark.parametrize(
    ("tag", "text"),
    [("en", "3–5"), ("ro", "3 - 5"), ("ja", "3～5"), ("hr", "3 – 5"), ("fa", "۳–۵"), ("es", "3-5")],
)
def test_numbers(tag: str, text: str) -> None:
    """Two numbers are joined as the language joins them."""
    loc = cldr.locale(tag)
    assert number_range(loc, decimal(loc, Decimal(3)), decimal(loc, Decimal(5))).text == text


@pytest.mark.parametrize(
    ("tag", "text"),
    [("en", "$3 – $5"), ("ro", "3 - 5\u00a0USD"), ("de", "3–5\u00a0$"), ("es-MX", "USD\u00a03-5")],
)
def test_money(tag: str, text: str) -> None:
    """A sign of one character is repeated, a longer one stands once."""
    loc = cldr.locale(tag)
    low, high = (amounts.currency(loc, Decimal(value), "USD") for value in (3, 5))
    assert number_range(loc, low, high).text == text


def test_percent() -> None:
    """A bare percent sign is repeated, one with a space stands once."""
    for tag, text in (("en", "10% – 20%"), ("ro", "10 - 20\u00a0%"), ("tr", "%10 – %20")):
        loc = cldr.locale(tag)
        assert number_range(loc, percent(loc, Decimal(10)), percent(loc, Decimal(20))).text == text


def test_unit() -> None:
    """A unit stands once, in the plural of the range."""
    romanian = cldr.locale("ro")
    ends = [amounts.unit(romanian, Decimal(value), "duration-day") for value in (1, 20)]
    shown = number_range(romanian, *ends)
    assert (shown.text, shown.category) == ("1 - 20 de zile", "other")


def test_scale_words() -> None:
    """A scale word that both ends share stands once; ends with words of their own keep them."""
    romanian = cldr.locale("ro")
    two, three, one = (decimal(romanian, Decimal(value) * 1_000_000, display="compact-long") for value in (2, 3, 1))
    assert number_range(romanian, two, three).text == "2 - 3 milioane"
    shown = number_range(romanian, one, three)
    assert (shown.text, shown.category, shown.scale) == ("1 milion - 3 milioane", "other", 6)
    assert number_range(romanian, one, three, pattern="{0}–{1}").text == "1–3 milioane"


def test_signs_that_differ() -> None:
    """A range across zero keeps the sign of each end."""
    english = cldr.locale("en")
    assert number_range(english, decimal(english, Decimal(-3)), decimal(english, Decimal(5))).text == "-3 – 5"


def test_units_that_differ() -> None:
    """Ends in different units are written in full."""
    english = cldr.locale("en")
    low, high = amounts.unit(english, Decimal(3), "day"), amounts.unit(english, Decimal(5), "week")
    assert number_range(english, low, high).text == "3 days – 5 weeks"


def test_house_pattern() -> None:
    """A site may set a dash where CLDR has a hyphen, and may leave no glue at all."""
    romanian = cldr.locale("ro")
    low, high = (decimal(romanian, Decimal(value)) for value in (3, 5))
    assert number_range(romanian, low, high, pattern="{0}–{1}").text == "3–5"
    signed = decimal(romanian, Decimal(-3))
    assert number_range(romanian, signed, high, pattern="{0}{1}").text == "-3 5"


@pytest.mark.parametrize(
    ("tag", "pattern"),
    [
        ("ro", "{0}–{1}"),
        ("ro-MD", "{0}–{1}"),
        ("pt-PT", "{0}–{1}"),
        ("en", "{0}–{1}"),
        ("es", "{0}-{1}"),
        ("hr", "{0} – {1}"),
    ],
)
def test_printed_pattern(tag: str, pattern: str) -> None:
    """In print a hyphen between spaces becomes a dash without them; every other way is CLDR's."""
    assert printed_pattern(cldr.locale(tag)) == pattern


def test_printed_ranges() -> None:
    """Ends with signs of their own, or below zero, stay apart from the dash."""
    romanian = cldr.locale("ro")
    pattern = printed_pattern(romanian)
    low, middle, high = (decimal(romanian, Decimal(value)) for value in (-5, -3, 1209))
    assert number_range(romanian, low, middle, pattern=pattern).text == "-5 – -3"
    assert number_range(romanian, low, high, pattern=pattern).text == "-5 – 1.209"
    ends = [amounts.unit(romanian, Decimal(value), "duration-day") for value in (1, 20)]
    assert number_range(romanian, *ends, pattern=pattern).text == "1–20 de zile"
    ends = [percent(romanian, Decimal(value)) for value in (10, 20)]
    assert number_range(romanian, *ends, pattern=pattern).text == "10–20\u00a0%"


def test_equal_ends() -> None:
    """A range whose ends look alike is one number."""
    english = cldr.locale("en")
    three = decimal(english, Decimal(3))
    assert number_range(english, three, three) is three
