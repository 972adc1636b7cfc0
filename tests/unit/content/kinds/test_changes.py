"""Changes: any number with a sign, which the passage must say too."""

from dataclasses import replace
from decimal import Decimal

import pytest

from factsheet.content.kinds import Details, kind_of
from factsheet.content.kinds.quotes import Mismatch
from factsheet.content.model import Metric
from factsheet.l10n.cldr import NumberLocale
from tests.counting import EN, RO, VICTIMS, metric, read, refusal, text

CHANGE = Details(change=True, currency="USD", measure="kilogram")


def change(kind: str, value: str, **more: str) -> Metric:
    """A change as it is declared."""
    plain = metric(kind, value.lstrip("+-"), **more)
    return replace(plain, change=True, value=read(kind, value, CHANGE))


@pytest.mark.parametrize("kind", ["count", "percent", "money", "quantity", "number", "points"])
def test_both_signs_are_read(kind: str) -> None:
    """A change of any kind may be below zero, and may be written with its plus."""
    assert read(kind, "-285", CHANGE) == Decimal(-285)
    assert read(kind, "+12", CHANGE) == Decimal(12)
    assert refusal(kind, "+-12", CHANGE)[0] == "N101"


def test_only_changes_may_be_below_zero() -> None:
    """Nobody counts fewer than nothing."""
    assert refusal("count", "-285") == ("N103", "negative")


def test_the_sign_is_shown() -> None:
    """A rise has its plus, nothing has no sign."""
    assert text(change("count", "-285"), RO, VICTIMS) == "-285 de victime"
    assert text(change("percent", "12.4"), RO) == "+12,4 %"
    assert text(change("money", "+97000000", currency="USD"), EN) == "+$97 million"
    assert text(change("quantity", "1.4", measure="kilogram"), EN) == "+1.4 kilograms"
    assert text(change("percent", "0"), EN) == "0%"


@pytest.mark.parametrize(
    ("loc", "value", "quote", "mismatch"),
    [
        (EN, "-6", "have fallen by 6%", None),
        (EN, "-6", "have risen by 6%", Mismatch.SIGN),
        (EN, "6", "have fallen by 6%", Mismatch.SIGN),
        (EN, "6", "7% after they rose by 6%", None),
        (EN, "6", "by 6%", None),
        (EN, "-6", "by 6%", Mismatch.SIGN),
        (EN, "-6", "(-6%)", None),
        (EN, "-6", "rose by -6%", Mismatch.SIGN),
        (EN, "-6", "6% fewer than before", None),
        (EN, "6", "6% more than before, when they fell by 3%", None),
        (EN, "-6", "fell by 6%, more than expected", None),
        (RO, "-6", "o scădere cu 6 %", None),
        (RO, "6", "o scădere cu 6 %", Mismatch.SIGN),
        (RO, "-6", "6 % mai puține", None),
        (RO, "-6", "mai mică cu 6 %", None),
        (RO, "6", "a scăzut; plata a crescut cu 6 %", None),
        (RO, "-6", "a scăzut cu 6 puncte procentuale", Mismatch.UNIT),
    ],
)
def test_the_direction_is_proven(loc: NumberLocale, value: str, quote: str, mismatch: Mismatch | None) -> None:
    """The sign, or the words around the number, say which way it went."""
    made = change("percent", value)
    assert kind_of(made).read_quote(loc, made, quote).mismatch is mismatch
