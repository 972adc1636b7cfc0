"""Ranges: from a low to a high number of another kind."""

from decimal import Decimal

import pytest

from factsheet.content.kinds import Details, kind_of
from factsheet.content.kinds.quotes import Mismatch
from factsheet.content.model import Span
from factsheet.l10n.cldr import locale
from factsheet.l10n.numbers import LosesDigits
from tests.counting import EN, RO, VICTIMS, forms, machine, metric, read, refusal, text

KM = Details(measure="kilometer")


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("10–20", "10", "20"),
        ("10-20", "10", "20"),
        ("-5..2.5", "-5", "2.5"),
        ("-5–-2", "-5", "-2"),
        ("1 – 2", "1", "2"),
    ],
)
def test_two_numbers(written: str, low: str, high: str) -> None:
    """Two plain numbers are joined by a dash, a hyphen or two points; both may be negative."""
    assert read("range", written, KM) == Span(Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("20–10", "N112"),
        ("10–10", "N112"),
        ("10 to 20", "N121"),
        ("10", "N121"),
        ("1.2.3–4", "N101"),
        ("017–20", "N101"),
    ],
)
def test_what_is_no_range(written: str, code: str) -> None:
    """Ends that do not rise, and ends that are no plain numbers, are refused."""
    assert refusal("range", written)[0] == code


def test_a_quoted_range_is_refused() -> None:
    """In quotation marks stands a text, not two numbers."""
    assert refusal("range", "10–20", quoted=True) == ("N121", "")


def test_what_both_ends_share_is_written_as_the_language_has_it() -> None:
    """Currency, sign, measure and noun stand once or twice, as CLDR says."""
    assert text(metric("range", "10–20", currency="USD"), EN) == "$10 – $20"
    assert text(metric("range", "10–20", measure="kilometer"), EN) == "10–20 kilometers"
    assert text(metric("range", "3–5"), RO, VICTIMS) == "3–5 victime"
    assert text(metric("range", "3–5", measure="percent"), EN) == "3% – 5%"
    assert text(metric("range", "3–5"), EN) == "3–5"


def test_the_upper_end_chooses_the_display() -> None:
    """From a million on the ends take scale words, unless one of them would lose a digit."""
    assert "million" in text(metric("range", "1000000–2000000"), EN)
    assert text(metric("range", "1234567–2000000"), EN) == "1,234,567–2,000,000"
    with pytest.raises(LosesDigits):
        text(metric("range", "1234567–2000000", display="compact-long"), EN)


def test_the_number_alone_has_no_sign() -> None:
    """The number alone leaves out what the full form names."""
    shown = forms(metric("range", "10–20", currency="USD"), EN)
    assert (shown.number, shown.full) == ("10–20", "$10 – $20")


def test_machines_get_both_ends() -> None:
    """The machine value has a slash between its ends."""
    assert machine("range", "10–20.50") == "10/20.5"


@pytest.mark.parametrize("display", ["auto", "compact-long", "compact-short"])
def test_ends_of_unlike_scales_are_written_with_all_digits(display: str) -> None:
    """A scale word behind the second end would be read with the first one too."""
    shown = forms(metric("range", "5–20000000", display=display), EN)
    assert (shown.text, shown.number) == ("5–20,000,000", "5–20,000,000")
    assert forms(metric("range", "5000000–20000000", display=display), EN).text != "5,000,000–20,000,000"


def test_amounts_of_unlike_scales_too() -> None:
    """800 and 1.2 million are written alike."""
    assert text(metric("range", "800–1200000", currency="USD"), EN) == "$800 – $1,200,000"


@pytest.mark.parametrize(
    ("tag", "quote", "declared", "mismatch"),
    [
        ("en", "between 5 and 20 million people", "5000000–20000000", None),
        ("ro", "între 5 și 20 de milioane de oameni", "5000000–20000000", None),
        ("ro", "între 5 și 20 de milioane de oameni", "5–20000000", Mismatch.VALUE),
        ("en", "from 5 million to 20 million people", "5000000–20000000", None),
        ("en", "between 30 and 20 million people", "30–20000000", None),
        ("en", "between 5 and 20 billion people", "5000000–20000000", Mismatch.VALUE),
    ],
)
def test_a_scale_word_holds_for_both_ends(tag: str, quote: str, declared: str, mismatch: Mismatch | None) -> None:
    """The first number is read in the scale of the second, where it is the smaller one then too."""
    made = metric("range", declared)
    assert kind_of(made).read_quote(locale(tag), made, quote).mismatch is mismatch


@pytest.mark.parametrize(
    ("tag", "quote", "mismatch"),
    [
        ("en", "20 to 30 people", None),
        ("en", "between 20 and 30 people", None),
        ("en", "20 and 30 people", Mismatch.VALUE),
        ("en", "20 or 30 people", Mismatch.VALUE),
        ("en", "20 of 30 people", Mismatch.VALUE),
        ("en", "20, 30 people", Mismatch.VALUE),
        ("en", "20, 25 and 30 people", Mismatch.VALUE),
        ("en", "30 to 20 people", Mismatch.VALUE),
        ("ro", "20 până la 30 de persoane", None),
        ("ro", "20 sau 30 de persoane", Mismatch.VALUE),
        ("ro", "20 din 30 de persoane", Mismatch.VALUE),
        ("de", "20 bis 30 Personen", None),
        ("hu", "20 és 30 fő között", None),
        ("hu", "20 vagy 30 fő", Mismatch.VALUE),
        ("ja", "20、30人", Mismatch.VALUE),
    ],
)
def test_the_ends_are_joined_as_ends(tag: str, quote: str, mismatch: Mismatch | None) -> None:
    """Two numbers of a list, of which one is meant, or the part of a whole, are no range."""
    made = metric("range", "20–30")
    assert kind_of(made).read_quote(locale(tag), made, quote).mismatch is mismatch


@pytest.mark.parametrize(
    ("quote", "mismatch"),
    [
        ("between €200 and €300", None),
        ("€200–300", None),
        ("EUR 200–300", None),
        ("between $200 and €300", Mismatch.UNIT),
        ("between €200 and $300", Mismatch.UNIT),
    ],
)
def test_both_ends_are_in_the_currency(quote: str, mismatch: Mismatch | None) -> None:
    """It may stand once, and no other one beside it."""
    made = metric("range", "200–300", currency="EUR")
    assert kind_of(made).read_quote(EN, made, quote).mismatch is mismatch


@pytest.mark.parametrize(
    ("quote", "mismatch"),
    [
        ("between 15% and 20% of patients", None),
        ("15–20% of patients", None),
        ("between 15 people and 20% of them", Mismatch.UNIT),
        ("between 15% and 20 people", Mismatch.UNIT),
    ],
)
def test_both_ends_are_in_the_unit(quote: str, mismatch: Mismatch | None) -> None:
    """A noun between the two, or none behind the second, is another unit."""
    made = metric("range", "15–20", measure="percent")
    assert kind_of(made).read_quote(EN, made, quote).mismatch is mismatch
