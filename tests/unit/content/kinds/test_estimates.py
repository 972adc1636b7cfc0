"""What stands beside a value is shown with it, and proven with it."""

from decimal import Decimal

import pytest

from factsheet.content.kinds import kind_of
from factsheet.content.kinds.estimates import otherwise
from factsheet.content.kinds.quotes import Mismatch
from factsheet.content.model import Span
from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale
from tests.counting import EN, RO, metric, text

PEOPLE = {"one": "{n} person", "other": "{n} people"}
MILLIONS = Span(Decimal(34_000_000), Decimal(39_800_000))


def test_an_interval_is_shown() -> None:
    """It stands behind the number, before what is counted, and shares its scale word."""
    assert text(metric("count", "36700000", interval=MILLIONS), EN, PEOPLE) == "36.7 million [34–39.8 million] people"
    share = metric("percent", "46", interval=Span(Decimal(43), Decimal(50)))
    assert text(share, RO) == "46 % [43–50 %]"


def test_a_margin_is_shown() -> None:
    """The unit stands once, behind both."""
    assert (
        text(metric("quantity", "0.87", measure="celsius", margin=Decimal("0.12")), EN) == "0.87 ± 0.12 degrees Celsius"
    )


@pytest.mark.parametrize(
    ("quote", "mismatch"),
    [
        ("36.7 million [34.0 million–39.8 million] people", None),
        ("36.7 million (95% CI 34.0–39.8 million) people", None),
        ("36.7 million (from 34 to 39.8 million) people", None),
        ("36.7 million (from 34 to 38.9 million) people", Mismatch.BESIDE),
        ("36.7 million [34.0 million–38.9 million] people", Mismatch.BESIDE),
        ("36.7 million people", Mismatch.BESIDE),
        ("36.7 million people. Then 34.0 million–39.8 million", Mismatch.BESIDE),
        ("36.7 million [34.0 thousand–39.8 million]", Mismatch.BESIDE),
        ("37.6 million [34.0 million–39.8 million]", Mismatch.VALUE),
    ],
)
def test_an_interval_is_proven(quote: str, mismatch: Mismatch | None) -> None:
    """Both ends stand behind the value."""
    made = metric("count", "36700000", interval=MILLIONS)
    assert kind_of(made).read_quote(EN, made, quote).mismatch is mismatch


def test_a_confidence_is_proven() -> None:
    """Where the passage says how sure it is, that is what is declared."""
    made = metric("count", "36700000", interval=MILLIONS, confidence=Decimal(90))
    assert kind_of(made).read_quote(EN, made, "36.7 million (90% CI 34.0–39.8 million)").mismatch is None
    assert kind_of(made).read_quote(EN, made, "36.7 million (95% CI 34.0–39.8 million)").mismatch is Mismatch.BESIDE
    behind = "36.7 million (34.0 million–39.8 million, confidence 95%)"
    assert kind_of(made).read_quote(EN, made, behind.replace("95", "90")).mismatch is None
    assert kind_of(made).read_quote(EN, made, behind).mismatch is Mismatch.BESIDE


@pytest.mark.parametrize(
    ("quote", "mismatch"),
    [
        ("0.87°C (±0.12°C)", None),
        ("0.87 ± 0.12 °C", None),
        ("0.87 ± 0.12 °F", Mismatch.UNIT),
        ("0.87°C (0.12°C)", Mismatch.BESIDE),
        ("0.87°C (±0.21°C)", Mismatch.BESIDE),
        ("0.87°C (±0.12°F)", Mismatch.BESIDE),
    ],
)
def test_a_margin_is_proven(quote: str, mismatch: Mismatch | None) -> None:
    """The sign stands before the margin, in the same unit."""
    made = metric("quantity", "0.87", measure="celsius", margin=Decimal("0.12"))
    assert kind_of(made).read_quote(EN, made, quote).mismatch is mismatch


