"""What a number in a text is per."""

from decimal import Decimal

import pytest

from factsheet.l10n import cldr
from factsheet.l10n.reading import denominators, is_margin, is_out_of


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "9 cases per 100,000 people", Decimal(100_000)),
        ("en", "9 new cases for every thousand", None),
        ("en", "9 in every 100 people", Decimal(100)),
        ("en", "9 mg/dl", "deciliter"),
        ("en", "9 passengers a day", "day"),
        ("en", "9 per cent", None),
        ("en", "9 cases. Every day", None),
        ("en", "9 one two three four five six per day", "day"),
        ("en", "9 one two three four five six seven per day", None),
        ("ro", "9 cazuri la suta de mii de locuitori", Decimal(100_000)),
        ("ro", "9 kilograme pe cap de locuitor", "person"),
        ("de", "9 pro Tag", "day"),
        ("fr", "9 cas pour 100 000 habitants", Decimal(100_000)),
        ("hu", "9 eset fejenként", "person"),
        ("sv", "9 om dagen", None),
    ],
)
def test_denominators(tag: str, text: str, expected: Decimal | str | None) -> None:
    """Numbers, persons and units, a few words behind the number and in the same phrase."""
    found = denominators(cldr.locale(tag), text, 1)
    assert expected in found if expected is not None else not found


def test_margins_and_scores() -> None:
    """Signs and words before the number say it."""
    en, ro = cldr.locale("en"), cldr.locale("ro")
    assert is_margin(en, "9 ± 2", 4)
    assert is_margin(ro, "9 plus sau minus 2", 17)
    assert not is_margin(en, "9 or 2", 5)
    assert is_out_of(en, "9 out of 10", 9)
    assert is_out_of(en, "8 / 10", 4)
    assert not is_out_of(en, "9 or 10", 5)
