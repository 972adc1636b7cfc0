"""The dates a text mentions."""

from datetime import date

from factsheet.l10n import cldr
from factsheet.l10n.reading.stretches import written_dates


def test_dates_months_and_years_come_in_order() -> None:
    """Each mention has its place, its text and its value."""
    text = "În 2023 s-a decis, pe 3 septembrie 2025 s-a făcut, în mai 2026 se termină; 1.209 rămân."
    found = written_dates(cldr.locale("ro"), text)
    assert [mention.value for mention in found] == [2023, date(2025, 9, 3), (2026, 5)]
    assert [mention.text for mention in found] == ["2023", "3 septembrie 2025", "mai 2026"]
    assert all(text[one.start : one.end] == one.text for one in found)


def test_both_years_of_a_period_are_mentioned() -> None:
    """A period is two years."""
    assert [one.value for one in written_dates(cldr.locale("en"), "in 2024–2025")] == [2024, 2025]


def test_a_day_without_a_year_is_not_mentioned() -> None:
    """It has no value that languages could be compared by."""
    assert written_dates(cldr.locale("ro"), "pe 3 septembrie") == ()