@pytest.mark.parametrize(
    ("loc", "per", "quote", "mismatch"),
    [
        (EN, Decimal(100_000), "9.6 cases per 100,000 people", None),
        (EN, Decimal(100_000), "9.6 cases per 10,000 people", Mismatch.PER),
        (EN, Decimal(100_000), "9.6 cases, with 100,000 people asked", Mismatch.PER),
        (EN, Decimal(100_000), "9.6 cases", Mismatch.PER),
        (EN, "day", "9.6 cases every day", None),
        (EN, "day", "9.6 cases daily", None),
        (EN, "day", "9.6 cases an hour", Mismatch.PER),
        (EN, "person", "9.6 per capita", None),
        (RO, Decimal(1000), "9,6 la mia de locuitori", None),
        (RO, Decimal(1_000_000), "9,6 cazuri la un milion de oameni", None),
        (RO, "year", "9,6 pe an", None),
        (RO, "person", "9,6 pe locuitor", None),
        (RO, "person", "9,6 pe an", Mismatch.PER),
    ],
)
def test_a_denominator_is_proven(loc: NumberLocale, per: Decimal | str, quote: str, mismatch: Mismatch | None) -> None:
    """What the rate is per stands behind it, in figures, in words, or as a unit."""
    made = metric("number", "9.6", per=per)
    assert kind_of(made).read_quote(loc, made, quote).mismatch is mismatch


@pytest.mark.parametrize(
    ("quote", "mismatch"),
    [
        ("4.5 out of 5", None),
        ("4.5/5", None),
        ("4.5/10", Mismatch.BESIDE),
        ("4.5 out of 10", Mismatch.BESIDE),
        ("4.5 in 5", Mismatch.BESIDE),
    ],
)
def test_the_most_of_a_score_is_proven(quote: str, mismatch: Mismatch | None) -> None:
    """4.5 out of 5 is not 4.5 out of 10."""
    made = metric("number", "4.5", out_of=Decimal(5))
    assert kind_of(made).read_quote(EN, made, quote).mismatch is mismatch


@pytest.mark.parametrize(
    ("kind", "value", "more", "quote", "mismatch"),
    [
        ("count", "134", {"per": Decimal(100_000)}, "134 (125–145) cases per 100 000 people", None),
        ("count", "134", {"per": Decimal(100_000)}, "134 (125–145) cases per 10 000 people", Mismatch.PER),
        ("count", "134", {"per": Decimal(100_000)}, "134 cases per 100 000 people (125–145)", None),
        ("count", "134", {"per": Decimal(100_000)}, "134 (125–154) cases per 100 000 people", Mismatch.BESIDE),
        ("quantity", "134", {"measure": "millimeter"}, "134 [125 to 145] mm", None),
        ("quantity", "134", {"measure": "millimeter"}, "134 [125 to 145] cm", Mismatch.UNIT),
    ],
)
def test_what_stands_behind_an_interval(
    kind: str, value: str, more: dict[str, object], quote: str, mismatch: Mismatch | None
) -> None:
    """The unit and what a rate is per may stand behind the interval, and are the figure's all the same."""
    made = metric(kind, value, interval=Span(Decimal(125), Decimal(145)), **more)  # type: ignore[arg-type]
    assert kind_of(made).read_quote(EN, made, quote).mismatch is mismatch


def test_the_unit_stands_once() -> None:
    """A measure that CLDR names stands behind the interval, as a unit phrase does."""
    made = metric("quantity", "3.7", measure="millimeter", interval=Span(Decimal("3.2"), Decimal("4.2")))
    assert text(made, EN) == "3.7 [3.2–4.2] millimeters"


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "the under-18s", "the under 18 years"),
        ("en", "the under-5 population", "the under 5 years population"),
        ("en", "children under five", "children under 5"),
        ("es", "65 o más años", "65 años o más"),
        ("en", "65 or more years", "65 years or more"),
        ("de", "20- bis 64-Jährige", "20  bis 64 Jährige"),
    ],
)
def test_ages_are_written_as_they_are_read(tag: str, text: str, expected: str) -> None:
    """The unit stands right behind the number, and the bound behind both."""
    assert expected in set(otherwise(cldr.locale(tag), metric("quantity", "18", measure="year"), text))
