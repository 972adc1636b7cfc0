"""Dates and ranges of dates."""

from datetime import date

import pytest

from factsheet.l10n import cldr, dates
from factsheet.l10n.dates import DateWidth

DAY = date(2025, 9, 3)


@pytest.mark.parametrize(
    ("tag", "width", "text"),
    [
        ("ro", "long", "3 septembrie 2025"),
        ("ro", "full", "miercuri, 3 septembrie 2025"),
        ("ro", "medium", "3 sept. 2025"),
        ("ro", "short", "03.09.2025"),
        ("ro", "month-year", "septembrie 2025"),
        ("ro", "year", "2025"),
        ("en", "long", "September 3, 2025"),
        ("pl", "long", "3 września 2025"),
        ("pl", "month-year", "wrzesień 2025"),
        ("bg", "long", "3 септември 2025\u202fг."),
        ("ja", "long", "2025年9月3日"),
        ("ja", "year", "2025年"),
        ("ar-EG", "long", "٣ سبتمبر ٢٠٢٥"),
        ("fa", "long", "۳ سپتامبر ۲۰۲۵"),
        ("ar-EG-u-nu-latn", "long", "3 سبتمبر 2025"),
        ("es", "long", "3 de septiembre de 2025"),
        ("eu", "long", "2025(e)ko irailaren 3(a)"),
        ("th", "long", "3 กันยายน ค.ศ. 2025"),
        ("en-GB", "short", "03/09/2025"),
        ("de", "short", "03.09.25"),
        ("ca", "month-year", "setembre del 2025"),
    ],
)
def test_date(tag: str, width: DateWidth, text: str) -> None:
    """A date is written in the language's pattern, words and digits."""
    assert dates.date(cldr.locale(tag), DAY, width) == text


def test_long_is_the_default() -> None:
    """A date is written with its month in full unless told otherwise."""
    romanian = cldr.locale("ro")
    assert dates.date(romanian, DAY) == "3 septembrie 2025"
    assert dates.date_range(romanian, DAY, date(2025, 9, 20)) == "3–20 septembrie 2025"


def test_year() -> None:
    """A year is never grouped, and takes the language's digits."""
    assert [dates.year(cldr.locale(tag), 2025) for tag in ("ro", "en", "fa", "ar-EG")] == [
        "2025", "2025", "۲۰۲۵", "٢٠٢٥",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("tag", "last", "width", "text"),
    [
        ("ro", date(2025, 9, 20), "long", "3–20 septembrie 2025"),
        ("ro", date(2025, 10, 20), "long", "3 septembrie\u2009–\u200920 octombrie 2025"),
        ("ro", date(2026, 1, 2), "long", "3 septembrie 2025\u2009–\u20092 ianuarie 2026"),
        ("ro", date(2025, 9, 20), "medium", "3–20 sept. 2025"),
        ("ro", date(2025, 10, 20), "month-year", "septembrie\u2009–\u2009octombrie 2025"),
        ("ro", date(2025, 9, 20), "month-year", "septembrie 2025"),
        ("ro", date(2026, 1, 1), "year", "2025–2026"),
        ("ro", date(2025, 12, 1), "year", "2025"),
        ("ro", DAY, "long", "3 septembrie 2025"),
        ("en", date(2025, 9, 20), "long", "September 3\u2009–\u200920, 2025"),
        ("en-ZA", date(2025, 9, 20), "long", "3–20 September 2025"),
        ("eu", date(2025, 9, 20), "long", "2025(e)ko iraila 3–20"),
        ("de", date(2025, 9, 20), "medium", "03.–20.09.2025"),
        ("ja", date(2025, 9, 20), "long", "2025年9月3日～20日"),
        ("fa", date(2025, 9, 20), "long", "۳ تا ۲۰ سپتامبر ۲۰۲۵"),
        ("ro", date(2025, 9, 20), "full", "3–20 septembrie 2025"),
        ("ro", date(2025, 9, 20), "short", "03.09.2025\u2009–\u200920.09.2025"),
    ],
)
def test_range(tag: str, last: date, width: DateWidth, text: str) -> None:
    """What both dates share stands once, with the month in full where the width has it so."""
    assert dates.date_range(cldr.locale(tag), DAY, last, width) == text


def test_range_without_a_pattern() -> None:
    """Where a language has no pattern for a range, two whole dates are joined."""
    text = dates.date_range(cldr.locale("fa"), DAY, date(2025, 10, 20), "month-year")
    assert text == "سپتامبر ۲۰۲۵ تا اکتبر ۲۰۲۵"
