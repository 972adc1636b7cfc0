"""Durations: declared in ISO 8601, shown in the units of the language."""

import pytest

from factsheet.content.kinds import kind_of
from factsheet.content.kinds.quotes import Mismatch
from tests.counting import EN, RO, forms, machine, metric, refusal


def test_it_is_read_and_written_as_iso_8601() -> None:
    """Machines are told what was declared; another form is refused with the way to write it."""
    assert machine("duration", "PT2H30M") == "PT2H30M"
    assert refusal("duration", "2h30") == ("N153", "")


def test_its_forms() -> None:
    """Hours and minutes stand with their signs, one unit alone with its name."""
    shown = forms(metric("duration", "PT2H30M"), RO)
    assert (shown.text, shown.full, shown.short) == ("2 h 30 min", "2 ore și 30 de minute", "2 h 30 min")
    assert forms(metric("duration", "P10D"), EN).text == "10 days"


@pytest.mark.parametrize(
    ("value", "bound", "quote", "mismatch"),
    [
        ("PT7H45M", "exact", "a durat 7:45", None),
        ("PT7H45M", "exact", "465 de minute", None),
        ("PT7H45M", "exact", "465 %", Mismatch.VALUE),
        ("PT2H30M", "over", "peste două ore și jumătate", None),
        ("PT2H30M", "over", "două ore și jumătate", Mismatch.BOUND),
        ("P18M", "exact", "un an și șase luni", None),
        ("P18M", "exact", "18 zile", Mismatch.VALUE),
    ],
)
def test_what_proves_it(value: str, bound: str, quote: str, mismatch: Mismatch | None) -> None:
    """The same length in other units does, with its bound; another number or unit does not."""
    made = metric("duration", value, bound=bound)
    assert kind_of(made).read_quote(RO, made, quote).mismatch is mismatch


def test_html_has_no_months() -> None:
    """Days and shorter units stand in a time element."""
    kind = kind_of(metric("duration", "PT1H"))
    assert [kind.is_html_time(metric("duration", text).value) for text in ("PT2H30M", "P3D", "P1M", "P1Y")] == [
        True,
        True,
        False,
        False,
    ]


def test_published_durations_are_read_back() -> None:
    """A text says a machine value if it lasts as long."""
    kind = kind_of(metric("duration", "PT1H"))
    assert kind.reads_back(RO, "peste 2 h 30 min", "PT2H30M")
    assert not kind.reads_back(RO, "2 h 31 min", "PT2H30M")
    assert not kind.reads_back(RO, "2 h", "two")
    assert kind.reads_back(RO, "2", "2") is False


def test_what_can_be_compared() -> None:
    """Hours and days can be drawn in one chart, and not with months."""
    hour, day, month = (metric("duration", text) for text in ("PT1H", "P1D", "P1M"))
    kind = kind_of(hour)
    assert kind.dimension(hour, None) == kind.dimension(day, None) != kind.dimension(month, None)
