"""A quote proves a figure by its number, its unit and its bound; each kind says which unit that is."""

import pytest

from factsheet.content.kinds import kind_of
from factsheet.content.kinds.quotes import Mismatch, QuoteReading, numerals
from factsheet.content.model import Metric
from factsheet.l10n.cldr import locale
from tests.counting import metric


def said(made: Metric, tag: str, text: str) -> QuoteReading:
    """What a text in a language says of a metric."""
    return kind_of(made).read_quote(locale(tag), made, text)


VICTIMS = metric("count", "12")
PAYMENTS = metric("count", "40")
EUROS = metric("money", "40", currency="EUR")
SHARE = metric("percent", "12.5")
ROAD = metric("quantity", "12.5", measure="kilometer")
WARM = metric("quantity", "30", measure="celsius")
AGES = metric("range", "18–30")
SHARES = metric("range", "10–20", measure="percent")
PRICES = metric("range", "10–20", currency="USD")
LENGTHS = metric("range", "0.18–0.38", measure="meter")


@pytest.mark.parametrize(
    ("made", "tag", "text"),
    [
        (VICTIMS, "ro", "12 victime"),
        (VICTIMS, "en", "twelve victims"),
        (PAYMENTS, "ro", "40 de plăți"),
        (EUROS, "ro", "40 de euro"),
        (EUROS, "en", "€40"),
        (metric("money", "40", currency="CAD"), "en", "40 dollars"),
        (SHARE, "ro", "12,5 la sută"),
        (SHARE, "de", "12,5 Prozent"),
        (ROAD, "ro", "12,5 kilometri de drum"),
        (ROAD, "ro", "drumul de 12,5 km"),
        (ROAD, "en", "a 12.5-kilometre road"),
        (ROAD, "pl", "po 12,5 kilometrach"),
        (ROAD, "de", "nach 12,5 Kilometern"),
        (ROAD, "sw", "kilomita 12.5"),
        (ROAD, "ja", "12.5キロメートル"),
        (WARM, "ro", "30 °C"),
        (WARM, "ro", "30 de grade"),
        (WARM, "en", "30 degrees Celsius"),
        (AGES, "ro", "între 18 și 30 de ani"),
        (SHARES, "en", "between 10 and 20 per cent"),
        (PRICES, "en", "$10–20"),
        (LENGTHS, "en", "0.18-0.38m"),
        (metric("quantity", "1.9", measure="kelvin"), "en", "1.9 K"),
        (metric("quantity", "5", measure="tonne"), "ro", "5 tone"),
        (metric("quantity", "1", measure="kilowatt-hour"), "ro", "un kilowatt-oră"),
        (metric("quantity", "12", measure="percent"), "ro", "12 la sută"),
        (metric("year", "2025"), "en", "on 13 November 2025"),
        (metric("date", "2025-11-13"), "ro", "13 noiembrie 2025"),
        (metric("period", "2024–2025"), "en", "2024–2025"),
    ],
)
def test_a_true_quote_proves(made: Metric, tag: str, text: str) -> None:
    """The number in its unit is found, by sign or name, in any inflection, before or behind the digits."""
    assert said(made, tag, text).mismatch is None


