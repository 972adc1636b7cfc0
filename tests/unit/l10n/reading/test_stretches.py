"""Weeks, quarters, half-years, business years and decades in running text."""

from collections.abc import Callable
from datetime import date

import pytest

from factsheet.l10n import cldr, dates
from factsheet.l10n.iso8601 import parse_stretch
from factsheet.l10n.reading.stretches import (
    names_days,
    names_end,
    names_first_months,
    names_month,
    names_months,
    names_weeks,
    names_year_to,
    names_years,
    stretches,
)


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("ro", "în trimestrul II 2017", ["2017-Q2"]),
        ("ro", "trimestrul al III-lea din anul 2025", ["2025-Q3"]),
        ("ro", "în primul trimestru al anului 2024", ["2024-Q1"]),
        ("ro", "semestrul I 2017", ["2017-H1"]),
        ("ro", "T3 2025", ["2025-Q3"]),
        ("ro", "anii 1990, anul școlar 2023/2024", ["1990s", "2023/24"]),
        ("ro", "în anii '90", ["1990s"]),
        ("en", "(4th quarter 2008)", ["2008-Q4"]),
        ("en", "in the third quarter of 2025", ["2025-Q3"]),
        ("en", "in Q3 2025, 2024-Q4", ["2024-Q4", "2025-Q3"]),
        ("en", "first half of 2024", ["2024-H1"]),
        ("en", "H2 2024", ["2024-H2"]),
        ("en", "the 1990s and the 2023-24 season", ["1990s", "2023/24"]),
        ("fr", "au 3e trimestre 2024", ["2024-Q3"]),
        ("de", "im 3. Quartal 2024 und in den 1990er Jahren", ["1990s", "2024-Q3"]),
        ("pl", "w III kwartale 2024", ["2024-Q3"]),
        ("ja", "2024年第3四半期", ["2024-Q3"]),
        ("en", "in week 23 of 2024, and in weeks 24 and 25", ["2024-W23"]),
        ("en", "epidemiological week 5, 2024; 2024-W06; 2024 week 7", ["2024-W05", "2024-W06", "2024-W07"]),
        ("ro", "săptămâna 23/2024 și săptămâna epidemiologică 24 din 2024", ["2024-W23", "2024-W24"]),
        ("de", "23. KW 2024, KW 24/2024", ["2024-W23", "2024-W24"]),
        ("pt", "23.ª semana de 2024", ["2024-W23"]),
        ("hu", "2024 23. hete", ["2024-W23"]),
        ("en", "week 23; 23 weeks in 2024, week 54 of 2024", []),
        ("ro", "23 de săptămâni din 2024", []),
        ("en", "in the nineties and the late sixties", ["1960s", "1990s"]),
        ("en", "people in their nineties; ninety", []),
        ("ro", "în anii nouăzeci", ["1990s"]),
        ("de", "die Neunzigerjahre", ["1990s"]),
        ("fr", "les années quatre-vingt", ["1980s"]),
        ("fr", "les années quatre-vingt-dix", ["1990s"]),
        ("es", "la década de los noventa", ["1990s"]),
        ("it", "negli anni '90", ["1990s"]),
        ("pt", "a década de 1990", ["1990s"]),
        ("pl", "w latach dziewięćdziesiątych", ["1990s"]),
        ("hu", "a kilencvenes években", ["1990s"]),
        ("nl", "de jaren negentig", ["1990s"]),
        ("pt", "3T2024", ["2024-Q3"]),
        ("ro", "trimestrul II", []),
        ("en", "from 2015-2024, 12/24, 2023-25 and 1990", []),
        ("en", "a quarter of 2024 people", []),
    ],
)
def test_names_are_read_with_their_years(tag: str, text: str, expected: list[str]) -> None:
    """A week, a quarter or a half stands beside a year; of two years joined, the second is the next one."""
    assert sorted(map(str, stretches(cldr.locale(tag), text))) == expected


@pytest.mark.parametrize(
    "tag", ["ar", "cs", "de", "el", "en", "es", "fa", "fi", "fr", "hi", "hu", "ja", "pl", "ro", "sw", "zh"]
)
def test_quarters_are_read_back_from_what_is_shown(tag: str) -> None:
    """The language's own way of writing a quarter says that quarter, and no other."""
    loc = cldr.locale(tag)
    for number in range(1, 5):
        quarter = parse_stretch(f"2024-Q{number}")
        assert quarter is not None
        for short in (False, True):
            text = dates.stretch(loc, quarter, short=short)
            assert stretches(loc, text) == {quarter}, text


