"""Numbers, percentages, money, units and ranges as each language writes them, in figures and in words."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from factsheet.core.patterns import either, regex
from factsheet.l10n import supplement
from factsheet.l10n.amounts import (
    CurrencyWidth,
    UnitWidth,
    currency,
    is_currency,
    is_unit,
    per,
    unit,
    unit_id_of,
    unit_names,
)
from factsheet.l10n.amounts import number as amount
from factsheet.l10n.cldr import NumberLocale
from factsheet.l10n.decimals import Display, decimal, percent
from factsheet.l10n.figures import FormattedNumber, LosesDigits
from factsheet.l10n.ranges import number_range, printed_pattern

# Numbers, percentages, money, units and ranges as each language writes them, equal to ICU of the same CLDR.
#
# Values are `Decimal`, and nothing is rounded unless asked: a form that cannot hold the value raises `LosesDigits`,
# and with `exact=False` it is rounded half up. Patterns are those of UTS #35, part 3.

__all__ = [
    "UNITS", "CurrencyWidth", "Display", "FormattedNumber", "LosesDigits", "UnitWidth", "amount", "currency",
    "decimal", "is_currency", "is_unit", "number_range", "per", "percent", "printed_pattern", "unit", "unit_id_of",
]  # fmt: skip

UNITS: tuple[str, ...]
"""The ids of all units, such as "length-kilometer"; read from CLDR when first asked for."""


if not TYPE_CHECKING:  # pragma: no branch (to the type checker, a misspelt name stays an error)

    def __getattr__(name: str) -> tuple[str, ...]:
        """Give `UNITS`."""
        if name == "UNITS":
            return unit_names()
        raise AttributeError(name)


# Whole numbers in words, as each language counts with them: "patru", "douăzeci și una", "twenty-one".
#
# The words are those of CLDR's rule-based number formats (UTS #35, part 3), from 0 to 100, in each gender that the
# language tells apart (made by scripts/cldr/spellout.py). A language without such rules has none.

LAST: Final = 100
"""The largest number that is written in words."""


def genders(loc: NumberLocale) -> tuple[str, ...]:
    """Give the genders in which the language counts; none where it has one way for all nouns."""
    return tuple(gender for gender in _words(loc.cldr) if gender)


def genders_of(loc: NumberLocale, two: str) -> tuple[str, ...]:
    """Give the genders in which a language says a phrase for two of something: "două operațiuni"; none for others."""
    said = two.lower().split()
    return tuple(gender for gender, words in _words(loc.cldr).items() if words[2].lower() in said)


def in_words(loc: NumberLocale, value: Decimal) -> Mapping[str, str]:
    """Give a number as it stands in words before a noun, by the gender of that; empty where it has no words.

    It has none where it is not from 0 to 100 and whole, or where the language has no rules. The one gender of a
    language that does not tell any apart is the empty one.
    """
    if not 0 <= value <= LAST or value % 1:
        return {}
    return {gender: words[int(value)] for gender, words in _words(loc.cldr).items()}


def found_in(loc: NumberLocale, text: str) -> Iterator[tuple[int, int, Decimal]]:
    """Give the numbers in words of a text, the longest at each place: where it begins and ends, and its value."""
    pattern, meant = _reading(loc.cldr)
    if meant:
        for found in pattern.finditer(text):
            yield found.start(), found.end(), meant[_caseless(found[0])]


@lru_cache(maxsize=64)
def _words(name: str) -> Mapping[str, tuple[str, ...]]:
    """Give the words for 0 to 100 by gender, the empty one where the language does not tell any apart."""
    entry = next((found for one in supplement.ancestry(name) if (found := supplement.spelled(one))), None)
    if entry is None:
        return {}
    first = tuple(entry["words"].split("|"))
    others: Mapping[str, Mapping[str, str]] = entry.get("genders", {"": {}})
    return {
        gender: tuple(own.get(str(number), word) for number, word in enumerate(first)) for gender, own in others.items()
    }


@lru_cache(maxsize=64)
def _reading(name: str) -> tuple[re.Pattern[str], Mapping[str, Decimal]]:
    """Give how the words of all genders are found, and what they mean."""
    numbered = [(word.lower(), number) for words in _words(name).values() for number, word in enumerate(words)]
    meant = {_caseless(word): Decimal(number) for word, number in numbered}
    joined = either(dict(numbered))
    is_spaced = all(word.isascii() or word[0].lower() != word[0].upper() for word, _ in numbered)
    return regex(rf"(?<!\w)(?:{joined})(?!\w)" if is_spaced else joined, re.IGNORECASE), meant


def _caseless(word: str) -> str:
    """Give a word in the one form in which letters are equal that patterns take for equal: i, ı, I and İ."""
    return word.lower().upper().replace("\u0307", "")
