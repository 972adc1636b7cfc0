"""Dates that are less exact than a day: weeks, months, quarters, half-years, years, business years and decades."""

from datetime import date, timedelta
from typing import Final, Literal

from factsheet.patterns import regex
from factsheet.records import dataclass

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


def parse(text: str) -> Stretch | None:
    """Read `2024-W23`, `2024-03`, `2024-Q3`, `2024-H1`, `2024`, `2023/24` or `1990s`; None for anything else."""
    found = _FORMS.fullmatch(text)
    if found is None:
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
