"""Ranks: a place in an order."""

import pytest

from factsheet.content.kinds import kind_of
from factsheet.content.kinds.quotes import Mismatch
from factsheet.l10n.cldr import NumberLocale
from tests.counting import EN, RO, machine, metric, refusal, text

ENGLISH = {"one": "{n}st", "two": "{n}nd", "few": "{n}rd", "other": "{n}th"}


@pytest.mark.parametrize(("value", "shown"), [("1", "1st"), ("2", "2nd"), ("3", "3rd"), ("11", "11th"), ("21", "21st")])
def test_ordinals(value: str, shown: str) -> None:
    """The ending is that of the ordinal category (CLDR)."""
    assert text(metric("rank", value), EN, ENGLISH) == shown
    assert machine("rank", value) == value


@pytest.mark.parametrize("written", ["0", "-1", "1.5"])
def test_what_is_no_rank(written: str) -> None:
    """Ranks are counted from one."""
    assert refusal("rank", written)[0] in {"N103", "N136"}


@pytest.mark.parametrize(
    ("loc", "value", "quote", "mismatch"),
    [
        (EN, "7", "the seventh leading cause", None),
        (EN, "1", "the leading cause", None),
        (EN, "1", "the second leading cause", Mismatch.VALUE),
        (EN, "1", "a leading cause, one of the leading causes", Mismatch.VALUE),
        (RO, "1", "principala cauză de deces", None),
        (EN, "3", "it came 3rd", None),
        (EN, "3", "3 causes", Mismatch.VALUE),
        (EN, "1", "1. Germany", None),
        (EN, "3", "ranked 3 in Europe", None),
        (RO, "1", "pe primul loc", None),
        (RO, "3", "locul 3", None),
        (RO, "3", "al 3-lea", None),
        (RO, "3", "al treilea", None),
        (RO, "3", "3 orașe", Mismatch.VALUE),
    ],
)
def test_what_it_is_said_by(loc: NumberLocale, value: str, quote: str, mismatch: Mismatch | None) -> None:
    """Ordinals in figures and in words say it; a number of things does not."""
    made = metric("rank", value)
    assert kind_of(made).read_quote(loc, made, quote).mismatch is mismatch


def test_a_rank_has_no_bound() -> None:
    """A passage that says “over the third” says nothing."""
    made = metric("rank", "3", bound="over")
    assert kind_of(made).read_quote(EN, made, "the third").mismatch is Mismatch.BOUND


def test_published_ranks_are_read_back() -> None:
    """The only digits of the text are the rank."""
    kind = kind_of(metric("rank", "4"))
    assert [kind.reads_back(EN, text, "4") for text in ("4th", "locul 4", "4", "۴", "5th", "40th", "fourth")] == [
        True,
        True,
        True,
        True,
        False,
        False,
        False,
    ]
