"""Signs, digits and patterns of numbers."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Literal

from factsheet.l10n import supplement
from factsheet.l10n.cldr import source
from factsheet.l10n.cldr.locales import NumberLocale
from factsheet.records import dataclass

Kind = Literal["decimal", "percent", "currency"]
Width = Literal["long", "short"]
Compact = Mapping[str, Mapping[int, str]]
"""Plural category (or "1", for exactly one) to power of ten to pattern."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbols:
    """The signs a language writes numbers with, in its numbering system; bidi marks belong to the sign."""

    decimal: str
    group: str
    minus: str
    plus: str
    percent: str
    times: str
    """What stands before a power of ten."""
    currency_decimal: str
    currency_group: str


def digits(loc: NumberLocale) -> str:
    """Give the ten digits, from zero to nine."""
    return supplement.digits()[loc.numerals]


@lru_cache(maxsize=256)
def symbols(loc: NumberLocale) -> Symbols:
    """Give the separators and signs of the language in its numbering system."""
    tables = source.data(loc.cldr)["number_symbols"]
    signs = {**tables["latn"], **tables.get(loc.numerals, {})}
    own = supplement.numbers(loc.cldr, loc.numerals)
    return Symbols(
        decimal=own.get("decimal", signs["decimal"]),
        group=own.get("group", signs["group"]),
        minus=own.get("minus", signs["minusSign"]),
        plus=own.get("plus", signs["plusSign"]),
        percent=own.get("percent", signs["percentSign"]),
        times=signs.get("superscriptingExponent", "×"),
        currency_decimal=own.get("currency-decimal", own.get("decimal", signs["decimal"])),
        currency_group=own.get("currency-group", own.get("group", signs["group"])),
    )


@lru_cache(maxsize=256)
def pattern(loc: NumberLocale, kind: Kind) -> str:
    """Give the standard pattern of UTS #35, such as `#,##0.###` or `#,##0.00 ¤`."""
    listed = own(loc, f"{kind}-pattern")
    name = "standard" if kind == "currency" else None
    return str(listed or source.data(loc.cldr)[f"{kind}_formats"][name].pattern)


@lru_cache(maxsize=512)
def compact(loc: NumberLocale, kind: Literal["decimal", "currency"], width: Width) -> Compact:
    """Give the compact patterns by category and power of ten; empty where the language has none of its own.

    A category may also be "0" or "1", for exactly that number.
    """
    listed = own(loc, f"{kind}-{width}")
    if listed:
        return {category: {int(power): text for power, text in row.items()} for category, row in listed.items()}
    table = source.data(loc.cldr)[f"compact_{kind}_formats"].get(width, {})
    return {
        category: {len(power) - 1: str(entry.pattern) for power, entry in row.items()}
        for category, row in table.items()
    }


def own(loc: NumberLocale, key: str) -> Any:  # noqa: ANN401 (a leaf of JSON)
    """Give a supplementary fact; what a numbering system lacks is as in Latin digits."""
    return supplement.numbers(loc.cldr, loc.numerals).get(key) or supplement.numbers(loc.cldr, "latn").get(key)


def grouping(loc: NumberLocale, kind: Kind = "decimal") -> tuple[int, int]:
    """Give the sizes of the first and of the further groups of digits: (3, 3), in India (3, 2)."""
    number = "".join(char for char in pattern(loc, kind).split(";")[0] if char in "#0,.")
    sizes = [len(group) for group in number.split(".")[0].split(",")[1:]]
    return (sizes[-1], sizes[-2] if len(sizes) > 1 else sizes[-1]) if sizes else (0, 0)


def minimum_grouping(loc: NumberLocale) -> int:
    """Give the digits that must stand before the first separator: 1, or 2 where "1209" stays ungrouped."""
    return int(supplement.fact(loc.cldr, "minimum") or 1)


def range_pattern(loc: NumberLocale) -> str:
    """Give how two numbers {0} and {1} make a range, as CLDR has it."""
    return str(supplement.numbers(loc.cldr, loc.numerals).get("range", "{0}–{1}"))
