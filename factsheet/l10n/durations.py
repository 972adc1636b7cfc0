"""Durations as ISO 8601 declares them (`PT2H30M`, `P1Y6M`) and as languages write them."""

from decimal import Decimal
from typing import Final

from factsheet.l10n import amounts, cldr, decimals, ranges
from factsheet.l10n.cldr import NumberLocale
from factsheet.patterns import regex
from factsheet.records import dataclass

PARTS: Final = ("year", "month", "week", "day", "hour", "minute", "second")
"""The units of durations, by their names in CLDR, from the longest on."""

_NUMBER: Final = r"[0-9]+(?:\.[0-9]+)?"
_ISO: Final = regex(
    rf"P(?=[0-9T])(?:({_NUMBER})Y)?(?:({_NUMBER})M)?(?:({_NUMBER})W)?(?:({_NUMBER})D)?"
    rf"(?:T(?=[0-9])(?:({_NUMBER})H)?(?:({_NUMBER})M)?(?:({_NUMBER})S)?)?"
)
_SIGNS: Final = {"hour": "h", "minute": "min", "second": "s"}
"""The signs of the International System of Units, which texts in the Latin script write."""
_MONTHS: Final = {"year": 12, "month": 1}
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
            sum((number * _MONTHS.get(unit, 0) for unit, number in self.parts), Decimal(0)),
            sum((number * _SECONDS.get(unit, 0) for unit, number in self.parts), Decimal(0)),
        )

    def isoformat(self) -> str:
        """Write it as ISO 8601 does."""
        letters = {unit: unit[0].upper() for unit in PARTS}
        days, times = (
            "".join(f"{number:f}{letters[unit]}" for unit, number in self.parts if (unit in _SIGNS) == is_time)
            for is_time in (False, True)
        )
        return f"P{days}T{times}" if times else f"P{days}"

    __str__ = isoformat


def parse(text: str) -> Duration | None:
    """Read `PT2H30M`; None for anything else, and for numbers of more than twelve digits."""
    found = _ISO.fullmatch(text)
    if found is None or any(len(number) > _MOST_DIGITS for number in found.groups(default="")):
        return None
    return Duration(
        tuple((unit, Decimal(number)) for unit, number in zip(PARTS, found.groups(), strict=True) if number)
    )


def in_words(loc: NumberLocale, value: Duration) -> str:
    """Write a duration with the names of its units: "2 hours and 30 minutes"."""
    return ranges.join(loc, [amounts.unit(loc, number, unit).text for unit, number in value.parts])


def in_short(loc: NumberLocale, value: Duration) -> str:
    """Write hours, minutes and seconds with their signs: "2 h 30 min"; other units with CLDR's abbreviations."""
    has_signs = all(unit in _SIGNS for unit, _ in value.parts) and cldr.script(loc) == "Latn"
    if not has_signs:
        return ranges.join(loc, [amounts.unit(loc, number, unit, width="short").text for unit, number in value.parts])
    return "\u00a0".join(f"{decimals.decimal(loc, number).text}\u00a0{_SIGNS[unit]}" for unit, number in value.parts)
