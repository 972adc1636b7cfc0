"""Signs, digits and patterns of numbers."""

from collections.abc import Iterable, Mapping
from decimal import Decimal, localcontext
from functools import lru_cache
from typing import Any, Final, Literal

from factsheet.core.records import dataclass
from factsheet.l10n import supplement
from factsheet.l10n.cldr import source
from factsheet.l10n.cldr.language import NumberLocale

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
    """Give the compact patterns by category, or "0" and "1" for just that number, and power of ten; or none."""
    if listed := own(loc, f"{kind}-{width}"):
        return {category: {int(power): text for power, text in row.items()} for category, row in listed.items()}
    table = source.data(loc.cldr)[f"compact_{kind}_formats"].get(width, {})
    rows = table.items()
    return {one: {len(power) - 1: str(entry.pattern) for power, entry in row.items()} for one, row in rows}


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


# Plural categories of numbers and of ranges.

CATEGORIES: Final = ("zero", "one", "two", "few", "many", "other")
"""The plural categories of CLDR, in their usual order."""
_PRECISION: Final = 400
_SAMPLES: Final = tuple(
    Decimal(text)
    for text in (
        *map(str, range(201)), "1000", "1001", "1002", "1100", "10000", "100000", "1000000", "2000000",
        *(f"{whole}.{part}" for whole in range(12) for part in range(10)),
    )
)  # fmt: skip


@lru_cache(maxsize=256)
def plural_categories(loc: NumberLocale) -> tuple[str, ...]:
    """Give the categories the language tells apart, in CLDR's order; "other" is always among them."""
    return tuple(name for name in CATEGORIES if name in {*source.babel(loc.cldr).plural_form.tags, "other"})


def plural_category(loc: NumberLocale, value: Decimal) -> str:
    """Give the category of a number as shown: its visible decimals count, "1.0" is not "1"."""
    return _category(loc.cldr, str(value))


def ordinal_category(loc: NumberLocale, value: Decimal) -> str:
    """Give the category of an ordinal: "one" for the English 21st."""
    return str(source.babel(loc.cldr).ordinal_form(int(value)))


@lru_cache(maxsize=8192)
def _category(cldr: str, written: str) -> str:
    """Look the category up by the number's text, since 1.0 and 1 are one key of a cache."""
    with localcontext(prec=_PRECISION):
        return str(source.babel(cldr).plural_form(Decimal(written)))


def whole_category(cldr: str, number: int) -> str:
    """Give the category of a whole number, by the identifier of the locale's data."""
    return str(source.babel(cldr).plural_form(number))


def gettext_plurals(cldr: str, numbers: Iterable[int]) -> str:
    """Write a `Plural-Forms` header that gives whole numbers forms as CLDR does, and no other forms."""
    return source.gettext_plurals(cldr, {whole_category(cldr, number) for number in numbers})


@lru_cache(maxsize=256)
def plural_examples(loc: NumberLocale, category: str) -> tuple[Decimal, ...]:
    """Give up to six numbers that need the category, the smallest first; whole ones where there are any."""
    found = [number for number in _SAMPLES if plural_category(loc, number) == category]
    whole = [number for number in found if number == int(number)]
    return tuple((whole or found)[:6])


def joined_category(loc: NumberLocale, low: str, high: str) -> str:
    """Give the category of a range from those of its ends."""
    return supplement.plural_range(loc.cldr, low, high)
