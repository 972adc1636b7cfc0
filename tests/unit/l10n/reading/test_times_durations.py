"""Durations are read in running text."""

import pytest

from factsheet.l10n.cldr import locale
from factsheet.l10n.dates import in_short, in_words
from factsheet.l10n.iso8601 import parse_duration
from factsheet.l10n.reading.times import durations


@pytest.mark.parametrize(
    ("tag", "text", "found"),
    [
        ("ro", "a durat 7:45", [("PT7H45M", None)]),
        ("ro", "în peste două ore și 30 de minute", [("PT2H30M", "over")]),
        ("en", "two and a half years", [("P2.5Y", None)]),
        ("en", "2h30", [("PT2H30M", None)]),
        ("en", "2 hr, 30 min", [("PT2H30M", None)]),
        ("en", "a two-month operation", [("P2M", None)]),
        ("ro", "un an și șase luni", [("P1Y6M", None)]),
        ("en", "in about an hour and 20 minutes", [("PT1H20M", "about")]),
        ("en", "2 hours 30 minutes and 5 seconds", [("PT2H30M5S", None)]),
        ("ro", "un an și jumătate", [("P1.5Y", None)]),
        ("en", "1 min 30 s", [("PT1M30S", None)]),
        ("en", "1 h 5 s", [("PT1H5S", None)]),
        ("en", "1 h 5 min 3 s", [("PT1H5M3S", None)]),
        ("fr", "1 h 5", [("PT1H5M", None)]),
        ("en", "2 hours. 30 minutes", [("PT2H", None), ("PT30M", None)]),
        ("en", "30 minutes and 2 hours", [("PT30M", None), ("PT2H", None)]),
        ("en", "at 7:45 a.m.", []),
        ("ro", "la ora 17:45", []),
        ("en", "2 people", []),
    ],
)
def test_what_lasts_how_long(tag: str, text: str, found: list[tuple[str, str | None]]) -> None:
    """Longer units before shorter ones are one duration; a time of day is none."""
    assert [(str(one.value), one.bound) for one in durations(locale(tag), text)] == found


@pytest.mark.parametrize("tag", ["ro", "en", "de", "fr", "es", "it", "pl", "pt", "nl", "hu", "ja", "zh", "ar", "ru"])
def test_what_is_shown_is_read(tag: str) -> None:
    """Each language reads the durations that it writes."""
    loc = locale(tag)
    for text in ("PT2H30M", "P10D", "PT45M", "PT1H", "P1DT12H"):
        value = parse_duration(text)
        assert value is not None
        for shown in (in_words(loc, value), in_short(loc, value)):
            assert [one.value.length for one in durations(loc, shown)] == [value.length]
