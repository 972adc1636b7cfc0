"""Ratios: a part of a whole, in figures or in words."""

import pytest

from factsheet.content.kinds import kind_of
from factsheet.content.kinds.quotes import Mismatch
from factsheet.content.model import Ratio
from factsheet.l10n.cldr import NumberLocale
from tests.counting import EN, RO, forms, machine, metric, read, refusal

IN = {"other": "{part} in {n}"}


def test_the_value_is_kept_as_declared() -> None:
    """2/10 is not made 1/5: the source says which."""
    assert read("ratio", "2/10") == Ratio(read("count", "2"), read("count", "10"))  # type: ignore[arg-type]
    assert machine("ratio", "2/10") == "2/10"


@pytest.mark.parametrize("written", ["0.2", "5/1", "0/5", "1.5/2", "1/5/9", "a/b"])
def test_what_is_no_ratio(written: str) -> None:
    """Two whole numbers, the smaller first."""
    assert refusal("ratio", written)[0] in {"N135", "N101"}


def test_all_forms_say_the_ratio() -> None:
    """There is no number alone: neither part means anything without the other."""
    shown = forms(metric("ratio", "1/1200"), EN, IN)
    assert shown.text == shown.number == shown.full == shown.short
    assert forms(metric("ratio", "1/1200"), EN, IN).number == "1 in 1,200"


@pytest.mark.parametrize(
    ("loc", "value", "bound", "quote", "mismatch"),
    [
        (EN, "1/10", "nearly", "almost 1 in 10 adults", None),
        (EN, "1/10", "exact", "almost 1 in 10 adults", Mismatch.BOUND),
        (EN, "1/3", "about", "around one in three deaths", None),
        (EN, "1/11", "exact", "One out of every eleven jobs", None),
        (EN, "1/4", "about", "around a quarter", None),
        (EN, "2/3", "exact", "two thirds of them", None),
        (EN, "1/3", "exact", "two thirds of them", Mismatch.VALUE),
        (EN, "1/10", "exact", "in 10 days", Mismatch.VALUE),
        (RO, "1/5", "exact", "unul din 5 elevi", None),
        (RO, "1/4", "under", "mai puțin de un sfert", None),
        (RO, "1/2", "exact", "s-au redus la jumătate", None),
        (RO, "1/2", "exact", "o treime", Mismatch.VALUE),
    ],
)
def test_what_it_is_said_by(loc: NumberLocale, value: str, bound: str, quote: str, mismatch: Mismatch | None) -> None:
    """One in five, “unul din cinci” and a fifth are the same ratio, with the bound of the passage."""
    made = metric("ratio", value, bound=bound)
    assert kind_of(made).read_quote(loc, made, quote).mismatch is mismatch


def test_a_hyphen_joins_the_parts() -> None:
    """Two-thirds are not a third."""
    third, two_thirds = metric("ratio", "1/3"), metric("ratio", "2/3")
    assert kind_of(third).read_quote(EN, two_thirds, "two-thirds of victims").mismatch is None
    assert kind_of(third).read_quote(EN, third, "two-thirds of victims").mismatch is Mismatch.VALUE
