"""Multiples: how many times as much."""

import pytest

from factsheet.content.kinds import kind_of
from factsheet.content.kinds.quotes import Mismatch
from factsheet.l10n.cldr import NumberLocale
from tests.counting import EN, RO, forms, metric

ORI = {"one": "{n} dată", "few": "de {n} ori", "other": "de {n} de ori"}


def test_every_form_says_times() -> None:
    """The words are part of the full and the short form; the number stands alone."""
    shown = forms(metric("times", "2.5"), RO, ORI)
    assert (shown.text, shown.full, shown.short, shown.number) == (*("de 2,5 ori",) * 3, "2,5")


@pytest.mark.parametrize(
    ("loc", "value", "bound", "quote", "mismatch"),
    [
        (EN, "2", "exact", "it doubled", None),
        (EN, "2", "exact", "twice as many", None),
        (EN, "3", "over", "more than 3 times", None),
        (EN, "3", "exact", "more than 3 times", Mismatch.BOUND),
        (EN, "3", "exact", "3 people", Mismatch.VALUE),
        (EN, "10", "over", "more than a tenfold rise", None),
        (RO, "2", "nearly", "aproape că s-a dublat", None),
        (RO, "2", "nearly", "aproape dublu", None),
        (RO, "3", "exact", "de trei ori", None),
        (RO, "2", "exact", "s-a triplat", Mismatch.VALUE),
    ],
)
def test_what_it_is_said_by(loc: NumberLocale, value: str, bound: str, quote: str, mismatch: Mismatch | None) -> None:
    """Twice, two times and “s-a dublat” say it; a bare 2 does not."""
    made = metric("times", value, bound=bound)
    assert kind_of(made).read_quote(loc, made, quote).mismatch is mismatch
