"""Moments and years."""

from datetime import date
from decimal import Decimal

from factsheet.content.model import Span
from factsheet.outputs.svg.bars import ticks, years
from factsheet.site.charting import moment


def test_year_covers_its_days() -> None:
    """A year lasts from its first day to the first of the next."""
    first, last = years(Decimal(2024))
    assert last - first == 366
    assert first == moment(date(2024, 1, 1))


def test_period_covers_both_ends() -> None:
    """2024–2025 ends with the last day of 2025, and a period of days with its last day."""
    assert years(Span(Decimal(2024), Decimal(2025)))[1] == years(Decimal(2025))[1]
    first, last = years(Span(date(2024, 1, 1), date(2024, 1, 2)))
    assert last - first == 2


def test_axis_is_made_of_whole_years() -> None:
    """The axis begins and ends with a year, and a few years each have a division."""
    scale, marks = ticks(moment(date(2023, 5, 1)), moment(date(2025, 2, 1)), str)
    assert [mark.text for mark in marks] == ["2023", "2024", "2025"]
    assert marks[0].line == 0
    assert scale(moment(date(2026, 1, 1))) == 100


def test_long_axis_is_thinned() -> None:
    """A century has six divisions at most."""
    _, marks = ticks(moment(date(1900, 1, 1)), moment(date(2000, 1, 1)), str)
    assert [mark.text for mark in marks] == ["1900", "1920", "1940", "1960", "1980"]


def test_ends_of_the_calendar() -> None:
    """Years at the ends of the calendar are drawn, not failed on."""
    assert years(Decimal(9999))[1] == moment(date(9999, 12, 31)) + 1
    assert years(Decimal(1))[0] == 1
    scale, marks = ticks(moment(date(9998, 1, 1)), years(Decimal(9999))[1], str)
    assert [mark.text for mark in marks] == ["9998", "9999"]
    assert scale(moment(date(9998, 1, 1))) == 0
