"""Compact forms: powers of ten, rounding, words."""

from decimal import Decimal

import pytest

from factsheet.l10n import cldr
from factsheet.l10n.decimals import Compacted, compacted
from factsheet.l10n.figures import LosesDigits


def cut(tag: str, value: str, *, digits: int | None = None, exact: bool = True) -> Compacted:
    """Cut a number to its long compact form."""
    return compacted(cldr.locale(tag), Decimal(value), "decimal", "long", digits=digits, exact=exact)


def test_power() -> None:
    """The power of ten is the one the language has a word for."""
    found = {tag: cut(tag, "97000000") for tag in ("ro", "hi", "ja", "sw")}
    assert {tag: str(one.mantissa) for tag, one in found.items()} == {
        "ro": "97",
        "hi": "9.7",
        "ja": "9700",
        "sw": "97",
    }
    assert {tag: one.power for tag, one in found.items()} == {"ro": 6, "hi": 7, "ja": 4, "sw": 6}


def test_carry_chooses_the_power_again() -> None:
    """999,999 rounded is one million, not a thousand thousands."""
    assert cut("en", "999999", exact=False) == Compacted(Decimal(1), 6, "0 million")
    assert cut("en", "999499", digits=0, exact=False) == Compacted(Decimal(999), 3, "000 thousand")
    assert cut("en", "999.6", digits=0, exact=False) == Compacted(Decimal(1), 3, "0 thousand")


def test_exact_refuses_what_would_be_lost() -> None:
    """Without leave to round, a value that needs a third decimal is refused."""
    with pytest.raises(LosesDigits):
        cut("en", "1234567")
    with pytest.raises(LosesDigits):
        cut("en", "97500000", digits=0)
    assert cut("en", "1230000").mantissa == Decimal("1.23")


def test_small_numbers_stay() -> None:
    """A number below the first scale has no words, nor has zero."""
    assert cut("ro", "999") == Compacted(Decimal(999), 0, None)
    assert cut("ro", "0") == Compacted(Decimal(0), 0, None)


def test_beyond_the_largest_scale() -> None:
    """Numbers beyond the largest word are counted in it."""
    assert cut("en", "1000000000000000000").mantissa == 1_000_000
    assert cut("en", "1000000000000000000").power == 12


def test_plural_of_the_number_shown() -> None:
    """The word's plural follows the number shown, not the one declared."""
    assert cut("pl", "2500000000", digits=0, exact=False).pattern == "0 miliardy"
    assert cut("ro", "1001", digits=0, exact=False).pattern == "0 mie"


def test_a_word_by_itself() -> None:
    """French writes exactly 1000 as a word; minus one thousand and 1.0 thousand keep their digit."""
    assert cut("fr", "1000").pattern == "mille"
    assert cut("fr", "-1000").pattern == "0 millier"
    assert cut("fr", "1000", digits=1).pattern == "0 millier"
