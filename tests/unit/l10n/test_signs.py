"""Numbers with a sign above zero too, as ICU writes them (`signDisplay: exceptZero`), and read back."""

from decimal import Decimal

import pytest

from factsheet.l10n import cldr, numbers
from factsheet.l10n.reading.numerals import read

SIGNED = {
    "ro": ("+12,4", "-285", "+12,4\u00a0%"),
    "en": ("+12.4", "-285", "+12.4%"),
    "sv": ("+12,4", "\u2212285", "+12,4\u00a0%"),
    "ar": ("\u200e+12.4", "\u200e-285", "\u200e+12.4\u200e%\u200e"),
    "fa": ("\u200e+۱۲٫۴", "\u200e\u2212۲۸۵", "\u200e+۱۲٫۴٪"),
    "tr": ("+12,4", "-285", "+%12,4"),
    "ja": ("+12.4", "-285", "+12.4%"),
}


@pytest.mark.parametrize("tag", SIGNED)
def test_signs(tag: str) -> None:
    """The plus stands where the minus does; nothing has no sign."""
    loc = cldr.locale(tag)
    rise, fall, share = SIGNED[tag]
    assert numbers.decimal(loc, Decimal("12.4"), plus=True).text == rise
    assert numbers.decimal(loc, Decimal(-285), plus=True).text == fall
    assert numbers.percent(loc, Decimal("12.4"), plus=True).text == share
    assert numbers.decimal(loc, Decimal(0), plus=True).text == numbers.decimal(loc, Decimal(0)).text


@pytest.mark.parametrize("tag", SIGNED)
@pytest.mark.parametrize("value", ["-285", "12.4", "0", "97000000"])
def test_signed_numbers_read_back(tag: str, value: str) -> None:
    """What is shown says the value."""
    loc = cldr.locale(tag)
    for shown in (numbers.decimal(loc, Decimal(value), plus=True), numbers.percent(loc, Decimal(value), plus=True)):
        assert [one.value for one in read(loc, shown.text)] == [Decimal(value)]
