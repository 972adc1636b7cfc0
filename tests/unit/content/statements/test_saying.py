"""A statement in short, for messages."""

from decimal import Decimal

from factsheet.content.statements.comparing import Statement, in_short
from factsheet.l10n import cldr

EN, RO = cldr.locale("en"), cldr.locale("ro")


def test_signs_stand_for_words() -> None:
    """Bound, number and unit are written with signs, in the digits of the language."""
    one = Statement(0, 1, (0, 1), value=Decimal(97_000_000), bound="over", currency="USD")
    assert in_short(EN, one) == "> 97,000,000 USD"
    assert in_short(RO, one) == "> 97.000.000 USD"
    assert in_short(EN, one, "at-least") == "≥ 97,000,000 USD"
    assert in_short(EN, Statement(0, 1, (0, 1), value=Decimal("12.5"), unit="percent")) == "12.5 %"
    assert in_short(EN, Statement(0, 1, (0, 1), value=Decimal("9.6"), beside="/1000")) == "9.6/1000"
    changed = Statement(0, 1, (0, 1), value=Decimal(4), changes=("half of",), second_bound="under", conflict="EUR")
    assert in_short(EN, changed) == "half of < 4 EUR"


def test_what_is_no_number() -> None:
    """There is a dash where nothing is read, and all digits where there are too many to write out."""
    assert in_short(EN, None) == "—"
    assert in_short(EN, Statement(0, 1, (0, 1))) == "—"
    assert in_short(EN, Statement(0, 1, (0, 1), value=Decimal("1" * 50))) == "1" * 50
