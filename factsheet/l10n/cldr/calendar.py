"""Names of months and days, and patterns of dates; the Gregorian calendar."""

from collections.abc import Mapping
from functools import lru_cache

from factsheet.l10n import supplement
from factsheet.l10n.cldr import source
from factsheet.l10n.cldr.locales import NumberLocale


@lru_cache(maxsize=512)
def months(loc: NumberLocale, width: str = "wide", context: str = "format") -> Mapping[int, str]:
    """Give month names by number; width "wide", "abbreviated", "narrow"; context "format", "stand-alone"."""
    return dict(source.data(loc.cldr)["months"][context][width])


@lru_cache(maxsize=512)
def quarters(loc: NumberLocale, width: str = "wide", context: str = "format") -> Mapping[int, str]:
    """Give the names of quarters by number; widths and contexts as for `months`."""
    return dict(source.data(loc.cldr)["quarters"][context][width])


@lru_cache(maxsize=512)
def weekdays(loc: NumberLocale, width: str = "wide", context: str = "format") -> Mapping[int, str]:
    """Give weekday names, 0 for Monday; widths and contexts as for `months`."""
    return dict(source.data(loc.cldr)["days"][context][width])


def era(loc: NumberLocale, width: str) -> str:
    """Give the name of the current era ("CE"); width "wide", "abbreviated" or "narrow"."""
    return str(source.data(loc.cldr)["eras"][width][1])


def date_pattern(loc: NumberLocale, width: str) -> str:
    """Give the date pattern for "full", "long", "medium" or "short"."""
    return str(source.data(loc.cldr)["date_formats"][width].pattern)


def time_pattern(loc: NumberLocale, width: str) -> str:
    """Give the pattern of times of day for "medium" (with seconds) or "short"."""
    return str(source.data(loc.cldr)["time_formats"][width].pattern)


@lru_cache(maxsize=256)
def day_period_names(loc: NumberLocale, width: str = "wide", context: str = "format") -> Mapping[str, str]:
    """Give the names of the halves and parts of the day: `am`, `pm`, `noon`, `morning1`.

    A name that a width lacks is that of the abbreviated one, as CLDR's root has it.
    """
    tables = source.data(loc.cldr)["day_periods"]
    return {**tables["format"]["abbreviated"], **tables[context]["abbreviated"], **tables[context][width]}


@lru_cache(maxsize=256)
def day_periods(loc: NumberLocale) -> Mapping[str, tuple[int, int]]:
    """Give when each part of the day begins and ends, in seconds after midnight, half-open; `noon` takes one second.

    A part that begins later than it ends goes beyond midnight (UTS #35, part 4, day period rules).
    """
    rules = source.babel(loc.cldr).day_period_rules.get(None, {})
    return {name: _span(rule) for name, (rule, *_) in rules.items()}


def _span(rule: Mapping[str, int]) -> tuple[int, int]:
    return (rule["at"], rule["at"] + 1) if "at" in rule else (rule["from"], rule["before"])


@lru_cache(maxsize=256)
def date_skeletons(loc: NumberLocale) -> Mapping[str, str]:
    """Give the patterns by skeleton; every language lists `y` and `yMMMM`."""
    listed = source.data(loc.cldr)["datetime_skeletons"]
    return {skeleton: str(found.pattern) for skeleton, found in listed.items()}


def date_skeleton(loc: NumberLocale, skeleton: str) -> str | None:
    """Give the pattern for a skeleton such as `yMMMM`, if the language lists it."""
    return date_skeletons(loc).get(skeleton)


def interval_pattern(loc: NumberLocale, skeleton: str, field: str) -> tuple[str, str] | None:
    """Give both halves of a range's pattern where `field` ("y", "M", "d") is the largest that differs."""
    own = supplement.fact(loc.cldr, "intervals") or {}
    known = source.data(loc.cldr)["interval_formats"].get(skeleton, {})
    halves = own.get(skeleton, {}).get(field) or known.get(field)
    return (halves[0], halves[1]) if halves and len(halves) > 1 else None


def interval_fallback(loc: NumberLocale) -> str:
    """Give the pattern that joins two whole dates {0} and {1}."""
    return str(source.data(loc.cldr)["interval_formats"][None])
