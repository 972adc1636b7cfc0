"""Dates in running text."""

from datetime import date

import pytest

from factsheet.l10n import cldr
from factsheet.l10n.reading.calendar import date_spans, days
from factsheet.l10n.reading.fold import fold


def found(tag: str, text: str) -> list[date | tuple[int, int] | None]:
    """Give the values of the dates of a text."""
    loc = cldr.locale(tag)
    return [day.value for day in days(loc, fold(text, loc.cldr))]


SEPTEMBER_3 = date(2025, 9, 3)
SEPTEMBER_20 = date(2025, 9, 20)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("ro", "pe 3 septembrie 2025"),
        ("ro", "03.09.2025"),
        ("ro", "3 sept. 2025"),
        ("en", "September 3, 2025"),
        ("en", "3rd of September 2025"),
        ("en", "Sept 3, 2025"),
        ("en", "9/3/2025"),
        ("en-GB", "3/9/2025"),
        ("en", "2025-09-03"),
        ("de", "3. September 2025"),
        ("fr", "3 septembre 2025"),
        ("es", "3 de septiembre de 2025"),
        ("pl", "w konkursie 3 września 2025"),
        ("hu", "2025. szeptember 3."),
        ("hu", "2025. szeptember 3-ig"),
        ("lt", "2025 m. rugsėjo 3 d."),
        ("ja", "2025年9月3日"),
        ("zh-Hans", "2025年9月3日"),
        ("ko", "2025년 9월 3일"),
        ("he", "3 בספטמבר 2025"),
        ("th", "3 กันยายน ค.ศ. 2025"),
        ("ar-EG", "٣ سبتمبر ٢٠٢٥"),
        ("cs", "3. 9. 2025"),
        ("ja", "2025/09/03"),
    ],
)
def test_a_date_is_read_as_its_language_writes_it(tag: str, text: str) -> None:
    """Order, names, signs and digits are those of the language."""
    assert found(tag, text) == [SEPTEMBER_3]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("ro", "3–20 septembrie 2025"),
        ("en", "September 3–20, 2025"),
        ("de", "03.–20.09.2025"),
        ("bg", "3.09 – 20.09.2025 г."),
        ("hu", "2025. szeptember 3–20."),
        ("kk", "2025 ж. 3–20 қыркүйек"),
        ("fa", "۳ تا ۲۰ سپتامبر ۲۰۲۵"),
    ],
)
def test_both_days_of_a_range_are_read(tag: str, text: str) -> None:
    """The first day takes month and year from the second."""
    assert found(tag, text) == [SEPTEMBER_3, SEPTEMBER_20]


def test_a_missing_year_is_that_of_the_date_it_is_joined_to() -> None:
    """The year is said once, before or after."""
    assert found("ro", "28 august – 3 septembrie 2025") == [date(2025, 8, 28), SEPTEMBER_3]
    assert found("hu", "2025. szeptember 3. – október 2.") == [SEPTEMBER_3, date(2025, 10, 2)]


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [
        ("ro", "în septembrie 2025", (2025, 9)),
        ("en", "2025-09", (2025, 9)),
        ("ro", "pe 3 septembrie", None),
        ("ro", "31.02.2025", None),
    ],
)
def test_a_date_may_lack_a_day_or_a_year(tag: str, text: str, value: date | tuple[int, int] | None) -> None:
    """A month with a year is a value; a day without a year, and a day that is none, is not."""
    assert found(tag, text) == [value]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("ro", "5 mai mari orașe"),
        ("ro", "560,3 dec."),
        ("bn", "৫ মেগাবাইট"),
        ("en", "a march of 5"),
        ("en", "no digits in September"),
        ("en", "1/2"),
        ("ro", "17.000"),
        ("pl", "od maja w konkursie 7 osób"),
    ],
)
def test_what_only_looks_like_a_date_is_none(tag: str, text: str) -> None:
    """Other words that begin or read like a month make no date."""
    assert found(tag, text) == []


def test_names_are_not_cut_between_two_months() -> None:
    """Months close to each other are read in one stretch."""
    text = "ianuarie, februarie, 3 septembrie 2025, octombrie 2025"
    assert found("ro", text) == [SEPTEMBER_3, (2025, 10)]


def test_months_far_apart_are_read_each() -> None:
    """Only the stretches around the names of months are searched."""
    text = "3 septembrie 2025" + " x" * 60 + " 20 septembrie 2025"
    assert found("ro", text) == [SEPTEMBER_3, SEPTEMBER_20]


def test_spans_cover_the_digits() -> None:
    """Dates without a year hide their digits too."""
    text = "pe 3 septembrie, apoi 13.11.2025"
    spans = date_spans(cldr.locale("ro"), fold(text, "ro"))
    assert [text[slice(*span)] for span in spans] == ["3 septembrie", "13.11.2025"]


def test_the_number_of_a_name_begins_no_range_of_days() -> None:
    """`nr. 1 la 12 februarie` is a hospital and a day, not twelve days."""
    assert found("ro", "Spitalul nr. 1 la 3 septembrie 2025") == [SEPTEMBER_3]
