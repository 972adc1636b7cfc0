"""Names that CLDR has in every language: of territories, languages, currencies, months, weekdays and dates."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Final

from factsheet.l10n import cldr, dates
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.iso8601 import Stretch, parse_stretch

_DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def name(kind: str, key: str, loc: NumberLocale) -> str | None:
    """Give the name of something in a language; None where CLDR does not know it.

    `kind` is `territory`, `language`, `currency`, `month` (1 to 12) or `weekday` (1 to 7 from Monday, or mon to sun).
    """
    return _NAMES[kind](key, loc)


def known(kind: str) -> Iterable[str]:
    """Give the keys that have names, for a finding that says what was most likely meant."""
    return _KNOWN[kind]()


def key_of(kind: str, said: str, locs: Iterable[NumberLocale]) -> str | None:
    """The key of what has a name in one of some languages: `DE` for "Germany"; None where CLDR has none."""
    wanted = said.casefold()
    shown = ((key, name(kind, key, loc)) for loc in locs for key in known(kind))
    return next((key for key, text in shown if text and text.casefold() == wanted), None)


def moment(key: str, loc: NumberLocale, *, short: bool = False) -> str | None:
    """Give a day, a month, a year and the like in a language; None for what is none."""
    stretch = parse_stretch(key)
    if stretch is not None:
        return dates.year(loc, stretch.year) if stretch.unit == "year" else dates.stretch(loc, stretch, short=short)
    day = _day(key)
    return dates.date(loc, day, "medium") if day else None


def moment_of(key: str) -> date | Stretch | None:
    """Read a day or a stretch of the calendar."""
    return parse_stretch(key) or _day(key)


def _day(key: str) -> date | None:
    try:
        return date.fromisoformat(key) if key[4:5] == "-" and key[7:8] == "-" else None
    except ValueError:
        return None


def _language(key: str, loc: NumberLocale) -> str | None:
    try:
        found = cldr.display_name(key, loc)
    except cldr.UnknownLocale:
        return None
    return found if found != key else None


def _currency(key: str, loc: NumberLocale) -> str | None:
    code = key.upper()
    return cldr.currency_name(loc, code) if code in cldr.currency_codes() else None


def _month(key: str, loc: NumberLocale) -> str | None:
    return cldr.months(loc, "wide", "stand-alone").get(int(key)) if key.isdecimal() else None


def _weekday(key: str, loc: NumberLocale) -> str | None:
    short = key.casefold()
    index = _DAYS.index(short) if short in _DAYS else int(key) - 1 if key.isdecimal() else -1
    return cldr.weekdays(loc, "wide", "stand-alone").get(index)


_NAMES: Final[Mapping[str, Callable[[str, NumberLocale], str | None]]] = {
    "territory": cldr.territory_name,
    "language": _language,
    "currency": _currency,
    "month": _month,
    "weekday": _weekday,
}
_KNOWN: Final[Mapping[str, Callable[[], Iterable[str]]]] = {
    "territory": cldr.territory_codes,
    "language": tuple,
    "currency": cldr.currency_codes,
    "month": lambda: map(str, range(1, 13)),
    "weekday": lambda: _DAYS,
}
