"""Times of day: declared in ISO 8601, shown in twelve hours or twenty-four as the language does."""

import pytest

from factsheet.content.kinds import kind_of
from factsheet.content.kinds.quotes import Mismatch
from factsheet.content.kinds.showing import held
from factsheet.l10n.cldr import locale
from factsheet.l10n.iso8601 import TimeOfDay
from tests.counting import EN, RO, forms, machine, metric, refusal


def test_it_is_read_and_written_as_iso_8601() -> None:
    """Machines are told what was declared; another form is refused with the way to write it."""
    assert machine("time", "07:45") == "07:45"
    assert machine("time", "04:21:16") == "04:21:16"
    assert {refusal("time", text) for text in ("7:45", "24:00", "19:60", "7.45 p.m.", "PT7H45M")} == {("N155", "")}


@pytest.mark.parametrize(
    ("tag", "text"), [("ro", "19:45"), ("en", "7:45\u202fPM"), ("en-GB", "19:45"), ("da", "19.45")]
)
def test_each_language_writes_it_its_own_way(tag: str, text: str) -> None:
    """The short time of CLDR is shown."""
    assert forms(metric("time", "19:45"), locale(tag)).text == text


@pytest.mark.parametrize(
    ("value", "bound", "quote", "mismatch"),
    [
        ("19:45", "exact", "at 7.45 p.m.", None),
        ("19:45", "exact", "at 19:45", None),
        ("19:45", "exact", "at 7:45", Mismatch.VALUE),
        ("19:45", "exact", "at 7.45 a.m.", Mismatch.VALUE),
        ("19:45", "exact", "7.45 per cent", Mismatch.VALUE),
        ("19:00", "about", "about 7 o'clock in the evening", None),
        ("19:00", "exact", "about 7 p.m.", Mismatch.BOUND),
    ],
)
def test_what_proves_it(value: str, bound: str, quote: str, mismatch: Mismatch | None) -> None:
    """The same time in either way of counting hours does, with its bound; the other half of the day does not."""
    made = metric("time", value, bound=bound)
    assert kind_of(made).read_quote(EN, made, quote).mismatch is mismatch


def test_published_times_are_read_back() -> None:
    """A text says a machine value if it names that time, for whatever half of the day."""
    kind = kind_of(metric("time", "19:45"))
    assert kind.reads_back(EN, "about 7:45\u202fPM", "19:45")
    assert kind.reads_back(RO, "ora 7:45 seara", "19:45")
    assert not kind.reads_back(EN, "7:45\u202fAM", "19:45")
    assert not kind.reads_back(EN, "7:45\u202fPM", "evening")


def test_what_a_finding_calls_it() -> None:
    """A quote that lacks it should hold a time of day, which stands in a time element."""
    made = metric("time", "19:45")
    assert kind_of(made).unit_name(made) == "a time of day"
    assert kind_of(made).is_html_time(made.value)
    with pytest.raises(TypeError):
        held(TimeOfDay, metric("count", "3").value)
