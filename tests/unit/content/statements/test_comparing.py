"""How what is read stands to what is declared."""

from dataclasses import replace
from decimal import Decimal

import pytest

from factsheet.content.statements.comparing import (
    MetricFacts,
    Relation,
    Statement,
    StatementKind,
    follows,
    is_currency,
    says,
)
from factsheet.l10n import cldr

EN = cldr.locale("en")
OWN = Statement(0, 5, (0, 5), value=Decimal(1209))
OVER = replace(OWN, bound="over")
PLAIN = MetricFacts(id="index/a")
BOUND = MetricFacts(id="index/a", bound="over")
MONEY = MetricFacts(id="index/a", currency="USD")


@pytest.mark.parametrize(
    ("read", "own", "declared", "relation"),
    [
        (OWN, OWN, PLAIN, Relation.EQUAL),
        (None, OWN, PLAIN, Relation.CONTRADICTS),
        (replace(OWN, value=Decimal(1290)), OWN, PLAIN, Relation.CONTRADICTS),
        (replace(OWN, value=None), OWN, PLAIN, Relation.CONTRADICTS),
        (replace(OWN, odd=True), OWN, PLAIN, Relation.CONTRADICTS),
        (replace(OWN, kind=StatementKind.DATE), OWN, PLAIN, Relation.CONTRADICTS),
        (replace(OWN, conflict="EUR"), OWN, PLAIN, Relation.CONTRADICTS),
        (replace(OWN, unit="mile"), OWN, PLAIN, Relation.CONTRADICTS),
        (replace(OWN, unit="kilometer"), OWN, replace(PLAIN, unit="kilometer"), Relation.EQUAL),
        (replace(OWN, currency="EUR", text="€1,209"), OWN, MONEY, Relation.CONTRADICTS),
        (replace(OWN, currency="USD", text="$1,209"), OWN, MONEY, Relation.EQUAL),
        (replace(OWN, changes=("half of",)), OWN, PLAIN, Relation.DOUBTFUL),
        (replace(OWN, nouns=("degrees",)), OWN, replace(PLAIN, unit="percent"), Relation.DOUBTFUL),
        (replace(OWN, nouns=("degrees",)), OWN, PLAIN, Relation.EQUAL),
        (replace(OWN, beside="fewer"), OWN, PLAIN, Relation.DOUBTFUL),
        (replace(OWN, beside="fewer"), OWN, replace(PLAIN, is_relative=True), Relation.EQUAL),
        (OVER, OWN, PLAIN, Relation.CONTRADICTS),
        (replace(OVER, soft=True), OWN, PLAIN, Relation.DOUBTFUL),
        (OVER, OWN, BOUND, Relation.EQUAL),
        (OVER, OVER, BOUND, Relation.EQUAL),
        (OWN, OWN, BOUND, Relation.DOUBTFUL),
        (replace(OVER, second_bound="under"), OVER, BOUND, Relation.CONTRADICTS),
        (replace(OWN, bound="under"), OWN, MetricFacts(id="x", bound="nearly"), Relation.CONTRADICTS),
        (replace(OVER, value=Decimal(1200)), OVER, BOUND, Relation.WEAKER),
        (replace(OVER, value=Decimal(1300)), OVER, BOUND, Relation.CONTRADICTS),
    ],
)
def test_each_difference_has_its_weight(
    read: Statement | None, own: Statement, declared: MetricFacts, relation: Relation
) -> None:
    """Digits, signs, money and units contradict; words beside a figure raise a doubt."""
    assert says(EN, read, own, declared) is relation


def test_the_noun_of_another_metric_raises_a_doubt() -> None:
    """But not where the figure's own nouns are unknown, or the number has a unit."""
    read = replace(OWN, counted=frozenset({"index/b"}))
    known = replace(PLAIN, is_counted=True)
    assert says(EN, read, OWN, known) is Relation.DOUBTFUL
    assert says(EN, read, OWN, PLAIN) is Relation.EQUAL
    share = replace(read, unit="percent"), replace(OWN, unit="percent")
    assert says(EN, *share, replace(known, unit="percent")) is Relation.EQUAL


def test_a_bound_moves_to_the_weaker_side_only() -> None:
    """Over 120,000 is over 100,000; up to 10 is up to 20, and not the other way round."""
    assert follows(Decimal(120), "over", Decimal(100), "at-least")
    assert not follows(Decimal(100), "over", Decimal(120), "over")
    assert follows(Decimal(10), "up-to", Decimal(20), "under")
    assert not follows(Decimal(10), "up-to", Decimal(20), "over")


def test_dollars_are_of_every_country_that_has_them() -> None:
    """A name that several currencies share fits each of them; a code and a part of money do not."""
    dollars = replace(OWN, currency="USD", text="97 dollars")
    assert is_currency(EN, dollars, "CAD")
    assert not is_currency(EN, replace(dollars, text="97 USD"), "CAD")
    assert not is_currency(EN, replace(dollars, currency="USD/100"), "USD")
    assert not is_currency(EN, OWN, "USD")
