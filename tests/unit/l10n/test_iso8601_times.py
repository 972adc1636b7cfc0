"""Times of day are declared as ISO 8601 has them, and written in the patterns of CLDR."""

import pytest

from factsheet.l10n.cldr import locale
from factsheet.l10n.dates import period_of, time_of_day
from factsheet.l10n.iso8601 import TimeOfDay, parse_time


def test_what_is_a_time() -> None:
    """Two digits for each part, within a day; a second only where it is known."""
    assert parse_time("07:45") == TimeOfDay(7, 45)
    assert str(parse_time("04:21:16")) == "04:21:16"
    assert [parse_time(text) for text in ("7:45", "24:00", "12:60", "12:00:60", "12")] == [None] * 5


def test_how_late_it_is() -> None:
    """Seconds are counted from midnight."""
    assert TimeOfDay(1, 1, 1).seconds == 3661
    assert TimeOfDay(1, 1).seconds == 3660


@pytest.mark.parametrize(
    ("tag", "value", "text"),
    [
        ("ro", "00:05", "00:05"),
        ("en", "00:05", "12:05\u202fAM"),
        ("en", "12:00:30", "12:00:30\u202fPM"),
        ("fr-CA", "19:45", "19 h 45"),
        ("fa", "19:45", "۱۹:۴۵"),
        ("ko", "07:45", "오전 7:45"),
        ("zh-Hant", "19:45", "晚上7:45"),
        ("zh-Hant", "23:30", "晚上11:30"),
    ],
)
def test_it_is_written_as_cldr_has_it(tag: str, value: str, text: str) -> None:
    """Hours of twelve stand with the half or the part of the day."""
    made = parse_time(value)
    assert made is not None
    assert time_of_day(locale(tag), made) == text


def test_parts_of_the_day() -> None:
    """A part may go beyond midnight, and a moment such as noon is no part."""
    ro = locale("ro")
    assert [period_of(ro, TimeOfDay(hour, 0)) for hour in (0, 4, 12, 23)] == [
        "night1",
        "night1",
        "afternoon1",
        "night1",
    ]
