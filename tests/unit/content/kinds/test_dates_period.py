"""Periods: from a year or a day to another, both included."""

import datetime as dt
from decimal import Decimal

import pytest

from factsheet.content.kinds import KIND_BY_NAME, kind_of
from factsheet.content.kinds.quotes import Mismatch
from factsheet.content.model import Span
from tests.counting import EN, FA, RO, forms, machine, metric, read, refusal, text

YEARS = Span(Decimal(2024), Decimal(2025))
DAYS = Span(dt.date(2024, 6, 1), dt.date(2024, 8, 31))


@pytest.mark.parametrize("written", ["2024–2025", "2024-2025", "2024 – 2025", "2024/2025"])
def test_two_years(written: str) -> None:
    """Two years may be joined by a dash, a hyphen or a slash."""
    assert read("period", written) == YEARS


@pytest.mark.parametrize(
    "written", ["2024-06-01–2024-08-31", "2024-06-01/2024-08-31", "2024-06-01 - 2024-08-31", "2024-06-01--2024-08-31"]
)
def test_two_days(written: str) -> None:
    """Two days are joined by what cannot be taken for a part of them."""
    assert read("period", written) == DAYS


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("2025–2024", "N112"),
        ("2024–2024", "N112"),
        ("2024-08-31–2024-06-01", "N112"),
        ("2024", "N120"),
        ("2024–25", "N120"),
        ("2024-06-01–2025", "N120"),
        ("2024-02-30–2024-03-01", "N119"),
        ("0024–2025", "N113"),
    ],
)
def test_what_is_no_period(written: str, code: str) -> None:
    """Ends that do not rise, that are missing, mixed or no dates at all are refused."""
    assert refusal("period", written) == (code, "days" if code == "N119" else "")


def test_years_are_joined_without_spaces() -> None:
    """Years are joined by the dash or the word of the language; bare years stand close to it."""
    assert text(metric("period", "2024–2025"), RO) == "2024–2025"
    assert text(metric("period", "2024–2025"), EN) == "2024–2025"
    assert text(metric("period", "2024–2025"), FA) == "۲۰۲۴ تا ۲۰۲۵"


def test_days_name_what_they_share_once() -> None:
    """Days of one month name it once, and the short form shortens the month."""
    days = metric("period", "2025-09-03–2025-09-20")
    assert text(days, RO) == "3–20 septembrie 2025"
    assert forms(days, RO).short == "3–20 sept. 2025"


def test_machines_get_an_interval() -> None:
    """The machine value is an interval of ISO 8601."""
    assert machine("period", "2024-2025") == "2024/2025"
    assert machine("period", "2024-06-01–2024-08-31") == "2024-06-01/2024-08-31"


@pytest.mark.parametrize("written", ["2024-07–2025-06", "2024-Q1–2024-Q3", "2024-H1 - 2024-H2", "2024-Q3", "2023/24"])
def test_less_exact_ends(written: str) -> None:
    """Two months, two quarters, or one stretch that has a name."""
    first, dash, last = written.replace(" - ", "–").partition("–")
    assert machine("period", written) == (f"{first}/{last}" if dash else first)


@pytest.mark.parametrize(
    ("written", "code"), [("2024-06–2024-03", "N112"), ("2024-Q1–2024-H2", "N120"), ("2024-13–2025-01", "N120")]
)
def test_ends_that_do_not_fit(written: str, code: str) -> None:
    """Both ends are of one unit and go upwards."""
    assert refusal("period", written)[0] == code


@pytest.mark.parametrize(
    ("written", "quote", "is_said"),
    [
        ("2024-07-01–2025-06-30", "July 2024 – June 2025", True),
        ("2024-07-01–2025-06-29", "July 2024 – June 2025", False),
        ("2024-07–2025-06", "from July 2024 to June 2025", True),
        ("2024-07–2025-06", "from July 2024 to May 2025", False),
        ("2024-Q3", "in the third quarter of 2024", True),
    ],
)
def test_whole_months_name_their_days(written: str, quote: str, *, is_said: bool) -> None:
    """A period of whole months is proven by the months, one of days by the days."""
    found = KIND_BY_NAME["period"].read_quote(EN, metric("period", written), quote)
    assert (found.mismatch is None) is is_said


def test_months_may_share_their_year() -> None:
    """The year stands once behind two months."""
    made = metric("period", "2025-01–2025-09")
    assert kind_of(made).read_quote(RO, made, "în perioada ianuarie-septembrie 2025").mismatch is None
    assert kind_of(made).read_quote(RO, made, "în perioada ianuarie-octombrie 2025").mismatch is Mismatch.VALUE


@pytest.mark.parametrize(
    ("quote", "mismatch"),
    [("between 3 and 14 March 2025", None), ("3-14 March 2025", None), ("between 3 and 15 March 2025", Mismatch.VALUE)],
)
def test_days_may_share_their_month(quote: str, mismatch: Mismatch | None) -> None:
    """The month and the year stand once behind two days."""
    made = metric("period", "2025-03-03–2025-03-14")
    assert kind_of(made).read_quote(EN, made, quote).mismatch is mismatch
