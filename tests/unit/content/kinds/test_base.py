"""What all kinds share: strict reading, displays, and the machine's way of writing."""

from decimal import Decimal

import pytest

from factsheet.content.kinds import KINDS, Details
from factsheet.content.kinds.showing import held, machine_number, number_of
from factsheet.content.model import Span
from factsheet.l10n.numbers import LosesDigits
from tests.counting import EN, RO, VICTIMS, forms, metric, refusal, text


@pytest.mark.parametrize(
    ("written", "variant"),
    [
        ("1e400", "exponent"),
        ("97e6", "exponent"),
        (".nan", "not-finite"),
        ("-.inf", "not-finite"),
        ("017", "base"),
        ("0x1F", "base"),
        ("12:30", "sexagesimal"),
        ("NO", "boolean"),
        ("true", "boolean"),
        ("1,209", "separators"),
        ("1 209", "separators"),
        ("1_209", "separators"),
        ("1.209.000", "separators"),
        ("12,5", "decimal-comma"),
        ("12%", "percent-sign"),
        ("+5", "plus"),
        (".5", ""),
        ("5.", ""),
        ("many", ""),
        ("۱۲۰۹", ""),
        ("1209 ", ""),
    ],
)
@pytest.mark.parametrize("kind", ["count", "percent"])
def test_what_is_no_plain_number(kind: str, written: str, variant: str) -> None:
    """YAML's other ways to write numbers, and people's, are refused with the reason."""
    assert refusal(kind, written) == ("N101", variant)


@pytest.mark.parametrize("kind", ["count", "percent", "money", "quantity"])
def test_a_quoted_number_is_refused(kind: str) -> None:
    """In quotation marks stands a text, not a number."""
    details = Details(currency="USD", measure="kilometer")
    assert refusal(kind, "1.209", details, quoted=True) == ("N101", "quoted")


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
    assert text(metric("count", "17000", display=display), RO, VICTIMS) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [("999999", "999,999"), ("1000000", "1 million"), ("1500000", "1.5 million"), ("1234567", "1,234,567")],
)
def test_auto_takes_a_scale_word_where_it_is_exact(value: str, shown: str) -> None:
    """From a million on `auto` takes a scale word, unless that would lose a digit."""
    assert text(metric("count", value), EN) == shown


def test_auto_rounds_only_where_digits_say_so() -> None:
    """`digits` under `auto` keeps an exact figure exact, and a scale word is tried before all digits."""
    assert text(metric("count", "1500000", digits=1), EN) == "1.5 million"
    with pytest.raises(LosesDigits):
        text(metric("percent", "12.25", digits=1), EN)
    assert text(metric("percent", "12.25", digits=1, bound="about"), EN) == "12.3%"


def test_a_display_that_loses_a_digit_is_refused() -> None:
    """Nothing is rounded unless the bound says that the figure is not exact."""
    with pytest.raises(LosesDigits):
        text(metric("count", "1234567", display="compact-short"), EN)
    assert text(metric("count", "1234567", display="compact-short", bound="about", digits=1), EN) == "1.2M"


def test_the_short_form_falls_back_to_all_digits() -> None:
    """The short form never loses a digit, and an abbreviation that is none does not change the digits."""
    assert forms(metric("count", "1234567"), EN).short == "1,234,567"
    assert forms(metric("count", "1500000"), EN).short == "1.5M"
    assert forms(metric("money", "12.50", currency="USD"), EN).short == "$12.50"


def test_a_unit_without_the_category_takes_other() -> None:
    """Where a phrase is missing, which is a finding of its own, the figure is shown with `other`."""
    assert text(metric("count", "5"), RO, {"other": "{n} de victime"}) == "5 de victime"
    assert text(metric("count", "5"), RO, {"one": "{n} victimă"}) == "5"


@pytest.mark.parametrize(
    ("value", "written"), [("1209", "1209"), ("12.50", "12.5"), ("100", "100"), ("1E+3", "1000"), ("-0.125", "-0.125")]
)
def test_machine_numbers(value: str, written: str) -> None:
    """Machines get a point, no grouping, no exponent, and no zeros that say nothing."""
    assert machine_number(Decimal(value)) == written


def test_mixed_up_values_are_a_fault_of_the_program() -> None:
    """A number is not a span, nor the other way round."""
    with pytest.raises(TypeError, match="Span"):
        number_of(Span(Decimal(1), Decimal(2)))
    with pytest.raises(TypeError, match="Decimal"):
        held(Span, Decimal(1))


def test_kinds_are_registered_once() -> None:
    """Each kind has a name of its own."""
    assert len({kind.name for kind in KINDS}) == len(KINDS)
