"""Durations as ISO 8601 declares them and as languages write them."""

import pytest

from factsheet.l10n.cldr import locale
from factsheet.l10n.dates import in_short, in_words
from factsheet.l10n.iso8601 import parse_duration


@pytest.mark.parametrize("text", ["PT2H30M", "P10D", "P1Y6M", "P2W", "PT0.5S", "P1DT12H", "P1Y2M3W4DT5H6M7S"])
def test_what_is_read_is_written_again(text: str) -> None:
    """Each duration keeps the units it is declared in."""
    found = parse_duration(text)
    assert found is not None
    assert str(found) == text


@pytest.mark.parametrize(
    "text", ["", "P", "PT", "P1DT", "2h30", "PT30", "P1H", "PT1D", "-P1D", "PT1,5H", "P1234567890123D"]
)
def test_what_is_no_duration(text: str) -> None:
    """Letters out of order, numbers without a letter and a lone T are refused."""
    assert parse_duration(text) is None


@pytest.mark.parametrize(
    ("one", "other", "are_equal"),
    [("PT150M", "PT2H30M", True), ("P18M", "P1Y6M", True), ("P1D", "PT24H", True), ("P30D", "P1M", False)],
)
def test_lengths(one: str, other: str, are_equal: bool) -> None:  # noqa: FBT001 - a table of cases
    """Durations in other units may last as long, but a month has no length in days."""
    first, second = parse_duration(one), parse_duration(other)
    assert first is not None
    assert second is not None
    assert (first.length == second.length) is are_equal


@pytest.mark.parametrize(
    ("tag", "text", "words", "short"),
    [
        ("ro", "PT2H30M", "2 ore și 30 de minute", "2 h 30 min"),
        ("en", "PT2H30M", "2 hours and 30 minutes", "2 h 30 min"),
        ("ro", "P1Y6M", "1 an și 6 luni", "1 an și 6 luni"),
        ("en", "P10D", "10 days", "10 days"),
        ("de", "PT90M", "90 Minuten", "90 min"),
        ("el", "PT1H", "1 ώρα", "1 ώ."),
    ],
)
def test_how_languages_write_them(tag: str, text: str, words: str, short: str) -> None:
    """Names of units are CLDR's; signs of hours and minutes are those of the International System."""
    found = parse_duration(text)
    assert found is not None
    loc = locale(tag)
    assert (in_words(loc, found).replace("\u00a0", " "), in_short(loc, found).replace("\u00a0", " ")) == (words, short)
