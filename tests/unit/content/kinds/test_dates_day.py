"""Dates: one day, declared as ISO 8601 writes it."""

import datetime as dt
from decimal import Decimal

import pytest

from factsheet.content.kinds import KIND_BY_NAME
from factsheet.l10n import cldr
from tests.counting import EN, FA, PL, forms, machine, metric, read, refusal, text


def test_iso_dates_are_read() -> None:
    """Year, month and day, in this order, with hyphens."""
    assert read("date", "2025-11-13") == dt.date(2025, 11, 13)


@pytest.mark.parametrize(
    "written", ["13.11.2025", "2025-02-30", "2025-2-3", "20251113", "2025-13", "2025-W46-4", "0999-12-31", "0001-01-01"]
)
def test_other_ways_to_write_a_date_are_refused(written: str) -> None:
    """What could be read in two ways, and days that never were, are refused."""
    assert refusal("date", written) == ("N119", "days" if written == "2025-02-30" else "")


def test_dates_are_written_out() -> None:
    """A date is written in the language's long form, its month in the case that the language asks for."""
    day = metric("date", "2025-11-13")
    assert text(day) == "13 noiembrie 2025"
    assert text(day, PL) == "13 listopada 2025"
    assert text(day, FA) == "۱۳ نوامبر ۲۰۲۵"
    assert forms(day, EN).short == "Nov 13, 2025"


def test_machines_get_iso() -> None:
    """The machine value is the ISO date; a number is no date."""
    assert machine("date", "2025-11-13") == "2025-11-13"
    with pytest.raises(TypeError, match="Decimal"):
        KIND_BY_NAME["date"].machine(Decimal(1))


@pytest.mark.parametrize(
    ("value", "tag", "quote", "is_said"),
    [
        ("2024-03", "ro", "în luna martie 2024", True),
        ("2024-12-24", "fr", "les 24 et 31 décembre 2024", True),
        ("2024-12-25", "fr", "les 24 et 31 décembre 2024", False),
        ("2024-Q3", "hu", "2024 III. negyedéve", True),
        ("2024-03", "ro", "la 14 martie 2024", True),
        ("2024-03", "ro", "în martie 2023", False),
        ("2024-Q3", "ro", "trimestrul III 2024", True),
        ("2024-Q3", "ro", "iulie–septembrie 2024", True),
        ("2024-Q3", "ro", "trimestrul II 2024", False),
        ("2024-Q3", "ro", "în 2024", False),
        ("2024-H1", "en", "January to June 2024", True),
        ("2023/24", "en", "the 2023–24 season", True),
        ("1990s", "en", "between 1990 and 1999", True),
        ("1990s", "en", "in 1995", False),
    ],
)
def test_less_exact_dates_are_proven_as_they_are(value: str, tag: str, quote: str, *, is_said: bool) -> None:
    """A month is named by its name or by a day in it; a quarter by its name or its months, never by its year."""
    kind, declared = KIND_BY_NAME["date"], read("date", value)
    assert kind.machine(declared) == value
    assert (kind.read_quote(cldr.locale(tag), metric("date", value), quote).mismatch is None) is is_said