@pytest.mark.parametrize(
    ("made", "tag", "text", "found"),
    [
        (VICTIMS, "ro", "creștere cu 12 %", "12 %"),
        (VICTIMS, "en", "12 percent", "12 percent"),
        (PAYMENTS, "ro", "40 de euro", "40 de euro"),
        (PAYMENTS, "en", "$40", "$40"),
        (EUROS, "ro", "40 de plăți", "40 de plăți"),
        (EUROS, "ro", "40 de dolari", "40 de dolari"),
        (EUROS, "ro", "40 %", "40 %"),
        (SHARE, "ro", "12,5 euro", "12,5 euro"),
        (SHARE, "ro", "12,5 km", "12,5 km"),
        (ROAD, "ro", "12,5 mile", "12,5 mile"),
        (ROAD, "ro", "12,5 metri", "12,5 metri"),
        (ROAD, "ro", "12,5 kilometri pătrați", "12,5 kilometri pătrați"),
        (ROAD, "en", "12.5 kilometers per hour", "12.5 kilometers per"),
        (ROAD, "pl", "po 12,5 kilometrach kwadratowych", "12,5 kilometrach"),
        (ROAD, "sw", "kilomita 12.5 za mraba", "kilomita 12.5 za mraba"),
        (ROAD, "ro", "12,5 euro", "12,5 euro"),
        (ROAD, "ro", "12,5", "12,5"),
        (WARM, "ro", "30 de metri", "30 de metri"),
        (WARM, "en", "30 °F", "30 °F"),
        (AGES, "ro", "18–30 %", "18–30 %"),
        (SHARES, "ro", "10–20 de ani", "10–20 de ani"),
        (PRICES, "en", "€10–20", "€10–20"),
        (LENGTHS, "en", "0.18-0.38 km", "0.18-0.38 km"),
    ],
)
def test_another_unit_proves_nothing(made: Metric, tag: str, text: str, found: str) -> None:
    """The same number in another unit, or in none where one is declared, is named with what stands behind it."""
    reading = said(made, tag, text)
    assert reading.mismatch is Mismatch.UNIT
    assert reading.found == found


@pytest.mark.parametrize(
    ("made", "text"),
    [(VICTIMS, "13 victime"), (ROAD, "125 km"), (AGES, "18 ani"), (metric("year", "2025"), "în 2024")],
)
def test_another_number_proves_nothing(made: Metric, text: str) -> None:
    """A quote must say the value itself."""
    assert said(made, "ro", text).mismatch is Mismatch.VALUE


def test_the_bound_is_part_of_the_statement() -> None:
    """“Peste 12” does not prove 12, and what is declared so may be rounded to where it says less."""
    assert said(VICTIMS, "ro", "peste 12 victime").mismatch is Mismatch.BOUND
    assert said(metric("count", "17012", bound="over"), "ro", "peste 17.000 de victime").mismatch is Mismatch.VALUE
    assert said(metric("count", "16988", bound="over"), "ro", "peste 17 mii de victime").mismatch is None
    assert said(metric("count", "17012", bound="over"), "ro", "peste 17 mii de victime").mismatch is Mismatch.VALUE
    assert said(metric("count", "17012", bound="about"), "ro", "circa 17 mii de victime").mismatch is None


@pytest.mark.parametrize(
    ("made", "expected"),
    [(VICTIMS, "a plain number"), (EUROS, "EUR"), (SHARE, "per cent"), (ROAD, "kilometer"), (SHARES, "per cent")],
)
def test_the_unit_that_is_wanted_is_named(made: Metric, expected: str) -> None:
    """A finding says which unit the quote should hold."""
    assert kind_of(made).unit_name(made) == expected


@pytest.mark.parametrize(
    ("made", "text", "expected"),
    [
        (VICTIMS, "12", True),
        (VICTIMS, "12 %", False),
        (EUROS, "40", True),
        (EUROS, "40 de euro", True),
        (EUROS, "40 de dolari", False),
        (ROAD, "12,5", True),
        (SHARE, "12,5 %", True),
        (metric("year", "2025"), "2025", False),
    ],
)
def test_what_was_typed_by_hand(made: Metric, text: str, expected: bool) -> None:  # noqa: FBT001 - a table
    """A typed number may be a figure of the same unit; of an amount of money the currency may be left out."""
    kind, ro = kind_of(made), locale("ro")
    (numeral,) = numerals(ro, text)
    assert kind.is_typed(ro, made, numeral) is expected


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (VICTIMS, ("count",)),
        (AGES, ("count",)),
        (EUROS, ("money", "EUR")),
        (PRICES, ("money", "USD")),
        (ROAD, ("quantity", "kilometer")),
        (SHARE, ("percent",)),
        (SHARES, ("percent",)),
        (metric("year", "2025"), ("year",)),
    ],
)
def test_what_may_stand_in_one_chart(made: Metric, expected: tuple[str, ...]) -> None:
    """Lengths are compared within one currency, one measure, and of things that are counted."""
    assert kind_of(made).dimension(made, {"other": "{n} de victime"}) == expected
