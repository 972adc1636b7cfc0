"""Each kind shows itself as its language does."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from factsheet.kinds import KIND_BY_NAME
from factsheet.kinds.base import number_of, span_of
from factsheet.l10n.cldr import locale
from factsheet.l10n.numbers import LosesDigits
from factsheet.model import Metric, Span
from factsheet.problems import Place

RO, EN, PL, AR = (locale(tag) for tag in ("ro", "en", "pl", "ar"))
HERE = Place("a.md")
VICTIMS = {"one": "{n} victimă", "few": "{n} victime", "other": "{n} de victime"}
DOLLARS = {"one": "{n} dolar", "few": "{n} dolari", "other": "{n} de dolari"}


def metric(kind: str, value: object, **more: object) -> Metric:
    """Make a metric of a kind."""
    number = Decimal(value) if isinstance(value, int | str) else value
    return replace(Metric(id="m", kind=kind, value=Decimal(0), place=HERE), value=number, **more)  # type: ignore[arg-type]


def text(made: Metric, unit: Mapping[str, str] | None = None, loc: object = RO) -> str:
    """Show a metric, no-break spaces as plain ones."""
    return KIND_BY_NAME[made.kind].show(made, unit, loc).text.replace("\u00a0", " ")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, "0 victime"),
        (1, "1 victimă"),
        (13, "13 victime"),
        (19, "19 victime"),
        (20, "20 de victime"),
        (97, "97 de victime"),
        (101, "101 victime"),
        (119, "119 victime"),
        (120, "120 de victime"),
        (1209, "1.209 victime"),
        (1220, "1.220 de victime"),
        (120000, "120.000 de victime"),
        (1000000, "1 milion de victime"),
        (1500000, "1,5 milioane de victime"),
        (1234567, "1.234.567 de victime"),
    ],
)
def test_romanian_takes_de_where_it_must(value: int, shown: str) -> None:
    """The noun follows CLDR's category of the number, or of the scale word."""
    assert text(metric("count", value), VICTIMS) == shown


@pytest.mark.parametrize(
    ("display", "shown"),
    [
        ("auto", "17.000 de victime"),
        ("standard", "17.000 de victime"),
        ("compact-long", "17 mii de victime"),
        ("compact-short", "17 K de victime"),
    ],
)
def test_displays(display: str, shown: str) -> None:
    """Below a million `auto` writes all digits; the others do as they are told."""
    assert text(metric("count", 17000, display=display), VICTIMS) == shown


def test_money_in_words_and_in_signs() -> None:
    """With a unit the translator's phrase is used, without one CLDR's sign or code."""
    money = metric("money", 97000000, currency="USD")
    assert text(money, DOLLARS) == "97 de milioane de dolari"
    assert text(money, None, EN) == "$97 million"
    assert text(metric("money", "12.50", currency="USD"), None, EN) == "$12.50"


def test_a_display_that_loses_a_digit_is_refused() -> None:
    """Nothing is rounded unless the bound says that the figure is not exact."""
    exact = metric("count", 1234567, display="compact-short")
    with pytest.raises(LosesDigits):
        text(exact)
    assert text(replace(exact, bound="about", digits=1), None, EN) == "1.2M"


def test_digits_of_a_percentage() -> None:
    """A percentage shows the digits that were declared, and no fewer."""
    assert text(metric("percent", "12.5")) == "12,5 %"
    assert text(metric("percent", "12.50"), None, EN) == "12.50%"
    with pytest.raises(LosesDigits):
        text(metric("percent", "12.5", digits=0))
    assert text(metric("percent", "12.5", digits=0, bound="about"), None, EN) == "13%"


def test_quantities() -> None:
    """The measure is written out, in the plural that fits, and abbreviated in the short form."""
    distance = metric("quantity", 20, measure="kilometer")
    assert text(distance) == "20 de kilometri"
    assert KIND_BY_NAME["quantity"].show(distance, None, RO).short.replace("\u00a0", " ") == "20 km"


def test_years_are_never_grouped() -> None:
    """2025 and not 2.025; in Arabic digits where the language uses them."""
    assert text(metric("year", 2025)) == "2025"
    assert text(metric("year", 2025), None, locale("fa")) == "۲۰۲۵"


def test_periods_and_ranges() -> None:
    """Ends are joined by the language's dash."""
    assert text(metric("period", Span(Decimal(2024), Decimal(2025)))) == "2024–2025"
    assert text(metric("period", Span(Decimal(2024), Decimal(2025))), None, EN) == "2024–2025"
    assert text(metric("range", Span(Decimal(10), Decimal(20)), currency="USD"), None, EN) == "$10 – $20"
    assert (
        text(metric("range", Span(Decimal(10), Decimal(20)), measure="kilometer"), None, EN)
        == "10–20 kilometers"
    )
    assert text(metric("range", Span(Decimal(3), Decimal(5))), VICTIMS) == "3 - 5 victime"
    assert text(metric("range", Span(Decimal(3), Decimal(5)), measure="percent"), None, EN) == "3% – 5%"


def test_dates() -> None:
    """A date is written in the language's long form."""
    day = metric("date", dt.date(2025, 11, 13))
    assert text(day) == "13 noiembrie 2025"
    assert text(day, None, PL) == "13 listopada 2025"


def test_mixed_up_values_are_a_fault_of_the_program() -> None:
    """A number is not a span, nor the other way round."""
    with pytest.raises(TypeError):
        number_of(Span(Decimal(1), Decimal(2)))
    with pytest.raises(TypeError):
        span_of(Decimal(1))
    with pytest.raises(TypeError):
        KIND_BY_NAME["date"].machine(Decimal(1))
