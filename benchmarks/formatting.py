"""Time to write one figure, warm, beside Babel's own call in the same run."""

import timeit
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Final

import babel.dates
import babel.numbers
import babel.units

from factsheet.l10n import cldr, dates, numbers

TAGS: Final = ("ro", "en", "fr", "ar-EG", "hi", "ja")
ROUNDS: Final = 2_000
REPEATS: Final = 5
LIMIT: Final = 40.0
"""Microseconds that one figure may cost."""

THOUSANDS, MILLIONS, PART, DAY = Decimal(1209), Decimal(97_000_000), Decimal("12.5"), date(2025, 11, 13)

Call = Callable[[], object]


def pairs(tag: str) -> dict[str, tuple[Call, Call]]:
    """Give, by style, our call and Babel's for one locale."""
    loc = cldr.locale(tag)
    own = babel.Locale.parse(loc.cldr)
    ns = "default"
    return {
        "decimal": (
            lambda: numbers.decimal(loc, THOUSANDS),
            lambda: babel.numbers.format_decimal(THOUSANDS, locale=own, numbering_system=ns),
        ),
        "compact long": (
            lambda: numbers.decimal(loc, MILLIONS, display="compact-long"),
            lambda: babel.numbers.format_compact_decimal(
                MILLIONS, format_type="short", locale=own, fraction_digits=2, numbering_system=ns
            ),
        ),
        "currency": (
            lambda: numbers.currency(loc, MILLIONS, "USD"),
            lambda: babel.numbers.format_currency(MILLIONS, "USD", locale=own, numbering_system=ns),
        ),
        "currency in words": (
            lambda: numbers.currency(loc, MILLIONS, "USD", width="name", display="compact-long"),
            lambda: babel.numbers.format_currency(MILLIONS, "USD", locale=own, format_type="name", numbering_system=ns),
        ),
        "percent": (
            lambda: numbers.percent(loc, PART),
            lambda: babel.numbers.format_percent(PART / 100, locale=own, numbering_system=ns),
        ),
        "unit": (
            lambda: numbers.unit(loc, THOUSANDS, "length-kilometer"),
            lambda: babel.units.format_unit(THOUSANDS, "length-kilometer", locale=own, numbering_system=ns),
        ),
        "date": (
            lambda: dates.date(loc, DAY, "long"),
            lambda: babel.dates.format_date(DAY, "long", locale=own),
        ),
    }


def microseconds(call: Call) -> float:
    """Give the best time of one call once its caches are warm."""
    call()
    return min(timeit.repeat(call, number=ROUNDS, repeat=REPEATS)) / ROUNDS * 1e6


def styles() -> Iterator[tuple[str, float, float]]:
    """Give each style with the mean microseconds of a figure over the locales: ours, and Babel's."""
    tables = [pairs(tag) for tag in TAGS]
    for style in tables[0]:
        ours, theirs = ([microseconds(table[style][side]) for table in tables] for side in (0, 1))
        yield style, sum(ours) / len(TAGS), sum(theirs) / len(TAGS)
