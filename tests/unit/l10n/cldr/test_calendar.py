"""Names of months and days, and patterns of dates."""

from factsheet.l10n import cldr
from factsheet.l10n.cldr import source


def test_names() -> None:
    """Months and days have names by width and by use."""
    polish = cldr.locale("pl")
    assert cldr.months(polish)[9] == "września"
    assert cldr.months(polish, context="stand-alone")[9] == "wrzesień"
    assert cldr.weekdays(cldr.locale("ro"))[0] == "luni"
    assert cldr.eras(cldr.locale("en"), "abbreviated") == ("BC", "AD")


def test_patterns() -> None:
    """Patterns come by width or by skeleton; a skeleton that is not listed has none."""
    romanian = cldr.locale("ro")
    assert cldr.date_pattern(romanian, "long") == "d MMMM y"
    assert cldr.date_skeleton(romanian, "yMMMM") == "MMMM y"
    assert cldr.date_skeleton(romanian, "nonsense") is None


def test_parts_of_the_day() -> None:
    """Halves and parts of the day have names, which a width may share; parts begin and end at a second."""
    romanian, english = cldr.locale("ro"), cldr.locale("en-GB")
    assert cldr.time_pattern(romanian, "short") == "HH:mm"
    assert cldr.day_period_names(romanian)["morning1"] == "dimineața"
    assert cldr.day_period_names(english, "wide", "stand-alone")["evening1"] == "evening"
    assert cldr.day_periods(english)["noon"] == (43200, 43201)
    assert cldr.day_periods(romanian)["night1"] == (79200, 18000)


def test_every_language_has_months_of_years() -> None:
    """Each language says how it writes a year, alone and with its month."""
    every = [cldr.locale(name, cldr=name) for name in source.identifiers() if "_" not in name]
    assert [loc.cldr for loc in every if not {"y", "yMMMM"} <= cldr.date_skeletons(loc).keys()] == []


def test_intervals() -> None:
    """A range's pattern comes in two halves, from CLDR itself where Babel misquotes it."""
    assert cldr.interval_pattern(cldr.locale("ro"), "yMMMd", "d") == ("d–", "d MMM y")
    assert cldr.interval_pattern(cldr.locale("eu"), "yMMMd", "d") == ("y('e')'ko' MMM d–", "d")
    assert cldr.interval_pattern(cldr.locale("ro"), "yMMMd", "G") is None
    assert cldr.interval_fallback(cldr.locale("ro")) == "{0}\u2009–\u2009{1}"
