"""Plural categories of numbers and of ranges."""

from collections.abc import Iterable
from decimal import Decimal, localcontext
from functools import lru_cache
from typing import Final

from factsheet.l10n import supplement
from factsheet.l10n.cldr import source
from factsheet.l10n.cldr.locales import NumberLocale

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


def range_category(loc: NumberLocale, low: Decimal, high: Decimal) -> str:
    """Give the category of "low–high"."""
    return joined_category(loc, plural_category(loc, low), plural_category(loc, high))


def joined_category(loc: NumberLocale, low: str, high: str) -> str:
    """Give the category of a range from those of its ends."""
    return supplement.plural_range(loc.cldr, low, high)
