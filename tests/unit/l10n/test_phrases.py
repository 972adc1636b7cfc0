"""Numbers inside phrases."""

import pytest

from factsheet.l10n import cldr
from factsheet.l10n.figures import FormattedNumber
from factsheet.l10n.ranges import in_phrase


def test_category_without_a_form() -> None:
    """A category the phrase has no form for takes the common one."""
    shown = FormattedNumber("97", "zero")
    assert in_phrase(cldr.locale("en"), shown, ("unit", "length-kilometer", "long")).text == "97 kilometers"
    assert in_phrase(cldr.locale("en"), shown, ("money", "EUR", "")).text == "97 euros"


def test_currency_without_a_name() -> None:
    """A currency without a name goes by its code."""
    assert in_phrase(cldr.locale("en"), FormattedNumber("97", "other"), ("money", "XYZ", "")).text == "97 XYZ"


def test_unknown_unit() -> None:
    """A unit that is nowhere is refused."""
    with pytest.raises(KeyError):
        in_phrase(cldr.locale("en"), FormattedNumber("97", "other"), ("unit", "length-ell", "long"))
