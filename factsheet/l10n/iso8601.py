"""Values of time as ISO 8601 and front matter declare them: times of day, durations, and what is longer than a day."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Final, Literal

from factsheet.core.patterns import regex
from factsheet.core.records import dataclass

# Times of day: `19:45`.

_TIME: Final = regex(r"([01][0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9]))?")


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


def parse_time(text: str) -> TimeOfDay | None:
    """Read `07:45` or `07:45:30`; None for anything else."""
    if (found := _TIME.fullmatch(text)) is None:
        return None
    return TimeOfDay(int(found[1]), int(found[2]), int(found[3]) if found[3] else None)


# Durations: `PT2H30M`, `P1Y6M`.

PARTS: Final = ("year", "month", "week", "day", "hour", "minute", "second")
"""The units of durations, by their names in CLDR, from the longest on."""

_NUMBER: Final = r"[0-9]+(?:\.[0-9]+)?"
_DURATION: Final = regex(
    rf"P(?=[0-9T])(?:({_NUMBER})Y)?(?:({_NUMBER})M)?(?:({_NUMBER})W)?(?:({_NUMBER})D)?"
    rf"(?:T(?=[0-9])(?:({_NUMBER})H)?(?:({_NUMBER})M)?(?:({_NUMBER})S)?)?"
)
CLOCK_SIGNS: Final = {"hour": "h", "minute": "min", "second": "s"}
"""The signs of the International System of Units, which texts in the Latin script write."""
_MONTHS_OF: Final = {"year": 12, "month": 1}
_SECONDS: Final = {"week": 604_800, "day": 86_400, "hour": 3_600, "minute": 60, "second": 1}
_MOST_DIGITS: Final = 12


@dataclass(frozen=True, slots=True)
class Duration:
    """A duration in the units that it is declared in, the longest first."""

    parts: tuple[tuple[str, Decimal], ...]
    """Each unit of `PARTS` with its number; at least one, and none twice."""

    @property
    def length(self) -> tuple[Decimal, Decimal]:
        """How many months and how many seconds it lasts: months have no length of their own."""
        return (
            sum((number * _MONTHS_OF.get(unit, 0) for unit, number in self.parts), Decimal(0)),
            sum((number * _SECONDS.get(unit, 0) for unit, number in self.parts), Decimal(0)),
        )

    def isoformat(self) -> str:
        """Write it as ISO 8601 does."""
        letters = {unit: unit[0].upper() for unit in PARTS}
        days, times = (
            "".join(f"{number:f}{letters[unit]}" for unit, number in self.parts if (unit in CLOCK_SIGNS) == is_time)
            for is_time in (False, True)
        )
        return f"P{days}T{times}" if times else f"P{days}"

    __str__ = isoformat


def parse_duration(text: str) -> Duration | None:
    """Read `PT2H30M`; None for anything else, and for numbers of more than twelve digits."""
    found = _DURATION.fullmatch(text)
    if found is None or any(len(number) > _MOST_DIGITS for number in found.groups(default="")):
        return None
    parts = zip(PARTS, found.groups(), strict=True)
    return Duration(tuple((unit, Decimal(number)) for unit, number in parts if number))


# Stretches that are less exact than a day: weeks, months, quarters, half-years, years, business years and decades.

Unit = Literal["week", "month", "quarter", "half", "year", "fiscal", "decade"]

_FORMS: Final = regex(
    r"(?P<decade>[1-9][0-9]{2}0)s"
    r"|(?P<fiscal>[1-9][0-9]{3})/(?P<next>[0-9]{2})"
    r"|(?P<y>[1-9][0-9]{3})(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|W(?P<week>[0-5][0-9])|(?P<month>0[1-9]|1[0-2])))?"
)
_MONTHS: Final = {"month": 1, "quarter": 3, "half": 6, "year": 12, "fiscal": 24, "decade": 120}
"""How many months each unit lasts; business years begin on days of their own, within two calendar years."""

_CENTURY: Final = 100
_LAST_YEAR: Final = 9999


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time that has a name: `2024-Q3` is the third quarter of 2024. Weeks are those of ISO 8601."""

    unit: Unit
    year: int
    number: int = 1
    """Which week, month, quarter or half of the year it is."""

    @property
    def first(self) -> date:
        """Its first day; of a business year, that of the first calendar year it lies in."""
        if self.unit == "week":
            return date.fromisocalendar(self.year, self.number, 1)
        return date(self.year, 1 + (self.number - 1) * _MONTHS[self.unit], 1)

    @property
    def last(self) -> date:
        """Its last day."""
        if self.unit == "week":
            return date.fromisocalendar(self.year, self.number, 7)
        months = self.first.year * 12 + self.first.month - 1 + _MONTHS[self.unit]
        year = months // 12
        return date(year, months % 12 + 1, 1) - timedelta(1) if year <= _LAST_YEAR else date.max

    @property
    def is_standard(self) -> bool:
        """Whether HTML and schema.org have a way to write it, as ISO 8601 does: weeks, months and years."""
        return self.unit in {"week", "month", "year"}

    def isoformat(self) -> str:
        """Write it as front matter does, which is ISO 8601 for weeks, months and years."""
        if self.unit == "decade":
            return f"{self.year}s"
        if self.unit == "fiscal":
            return f"{self.year}/{(self.year + 1) % _CENTURY:02}"
        mark = {"week": "-W{:02}", "month": "-{:02}", "quarter": "-Q{}", "half": "-H{}"}.get(self.unit, "")
        return f"{self.year}{mark.format(self.number)}"

    __str__ = isoformat


def parse_day(text: str) -> date | None:
    """Read `2024-06-01`; None for anything else."""
    try:
        return date.fromisoformat(text) if text[4:5] == "-" and text[7:8] == "-" else None
    except ValueError:
        return None


def parse_stretch(text: str) -> Stretch | None:
    """Read `2024-W23`, `2024-03`, `2024-Q3`, `2024-H1`, `2024`, `2023/24` or `1990s`; None for anything else."""
    if (found := _FORMS.fullmatch(text)) is None:
        return None
    if found["decade"]:
        return Stretch("decade", int(found["decade"]))
    if found["fiscal"]:
        year = int(found["fiscal"])
        return Stretch("fiscal", year) if int(found["next"]) == (year + 1) % _CENTURY else None
    if found["week"]:
        return week_of(int(found["y"]), int(found["week"]))
    units: tuple[Unit, ...] = ("month", "quarter", "half")
    unit = next((unit for unit in units if found[unit]), None)
    return Stretch(unit, int(found["y"]), int(found[unit])) if unit else Stretch("year", int(found["y"]))


def week_of(year: int, number: int) -> Stretch | None:
    """Give a week of ISO 8601; None where the year has no week of that number."""
    try:
        date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    return Stretch("week", year, number)
