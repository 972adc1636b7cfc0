"""Times of day as ISO 8601 declares them (`19:45`) and as languages write them: "19:45", "7:45 PM", "19 h 45"."""

import re
from typing import Final

from factsheet.l10n import cldr
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.dates import in_digits
from factsheet.patterns import regex
from factsheet.records import dataclass

_ISO: Final = regex(r"([01][0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9]))?")
_FIELDS: Final = regex(r"'((?:[^']|'')*)'|([A-Za-z])\2*")
_HALF_DAY: Final = 12
_HOURS: Final = 24


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """An hour of the day, from 0 to 23, with its minute and, where it is known so exactly, its second."""

    hour: int
    minute: int
    second: int | None = None

    @property
    def seconds(self) -> int:
        """How many seconds after midnight it is."""
        return (self.hour * 60 + self.minute) * 60 + (self.second or 0)

    def isoformat(self) -> str:
        """Write it as ISO 8601 does."""
        whole = f"{self.hour:02}:{self.minute:02}"
        return whole if self.second is None else f"{whole}:{self.second:02}"

    __str__ = isoformat


def parse(text: str) -> TimeOfDay | None:
    """Read `07:45` or `07:45:30`; None for anything else."""
    found = _ISO.fullmatch(text)
    if found is None:
        return None
    return TimeOfDay(int(found[1]), int(found[2]), int(found[3]) if found[3] else None)


def time_of_day(loc: NumberLocale, value: TimeOfDay) -> str:
    """Write a time in the short pattern of CLDR, or in the medium one where it has seconds (UTS #35, part 4)."""

    def part(found: re.Match[str]) -> str:
        if found[2] is None:
            return found[1].replace("''", "'") or "'"
        return _field(loc, value, found[2], len(found[0]))

    return _FIELDS.sub(part, cldr.time_pattern(loc, "short" if value.second is None else "medium"))


def period_of(loc: NumberLocale, value: TimeOfDay) -> str | None:
    """Give the part of the day that a time is in, by its name in CLDR: `morning1`; None where CLDR lists none."""
    spans = cldr.day_periods(loc).items()
    return next((name for name, span in spans if not is_moment(span) and is_within(value.seconds, span)), None)


def is_moment(span: tuple[int, int]) -> bool:
    """Tell whether a part of the day is one moment, such as noon."""
    return span[1] - span[0] == 1


def is_within(seconds: int, span: tuple[int, int]) -> bool:
    """Tell whether a second of the day is in a part of it, which may go beyond midnight."""
    first, end = span
    return first <= seconds < end if first < end else seconds >= first or seconds < end


def _field(loc: NumberLocale, value: TimeOfDay, letter: str, length: int) -> str:
    half = "am" if value.hour < _HALF_DAY else "pm"
    if letter == "a":  # ICU writes the wide names, whatever the length of the field
        return cldr.day_period_names(loc)[half]
    if letter == "B":
        names = cldr.day_period_names(loc, "abbreviated")
        return names.get(period_of(loc, value) or half, names[half])
    number = {
        "H": value.hour,
        "h": value.hour % _HALF_DAY or _HALF_DAY,
        "K": value.hour % _HALF_DAY,
        "k": value.hour or _HOURS,
        "m": value.minute,
        "s": value.second or 0,
    }[letter]
    return in_digits(loc, str(number).zfill(length))
