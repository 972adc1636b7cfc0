"""Dates that are less exact than a day."""

from datetime import date

import pytest

from factsheet.l10n import cldr, dates
from factsheet.l10n.iso8601 import Stretch, parse_stretch


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-12", date(2024, 12, 1), date(2024, 12, 31)),
        ("2024-W23", date(2024, 6, 3), date(2024, 6, 9)),
        ("2020-W53", date(2020, 12, 28), date(2021, 1, 3)),
        ("2024-Q3", date(2024, 7, 1), date(2024, 9, 30)),
        ("2024-H1", date(2024, 1, 1), date(2024, 6, 30)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2023/24", date(2023, 1, 1), date(2024, 12, 31)),
        ("1999/00", date(1999, 1, 1), date(2000, 12, 31)),
        ("1990s", date(1990, 1, 1), date(1999, 12, 31)),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31)),
        ("9990s", date(9990, 1, 1), date(9999, 12, 31)),
    ],
)
def test_each_is_read_with_its_days_and_written_back(text: str, first: date, last: date) -> None:
    """A stretch knows its first and last day, and is written as it was read."""
    found = parse_stretch(text)
    assert found is not None
    assert (found.first, found.last, str(found)) == (first, last, text)


@pytest.mark.parametrize(
    "text",
    [
        "2024-13",
        "2024-00",
        "2024-Q5",
        "2024-H3",
        "2023/25",
        "2024-3",
        "24-03",
        "1995s",
        "0999",
        "2024-03-01",
        "2024-W00",
        "2024-W53",
    ],
)
def test_other_texts_are_none(text: str) -> None:
    """Weeks, months, quarters and halves that the year has not, and days."""
    assert parse_stretch(text) is None


def test_weeks_months_and_years_alone_are_standard() -> None:
    """ISO 8601 has no quarters, halves or decades."""
    texts = ("2024-W23", "2024-03", "2024", "2024-Q3", "2024-H1", "2023/24", "1990s")
    assert [text for text in texts if (found := parse_stretch(text)) and found.is_standard] == [
        "2024-W23",
        "2024-03",
        "2024",
    ]


@pytest.mark.parametrize(
    ("tag", "text", "long", "short"),
    [
        ("ro", "2024-03", "martie 2024", "mar. 2024"),
        ("en", "2024-03", "March 2024", "Mar 2024"),
        ("es", "2024-03", "marzo de 2024", "mar 2024"),
        ("ja", "2024-03", "2024年3月", "2024年3月"),
        ("ro", "2024-W23", "săptămâna 23 din 2024", "săptămâna 23 din 2024"),
        ("en", "2024-W23", "week 23 of 2024", "week 23 of 2024"),
        ("en", "2020-W53", "week 53 of 2020", "week 53 of 2020"),
        ("fa", "2024-W01", "هفتهٔ ۱م ۲۰۲۴", "هفتهٔ ۱م ۲۰۲۴"),
        ("ro", "2024-Q3", "trimestrul al III-lea 2024", "trim. III 2024"),
        ("en", "2024-Q3", "3rd quarter 2024", "Q3 2024"),
        ("fr", "2024-Q3", "3e trimestre 2024", "T3 2024"),
        ("fa", "2024-Q1", "سه\u200cماههٔ اول ۲۰۲۴", "سه\u200cماههٔ اول ۲۰۲۴"),
        ("de", "2024-H1", "Januar–Juni 2024", "Jan.–Juni 2024"),
        ("en", "2023/24", "2023/24", "2023/24"),
        ("fa", "2023/24", "۲۰۲۳/۲۴", "۲۰۲۳/۲۴"),
        ("en", "1990s", "1990s", "1990s"),
        ("ro", "2030s", "anii 2030", "anii 2030"),
        ("fi", "1990s", "1990–1999", "1990–1999"),
        ("en", "2024", "2024", "2024"),
    ],
)
def test_each_is_shown_by_the_names_of_the_language(tag: str, text: str, long: str, short: str) -> None:
    """Weeks, months and quarters as ICU writes them; half-years as ranges, and decades in their words or so."""
    loc, found = cldr.locale(tag), parse_stretch(text)
    assert found is not None
    assert (dates.stretch(loc, found), dates.stretch(loc, found, short=True)) == (long, short)


@pytest.mark.parametrize(
    ("tag", "first", "last", "expected"),
    [
        ("ro", "2024-07", "2025-06", "iulie 2024\u2009–\u2009iunie 2025"),
        ("en", "2024-03", "2024-05", "March\u2009–\u2009May 2024"),
        ("en", "2024-Q1", "2024-Q3", "1st quarter 2024\u2009–\u20093rd quarter 2024"),
        ("en", "2024-H1", "2024-H2", "January\u2009–\u2009December 2024"),
    ],
)
def test_ranges_name_both_ends(tag: str, first: str, last: str, expected: str) -> None:
    """Two months of a year name it once."""
    low, high = parse_stretch(first), parse_stretch(last)
    assert low is not None
    assert high is not None
    assert dates.stretches(cldr.locale(tag), low, high) == expected


def test_a_quarter_equals_itself() -> None:
    """Values that say the same are the same, so that figures can be looked up by them."""
    assert {parse_stretch("2024-Q1"), Stretch("quarter", 2024, 1)} == {Stretch("quarter", 2024, 1)}
