"""Plain numbers: an index, an average, a temperature below zero without a unit."""

from decimal import Decimal

import pytest

from factsheet.content.kinds import kind_of
from factsheet.content.kinds.quotes import Mismatch
from tests.counting import EN, RO, machine, metric, read, refusal, text

CHILDREN = {"one": "{n} child", "other": "{n} children"}


@pytest.mark.parametrize("written", ["0.828", "-5000", "1.5"])
def test_any_decimal_is_read(written: str) -> None:
    """Decimals and numbers below zero need no unit of measure."""
    assert read("number", written) == Decimal(written)
    assert machine("number", written) == written


def test_a_plus_belongs_to_a_change() -> None:
    """A plus is refused, with the key that allows it."""
    assert refusal("number", "+5") == ("N101", "plus")


def test_it_is_shown_in_its_phrase() -> None:
    """The digits are the language's; a unit stands around them."""
    assert text(metric("number", "0.828")) == "0,828"
    assert text(metric("number", "1.5"), EN, CHILDREN) == "1.5 children"


@pytest.mark.parametrize(
    ("quote", "mismatch"),
    [
        ("un indice de 0,828", None),
        ("un indice de 0,882", Mismatch.VALUE),
        ("0,828 %", Mismatch.UNIT),
        ("0,828 lei", Mismatch.UNIT),
    ],
)
def test_what_it_is_said_by(quote: str, mismatch: Mismatch | None) -> None:
    """A bare number says it; a percentage or an amount of money does not."""
    made = metric("number", "0.828")
    assert kind_of(made).read_quote(RO, made, quote).mismatch is mismatch


@pytest.mark.parametrize(
    ("quote", "value", "mismatch"),
    [
        ("o arestare", "1", None),
        ("one", "1", Mismatch.VALUE),
        ("o sută de arestări", "1", Mismatch.VALUE),
        ("doctorul nouă arestări", "9", None),
    ],
)
def test_words_that_are_the_value_prove_it(quote: str, value: str, mismatch: Mismatch | None) -> None:
    """What a language counts with is read for the value that is declared."""
    made = metric("count", value)
    assert kind_of(made).read_quote(RO, made, quote).mismatch is mismatch