@pytest.mark.parametrize(
    "tag", ["ar", "cs", "de", "el", "en", "fa", "fr", "hi", "hu", "ja", "pl", "ro", "ru", "sw", "zh"]
)
def test_weeks_are_read_back_from_what_is_shown(tag: str) -> None:
    """The language's own way of writing a week says that week, and no other."""
    loc = cldr.locale(tag)
    for number in (1, 23, 52):
        week = parse_stretch(f"2024-W{number:02}")
        assert week is not None
        assert stretches(loc, dates.stretch(loc, week)) == {week}


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "weeks 23 to 26, 2024", True),
        ("en", "weeks 23–26 of 2024", True),
        ("ro", "din săptămâna 23 până în săptămâna 26 din 2024", True),
        ("en", "weeks 23 to 27, 2024", False),
        ("en", "weeks 23 to 26, 2023", False),
        ("sv", "veckorna 23 till 26, 2024", False),
    ],
)
def test_spans_of_weeks_are_read(tag: str, text: str, expected: bool) -> None:  # noqa: FBT001 (a case)
    """Both weeks are named, and the year behind the second."""
    first, last = parse_stretch("2024-W23"), parse_stretch("2024-W26")
    assert first is not None
    assert last is not None
    assert names_weeks(cldr.locale(tag), text, first, last) is expected


MARCH, SEPTEMBER = date(2024, 3, 1), date(2024, 9, 30)


@pytest.mark.parametrize(
    ("asked", "tag", "texts", "others"),
    [
        (
            lambda loc, text: names_months(loc, text, MARCH, SEPTEMBER),
            "en",
            ["March–September 2024", "in March to September 2024", "Mar - Sep 2024"],
            ["March–September 2023", "April–September 2024", "March–August 2024", "March–September 20245"],
        ),
        (
            lambda loc, text: names_months(loc, text, date(2023, 3, 1), SEPTEMBER),
            "en",
            [],
            ["March–September 2024", "March–September 2023"],
        ),
        (
            lambda loc, text: names_month(loc, text, MARCH),
            "ro",
            ["03/2024", "3.2024", "2024M03", "martie a anului 2024"],
            ["13/2024", "1.03.2024", "03/2025", "martie a anului 2025", "aprilie a anului 2024"],
        ),
        (
            lambda _, text: names_years(text, 2023, 2025),
            "en",
            ["2023–25", "2023-25", "2023/25", "2023 – 25"],
            ["2023–26", "2022–25", "12023–25", "2023–25.5", "2023–251"],
        ),
        (lambda _, text: names_years(text, 1999, 2001), "en", [], ["1999–01"]),
        (
            lambda loc, text: names_first_months(loc, text, SEPTEMBER),
            "en",
            [
                "the first nine months of 2024",
                "the first 9 months of 2024",
                "9M 2024",
                "the first three quarters of 2024",
            ],
            ["the first eight months of 2024", "the first nine months of 2023", "19M 2024"],
        ),
        (
            lambda loc, text: names_days(loc, text, date(2025, 3, 3), date(2025, 3, 14)),
            "en",
            ["3 and 14 March 2025", "3-14.03.2025", "3.3-14.3.2025"],
            ["3 and 15 March 2025", "4-14.03.2025", "3-14.03.2024", "13-14.03.2025", "3 and 14 April 2025"],
        ),
        (
            lambda loc, text: names_days(loc, text, date(2025, 2, 28), date(2025, 3, 14)),
            "en",
            ["28.02-14.03.2025"],
            ["28-14.03.2025", "28.01-14.03.2025"],
        ),
        (
            lambda loc, text: names_end(loc, text, date(2023, 12, 31)),
            "en",
            ["at the end of 2023", "at the end of December 2023", "end-December 2023"],
            ["at the end of 2024", "at the end of November 2023", "in 2023"],
        ),
        (
            lambda loc, text: names_end(loc, text, date(2025, 6, 30)),
            "en",
            ["end-June 2025", "at the end of June 2025"],
            ["at the end of 2025", "end-July 2025", "end-June 2024"],
        ),
        (lambda loc, text: names_end(loc, text, date(2025, 6, 29)), "en", [], ["end-June 2025"]),
        (
            lambda loc, text: names_year_to(loc, text, date(2024, 7, 1), date(2025, 6, 30)),
            "en",
            ["12 months to June 2025"],
            ["12 months to June 2024", "12 months to May 2025", "months to June 2025"],
        ),
        (
            lambda loc, text: names_year_to(loc, text, date(2024, 8, 1), date(2025, 6, 30)),
            "en",
            [],
            ["12 months to June 2025"],
        ),
    ],
)
def test_stretches_that_are_known(
    asked: Callable[[cldr.NumberLocale, str], bool], tag: str, texts: list[str], others: list[str]
) -> None:
    """What a given stretch may be called, and what says another one."""
    loc = cldr.locale(tag)
    assert [text for text in (*texts, *others) if asked(loc, text)] == texts
