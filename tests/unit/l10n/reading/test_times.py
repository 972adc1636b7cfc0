"""Times of day are read in running text."""

import pytest

from factsheet.l10n.cldr import locale
from factsheet.l10n.dates import time_of_day
from factsheet.l10n.iso8601 import TimeOfDay
from factsheet.l10n.reading.times import times


@pytest.mark.parametrize(
    ("tag", "text", "found"),
    [
        ("en", "from 9 a.m. to about 5.30 p.m.", [("09:00", None), ("17:30", "about")]),
        ("en", "12 noon, 12 a.m. and midnight", [("12:00", None), ("00:00", None), ("00:00", None)]),
        ("en", "at 04:21:16 UTC", [("04:21:16", None)]),
        ("en", "8:00–16:30", [("08:00", None), ("16:30", None)]),
        ("en", "2 in the morning", [("02:00", None)]),
        ("en", "19.45, 7.45 per cent, 25:10, 7:45 km and P7:45", []),
        ("ro", "ora 7.45, orele 19,30, la 7:30 seara", [("07:45", None), ("19:30", None), ("19:30", None)]),
        ("ro", "ora 17 și jumătate, 0 și un sfert noaptea", [("17:30", None), ("00:15", None)]),
        ("en", "from a quarter to 20 boats", []),
        ("ro", "19h30, la miezul nopții", [("19:30", None), ("00:00", None)]),
        ("de", "19.45 Uhr, 8 Uhr morgens", [("19:45", None), ("08:00", None)]),
        ("da", "19.45", [("19:45", None)]),
        ("ja", "午後7時45分、午前7時、19時、7時間", [("19:45", None), ("07:00", None), ("19:00", None)]),
        ("ar", "الساعة 7 صباحا والساعة 7:45 مساء", [("07:00", None), ("19:45", None)]),
        ("hu", "19.30-kor, 8 órakor", [("19:30", None), ("08:00", None)]),
        ("fr", "à 19 h 45", [("19:45", None)]),
        ("fr", "les 24 et 31 décembre à 17 h", [("17:00", None)]),
    ],
)
def test_what_is_a_time_of_day(tag: str, text: str, found: list[tuple[str, str | None]]) -> None:
    """A colon makes one of two numbers; a point, a comma and an hour alone need a word beside them."""
    assert [(one.value.isoformat(), one.bound) for one in times(locale(tag), text)] == found


@pytest.mark.parametrize("tag", ["ro", "en", "en-GB", "es-MX", "fr-CA", "hu", "sq", "ko", "zh-Hant", "am", "fa", "fi"])
def test_what_is_written_is_read(tag: str) -> None:
    """Each time is read back to its hour, minute and second in every way of counting hours."""
    loc = locale(tag)
    every = [TimeOfDay(0, 0), TimeOfDay(2, 15), TimeOfDay(12, 0), TimeOfDay(19, 45), TimeOfDay(23, 59, 30)]
    assert [[one.value.seconds for one in times(loc, time_of_day(loc, made))] for made in every] == [
        [made.seconds] for made in every
    ]
