"""Quantities: a decimal number of a measure that CLDR knows."""

from decimal import Decimal

import pytest

from factsheet.content.kinds import Details, kind_of
from factsheet.content.kinds.quantity import KIND
from factsheet.content.kinds.quotes import Mismatch
from factsheet.l10n import cldr
from tests.counting import EN, PL, RO, forms, machine, metric, read, refusal, text

KM = Details(measure="kilometer")


def test_any_plain_number_of_a_measure_is_read() -> None:
    """A quantity may be negative and have decimals; it must have a measure."""
    assert read("quantity", "-3.5", KM) == Decimal("-3.5")
    assert refusal("quantity", "5") == ("N118", "")


def test_the_measure_is_written_out_in_the_plural_that_fits() -> None:
    """The name of the measure follows the number as the language has it."""
    distance = metric("quantity", "20", measure="kilometer")
    assert text(distance) == "20 de kilometri"
    assert text(distance, PL) == "20 kilometrów"
    assert text(metric("quantity", "1", measure="kilometer"), EN) == "1 kilometer"


def test_the_short_form_abbreviates_the_measure() -> None:
    """Short is the measure's abbreviation, with that of the scale where there is one."""
    assert forms(metric("quantity", "20", measure="kilometer")).short == "20 km"
    assert forms(metric("quantity", "97000000", measure="kilometer"), EN).short == "97M km"


def test_a_unit_takes_the_place_of_the_measure() -> None:
    """With a unit the translator's phrase is used."""
    days = metric("quantity", "20", measure="day")
    assert text(days, RO, {"other": "{n} de zile lungi"}) == "20 de zile lungi"


def test_machines_get_the_number_in_the_declared_measure() -> None:
    """The machine value is not converted."""
    assert machine("quantity", "2450.50", KM) == "2450.5"


@pytest.mark.parametrize(
    ("quote", "mismatch"),
    [
        ("aged 65 and over", None),
        ("65 years and over", None),
        ("65 and over", Mismatch.UNIT),
        ("aged 65 months", Mismatch.UNIT),
    ],
)
def test_an_age_is_in_years(quote: str, mismatch: Mismatch | None) -> None:
    """Words such as "aged" say the unit, unless another one stands there."""
    made = metric("quantity", "65", measure="year", bound="at-least" if "over" in quote else "exact")
    assert kind_of(made).read_quote(EN, made, quote).mismatch is mismatch


@pytest.mark.parametrize(
    ("tag", "measure", "quote", "whole", "parts"),
    [
        ("en", "year", "3 years and 6 months", "3.5", ["3", "0.5"]),
        ("en", "tonne", "1 tonne 500 kg", "1.5", ["1", "0.5"]),
        ("ro", "tonne", "1 tonă și 500 kg", "1.5", ["1", "0.5"]),
        ("en", "month", "3 years and 6 months", "42", ["36", "6"]),
        ("en", "minute", "a call of 2 hours 30 minutes", "150", ["120", "30"]),
        ("en", "meter", "1 m 75 cm", "1.75", ["1", "0.75"]),
        ("ro", "hour", "2 ore și 30 de minute", "2.5", ["2", "0.5"]),
        ("ja", "hour", "2時間30分", "2.5", ["2"]),
        ("en", "kilometer", "3 km, 500 m of them uphill", "3", ["3.5"]),
        ("en", "hour", "2 hours or 30 minutes", "2", ["2.5"]),
        ("en", "kilometer", "5 km in 30 minutes", "5", ["30"]),
    ],
)
def test_a_quantity_in_two_units_is_one(tag: str, measure: str, quote: str, whole: str, parts: list[str]) -> None:
    """What stands in years and months proves neither the years nor the months alone."""
    loc = cldr.locale(tag)
    said = {
        value: KIND.read_quote(loc, metric("quantity", value, measure=measure), quote).mismatch is None
        for value in (whole, *parts)
    }
    assert said == {whole: True, **dict.fromkeys(parts, False)}


def test_a_quantity_that_no_decimal_gives_is_not_proven() -> None:
    """Five feet and ten inches are no five feet."""
    assert KIND.read_quote(cldr.locale("en"), metric("quantity", "5", measure="foot"), "5 feet 10 inches").mismatch
