"""What a number in a text is per."""

from decimal import Decimal

import pytest

from factsheet.l10n import cldr
from factsheet.l10n.reading.rates import (
    denominators,
    denominators_before,
    is_margin,
    is_out_of,
    says_bound_before,
    side_of_zero,
    with_bounds_behind,
)


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "9 cases per 100,000 people", Decimal(100_000)),
        ("en", "9 new cases for every thousand", Decimal(1_000)),
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
        ("sv", "9 om dagen", "day"),
        ("fa", "9 پایگاه در سال 2020", None),
        ("ka", "9 დღეში", None),
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


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "a monthly wage of 7", {"month"}),
        ("en", "per 100,000 births, 7", {Decimal(100_000)}),
        ("en", "In 2024, per 100,000 births, 7", {Decimal(100_000)}),
        ("en", "Per 1,000, 7", {Decimal(1_000)}),
        ("en", "a wage, 7", set()),
        ("en", "GDP per capita of 7", {"person"}),
        ("ro", "în 2024 PIB pe cap de locuitor a fost de 7", {"person"}),
        ("de", "BIP pro Kopf: 7", {"person"}),
        ("ro", "la mia de locuitori au fost 7", {Decimal(1_000)}),
        ("en", "5.1 euros per capita and 7", set()),
        ("en", "a wage of 7", set()),
        ("ro", "salariul lunar, 7", set()),
        ("ro", "salariul lunar de 7", {"month"}),
    ],
)
def test_denominators_before(tag: str, text: str, expected: set[Decimal | str]) -> None:
    """Words of the phrase before the number, or of the one before that where it is whole."""
    assert set(denominators_before(cldr.locale(tag), text, len(text) - 1)) == expected


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "12 degrees below zero", -1),
        ("en", "12 degrees above zero", 1),
        ("en", "12 degrees, below zero", 0),
        ("en", "12 degrees", 0),
        ("ro", "12 grade sub zero", -1),
        ("ro", "12 grade peste zero", 1),
    ],
)
def test_on_which_side_of_zero(tag: str, text: str, expected: int) -> None:
    """Words behind the number, in the same phrase."""
    loc = cldr.locale(tag)
    assert side_of_zero(loc, text, 2) == expected


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "over ", True),
        ("en", "it is over ", True),
        ("en", "the ", False),
        ("ro", "peste ", True),
        ("en", "", False),
    ],
)
def test_a_bound_before_a_place(tag: str, text: str, *, expected: bool) -> None:
    """A bound word right before it."""
    assert says_bound_before(cldr.locale(tag), text, len(text)) == expected


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "65 or more years", "65 years or more"),
        ("es", "65 o más años", "65 años o más"),
        ("en", "65 or more, years", "65 or more, years"),
        ("en", "65 years or more", "65 years or more"),
        ("en", "1,065.5 or more years, 2 or more days", "1,065.5 years or more, 2 days or more"),
    ],
)
def test_a_bound_between_a_number_and_its_noun(tag: str, text: str, expected: str) -> None:
    """It is written behind both."""
    assert with_bounds_behind(cldr.locale(tag), text) == expected
